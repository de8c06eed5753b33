"""When the frames of a video were shown, as far as the inputs say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import numpy as np
import torch

from vlm_lens_native.inputs.layout import TokenLayout

_N_BEFORE = 24  # tokens before a frame, among which its time is written
# Qwen3-VL, VideoLLaMA3 and SmolVLM write the time before each frame (transformers' processing_qwen3_vl.py,
# processing_video_llama_3.py, processing_smolvlm.py).
_SECONDS = re.compile(r"<([\d.]+) seconds>|Time ([\d.]+)s:")
_MINUTES = re.compile(r"Frame from (\d+):(\d+):")


def write_times(layout: TokenLayout, inputs: Mapping[str, Any], tokenizer: Any) -> None:
    """Writes the seconds of each frame into a layout's table.

    Qwen2.5-VL's inputs hold the seconds between frames, ``second_per_grid_ts``; others write the time into the prompt,
    in front of each frame.
    """
    steps = inputs.get("second_per_grid_ts")
    per_video = None if steps is None else [float(step) for step in torch.as_tensor(steps).flatten()]
    n_videos = 0
    for batch, row in enumerate(layout.placed):
        for item in row:
            if item.vision.kind != "video":
                continue
            for grid, positions in ((grid, own) for grid, own in item.grids() if len(own)):
                if per_video is not None and grid.frame is not None:
                    layout.table.time[batch, positions] = grid.frame * per_video[n_videos]
                elif tokenizer is not None:
                    layout.table.time[batch, positions] = _written(layout, tokenizer, batch, int(positions[0]))
            n_videos += 1


def _written(layout: TokenLayout, tokenizer: Any, batch: int, first: int) -> float:
    """The time that stands before a position, in seconds; NaN if there is none between it and earlier image tokens."""
    before = layout.table.token_id[batch, max(0, first - _N_BEFORE) : first]
    earlier = np.flatnonzero(layout.table.image[batch, max(0, first - _N_BEFORE) : first] >= 0)
    text = tokenizer.decode(before[earlier[-1] + 1 if len(earlier) else 0 :].tolist())
    if seconds := _SECONDS.findall(text):
        return float("".join(seconds[-1]))
    if minutes := _MINUTES.findall(text):
        return 60.0 * int(minutes[-1][0]) + int(minutes[-1][1])
    return float("nan")
