"""Self-contained HTML: the bundle and its data in one file that loads nothing and sends nothing."""

from __future__ import annotations

import base64
import html
import io
import json
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from PIL import Image

STATIC = Path(__file__).parent / "static"
_PICTURE_BYTES = 400_000
_POLICY = "default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


def page_data(
    tokens: bytes,
    views: Mapping[str, bytes],
    *,
    title: str,
    text: str = "",
    note: str = "",
    pictures: Sequence[Sequence[str]] = (),
    answer: Sequence[Mapping[str, Any]] = (),
    tabs: Sequence[str] | None = None,
    words: Sequence[str] = (),
    sweeps: Sequence[Mapping[str, Any]] = (),
    number: str = "0" * 32,
    compressed: bool = False,
) -> dict[str, Any]:
    """What the bundle reads in a page without a server.

    Args:
        tokens: The tokens of the study, packed (`wire.pack`).
        views: Packed views, by name and request, as the bundle asks: ``'heads {"focus":76}'``.
        title: Heading.
        text: A line below the heading.
        note: A smaller one.
        pictures: Of each image its frames, as `data_uri`.
        answer: The answer's steps.
        tabs: The views that there are; None means all.
        words: Words that the lens follows; the page asks for ``'words {"words":[...]}'``.
        sweeps: Sweeps that there are: ``title``, ``text``, perhaps a ``picture``, and
            ``name`` and ``asked`` of the view with the numbers.
        number: Of the study.
        compressed: Whether views are compressed.
    """
    return {
        "id": number,
        "title": title,
        "text": text,
        "note": note,
        "tabs": None if tabs is None else list(tabs),
        "answer": list(answer),
        "words": list(words),
        "sweeps": list(sweeps),
        "tokens": base64.b64encode(tokens).decode(),
        "pictures": [list(frames) for frames in pictures],
        "views": {
            key: base64.b64encode(zlib.compress(view) if compressed else view).decode() for key, view in views.items()
        },
        "compressed": compressed,
    }


def render(data: Mapping[str, Any], title: str, *, holds: Literal["study", "features"] = "study") -> str:
    """The page: the bundle, and the data as JSON in which no tag can end the script; ``holds`` says what it is."""
    script, style = ((STATIC / name).read_text(encoding="utf-8") for name in ("app.js", "app.css"))
    held = json.dumps(data, allow_nan=False).replace("<", "\\u003c")
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"><link rel="icon" href="data:,">'
        f"<title>{html.escape(title)}</title><style>{style}</style></head><body>"
        "<noscript>This page needs JavaScript, which it holds itself.</noscript>"
        '<div id="app" data-start></div>'
        f'<script type="application/json" id="{holds}">{held}</script>'
        f'<script type="module">{script}</script></body></html>'
    )


def data_uri(image: Image.Image, *, most_bytes: int = _PICTURE_BYTES) -> str:
    """An image as an address that holds it: PNG if that is small, else JPEG, of less resolution if need be."""
    kind, buffer = "png", io.BytesIO()
    image.save(buffer, "png")
    for longest, quality in ((1280, 85), (1024, 85), (640, 80), (400, 75), (224, 70), (112, 60)):
        if buffer.tell() <= most_bytes:
            break
        small, kind, buffer = image.convert("RGB"), "jpeg", io.BytesIO()
        small.thumbnail((longest, longest))
        small.save(buffer, "jpeg", quality=quality)
    return f"data:image/{kind};base64,{base64.b64encode(buffer.getvalue()).decode()}"
