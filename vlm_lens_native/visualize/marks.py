"""Tokens that are marked on a heat map."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Float
from matplotlib.figure import Figure

from vlm_lens_native.visualize.overlays import plot_heatmap
from vlm_lens_native.visualize.token_map import TokenMap

_COLOUR = "#56B4E9"


def plot_marked_tokens(
    token_map: TokenMap,
    values: Float[np.ndarray, " token"],
    *,
    marked: Bool[np.ndarray, " token"],
    title: str = "",
    label: str = "",
) -> Figure:
    """Values of tokens over the image, with some tokens outlined.

    Args:
        token_map: The image and its tokens.
        values: One for each token, not negative.
        marked: Which tokens to outline.
        title: Above the picture.
        label: Of the colour bar.
    """
    figure = plot_heatmap(token_map, values, title=title, label=label)
    for token in np.flatnonzero(marked).tolist():
        rows, columns = np.nonzero(token_map.token == token)
        if len(rows):  # a global view's tokens are hidden by those of tiles
            xs = (columns.min() - 0.5, columns.max() + 0.5)
            ys = (rows.min() - 0.5, rows.max() + 0.5)
            figure.axes[0].plot(
                [xs[0], xs[1], xs[1], xs[0], xs[0]], [ys[0], ys[0], ys[1], ys[1], ys[0]], color=_COLOUR, linewidth=2
            )
    return figure
