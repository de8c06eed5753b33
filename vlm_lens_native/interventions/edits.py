"""Interventions that go anywhere: replace, zero, add, scale."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass, replace
from typing import ClassVar

import torch
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.hooking import Hookable
from vlm_lens_native.hooks import Hook, HookPoint
from vlm_lens_native.indices import Indices, indices
from vlm_lens_native.interventions.base import InLayers, Intervention, Place
from vlm_lens_native.interventions.values import Value, value_at, values_for
from vlm_lens_native.positions import Positions


@dataclass(frozen=True, eq=False, repr=False)
class ZeroAblation(Intervention):
    """Sets activations to zero.

    Args:
        token_idx: Spectra's word for ``positions``; see `Intervention` for the arguments that all have.
        batch_idx: Spectra's word for ``rows``.
    """

    token_idx: Positions = None
    batch_idx: Indices | None = None

    def _changed(self, place: Place) -> tuple[Place, Tensor]:
        return place, torch.zeros_like(place.old)


@dataclass(frozen=True, eq=False, repr=False)
class ScaleActivation(Intervention):
    """Multiplies activations by a number.

    Args:
        scale: The number; a tensor of no axes, for instance, that is to get a gradient.
        token_idx: Spectra's word for ``positions``; see `Intervention` for the arguments that all have.
        batch_idx: Spectra's word for ``rows``.
    """

    scale: float | int | Tensor
    token_idx: Positions = None
    batch_idx: Indices | None = None

    def _changed(self, place: Place) -> tuple[Place, Tensor]:
        return place, place.old * self.scale


@dataclass(frozen=True, eq=False, repr=False)
class AddActivation(Intervention):
    """Adds a direction: steers.

    Args:
        direction: What to add, of a shape as for `PatchActivation`: most often a vector ``[d_model]``.
        scale: Factor of the direction.
        token_idx: Spectra's word for ``positions``; see `Intervention` for the arguments that all have.
        batch_idx: Spectra's word for ``rows``.
        per_row: As for `PatchActivation`: with True, ``[row d_model]`` is a direction for each row.
    """

    direction: Value
    scale: float | int | Tensor = 1.0
    token_idx: Positions = None
    batch_idx: Indices | None = None
    _: KW_ONLY
    per_row: bool | None = None

    def _changed(self, place: Place) -> tuple[Place, Tensor]:
        place, direction = values_for(value_at(self.direction, place.hook), place, per_row=self.per_row)
        return place, place.old + self.scale * direction


@dataclass(frozen=True, eq=False, repr=False)
class PatchActivation(Intervention):
    """Replaces activations by given values, such as those of another run.

    Args:
        replacement: A tensor with the axes of the activation, or only the last of them: ``[batch pos d_model]``,
            ``[pos d_model]``, ``[d_model]``. Along positions it has those that are chosen, in their order, or all of
            the prompt, each for its own place; along an axis that it lacks, or where it has length 1, it is the same
            for all. Under ``generate``, a value of the prompt leaves new tokens alone, and one without positions goes
            to new tokens too. Or a cache: each hook point gets its own activation, and its padding is known: without
            positions the n-th token goes to the n-th, and rows with other numbers of tokens raise.
        token_idx: Spectra's word for ``positions``; see `Intervention` for the arguments that all have.
        batch_idx: Spectra's word for ``rows``.
        source_positions: Positions of ``replacement`` (a whole activation) to take, the n-th for the n-th chosen
            position, where tokens stand elsewhere in the source; a selection of the source's layout, for instance.
        per_row: Whether the first axis of a replacement that lacks axes stands for the rows of the batch: ``[row
            d_model]``. Has to be said where it has as many entries as the batch has rows.
    """

    replacement: Value
    token_idx: Positions = None
    batch_idx: Indices | None = None
    _: KW_ONLY
    source_positions: Positions = None
    per_row: bool | None = None

    def _changed(self, place: Place) -> tuple[Place, Tensor]:
        value = value_at(self.replacement, place.hook)
        return values_for(value, place, source=self.source_positions, per_row=self.per_row)


@dataclass(frozen=True, eq=False, repr=False)
class PatchHead(InLayers, Intervention):
    """Replaces one head's activations, or several heads': at ``hook_z``, or wherever there are heads.

    Args:
        head_idx: The head, or several.
        replacement: As for `PatchActivation`; or without an axis of heads, for each of these heads: ``[d_head]``,
            ``[pos d_head]``, ``[batch pos d_head]`` at ``hook_z``. Three axes mean the last of these.
        num_heads: How many heads the point has, as in Spectra; the activation tells, so it is only checked.
        token_idx: Spectra's word for ``positions``; see `Intervention` for the arguments that all have.
        batch_idx: Spectra's word for ``rows``.
        source_positions: As for `PatchActivation`.
        per_row: As for `PatchActivation`: with True, ``[row d_head]``.
        layers: Layers for ``hooks``; None means all.
    """

    head_idx: Indices
    replacement: Value
    num_heads: int | None = None
    token_idx: Positions = None
    batch_idx: Indices | None = None
    _: KW_ONLY
    source_positions: Positions = None
    per_row: bool | None = None
    point: ClassVar[str] = "hook_z"

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.heads is not None:
            raise InputError("PatchHead takes its heads as head_idx.")

    @property
    def _heads(self) -> Indices | None:
        return self.head_idx

    def hooks(self, model: Hookable, point: str = "hook_z") -> list[tuple[str, Hook]]:
        """The hook points in its layers, each with this hook; ``point`` may be another that has heads.

        Raises:
            InputError: A layer that the model does not have.
        """
        if model.lm.cfg.cross is None:
            return self._hooks_at(point, model)
        layers, anywhere = indices("layer", self.layers, model.lm.cfg.n_layers), replace(self, layers=None)
        return [(f"lm.blocks.{layer}.{model.lm.cfg.mixer_of(layer)}.{point}", anywhere) for layer in layers]

    def __call__(self, activation: Tensor, hook: HookPoint) -> Tensor | None:
        """Returns the changed activation, or None where the pass comes to none of the places."""
        self._check_point(hook, any_point=True)
        return super().__call__(activation, hook)

    def _changed(self, place: Place) -> tuple[Place, Tensor]:
        n_heads = place.view.shape[2]
        if self.num_heads not in (None, n_heads):
            raise InputError(f"num_heads={self.num_heads}, but {place.hook.name} has {n_heads} heads.")
        given = value_at(self.replacement, place.hook)
        value = given.tensor
        if value.ndim == 3 and not self.per_row:
            value = value.unsqueeze(place.hook.head_axis or 0)
        elif value.ndim == 2 and not self.per_row and not place.hook.is_by_key:
            value = value.unsqueeze(1)
        return values_for(replace(given, tensor=value), place, source=self.source_positions, per_row=self.per_row)
