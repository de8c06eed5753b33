"""Interventions on the image as the decoder gets it."""

from __future__ import annotations

from ...errors import InputError
from ...hooks import Hook
from ...model import HookedVLMTransformer
from .base import Intervention


def image_hooks(model: HookedVLMTransformer, intervention: Intervention, *, layer: int = 0) -> list[tuple[str, Hook]]:
    """Hooks for an intervention on all that the decoder gets of an image from a layer on.

    That is the residual stream before the layer and, where a family has it, what deepstack adds after it; without that,
    the image comes in again behind an ablation of its tokens.

    Args:
        model: The model.
        intervention: What to do, at the image's positions: ``ZeroAblation(positions=layout.images)``.
        layer: The layer.

    Raises:
        InputError: The model has no such layer.
    """
    if not 0 <= layer < model.cfg.n_layers:
        raise InputError(f"There is no layer {layer}; the model has {model.cfg.n_layers}.")
    behind = [f"lm.blocks.{later}.hook_deepstack" for later in range(layer, model.cfg.n_deepstack)]
    return [(name, intervention) for name in (f"lm.blocks.{layer}.hook_resid_pre", *behind)]
