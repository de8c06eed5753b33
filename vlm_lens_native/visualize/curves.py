"""Curves over layers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from jaxtyping import Float
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from vlm_lens_native.visualize.style import (
    COLOURS,
    INK,
    LINE,
    label_axes,
    name_ticks,
    new_figure,
    printable,
    put_title,
    shortened,
    text_style,
)

_MARKERS, _LONGEST = "osD^vP", 40
_LINES = (("-", 4.5), ("-", 4.5), ("--", 2.0), ("-.", 2.0), (":", 2.5))  # curves that coincide stay visible


_RECOVERED = "recovered (0 none, 1 full)"
_STREAM = "residual stream patched after block"

Band = tuple[Float[np.ndarray, "layer group"], Float[np.ndarray, "layer group"]]


def plot_patching(
    recovered: Float[np.ndarray, "layer group"],
    *,
    layers: Sequence[str],
    groups: Sequence[str],
    title: str = "",
    label: str = _RECOVERED,
    place: str = _STREAM,
    band: Band | None = None,
    levels: Sequence[float] = (0.0, 1.0),
    breaks: Sequence[int] = (),
    figure_size: tuple[float, float] = (6.6, 3.8),
) -> Figure:
    """What each patch recovers of the source's answer, layer by layer.

    Args:
        recovered: 0 for no effect, 1 for full recovery; NaN leaves a gap.
        layers: Names of the layers.
        groups: Names of the groups of positions, told apart by colour and by marker.
        title: Above the curves.
        label: What the values are.
        place: What the layers are.
        band: Lower and upper ends of an interval around each value.
        levels: Values to draw a line at.
        breaks: Layers, by their place from 0, before which the curves are broken off.
        figure_size: Width and height in inches; it becomes higher where the legend needs several lines.
    """
    width, height = figure_size
    n_lines = -(-len(groups) // _legend_columns(groups))
    figure, axes = new_figure(width, height + 0.2 * (n_lines - 1))
    named = {"layers": layers, "groups": groups, "label": label, "place": place}
    draw_patching(axes, recovered, **named, band=band, levels=levels, breaks=breaks)
    put_title(axes, title)
    return figure


def draw_patching(
    axes: Axes,
    recovered: Float[np.ndarray, "layer group"],
    *,
    layers: Sequence[str],
    groups: Sequence[str],
    label: str = _RECOVERED,
    place: str = _STREAM,
    band: Band | None = None,
    levels: Sequence[float] = (0.0, 1.0),
    breaks: Sequence[int] = (),
) -> None:
    """The curves, drawn into axes that exist; arguments as for `plot_patching`."""
    for level in levels:
        axes.axhline(level, color=LINE, linewidth=1, zorder=0)
    at = np.arange(len(layers))
    size = 5 if len(layers) <= 16 else 3
    along = np.insert(at.astype(float), list(breaks), np.nan)  # where a curve has no place, it has a gap
    recovered = np.insert(recovered, list(breaks), np.nan, axis=0)
    band = band and (np.insert(band[0], list(breaks), np.nan, axis=0), np.insert(band[1], list(breaks), np.nan, axis=0))
    for nth, group in enumerate(groups):
        if band is not None:
            low, high = (end[:, nth] for end in band)
            axes.fill_between(along, low, high, color=COLOURS[nth % len(COLOURS)], alpha=0.15, linewidth=0)
        style, width = _LINES[nth % len(_LINES)]
        axes.plot(
            along,
            recovered[:, nth],
            color=COLOURS[nth % len(COLOURS)],
            marker=_MARKERS[nth % len(_MARKERS)],
            markersize=size,
            linestyle=style,
            linewidth=width,
            label=shortened(printable(group), _LONGEST),
        )
    every = -(-len(layers) // 12)
    name_ticks(axes.xaxis, at[::every], layers[::every])
    label_axes(axes, x=place, y=label, edges=["left", "bottom"])
    below: dict[str, Any] = {
        "loc": "upper center",
        "bbox_to_anchor": (0.5, -0.16),
        "ncols": _legend_columns(groups),
        "handlelength": 3,
    }
    legend = axes.legend(frameon=False, fontsize=9, labelcolor=INK, **below)
    for text in legend.get_texts():
        text.set(parse_math=False, family=text_style()["family"])


def _legend_columns(groups: Sequence[str]) -> int:
    """As many as there is room for below axes of about six inches, which have room for some 90 letters."""
    longest = min(max(map(len, groups), default=0), _LONGEST)
    return max(1, min(3, 90 // (longest + 8)))
