"""What a view found, as bytes: the safetensors format, so that numbers travel as numbers and a reader is short.

Floats go as float16, which is finer than a screen (boxes in pixels as float32), and whole numbers in the smallest type
that holds them. What is no array is JSON, in the file's metadata. An infinite or missing number is a NaN or infinity in
an array, never in JSON. Pages that hold very many numbers take some of them as bytes (`packed_small`).
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from safetensors.numpy import save

CONTENT_TYPE = "application/octet-stream"
_ABOUT = "about"
_HALF = float(np.finfo(np.float16).max)
_EXACT = ("boxes", "key_boxes")  # pixels of large pictures, which float16 would move
_EXACT_RANKS = 128  # beyond, a byte holds the logarithm, in so many steps for a factor of 2:
_STEPS = 10


@dataclass(frozen=True, kw_only=True, eq=False)
class View:
    """What was found out, as a page shows it.

    Attributes:
        arrays: Numbers by name.
        about: Everything else, as JSON takes it.
        code: Lines of Python that find the same numbers with the library.
    """

    arrays: Mapping[str, np.ndarray] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)
    code: str = ""

    @property
    def n_bytes(self) -> int:
        """Of the numbers."""
        return sum(values.nbytes for values in self.arrays.values())


def pack(view: View) -> bytes:
    """One view as one piece: the 8 bytes of a length, a header in JSON, the numbers."""
    arrays = {
        name: np.ascontiguousarray(values.astype(np.float32) if name in _EXACT else _small(values))
        for name, values in view.arrays.items()
    }
    return save(arrays, metadata={_ABOUT: json.dumps({**view.about, "code": view.code}, allow_nan=False)})


def packed_small(view: View) -> bytes:
    """The same in half the bytes: numbers from 0 on in 256 steps, finer near 0, and ``ranks`` within 4 per cent.

    ``about["coded"]`` tells the reader which arrays are coded, and how large their largest number is; 0 for ranks.
    """
    arrays, coded = dict(view.arrays), {}
    for name, values in view.arrays.items():
        if name == "ranks":
            arrays[name], coded[name] = as_rank_codes(values), 0.0
        elif values.dtype.kind == "f":
            coded[name] = max(float(values.max(initial=0.0)), 1e-6)
            arrays[name] = as_bytes(values, coded[name])
    return pack(View(arrays=arrays, about={**view.about, "coded": coded}, code=view.code))


def as_bytes(values: np.ndarray, high: float) -> np.ndarray:
    """Numbers from 0 to ``high`` in 256 steps, finer near 0: the square of the byte is the number."""
    return np.rint(255 * np.sqrt(np.clip(values / high, 0, 1))).astype(np.uint8)


def as_rank_codes(ranks: np.ndarray) -> np.ndarray:
    """Ranks in a byte: those up to 128 exactly, others within 4 per cent, up to 850,000."""
    beyond = _EXACT_RANKS + np.rint(_STEPS * np.log2(np.maximum(ranks, _EXACT_RANKS) / _EXACT_RANKS))
    return np.where(ranks < _EXACT_RANKS, ranks, np.minimum(beyond, 255)).astype(np.uint8)


def unpack(data: bytes) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
    """Arrays and JSON of one piece."""
    from safetensors.numpy import load

    (length,) = struct.unpack("<Q", data[:8])
    header: Mapping[str, Any] = json.loads(data[8 : 8 + length])
    return load(data), json.loads(header["__metadata__"][_ABOUT])


def framed(piece: bytes) -> bytes:
    """A piece of a stream: its length as 4 bytes, then itself."""
    return struct.pack("<I", len(piece)) + piece


def unframed(stream: bytes) -> list[bytes]:
    """The pieces of a whole stream."""
    pieces, start = [], 0
    while start < len(stream):
        (length,) = struct.unpack_from("<I", stream, start)
        pieces.append(stream[start + 4 : start + 4 + length])
        start += 4 + length
    return pieces


def _small(values: np.ndarray) -> np.ndarray:
    if values.dtype.kind == "f":
        return np.clip(values, -_HALF, _HALF).astype(np.float16) if values.size else values.astype(np.float16)
    if values.dtype == bool:
        return values.astype(np.uint8)
    low, high = (int(values.min()), int(values.max())) if values.size else (0, 0)
    for kind in ("uint8", "uint16", "uint32", "int32"):
        if np.iinfo(kind).min <= low and high <= np.iinfo(kind).max:
            return values.astype(kind)
    return values.astype(np.int64)
