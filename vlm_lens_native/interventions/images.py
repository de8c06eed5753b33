"""Interventions on the image as the decoder gets it."""

from __future__ import annotations

from typing import SupportsIndex

from vlm_lens_native.errors import InputError
from vlm_lens_native.hooking import Hookable
from vlm_lens_native.hooks import Hook
from vlm_lens_native.indices import one_index


def image_hooks(model: Hookable, intervention: Hook, *, layer: SupportsIndex = 0) -> list[tuple[str, Hook]]:
    """Hooks for an intervention on all that the decoder gets of an image from a layer on.

    That is the residual stream before the layer and, in models with deepstack (Qwen3-VL), what is added behind it and
    behind later layers; in models with inputs for each layer (Gemma 4's E-models), what layers get of each token. An
    ablation of the stream alone would be undone there. In all others it is the stream.

    Args:
        model: The model.
        intervention: What to do, at the image's positions: ``ZeroAblation(positions=layout.images)``. A patch takes a
            cache of the source, which has a value for each of these hook points.
        layer: The layer; negative ones count from the end.

    Raises:
        InputError: The model has no such layer; or its image features are keys of cross-attention, not in the stream.
    """
    if model.lm.cfg.cross is not None:
        raise InputError(
            "This model's image features are keys of cross-attention, and not in the stream: the token that stands for "
            "an image holds none. Act at lm.blocks.*.cross_attn.hook_k and hook_v, by selections of "
            "model.key_layout(inputs), or close features by BlockAttention(from_=..., to=...)."
        )
    first = one_index("layer", layer, model.lm.cfg.n_layers)
    return [(name, intervention) for name in (f"lm.blocks.{first}.hook_resid_pre", *model.lm.beside_stream(first))]
