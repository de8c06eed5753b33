"""Numbers and pictures as text, small enough for a page."""

from __future__ import annotations

import base64
import io
import json
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from PIL import Image

_MOST_IMAGE_BYTES = 300_000  # of all pictures together
_EXACT_RANKS = 128  # beyond, a byte holds the logarithm, in so many steps for a factor of 2:
_STEPS = 10


def largest(values: np.ndarray) -> float:
    """The largest number, or one that is almost 0: something to divide by."""
    return max(float(values.max(initial=0.0)), 1e-6)


def as_bytes(values: np.ndarray, high: float) -> np.ndarray:
    """Numbers from 0 to ``high`` in 256 steps, finer near 0: the square of the byte is the number."""
    return np.rint(255 * np.sqrt(np.clip(values / high, 0, 1))).astype(np.uint8)


def as_rank_codes(ranks: np.ndarray) -> np.ndarray:
    """Ranks in a byte: those up to 128 exactly, others within 4 per cent, up to 850,000."""
    beyond = _EXACT_RANKS + np.rint(_STEPS * np.log2(np.maximum(ranks, _EXACT_RANKS) / _EXACT_RANKS))
    return np.where(ranks < _EXACT_RANKS, ranks, np.minimum(beyond, 255)).astype(np.uint8)


def packed(arrays: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Everything in one compressed piece, and where in it each part is."""
    parts: dict[str, Any] = {}
    raw = bytearray()
    for name, values in arrays.items():
        is_text = not isinstance(values, np.ndarray)
        data = json.dumps(values).encode() if is_text else values.astype(values.dtype.newbyteorder("<")).tobytes()
        raw += b"\0" * (-len(raw) % 4)  # the script reads numbers where they lie, so they must lie at multiples of 4
        parts[name] = {"start": len(raw), "bytes": len(data), "type": "text" if is_text else str(values.dtype)}
        raw += data
    return parts, zlib.compress(bytes(raw))


def picture_uris(images: Sequence[Image.Image | None]) -> list[str]:
    """Pictures as addresses that hold them, small enough together; an empty text where there is none."""
    budget = _MOST_IMAGE_BYTES / max(1, len(images))
    return ["" if image is None else _uri(image, budget) for image in images]


def _uri(image: Image.Image, budget: float) -> str:
    """PNG if it is small, else JPEG, of less resolution if need be."""
    for longest, kind, options in (
        (1024, "png", {}), (1024, "jpeg", {"quality": 85}), (640, "jpeg", {"quality": 80}),
        (400, "jpeg", {"quality": 75}), (224, "jpeg", {"quality": 70}), (112, "jpeg", {"quality": 60}),
    ):  # fmt: skip
        small = image.copy()
        small.thumbnail((longest, longest))
        buffer = io.BytesIO()
        small.save(buffer, kind, **options)
        if buffer.tell() <= budget * 0.75:  # base64 takes four bytes for three
            break
    return f"data:image/{kind};base64,{base64.b64encode(buffer.getvalue()).decode()}"
