"""The token grid drawn over an image."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from jaxtyping import Float
from PIL import Image, ImageDraw, ImageFont

from vlm_lens_native.errors import InputError


def draw_overview(
    image: Image.Image,
    *,
    cells: Float[np.ndarray, "row col 4"],
    labels: str,
    start_number: int,
    highlight: Sequence[int],
    highlight_color: tuple[int, int, int, int],
) -> Image.Image:
    """Draws grid lines, numbers and filled cells over a copy of an image (`images.ImageInfo.patch_overview`).

    Raises:
        InputError: an unknown `labels`, or a highlighted number outside the grid.
    """
    step, (rows, cols, _) = _label_step(labels), cells.shape
    if not cells.size:
        raise InputError("The tokens of this image stand for no place in it, so there is no grid to draw.")
    last = start_number + rows * cols - 1
    if not isinstance(highlight, Iterable):
        raise InputError(f"highlight is a list of cell numbers, and empty for none; got {highlight!r}.")
    if wrong := [number for number in highlight if not start_number <= number <= last]:
        raise InputError(f"Can't highlight the cells {wrong}: this image's are numbered {start_number} to {last}.")
    layer = Image.new("RGBA", image.size)
    draw = ImageDraw.Draw(layer)
    for number in highlight:
        row, col = divmod(number - start_number, cols)
        if not np.isnan(cells[row, col]).any():
            x1, y1, x2, y2 = cells[row, col].tolist()
            draw.rectangle((x1, y1, x2 - 1, y2 - 1), fill=highlight_color)
    (left, top), (right, bottom) = np.nanmin(cells[..., :2], axis=(0, 1)), np.nanmax(cells[..., 2:], axis=(0, 1))
    for x in cells[-1, 1:, 0].tolist():
        draw.line((x, top, x, bottom - 1), fill=(255, 255, 255, 110))
    for y in cells[1:, -1, 1].tolist():
        draw.line((left, y, right - 1, y), fill=(255, 255, 255, 110))
    font = ImageFont.load_default(size=max(8, int(right - left) // cols // 3))
    for index in range(0, rows * cols, step) if step else ():
        row, col = divmod(index, cols)
        if np.isnan(cells[row, col]).any():
            continue
        place = (cells[row, col, 0] + 2, cells[row, col, 1] + 1)
        # The outline keeps numbers readable on any background.
        draw.text(place, str(index + start_number), font=font, fill="white", stroke_width=1, stroke_fill="black")
    return Image.alpha_composite(image.convert("RGBA"), layer).convert("RGB")


def _label_step(labels: str) -> int:
    if labels in ("all", "none"):
        return int(labels == "all")
    prefix, _, number = labels.rpartition("_")
    if prefix == "every" and number.isdecimal() and int(number) > 0:
        return int(number)
    raise InputError(f"labels={labels!r} is unknown; expected 'all', 'none' or 'every_N', such as 'every_10'.")
