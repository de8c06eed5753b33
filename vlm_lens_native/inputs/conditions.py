"""The conditions of `layout.TokenLayout.select`, each as a mask ``[batch pos]`` over the table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, SupportsIndex

import numpy as np
from jaxtyping import Bool, Int
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import check_index, listed
from vlm_lens_native.inputs.geometry import BoxLike, Number, PolygonLike
from vlm_lens_native.inputs.regions import as_box, cell_fractions, polygon_mask
from vlm_lens_native.inputs.table import KINDS, PAD, TEXT, BoxSpace, PlacedVision, TokenTable

Numbers = SupportsIndex | slice | Iterable[SupportsIndex]
TableMask = Bool[np.ndarray, "batch pos"]


def kind_mask(table: TokenTable, kind: str) -> TableMask:
    """Positions of one kind; padding can't be selected."""
    if kind not in KINDS[:PAD]:
        raise InputError(f"Got kind={kind!r}; expected one of {', '.join(map(repr, KINDS[:PAD]))}.")
    return table.kind == KINDS.index(kind)


def number_mask(table: TokenTable, name: str, numbers: Numbers, *, within: TableMask) -> TableMask:
    """Positions with one of these numbers in a column; every number must occur among the image tokens in `within`.

    Slices and negative numbers count within each token's own grid, since images differ in size.
    """
    column, counts = getattr(table, name), _counts(table, name)
    if isinstance(numbers, slice):
        return np.any([(counts == n) & np.isin(column, range(n)[numbers]) for n in np.unique(counts)], axis=0)
    most = int(counts[within].max(initial=0))
    found = np.zeros(column.shape, dtype=bool)
    for number in listed(numbers):
        if not -most <= number < most:
            check_index(name if name == "frame" else f"token {name}", number, most)
        found |= (counts > 0) & (column == (number if number >= 0 else counts + number))
    return found


def _counts(table: TokenTable, name: str) -> Int[np.ndarray, "batch pos"]:
    """How many rows or columns the grid of each image token has, or frames its video; 0 for all other tokens."""
    column = getattr(table, name)
    batch = np.indices(column.shape)[0]
    parts = () if name == "frame" else (table.frame, table.tile, table.is_global)
    keys = np.stack([batch, table.image, *parts], axis=-1).reshape(column.size, -1)
    _, grid = np.unique(keys, axis=0, return_inverse=True)
    counts = np.zeros(column.size, dtype=int)
    np.maximum.at(counts, grid.ravel(), column.ravel() + 1)
    return counts[grid.ravel()].reshape(column.shape)


def said_by(table: TokenTable, role: str) -> TableMask:
    """Text of one role.

    Raises:
        InputError: it isn't known who says what.
    """
    if ((table.kind == TEXT) & (table.role == None)).any():  # noqa: E711  # by element
        raise InputError(
            "Who says which text (the question, a turn, the system prompt, a prefill) is known only for inputs of "
            "model.prepare_messages, prepare_messages_batch and prepare_chat, as long as their tokens stay as they "
            "are, the tokenizer tells offsets, and the chat template leaves the texts' words alone. Select tokens by "
            "position, or use layout.text."
        )
    return table.role == role


def turn_mask(table: TokenTable, n_turns: Sequence[Mapping[str, int]], role: str, n: int) -> TableMask:
    """Text of one turn of a role, which every row must have."""
    mine = said_by(table, role)
    for row, counts in enumerate(n_turns):
        if not -counts.get(role, 0) <= n < counts.get(role, 0):
            has = ", ".join(f"{count} of {name!r}" for name, count in counts.items())
            raise InputError(f"Row {row} has no turn {n} of {role!r}; it has {has}, counted from 0.")
    wanted = [n % counts[role] for counts in n_turns]
    return mine & (table.turn == np.array(wanted)[:, None])


def tile_mask(table: TokenTable, tile: tuple[int, int] | Literal["global"], *, within: TableMask) -> TableMask:
    """Positions of one tile, or of the global view; some must be in `within`."""
    if tile == "global":
        found = table.is_global
    else:
        found = (table.tile_row == tile[0]) & (table.tile_column == tile[1]) & (table.tile_row >= 0)
    if not (found & within).any():
        raise InputError(f"There is no tile {tile!r} here; expected (row, column) of a tile, or 'global'.")
    return found


def region_mask(
    table: TokenTable,
    placed: Sequence[Sequence[PlacedVision]],
    space: BoxSpace,
    *,
    image: int,
    batch: int | None,
    box: BoxLike | None,
    mask: np.ndarray | Tensor | None,
    polygon: PolygonLike | None,
    overlap: Number,
) -> TableMask:
    """Image tokens of which a region covers at least the part `overlap`, and something at all."""
    if sum(region is not None for region in (box, mask, polygon)) > 1:
        raise InputError("Give one region: a box, a mask or a polygon; combine two selections with & or |.")
    if not 0 <= overlap <= 1:
        raise InputError(f"overlap is the covered part of a token's box, from 0 to 1; got {overlap}.")
    chosen = [i for i, row in enumerate(placed) if batch in (None, i) and image < len(row)]
    for vision in (placed[i][image].vision for i in chosen):
        if vision.unplaced:
            raise InputError(f"It is not known which pixels image {image}'s tokens saw: {vision.unplaced}")
    sizes = {placed[i][image].size(space) for i in chosen}
    if len(sizes) > 1:
        raise InputError(f"Image {image} has other sizes in other rows ({sorted(sizes)}): say with batch= which row.")
    region = mask.detach().cpu().numpy() if isinstance(mask, Tensor) else mask
    found = np.zeros(table.kind.shape, dtype=bool)
    for width, height in sizes:
        if box is not None and not ((as_box(box)[:2] >= 0).all() and (as_box(box)[2:] <= (width, height)).all()):
            raise InputError(
                f"The box {as_box(box).tolist()} leaves the image, which has {width} x {height} {space} pixels "
                "(width x height). Boxes are x1, y1, x2, y2; clip it first."
            )
        if polygon is not None:
            region = polygon_mask(polygon, size=(width, height))
        for i in chosen:
            positions = placed[i][image].positions
            fractions = cell_fractions(table.box[i, positions], size=(width, height), box=box, mask=region)
            found[i, positions] = (fractions > 0) & (fractions >= overlap - 1e-9)
    return found
