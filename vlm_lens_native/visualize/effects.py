"""Maps of effects: layers by positions, heads or other components."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float
from matplotlib.figure import Figure

from vlm_lens_native.visualize.style import LINE, MUTED, new_figure, printable, scale_bar, text_style

_MAP = "RdBu_r"  # blue below zero, white at zero, red above: told apart under colour blindness
_MOST_LABELS = 40


def plot_effect_map(
    values: Float[np.ndarray, "row column"],
    *,
    rows: Sequence[str],
    columns: Sequence[str],
    label: str = "",
    row_label: str = "",
    title: str = "",
) -> Figure:
    """A coloured cell for each value, on a scale that is even around zero; cells without a value are grey.

    Args:
        values: The effects; NaN where there is none.
        rows: Names of the rows, the first one below.
        columns: Names of the columns; of many, only some are written.
        label: Of the colour bar.
        row_label: What the rows are.
        title: Above the map.
    """
    n_rows, n_columns = values.shape
    size = (float(np.clip(0.32 * n_columns + 2.2, 4.0, 14.0)), float(np.clip(0.26 * n_rows + 1.5, 2.2, 10.0)))
    figure, axes = new_figure(*size)
    axes.set_facecolor(LINE)
    finite = np.abs(values[np.isfinite(values)])
    most = float(finite.max()) if finite.size and finite.max() > 0 else 1.0
    shown = axes.imshow(values, cmap=_MAP, vmin=-most, vmax=most, aspect="auto", origin="lower")
    for axis, names in ((axes.xaxis, columns), (axes.yaxis, rows)):
        every = -(-len(names) // _MOST_LABELS)
        axis.set_ticks(range(0, len(names), every), labels=[printable(name) for name in names[::every]])
    turned = max(map(len, columns), default=0) > 3
    axes.tick_params(axis="x", labelrotation=90 if turned else 0)
    axes.tick_params(length=0, labelsize=8, labelcolor=MUTED)
    for text in axes.get_xticklabels() + axes.get_yticklabels():
        text.set(parse_math=False, family=text_style()["family"])
    axes.spines[:].set_visible(False)
    axes.set_ylabel(row_label, fontsize=9, color=MUTED)
    axes.set_title(title, loc="left", fontsize=12, **text_style())
    scale_bar(figure, axes, shown, label=label)
    return figure
