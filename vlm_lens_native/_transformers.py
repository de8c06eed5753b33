"""What the supported minor versions of transformers spell differently."""

from __future__ import annotations

from typing import Any

from transformers import Cache
from transformers.modeling_outputs import BaseModelOutputWithPast

from vlm_lens_native.errors import InputError

KV_CACHE = "cache" if "cache" in BaseModelOutputWithPast.__dataclass_fields__ else "past_key_values"
"""HF's name for the KV cache, as an argument and in outputs: ``cache`` since 5.24, where the older one warns."""


def take_kv_cache(arguments: dict[str, Any]) -> Cache | None:
    """Takes the KV cache out of a call's arguments, whichever of its two names it has.

    Raises:
        InputError: It is there under both names.
    """
    older, newer = arguments.pop("past_key_values", None), arguments.pop("cache", None)
    if older is not None and newer is not None:
        raise InputError("cache and past_key_values are two names for one KV cache; give one of them.")
    return newer if older is None else older
