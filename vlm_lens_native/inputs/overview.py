"""The token grid drawn over an image."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

from vlm_lens_native.errors import InputError


def draw_overview(
    image: Image.Image,
    *,
    rows: int,
    cols: int,
    cell: int,
    labels: str,
    start_number: int,
    highlight: Sequence[int],
    highlight_color: tuple[int, int, int, int],
) -> Image.Image:
    """Draws grid lines, numbers and filled cells over a copy of an image (`images.ImageInfo.patch_overview`).

    Raises:
        InputError: an unknown `labels`, or a highlighted number outside the grid.
    """
    step = _label_step(labels)
    last = start_number + rows * cols - 1
    if wrong := [number for number in highlight if not start_number <= number <= last]:
        raise InputError(f"Can't highlight the cells {wrong}: this image's are numbered {start_number} to {last}.")
    layer = Image.new("RGBA", image.size)
    draw = ImageDraw.Draw(layer)
    for number in highlight:
        row, col = divmod(number - start_number, cols)
        draw.rectangle((col * cell, row * cell, (col + 1) * cell - 1, (row + 1) * cell - 1), fill=highlight_color)
    for col in range(1, cols):
        draw.line((col * cell, 0, col * cell, rows * cell - 1), fill=(255, 255, 255, 110))
    for row in range(1, rows):
        draw.line((0, row * cell, cols * cell - 1, row * cell), fill=(255, 255, 255, 110))
    font = ImageFont.load_default(size=max(8, cell // 3))
    for index in range(0, rows * cols, step) if step else ():
        row, col = divmod(index, cols)
        place = (col * cell + 2, row * cell + 1)
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
