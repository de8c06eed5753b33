"""What is known of each stored row: which sample, which token, and which pixels it saw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from vlm_lens_native.harvest.extras import extra
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.inputs.table import KINDS, PAD

Columns = dict[str, np.ndarray]

_TYPES = {
    "sample": "int64",
    "position": "int32",
    "token_id": "int32",
    "kind": "string",
    "role": "string",
    "turn": "int16",
    "image": "int16",
    "frame": "int32",
    "time": "float32",
    "tile": "int16",
    "tile_row": "int16",
    "tile_column": "int16",
    "is_global": "bool",
    "row": "int16",
    "column": "int16",
    "x1": "float32",
    "y1": "float32",
    "x2": "float32",
    "y2": "float32",
    "box_space": "string",
}
"""The columns of ``rows.parquet``; -1 and NaN where one does not apply. Positions are counted without padding."""

PLACE = ("shard", "index")
"""The columns that readers add: where a row is."""

_FAILURES = {"sample": "int64", "error": "string", "reason": "string"}


def columns_of(
    layout: TokenLayout, batch: np.ndarray, pos: np.ndarray, *, samples: np.ndarray, labels: Mapping[str, Sequence[Any]]
) -> Columns:
    """The columns of some positions of a batch.

    Args:
        layout: Of the batch.
        batch: ``[row]``: for each position its row of the batch.
        pos: ``[row]``: and where it stands there.
        samples: The sample of each row of the batch.
        labels: For each column of labels the label of each row of the batch.
    """
    table, at = layout.table, (batch, pos)
    values: dict[str, Any] = {
        "sample": samples[batch],
        "position": pos - (table.kind == PAD).cumsum(axis=1)[at],
        "kind": np.array(KINDS, dtype=object)[table.kind[at]],
        "box_space": np.array([layout.box_space] * len(pos), dtype=object),
    }
    values |= {name: table.box[(*at, i)] for i, name in enumerate(("x1", "y1", "x2", "y2"))}
    values |= {name: getattr(table, name)[at] for name in _TYPES if name not in values}
    values = {name: values[name].astype(object if kind == "string" else kind) for name, kind in _TYPES.items()}
    return values | {_column(name): np.array(given, dtype=object)[batch] for name, given in labels.items()}


def joined(parts: Sequence[Columns]) -> Columns:
    """Columns one after the other; no columns for no parts."""
    return {name: np.concatenate([part[name] for part in parts]) for name in (parts[0] if parts else {})}


def rows_table(columns: Columns, labels: Mapping[str, str]) -> Any:
    """Columns as pyarrow's table, with the types that every shard has."""
    pa = extra("pyarrow")
    types = _TYPES | {_column(name): kind for name, kind in labels.items()}
    empty = np.zeros(0, dtype=object)
    return pa.table(
        {
            name: pa.array(columns.get(name, empty), type=pa.type_for_alias(kind), from_pandas=kind == "string")
            for name, kind in types.items()
        }
    )


def labels_with_gaps(table: Any) -> list[str]:
    """The columns of pyarrow's table that hold whole numbers, but not in every line."""
    pa = extra("pyarrow")
    return [each.name for each in table.schema if pa.types.is_integer(each.type) and table[each.name].null_count]


def failures_table(failures: Sequence[Any]) -> Any:
    """Samples that failed, as pyarrow's table."""
    pa = extra("pyarrow")
    return pa.table(
        {
            name: pa.array([getattr(each, name) for each in failures], type=pa.type_for_alias(kind))
            for name, kind in _FAILURES.items()
        }
    )


def _column(name: str) -> str:
    """What the column of a label is called: a name that is taken gets a prefix."""
    return f"label_{name}" if name in _TYPES or name in PLACE else name
