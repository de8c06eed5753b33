"""Images as the vision encoder counts them: tiles and frames by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Int
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs import TokenGrid, TokenLayout


@dataclass(frozen=True, kw_only=True)
class EncodedImage:
    """One row of the vision encoder's activations.

    Attributes:
        batch: Row of the batch that it belongs to.
        image: Number of the image or video in that row.
        grid: The tokens that the adapter makes of it.
        positions: The positions of the prompt that they fill.
    """

    batch: int
    image: int
    grid: TokenGrid
    positions: Int[np.ndarray, " token"]


def encoded_images(layout: TokenLayout) -> Iterator[EncodedImage]:
    """The rows of activations in front of the decoder, in order; a class token is no row of its own.

    Raises:
        InputError: Tokens are no images of the encoder: tiles are joined to rows (LLaVA-NeXT), or places are unknown.
    """
    for batch, row in enumerate(layout.placed):
        for image, item in enumerate(row):
            if item.vision.unplaced or any(grid.row_ends or grid.kept is not None for grid in item.vision.grids):
                raise InputError(
                    "The patches of this family's encoder can't be matched with the tokens of the prompt one image at "
                    f"a time{': ' + item.vision.unplaced if item.vision.unplaced else ', as rows are cut and joined.'}"
                )
            for grid, positions in item.grids():
                if not grid.has_no_place:
                    yield EncodedImage(batch=batch, image=image, grid=grid, positions=positions)


def batch_rows(layout: TokenLayout) -> Int[Tensor, " encoded_image"]:
    """For each row of activations in front of the decoder, the row of the batch that it belongs to."""
    return torch.tensor([each.batch for each in encoded_images(layout)], dtype=torch.long)
