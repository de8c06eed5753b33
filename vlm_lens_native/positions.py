"""Positions, as every part of the library takes them: from what a user gives to rows of an activation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from jaxtyping import Bool
from torch import Tensor

from .errors import InputError
from .hooks import ForwardPass, n_prompt

Positions = int | slice | Sequence[int] | Tensor | Any


class KeptRows:
    """The rows of a pass's activations that some positions mean.

    Args:
        positions: An index, a slice, a list, a boolean mask, or a token layout's selection; None keeps all rows. They
            count from the start of the sequence; negative ones count from the end of each pass.
    """

    def __init__(self, positions: Positions) -> None:
        self.positions = positions
        self._n_seen = 0

    def of(self, run: ForwardPass) -> Tensor:
        """The rows of a pass that are kept, ``[kept]`` or ``[batch kept]``."""
        return select_positions(self.positions, run.n_pos, run.n_past or 0)

    def cut(self, activation: Tensor, axis: int | None, run: ForwardPass, computed: Tensor | None = None) -> Tensor:
        """The kept rows of an activation.

        Args:
            activation: Of a hook point.
            axis: Its axis of positions; None (in the vision encoder) keeps it whole.
            run: The pass that it belongs to.
            computed: The rows that it holds, in ascending order; None if it holds all.
        """
        if self.positions is None or axis is None:
            return activation
        self._n_seen = max(self._n_seen, (run.n_past or 0) + run.n_pos)
        kept = self.of(run)
        if computed is not None:
            kept = torch.searchsorted(computed, kept)
        return pick(activation, axis, kept.to(activation.device))

    def check(self) -> None:
        """To be called after the last pass.

        Raises:
            InputError: Positions are meant that no pass came to.
        """
        if self.positions is not None and self._n_seen:
            select_positions(self.positions, self._n_seen, strict=True)


def take(activation: Tensor, positions: Positions, axis: int) -> Tensor:
    """Some positions of a whole activation; an index drops the axis, as indexing does.

    Args:
        activation: With a batch axis before the axis of positions, or without one.
        positions: As for ``select_positions``; None takes all.
        axis: The axis of positions, counted from the end.

    Raises:
        InputError: Positions that it does not have, or one set for each row where there is no batch axis.
    """
    if positions is None:
        return activation
    n_pos, first = activation.shape[axis], activation.ndim + axis
    if isinstance(positions, slice):
        return activation[(slice(None),) * first + (positions,)]
    if isinstance(positions, int | np.integer):
        return activation.select(axis, int(select_positions(int(positions), n_pos, strict=True)))
    given = _as_tensor(positions)
    if given.dtype == torch.bool and given.shape[-1] != n_pos:
        raise InputError(f"A mask of shape {list(given.shape)} does not fit {n_pos} positions.")
    kept = select_positions(given, n_pos, strict=True).to(activation.device)
    if kept.ndim == 2 and len(kept) != (len(activation) if first else 1):
        raise InputError(f"Positions of {len(kept)} rows were given for {len(activation) if first else 1} rows.")
    return pick(activation, axis, kept if first or kept.ndim == 1 else kept[0])


def pick(activation: Tensor, axis: int, kept: Tensor) -> Tensor:
    """The rows ``kept [row]``, or ``[batch row]``, of an axis; beams and samples of a prompt keep the same rows."""
    if kept.ndim == 1:
        return activation.index_select(axis, kept)
    kept = kept.repeat_interleave(len(activation) // len(kept), dim=0)
    batch = torch.arange(len(kept), device=kept.device)[:, None]
    return activation.movedim(axis, 1)[batch, kept].movedim(1, axis)


def select_positions(positions: Positions, n_pos: int, n_past: int = 0, *, strict: bool = False) -> Tensor:
    """The indices, within a pass of ``n_pos`` positions after ``n_past`` cached ones, that ``positions`` means.

    Args:
        positions: An index, a slice, a list or tensor of indices, a boolean mask over the prompt, or a token layout's
            selection (or 2-D mask), which has its own positions for each row.
        n_pos: Positions that the pass computes.
        n_past: Positions before them in the KV cache.
        strict: Whether all of them must lie within the sequence so far.

    Returns:
        ``[kept]``, or ``[batch kept]`` where rows have positions of their own.

    Raises:
        InputError: A mask that is longer than the sequence, or rows with different numbers of positions; with
            ``strict``, an index beyond the sequence.
    """
    end = n_past + n_pos
    chosen = torch.arange(end)[positions] if isinstance(positions, slice) else _as_tensor(positions)
    if chosen.dtype == torch.bool and chosen.ndim == 2:
        rows = [select_positions(row, n_pos, n_past, strict=strict) for row in chosen]
        if len({len(row) for row in rows}) > 1:
            raise InputError(
                f"The rows select {[len(row) for row in rows]} positions; one cache needs the same number in each. "
                "Run the rows by themselves, or cache all positions and select afterwards."
            )
        return torch.stack(rows)
    if chosen.dtype == torch.bool:
        if chosen.ndim != 1 or (n_past == 0 and len(chosen) != n_pos and not strict):
            raise InputError(f"A mask of shape {list(chosen.shape)} does not fit {n_pos} positions.")
        chosen = chosen.nonzero()[:, 0]
    absolute = chosen.reshape(-1).long()
    absolute = torch.where(absolute < 0, absolute + end, absolute)
    inside = (absolute >= 0) & (absolute < end)
    if strict and not inside.all():
        raise InputError(f"Positions {positions!r} lie outside the sequence of {end} positions.")
    return absolute[inside & (absolute >= n_past)] - n_past


def marked(positions: Positions, *, batch: int, start: int, stop: int) -> Bool[Tensor, "batch pos"]:
    """Which of the positions from ``start`` to ``stop`` of each row are meant.

    Args:
        positions: As for ``select_positions``, also with another number in each row; None means all.
        batch: Rows of the activation; beams and samples of a prompt, one behind another, keep its positions.
        start: First position that the activation holds.
        stop: Position behind its last one.

    Raises:
        InputError: Rows that don't fit the batch; outside ``generate``, in a pass from the start of the sequence,
            positions beyond its end.
    """
    if positions is None:
        return torch.ones(batch, stop - start, dtype=torch.bool)
    given = torch.arange(stop)[positions] if isinstance(positions, slice) else _as_tensor(positions)
    rows = list(given) if given.dtype == torch.bool and given.ndim == 2 else [given]
    if batch % len(rows):
        raise InputError(f"Positions of {len(rows)} rows were given for an activation of {batch} rows.")
    found = torch.zeros(len(rows), stop - start, dtype=torch.bool)
    for mark, row in zip(found, rows, strict=True):
        absolute = row.nonzero()[:, 0] if row.dtype == torch.bool else row.reshape(-1).long()
        absolute = torch.where(absolute < 0, absolute + stop, absolute).cpu()
        if start == 0 and n_prompt() is None and not ((absolute >= 0) & (absolute < stop)).all():
            raise InputError(f"Positions {positions!r} lie outside the sequence of {stop} positions.")
        mark[absolute[(absolute >= start) & (absolute < stop)] - start] = True
    return found.repeat_interleave(batch // len(rows), dim=0)


def _as_tensor(positions: Any) -> Tensor:
    return positions if isinstance(positions, Tensor) else torch.from_numpy(np.atleast_1d(np.asarray(positions)))
