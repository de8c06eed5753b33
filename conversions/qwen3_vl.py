"""Qwen3-VL: interleaved M-RoPE, normalised queries and keys, and deepstack features after the first layers.

Source: transformers' ``models/qwen3_vl/modeling_qwen3_vl.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.conversions._shared import QWEN_BLOCKS, packed_by_grid
from vlm_lens_native.families import VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import ThwGrid


def _vision_hooks(config: PreTrainedConfig) -> VisionHooks:
    mergers = enumerate(config.vision_config.deepstack_visual_indexes)
    return VisionHooks(
        encoder="model.visual",
        n_blocks=config.vision_config.depth,
        adapter="model.visual.merger",
        deepstack=tuple((f"model.visual.deepstack_merger_list.{j}", block) for j, block in mergers),
        packed=packed_by_grid,
        **QWEN_BLOCKS,
    )


WRAPPER = Wrapper(
    model_type="qwen3_vl",
    geometry=ThwGrid(),
    vision_hooks=_vision_hooks,
)
