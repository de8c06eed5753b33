"""Interventions that replace activations by what is typical, or by chance, or take a direction out of them."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass, field, replace

import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.cells import find_cells
from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import Indices
from vlm_lens_native.interventions.base import Intervention, Place
from vlm_lens_native.interventions.values import Given, Value, value_at, values_for
from vlm_lens_native.positions import Positions, as_positions
from vlm_lens_native.span import Span


@dataclass(frozen=True, eq=False, repr=False)
class MeanAblation(Intervention):
    """Replaces activations by a mean.

    Args:
        mean: None takes the mean of each row over its chosen positions, in the pass at hand. A tensor with fewer axes
            than the activation is the mean itself, as for `PatchActivation`. One with as many holds activations of
            other runs, ``[run pos ...]``, whose mean over runs and positions is taken. Or a cache: each hook point gets
            its own activation.
        token_idx: Spectra's word for ``positions``; see `Intervention` for the arguments that all have.
        batch_idx: Spectra's word for ``rows``.
        source_positions: The positions to take the mean over: of the row, or of the other runs. None takes the chosen
            ones, or all tokens of the other runs. Padding of a cache is known; a tensor by itself doesn't tell.
        per_row: As for `PatchActivation`: with True, ``[row d_model]`` is a mean for each row.
    """

    mean: Value | None = None
    token_idx: Positions = None
    batch_idx: Indices | None = None
    _: KW_ONLY
    source_positions: Positions = None
    per_row: bool | None = None

    def _changed(self, place: Place) -> tuple[Place, Tensor]:
        if self.mean is None:
            place = place.by_cells()
            return place, self._own_mean(place).to(place.view.dtype)
        mean = value_at(self.mean, place.hook)
        if mean.tensor.ndim == place.view.ndim:
            return values_for(Given(_mean_of_runs(mean, place, self.source_positions)), place, per_row=False)
        if self.source_positions is not None:
            raise InputError(
                f"The mean {list(mean.tensor.shape)} is given, so there are no source_positions to choose from."
            )
        return values_for(mean, place, per_row=self.per_row)

    def _own_mean(self, place: Place) -> Tensor:
        """The mean of each cell's row over some of its positions."""
        _check_has_mean(place)
        cells, view = place.cells, place.view
        if self.source_positions is not None:
            cells = find_cells(as_positions(self.source_positions), place.span).to(view.device)
        shape = (place.span.n_rows, *view.shape[2:])
        total = view.new_zeros(shape, dtype=_precise(view))
        total = total.index_add(0, cells.row, view[cells.row, cells.pos].to(total.dtype))
        n_each = torch.bincount(cells.row, minlength=len(total))[place.cells.row]
        if (n_each == 0).any():
            raise InputError(
                f"The pass that begins at position {place.span.first} comes to none of source_positions in some row, "
                'so there is no mean to put in. Under generate, limit the hook with tokens="prompt".'
            )
        mean = total[place.cells.row] / n_each.view(-1, *(1,) * (len(shape) - 1))
        return mean if place.heads is None else mean[:, place.heads[0]]


@dataclass(frozen=True, eq=False, repr=False)
class ResampleAblation(Intervention):
    """Replaces the activations of each row by those of another row, drawn at random.

    The draw depends on ``seed`` and the number of rows alone: a row has the same donor at every hook point and step.

    Args:
        pool: Activations to draw from, ``[run pos ...]``, one run for each row, with replacement; positions as for
            `PatchActivation`. Or a cache, whose padding is known. None draws another row of the batch for each row,
            each of them once; its n-th chosen position then goes to the n-th chosen position.
        token_idx: Spectra's word for ``positions``; see `Intervention` for the arguments that all have.
        batch_idx: Spectra's word for ``rows``.
        seed: Of the draw.
        source_positions: As for `PatchActivation`; with a pool only.
    """

    pool: Value | None = None
    token_idx: Positions = None
    batch_idx: Indices | None = None
    _: KW_ONLY
    seed: int = 0
    source_positions: Positions = None

    def _changed(self, place: Place) -> tuple[Place, Tensor]:
        generator, n_own = torch.Generator().manual_seed(self.seed), place.span.n_prompt_rows
        if self.pool is None:
            if n_own == 1 or self.source_positions is not None:
                raise InputError(
                    "ResampleAblation without a pool needs other rows in the batch, and no source_positions."
                )
            drawn = torch.randperm(n_own, generator=generator)
            donors = torch.empty_like(drawn)
            donors[drawn] = drawn.roll(1)
            place = place.by_cells()
            return place, self._from_rows(place, donors)
        pool = value_at(self.pool, place.hook)
        n_runs, shape = len(pool.tensor), list(pool.tensor.shape)
        if len(shape) != place.view.ndim or not n_runs:
            raise InputError(f"A pool for {place.hook.name} is [run, ...] with the activation's axes, got {shape}.")
        sample = torch.randint(n_runs, (n_own,), generator=generator)
        return values_for(pool, place, source=self.source_positions, sample=sample)

    def _from_rows(self, place: Place, donors: Tensor) -> Tensor:
        """The content of the donor's cells: donor ``donors[row]`` of the prompt, copy for copy."""
        cells, span = place.cells, place.span
        n_chosen, rows = (cells.table >= 0).sum(1), torch.tensor(cells.rows)
        if (n_chosen[rows] != n_chosen[donors[rows]]).any():
            raise InputError(f"Rows can't stand in for each other: {n_chosen.tolist()} positions are chosen in them.")
        own, nth = cells.own.cpu(), cells.nth.cpu()
        pos = cells.table[donors[own], nth] - span.first
        if ((pos < 0) | (pos >= span.length)).any():
            raise InputError(
                f"The chosen positions of some row lie before position {span.first}, where the pass begins."
            )
        copies = span.n_rows // span.n_prompt_rows
        row = donors[own] * copies + cells.row.cpu() % copies
        there = replace(cells, row=row.to(place.view.device), pos=pos.to(place.view.device))
        return replace(place, cells=there).old


