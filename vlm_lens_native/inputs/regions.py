"""How much of each box a region of an image covers, exactly, for boxes with fractional edges."""

from __future__ import annotations

from typing import Any

import numpy as np
from jaxtyping import Bool, Float

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.geometry import BoxLike, PolygonLike


def cell_fractions(
    boxes: Float[np.ndarray, "box 4"],
    *,
    size: tuple[int, int],
    box: BoxLike | None = None,
    mask: np.ndarray | None = None,
) -> Float[np.ndarray, " box"]:
    """The part of each box's area that a region covers; 0 for boxes without area.

    Args:
        boxes: ``x1, y1, x2, y2`` in pixels, half-open.
        size: ``(width, height)`` of the image in pixels.
        box: The region, in the same pixels.
        mask: Or the region as a mask ``[height width]``.

    Raises:
        InputError: a box whose ends are swapped, or a mask of another size.
    """
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    if mask is not None:
        mask = np.asarray(mask)
        if mask.shape != size[::-1]:
            raise InputError(f"Got a mask of shape {mask.shape}; expected (height, width) = {size[::-1]}.")
        covered = region_mass(mask.astype(bool), boxes)
    else:
        region = as_box(box)
        low, high = np.maximum(boxes[:, :2], region[:2]), np.minimum(boxes[:, 2:], region[2:])
        covered = np.clip(high - low, 0.0, None).prod(axis=-1)
    # A box that only touches the region overlaps it by rounding error, which must not count.
    covered = np.where(covered > 1e-6, covered, 0.0)
    return np.divide(covered, area, out=np.zeros_like(area), where=area > 0)


def as_box(box: Any) -> Float[np.ndarray, "edge=4"]:
    """Four numbers ``x1, y1, x2, y2`` as an array.

    Raises:
        InputError: not four numbers, or a box without area.
    """
    array = np.asarray(box, dtype=float)
    if array.shape != (4,) or not (array[:2] < array[2:]).all():
        raise InputError(f"Got the box {box!r}; expected x1, y1, x2, y2 with x1 < x2 and y1 < y2.")
    return array


def polygon_mask(polygon: PolygonLike, *, size: tuple[int, int]) -> Bool[np.ndarray, "height width"]:
    """The pixels of an image whose centres lie within a polygon.

    Args:
        polygon: Corners ``(x, y)`` in pixels.
        size: ``(width, height)`` of the image.

    Raises:
        InputError: fewer than three corners, or corners outside the image.
    """
    from matplotlib.path import Path

    corners = np.asarray(polygon, dtype=float)
    if corners.ndim != 2 or corners.shape[1] != 2 or len(corners) < 3:
        raise InputError(f"Got a polygon of shape {corners.shape}; expected at least three corners (x, y).")
    width, height = size
    if not ((corners >= 0).all() and (corners <= size).all()):
        raise InputError(f"The polygon leaves the image, which has {width} x {height} pixels (width x height).")
    x, y = np.meshgrid(np.arange(width) + 0.5, np.arange(height) + 0.5)
    return Path(corners).contains_points(np.stack([x.ravel(), y.ravel()], axis=-1)).reshape(height, width)


def region_mass(mask: Bool[np.ndarray, "height width"], boxes: Float[np.ndarray, "box 4"]) -> Float[np.ndarray, " box"]:
    """The marked area in each box, in pixels: the integral of the mask, each pixel being a unit square."""
    height, width = mask.shape
    integral = np.zeros((height + 1, width + 1))
    integral[1:, 1:] = mask.cumsum(axis=0, dtype=float).cumsum(axis=1)

    def up_to(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Marked area left of x and above y: between pixel edges it grows linearly on each axis."""
        x, y = np.clip(x, 0, width), np.clip(y, 0, height)
        x0, y0 = np.minimum(x.astype(int), width - 1), np.minimum(y.astype(int), height - 1)
        dx, dy = x - x0, y - y0
        top = integral[y0, x0] * (1 - dx) + integral[y0, x0 + 1] * dx
        bottom = integral[y0 + 1, x0] * (1 - dx) + integral[y0 + 1, x0 + 1] * dx
        return top * (1 - dy) + bottom * dy

    x1, y1, x2, y2 = boxes.T
    return up_to(x2, y2) - up_to(x1, y2) - up_to(x2, y1) + up_to(x1, y1)
