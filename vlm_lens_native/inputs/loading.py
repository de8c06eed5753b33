"""Anything that holds one image, to an RGB PIL image. Nothing is resized, and nothing is downloaded."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image, ImageOps, UnidentifiedImageError

from vlm_lens_native.errors import ImageError

ImageLike = Any  # PIL.Image.Image | np.ndarray | torch.Tensor | str | os.PathLike | bytes; load_image checks
_EXPECTED = (
    "Expected one image: a PIL image, an array or tensor (height, width[, 1, 3 or 4 channels] or channels first) of "
    "uint8, int32 or int64 from 0 to 255 or of floats in [0, 1], the path of an image file, or its bytes."
)


def load_image(image: ImageLike) -> Image.Image:
    """Turns an image of any accepted kind into an RGB PIL image of the same size.

    EXIF orientation is applied; transparent pixels are laid on white, as HF's processors do; palette, grey and 16-bit
    images become RGB.

    Args:
        image: A PIL image; a numpy array or torch tensor ``[H W]``, ``[H W C]`` or ``[C H W]`` with 1, 3 or 4 channels,
            uint8, int32 or int64 from 0 to 255, bool or float in [0, 1]; a path; or the bytes of an image file.

    Raises:
        ImageError: `image` is none of these, can't be read, or is empty.
    """
    if isinstance(image, Image.Image):
        opened = image
    elif isinstance(image, (bytes, bytearray)):
        opened = _open(io.BytesIO(image), f"{len(image)} bytes")
    elif isinstance(image, (str, os.PathLike)):
        opened = _open_path(os.fspath(image))
    elif isinstance(image, torch.Tensor):
        opened = _from_array(image.detach().float().cpu().numpy() if image.is_floating_point() else image.cpu().numpy())
    elif isinstance(image, np.ndarray):
        opened = _from_array(image)
    else:
        raise ImageError(f"Got {type(image).__name__}. {_EXPECTED}")
    if 0 in opened.size:
        raise ImageError(f"Got an empty image of {opened.width} x {opened.height} pixels. {_EXPECTED}")
    return _to_rgb(ImageOps.exif_transpose(opened))


def _open_path(path: str) -> Image.Image:
    if path.startswith(("http://", "https://")):
        raise ImageError(f"{path!r} is a URL; images are never downloaded. Fetch it yourself and pass its bytes.")
    try:
        is_file = Path(path).is_file()
    except OSError:  # longer than a path can be: an image in base64, say
        is_file = False
    if not is_file:
        shown = path if len(path) <= 500 else f"{path[:60]}..."
        raise ImageError(f"There is no image file at {shown!r}. {_EXPECTED}")
    return _open(path, repr(path))


def _open(source: Any, name: str) -> Image.Image:
    try:
        with Image.open(source) as opened:
            opened.load()
            return opened
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise ImageError(f"{name} can't be read as an image ({error}). {_EXPECTED}") from error


def _from_array(array: np.ndarray) -> Image.Image:
    given = f"Got an array of shape {array.shape} and dtype {array.dtype}."
    channels = (1, 3, 4)
    if array.ndim == 3 and array.shape[-1] not in channels and array.shape[0] in channels:
        array = np.moveaxis(array, 0, -1)
    if array.ndim not in (2, 3) or (array.ndim == 3 and array.shape[-1] not in channels):
        raise ImageError(f"{given} {_EXPECTED}")
    if array.ndim == 3 and array.shape[-1] == 1:
        array = array[..., 0]
    if array.dtype == bool:
        return Image.fromarray(array.astype(np.uint8) * 255)
    is_float = array.dtype.kind == "f"
    if not is_float and array.dtype not in (np.uint8, np.int32, np.int64):  # 16 bits may span another range
        raise ImageError(f"{given} {_EXPECTED}")
    if array.size and not (
        array.min() >= 0 and array.max() <= (1 if is_float else 255)
    ):  # written so that NaN fails too
        raise ImageError(f"{given} Its values span {array.min()} to {array.max()}. {_EXPECTED}")
    return Image.fromarray((np.rint(array * 255) if is_float else array).astype(np.uint8))


def _to_rgb(image: Image.Image) -> Image.Image:
    if image.mode == "RGB":
        return image
    if image.mode.startswith("I;16"):  # PIL's own conversion would turn everything above 255 white
        return Image.fromarray((np.asarray(image) // 257).astype(np.uint8)).convert("RGB")
    if image.mode in ("I", "F"):
        raise ImageError(f"Got a PIL image of mode {image.mode!r}, whose range of values is unknown. {_EXPECTED}")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    return image.convert("RGB")
