"""Values of tokens, painted on the pixels that they saw."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import numpy as np
from jaxtyping import Float

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.geometry import TokenGrid, VisionTokens

Combine = Literal["tiles", "global", "mean"]


def paint(
    vision: VisionTokens,
    values: Float[np.ndarray, " token"],
    boxes: Float[np.ndarray, "token 4"],
    size: tuple[int, int],
    frame: int | None,
    combine: Combine,
) -> Float[np.ndarray, "height width"]:
    """Paints every pixel with the value of the token under its centre; NaN where there is none.

    Args:
        vision: The tokens of one image or video.
        values: One value for each token, in token order.
        boxes: ``x1, y1, x2, y2`` of each token, in the pixels of the picture.
        size: ``(width, height)`` of the picture in pixels.
        frame: The frame of a video.
        combine: Which value counts where tiles and a global view overlap, or ``"mean"``.
    """
    frames = {grid.frame for grid in vision.grids}
    if frame not in frames:
        raise InputError(f"frame={frame} is unknown; this {vision.kind} has the frames {sorted(frames, key=str)}.")
    if combine not in ("tiles", "global", "mean"):
        raise InputError(f"combine={combine!r} is unknown; expected 'tiles', 'global' or 'mean'.")
    if vision.unplaced:
        raise InputError(f"It is not known which pixels this {vision.kind}'s tokens saw: {vision.unplaced}")
    layers = {False: np.full(size[::-1], np.nan), True: np.full(size[::-1], np.nan)}
    for grid, own in _slices(vision):
        if grid.frame == frame:
            _paint_grid(layers[grid.is_global], grid, values[own], boxes[own])
    fine, whole = layers[False], layers[True]
    if np.isnan(whole).all() or combine == "tiles":
        return fine
    return whole if combine == "global" else (fine + whole) / 2


def _slices(vision: VisionTokens) -> Iterator[tuple[TokenGrid, slice]]:
    start = 0
    for grid in vision.grids:
        yield grid, slice(start, start + grid.n_tokens)
        start += grid.n_tokens


def _paint_grid(canvas: np.ndarray, grid: TokenGrid, values: np.ndarray, boxes: np.ndarray) -> None:
    row, col = grid.places()
    placed = row >= 0
    if not placed.any():
        return
    row, col, boxes = row[placed], col[placed], boxes[placed]
    cells = np.full((grid.rows, grid.cols), np.nan)
    cells[row, col] = values[placed]
    cols = _cell_of_pixel(canvas.shape[1], col, boxes[:, 0], boxes[:, 2])
    rows = _cell_of_pixel(canvas.shape[0], row, boxes[:, 1], boxes[:, 3])
    ys, xs = np.flatnonzero(rows >= 0), np.flatnonzero(cols >= 0)
    canvas[np.ix_(ys, xs)] = cells[np.ix_(rows[ys], cols[xs])]


def _cell_of_pixel(n_pixels: int, cell: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Along one axis, which cell each pixel's centre is in; -1 for none."""
    cells, first = np.unique(cell, return_index=True)  # some may have no token
    centres = np.arange(n_pixels) + 0.5
    found = np.searchsorted(low[first], centres, side="right") - 1
    return np.where((found >= 0) & (centres < high[first][found]), cells[found], -1)
