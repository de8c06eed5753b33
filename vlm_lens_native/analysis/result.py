"""What an analysis returns: a frozen dataclass that is tabulated, drawn, shown in a notebook, kept and read back."""

from __future__ import annotations

import html
import json
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.files import load_tensors, save_tensors
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.inputs.geometry import TokenGrid, VisionTokens
from vlm_lens_native.inputs.table import PlacedVision, TokenTable
from vlm_lens_native.inputs.transform import ImageTransform
from vlm_lens_native.inputs.words import Word

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

_PARTS = (TokenLayout, TokenTable, PlacedVision, VisionTokens, TokenGrid, ImageTransform, Word)
Own = TypeVar("Own", bound="Result")
_MOST_ROWS, _MOST_COLUMNS = 60, 24


class Result(ABC):
    """A frozen dataclass of tensors, plain values and the dataclasses that results hold.

    A subclass states its fields, ``to_dataframe``, ``plot`` and which column ranks the lines. Where work can be
    stopped, its field ``top_ids`` is -1 for what was not run. ``_holds`` names results that are fields of it.
    ``line_row`` is the column that says which row of the inputs a line is of.
    """

    _ranked_by: ClassVar[str] = "value"
    _shown: ClassVar[str] = "The largest values"
    _holds: ClassVar[tuple[type, ...]] = ()
    _line_keys: ClassVar[tuple[str, ...]] = ()
    line_row: ClassVar[str | None] = None

    @abstractmethod
    def to_dataframe(self) -> pd.DataFrame:
        """One line for each number."""

    @abstractmethod
    def plot(self, *args: Any, **options: Any) -> Figure:
        """The numbers as a picture."""

    def top(self, n: int = 20) -> Any:
        """The ``n`` lines of `to_dataframe` with the largest values, by size."""
        lines = self.to_dataframe()
        order = np.argsort(-np.abs(lines[self._ranked_by].to_numpy(float)), kind="stable")
        return lines.iloc[order[:n]].reset_index(drop=True)

    @property
    def ranked_by(self) -> str:
        """The column of `to_dataframe` that `top` goes by."""
        return self._ranked_by

    @property
    def line_keys(self) -> tuple[str, ...]:
        """The columns that mean the same in results of other inputs: what `experiments.analyse` puts side by side."""
        return self._line_keys

    @property
    def n_missing(self) -> int:
        """How many runs were not run, because the work was stopped."""
        return int((self._ran < 0).sum())

    def save(self, path: str | Path) -> None:
        """Writes the result to a safetensors file; ``load`` reads it back, without a model. It holds data only."""
        tensors: dict[str, Tensor] = {}
        content = _packed(self, tensors, known=(*_PARTS, *self._holds, type(self)))
        save_tensors(path, tensors, writer=type(self).__name__, content=json.dumps(content))

    @classmethod
    def load(cls: type[Own], path: str | Path) -> Own:
        """Reads what ``save`` wrote.

        Raises:
            InputError: The file holds something else.
        """
        tensors, metadata = load_tensors(path, writer=cls.__name__)
        known = {each.__name__: each for each in (*_PARTS, *cls._holds, cls)}
        return _unpacked(json.loads(metadata["content"]), tensors, known)

    @property
    def _ran(self) -> Tensor:
        return getattr(self, "top_ids", torch.zeros(0))

    def _stopped(self) -> list[str]:
        """What ``repr`` says of work that was stopped."""
        n = self.n_missing
        return [f"stopped: {n} of {self._ran.numel()} runs are missing"] if n else []

    def _repr_html_(self) -> str:
        return self._html(self.top(10), note=self._shown)

    def _html(self, lines: pd.DataFrame, *, note: str) -> str:
        """What the result says of itself, above some lines of its data; escaped."""
        return self._said(note) + lines.to_html(index=False, float_format="{:.4g}".format, na_rep="", border=0)

    def _html_grid(
        self, values: Float[np.ndarray, "row column"], *, rows: Sequence[str], columns: Sequence[str], note: str = ""
    ) -> str:
        """What the result says of itself, above its values by row and column; of many, the first and the last."""
        import pandas as pd

        frame = pd.DataFrame(values, index=list(rows), columns=list(columns))
        return self._said(note) + frame.to_html(
            float_format="{:.3f}".format, na_rep="", border=0, max_rows=_MOST_ROWS, max_cols=_MOST_COLUMNS
        )

    def _said(self, note: str) -> str:
        return f"<p>{html.escape(f'{self!r}. {note}' if note else repr(self))}</p>"


def long_table(axes: Mapping[str, Sequence[Any] | np.ndarray | Tensor], **values: Any) -> pd.DataFrame:
    """A line for each entry of arrays that share their axes.

    Args:
        axes: For each axis its name and what its entries are called.
        values: Arrays over these axes, of size 1 where they don't depend on one.
    """
    import pandas as pd

    names = [label if isinstance(label, np.ndarray | Tensor) else _labels(label) for label in axes.values()]
    shape = tuple(map(len, names))
    places = np.indices(shape)
    columns = {name: np.asarray(label)[place].ravel() for name, label, place in zip(axes, names, places, strict=True)}
    columns |= {name: np.broadcast_to(np.asarray(each), shape).ravel() for name, each in values.items()}
    return pd.DataFrame(columns)


def _labels(given: Sequence[Any]) -> np.ndarray:
    """Numbers as they are; names, and layers that may be ``"embed"``, as objects."""
    labels = list(given)
    return np.array(labels, dtype=object if any(isinstance(each, str) for each in labels) else None)


def _packed(value: Any, tensors: dict[str, Tensor], known: tuple[type, ...]) -> Any:
    """A JSON form of a value, whose arrays go into ``tensors``."""
    if isinstance(value, np.ndarray) and value.dtype == object:
        return {"names": [_packed(each, tensors, known) for each in value.ravel().tolist()], "shape": value.shape}
    if isinstance(value, Tensor | np.ndarray):
        name = str(len(tensors))
        tensors[name] = torch.as_tensor(value).detach().cpu().contiguous().clone()
        return {"array": name, "numpy": isinstance(value, np.ndarray)}
    if is_dataclass(value) and type(value) in known:
        values = {field.name: _packed(getattr(value, field.name), tensors, known) for field in fields(value)}
        return {"class": type(value).__name__, "fields": values}
    if isinstance(value, Mapping):
        return {"pairs": [[_packed(each, tensors, known) for each in pair] for pair in value.items()]}
    if isinstance(value, tuple | list):
        return {"tuple": [_packed(each, tensors, known) for each in value]}
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"A result can't hold {type(value).__name__}: it would not come back from a file as it was.")


def _unpacked(form: Any, tensors: Mapping[str, Tensor], classes: Mapping[str, type]) -> Any:
    if not isinstance(form, dict):
        return form
    if "names" in form:
        return np.array(form["names"], dtype=object).reshape(form["shape"])
    if "array" in form:
        tensor = tensors[form["array"]]
        return tensor.numpy() if form["numpy"] else tensor
    if "class" in form:
        values = {name: _unpacked(value, tensors, classes) for name, value in form["fields"].items()}
        return classes[form["class"]](**values)
    if "pairs" in form:
        return {_unpacked(key, tensors, classes): _unpacked(value, tensors, classes) for key, value in form["pairs"]}
    return tuple(_unpacked(each, tensors, classes) for each in form["tuple"])