@dataclass(frozen=True, eq=False, repr=False)
class ProjectOut(Intervention):
    """Takes out of activations what lies along some directions, and keeps the rest.

    Args:
        directions: ``[d]``, or several ``[direction d]``, of the activation's last axis. They need be neither
            orthogonal nor of length 1, and may depend on each other. Those that require grad get their gradients, and
            are read anew in every pass; they may then not depend on each other.
        token_idx: Spectra's word for ``positions``; see `Intervention` for the arguments that all have.
        batch_idx: Spectra's word for ``rows``.
        per_row: With True the first axis stands for the rows of the batch, each of which loses its own directions:
            ``[row d]`` or ``[row direction d]``. Has to be said where there are as many directions as rows.
    """

    directions: Tensor
    token_idx: Positions = None
    batch_idx: Indices | None = None
    _: KW_ONLY
    per_row: bool | None = None
    _known: dict[int, Tensor] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        super().__post_init__()
        given, axes = self.directions.detach(), (2, 3) if self.per_row else (1, 2)
        if given.ndim not in axes or not given.isfinite().all() or not given.any():
            expected = "[row d] or [row direction d]" if self.per_row else "[d] or [direction d]"
            raise InputError(f"Directions are finite and not all zero, {expected}; got {list(given.shape)}: {given}.")

    def _changed(self, place: Place) -> tuple[Place, Tensor]:
        self._check(place)
        if self.per_row:
            place = place.by_cells()
        old = place.old
        basis = self._basis().to(old.device, _precise(old))
        if self.per_row:
            basis = basis[place.cells.own]
        precise = old.to(basis.dtype).reshape(len(old), -1, old.shape[-1])
        rest = precise - (precise @ basis) @ basis.mT
        return place, rest.view(old.shape).to(old.dtype)

    def _check(self, place: Place) -> None:
        shape, n_rows = list(self.directions.shape), place.span.n_prompt_rows
        if place.view.shape[-1] != shape[-1] or (self.per_row and shape[0] != n_rows):
            raise InputError(
                f"Directions of shape {shape} don't fit {place.hook.name}, whose activation is "
                f"{list(place.view.shape)}: the last axes differ{', or the rows' if self.per_row else ''}."
            )
        if self.per_row is None and len(shape) == 2 and shape[0] == n_rows > 1:
            raise InputError(
                f"{shape[0]} directions were given for a batch of {n_rows} rows: say per_row=True (each row loses its "
                "own) or per_row=False (every row loses all of them)."
            )

    def _basis(self) -> Float[Tensor, "*row d rank"]:
        """An orthonormal basis of the directions (of each row's) as they are now, in float64."""
        if self.directions.requires_grad:  # the user may train them, and each backward needs a graph of its own
            return self._learnt_basis()
        version = self.directions._version
        if version not in self._known:
            self._known.clear()
            left, sizes, _ = torch.linalg.svd(self._columns(), full_matrices=False)
            self._known[version] = left * self._independent(sizes)[..., None, :]
        return self._known[version]

    def _learnt_basis(self) -> Float[Tensor, "*row d rank"]:
        """By QR, whose gradient is finite where that of the SVD is not: for directions of equal length."""
        columns = self._columns()
        if not self._independent(torch.linalg.svdvals(columns.detach())).all():
            raise InputError(
                f"Directions {list(self.directions.shape)} that depend on each other have no gradient; leave some out, "
                "or detach them."
            )
        return torch.linalg.qr(columns).Q

    def _columns(self) -> Float[Tensor, "*row d direction"]:
        single = self.directions.ndim == (2 if self.per_row else 1)
        return (self.directions.unsqueeze(-2) if single else self.directions).double().mT

    def _independent(self, sizes: Float[Tensor, "*row direction"]) -> Tensor:
        """Which singular values are more than rounding."""
        return sizes > sizes[..., :1] * max(self.directions.shape) * torch.finfo(torch.float32).eps


def _mean_of_runs(given: Given, place: Place, source: Positions) -> Tensor:
    """The mean of ``[run pos ...]`` over runs and positions; without positions, over the tokens."""
    _check_has_mean(place)
    runs = given.tensor
    n_runs, n_pos = runs.shape[:2]
    cells = find_cells(as_positions(source), Span.of_value(n_runs, n_pos, given.tokens)).to(runs.device)
    if not len(cells):
        raise InputError("source_positions choose nothing, so there is no mean to put in.")
    return runs[cells.row, cells.pos].to(_precise(runs)).mean(dim=0)


def _check_has_mean(place: Place) -> None:
    if place.hook.is_by_key:
        raise InputError(
            f"The mean of {place.hook.name} over queries would let each of them see what comes after it. Give the mean "
            "itself, [head query key]."
        )


def _precise(x: Tensor) -> torch.dtype:
    """The dtype to compute in: float32, or float64 for that."""
    return torch.promote_types(x.dtype, torch.float32)
