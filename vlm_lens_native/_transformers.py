"""What the supported minor versions of transformers spell differently."""

from __future__ import annotations

import inspect
import threading
from functools import cache
from types import SimpleNamespace
from typing import Any

import torch
from transformers import Cache, GenerationMixin, PreTrainedConfig
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


def images_kwargs(processor: Any) -> dict[str, Any]:
    """What a processor of HF's tells its image processor by itself: an attribute since 5.23, a table before."""
    older = getattr(getattr(processor, "valid_processor_kwargs", None), "_defaults", {}).get("images_kwargs")
    return getattr(processor, "images_kwargs", older) or {}


def vision_feature_layer(config: PreTrainedConfig) -> int | list[int] | None:
    """The vision blocks whose output a model of HF's takes; ViP-LLaVA's had a name of its own before 5.23."""
    older = getattr(config, "vision_feature_layers", None)
    return getattr(config, "vision_feature_layer", older)


@cache
def kernels_share_keys() -> bool:
    """Whether HF's kernels of DeltaNet repeat queries and keys for several value heads; before 5.23 the module did."""
    from transformers.models.qwen3_5.modeling_qwen3_5 import Qwen3_5GatedDeltaNet

    return "repeat_interleave" not in inspect.getsource(Qwen3_5GatedDeltaNet.forward)


def beams_in_order(hf_class: type) -> dict[str, Any]:
    """The method by which a class of HF's hands a row's images to its beams and samples, where its own does not.

    GLM's classes and Granite 4 Vision's have copies of an older one: of images A and B two beams get A, A, B, B in the
    place of A, B, A, B.
    Llama 4's features are no pooled output, which HF's method passes over.
    """
    images = [torch.full((1, 1), each, device="cpu") for each in (0.0, 1.0)]
    seen = SimpleNamespace(pooler_output=images, deepstack_features=[(0, images)])
    model = SimpleNamespace(config=SimpleNamespace(image_token_id=1, video_token_id=2))
    method = getattr(hf_class, _EXPAND, None)
    if method is None:
        return {}
    if method is getattr(GenerationMixin, _EXPAND):
        return {_EXPAND: _expand}
    try:
        method(model, torch.ones(1, 2, dtype=torch.long, device="cpu"), {"image": seen}, expand_size=2)
    except (AttributeError, IndexError, KeyError, RuntimeError, TypeError):  # made for outputs of its own
        return {}
    given = (seen.pooler_output, seen.deepstack_features[0][1])
    in_order = any([int(each) for each in features] == [0, 1, 0, 1] for features in given)
    return {} if in_order else {_EXPAND: _expand}


def _expand(
    self: Any, input_ids: Any, mm_encoder_output: dict[str, Any], expand_size: int = 1, inputs_embeds: Any = None
) -> dict[str, Any]:
    """HF's newest, and the same for features that come with the number of a layer or as a last hidden state."""
    expand, image = getattr(GenerationMixin, _EXPAND), mm_encoder_output.get("image")
    by_layer = getattr(image, "deepstack_features", None)
    if by_layer is not None and not isinstance(by_layer[0][0], torch.Tensor):
        for nth, (layer, features) in enumerate(by_layer):
            alone = SimpleNamespace(pooler_output=features)
            expand(self, input_ids, {"image": alone}, expand_size, inputs_embeds)
            by_layer[nth] = (layer, alone.pooler_output)
    elif image is not None and image.pooler_output is None:
        alone = SimpleNamespace(pooler_output=image.last_hidden_state)
        expand(self, input_ids, {"image": alone}, expand_size, inputs_embeds)
        image.last_hidden_state = alone.pooler_output
    else:
        return expand(self, input_ids, mm_encoder_output, expand_size, inputs_embeds)
    return mm_encoder_output
