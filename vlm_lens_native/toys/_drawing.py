"""Rasterises scenes. Each pixel is the mean of ``_SAMPLES`` x ``_SAMPLES`` samples, so edges are smooth."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

import numpy as np
from PIL import Image

_SAMPLES = 4
_SQUARE = 0.85  # half-side of a square, in radii
_APEX, _BASE, _HALF_BASE = 0.95, 0.85, 0.95  # a triangle's apex above and base below its centre, and half its base


@runtime_checkable
class Drawable(Protocol):
    """What drawing needs to know of an object."""

    @property
    def shape(self) -> str: ...
    @property
    def rgb(self) -> tuple[int, int, int]: ...
    @property
    def centre(self) -> tuple[float, float]: ...
    @property
    def radius(self) -> float: ...
    @property
    def box(self) -> tuple[int, int, int, int]: ...


def shape_extent(shape: str, radius: float) -> tuple[float, float, float, float]:
    """How far a shape reaches from its centre to the left, top, right and bottom, in pixels."""
    if shape == "circle":
        return radius, radius, radius, radius
    if shape == "square":
        half = _SQUARE * radius
        return half, half, half, half
    if shape == "triangle":
        return _HALF_BASE * radius, _APEX * radius, _HALF_BASE * radius, _BASE * radius
    raise ValueError(f"no shape is called {shape!r}; there are circle, square and triangle")


def draw_scene(objects: Iterable[Drawable], *, size: int, background_seed: int) -> Image.Image:
    """Draws objects over a greyish background with noise, ``size`` pixels a side."""
    rng = np.random.default_rng(background_seed)
    grey = rng.uniform(105, 150) + rng.uniform(-6, 6, size=3)
    pixels = grey + rng.normal(0, 5, size=(size, size, 1)) + rng.normal(0, 2, size=(size, size, 3))
    for item in objects:
        x1, y1, x2, y2 = item.box
        opacity = _coverage(item)[:, :, None]
        pixels[y1:y2, x1:x2] = (1 - opacity) * pixels[y1:y2, x1:x2] + opacity * np.array(item.rgb)
    return Image.fromarray(np.clip(np.rint(pixels), 0, 255).astype(np.uint8))


def _coverage(item: Drawable) -> np.ndarray:
    """The share of each pixel of the object's box that the object covers."""
    x1, y1, x2, y2 = item.box
    (x, y), radius = item.centre, item.radius
    across = x1 + (np.arange((x2 - x1) * _SAMPLES) + 0.5) / _SAMPLES - x
    down = (y1 + (np.arange((y2 - y1) * _SAMPLES) + 0.5) / _SAMPLES - y)[:, None]
    if item.shape == "circle":
        inside = across**2 + down**2 <= radius**2
    elif item.shape == "square":
        inside = (np.abs(across) <= _SQUARE * radius) & (np.abs(down) <= _SQUARE * radius)
    else:
        height = down + _APEX * radius  # below the apex
        slope = _HALF_BASE / (_APEX + _BASE)
        inside = (np.abs(across) <= slope * height) & (down <= _BASE * radius)
    return inside.reshape(y2 - y1, _SAMPLES, x2 - x1, _SAMPLES).mean(axis=(1, 3))
