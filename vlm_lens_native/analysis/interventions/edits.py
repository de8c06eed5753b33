"""Interventions on any activation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, field

import torch
from jaxtyping import Float
from torch import Tensor

from ...errors import InputError
from ...hooks import HookPoint, n_prompt
from ...positions import Positions, take
from .base import HEADS_FIRST, Edit, Places, Rows


@dataclass(frozen=True, repr=False, eq=False)
class ZeroAblation(Edit):
    """Sets activations to zero."""

    token_idx: Positions = None
    batch_idx: Rows = None

    def _changed(self, part: Tensor, places: Places, hook: HookPoint) -> Tensor:
        return torch.zeros_like(part)


@dataclass(frozen=True, repr=False, eq=False)
class ScaleActivation(Edit):
    """Multiplies activations by ``scale``."""

    scale: float
    token_idx: Positions = None
    batch_idx: Rows = None

    def _changed(self, part: Tensor, places: Places, hook: HookPoint) -> Tensor:
        return part * self.scale


@dataclass(frozen=True, repr=False, eq=False)
class AddActivation(Edit):
    """Adds ``scale * direction``: a steering vector.

    Args:
        direction: One for all places, ``[d]`` (or ``[head d]``); or one for each, as for ``PatchActivation``.
        scale: Its factor.
    """

    direction: Tensor
    scale: float = 1.0
    token_idx: Positions = None
    batch_idx: Rows = None

    def _changed(self, part: Tensor, places: Places, hook: HookPoint) -> Tensor:
        return part + self.scale * at_places(self.direction, part, places, hook)


@dataclass(frozen=True, repr=False, eq=False)
class PatchActivation(Edit):
    """Replaces activations, by those of another run for instance.

    Args:
        replacement: What to put in: one value for all places (``[d]``, or ``[head d]`` where there are heads); a value
            for each selected position, ``[selected d]``, or for each position of the sequence, ``[pos d]``; either with
            a batch axis in front, of the activation's rows or of 1. A cached activation is such a value.
        source_positions: The positions of ``replacement`` to take, in ascending order, as many as are selected; for a
            source whose tokens stand elsewhere.
    """

    replacement: Tensor
    token_idx: Positions = None
    batch_idx: Rows = None
    _: KW_ONLY
    source_positions: Positions = None

    def _changed(self, part: Tensor, places: Places, hook: HookPoint) -> Tensor:
        return at_places(self.replacement, part, places, hook, source=self.source_positions)


@dataclass(frozen=True, repr=False, eq=False)
class PatchHead(Edit):
    """Replaces the activations of one head or several: at ``hook_z``, or wherever there are heads.

    Args:
        head_idx: The head, or several.
        replacement: As for ``PatchActivation``, with all heads; or ``[d]`` or ``[selected d]``, for all chosen ones.
        num_heads: How many heads there are; only checked, since the activation tells.
    """

    head_idx: int | Sequence[int]
    replacement: Tensor
    num_heads: int | None = None
    token_idx: Positions = None
    batch_idx: Rows = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.heads is not None:
            raise InputError("PatchHead takes its heads as head_idx.")

    @property
    def _chosen(self) -> int | Sequence[int]:
        return self.head_idx

    def _changed(self, part: Tensor, places: Places, hook: HookPoint) -> Tensor:
        value, n_heads = self.replacement, part.shape[1]
        if self.num_heads not in (None, n_heads):
            raise InputError(f"num_heads={self.num_heads}, but {hook.name} has {n_heads} heads.")
        if value.ndim == part.ndim - 1 and value.shape[0] != n_heads:  # [selected d]
            value = value.unsqueeze(1).expand(-1, n_heads, -1)
        return at_places(value, part, places, hook)


@dataclass(frozen=True, repr=False, eq=False)
class MeanAblation(Edit):
    """Replaces activations by a mean.

    Args:
        mean: The mean ``[d]`` (or ``[head d]``), or activations to take it of, over all axes in front of those. None
            takes the mean of each row over the positions that are replaced, in the pass at hand.
    """

    mean: Tensor | None = None
    token_idx: Positions = None
    batch_idx: Rows = None

    def _changed(self, part: Tensor, places: Places, hook: HookPoint) -> Tensor:
        if self.mean is not None:
            mean = self.mean.flatten(0, -part.ndim) if self.mean.ndim >= part.ndim else self.mean[None]
            return at_places(mean.float().mean(0), part, places, hook)
        sums = torch.zeros(len(places.found), *part.shape[1:], dtype=torch.float32, device=part.device)
        sums.index_add_(0, places.batch, part.float())
        return (sums / places.found.sum(1).clamp(min=1).view(-1, *(1,) * (part.ndim - 1)))[places.batch].to(part.dtype)


@dataclass(frozen=True, repr=False, eq=False)
class ResampleAblation(Edit):
    """Replaces the activation of each place by one that is drawn from a pool.

    Args:
        pool: Activations to draw from, ``[... d]`` (or ``[... head d]``), such as cached ones of other inputs.
        seed: Of the draw; the same at every hook point and step.
    """

    pool: Tensor
    token_idx: Positions = None
    batch_idx: Rows = None
    _: KW_ONLY
    seed: int = 0

    def _changed(self, part: Tensor, places: Places, hook: HookPoint) -> Tensor:
        if self.pool.ndim < part.ndim or self.pool.shape[1 - part.ndim :] != part.shape[1:]:
            raise InputError(
                f"A pool of {list(self.pool.shape)} does not end in {list(part.shape[1:])}, as {hook.name} needs."
            )
        pool = self.pool.flatten(0, -part.ndim)
        drawn = torch.randint(len(pool), (len(part),), generator=torch.Generator().manual_seed(self.seed))
        return pool[drawn.to(pool.device)].to(part)


@dataclass(frozen=True, repr=False, eq=False)
class ProjectOut(Edit):
    """Removes what lies along some directions, and keeps the rest.

    Args:
        directions: ``[d]``, or several ``[direction d]`` that need not be orthogonal.
    """

    directions: Tensor
    token_idx: Positions = None
    batch_idx: Rows = None
    _basis: Float[Tensor, "d rank"] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        super().__post_init__()
        if not 1 <= self.directions.ndim <= 2:
            raise InputError(f"Directions are [d] or [direction d], got {list(self.directions.shape)}.")
        given = self.directions.detach().float().view(-1, self.directions.shape[-1])
        left, sizes, _ = torch.linalg.svd(given.T, full_matrices=False)
        object.__setattr__(self, "_basis", left[:, sizes > sizes[0] * 1e-6])
        if not self._basis.shape[1] or not sizes[0]:
            raise InputError("The directions are zero, so there is nothing to project out.")

    def _changed(self, part: Tensor, places: Places, hook: HookPoint) -> Tensor:
        if part.shape[-1] != len(self._basis):
            raise InputError(
                f"Directions of {len(self._basis)} entries don't fit {hook.name}, which has {part.shape[-1]}."
            )
        basis = self._basis.to(part.device)
        return (part.float() - part.float() @ basis @ basis.T).to(part.dtype)


def at_places(value: Tensor, part: Tensor, places: Places, hook: HookPoint, *, source: Positions = None) -> Tensor:
    """The values for ``part [place ...]``, from one for all places or from one for each position.

    Raises:
        InputError: The value's shape fits neither the activation nor the selected positions.
    """
    own = part.shape[1:]
    n_lead = value.ndim - len(own)
    if n_lead > 0 and hook.name.endswith(HEADS_FIRST):
        value = value.movedim(-2, -3)  # heads stand before the positions there
    if source is not None and n_lead > 0:
        value = take(value, [source] if isinstance(source, int) else source, -part.ndim)
    value = value.to(part)
    if n_lead <= 0 and _fits(value.shape, own):
        return value.expand(part.shape)
    n_rows, n_pos = places.found.shape
    counts = places.found.sum(1)[places.batch]
    if n_lead not in (1, 2) or value.shape[n_lead:] != own or (n_lead == 2 and n_rows % len(value)):
        raise InputError(_misfit(value, part, places, hook))
    given = value.shape[n_lead - 1]
    if (counts == given).all():
        index = places.nth
    elif given in (places.first + n_pos, n_prompt()) or (places.first and given <= places.first):
        index = places.first + places.pos
    else:
        raise InputError(_misfit(value, part, places, hook))
    inside = index < given  # under generate, a value of the prompt has none for new tokens
    index = index.clamp(max=given - 1)
    picked = value[index] if n_lead == 1 else value[places.batch // (n_rows // len(value)), index]
    return torch.where(inside.view(-1, *(1,) * len(own)), picked, part)


def _fits(shape: torch.Size, own: torch.Size) -> bool:
    return all(size in (1, wanted) for size, wanted in zip(reversed(shape), reversed(own), strict=False))


def _misfit(value: Tensor, part: Tensor, places: Places, hook: HookPoint) -> str:
    counts = sorted(set(places.found.sum(1).tolist()))
    return (
        f"A value of {list(value.shape)} does not fit {hook.name}: expected {list(part.shape[1:])} for all places; in "
        f"front of that, {places.found.shape[1]} positions (all of this pass) or as many as are selected ({counts} by "
        f"row); and in front of those, 1 or {len(places.found)} rows."
    )
