"""Idioms that families share: the text backbones of the Llama line, and how their weights are named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig, NormConfig, RotaryConfig
from vlm_lens_native.errors import ConfigError
from vlm_lens_native.families import ConfigKeys

TEXT_KEYS = ConfigKeys(
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

# Text backbones that a wrapper such as LLaVA may hold, and what their classes fix beyond their config.
# Source: models/{llama,mistral,qwen2,qwen3}/modeling_*.py.
# The blocks of CLIP and of what descends from it, and those of Qwen's vision encoders, for ``VisionHooks``.
CLIP_BLOCKS: Mapping[str, Any] = {
    "blocks": "encoder.layers",
    "attention": "self_attn",
    "qkv": ("q_proj", "k_proj", "v_proj"),
    "out": "out_proj",
    "mlp": "mlp",
}
QWEN_BLOCKS: Mapping[str, Any] = {"blocks": "blocks", "attention": "attn", "qkv": ("qkv",), "out": "proj", "mlp": "mlp"}

_BACKBONES: Mapping[str, Mapping[str, Any]] = {
    "llama": {},
    "mistral": {"qkv_bias": False, "out_bias": False, "mlp_bias": False},
    "qwen2": {"qkv_bias": True, "out_bias": False, "mlp_bias": False},
    "qwen3": {"mlp_bias": False, "qk_norm": "head"},
    "qwen2_5_vl_text": {"qkv_bias": True, "out_bias": False, "mlp_bias": False},
    "gemma": {"mlp_bias": False},
    "gemma2": {"mlp_bias": False},
    "gemma3_text": {"mlp_bias": False},
    "qwen3_vl_text": {"mlp_bias": False, "qk_norm": "head"},
}
_SCALINGS = ("default", "linear", "dynamic", "yarn", "llama3")
_ROPE_KEYS = {
    "rope_type",
    "type",
    "rope_theta",
    "mrope_section",
    "mrope_interleaved",
    "factor",
    "original_max_position_embeddings",
    "attention_factor",
    "beta_fast",
    "beta_slow",
    "mscale",
    "mscale_all_dim",
    "truncate",
    "low_freq_factor",
    "high_freq_factor",
}


def text_decoder_config(text: PreTrainedConfig, **variants: Any) -> DecoderConfig:
    """The decoder config for a text backbone of the Llama line.

    Args:
        text: HF's config of the language model.
        variants: Fields of ``DecoderConfig`` that the family sets itself.

    Raises:
        ConfigError: The backbone, or its rotary embedding, is of a kind that is not handled.
    """
    if text.model_type not in _BACKBONES:
        raise ConfigError(
            f"The text backbone {text.model_type!r} is not supported; supported are {', '.join(_BACKBONES)}."
        )
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
        "norm": NormConfig(eps=text.rms_norm_eps),
        "activation": getattr(text, "hidden_act", None),
        "rotary": variants.get("rotary") or rotary_config(text.rope_parameters),
        "qkv_bias": attention_bias,
        "out_bias": attention_bias,
        "mlp_bias": getattr(text, "mlp_bias", False),
        "attention_scale": d_head**-0.5,
        **_sliding(text),
    }
    return DecoderConfig(**{**fields, **_BACKBONES[text.model_type], **variants})


def rotary_config(rope: Mapping[str, Any], **variants: Any) -> RotaryConfig:
    """The rotary embedding for HF's ``rope_parameters``.

    Raises:
        ConfigError: A rule or a key that is not handled.
    """
    unknown = {key: value for key, value in rope.items() if key not in _ROPE_KEYS}
    if unknown.get("partial_rotary_factor") == 1:
        del unknown["partial_rotary_factor"]
    if rope["rope_type"] not in _SCALINGS or unknown:
        raise ConfigError(
            f"rope_parameters {dict(rope)} are not handled: rope_type must be one of {', '.join(_SCALINGS)}, "
            f"and {sorted(unknown) or 'no other key'} is not known."
        )
    return RotaryConfig(theta=rope["rope_theta"], scaling=rope["rope_type"], scaling_parameters=dict(rope), **variants)


def mrope_config(rope: Mapping[str, Any], *, layout: str, default_sections: tuple[int, int, int]) -> RotaryConfig:
    """M-RoPE for HF's ``rope_parameters``; ``default_sections`` are those of HF's class.

    Raises:
        ConfigError: As ``rotary_config``; also if the config asks for the other layout, which HF's class ignores.
    """
    if rope.get("mrope_interleaved", layout == "interleaved") != (layout == "interleaved"):
        raise ConfigError(f"mrope_interleaved={rope['mrope_interleaved']}, but this family's M-RoPE is {layout}.")
    sections = tuple(rope.get("mrope_section", default_sections))
    if len(sections) != 3:
        raise ConfigError(f"mrope_section has {len(sections)} entries, but time, height and width need 3.")
    return rotary_config(rope, layout=layout, sections=sections)


def _sliding(text: PreTrainedConfig) -> dict[str, Any]:
    window = getattr(text, "sliding_window", None)
    kinds = getattr(text, "layer_types", None) or ["sliding_attention" if window else "full_attention"]
    unknown = set(kinds) - {"sliding_attention", "full_attention"}
    if unknown:
        raise ConfigError(f"layer_types {sorted(unknown)} are not handled; only full and sliding attention are.")
    layers = range(text.num_hidden_layers)
    # a list of one entry stands for all layers: Mistral has a window, but no layer_types
    sliding = frozenset(layer for layer in layers if kinds[layer % len(kinds)] == "sliding_attention")
    return {"sliding_window": window if sliding else None, "sliding_layers": sliding}


LLAMA_PARTS = {
    "self_attn": "attn",
    "mlp": "mlp",
    "input_layernorm": "ln1",
    "post_attention_layernorm": "ln2",
}


def decoder_keys(path: str, parts: Mapping[str, str] = LLAMA_PARTS) -> dict[str, str]:
    """Renames a Llama-like language model of transformers 5 at ``path`` to the decoder's names."""
    old = path.replace(".", r"\.")
    blocks = {rf"^{old}\.layers\.(\d+)\.{hf}\.": rf"{path}.blocks.\1.{ours}." for hf, ours in parts.items()}
    return {**blocks, rf"^{old}\.norm\.": f"{path}.ln_final."}
