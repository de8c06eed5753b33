"""Results in notebooks."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def described_table(result: object, frame: pd.DataFrame, *, note: str = "") -> str:
    """What a result says of itself, above some lines of its data; escaped."""
    said = html.escape(f"{result!r}{f'. {note}' if note else ''}")
    return f"<p>{said}</p>" + frame.to_html(index=False, float_format="{:.4g}".format, na_rep="", border=0)
