"""Which cells ``[row pos]`` of an activation some positions mean: in a whole pass, a step of ``generate``, a beam.

No positions mean the tokens: padding is never among them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch
from jaxtyping import Bool, Int
from torch import Tensor, nn

from vlm_lens_native.errors import InputError
from vlm_lens_native.hooks import HookPoint, pass_under_way
from vlm_lens_native.indices import Indices, indices, runs
from vlm_lens_native.positions import absolute_positions, check_mask, has_rows, spelled
from vlm_lens_native.span import Span


def query_span(activation: Tensor, hook: HookPoint) -> Span:
    """What the axis of positions of an activation holds."""
    return hook.span if hook.span is not None else Span.of_value(len(activation), activation.shape[hook.position_axis])


def key_span(activation: Tensor, hook: HookPoint) -> Span:
    """What the axis of keys holds: the positions before the end of the pass, or image features.

    They do not always begin at 0: layers with a sliding window keep only the last positions in the KV cache.
    """
    if hook.axes[-1] == "image_key" and (run := pass_under_way()) is not None:
        return run.of_images["image_key"]
    queries, n_keys = query_span(activation, hook), activation.shape[-1]
    return replace(queries, first=max(queries.end - n_keys, 0), length=n_keys)


@dataclass(frozen=True)
class Cells:
    """Cells ``[row pos]`` of an activation, row by row, and within a row in the order in which they were chosen.

    Attributes:
        row: Row of the batch.
        pos: Index along the activation's axis of positions.
        own: The row of the prompt to which the batch's row belongs.
        nth: Which of its row's chosen positions the cell is.
        table: ``[own nth]``: the chosen positions, counted from the start of the sequence, and -1 behind them.
        counts: How many positions of the prompt are chosen in each of its rows.
        rows: The chosen rows of the prompt.
    """

    row: Int[Tensor, " cell"]
    pos: Int[Tensor, " cell"]
    own: Int[Tensor, " cell"]
    nth: Int[Tensor, " cell"]
    table: Int[Tensor, "own chosen"]
    counts: Int[Tensor, " own"]
    rows: list[int]

    def __len__(self) -> int:
        return len(self.row)

    def to(self, device: torch.device) -> Cells:
        """The cells as indices on a device; table and counts stay on the CPU, where they are compared."""
        on = {name: getattr(self, name).to(device) for name in ("row", "pos", "own", "nth")}
        return replace(self, **on)

    def only(self, kept: Bool[Tensor, " cell"]) -> Cells:
        """Some of the cells."""
        return replace(self, row=self.row[kept], pos=self.pos[kept], own=self.own[kept], nth=self.nth[kept])

    def are_tokens(self, span: Span) -> Bool[Tensor, " cell"]:
        """Which of the cells are tokens rather than padding."""
        tokens = span.tokens
        return (
            torch.ones_like(self.row, dtype=torch.bool)
            if tokens is None
            else tokens.to(self.row.device)[self.row, self.pos]
        )

    def mask(self, span: Span) -> Bool[Tensor, "batch pos"]:
        """The cells as a mask."""
        mask = torch.zeros(span.n_rows, span.length, dtype=torch.bool)
        mask[self.row, self.pos] = True
        return mask


def find_cells(given: slice | Tensor | None, span: Span, *, rows: Indices | None = None) -> Cells:
    """The cells of an activation that some positions mean.

    Args:
        given: What ``as_positions`` made of a user's positions; None means the tokens.
        span: What the activation holds.
        rows: Rows of the prompt; None for all.

    Raises:
        InputError: Positions or rows that are not there, that are named twice, or none; positions for other rows than
            the batch's; padding. While ``generate`` or ``prefill`` runs, positions behind the end may still come.
    """
    table, counts = chosen_positions(given, span)
    if has_rows(given):
        span.check_rows(len(table))
    table, counts = table.expand(span.n_prompt_rows, -1), counts.expand(span.n_prompt_rows)
    inside = (table >= span.first) & (table < span.first + span.length)
    chosen = indices("row", rows, len(table))
    wanted = torch.zeros(len(table), 1, dtype=torch.bool)
    wanted[chosen] = True
    copies = span.n_rows // span.n_prompt_rows
    row, nth = (inside & wanted).repeat_interleave(copies, dim=0).nonzero(as_tuple=True)
    own = row // copies
    pos = table[own, nth] - span.first
    if given is not None:
        check_no_padding(row, pos, span)
    return Cells(row, pos, own, nth, table, counts, chosen)


def check_no_padding(row: Int[Tensor, " cell"], pos: Int[Tensor, " cell"], span: Span) -> None:
    """Raises an InputError if cells that a user named are padding.

    Numbers count columns of the batch, in which the rows' tokens stand in different places.
    """
    tokens = span.tokens
    bad = [] if tokens is None else (~tokens[row, pos]).nonzero().flatten().tolist()
    if bad:
        own = row[bad[0]]
        columns = span.first + pos[[each for each in bad if row[each] == own]]
        raise InputError(
            f"Positions count the columns of a padded batch, and {runs(columns.tolist())} of row {int(own)} are "
            "padding. Take a selection of model.token_layout(inputs), which has each row's own positions (layout.last, "
            "layout.question, ...); leave positions out to mean all tokens; or say rows=."
        )


def chosen_positions(given: slice | Tensor | None, span: Span) -> tuple[Tensor, Tensor]:
    """``Cells.table`` and ``Cells.counts``, with one row where all rows have the same positions."""
    if given is None and (tokens := span.known_tokens) is not None:
        given = tokens[:: span.n_rows // span.n_prompt_rows]
        rows = absolute_positions(given, span.end)
        return _table(rows), torch.tensor([int((row < span.n_whole).sum()) for row in rows])
    check_mask(given, span.end, n_past=span.n_past, n_prompt=span.n_prompt)
    rows = absolute_positions(given, span.end)
    for row in rows:
        if (row < 0).any() or (span.n_prompt is None and (row >= span.end).any()):
            raise InputError(f"Positions {spelled(given)} lie outside the sequence of {span.end} positions.")
        if len(row.unique()) < len(row):
            raise InputError(f"Positions {spelled(given)} name one twice.")
    is_mask = isinstance(given, Tensor) and given.dtype == torch.bool  # an empty selection: nothing is meant
    if not is_mask and not any(map(len, rows)) and (span.n_prompt is None or not isinstance(given, slice)):
        raise InputError(f"Positions {spelled(given)} are none of the sequence's {span.end} positions.")
    of_prompt = rows if isinstance(given, Tensor) else absolute_positions(given, span.n_whole)
    return _table(rows), torch.tensor([len(row) for row in of_prompt])


def _table(rows: list[Tensor]) -> Int[Tensor, "row chosen"]:
    longest = max(map(len, rows))
    return torch.stack([nn.functional.pad(row, (0, longest - len(row)), value=-1) for row in rows])
