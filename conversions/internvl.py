"""InternVL3 and 3.5: tiles and a thumbnail, four patches a token, and a Qwen2 or Qwen3 decoder.

Source: transformers' ``models/internvl/modeling_internvl.py``.
"""

from typing import Any

from transformers import PreTrainedConfig

from vlm_lens_native.conversions._shared import n_blocks_read
from vlm_lens_native.families import VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import CanvasTiles
from vlm_lens_native.inputs.geometry import patch_side


class InternVLTiles(CanvasTiles):
    """Pixel shuffle makes one token of ``1 / downsample_ratio`` patches on a side."""

    def cell(self, hf_config: Any) -> int:
        """In pixels of a tile."""
        return round(patch_side(hf_config) / hf_config.downsample_ratio)


def _vision_hooks(config: PreTrainedConfig) -> VisionHooks:
    """Each block multiplies what it adds to the stream by a learnt scale (``InternVLVisionLayer``)."""
    return VisionHooks(
        encoder="model.vision_tower",
        blocks="encoder.layer",
        n_blocks=n_blocks_read(config),
        attention="attention",
        qkv=("q_proj", "k_proj", "v_proj"),
        out="projection_layer",
        mlp="mlp",
        scales=("lambda_1", "lambda_2"),
        adapter="model.multi_modal_projector",
    )


WRAPPER = Wrapper(model_type="internvl", geometry=InternVLTiles(), vision_hooks=_vision_hooks)
