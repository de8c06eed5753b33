"""Parts of a sum, as bars."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float
from matplotlib.figure import Figure

from vlm_lens_native.visualize.style import COLOURS, LINE, label_axes, name_ticks, new_figure


def plot_parts(
    values: Float[np.ndarray, " part"],
    *,
    labels: Sequence[str],
    n: int = 20,
    label: str = "",
    title: str = "",
) -> Figure:
    """A bar for each of the largest parts, by size, the largest on top; one for the sum of the others.

    Args:
        values: The parts, with signs.
        labels: Their names.
        n: How many parts have a bar of their own.
        label: What the values are.
        title: Above the bars.
    """
    order = np.argsort(-np.abs(values), kind="stable")
    shown, rest = order[:n], order[n:]
    names, heights = [str(labels[nth]) for nth in shown], values[shown].tolist()
    if len(rest):
        names, heights = [*names, f"{len(rest)} others"], [*heights, float(values[rest].sum())]
    figure, axes = new_figure(6.0, 0.9 + 0.24 * len(names))
    at = np.arange(len(names))[::-1]
    axes.barh(at, heights, color=[COLOURS[0] if height < 0 else COLOURS[1] for height in heights], height=0.7)
    axes.axvline(0, color=LINE, linewidth=1)
    name_ticks(axes.yaxis, at, names)
    label_axes(axes, x=label, edges=["bottom"], title=title)
    return figure
