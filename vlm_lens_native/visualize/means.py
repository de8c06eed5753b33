"""Means with their intervals, a line for each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float
from matplotlib.figure import Figure

from vlm_lens_native.visualize.style import COLOURS, LINE, MUTED, label_axes, name_ticks, new_figure


def plot_means(
    means: Float[np.ndarray, " name"],
    *,
    intervals: Float[np.ndarray, "name end=2"],
    names: Sequence[str],
    label: str = "",
    title: str = "",
    reference: float | None = None,
) -> Figure:
    """A point for each mean, the first on top, and a bar from one end of its interval to the other.

    Args:
        means: The means.
        intervals: Low and high end of each; NaN for none.
        names: What they are of.
        label: What the values are.
        title: Above.
        reference: A value to mark by a line, such as that of chance.
    """
    figure, axes = new_figure(5.6, 1.1 + 0.34 * len(names))
    at = np.arange(len(names))[::-1]
    for y, mean, (low, high) in zip(at, means, intervals, strict=True):
        if np.isfinite([low, high]).all():
            axes.plot([low, high], [y, y], color=COLOURS[0], linewidth=2)
        axes.plot([mean], [y], "o", color=COLOURS[0], markersize=6)
    if reference is not None:
        axes.axvline(reference, color=MUTED, linewidth=1, linestyle="--")
    name_ticks(axes.yaxis, at, [str(name) for name in names])
    axes.set_ylim(-0.6, len(names) - 0.4)
    axes.grid(axis="x", color=LINE, linewidth=0.6)
    label_axes(axes, x=label, edges=["bottom"], title=title)
    return figure
