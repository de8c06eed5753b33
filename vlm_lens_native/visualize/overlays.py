"""One picture of one image: its token grid, a heat map, the word of every token."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float
from matplotlib import patheffects
from matplotlib.cm import ScalarMappable
from matplotlib.colors import Normalize
from matplotlib.figure import Figure
from PIL import Image

from vlm_lens_native.inputs import ImageInfo
from vlm_lens_native.inputs.overview import draw_overview
from vlm_lens_native.visualize.style import (
    COLOUR_MAP,
    SLIM,
    bare,
    picture_figure,
    printable,
    put_title,
    scale_bar,
    shortened,
    text_style,
)
from vlm_lens_native.visualize.token_map import TokenMap


def draw_token_grid(info: ImageInfo, *, highlight: Sequence[int] = (), longest: int = 896) -> Image.Image:
    """The image as the model sees it, with its token grid, enlarged until the numbers can be read.

    Args:
        info: ``model.process_image(image)``.
        highlight: Cells to fill, numbered in reading order.
        longest: Longest side of the picture in pixels, about: cells keep a whole number of pixels.
    """
    factor = longest / max(info.image.size)
    cell = max(8, round(info.effective_patch_size * factor))
    picture = info.image.resize((info.grid_w * cell, info.grid_h * cell), Image.Resampling.LANCZOS)
    enlarged = np.divide(picture.size, info.image.size)
    return draw_overview(
        picture,
        cells=info.cell_boxes * np.tile(enlarged, 2),
        labels="all" if cell >= 28 else f"every_{info.grid_w}" if cell >= 20 else "none",
        start_number=0,
        highlight=highlight,
        highlight_color=(255, 200, 0, 110),
    )


def plot_heatmap(
    token_map: TokenMap,
    values: Float[np.ndarray, " token"],
    *,
    title: str = "",
    label: str = "",
    high: float | None = None,
) -> Figure:
    """Values of tokens over the image, with a colour bar.

    Args:
        token_map: The image and its tokens.
        values: One for each token, not negative.
        title: Above the picture.
        label: Of the colour bar.
        high: The bright end of the scale; None takes the largest value.
    """
    high = float(np.nanmax(values)) if high is None else high
    figure, axes = picture_figure(token_map.image.size)
    bare(axes).imshow(token_map.blend(values, high=high))
    put_title(axes, title, size=11)
    colour_bar(figure, axes, high=high, label=label)
    return figure


def plot_words(
    token_map: TokenMap,
    words: Sequence[str],
    probs: Float[np.ndarray, " token"],
    *,
    title: str = "",
) -> Figure:
    """A word on every token of the image, such as a lens's most probable one: the paler, the less probable.

    Args:
        token_map: The image and its tokens.
        words: One for each token.
        probs: One for each token, from 0 to 1.
        title: Above the picture.

    Raises:
        InputError: Another number of words or probabilities than tokens.
    """
    token_map.check(words)
    token_map.check(probs)
    width, height = token_map.image.size
    tokens = np.unique(token_map.token[token_map.token >= 0]).tolist()
    n_columns = max(len(np.unique(row[row >= 0])) for row in token_map.token)
    figure, axes = picture_figure((width, height), width=float(np.clip(0.5 * n_columns, 7.2, 14.0)), tallest=12.0)
    bare(axes).imshow(np.asarray(token_map.image))
    put_title(axes, title)
    outline = [patheffects.withStroke(linewidth=1.6, foreground="black")]
    for token in tokens:
        rows, columns = np.nonzero(token_map.token == token)
        text = shortened(printable(words[int(token)]))
        points = np.ptp(columns) / width * figure.get_figwidth() * 72  # the cell's width, at 72 points to the inch
        size = min(12.0, 1.5 * points / max(len(text), 4))
        axes.text(
            columns.mean(), rows.mean(), text, ha="center", va="center", fontsize=size, path_effects=outline,
            **text_style(color="white", alpha=0.25 + 0.75 * float(probs[token])),
        )  # fmt: skip
    return figure


def colour_bar(figure: Figure, axes: object, *, high: float, label: str) -> None:
    """A bar from 0 to ``high`` beside the axes."""
    scale_bar(figure, axes, ScalarMappable(Normalize(0, high), COLOUR_MAP), label=label, **SLIM)
