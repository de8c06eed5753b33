"""The geometry of images that are cut into tiles beside a downscaled view of the whole (Idefics3, SmolVLM)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import torch

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.geometry import TokenGrid, VisionTokens

TILE_TAG = re.compile(r"<row_(\d+)_col_(\d+)>")
GLOBAL_TAG = "<global-img>"
_REMEDY = (
    "Prepare the inputs with model.prepare_messages or model.prepare_chat, or let the processor expand the prompt."
)


def tile_grid(
    hf_config: Any, inputs: Mapping[str, Any], *, markers: Mapping[int, str] | None = None
) -> tuple[VisionTokens, ...]:
    """Grids of ``pixel_values [batch view 3 height width]``, where an image is ``rows x cols`` tiles and a global view.

    Views that are zero everywhere are padding and are dropped, as HF does (``SmolVLMModel.get_image_features``). Which
    views make up an image is never guessed: it comes from the processor's ``rows`` and ``cols``, or from the tags
    before each run of image tokens. Where neither is there, every view is returned by itself with kind ``"view"``,
    which is enough to check the placeholders, and not enough for a layout.

    Raises:
        InputError: ``pixel_values`` is not 5-D, tokens don't divide a view evenly, or tiles and views disagree.
    """
    pixels = inputs.get("pixel_values")
    if pixels is None:
        return ()
    if pixels.ndim != 5:
        raise InputError(
            f"pixel_values has shape {tuple(pixels.shape)}; expected [batch, view, 3, height, width]. "
            "Use the checkpoint's own processor."
        )
    view = _view_grid(hf_config, height=pixels.shape[-2], width=pixels.shape[-1])
    n_views = real_views(pixels).sum(dim=1).tolist()
    shapes = _shapes_of_processor(inputs) or _shapes_of_tags(hf_config, inputs, markers or {})
    if shapes is None:
        size = (pixels.shape[-1], pixels.shape[-2])
        return (VisionTokens(kind="view", grids=(view,), size=size),) * sum(n_views)
    _check_views(shapes, n_views)
    return tuple(_tiled_image(view, rows, cols) for row in shapes for rows, cols in row)


def real_views(pixels: torch.Tensor) -> torch.Tensor:
    """Which views of ``[batch view 3 height width]`` are no padding, as a mask ``[batch view]``.

    HF keeps the very first view where it finds none at all.
    """
    real = pixels.flatten(2).any(dim=-1)
    real[0, 0] |= ~real.any()
    return real


def _view_grid(hf_config: Any, *, height: int, width: int) -> TokenGrid:
    cell = hf_config.vision_config.patch_size * hf_config.scale_factor
    if height != width or height % cell:
        raise InputError(
            f"A view of {width} x {height} pixels (width x height) can't be divided into square tokens of {cell} "
            "pixels. The processor's max_image_size and the model's image_size must agree."
        )
    return TokenGrid(rows=height // cell, cols=width // cell, box=(0.0, 0.0, float(width), float(height)))


def _tiled_image(view: TokenGrid, rows: int, cols: int) -> VisionTokens:
    """An image of ``rows x cols`` tiles, in reading order, and the global view; 0 x 0 stands for one whole view."""
    side = view.box[2]
    if rows == cols == 0:
        return VisionTokens(kind="image", grids=(view,), size=(int(side), int(side)))

    def grid(box: tuple[float, float, float, float], **kwargs: Any) -> TokenGrid:
        return TokenGrid(rows=view.rows, cols=view.cols, box=box, **kwargs)

    tiles = [
        grid((side * c, side * r, side * (c + 1), side * (r + 1)), tile=(r, c))
        for r in range(rows)
        for c in range(cols)
    ]
    whole = grid((0.0, 0.0, side * cols, side * rows), is_global=True)
    return VisionTokens(kind="image", grids=(*tiles, whole), size=(int(side * cols), int(side * rows)))


def _shapes_of_processor(inputs: Mapping[str, Any]) -> list[list[tuple[int, int]]] | None:
    if inputs.get("rows") is None or inputs.get("cols") is None:
        return None
    pairs = zip(inputs["rows"], inputs["cols"], strict=True)
    return [[(int(r), int(c)) for r, c in zip(rows, cols, strict=True)] for rows, cols in pairs]


def _shapes_of_tags(
    hf_config: Any, inputs: Mapping[str, Any], markers: Mapping[int, str]
) -> list[list[tuple[int, int]]] | None:
    if inputs.get("input_ids") is None:
        return None
    rows = torch.as_tensor(inputs["input_ids"]).tolist()
    tags = [list(_tags(row, hf_config.image_token_id, markers)) for row in rows]
    return [_images_of(row) for row in tags] if any(tags) else None


def _tags(ids: Sequence[int], image_token_id: int, markers: Mapping[int, str]) -> Iterator[tuple[int, int] | None]:
    """The tag before each run of image tokens: ``(row, column)`` of a tile from 0, or None for the global view."""
    for token, following in pairwise(ids):
        if following != image_token_id or token not in markers:
            continue
        if tag := TILE_TAG.fullmatch(markers[token]):
            yield int(tag[1]) - 1, int(tag[2]) - 1
        elif markers[token] == GLOBAL_TAG:
            yield None


def _images_of(tags: Sequence[tuple[int, int] | None]) -> list[tuple[int, int]]:
    """Rows and columns of each image: its tiles come first, in reading order, and its global view closes it."""
    images: list[tuple[int, int]] = []
    tiles: list[tuple[int, int]] = []
    for tag in tags:
        if tag is not None:
            tiles.append(tag)
            continue
        rows, cols = (tiles[-1][0] + 1, tiles[-1][1] + 1) if tiles else (0, 0)
        if tiles != [(r, c) for r in range(rows) for c in range(cols)]:
            raise InputError(f"The prompt names the tiles {tiles}, which do not fill a grid row by row. {_REMEDY}")
        images.append((rows, cols))
        tiles = []
    if tiles:
        raise InputError(f"The prompt ends after the tiles {tiles}, without their image's global view. {_REMEDY}")
    return images


def _check_views(shapes: Sequence[Sequence[tuple[int, int]]], n_views: Sequence[int]) -> None:
    expected = [sum(rows * cols + 1 for rows, cols in row) for row in shapes]
    if expected != list(n_views):
        raise InputError(
            f"pixel_values holds {list(n_views)} views for each row of the batch, but the prompt's tiles and global "
            f"views come to {expected}. {_REMEDY}"
        )
