"""Molmo 2: overlapping crops beside a view of the whole, pooled by attention and added to their tokens' embeddings.

Source: transformers' ``models/molmo2/modeling_molmo2.py``.
"""

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor, nn
from transformers import PreTrainedConfig

from vlm_lens_native.families import PackedImages, VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import OverlappingCrops


def _all_patches(call: Mapping[str, Any]) -> Tensor:
    return torch.ones(call["pixel_values"].shape[:2], dtype=torch.bool)


def _tokens(encoder: nn.Module, call: Mapping[str, Any]) -> PackedImages:
    grids = call["image_grids"]  # rows and columns of the view of the whole, then of the crops together
    lengths = grids[:, 0] * grids[:, 1] + grids[:, 2] * grids[:, 3]
    return PackedImages(lengths=lengths, order=None, merge=1)


def _hooks(config: PreTrainedConfig) -> VisionHooks:
    vision = config.vision_config
    read = [layer % vision.num_hidden_layers for layer in config.adapter_config.vision_feature_layer]
    return VisionHooks(
        encoder="model.vision_tower",
        blocks="layers",
        n_blocks=max(read) + 1,
        attention="self_attn",
        qkv=("q_proj", "k_proj", "v_proj"),
        out="o_proj",
        mlp="mlp",
        n_heads=vision.num_attention_heads,
        n_kv_heads=vision.num_key_value_heads,
        adapter="model.multi_modal_projector.image_projector",
        adapter_reads="token",
        own_patches=_all_patches,
        packed=_tokens,
    )


WRAPPER = Wrapper(model_type="molmo2", geometry=OverlappingCrops(), vision_hooks=_hooks, marks_see_images=True)
