"""Words in a table, shaded by their probability."""

from __future__ import annotations

from collections.abc import Sequence

import matplotlib
import numpy as np
from jaxtyping import Float
from matplotlib.figure import Figure

from vlm_lens_native.visualize.style import (
    bare,
    label_axes,
    name_ticks,
    new_figure,
    printable,
    scale_bar,
    shortened,
    text_style,
)

_SHADES = "Blues"
_MOST_WORDS = 60  # in a row of the table; with more there is no room to write them


def plot_word_table(
    words: Sequence[Sequence[str]],
    probs: Float[np.ndarray, "row column"],
    *,
    rows: Sequence[str],
    columns: Sequence[str],
    label: str = "probability",
    row_label: str = "",
    column_label: str = "",
    title: str = "",
) -> Figure:
    """A logit lens as it is usually drawn: a row for each layer, the last one on top, darker where more probable.

    Args:
        words: ``[row][column]``; with more than 60 columns only the shades are drawn.
        probs: From 0 to 1.
        rows: Names of the rows, from the bottom up.
        columns: Names of the columns.
        label: Of the colour bar.
        row_label: What the rows are.
        column_label: What the columns are.
        title: Above the table.
    """
    n_rows, n_columns = probs.shape
    has_room = n_columns <= _MOST_WORDS
    every = 1 if has_room else -(-n_columns // 20)
    width = 0.72 * n_columns + 1.0 if has_room else 15.0
    figure, axes = new_figure(max(4.0, width), max(1.6, 0.3 * n_rows + 0.8))
    shown = bare(axes).imshow(
        probs, cmap=_SHADES, vmin=0, vmax=1, aspect="auto", origin="lower", interpolation="nearest"
    )
    name_ticks(axes.xaxis, range(0, n_columns, every), columns[::every], longest=10)
    name_ticks(axes.yaxis, range(n_rows), rows)
    axes.tick_params(labeltop=True, labelbottom=False)
    dark = matplotlib.colormaps[_SHADES](probs)[..., :3].mean(-1) < 0.55
    for row, column in np.ndindex(n_rows, n_columns if has_room else 0):
        style = text_style(color="white" if dark[row, column] else "#1c2430")
        text = shortened(printable(words[int(row)][int(column)]))
        axes.text(column, row, text, ha="center", va="center", fontsize=8, **style)
    label_axes(axes, x=column_label, y=row_label, title=title)
    axes.xaxis.set_label_position("top")
    scale_bar(figure, axes, shown, label=label, pad=0.01, aspect=max(4 * n_rows // 3, 8))
    return figure
