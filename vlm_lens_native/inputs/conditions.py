"""The conditions of `layout.TokenLayout.select`, each as a mask ``[batch pos]`` over the table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import numpy as np
from jaxtyping import Bool
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import check_index
from vlm_lens_native.inputs.geometry import BoxLike, Number, PolygonLike
from vlm_lens_native.inputs.regions import as_box, cell_fractions, polygon_mask
from vlm_lens_native.inputs.table import IMAGE, KINDS, PAD, BoxSpace, PlacedVision, TokenTable

Numbers = int | slice | Iterable[int]
TableMask = Bool[np.ndarray, "batch pos"]


def kind_mask(table: TokenTable, kind: str) -> TableMask:
    """Positions of one kind; padding can't be selected."""
    if kind not in KINDS[:PAD]:
        raise InputError(f"Got kind={kind!r}; expected one of {', '.join(map(repr, KINDS[:PAD]))}.")
    return table.kind == KINDS.index(kind)


def number_mask(table: TokenTable, name: str, numbers: Numbers, *, within: TableMask) -> TableMask:
    """Positions with one of these numbers in a column; every number must occur among the image tokens in `within`."""
    column = getattr(table, name)
    count = int(column[within & (table.kind == IMAGE)].max(initial=-1)) + 1
    if isinstance(numbers, slice):
        wanted = list(range(count)[numbers])
    else:
        wanted = [int(number) for number in ([numbers] if isinstance(numbers, (int, np.integer)) else numbers)]
    for number in wanted:
        check_index(name if name == "frame" else f"token {name}", number, count)
    return np.isin(column, wanted)


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
