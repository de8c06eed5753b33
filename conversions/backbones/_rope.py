"""HF's ``rope_parameters`` as the decoder's rotary embedding."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from transformers import PreTrainedConfig

from vlm_lens_native.config import RotaryConfig
from vlm_lens_native.errors import ConfigError

_SCALINGS = ("default", "linear", "dynamic", "yarn", "llama3", "proportional", "longrope")
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


def rotary_of_sliding_layers(text: PreTrainedConfig) -> dict[int, RotaryConfig]:
    """That of ``sliding_attention`` in ``rope_parameters``, by layer."""
    sliding = rotary_config(text.rope_parameters["sliding_attention"])
    return dict.fromkeys((n for n, kind in enumerate(text.layer_types) if kind == "sliding_attention"), sliding)


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
