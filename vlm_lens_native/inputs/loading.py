"""Anything that holds one image, to an upright RGB PIL image of its own size.

Whatever takes a user's image reads it here, so that pictures are drawn over the very pixels that the model was given.
"""

from __future__ import annotations

import base64
import binascii
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit
from urllib.request import url2pathname

import numpy as np
import torch
from huggingface_hub.utils import httpx
from PIL import Image, ImageOps

from vlm_lens_native.errors import ImageError

ImageLike = Any  # PIL.Image.Image | np.ndarray | torch.Tensor | str | os.PathLike | bytes; load_image checks
_EXPECTED = (
    "Expected one image: a PIL image; a numpy array (height, width[, channels]) or a tensor ([channels,] height, "
    "width) with 1 to 4 channels, of uint8, int32 or int64 from 0 to 255 or of floats in [0, 1]; the bytes of an "
    "image file, its path, or its file:, data: or http(s): address."
)
_COLOURS = (1, 3, 4)  # numbers of channels; 2 are grey and transparency
_SECONDS = 60.0  # that a server may take


def load_image(image: ImageLike) -> Image.Image:
    """Turns an image of any accepted kind into an RGB PIL image of the same size.

    EXIF orientation is applied; transparent pixels are laid on white, as HF's processors do; palette, grey and 16-bit
    images become RGB; of an animated one the first frame is taken.

    Args:
        image: A PIL image; a numpy array ``[H W]`` or ``[H W C]`` or torch tensor ``[H W]`` or ``[C H W]`` of 1 to 4
            channels (the other order is taken where it is the only one that fits), uint8, int32 or int64 from 0 to 255,
            bool or float in [0, 1]; the bytes of an image file; its path, or its ``file:``, ``data:``, ``http:`` or
            ``https:`` address, which is fetched as HF's processors do.

    Raises:
        ImageError: `image` is none of these, can't be read or fetched, is empty, or an array that may be read in both
            orders.
    """
    if isinstance(image, Image.Image):
        opened = image
    elif isinstance(image, (bytes, bytearray)):
        opened = _open(io.BytesIO(image), f"{len(image)} bytes")
    elif isinstance(image, (str, os.PathLike)):
        opened = _open_address(os.fspath(image))
    elif isinstance(image, torch.Tensor):
        array = image.detach().float().cpu().numpy() if image.is_floating_point() else image.cpu().numpy()
        opened = _from_array(array, channels_first=True)
    elif isinstance(image, np.ndarray):
        opened = _from_array(image, channels_first=False)
    else:
        several = (
            " For several in one prompt there is model.prepare_questions." if isinstance(image, list | tuple) else ""
        )
        raise ImageError(f"Got {type(image).__name__}. {_EXPECTED}{several}")
    if 0 in opened.size:
        raise ImageError(f"Got an empty image of {opened.width} x {opened.height} pixels. {_EXPECTED}")
    with _reading(f"A PIL image of mode {opened.mode!r}"):  # cut-off files open, and fail where pixels are asked for
        return _to_rgb(ImageOps.exif_transpose(opened))


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """Turns whatever PIL raises into our error: beside its own, decoders and closed files raise errors of any type."""
    try:
        yield
    except ImageError:
        raise
    except Exception as error:
        raise ImageError(f"{name} can't be read as an image ({type(error).__name__}: {error}). {_EXPECTED}") from error


def _open(source: Any, name: str) -> Image.Image:
    with _reading(name), Image.open(source) as opened:
        opened.load()
        return opened


def _open_address(address: str) -> Image.Image:
    shown = repr(address if len(address) <= 500 else f"{address[:60]}...")
    scheme = address[: address.find(":")].lower()
    if scheme == "data":
        return _open(io.BytesIO(_data(address, shown)), shown)
    if scheme in ("http", "https"):
        return _open(io.BytesIO(_fetched(address)), shown)
    path = address
    try:
        path = file_path(address)
        is_file = Path(path).is_file()
    except (OSError, ValueError):  # longer than a path can be, or no path at all
        is_file = False
    if not is_file:
        raise ImageError(f"There is no image file at {shown}. {_EXPECTED}")
    return _open(path, shown)


