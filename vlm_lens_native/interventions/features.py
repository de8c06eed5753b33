"""Interventions on features of a dictionary (an SAE or a transcoder), which need not be spliced in for them."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import KW_ONLY, dataclass, field, replace
from typing import Any
from weakref import WeakKeyDictionary

import torch
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.hooking import Hookable
from vlm_lens_native.hooks import ForwardPass, Hook, HookPoint, pass_under_way
from vlm_lens_native.indices import Indices, indices
from vlm_lens_native.interventions.base import Intervention, Place
from vlm_lens_native.splice import Dictionaries, Dictionary, decoded, fitted, frozen, only_splice

Amount = float | int | Tensor


@dataclass(frozen=True, eq=False, repr=False)
class _FeatureEdit(Intervention):
    """Moves an activation by what an edit of some features changes in what they decode to."""

    sae: Dictionaries
    features: Indices
    _: KW_ONLY
    _read: WeakKeyDictionary[ForwardPass, Tensor] | None = field(init=False, default=None)

    def hooks(self, model: Hookable) -> list[tuple[str, Hook]]:
        """The dictionary's hook point with this hook: ``model.run_with_hooks(inputs, it.hooks(model))``.

        Raises:
            HookNameError: The dictionary's hook point is none of the model's.
            InputError: The dictionary does not say where it belongs, and was not given as ``{name: dictionary}``.
        """
        splice = only_splice(model, self.sae)
        if splice.reads == splice.writes:
            return [(splice.writes, self._of(splice.sae))]
        read: WeakKeyDictionary[ForwardPass, Tensor] = WeakKeyDictionary()
        return [(splice.reads, _Keep(read)), (splice.writes, self._of(splice.sae, read))]

    def _of(self, sae: Dictionary, read: WeakKeyDictionary[ForwardPass, Tensor] | None = None) -> _FeatureEdit:
        made = replace(self, sae=sae)
        object.__setattr__(made, "_read", read)
        return made

    def __getstate__(self) -> dict[str, Any]:
        return {**super().__getstate__(), "_read": None if self._read is None else WeakKeyDictionary()}

    def _changed(self, place: Place) -> tuple[Place, Tensor]:
        sae = self.sae
        if not isinstance(sae, Dictionary):
            raise InputError(
                f"{type(self).__name__} was given several dictionaries, or one by the name of its hook point: its "
                ".hooks(model) puts it there."
            )
        old = place.old
        x = fitted(sae, old if self._read is None else self._kept(place, self._read))
        with frozen(sae):
            acts = sae.encode(x)
            chosen = torch.tensor(indices("feature", self.features, acts.shape[-1]), device=acts.device)
            edited = decoded(sae, acts.index_copy(-1, chosen, self._edited(acts[..., chosen])), x)
            # encoded anew: dictionaries that normalise can decode once for each time that they encode
            moved = edited - decoded(sae, sae.encode(x), x)
        return place, old + moved.to(old)

    def _kept(self, place: Place, kept: WeakKeyDictionary[ForwardPass, Tensor]) -> Tensor:
        """What a transcoder has read in this pass."""
        run = pass_under_way()
        read = None if run is None else kept.pop(run, None)
        if read is None:
            raise InputError(
                f"The pass comes to {place.hook.name} before it comes to where the dictionary reads: a pair of names "
                "is (where it reads, where it writes)."
            )
        read = read.movedim(place.hook.position_axis, 1)
        return read if place.everywhere else read[place.cells.row, place.cells.pos]

    @abstractmethod
    def _edited(self, acts: Tensor) -> Tensor:
        """``[... chosen]``: the features as they are to be."""


@dataclass(frozen=True)
class _Keep:
    """Notes what passes where a transcoder reads."""

    read: WeakKeyDictionary[ForwardPass, Tensor]

    def __call__(self, activation: Tensor, hook: HookPoint) -> None:
        run = pass_under_way()
        assert run is not None
        self.read[run] = activation


@dataclass(frozen=True, eq=False, repr=False)
class AblateFeatures(_FeatureEdit):
    """Sets features of a dictionary to zero: the activation moves by what they decode to, and by nothing else.

    Args:
        sae: An SAE or a transcoder, or ``{name: it}`` for one that does not say where it belongs, for ``hooks``.
        features: Which of its features.
    """

    def _edited(self, acts: Tensor) -> Tensor:
        return torch.zeros_like(acts)


@dataclass(frozen=True, eq=False, repr=False)
class ClampFeatures(_FeatureEdit):
    """Sets features of a dictionary to a value, wherever they are active or not.

    Source: Templeton et al., "Scaling Monosemanticity" (2024), who steer by it.

    Args:
        sae: As for `AblateFeatures`.
        features: Which of its features.
        value: What they are set to: a number, or ``[feature]``, one for each.
    """

    value: Amount

    def _edited(self, acts: Tensor) -> Tensor:
        return torch.as_tensor(self.value, dtype=acts.dtype, device=acts.device).expand_as(acts)


@dataclass(frozen=True, eq=False, repr=False)
class SteerFeatures(_FeatureEdit):
    """Adds to features of a dictionary: the activation moves by so much of each one's direction.

    Args:
        sae: As for `AblateFeatures`.
        features: Which of its features.
        amount: What is added: a number, or ``[feature]``, one for each.
    """

    amount: Amount

    def _edited(self, acts: Tensor) -> Tensor:
        return acts + torch.as_tensor(self.amount, dtype=acts.dtype, device=acts.device)
