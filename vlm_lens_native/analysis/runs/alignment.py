"""Which position of one prompt corresponds to which of another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from jaxtyping import Int
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.inputs.table import PAD, TEXT, TokenTable

PLACE = ("kind", "image", "frame", "tile_row", "tile_column", "row", "column", "is_global")
"""Columns of a token table that tell what a position is, and where an image token stands."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Alignment:
    """Counterparts of the positions of a target in a source.

    Attributes:
        source: For each position of the target its counterpart, or -1 where it has none.
        notes: Where the two have different numbers of tokens.
    """

    source: Int[Tensor, " pos"]
    notes: tuple[str, ...]

    def counterparts(self, at: Int[Tensor, " at"], group: str) -> Int[Tensor, " at"]:
        """The counterparts of some positions of the target.

        Raises:
            InputError: One of them has none.
        """
        found = self.source[at]
        if (missing := at[found < 0]).numel():
            raise InputError(
                f"Positions {_brief(missing)} of the group {group!r} have no counterpart in the source"
                f"{': ' if self.notes else ''}{'; '.join(self.notes)}. Leave them out of the group, use prompts with "
                "the same number of tokens, or say with align={position of the target: position of the source} what "
                "corresponds to them."
            )
        return found


def align(target: TokenLayout, source: TokenLayout, *, row: int, mapping: Mapping[int, int] | None = None) -> Alignment:
    """Aligns one row of two inputs by their layouts.

    Image tokens correspond by their place in the grids, and markers by their order; both have to be the same. The text
    before, between and after them corresponds one by one where it is equally long, and is otherwise counted from its
    end, as the last token of a prompt is the one that answers; what is left over has no counterpart.

    Args:
        target: Layout of the inputs whose positions are asked for.
        source: Layout of the other inputs.
        row: Row of both batches.
        mapping: Pairs of positions (target to source) that take precedence.

    Raises:
        InputError: The image grids or markers differ, or the mapping names positions that are not there.
    """
    ours, theirs = _stretches(target.table, row), _stretches(source.table, row)
    _check_anchors(target, source, row, ours[0], theirs[0])
    found = np.full(target.table.kind.shape[1], -1)
    found[ours[0]] = theirs[0]
    notes = []
    for nth, (mine, other) in enumerate(zip(ours[1], theirs[1], strict=True)):
        n = min(len(mine), len(other))
        found[mine[len(mine) - n :]] = other[len(other) - n :]
        if len(mine) != len(other):
            notes.append(
                f"{_where(nth, len(ours[1]))}, the target has {len(mine)} text tokens and the source {len(other)}, "
                "aligned from the end"
            )
    for position, other in (mapping or {}).items():
        _check_token(target.table, row, position, "target")
        _check_token(source.table, row, other, "source")
        found[position] = other
    return Alignment(source=torch.from_numpy(found), notes=tuple(notes))


def _stretches(table: TokenTable, row: int) -> tuple[np.ndarray, list[np.ndarray]]:
    """The positions of image tokens and markers; and of the text before, between and after them."""
    tokens = np.flatnonzero(table.kind[row] != PAD)
    places = np.flatnonzero(table.kind[row, tokens] != TEXT)
    borders = [-1, *places, len(tokens)]
    return tokens[places], [tokens[before + 1 : after] for before, after in pairwise(borders)]


def _check_anchors(target: TokenLayout, source: TokenLayout, row: int, ours: np.ndarray, theirs: np.ndarray) -> None:
    """Raises an InputError unless image tokens and markers are the same."""
    if len(ours) != len(theirs):
        raise InputError(
            f"Source and target have different token layouts: {len(theirs)} and {len(ours)} image tokens and markers "
            f"in row {row}. Their positions don't correspond; use images of the same size. Source: {source!r}; "
            f"target: {target!r}."
        )
    for name in PLACE:
        mine, other = getattr(target.table, name)[row, ours], getattr(source.table, name)[row, theirs]
        if (differ := np.flatnonzero(mine != other)).size:
            first = differ[0]
            raise InputError(
                f"Source and target have different token layouts: {name} is {other[first]} at position "
                f"{theirs[first]} of the source and {mine[first]} at position {ours[first]} of the target (row {row}). "
                "Use images of the same size."
            )


def _check_token(table: TokenTable, row: int, position: int, which: str) -> None:
    n_pos = table.kind.shape[1]
    if not 0 <= position < n_pos or table.kind[row, position] == PAD:
        raise InputError(f"align names position {position} of the {which}, which is not a token of row {row}.")


def _where(nth: int, n_stretches: int) -> str:
    if n_stretches == 1:
        return "in the text"
    if nth == 0:
        return "before the image"
    return "after the image" if nth == n_stretches - 1 else f"between image tokens or markers {nth - 1} and {nth}"


def _brief(positions: Tensor) -> str:
    shown = ", ".join(map(str, positions[:8].tolist()))
    return f"{shown}, ..." if len(positions) > 8 else shown
