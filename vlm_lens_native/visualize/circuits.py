"""Circuits as graphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matplotlib.figure import Figure

from vlm_lens_native.visualize.style import COLOURS, LINE, MUTED, new_figure, put_title

_WIDTHS = (0.6, 4.0)


def plot_circuit(depth: Mapping[str, float], edges: Sequence[tuple[str, str, float]], *, title: str = "") -> Figure:
    """Components as boxes, those of one depth side by side and deeper ones higher, and edges as lines.

    Args:
        depth: How deep each component stands.
        edges: Pairs of components with a score, by whose size lines are wide; red above zero, blue below.
        title: Above.
    """
    levels = sorted(set(depth.values()))
    rows = {level: [name for name in depth if depth[name] == level] for level in levels}
    widest = max((len(names) for names in rows.values()), default=1)
    figure, axes = new_figure(min(14.0, 1.6 + 0.9 * widest), min(12.0, 1.2 + 0.6 * len(levels)))
    place = {  # rows are shifted against each other, so that lines between far ones pass beside the boxes of others
        name: ((nth + 0.5 + 0.3 * (y % 3 - 1)) / len(rows[level]) * widest, y)
        for y, level in enumerate(levels)
        for nth, name in enumerate(rows[level])
    }
    most = max((abs(score) for _, _, score in edges), default=0.0) or 1.0
    for sender, receiver, score in edges:
        (x1, y1), (x2, y2) = place[sender], place[receiver]
        width = _WIDTHS[0] + (_WIDTHS[1] - _WIDTHS[0]) * abs(score) / most
        colour = COLOURS[0] if score < 0 else COLOURS[1]
        axes.plot([x1, x2], [y1, y2], color=colour, linewidth=width, alpha=0.7, zorder=1)
    for name, (x, y) in place.items():
        box = {"boxstyle": "round,pad=0.25", "facecolor": "white", "edgecolor": LINE}
        axes.text(x, y, name, ha="center", va="center", fontsize=8, color=MUTED, bbox=box, zorder=2)
    axes.set_xlim(-0.1, widest + 0.1)
    axes.set_ylim(-0.6, len(levels) - 0.4)
    axes.axis("off")
    for nth, sign in enumerate(("below zero", "above zero")):
        axes.plot([], [], color=COLOURS[nth], linewidth=_WIDTHS[1] / 2, label=sign)
    axes.legend(loc="lower right", fontsize=7, frameon=False, labelcolor=MUTED, title="score", title_fontsize=7)
    put_title(axes, title)
    return figure
