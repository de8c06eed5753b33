"""The text backbones of the Llama line: their configs, and how their weights are named."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig, NormConfig, RotaryConfig
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
_SCALINGS = ("default", "linear", "dynamic", "yarn", "llama3", "proportional")
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
        n_deepstack=len(outer.vision_config.deepstack_visual_indexes),
        **variants,
    )


def rotary_config(rope: Mapping[str, Any], *, beside: Collection[str] = (), **variants: Any) -> RotaryConfig:
    """The rotary embedding for HF's ``rope_parameters``.

    Args:
        rope: HF's.
        beside: Further keys of it, which the backbone's file acts on by itself.
        variants: Fields of ``RotaryConfig`` that the backbone's class fixes.

    Raises:
        ConfigError: A rule or a key that is not handled.
    """
    unknown = {key: value for key, value in rope.items() if key not in {*_ROPE_KEYS, *beside}}
    if unknown.get("partial_rotary_factor") == 1:
        del unknown["partial_rotary_factor"]
    if rope["rope_type"] not in _SCALINGS or unknown:
        raise ConfigError(
            f"rope_parameters {dict(rope)} are not handled: rope_type must be one of {', '.join(_SCALINGS)}, "
            f"and {sorted(unknown) or 'no other key'} is not known."
        )
    return RotaryConfig(
        theta=float(rope["rope_theta"]), scaling=rope["rope_type"], scaling_parameters=dict(rope), **variants
    )


def mrope_config(
    rope: Mapping[str, Any], *, layout: str, default_sections: tuple[int, int, int], **more: Any
) -> RotaryConfig:
    """M-RoPE for HF's ``rope_parameters``; ``default_sections`` are those of HF's class.

    Raises:
        ConfigError: As ``rotary_config``; also if the config asks for the other layout, which HF's class ignores.
    """
    if rope.get("mrope_interleaved", layout == "interleaved") != (layout == "interleaved"):
        raise ConfigError(f"mrope_interleaved={rope['mrope_interleaved']}, but this family's M-RoPE is {layout}.")
    sections = tuple(rope.get("mrope_section", default_sections))
    if len(sections) != 3:
        raise ConfigError(f"mrope_section has {len(sections)} entries, but time, height and width need 3.")
    return rotary_config(rope, layout=layout, sections=sections, **more)


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
