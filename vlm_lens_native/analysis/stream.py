"""Places along the residual stream, and sets of positions, as every analysis takes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, SupportsIndex

import torch
from jaxtyping import Bool, Int
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.inputs.conditions import check_index
from vlm_lens_native.positions import Indices, Positions, as_positions, listed, marked, select_positions

StreamLayer = int | str
StreamLayers = SupportsIndex | str | Iterable[SupportsIndex | str] | None
EMBED = "embed"
"""What block 0 receives; every other place is named by the number of the block that the stream has just left."""


def stream_layers(layers: StreamLayers, n_layers: int) -> tuple[StreamLayer, ...]:
    """Checks a choice of places and brings it into the order of the model; None takes them all.

    Args:
        layers: ``"embed"`` and numbers of blocks; negative ones count from the end.
        n_layers: Number of blocks.

    Raises:
        InputError: A layer that does not exist, or none at all.
    """
    if layers is None:
        return (EMBED, *range(n_layers))
    given: list[StreamLayer] = listed(layers)
    if not given or not all(_exists(layer, n_layers) for layer in given):
        raise InputError(
            f"Got the layers {given!r}; expected 'embed' (what block 0 receives) or numbers of blocks from 0 to "
            f"{n_layers - 1} (the stream after that block)."
        )
    depths = sorted({0 if layer == EMBED else int(layer) % n_layers + 1 for layer in given})
    return tuple(EMBED if depth == 0 else depth - 1 for depth in depths)


def block_layers(layers: Indices, n_layers: int) -> list[int]:
    """Checks a choice of blocks, and brings it into the order of the model; None takes them all.

    Raises:
        InputError: A block that does not exist, or none at all.
    """
    chosen = list(range(n_layers)) if layers is None else listed(layers)
    if not chosen or any(not isinstance(layer, int) or not -n_layers <= layer < n_layers for layer in chosen):
        raise InputError(f"Got the layers {chosen}; expected numbers of blocks from 0 to {n_layers - 1}.")
    return sorted({layer % n_layers for layer in chosen})


def next_block(layer: StreamLayer) -> int:
    """The block that receives the stream from this place; after the last block, the number of blocks."""
    return 0 if layer == EMBED else int(layer) + 1


def stream_hook(layer: StreamLayer) -> str:
    """The hook point where the stream passes this place."""
    return "lm.blocks.0.hook_resid_pre" if layer == EMBED else f"lm.blocks.{layer}.hook_resid_post"


def position_indices(positions: Any, layout: TokenLayout, *, batch: int = 0) -> Int[Tensor, " selected"]:
    """The positions of one row that are meant, ascending for selections and masks, else in the order given.

    Args:
        positions: A selection, an index, a slice, a list or tensor of indices, or a boolean mask over positions, of one
            row for all or of each row.
        layout: Of the inputs.
        batch: Row of the batch; matters to selections and masks of each row only.

    Raises:
        InputError: There is no such row; a selection or mask of other inputs, or positions outside of the sequence.
    """
    n_rows, n_pos = layout.table.kind.shape
    check_index("row", batch, n_rows)
    given = as_positions(positions)
    if not isinstance(given, Tensor) or given.dtype != torch.bool:
        return select_positions(given, n_pos, strict=True)
    _check_mask_of(given.shape, batch=n_rows, n_pos=n_pos)
    return (given[batch] if given.ndim == 2 else given).nonzero()[:, 0]


def position_marks(positions: Positions, *, batch: int, n_pos: int) -> Bool[Tensor, "batch pos"]:
    """Which positions of each row are meant.

    Args:
        positions: A selection, an index, a slice, a list or tensor of indices, or a boolean mask over positions, of one
            row for all or of each row.
        batch: Rows of the inputs.
        n_pos: Positions of the inputs.

    Raises:
        InputError: A selection or mask of other inputs, or positions outside of the sequence.
    """
    given = as_positions(positions)
    if isinstance(given, Tensor) and given.dtype == torch.bool:
        _check_mask_of(given.shape, batch=batch, n_pos=n_pos)
    return marked(positions, batch=batch, start=0, stop=n_pos)


def _check_mask_of(shape: Sequence[int], *, batch: int, n_pos: int) -> None:
    if tuple(shape) not in ((n_pos,), (batch, n_pos)):
        raise InputError(
            f"The selection or mask was made on inputs of {list(shape)} [batch, positions], but these have "
            f"{[batch, n_pos]}; make a selection with model.token_layout(inputs) of these inputs."
        )


def _exists(layer: object, n_layers: int) -> bool:
    if isinstance(layer, int) and not isinstance(layer, bool):
        return -n_layers <= layer < n_layers
    return layer == EMBED
