"""Ovis2: tiles behind a thumbnail, indicator tokens between, a softmax over a visual vocabulary, and Qwen2.

Source: transformers' ``models/ovis2/modeling_ovis2.py``.
"""

from typing import Any

import torch

from vlm_lens_native.families import VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import CanvasTiles
from vlm_lens_native.inputs.geometry import Made, patch_side
from vlm_lens_native.inputs.transform import Size


class Ovis2Tiles(CanvasTiles):
    """``hidden_stride`` patches on a side make one token; the processor chooses tiles by the area that they cover."""

    def cell(self, hf_config: Any) -> int:
        """In pixels of a tile."""
        return patch_side(hf_config) * hf_config.vision_config.hidden_stride

    def arrangement(self, made: Made, size: Size) -> tuple[int, int]:
        """Asked of the processor, on a stand-in for the image."""
        if not made.setting("use_covering_area_grid"):
            return super().arrangement(made, size)
        if not made.setting("crop_to_patches") or made.setting("max_patches") <= 1:
            return 1, 1
        names = {
            "min_patches": "min_patches",
            "max_patches": "max_patches",
            "patch_size": "size",
            "resample": "resample",
        }
        settings = {name: made.setting(own) for name, own in names.items()}
        blank = torch.zeros((1, 3, *size[::-1]), dtype=torch.uint8)
        _, ((rows, cols),) = made.processor.image_processor.crop_image_to_patches(blank, **settings)
        return rows, cols


WRAPPER = Wrapper(
    model_type="ovis2",
    geometry=Ovis2Tiles(whole_first=True, separated=True),
    vision_hooks=lambda config: VisionHooks(
        encoder="model.vision_tower",
        blocks="transformer.encoder.layers",
        n_blocks=config.vision_config.num_hidden_layers,
        attention="attention",
        qkv=("q_proj", "k_proj", "v_proj"),
        out="out_proj",
        mlp="ffn",
        adapter="model.visual_embeddings_table",
    ),
)