def file_path(address: str) -> str:
    """The path of a ``file:`` address of this machine; any other text as it is."""
    parts = urlsplit(address) if address.lower().startswith("file:") else None
    if parts is None or parts.netloc not in ("", "localhost"):
        return address
    return url2pathname(parts.path)


def _data(address: str, shown: str) -> bytes:
    """What a ``data:`` address holds (RFC 2397)."""
    head, comma, body = address.partition(",")
    try:
        if not comma:
            raise ValueError("it has no comma")
        data = unquote_to_bytes(body)
        return base64.b64decode(data, validate=True) if head.endswith(";base64") else data
    except (binascii.Error, ValueError) as error:
        raise ImageError(f"{shown} holds no data: {error}. {_EXPECTED}") from error


def _fetched(url: str) -> bytes:
    """Fetches an address as transformers' ``image_utils.load_image`` does, and says what went wrong."""
    try:
        return httpx.get(url, timeout=_SECONDS, follow_redirects=True).raise_for_status().content
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        raise ImageError(f"{url!r} can't be fetched: {error}. Fetch it yourself and pass its bytes.") from error


def _from_array(array: np.ndarray, *, channels_first: bool) -> Image.Image:
    given = f"Got {'a tensor' if channels_first else 'an array'} of shape {array.shape} and dtype {array.dtype}."
    if array.ndim == 3:
        array = np.moveaxis(array, 0, -1) if _has_channels_first(array.shape, channels_first, given) else array
        array = array[..., 0] if array.shape[-1] == 1 else array
    elif array.ndim != 2:
        raise ImageError(f"{given} {_EXPECTED}")
    if array.dtype == bool:
        array = array.astype(np.uint8) * 255
    is_float = array.dtype.kind == "f"
    if not is_float and array.dtype not in (np.uint8, np.int32, np.int64):  # 16 bits may span another range
        raise ImageError(f"{given} {_EXPECTED}")
    if array.size and not (
        array.min() >= 0 and array.max() <= (1 if is_float else 255)
    ):  # written so that NaN fails too
        raise ImageError(f"{given} Its values span {array.min()} to {array.max()}. {_EXPECTED}")
    return Image.fromarray(np.ascontiguousarray(np.rint(array * 255) if is_float else array).astype(np.uint8))


def _has_channels_first(shape: tuple[int, ...], is_usual: bool, given: str) -> bool:
    """Whether the first axis of three holds the channels, rather than the last.

    Where both may, colours in their usual place count; 1 or 2 channels there, and colours in the other place, may be
    either.
    """
    usual, other = (shape[0], shape[-1]) if is_usual else (shape[-1], shape[0])
    fits, other_fits = usual in (*_COLOURS, 2), other in (*_COLOURS, 2)
    if not (fits or other_fits):
        raise ImageError(f"{given} {_EXPECTED}")
    if fits and other_fits and usual not in (3, 4) and not (usual == 1 and other in (1, 2)):
        raise ImageError(
            f"{given} Its channels may be the first axis or the last. Give a PIL image, or three channels where "
            f"{'tensors have them, first' if is_usual else 'arrays have them, last'}."
        )
    return is_usual if fits else not is_usual


def _to_rgb(image: Image.Image) -> Image.Image:
    if image.mode == "RGB":
        image.load()
        return image
    if image.mode in ("La", "RGBa"):  # premultiplied by their transparency: PIL converts them to nothing else
        image = image.convert(image.mode.upper())
    if image.mode.startswith("I;16"):  # PIL's own conversion would turn everything above 255 white
        return Image.fromarray((np.asarray(image) // 257).astype(np.uint8)).convert("RGB")
    if image.mode in ("I", "F"):
        raise ImageError(f"Got a PIL image of mode {image.mode!r}, whose range of values is unknown. {_EXPECTED}")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    return image.convert("RGB")
