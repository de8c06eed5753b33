"""Images as the vision encoder counts them: tiles and frames by themselves."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from einops import rearrange
from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs import TokenGrid, TokenLayout
from vlm_lens_native.model import HookedVLMTransformer


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


@dataclass(frozen=True, kw_only=True, eq=False)
class Patches:
    """Where patches belong; class tokens, and what fills up smaller images, belong nowhere.

    Attributes:
        batch: Row of the batch.
        image: Number of the image or video in that row.
        position: The position of the prompt that a patch goes into, with others or alone; -1 where it goes nowhere.
        box: What it saw, ``x1, y1, x2, y2`` in the layout's pixels; NaN where it goes nowhere.
    """

    batch: Int[Tensor, "encoded_image patch"]
    image: Int[Tensor, "encoded_image patch"]
    position: Int[Tensor, "encoded_image patch"]
    box: Float[Tensor, "encoded_image patch 4"]


def find_patches(model: HookedVLMTransformer, layout: TokenLayout, n_images: int, n_patches: int) -> Patches:
    """Where the patches of an activation in front of the decoder, ``[image patch ...]``, belong.

    Raises:
        InputError: They can't be matched with the tokens of the prompt.
    """
    images = list(encoded_images(layout))
    if len(images) != n_images:
        raise InputError(f"The encoder has {n_images} images, but the inputs hold {len(images)} (tiles, frames).")
    per_token, n_class = divmod(n_patches, max(each.grid.n_tokens for each in images))
    side = math.isqrt(per_token)
    if n_class > 1 or side * side != per_token:
        raise InputError(f"{n_patches} patches can't be divided among the tokens of an image.")
    batch, image = (torch.zeros(n_images, n_patches, dtype=torch.long) for _ in range(2))
    position, box = torch.full_like(batch, -1), torch.full((n_images, n_patches, 4), math.nan, dtype=torch.float64)
    for nth, each in enumerate(images):
        grid = each.grid
        own = torch.arange(grid.n_tokens * per_token)
        if model.family.geometry.by_token:
            own = own.view(grid.n_tokens, per_token)
        else:
            pattern = "(rows a cols b) -> (rows cols) (a b)"
            own = rearrange(own, pattern, rows=grid.rows, cols=grid.cols, a=side, b=side)
        at = torch.from_numpy(each.positions)
        batch[nth], image[nth] = each.batch, each.image
        position[nth, n_class + own] = at[:, None].expand(own.shape)
        boxes = torch.from_numpy(layout.table.box[each.batch, each.positions]).double()
        box[nth, n_class + own] = _parts(boxes, side)
    return Patches(batch=batch, image=image, position=position, box=box)


def _parts(boxes: Float[Tensor, "token 4"], side: int) -> Float[Tensor, "token patch 4"]:
    """Boxes cut into squares, row by row."""
    shares = torch.arange(side + 1, dtype=boxes.dtype) / side
    x, y = (boxes[:, [nth]] + (boxes[:, [nth + 2]] - boxes[:, [nth]]) * shares for nth in range(2))
    row, col = (each.flatten() for each in torch.meshgrid(torch.arange(side), torch.arange(side), indexing="ij"))
    return torch.stack([x[:, col], y[:, row], x[:, col + 1], y[:, row + 1]], dim=-1)
