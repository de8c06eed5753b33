"""A study as one HTML file, built of the app's own bundle: it loads nothing and sends nothing."""

from __future__ import annotations

import base64
import html
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PIL import Image

from vlm_lens_native.app.study import Study
from vlm_lens_native.app.views.tokens import tokens
from vlm_lens_native.app.views.view import View
from vlm_lens_native.app.wire import pack

STATIC = Path(__file__).parent / "static"
_PICTURE_BYTES = 400_000
_POLICY = "default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


def page_data(
    study: Study,
    answer: Sequence[Mapping[str, Any]],
    *,
    number: str,
    title: str,
    views: Mapping[str, View],
    text: str = "",
    tabs: Sequence[str] | None = None,
) -> dict[str, Any]:
    """What the bundle reads in a page without a server.

    Args:
        study: The study.
        answer: Its answer, as `tokens.next_token` tells each step.
        number: Of the study.
        title: Heading.
        views: By name and request, as the bundle asks: ``'heads {"focus":76}'``.
        text: A line below the heading.
        tabs: The views that there are; None means all.
    """
    return {
        "id": number,
        "title": title,
        "text": text,
        "tabs": None if tabs is None else list(tabs),
        "answer": list(answer),
        "tokens": base64.b64encode(pack(tokens(study))).decode(),
        "pictures": [[data_uri(picture) for picture, _ in frames] for frames in study.pictures],
        "views": {key: base64.b64encode(pack(view)).decode() for key, view in views.items()},
    }


def render(data: Mapping[str, Any], title: str) -> str:
    """The page: the bundle, and the data as JSON in which no tag can end the script."""
    script, style = ((STATIC / name).read_text(encoding="utf-8") for name in ("app.js", "app.css"))
    held = json.dumps(data, allow_nan=False).replace("<", "\\u003c")
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"><link rel="icon" href="data:,">'
        f"<title>{html.escape(title)}</title><style>{style}</style></head><body>"
        '<div id="app" data-start></div>'
        f'<script type="application/json" id="study">{held}</script>'
        f'<script type="module">{script}</script></body></html>'
    )


def data_uri(image: Image.Image) -> str:
    """An image as an address that holds it: PNG if that is small, else JPEG, of less resolution if need be."""
    buffer = io.BytesIO()
    image.save(buffer, "png")
    kind = "png"
    if buffer.tell() > _PICTURE_BYTES:
        small, buffer, kind = image.convert("RGB"), io.BytesIO(), "jpeg"
        small.thumbnail((1280, 1280))
        small.save(buffer, "jpeg", quality=85)
    return f"data:image/{kind};base64,{base64.b64encode(buffer.getvalue()).decode()}"
