"""ERNIE 4.5 VL: an encoder like Qwen2-VL's, whose adapter merges two frames of a video, and experts by modality.

Source: transformers' ``models/ernie4_5_vl_moe/modeling_ernie4_5_vl_moe.py``.
"""

from collections.abc import Mapping
from typing import Any

from transformers import PreTrainedConfig

from vlm_lens_native.conversions._shared import packed_by_grid, qwen_hooks
from vlm_lens_native.families import PackedImages, VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import ThwGrid


def _packed(encoder: Any, call: Mapping[str, Any]) -> PackedImages:
    """Patches by frame, and tokens by two frames, which an image fills by repetition."""
    packed, grids, config = packed_by_grid(encoder, call), call["grid_thw"], encoder.config
    n_tokens = grids[:, 1:].prod(-1) // packed.merge
    n_groups = (grids[:, 0] + 1) // config.temporal_merge_size
    return packed._replace(tokens=n_tokens.repeat_interleave(n_groups))


def _hooks(config: PreTrainedConfig) -> VisionHooks:
    return qwen_hooks(config, encoder="model.vision_tower", adapter="model.resampler_model", packed=_packed)


WRAPPER = Wrapper(model_type="ernie4_5_vl_moe", geometry=ThwGrid(merges_frames=True), vision_hooks=_hooks)
