"""What the text backbones of the Gemma line have in common."""

from __future__ import annotations

from typing import Any

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig, NormConfig
from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, llama_config
from vlm_lens_native.errors import ConfigError
from vlm_lens_native.families import ConfigKeys

GEMMA_KEYS = ConfigKeys(
    handled=LLAMA_KEYS.handled | {"use_bidirectional_attention"},
    ignored={**LLAMA_KEYS.ignored, "num_image_tokens": "the processor writes so many placeholders"},
)
SANDWICH_HANDLED = GEMMA_KEYS.handled | {"hidden_activation", "query_pre_attn_scalar"}
# HF's names where norms stand around attention and MLP, and ours.
SANDWICH_RENAMES = {
    r"layers\.(\d+)\.self_attn\.": r"blocks.\1.attn.",
    r"layers\.(\d+)\.mlp\.": r"blocks.\1.mlp.",
    r"layers\.(\d+)\.input_layernorm\.": r"blocks.\1.ln1.",
    r"layers\.(\d+)\.post_attention_layernorm\.": r"blocks.\1.ln1_post.",
    r"layers\.(\d+)\.pre_feedforward_layernorm\.": r"blocks.\1.ln2.",
    r"layers\.(\d+)\.post_feedforward_layernorm\.": r"blocks.\1.ln2_post.",
    r"norm\.": "ln_final.",
}


def gemma_config(text: PreTrainedConfig, outer: PreTrainedConfig, **variants: Any) -> DecoderConfig:
    """``1 + weight`` norms whose gain is applied in float32, and token embeddings times the root of their width.

    Raises:
        ConfigError: Text is to be read in both directions. PaliGemma asks for it too, and hands over the masks.
    """
    causal = not getattr(text, "use_bidirectional_attention", None)
    if not causal and outer.model_type != "paligemma":
        raise ConfigError(
            f"use_bidirectional_attention={text.use_bidirectional_attention!r}: the decoder reads text from left to "
            "right, but where HF's wrapper hands over masks (PaliGemma's does)."
        )
    norm = NormConfig(eps=text.rms_norm_eps, gain="one_plus_weight", cast="after_gain")
    scale = text.hidden_size**0.5
    return llama_config(text, norm=norm, embedding_scale=scale, mlp_bias=False, causal=causal, **variants)


def gemma2_config(text: PreTrainedConfig, outer: PreTrainedConfig, **variants: Any) -> DecoderConfig:
    """As Gemma, with norms around attention and MLP."""
    return gemma_config(
        text,
        outer,
        norm_places="around",
        activation=text.hidden_activation,
        attention_scale=text.query_pre_attn_scalar**-0.5,
        **variants,
    )
