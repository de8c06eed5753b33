"""Gemma 4: its own vision encoder, with patches at the image's own aspect ratio, which are averaged into tokens.

Source: transformers' ``models/gemma4/modeling_gemma4.py`` and ``image_processing_gemma4.py``.
"""

from collections.abc import Mapping
from typing import Any

from torch import Tensor, nn
from transformers import PreTrainedConfig

from vlm_lens_native.families import PackedImages, VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import PositionedPatches


def _own_patches(call: Mapping[str, Any]) -> Tensor:
    return (call["pixel_position_ids"] != -1).any(-1)


def _tokens(encoder: nn.Module, call: Mapping[str, Any]) -> PackedImages:
    config: Any = encoder.config
    return PackedImages(lengths=_own_patches(call).sum(-1), order=None, merge=config.pooling_kernel_size**2)


def _hooks(config: PreTrainedConfig) -> VisionHooks | str:
    vision = config.vision_config
    if vision is None:
        return "this checkpoint has no vision encoder."
    return VisionHooks(
        encoder="model.vision_tower",
        blocks="encoder.layers",
        n_blocks=vision.num_hidden_layers,
        attention="self_attn",
        qkv=("q_proj", "k_proj", "v_proj"),
        out="o_proj",
        mlp="mlp",
        post_norms=("post_attention_layernorm", "post_feedforward_layernorm"),
        n_heads=vision.num_attention_heads,
        n_kv_heads=vision.num_key_value_heads,
        adapter="model.embed_vision",
        adapter_reads="token",
        own_patches=_own_patches,
        packed=_tokens,
    )


WRAPPER = Wrapper(model_type="gemma4", geometry=PositionedPatches(), vision_hooks=_hooks)
