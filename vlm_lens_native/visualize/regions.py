"""Boxes and masks on an image."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image, ImageColor, ImageDraw

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs import load_image
from vlm_lens_native.inputs.loading import ImageLike
from vlm_lens_native.visualize.style import COLOURS, picture_font, printable


def draw_regions(
    image: ImageLike,
    *,
    boxes: Sequence[Any] = (),
    masks: Sequence[np.ndarray] = (),
    labels: Sequence[str] = (),
    longest: int = 896,
) -> Image.Image:
    """Draws boxes as frames and masks as tinted areas, each in a colour of its own that colour-blind people tell apart.

    Args:
        image: The image.
        boxes: Each ``x1, y1, x2, y2``, half-open, in pixels of the image.
        masks: Each ``[height width]``, in the same pixels.
        labels: One for each box, then one for each mask; or none.
        longest: Longest side of the picture in pixels, at least.

    Raises:
        InputError: A mask of another size, a box that is none, or another number of labels.
    """
    if labels and len(labels) != len(boxes) + len(masks):
        raise InputError(f"Got {len(labels)} labels for {len(boxes)} boxes and {len(masks)} masks.")
    image = load_image(image)
    factor = max(1, round(longest / max(image.size)))
    picture = image.resize((image.width * factor, image.height * factor), Image.Resampling.NEAREST)
    names = labels or [""] * (len(boxes) + len(masks))
    colours = [COLOURS[nth % len(COLOURS)] for nth in range(len(boxes) + len(masks))]
    for box, colour, name in zip(boxes, colours, names, strict=False):
        corners = [float(edge) * factor for edge in np.asarray(box, dtype=float).reshape(-1)]
        if len(corners) != 4 or corners[0] >= corners[2] or corners[1] >= corners[3]:
            raise InputError(f"Got the box {box!r}; expected x1, y1, x2, y2 with x1 < x2 and y1 < y2.")
        if min(corners[:2]) < 0 or corners[2] > picture.width or corners[3] > picture.height:
            raise InputError(
                f"The box {box!r} leaves the image, which has {image.width} x {image.height} pixels (width x height). "
                "Clip it first."
            )
        draw = ImageDraw.Draw(picture)
        frame = [*corners[:2], corners[2] - 1, corners[3] - 1]
        draw.rectangle(frame, outline=colour, width=max(2, longest // 300))
        _label(draw, name, (corners[0], corners[1]), colour)
    for mask, colour, name in zip(masks, colours[len(boxes) :], names[len(boxes) :], strict=True):
        marked = np.asarray(mask).astype(bool)
        if marked.shape != (image.height, image.width):
            raise InputError(
                f"Got a mask of shape {marked.shape}; expected (height, width) = {(image.height, image.width)}."
            )
        alpha = Image.fromarray((marked * 110).astype(np.uint8)).resize(picture.size, Image.Resampling.NEAREST)
        picture.paste(Image.new("RGB", picture.size, ImageColor.getrgb(colour)), mask=alpha)
        rows, columns = np.nonzero(marked)
        if len(rows):
            at = (float(columns.min()) * factor, float(rows.min()) * factor)
            _label(ImageDraw.Draw(picture), name, at, colour)
    return picture


def _label(draw: ImageDraw.ImageDraw, text: str, at: tuple[float, float], colour: str) -> None:
    if not text:
        return
    text = printable(text)
    font = picture_font(text, 16)
    draw.rectangle(draw.textbbox(at, text, font=font), fill=colour)
    draw.text(at, text, fill="white", font=font)
