"""From pixels of the original image to pixels of the processed image, and back.

Every processor of the supported families pads, resizes, and crops, axis by axis: together an affine map. Pixel
coordinates are continuous: pixel ``i`` covers ``[i, i + 1)``, so that resizing maps edges to edges exactly. Sizes are
``(width, height)``; boxes ``x1, y1, x2, y2``, half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from jaxtyping import Float
from PIL import Image
from transformers import BaseImageProcessor

Size = tuple[int, int]
_DECIMALS = 9  # of a pixel: 28 / 0.56 is 49.99999999999999 in floats


@dataclass(frozen=True, kw_only=True)
class ImageTransform:
    """``processed = original * scale + offset`` on each axis.

    Attributes:
        original_size: ``(width, height)`` of the user's image.
        processed_size: ``(width, height)`` of what the vision encoder receives (tiles laid side by side).
        scale: Processed pixels per original pixel, ``(x, y)``.
        offset: Where the original image's corner lies in the processed image, ``(x, y)``: negative where the image
            was cropped, positive where it was padded.
    """

    original_size: Size
    processed_size: Size
    scale: tuple[float, float]
    offset: tuple[float, float] = (0.0, 0.0)

    @classmethod
    def resize(cls, original_size: Size, processed_size: Size) -> ImageTransform:
        """The whole image, stretched to the processed size."""
        scale = (processed_size[0] / original_size[0], processed_size[1] / original_size[1])
        return cls(original_size=original_size, processed_size=processed_size, scale=scale)

    def to_processed(self, boxes: Float[np.ndarray, "*shape 4"]) -> Float[np.ndarray, "*shape 4"]:
        """Boxes in original pixels to boxes in processed pixels, not clipped."""
        return boxes * np.array(self.scale * 2) + np.array(self.offset * 2)

    def to_original(self, boxes: Float[np.ndarray, "*shape 4"]) -> Float[np.ndarray, "*shape 4"]:
        """Boxes in processed pixels to boxes in original pixels, clipped to the image.

        What lies wholly in padding becomes a box without area at the image's edge.
        """
        boxes = ((boxes - np.array(self.offset * 2)) / np.array(self.scale * 2)).round(_DECIMALS)
        return np.clip(boxes, 0.0, np.array(self.original_size * 2, dtype=float))

    @property
    def visible_box(self) -> tuple[float, float, float, float]:
        """The part of the original image that the model sees, in original pixels."""
        x1, y1, x2, y2 = self.to_original(np.array([0.0, 0.0, *self.processed_size])).tolist()
        return x1, y1, x2, y2


def crop_transform(image_processor: Any, original_size: Size) -> ImageTransform:
    """The transform of a processor that pads to a square, resizes and crops at the centre, each if it is set to.

    Each step is asked of the processor itself, on stand-ins for the image: the rules for rounding, and for padding an
    image that is smaller than the crop, differ between HF's processors and back ends.
    """
    size, scale, offset = original_size, (1.0, 1.0), (0.0, 0.0)
    if getattr(image_processor, "do_pad", False) and hasattr(image_processor, "pad_to_square"):
        padded = _size_after(image_processor, "pad_to_square", size)
        offset = (float((padded[0] - size[0]) // 2), float((padded[1] - size[1]) // 2))
        size = padded
    if getattr(image_processor, "do_resize", False):
        resized = _size_after(
            image_processor, "resize", size, size=image_processor.size, resample=Image.Resampling.NEAREST
        )
        scale = (resized[0] / size[0], resized[1] / size[1])
        offset = (offset[0] * scale[0], offset[1] * scale[1])
        size = resized
    if getattr(image_processor, "do_center_crop", False):
        (dx, dy), size = _centre_crop(image_processor, size)
        offset = (offset[0] + dx, offset[1] + dy)
    return ImageTransform(original_size=original_size, processed_size=size, scale=scale, offset=offset)


def _stand_in(image_processor: Any, pixels: torch.Tensor) -> Any:
    plain = "pil" if isinstance(image_processor, BaseImageProcessor) else "torchvision"  # of those without back ends
    return pixels.numpy() if getattr(image_processor, "backend", plain) == "pil" else pixels


def _size_after(image_processor: Any, step: str, before: Size, **settings: Any) -> Size:
    blank = _stand_in(image_processor, torch.zeros(3, before[1], before[0], dtype=torch.uint8))
    height, width = getattr(image_processor, step)(blank, **settings).shape[-2:]
    return width, height


def _centre_crop(image_processor: Any, size: Size) -> tuple[tuple[float, float], Size]:
    """How far the crop moves the image, and the size after it, from a crop of pixels that hold their own position."""
    rows, cols = torch.meshgrid(torch.arange(1, size[1] + 1), torch.arange(1, size[0] + 1), indexing="ij")
    crop = torch.as_tensor(
        image_processor.center_crop(
            _stand_in(image_processor, torch.stack([cols, rows, rows])), image_processor.crop_size
        )
    )
    y, x = (crop[0] > 0).nonzero()[0].tolist()  # padding holds 0
    col, row, _ = crop[:, y, x].tolist()
    return (float(x + 1 - col), float(y + 1 - row)), (crop.shape[-1], crop.shape[-2])
