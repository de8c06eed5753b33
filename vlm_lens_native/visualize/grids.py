"""Many small heat maps of one image: layers in a row, layers by heads."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

import numpy as np
from jaxtyping import Float, UInt8
from matplotlib.figure import Figure

from vlm_lens_native.visualize.overlays import colour_bar
from vlm_lens_native.visualize.style import (
    MUTED,
    bare,
    name_ticks,
    new_figure,
    printable,
    put_title,
    shortened,
    text_style,
)
from vlm_lens_native.visualize.token_map import TokenMap

Scale = Literal["shared", "own"]
_GAP = 6  # white pixels between neighbours


def plot_layer_maps(
    token_map: TokenMap,
    values: Float[np.ndarray, "map token"],
    *,
    titles: Sequence[str],
    title: str = "",
    label: str = "",
    high: float | None = None,
    scale: Scale = "shared",
    columns: int = 8,
) -> Figure:
    """One heat map for each layer.

    Args:
        token_map: The image and its tokens.
        values: For each map one value for each token, not negative.
        titles: One for each map.
        title: Above all.
        label: Of the colour bar.
        high: The bright end of the scale; None takes the largest value.
        scale: ``"shared"`` puts all maps on one scale, ``"own"`` each on its own, up to its largest value.
        columns: Maps in a row, at most.
    """
    high = float(np.nanmax(values)) if high is None else high
    ends = [high if scale == "shared" else float(np.nanmax(row)) for row in values]
    columns = min(columns, len(values))
    rows = math.ceil(len(values) / columns)
    ratio = token_map.image.height / token_map.image.width
    figure, axes = new_figure(1.75 * columns + 0.8, (1.75 * ratio + 0.3) * rows + 0.45, nrows=rows, ncols=columns)
    small = token_map.resized(320)
    for axis, row, text, end in zip(np.ravel(axes), values, titles, ends, strict=False):
        axis.imshow(small.blend(row, high=end))
        axis.set_title(shortened(printable(text), 16), fontsize=10, **text_style())
    for axis in np.ravel(axes):
        bare(axis)
    figure.suptitle(title and printable(title), x=0.01, ha="left", fontsize=12, **text_style())
    if scale == "shared":
        colour_bar(figure, axes, high=high, label=label)
    return figure


def plot_head_grid(
    token_map: TokenMap,
    values: Float[np.ndarray, "row column token"],
    *,
    rows: Sequence[str],
    columns: Sequence[str] | None = None,
    title: str = "",
    scale: Scale = "shared",
) -> Figure:
    """A heat map for each layer and head, with the sum of its values beside it.

    Args:
        token_map: The image and its tokens.
        values: Attention of each head to each token.
        rows: Names of the layers.
        columns: Names of the heads; None numbers them.
        title: Above the grid.
        scale: ``"shared"`` for all, so that a head that spends nothing on the image is dark; ``"own"`` for each map,
            up to its largest value.
    """
    n_rows, n_columns = values.shape[:2]
    columns = [f"head {column}" for column in range(n_columns)] if columns is None else columns
    longest = int(np.clip(1600 / n_columns, 44, 220))
    picture, (width, height) = _mosaic(token_map.resized(longest), values, scale)
    inches = np.clip(14.0 / n_columns, 0.42, 1.7) / max(width, height)
    figure, axes = new_figure(picture.shape[1] * inches + 1.0, picture.shape[0] * inches + 0.8)
    bare(axes).imshow(picture)
    centres_x = np.arange(n_columns) * (width + _GAP) + width / 2
    centres_y = np.arange(n_rows) * (height + _GAP) + height / 2
    small = 9 if n_columns <= 12 else 6
    name_ticks(axes.xaxis, centres_x, [text if n_columns <= 12 else text.split()[-1] for text in columns])
    name_ticks(axes.yaxis, centres_y, rows)
    axes.tick_params(length=0, labelsize=small, labelcolor=MUTED, labeltop=True, labelbottom=False)
    if n_columns <= 12:
        for row, column in np.ndindex(n_rows, n_columns):
            share = f"{values[row, column].sum():.0%}"
            corner = (centres_x[column] + width / 2 - 4, centres_y[row] - height / 2 + 4)
            axes.text(*corner, share, ha="right", va="top", fontsize=7, color="white")
    put_title(axes, title, pad=14)
    return figure


def _mosaic(
    token_map: TokenMap, values: Float[np.ndarray, "row column token"], scale: Scale
) -> tuple[UInt8[np.ndarray, "height width 3"], tuple[int, int]]:
    """All maps in one array (thousands of axes would take minutes), and the size of one of them."""
    (width, height), (n_rows, n_columns) = token_map.image.size, values.shape[:2]
    canvas = np.full((n_rows * (height + _GAP) - _GAP, n_columns * (width + _GAP) - _GAP, 3), 255, dtype=np.uint8)
    for row, column in np.ndindex(n_rows, n_columns):
        y, x = row * (height + _GAP), column * (width + _GAP)
        high = float(np.nanmax(values if scale == "shared" else values[row, column]))
        canvas[y : y + height, x : x + width] = token_map.blend(values[row, column], high=high, veil=0.5)
    return canvas, (width, height)
