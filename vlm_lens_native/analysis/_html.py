"""Results in notebooks."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Float

if TYPE_CHECKING:
    import pandas as pd

_MOST_ROWS, _MOST_COLUMNS = 60, 24


def described_table(result: object, frame: pd.DataFrame, *, note: str = "") -> str:
    """What a result says of itself, above some lines of its data; escaped."""
    return _said(result, note) + frame.to_html(index=False, float_format="{:.4g}".format, na_rep="", border=0)


def described_grid(
    result: object,
    values: Float[np.ndarray, "row column"],
    *,
    rows: Sequence[str],
    columns: Sequence[str],
    note: str = "",
) -> str:
    """What a result says of itself, above its values by row and column; of many, the first and the last."""
    import pandas as pd

    frame = pd.DataFrame(values, index=list(rows), columns=list(columns))
    return _said(result, note) + frame.to_html(
        float_format="{:.3f}".format, na_rep="", border=0, max_rows=_MOST_ROWS, max_cols=_MOST_COLUMNS
    )


def _said(result: object, note: str) -> str:
    return f"<p>{html.escape(f'{result!r}. {note}' if note else repr(result))}</p>"
