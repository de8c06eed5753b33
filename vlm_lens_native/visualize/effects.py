"""Maps of effects: layers by positions, heads or other components."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float, Int
from matplotlib.figure import Figure

from vlm_lens_native.visualize.style import LINE, SIGNED_MAP, label_axes, name_ticks, new_figure, scale_bar

_MOST_LABELS, _MOST_CELLS, _LONGEST = 40, 500, 24
_MANY = 200  # of so many values, those beyond twice the 99th percentile stretch the scale to a tenth of the largest


def plot_effect_map(
    values: Float[np.ndarray, "row column"],
    *,
    rows: Sequence[str],
    columns: Sequence[str],
    label: str = "",
    row_label: str = "",
    column_label: str = "",
    title: str = "",
) -> Figure:
    """A coloured cell for each value, on a scale that is even around zero; cells without a value are grey.

    A map has room for 500 rows and as many columns. Of more, neighbours share a cell, and the largest of them, by
    size, gives it its colour: so a single large value among thousands is seen.

    Args:
        values: The effects; NaN where there is none. Of many, a few outliers are beyond the ends of the scale.
        rows: Names of the rows, the first one below.
        columns: Names of the columns; of many, those with the strongest effects are written.
        label: Of the colour bar.
        row_label: What the rows are.
        column_label: What the columns are.
        title: Above the map.
    """
    n_rows, n_columns = values.shape
    longest = min(max(map(len, columns), default=0), _LONGEST)
    turned = longest > 3
    lowest = 2.2 + (0.06 * longest if turned else 0.0)  # turned names stand below the map
    size = (float(np.clip(0.32 * n_columns + 2.2, 4.0, 14.0)), float(np.clip(0.26 * n_rows + 1.5, lowest, 10.0)))
    figure, axes = new_figure(*size)
    axes.set_facecolor(LINE)
    finite = np.abs(values[np.isfinite(values)])
    most, largest = _scale_end(finite), float(finite.max(initial=0.0))
    shared = [-(-n // _MOST_CELLS) for n in values.shape]
    cells = _largest(_largest(values, shared[0]).T, shared[1]).T
    shown = axes.imshow(
        cells, cmap=SIGNED_MAP, vmin=-most, vmax=most, aspect="auto", origin="lower", interpolation="nearest"
    )
    for axis, names, by_name, n in ((axes.xaxis, columns, values.T, shared[1]), (axes.yaxis, rows, values, shared[0])):
        named = _named(names, np.nan_to_num(np.abs(by_name)).max(axis=1, initial=0.0)).tolist()
        name_ticks(axis, np.array(named) / n, [names[int(nth)] for nth in named], longest=_LONGEST)
    axes.tick_params(axis="x", labelrotation=90 if turned else 0)
    label_axes(axes, x=column_label, y=row_label, title=title)
    beyond = {"extend": "both"} if largest > most else {}
    scale_bar(figure, axes, shown, label=f"{label}, up to {largest:.3g} in size" if beyond else label, **beyond)
    return figure


def _scale_end(sizes: Float[np.ndarray, " value"]) -> float:
    """Where the colours end: at the largest value, but of many not so far that outliers bleach the rest."""
    sizes = sizes[sizes > 0]
    if not sizes.size:
        return 1.0
    most = float(sizes.max())
    return min(most, max(most / 10, 2 * float(np.quantile(sizes, 0.99)))) if sizes.size >= _MANY else most


def _named(names: Sequence[str], sizes: Float[np.ndarray, " name"]) -> Int[np.ndarray, " named"]:
    """Which rows or columns are named where there is no room for all: the strongest; of numbers, every so many."""
    every = -(-len(names) // _MOST_LABELS)
    if every == 1 or all(name.isdecimal() for name in names):
        return np.arange(0, len(names), every)
    free, chosen = np.ones(len(names), dtype=bool), []
    for nth in np.argsort(-sizes, kind="stable"):
        if free[nth]:
            chosen.append(int(nth))
            free[max(0, nth - every + 1) : nth + every] = False
    return np.sort(chosen)


def _largest(values: Float[np.ndarray, "row column"], n: int) -> Float[np.ndarray, "part column"]:
    """Of every ``n`` rows one, in which each column has the largest of their values by size, with its sign."""
    if n == 1:
        return values
    rest = -len(values) % n
    parts = np.pad(values, ((0, rest), (0, 0)), constant_values=np.nan).reshape(-1, n, values.shape[1])
    sizes = np.where(np.isnan(parts), -1.0, np.abs(parts))
    return np.take_along_axis(parts, sizes.argmax(1, keepdims=True), axis=1)[:, 0]
