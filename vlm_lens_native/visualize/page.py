"""Self-contained HTML: data, styles and script in one file that loads nothing and sends nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import jinja2
import matplotlib
import numpy as np
from markupsafe import Markup
from matplotlib.colors import to_hex

from vlm_lens_native.visualize.style import COLOUR_MAP, COLOURS

_TEMPLATES = Path(__file__).parent / "templates"


def fill(
    name: str, payload: Mapping[str, Any], *, styles: Sequence[str] = (), folder: Path = _TEMPLATES, **context: Any
) -> str:
    """A page from the templates ``name.html`` and ``name.js``, and the style and script that all pages share.

    Texts are escaped in HTML by jinja2, and in the script's data as JSON without ``<``, ``>`` and ``&``; the script
    itself writes text nodes only. A content security policy allows this script and these styles, by their hashes, and
    forbids every connection.

    Args:
        name: Of the templates.
        payload: What the script reads, as JSON takes it.
        styles: More style sheets.
        folder: Of the templates.
        context: What the template reads.
    """
    script = _read(_TEMPLATES / "common.js", folder / f"{name}.js")
    style = _read(_TEMPLATES / "page.css", *(folder / each for each in styles))
    ramp = [to_hex(colour) for colour in matplotlib.colormaps[COLOUR_MAP](np.linspace(0, 1, 33))]
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder), autoescape=True, undefined=jinja2.StrictUndefined
    )
    return environment.get_template(f"{name}.html").render(
        payload={**payload, "ramp": ramp, "colours": COLOURS},
        script=Markup(script),
        styles=Markup(style),
        policy=f"default-src 'none'; img-src data:; style-src {_source(style)}; script-src {_source(script)}",
        **context,
    )


def pack(array: np.ndarray, dtype: Literal["uint8", "uint16", "uint32"]) -> dict[str, Any]:
    """Numbers for the page's script, rounded, little-endian, in base64: a quarter of their size as text."""
    rounded = np.ascontiguousarray(np.rint(array)).astype(np.dtype(dtype).newbyteorder("<"))
    return {"dtype": dtype, "shape": list(array.shape), "data": base64.b64encode(rounded.tobytes()).decode()}


def _read(*files: Path) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def _source(text: str) -> str:
    """The hash by which a content security policy knows an inline script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
