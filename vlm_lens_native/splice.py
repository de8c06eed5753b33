"""A dictionary in its place: a sparse autoencoder or a transcoder, SAELens's or like them, as a hook.

A dictionary reads at one hook point and writes at one: the same, or another behind it (a transcoder). While it is
spliced in, there are hook points within it, named as SAELens names them, with the name of the point it writes to in
front: ``lm.blocks.2.hook_resid_post.hook_sae_acts_post``. In the order in which they fire:

====================== ======================  ===========================================================
``hook_sae_input``     like the point read     what is encoded
``hook_sae_acts_pre``  ``batch pos feature``   before the activation function; of SAELens's dictionaries only
``hook_sae_acts_post`` ``batch pos feature``   the features
``hook_sae_recons``    like the point written  what the features decode to
``hook_sae_error``     like the point written  what the dictionary leaves out; with the error term only
``hook_sae_output``    like the point written  what the model goes on with
====================== ======================  ===========================================================
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, Literal, Protocol, cast, get_args, runtime_checkable
from weakref import WeakKeyDictionary

import torch
from torch import Tensor, nn

from vlm_lens_native.cells import find_cells, query_span
from vlm_lens_native.errors import InputError
from vlm_lens_native.hooking import Hookable
from vlm_lens_native.hooks import ForwardPass, HookPoint, HookSet, Recorder, pass_under_way
from vlm_lens_native.positions import Positions, as_positions

Gradient = Literal["features", "through"]


@runtime_checkable
class Dictionary(Protocol):
    """What can be spliced in: SAELens's ``SAE`` and ``Transcoder``, or anything with these two methods.

    Where it reads and writes is said by ``cfg.metadata.hook_name`` and ``hook_name_out``, as SAELens does, or by the
    user. SAELens's ``use_error_term`` is asked for where it is there.
    """

    def encode(self, x: Tensor, /) -> Tensor:
        """Features ``[... feature]`` of activations ``[... d_in]``."""
        ...

    def decode(self, features: Tensor, /) -> Tensor:
        """Activations ``[... d_out]`` of features."""
        ...


Dictionaries = Dictionary | Sequence[Dictionary] | Mapping[Any, Dictionary] | Any


def find_splices(
    model: Hookable,
    saes: Dictionaries,
    positions: Positions = None,
    use_error_term: bool | None = None,
    gradient: Gradient = "features",
) -> list[Splice]:
    """Dictionaries in their places; arguments and errors as of ``model.saes``."""
    if gradient not in get_args(Gradient):
        raise InputError(f'gradient is "features" or "through", got {gradient!r}.')
    if isinstance(saes, Mapping):
        placed = [(place if isinstance(place, tuple) else (place, place), sae) for place, sae in saes.items()]
    else:
        placed = [(_place(sae), sae) for sae in (saes if isinstance(saes, Sequence) else [saes])]
    splices = []
    for place, sae in placed:
        check_dictionary(sae)
        reads, writes = (_point(model, name) for name in place)
        has_error = bool(getattr(sae, "use_error_term", False)) if use_error_term is None else use_error_term
        splices.append(Splice(sae, reads, writes, positions, has_error, gradient))
    return splices


def only_splice(model: Hookable, sae: Dictionaries) -> Splice:
    """One dictionary in its place, at the tokens and with its error term.

    Raises:
        InputError: There are several, or none; or as for ``saes``.
    """
    splices = find_splices(model, sae, use_error_term=True)
    if len(splices) != 1:
        raise InputError(f"One dictionary is needed here, got {len(splices)}.")
    return splices[0]


def check_dictionary(sae: Any) -> None:
    """Sees that something is a dictionary, whose features say all of what it makes of a token.

    Raises:
        InputError: It is not.
    """
    if not isinstance(sae, Dictionary):
        raise InputError(f"A dictionary has methods encode and decode, as SAELens's SAE does; got {sae!r}.")
    if hasattr(sae, "encode_with_predictions"):
        raise InputError(
            "SAELens's TemporalSAE predicts a token from those before it, padding among them, and its decode leaves "
            "the prediction out: its features don't say what it makes of a token, so it can't be spliced in."
        )


def _point(model: Hookable, name: str) -> HookPoint:
    found = model.hook_names(name)
    if len(found) > 1:
        raise InputError(f"A dictionary belongs at one hook point; {name!r} means {len(found)}.")
    return model.hook_dict[found[0]]


def _place(sae: Any) -> tuple[str, str]:
    """Where a dictionary reads and writes, as it says itself."""
    metadata = getattr(getattr(sae, "cfg", None), "metadata", None)
    reads = getattr(metadata, "hook_name", None)
    if reads is None:
        raise InputError(
            f"{type(sae).__name__} does not say at which hook point it belongs (cfg.metadata.hook_name); give "
            "{'lm.blocks.2.hook_resid_post': sae}."
        )
    return reads, getattr(metadata, "hook_name_out", None) or reads


_INPUT, _PRE, _ACTS, _RECONS, _ERROR, _OUTPUT = (
    f"hook_sae_{part}" for part in ("input", "acts_pre", "acts_post", "recons", "error", "output")
)


class Splice:
    """One dictionary in its place, as a hook."""

    def __init__(
        self,
        sae: Dictionary,
        reads: HookPoint,
        writes: HookPoint,
        positions: Positions,
        has_error: bool,
        gradient: Gradient,
    ) -> None:
        self.sae, self.has_error, self.gradient = sae, has_error, gradient
        self.reads, self.writes = reads.name, writes.name
        self._positions = as_positions(positions)
        for point in (reads, writes):
            if point.position_axis != 1 or point.is_by_key or point.axes[:2] != writes.axes[:2]:
                raise InputError(f"A dictionary can't be spliced in at {point.name}, whose axes are {point.axes}.")
        features = (*writes.axes[:2], "feature")
        axes = {_INPUT: reads.axes, _PRE: features, _ACTS: features}
        axes |= {_RECONS: writes.axes, _ERROR: writes.axes, _OUTPUT: writes.axes}
        if not has_error:
            del axes[_ERROR]
        if not isinstance(getattr(sae, _PRE, None), nn.Module):
            del axes[_PRE]
        self.points = {
            name: _inner(writes, name, of, shared=name in (_INPUT, _ERROR, _OUTPUT)) for name, of in axes.items()
        }
        self._read: WeakKeyDictionary[ForwardPass, Tensor] = WeakKeyDictionary()

    def hooks(self) -> HookSet:
        """What listens for it, and the hook points within it."""
        hooks = HookSet(points={point.name: point for point in self.points.values()})
        if self.reads != self.writes:
            hooks.at(self.reads).recorders.append(Recorder(self._keep))
        hooks.at(self.writes).edits.append(self)
        return hooks

    def _keep(self, x: Tensor, point: HookPoint, rows: Tensor | None) -> None:
        run = pass_under_way()
        assert run is not None
        self._read[run] = x

    def __call__(self, y: Tensor, point: HookPoint) -> Tensor | None:
        """What the model goes on with in place of ``y``; None where that is ``y`` itself."""
        run = pass_under_way()
        assert run is not None
        x = y if self.reads == self.writes else self._read.pop(run, None)
        if x is None:
            raise InputError(
                f"A dictionary that reads at {self.reads} and writes at {self.writes} finds nothing to read: the pass "
                "comes there first. A pair of names is (where it reads, where it writes)."
            )
        span = query_span(y, point)
        cells = find_cells(self._positions, span)
        if not len(cells):
            return None
        here = cells.mask(span).to(y.device)
        return self._spliced(x, y, here, run)

    def _spliced(self, x: Tensor, y: Tensor, here: Tensor, run: ForwardPass) -> Tensor | None:
        """Features, what they decode to, and that in the place of ``y`` at the positions ``here``."""
        x = x.detach() if self.gradient == "features" else x

        # 1. the features of what is read; elsewhere they are 0
        given, given_edited = self._at(_INPUT, x, run)
        try:
            acts = self._encoded(given, run)
        except RuntimeError as error:
            raise InputError(
                f"{type(self.sae).__name__} can't encode {self.reads}, {list(given.shape)} ({error}). It gets what "
                "passes there: at hook_z by head, so one over all heads flattens the last two axes itself."
            ) from error
        acts, acts_edited = self._at(_ACTS, torch.where(_like(here, acts), acts, 0), run)
        edited = given_edited or acts_edited or self._listened(_PRE, run)  # which acts within the dictionary

        # 2. what they decode to; nobody needs it where the activation would only be put together again
        if self.has_error and not (edited or any(self._listened(name, run) for name in (_RECONS, _ERROR, _OUTPUT))):
            return None
        recons, recons_edited = self._at(_RECONS, self._decoded(acts, given), run)
        if not self.has_error:
            return self._at(_OUTPUT, torch.where(_like(here, y), recons.to(y), y), run)[0]

        # 3. with the error term: the activation itself, moved by as much as features and error have been moved
        # (encoded anew: dictionaries that normalise can decode once for each time that they encode)
        plain = self._decoded(self._encoded(x, None), x)
        left_out = y.to(plain) - plain.detach()
        error, error_edited = self._at(_ERROR, left_out, run)
        moved = [recons - plain] if edited or recons_edited else []
        moved += [error - left_out] if error_edited else []
        new = y + torch.where(_like(here, y), cast(Tensor, sum(moved)).to(y), 0) if moved else y
        new, output_edited = self._at(_OUTPUT, new, run)
        return new if moved or output_edited else None

    def _at(self, name: str, x: Tensor, run: ForwardPass) -> tuple[Tensor, bool]:
        return self.points[name].tell(x, run)

    def _listened(self, name: str, run: ForwardPass | None) -> bool:
        return name in self.points and self.points[name].wanted(run)

    def _encoded(self, x: Tensor, run: ForwardPass | None) -> Tensor:
        """The features, in the dictionary's dtype; who listens before the activation function does so within it."""
        x = fitted(self.sae, x)
        if not self._listened(_PRE, run):
            with self._constant(x):
                return self.sae.encode(x)
        tap = getattr(self.sae, _PRE).register_forward_hook(lambda module, args, out: self.points[_PRE](out, run))
        try:
            with nullcontext() if self.gradient == "through" else frozen(self.sae):
                return self.sae.encode(x)
        finally:
            tap.remove()

    def _decoded(self, acts: Tensor, x: Tensor) -> Tensor:
        with self._constant(acts):
            return decoded(self.sae, acts, x)

    def _constant(self, x: Tensor) -> AbstractContextManager[Any]:
        """Within the block, the dictionary's weights take no part in gradients, unless those are wanted."""
        if self.gradient == "through":
            return nullcontext()
        return frozen(self.sae) if x.requires_grad else torch.no_grad()


