"""What results show of themselves in a notebook."""

from __future__ import annotations

import jinja2
import numpy as np

from vlm_lens_native.analysis.lens.lens_result import LogitLens
from vlm_lens_native.visualize.style import printable

_MOST_COLUMNS = 10

_LENS = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined).from_string(
    """<table>
<caption>{{ lens }}. The most probable token, darker where more probable{% if few %}; {{ columns|length }} of the \
{{ lens.positions|length }} positions{% endif %}. <code>lens.save_page(path, image)</code> shows all.</caption>
<thead><tr><th>layer</th>{% for column in columns %}<th>{{ column }}</th>{% endfor %}</tr></thead>
<tbody>{% for row in rows %}<tr><th>{{ row.layer }}</th>{% for cell in row.cells %}\
<td style="background: rgba(31, 119, 180, {{ cell.shade }})" title="{{ cell.title }}">{{ cell.text }}</td>\
{% endfor %}</tr>{% endfor %}</tbody>
</table>"""
)


def lens_html(lens: LogitLens) -> str:
    """A table of the most probable tokens, layers by some of the positions; tokens are escaped."""
    n_pos = len(lens.positions)
    shown = np.unique(np.linspace(0, n_pos - 1, min(n_pos, _MOST_COLUMNS)).round().astype(int)).tolist()
    ids, probs = lens.top_ids[..., 0].tolist(), lens.top_probs[..., 0].tolist()
    rows = [
        {"layer": layer, "cells": [_cell(lens.strings[ids[nth][at]], probs[nth][at]) for at in shown]}
        for nth, layer in enumerate(lens.layers)
    ]
    return _LENS.render(lens=lens, rows=rows, columns=[lens.places[at] for at in shown], few=len(shown) < n_pos)


def _cell(text: str, probability: float) -> dict[str, str]:
    return {"text": printable(text), "shade": f"{0.75 * probability:.2f}", "title": f"{text!r}: {probability:.3f}"}
