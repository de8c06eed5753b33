"""Positions, as every part of the library takes them: from what a user gives to rows of an activation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from jaxtyping import Bool
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.indices import is_number, runs
from vlm_lens_native.span import Span

Positions = int | slice | Sequence[int] | Tensor | Any
_EXPECTED = (
    "Positions are an index, a slice, a list of indices, a mask over [pos] or [batch pos], or a selection of a token "
    "layout, such as model.token_layout(inputs).images"
)


class KeptRows:
    """The rows of a pass's activations that some positions mean.

    Args:
        positions: An index, a slice, a list, a boolean mask, or a token layout's selection; None keeps all rows. They
            count from the start of the sequence; negative ones count from the end of each pass. Numbers and slices
            count the columns of a batch, padding included; an index alone that falls on padding raises.
    """

    def __init__(self, positions: Positions) -> None:
        self.positions = positions
        self._n_seen = 0

    def of(self, span: Span) -> Tensor:
        """The rows of a pass that are kept, ``[kept]`` or ``[batch kept]``."""
        return select_positions(self.positions, span.length, span.first, n_prompt=span.n_prompt)

    def cut(self, activation: Tensor, point: HookPoint, computed: Tensor | None = None) -> Tensor:
        """The kept rows of an activation, in the pass under way; in front of the decoder it is kept whole.

        Args:
            activation: Of a hook point.
            point: The hook point.
            computed: The rows that it holds, in ascending order; None if it holds all.
        """
        axis, span = point.query_axis, None if self.positions is None else point.span
        if axis is None or span is None:
            return activation
        return self.cut_rows(activation, axis, span, computed)

    def cut_rows(self, values: Tensor, axis: int, span: Span, computed: Tensor | None = None) -> Tensor:
        """As `cut`, of whatever has the positions of a span on an axis."""
        if self.positions is None:
            return values
        self._n_seen = max(self._n_seen, span.end)
        kept = self.of(span)
        if is_number(self.positions) and len(kept):
            check_is_token(int(kept), span.tokens)
        if kept.ndim == 2:
            span.check_rows(len(kept))
        if computed is not None:
            kept = torch.searchsorted(computed, kept)
        return pick(values, axis, kept.to(values.device))

    def check(self) -> None:
        """To be called after the last pass.

        Raises:
            InputError: Positions are meant that no pass came to.
        """
        if self.positions is not None and self._n_seen:
            select_positions(self.positions, self._n_seen, strict=True)


def check_is_token(positions: Positions, tokens: Bool[Tensor, "*batch pos"] | None) -> None:
    """Raises an InputError for an index alone, which counts columns of a padded batch, that is padding in some row.

    Args:
        positions: As a user gave them; anything but an index passes.
        tokens: Which of the positions are tokens; None if all are.
    """
    if tokens is None or not is_number(positions) or not -tokens.shape[-1] <= int(positions) < tokens.shape[-1]:
        return
    if rows := (~tokens.reshape(-1, tokens.shape[-1])[:, int(positions)]).nonzero().flatten().tolist():
        raise InputError(
            f"Position {int(positions)} counts the columns of a padded batch, and is padding in the rows {rows}. Take "
            "a selection of model.token_layout(inputs), such as layout.last, which has each row's own position; or a "
            "slice, of which cache.tokens tells what is padding."
        )


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
    if is_number(positions):
        return activation.select(axis, int(select_positions(int(positions), n_pos, strict=True)))
    given = as_positions(positions)
    if isinstance(given, Tensor) and given.dtype == torch.bool and given.shape[-1] != n_pos:
        raise InputError(
            f"A selection or mask of shape {list(given.shape)} does not fit {n_pos} positions: it was made of other "
            "inputs, or the cache keeps some positions only."
        )
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


def places_of(wanted: Tensor, held: Tensor) -> Tensor:
    """Where positions (each row its own, or one set) stand among those that are held, likewise.

    Raises:
        InputError: They are not among them.
    """
    n_rows = max([len(each) for each in (held, wanted) if each.ndim == 2], default=1)
    rows = []
    for nth, (own, those) in enumerate(zip(held.expand(n_rows, -1), wanted.expand(n_rows, -1), strict=True)):
        same = own == those[:, None]
        if not same.any(1).all():
            raise InputError(
                f"Positions {spelled(those[~same.any(1)])} of row {nth} were not kept, only {spelled(own)}: give "
                "run_with_cache(positions=) all that are needed."
            )
        rows.append(same.int().argmax(1))
    return torch.stack(rows) if max(held.ndim, wanted.ndim) == 2 else rows[0]


def select_positions(
    positions: Positions, n_pos: int, n_past: int = 0, *, n_prompt: int | None = None, strict: bool = False
) -> Tensor:
    """The indices, within a pass of ``n_pos`` positions after ``n_past`` cached ones, that ``positions`` means.

    Args:
        positions: An index, a slice, a list or tensor of indices, a boolean mask over the prompt, or a token layout's
            selection (or 2-D mask), which has its own positions for each row.
        n_pos: Positions that the pass computes.
        n_past: Positions before them in the KV cache.
        n_prompt: Positions of the prompt, where the pass is one of several.
        strict: Whether all of them must lie within the sequence so far.

    Returns:
        ``[kept]``, or ``[batch kept]`` where rows have positions of their own.

    Raises:
        InputError: A mask of another length than the prompt, or rows with different numbers of positions; with
            ``strict``, an index beyond the sequence.
    """
    end = n_past + n_pos
    given = as_positions(positions)
    if not strict:
        check_mask(given, end, n_past=n_past, n_prompt=n_prompt)
    rows = absolute_positions(given, end)
    if strict and any(((row < 0) | (row >= end)).any() for row in rows):
        raise InputError(f"Positions {spelled(given)} lie outside the sequence of {end} positions.")
    kept = [row[(row >= n_past) & (row < end)] - n_past for row in rows]
    if len({len(row) for row in kept}) > 1:
        raise InputError(
            f"The rows select {[len(row) for row in kept]} positions; one cache needs the same number in each. "
            "Run the rows by themselves, or cache all positions and select afterwards."
        )
    return torch.stack(kept) if has_rows(given) else kept[0]


def marked(positions: Positions, *, batch: int, start: int, stop: int) -> Bool[Tensor, "batch pos"]:
    """Which of the positions from ``start`` to ``stop`` of each row are meant; None means all.

    Raises:
        InputError: Positions for other rows, or that lie outside the sequence, which ends at ``stop``.
    """
    given = as_positions(positions)
    check_mask(given, stop)
    rows = absolute_positions(given, stop)
    if has_rows(given):
        Span.of_value(batch, stop).check_rows(len(rows))
    marks = torch.zeros(len(rows), stop, dtype=torch.bool)
    for mark, row in zip(marks, rows, strict=True):
        if ((row < 0) | (row >= stop)).any():
            raise InputError(f"Positions {spelled(given)} lie outside the sequence of {stop} positions.")
        mark[row] = True
    return marks[:, start:].expand(batch, -1)


def as_positions(positions: Positions) -> slice | Tensor | None:
    """Positions in one form: None (all), a slice, indices ``[chosen]``, or a mask ``[pos]`` or ``[batch pos]``.

    Raises:
        InputError: Something else, such as numbers that are not whole.
    """
    if isinstance(positions, slice) and positions.step is not None and positions.step < 1:
        raise InputError(f"A slice of positions steps forward, got {positions}; give a list for another order.")
    if positions is None or isinstance(positions, slice):
        return positions
    if _are_keys(positions):
        raise InputError(
            "These are image features that cross-attention reads, of model.key_layout(inputs), and positions of the "
            "sequence are needed, of model.token_layout(inputs)."
        )
    try:
        given = positions.cpu() if isinstance(positions, Tensor) else torch.from_numpy(np.atleast_1d(positions))
    except (TypeError, ValueError) as error:  # words, or lists of different lengths
        raise InputError(f"{_EXPECTED}; got {positions!r}.") from error
    given = given.reshape(1) if given.ndim == 0 else given
    if given.dtype == torch.bool and given.ndim <= 2:
        return given
    if given.ndim > 1 or (len(given) and (given.is_floating_point() or given.is_complex())):
        raise InputError(f"{_EXPECTED}; got {str(given.dtype).removeprefix('torch.')} of shape {list(given.shape)}.")
    return given.long()


def _are_keys(positions: Any) -> bool:
    """Whether it is a selection of image features that are keys of cross-attention."""
    return getattr(positions, "axis", "pos") == "image_key"


def has_rows(given: slice | Tensor | None) -> bool:
    """Whether each row has positions of its own."""
    return isinstance(given, Tensor) and given.ndim == 2


def absolute_positions(given: slice | Tensor | None, end: int) -> list[Tensor]:
    """Positions counted from the start of the sequence: those of each row, or one set for all rows.

    Args:
        given: What ``as_positions`` made of a user's positions.
        end: End of the sequence so far, from which negative ones count.
    """
    if given is None or isinstance(given, slice):
        return [torch.arange(end)[given or slice(None)]]
    if given.dtype != torch.bool:
        return [torch.where(given < 0, given + end, given)]
    return [row.nonzero()[:, 0] for row in (given if has_rows(given) else given[None])]


def check_mask(given: slice | Tensor | None, end: int, *, n_past: int = 0, n_prompt: int | None = None) -> None:
    """Raises an InputError for a mask that does not cover the prompt.

    Where the prompt's size is not known (None, or 0), that is the sequence so far, or a part of it in the KV cache.
    """
    if not isinstance(given, Tensor) or given.dtype != torch.bool:
        return
    length = given.shape[-1]
    if length != end and not (length == n_prompt if n_prompt else length <= n_past):
        expected = f"the prompt's {n_prompt} positions" if n_prompt else f"{end} positions"
        raise InputError(
            f"A selection or mask of shape {list(given.shape)} does not fit {expected}: it was made of other inputs. "
            "model.token_layout(inputs) of these makes selections."
        )


def spelled(positions: Positions) -> str:
    """Positions in a few words: ``0-3, 7``, ``5:28``, or ``row 0: 2-5; row 1: none``."""
    given = as_positions(getattr(positions, "mask", positions) if _are_keys(positions) else positions)
    if given is None:
        return "all"
    if isinstance(given, slice):
        ends = ["" if end is None else str(end) for end in (given.start, given.stop, given.step)]
        return ":".join(ends if given.step is not None else ends[:2])
    if has_rows(given):
        rows = [f"row {i}: {runs(row.nonzero()[:, 0].tolist())}" for i, row in enumerate(given[:4])]
        return "; ".join(rows) + ("; ..." if len(given) > 4 else "")
    return runs((given.nonzero()[:, 0] if given.dtype == torch.bool else given).tolist())
