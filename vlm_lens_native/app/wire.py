"""What a view found, as bytes: the safetensors format, so that numbers travel as numbers and a reader is short.

Floats go as float16, which is finer than a screen, and whole numbers in the smallest type that holds them. What is no
array is JSON, in the file's metadata. An infinite or missing number is a NaN or infinity in an array, never in JSON.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import Any

import numpy as np
from safetensors.numpy import save

from vlm_lens_native.app.views.view import View

CONTENT_TYPE = "application/octet-stream"
_ABOUT = "about"
_HALF = float(np.finfo(np.float16).max)


def pack(view: View) -> bytes:
    """One view as one piece: the 8 bytes of a length, a header in JSON, the numbers."""
    arrays = {name: np.ascontiguousarray(_small(values)) for name, values in view.arrays.items()}
    return save(arrays, metadata={_ABOUT: json.dumps({**view.about, "code": view.code}, allow_nan=False)})


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
