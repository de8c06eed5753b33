"""Colours, fonts and figures that all pictures share."""

from __future__ import annotations

import io
import textwrap
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.cm import ScalarMappable
from matplotlib.figure import Figure
from PIL import ImageFont

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
"""For curves: told apart under every common colour blindness. Source: Okabe and Ito (2008)."""

SIGNED_MAP = "RdBu_r"
"""For values around zero: blue below, white at zero, red above; told apart under colour blindness."""

COLOUR_MAP = "inferno"
"""For values: even in lightness, so that it is read alike in grey and under colour blindness."""

INK, MUTED, LINE = "#1c2430", "#5b6675", "#d5dae1"

_MARKS = {"\n": "⏎", "\t": "⇥", "\r": "⇤"}

_PROBES = "漢あ한عहไ"  # a character of each script that many tokens are written in, and DejaVu Sans lacks or may lack
_FAMILIES = (
    "DejaVu Sans",  # comes with matplotlib
    "Noto Sans CJK JP",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Arial Unicode MS",
    "PingFang SC",
    "Hiragino Sans",
    "Microsoft YaHei",
    "Noto Sans Arabic",
    "Noto Sans Devanagari",
)


class _Figure(Figure):
    """A figure that a notebook shows as the last line of a cell; pyplot's would be, and pyplot is left alone."""

    def _repr_png_(self) -> bytes:
        picture = io.BytesIO()
        self.savefig(picture, format="png", dpi=80)
        return picture.getvalue()


def new_figure(width: float, height: float, **grid: Any) -> tuple[Figure, Any]:
    """A figure of this size in inches with its axes; ``grid`` goes to ``Figure.subplots``."""
    figure = _Figure(figsize=(width, height), layout="constrained", facecolor="white")
    return figure, figure.subplots(**grid)


def bare(axes: Axes) -> Axes:
    """Takes ticks and frame away."""
    axes.set_xticks([])
    axes.set_yticks([])
    axes.spines[:].set_visible(False)
    return axes


def picture_figure(picture: tuple[int, int], *, width: float = 5.2, tallest: float = 8.0) -> tuple[Figure, Any]:
    """A figure for a picture of this width and height, with room for a title and a colour bar beside it.

    Args:
        picture: Width and height, in any unit.
        width: Inches that the picture gets in width, unless it would be higher than ``tallest``.
        tallest: Inches that it gets in height, at most.
    """
    ratio = picture[1] / picture[0]
    width = min(width, tallest / ratio)
    return new_figure(width + 0.8, max(width * ratio, 1.2) + 0.4)


def put_title(axes: Axes, title: str, *, size: int = 12, **more: Any) -> None:
    """A title above the axes, flush left, in as many lines as it needs."""
    if not title:
        return
    figure: Any = axes.figure
    n_letters = int(0.8 * 72 * figure.bbox.width / figure.dpi / (0.55 * size))
    axes.set_title(textwrap.fill(printable(title), n_letters), loc="left", fontsize=size, **text_style(), **more)


def label_axes(axes: Axes, *, x: str = "", y: str = "", edges: Sequence[str] = (), title: str = "") -> None:
    """Puts names beside the axes and a title above, and leaves these edges of the frame, with ticks along them."""
    axes.tick_params(labelsize=8, color=LINE, labelcolor=MUTED)
    if not edges:
        axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    for edge in edges:
        axes.spines[edge].set(visible=True, color=LINE)
    axes.set_xlabel(x, fontsize=9, color=MUTED)
    axes.set_ylabel(y, fontsize=9, color=MUTED)
    put_title(axes, title)


def name_ticks(axis: Axis, places: Sequence[int] | np.ndarray, names: Sequence[str], *, longest: int = 24) -> None:
    """Writes names, which may hold tokens, along an axis."""
    axis.set_ticks(places, labels=[shortened(printable(name), longest) for name in names])
    for text in axis.get_ticklabels():
        text.set(parse_math=False, family=text_style()["family"])


def shortened(text: str, limit: int = 10) -> str:
    """A text in so many letters."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def text_style(**more: Any) -> dict[str, Any]:
    """Keyword arguments of any text that may hold a token: fonts that have its script, and no formulas."""
    return {"family": list(_installed()), "color": INK, "parse_math": False} | more


def printable(text: str) -> str:
    """A token as it can be drawn: no surrounding space, marks for white space, boxes for characters without a font."""
    stripped = text.strip(" ")
    if not stripped:
        return "␣" * len(text) or "∅"
    return "".join(_MARKS.get(character) or _drawable(character) for character in stripped)


def scale_bar(figure: Figure, axes: Any, shown: ScalarMappable, *, label: str, **shape: Any) -> Axes:
    """What the colours of a heat map mean, beside it; ``shape`` goes to ``Figure.colorbar``."""
    bar = figure.colorbar(shown, ax=axes, **{"pad": 0.02, **shape})
    bar.set_label(label, fontsize=9, color=MUTED)
    bar.ax.tick_params(labelsize=8, labelcolor=MUTED)
    bar.outline.set_visible(False)  # type: ignore[operator]
    return bar.ax


SLIM = {"shrink": 0.85, "aspect": 28, "pad": 0.015}
"""The shape of a scale beside a picture."""


def picture_font(text: str, size: int) -> ImageFont.FreeTypeFont:
    """For drawing on PIL images: a font that has every character of a printable text, as far as there is one."""
    missing = {family: sum(ord(c) not in covered for c in text) for family, covered in _installed().items()}
    return ImageFont.truetype(font_manager.findfont(min(missing, key=lambda family: missing[family])), size)


def plain(text: str) -> str:
    """Text for a terminal: control characters, which could steer it, become boxes."""
    return "".join("□" if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c != "\n" else c for c in text)


def _drawable(character: str) -> str:
    has_font = any(ord(character) in covered for covered in _installed().values())
    return character if has_font and not unicodedata.category(character).startswith("C") else "□"


@cache
def _installed() -> dict[str, frozenset[int]]:
    """The families that texts are drawn in, with the characters that each has.

    Known families come first. For a script that none of them has, any installed font that has it is taken.
    """
    known = {name for name in font_manager.get_font_names() if not name.startswith("Last Resort")}  # boxes for all
    found = {family: _characters(family) for family in _FAMILIES if family in known}
    for probe in _PROBES:
        if not any(ord(probe) in covered for covered in found.values()):
            more = next((family for family in sorted(known - found.keys()) if ord(probe) in _characters(family)), None)
            found |= {more: _characters(more)} if more else {}
    return found


@cache
def _characters(family: str) -> frozenset[int]:
    # not by findfont, which logs a warning for every family without a face of normal weight
    faces = [font for font in font_manager.fontManager.ttflist if font.name == family]
    upright = min(faces, key=lambda font: (font.style != "normal", str(font.weight) not in ("400", "normal")))
    try:
        return frozenset(font_manager.get_font(upright.fname).get_charmap())
    except (RuntimeError, OSError):  # such as fonts of coloured bitmaps, which can't be drawn
        return frozenset()
