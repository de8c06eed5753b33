"""VideoLLaMA3: images of any size in one sequence, frames of videos with repeated tokens left out, and Qwen2.

Source: transformers' ``models/video_llama_3/modeling_video_llama_3.py``.
"""

from collections.abc import Mapping
from typing import Any

from torch import nn

from vlm_lens_native.conversions._shared import CLIP_BLOCKS, packed_by_grid
from vlm_lens_native.families import PackedImages, VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import CompressedGrid


def _packed(encoder: nn.Module, call: Mapping[str, Any]) -> PackedImages:
    merges = call["merge_sizes"]
    return packed_by_grid(encoder, call)._replace(merge=int(merges[0]) ** 2)


WRAPPER = Wrapper(
    model_type="video_llama_3",
    geometry=CompressedGrid(),
    vision_hooks=lambda config: VisionHooks(
        encoder="model.vision_model",
        n_blocks=config.vision_config.num_hidden_layers,
        adapter="model.projector",
        adapter_reads="token",  # the encoder merges patches
        packed=_packed,
        **CLIP_BLOCKS,
    ),
)
