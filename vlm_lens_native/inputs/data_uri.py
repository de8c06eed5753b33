"""Images within HTML."""

from __future__ import annotations

import base64
import io

from PIL import Image


def data_uri(image: Image.Image) -> str:
    """An image as a URI that holds it: PNG if that is small, else JPEG."""
    for kind, options in (("png", {}), ("jpeg", {"quality": 88})):
        buffer = io.BytesIO()
        image.save(buffer, kind, **options)
        if buffer.tell() < 400_000:
            break
    return f"data:image/{kind};base64,{base64.b64encode(buffer.getvalue()).decode()}"
