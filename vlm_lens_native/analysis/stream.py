"""Places along the residual stream, and sets of positions, as every analysis takes them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, SupportsIndex

import torch
from jaxtyping import Bool, Int
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import Indices, check_index, index_set, is_number
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.positions import Positions, as_positions, marked, select_positions

StreamLayer = int | str
StreamLayers = StreamLayer | Indices | Iterable[StreamLayer | SupportsIndex]
EMBED = "embed"
"""What block 0 receives; every other place is named by the number of the block that the stream has just left."""


def stream_layers(layers: StreamLayers | None, n_layers: int) -> tuple[StreamLayer, ...]:
    """Checks a choice of places and brings it into the order of the model; None takes them all.

    Args:
        layers: ``"embed"`` and numbers of blocks; negative ones count from the end, and a slice is one of blocks.
        n_layers: Number of blocks.

    Raises:
        InputError: A layer that does not exist, or none at all.
    """
    return (EMBED, *range(n_layers)) if layers is None else in_order(*names_and_numbers(layers), n_layers)


def in_order(names: Collection[str], numbers: Indices | None, n_layers: int) -> tuple[StreamLayer, ...]:
    """``"embed"`` and blocks in the order of the model; ``numbers`` is None if there are only names.

    Raises:
        InputError: Another name, or numbers that do not exist.
    """
    if unknown := sorted(set(names) - {EMBED}):
        raise InputError(
            f"There is no layer {unknown[0]!r}; expected {EMBED!r} (what block 0 receives) or the number of a block "
            f"(the stream behind it), from 0 to {n_layers - 1}."
        )
    return (*names, *(() if numbers is None else index_set("layer", numbers, n_layers)))


def names_and_numbers(layers: Any) -> tuple[set[str], Indices | None]:
    """The layers that a choice names, and those that it numbers: None if it only has names."""
    if isinstance(layers, str):
        return {layers}, None
    if is_number(layers) or not isinstance(layers, Iterable):
        return set(), layers
    given = list(layers)
    numbers = [layer for layer in given if not isinstance(layer, str)]
    names = {layer for layer in given if isinstance(layer, str)}
    return names, None if names and not numbers else numbers


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


def check_has_positions(model: HookedVLMTransformer, names: Iterable[str]) -> None:
    """Raises an InputError for hook points whose activations have no positions of the sequence."""
    points = {name: model.hook_dict[name] for name in names}
    if wrong := [name for name, point in points.items() if point.axis("image_key") == point.position_axis]:
        raise InputError(
            f"{wrong[0]} goes by image features that cross-attention reads, and not by positions of the sequence, "
            "which are meant here. cross_attn.hook_z has what each head made of them at every position."
        )


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
