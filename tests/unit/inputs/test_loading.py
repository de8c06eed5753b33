"""Images of every accepted kind, and what is none."""

from __future__ import annotations

import base64
import io
import threading
import urllib.parse
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from vlm_lens_native.errors import ImageError, InputError
from vlm_lens_native.inputs import load_image
from vlm_lens_native.inputs.messages import read_chat

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
        ("data:image/png;base64," + "A" * 9000, r"'data:image/png;base64,A+\.\.\.' can't be read"),
        ("data:image/png;base64", "holds no data: it has no comma"),
        ("data:image/png;base64,A", "holds no data: "),
        ("file://elsewhere/image.png", "no image file at 'file://elsewhere/image.png'"),
        ("A" * 9000, r"no image file at 'A+\.\.\.'"),
        ("a\0b", "no image file at"),
        (b"not an image", "12 bytes can't be read"),
        (png(Image.fromarray(PIXELS))[:60], "can't be read"),
        (np.zeros((2, 3, 4, 3)), r"shape \(2, 3, 4, 3\)"),
        (np.zeros((5, 7, 6), dtype=np.uint8), r"array of shape \(5, 7, 6\)"),
        (torch.zeros(2, 500, 3), "first axis or the last"),
        (torch.zeros(1, 500, 3), "first axis or the last"),
        (np.zeros((3, 500, 2), dtype=np.uint8), "first axis or the last"),
        (np.zeros((3, 500, 1), dtype=np.uint8), "first axis or the last"),
        (np.zeros((3, 1, 1), dtype=np.uint8), "first axis or the last"),
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


@pytest.mark.parametrize("width", [1, 3, 4, 7])
@pytest.mark.parametrize("height", [1, 3, 4, 500])
def test_thin_arrays_have_their_channels_where_their_kind_has_them(height: int, width: int) -> None:
    pixels = np.random.default_rng(1).integers(0, 256, size=(height, width, 4), dtype=np.uint8)
    pixels[..., 3] = 255
    for n_channels in (3, 4):
        of_kind = pixels[..., :n_channels]
        for given in (of_kind, torch.from_numpy(of_kind).permute(2, 0, 1)):
            assert np.array_equal(np.asarray(load_image(given)), pixels[..., :3])


def test_grey_with_transparency() -> None:
    pixels = np.array([[[0, 0], [0, 255], [90, 255], [1, 255], [2, 255]]] * 7, dtype=np.uint8)
    expected = np.repeat(np.array([[255, 0, 90, 1, 2]] * 7, dtype=np.uint8)[..., None], 3, axis=-1)
    for given in (pixels, torch.from_numpy(pixels).permute(2, 0, 1), Image.fromarray(pixels, "LA").convert("La")):
        assert np.array_equal(np.asarray(load_image(given)), expected)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Serves the picture under /image.png after a redirect from /moved.png, and nothing else."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response({"/image.png": 200, "/moved.png": 302, "/text": 200}.get(self.path, 404))
            self.send_header("Location", "/image.png")
            self.end_headers()
            self.wfile.write(png(Image.fromarray(PIXELS)) if self.path == "/image.png" else b"text")

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def test_addresses(server: str, tmp_path: Path) -> None:
    file = tmp_path / "an image.png"
    Image.fromarray(PIXELS).save(file)
    encoded = base64.b64encode(file.read_bytes()).decode()
    uris = [file.as_uri(), f"{server}/image.png", f"{server}/moved.png", f"data:image/png;base64,{encoded}"]
    uris += ["data:image/png," + urllib.parse.quote(file.read_bytes()), f"data:;base64,{urllib.parse.quote(encoded)}"]
    for uri in uris:
        assert np.array_equal(np.asarray(load_image(uri)), PIXELS)
    for uri, message in ((f"{server}/nowhere", "404"), (f"{server}/text", "can't be read"), ("http://[", "fetched")):
        with pytest.raises(ImageError, match=message):
            load_image(uri)
    parts = [{"type": "image_url", "image_url": {"url": uri, "detail": "auto"}} for uri in uris]
    parts += [{"type": "image_url", "image_url": uris[0]}, {"type": "image", "url": uris[1]}]
    parts += [{"type": "image", "base64": encoded}, {"type": "image", "path": uris[0]}, {"type": "text", "text": "?"}]
    chat = read_chat([{"role": "user", "content": parts}], placeholders=())
    assert len(chat.images) == len(parts) - 1
    assert all(np.array_equal(np.asarray(image), PIXELS) for image in chat.images)
    assert chat.messages[0]["content"] == [{"type": "image"}] * len(chat.images) + [{"type": "text", "text": "?"}]
    for wrong in ({"url": uris[0], "detail": "low"}, None, {}):
        with pytest.raises(InputError):
            read_chat([{"role": "user", "content": [{"type": "image_url", "image_url": wrong}]}], placeholders=())


def test_what_pil_can_not_read_is_an_image_error(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (64, 64, 3), dtype=np.uint8)
    for kind in ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP"):
        file = io.BytesIO()
        Image.fromarray(noise).save(file, kind)
        cut = file.getvalue()[: len(file.getvalue()) // 3]
        with pytest.raises(ImageError, match="can't be read"):
            load_image(cut)
        try:
            opened = Image.open(io.BytesIO(cut))
        except OSError:
            continue
        with pytest.raises(ImageError, match="can't be read"):
            load_image(opened)
    path = tmp_path / "image.png"
    Image.fromarray(noise).save(path)
    with Image.open(path) as left:
        pass
    closed = Image.open(path)
    closed.close()
    for broken in (left, closed):
        with pytest.raises(ImageError, match="can't be read"):
            load_image(broken)
    assert load_image(Image.open(path)).size == (64, 64)
