"""What the text backbones of GLM's vision models have in common."""

from __future__ import annotations

from typing import Any

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig, RotaryConfig
from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, llama_config
from vlm_lens_native.conversions.backbones._rope import mrope_config
from vlm_lens_native.families import ConfigKeys

GLM_KEYS = ConfigKeys(handled=LLAMA_KEYS.handled | {"partial_rotary_factor"}, ignored=LLAMA_KEYS.ignored)
# HF's names where norms stand around attention and MLP, and ours.
GLM_RENAMES = {
    r"layers\.(\d+)\.self_attn\.": r"blocks.\1.attn.",
    r"layers\.(\d+)\.mlp\.": r"blocks.\1.mlp.",
    r"layers\.(\d+)\.input_layernorm\.": r"blocks.\1.ln1.",
    r"layers\.(\d+)\.post_self_attn_layernorm\.": r"blocks.\1.ln1_post.",
    r"layers\.(\d+)\.post_attention_layernorm\.": r"blocks.\1.ln2.",
    r"layers\.(\d+)\.post_mlp_layernorm\.": r"blocks.\1.ln2_post.",
    r"norm\.": "ln_final.",
}


def glm_config(text: PreTrainedConfig, **variants: Any) -> DecoderConfig:
    """Norms around attention and MLP, gate and up projection in one matrix, neighbours turned by M-RoPE."""
    return llama_config(
        text,
        norm_places="around",
        fused_gate=True,
        out_bias=False,
        mlp_bias=False,
        rotary=glm_rotary(text, pairs="neighbours"),
        **variants,
    )


def glm_rotary(text: PreTrainedConfig, **variants: Any) -> RotaryConfig:
    """M-RoPE over ``partial_rotary_factor`` of each head, with the default of HF's classes, which is all of it."""
    rope = text.rope_parameters
    d_head = getattr(text, "head_dim", None) or text.hidden_size // text.num_attention_heads
    d_rotary = int(d_head * rope.get("partial_rotary_factor", 1.0))
    return mrope_config(
        rope,
        layout="sectioned",
        default_sections=(8, 12, 12),
        beside={"partial_rotary_factor"},
        d_rotary=d_rotary,  # also where it is all: HF joins the parts, and bits follow the memory's layout
        **variants,
    )
