"""Scores of heads: layers by heads."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float
from matplotlib.figure import Figure

from vlm_lens_native.visualize.style import COLOUR_MAP, label_axes, name_ticks, new_figure, scale_bar

_MOST_NUMBERS = 150  # cells in which the score is written


def plot_head_scores(
    scores: Float[np.ndarray, "row head"],
    *,
    rows: Sequence[str],
    label: str = "",
    title: str = "",
    high: float | None = None,
) -> Figure:
    """A coloured cell for each head, the first row below, with the score in it where there is room.

    Args:
        scores: Not negative.
        rows: Names of the layers.
        label: Of the colour bar.
        title: Above the map.
        high: The bright end of the scale; None takes the largest score.
    """
    n_rows, n_heads = scores.shape
    high = float(scores.max()) if high is None else high
    size = (float(np.clip(0.48 * n_heads + 2.2, 4.0, 14.0)), float(np.clip(0.32 * n_rows + 1.2, 2.2, 10.0)))
    figure, axes = new_figure(*size)
    shown = axes.imshow(scores, cmap=COLOUR_MAP, vmin=0, vmax=high or 1.0, aspect="auto", origin="lower")
    for axis, names in ((axes.xaxis, [str(head) for head in range(n_heads)]), (axes.yaxis, rows)):
        every = -(-len(names) // 40)
        name_ticks(axis, range(0, len(names), every), names[::every])
    if scores.size <= _MOST_NUMBERS:
        for row, head in np.ndindex(n_rows, n_heads):
            colour = "black" if scores[row, head] > 0.7 * high else "white"
            axes.text(head, row, f"{scores[row, head]:.2f}", ha="center", va="center", fontsize=7, color=colour)
    label_axes(axes, x="head", title=title)
    scale_bar(figure, axes, shown, label=label)
    return figure
