"""Images of every accepted kind, and what is none."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from vlm_lens_native.errors import ImageError
from vlm_lens_native.inputs import load_image

PIXELS = np.random.default_rng(0).integers(0, 256, (5, 7, 3), dtype=np.uint8)


def png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, format="PNG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    "given",
    [
        PIXELS,
        PIXELS.transpose(2, 0, 1),
        PIXELS / 255,
        PIXELS.astype(np.int64),
        torch.from_numpy(PIXELS).int().permute(2, 0, 1),
        (PIXELS / 255).astype(np.float32).transpose(2, 0, 1),
        torch.from_numpy(PIXELS),
        torch.from_numpy(PIXELS).permute(2, 0, 1).double() / 255,
        Image.fromarray(PIXELS),
        png(Image.fromarray(PIXELS)),
        bytearray(png(Image.fromarray(PIXELS))),
        np.dstack([PIXELS, np.full((5, 7), 255, dtype=np.uint8)]),
    ],
    ids=[
        "hwc",
        "chw",
        "float_hwc",
        "int64",
        "int32_chw",
        "float_chw",
        "tensor",
        "tensor_chw",
        "pil",
        "bytes",
        "bytearray",
        "opaque",
    ],
)
def test_every_kind_gives_the_same_rgb_image(given: object) -> None:
    image = load_image(given)
    assert image.mode == "RGB"
    assert np.array_equal(np.asarray(image), PIXELS)


def test_paths(tmp_path: Path) -> None:
    file = tmp_path / "image.png"
    Image.fromarray(PIXELS).save(file)
    for path in (file, str(file)):
        assert np.array_equal(np.asarray(load_image(path)), PIXELS)


def test_grey_palette_and_bits() -> None:
    grey = PIXELS[..., 0]
    expected = np.repeat(grey[..., None], 3, axis=2)
    for given in (
        grey,
        grey[..., None],
        grey[None],
        Image.fromarray(grey),
        Image.fromarray(grey.astype(np.uint16) * 257),
    ):
        assert np.array_equal(np.asarray(load_image(given)), expected)
    bits = grey > 100
    assert np.array_equal(np.asarray(load_image(bits))[..., 0], bits * 255)
    assert np.array_equal(np.asarray(load_image(Image.fromarray(bits)))[..., 0], bits * 255)
    palette = Image.fromarray(PIXELS).convert("P")
    assert np.array_equal(np.asarray(load_image(palette)), np.asarray(palette.convert("RGB")))


def test_transparency_is_laid_on_white() -> None:
    half = np.array([[[255, 0, 0, 0], [255, 0, 0, 255]]], dtype=np.uint8)
    assert np.asarray(load_image(half)).tolist() == [[[255, 255, 255], [255, 0, 0]]]
    palette = Image.new("P", (1, 1))
    palette.info["transparency"] = 0
    assert np.asarray(load_image(palette)).tolist() == [[[255, 255, 255]]]


def test_exif_orientation_is_applied() -> None:
    image = Image.fromarray(PIXELS)
    image.getexif()[0x0112] = 6  # turn by a quarter
    buffer = io.BytesIO()
    image.save(buffer, format="PNG", exif=image.getexif())
    assert np.array_equal(np.asarray(load_image(buffer.getvalue())), np.rot90(PIXELS, -1))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (None, "Got NoneType"),
        ([PIXELS], "Got list"),
        ("nowhere.png", "no image file at 'nowhere.png'"),
        ("https://example.org/cat.png", "never downloaded"),
        ("data:image/png;base64," + "A" * 9000, r"no image file at 'data:image/png;base64,A+\.\.\.'"),
        (b"not an image", "12 bytes can't be read"),
        (png(Image.fromarray(PIXELS))[:60], "can't be read"),
        (np.zeros((2, 3, 4, 3)), r"shape \(2, 3, 4, 3\)"),
        (np.zeros((5, 7, 2), dtype=np.uint8), r"shape \(5, 7, 2\)"),
        (PIXELS.astype(np.uint16), "dtype uint16"),
        (np.full((5, 7, 3), 256), "span 256 to 256"),
        (torch.full((3, 5, 7), -1), "span -1 to -1"),
        (PIXELS.astype(float), "values span"),
        (np.full((2, 2, 3), np.nan), "values span"),
        (np.zeros((0, 4, 3), dtype=np.uint8), "empty image"),
        (Image.new("F", (2, 2)), "mode 'F'"),
    ],
)
def test_what_is_no_image_raises(given: object, message: str) -> None:
    with pytest.raises(ImageError, match=message):
        load_image(given)
