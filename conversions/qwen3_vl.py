"""Qwen3-VL: interleaved M-RoPE, normalised queries and keys, and deepstack features after the first layers.

Source: transformers' ``models/qwen3_vl/modeling_qwen3_vl.py``.
"""

from collections.abc import Mapping
from typing import Any

from transformers import PreTrainedConfig
from transformers.vision_utils import get_vision_cu_seqlens

from vlm_lens_native.conversions._shared import QWEN_BLOCKS
from vlm_lens_native.families import PackedImages, VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import ThwGrid


def _vision_hooks(config: PreTrainedConfig) -> VisionHooks:
    mergers = enumerate(config.vision_config.deepstack_visual_indexes)
    return VisionHooks(
        encoder="model.visual",
        n_blocks=config.vision_config.depth,
        adapter="model.visual.merger",
        deepstack=tuple((f"model.visual.deepstack_merger_list.{j}", block) for j, block in mergers),
        packed=_packed,
        **QWEN_BLOCKS,
    )


def _packed(encoder: Any, call: Mapping[str, Any]) -> PackedImages:
    lengths = get_vision_cu_seqlens(call["grid_thw"], kwargs=dict(call)).diff()
    return PackedImages(lengths=lengths, order=None, merge=encoder.spatial_merge_unit)


WRAPPER = Wrapper(
    model_type="qwen3_vl",
    geometry=ThwGrid(),
    vision_hooks=_vision_hooks,
)