def fitted(sae: Dictionary, x: Tensor) -> Tensor:
    """Activations in the dtype and on the device of a dictionary's weights."""
    weight = next(sae.parameters(), None) if isinstance(sae, nn.Module) else None
    return x if weight is None else x.to(weight.device, weight.dtype)


def decoded(sae: Dictionary, acts: Tensor, x: Tensor) -> Tensor:
    """What a dictionary makes of ``x`` and its features.

    Beside what they decode to that is, in transcoders that skip, what goes by them: SAELens's ``SkipTranscoder`` adds
    ``x @ W_skip.T`` in ``forward``, and not in ``decode``.
    """
    recons, skip = sae.decode(acts), getattr(sae, "W_skip", None)
    return recons if skip is None else recons + x.to(recons) @ skip.to(recons).T


@contextmanager
def frozen(sae: Any) -> Iterator[None]:
    """Within the block, a dictionary's weights need no gradient."""
    learnt = [weight for weight in sae.parameters() if weight.requires_grad] if isinstance(sae, nn.Module) else []
    for weight in learnt:
        weight.requires_grad_(False)
    try:
        yield
    finally:
        for weight in learnt:
            weight.requires_grad_(True)


def _inner(place: HookPoint, name: str, axes: Sequence[str], *, shared: bool) -> HookPoint:
    """A hook point within a dictionary that writes to a place."""
    point = HookPoint(" ".join(axes), shared=shared)
    point.name, point.layer = f"{place.name}.{name}", place.layer
    return point


def _like(mask: Tensor, x: Tensor) -> Tensor:
    """``[batch pos]`` with further axes of length 1, to go with ``x``."""
    return mask.view(*mask.shape, *[1] * (x.ndim - 2))
