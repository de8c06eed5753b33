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
    cells = boxes.reshape(grid.rows, grid.cols, 4)
    x_edges = np.append(cells[0, :, 0], cells[0, -1, 2])
    y_edges = np.append(cells[:, 0, 1], cells[-1, 0, 3])
    cols, rows = (np.searchsorted(edges, np.arange(n) + 0.5, side="right") - 1 for edges, n in
                  ((x_edges, canvas.shape[1]), (y_edges, canvas.shape[0])))  # fmt: skip
    xs, ys = (np.flatnonzero((index >= 0) & (index < n)) for index, n in ((cols, grid.cols), (rows, grid.rows)))
    canvas[np.ix_(ys, xs)] = values.reshape(grid.rows, grid.cols)[np.ix_(rows[ys], cols[xs])]
