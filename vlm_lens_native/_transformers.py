"""What the supported minor versions of transformers spell differently."""

from __future__ import annotations

import threading
from types import SimpleNamespace
from typing import Any

import torch
from transformers import Cache, GenerationMixin
from transformers.modeling_outputs import BaseModelOutputWithPast

from vlm_lens_native.errors import InputError

_EXPAND = "_expand_multimodal_outputs"
KV_CACHE = "cache" if "cache" in BaseModelOutputWithPast.__dataclass_fields__ else "past_key_values"
"""HF's name for the KV cache, as an argument and in outputs: ``cache`` since 5.24, where the older one warns."""
LOADING = threading.RLock()
"""Held while HF loads a model, or prepares inputs.

Its loader, like accelerate's empty weights, replaces methods of classes and torch's default dtype until it is done. Two
threads at once put each other's replacements back, and heads are never tied again; a processor beside it would round
pixels to the dtype of the model that loads.
"""


def take_kv_cache(arguments: dict[str, Any]) -> Cache | None:
    """Takes the KV cache out of a call's arguments, whichever of its two names it has.

    Raises:
        InputError: It is there under both names.
    """
    older, newer = arguments.pop("past_key_values", None), arguments.pop("cache", None)
    if older is not None and newer is not None:
        raise InputError("cache and past_key_values are two names for one KV cache; give one of them.")
    return newer if older is None else older


def beams_in_order(hf_class: type) -> dict[str, Any]:
    """The method by which a class of HF's hands a row's images to its beams and samples, where its own mixes them up.

    GLM's classes have copies of an older one: of images A and B two beams get A, A, B, B in the place of A, B, A, B.
    """
    seen = SimpleNamespace(pooler_output=[torch.full((1, 1), each, device="cpu") for each in (0.0, 1.0)])
    model = SimpleNamespace(config=SimpleNamespace(image_token_id=1, video_token_id=2))
    method = getattr(hf_class, _EXPAND, None)
    if method is None or method is getattr(GenerationMixin, _EXPAND):
        return {}
    try:
        method(model, torch.ones(1, 2, dtype=torch.long, device="cpu"), {"image": seen}, expand_size=2)
    except (AttributeError, IndexError, KeyError, RuntimeError, TypeError):  # made for outputs of its own
        return {}
    in_order = [int(each) for each in seen.pooler_output] == [0, 1, 0, 1]
    return {} if in_order else {_EXPAND: getattr(GenerationMixin, _EXPAND)}
