"""The text backbones of the Llama line: their configs, and how their weights are named."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig, NormConfig
from vlm_lens_native.conversions.backbones._rope import rotary_config
from vlm_lens_native.errors import ConfigError
from vlm_lens_native.families import ConfigKeys

LLAMA_KEYS = ConfigKeys(
    handled=frozenset(
        {
            "num_hidden_layers",
            "num_attention_heads",
            "num_key_value_heads",
            "hidden_size",
            "head_dim",
            "intermediate_size",
            "vocab_size",
            "max_position_embeddings",
            "rms_norm_eps",
            "hidden_act",
            "rope_parameters",
            "attention_bias",
            "mlp_bias",
            "sliding_window",
            "layer_types",
        }
    ),
    ignored={
        "tie_word_embeddings": "HF's loader ties, by the outer config",
        "pretraining_tp": "HF's models no longer split their projections by it",
        "use_sliding_window": "HF's config turns it into layer_types",
        "max_window_layers": "HF's config turns it into layer_types",
    },
)
# HF's names of a Llama-like language model, and ours.
LLAMA_RENAMES: Mapping[str, str] = {
    r"layers\.(\d+)\.self_attn\.": r"blocks.\1.attn.",
    r"layers\.(\d+)\.mlp\.": r"blocks.\1.mlp.",
    r"layers\.(\d+)\.input_layernorm\.": r"blocks.\1.ln1.",
    r"layers\.(\d+)\.post_attention_layernorm\.": r"blocks.\1.ln2.",
    r"norm\.": "ln_final.",
}
# Where norms stand only behind attention and MLP.
POST_NORM_RENAMES: Mapping[str, str] = {
    **LLAMA_RENAMES,
    r"layers\.(\d+)\.post_attention_layernorm\.": r"blocks.\1.ln1_post.",
    r"layers\.(\d+)\.post_feedforward_layernorm\.": r"blocks.\1.ln2_post.",
}


def llama_config(text: PreTrainedConfig, **variants: Any) -> DecoderConfig:
    """The decoder config for a text backbone of the Llama line.

    Args:
        text: HF's config of the language model.
        variants: Fields of ``DecoderConfig`` that the backbone's class fixes, whatever its config says; and
            ``other_layers``, those that have something else in the place of attention.

    Raises:
        ConfigError: Its rotary embedding is of a kind that is not handled.
    """
    attention_bias = getattr(text, "attention_bias", False)
    d_head = getattr(text, "head_dim", None) or text.hidden_size // text.num_attention_heads
    fields: dict[str, Any] = {
        "n_layers": text.num_hidden_layers,
        "n_heads": text.num_attention_heads,
        "n_key_value_heads": text.num_key_value_heads,
        "d_model": text.hidden_size,
        "d_head": d_head,
        "d_mlp": text.intermediate_size,
        "d_vocab": text.vocab_size,
        "n_ctx": text.max_position_embeddings,
        "norm": variants.get("norm") or NormConfig(eps=text.rms_norm_eps),
        "activation": getattr(text, "hidden_act", None),
        "rotary": variants.get("rotary") or rotary_config(text.rope_parameters),
        "qkv_bias": attention_bias,
        "out_bias": attention_bias,
        "mlp_bias": getattr(text, "mlp_bias", False),
        "attention_scale": d_head**-0.5,
        **_sliding(text, variants.pop("other_layers", frozenset())),
    }
    return DecoderConfig(**{**fields, **variants})


def behind_first_layers(outer: PreTrainedConfig) -> frozenset[int]:
    """The depths of deepstack where features of each of some vision blocks are added behind one of the first layers."""
    n_layers = outer.get_text_config().num_hidden_layers
    return frozenset(range(1, 1 + min(len(outer.vision_config.deepstack_visual_indexes), n_layers)))


def derived_d_head(text: PreTrainedConfig) -> int:
    """Width of a head in HF's classes that don't ask the config for it.

    Raises:
        ConfigError: The config says another width, by which HF's rotary embedding would go, and nothing else.
    """
    d_head, said = text.hidden_size // text.num_attention_heads, getattr(text, "head_dim", None)
    if said not in (None, d_head):
        raise ConfigError(
            f"head_dim={said} of {text.model_type} is not handled: HF's heads have hidden_size / num_attention_heads = "
            f"{d_head} entries whatever it says."
        )
    return d_head


def _sliding(text: PreTrainedConfig, other_layers: Collection[int]) -> dict[str, Any]:
    window = getattr(text, "sliding_window", None)
    kinds = getattr(text, "layer_types", None) or ["sliding_attention" if window else "full_attention"]
    mine = {kind for layer, kind in enumerate(kinds) if layer not in other_layers}
    unknown = mine - {"sliding_attention", "full_attention"}
    if unknown:
        raise ConfigError(f"layer_types {sorted(unknown)} are not handled; only full and sliding attention are.")
    layers = range(text.num_hidden_layers)
    # a list of one entry stands for all layers: Mistral has a window, but no layer_types
    sliding = frozenset(layer for layer in layers if kinds[layer % len(kinds)] == "sliding_attention")
    return {"sliding_window": window if sliding else None, "sliding_layers": sliding}
