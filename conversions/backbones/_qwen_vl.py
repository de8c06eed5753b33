"""What the text backbones of Qwen's vision models have in common."""

from __future__ import annotations

from typing import Any

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.conversions.backbones._llama import behind_first_layers, derived_d_head, llama_config
from vlm_lens_native.conversions.backbones._rope import mrope_config


def qwen2_vl_config(text: PreTrainedConfig) -> DecoderConfig:
    """Qwen2 with M-RoPE, as Qwen2-VL and Qwen2.5-VL have it."""
    rotary = mrope_config(text.rope_parameters, layout="sectioned", default_sections=(16, 24, 24))
    d_head = derived_d_head(text)
    return llama_config(text, qkv_bias=True, out_bias=False, mlp_bias=False, rotary=rotary, d_head=d_head)


def qwen3_vl_config(text: PreTrainedConfig, outer: PreTrainedConfig, **variants: Any) -> DecoderConfig:
    """Qwen3 with interleaved M-RoPE, and deepstack features after its first layers."""
    return llama_config(
        text,
        mlp_bias=False,
        qk_norm="head",
        rotary=mrope_config(text.rope_parameters, layout="interleaved", default_sections=(24, 20, 20)),
        deepstack=behind_first_layers(outer),
        **variants,
    )
