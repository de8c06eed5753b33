"""Tables of examples: images, a question, its answer, and whatever is known about them."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

import numpy as np
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import check_index, is_number
from vlm_lens_native.inputs import PreparedInputs, Selection, TokenLayout
from vlm_lens_native.inputs.loading import ImageLike
from vlm_lens_native.inputs.words import OneWord, Word
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.toys.questions import ANSWERS, KINDS, Kind, held_out
from vlm_lens_native.toys.scenes import COLOURS, SHAPES, Scene

if TYPE_CHECKING:
    import pandas as pd

Rows = Any  # a sequence of mappings or examples; a large one is not read through to check its type
_OWN = ("image", "images", "question", "answer", "contrast", "regions")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Example:
    """One line of a table.

    Attributes:
        question: The text of the user's turn.
        images: Its images, in front of the question; anything that ``prepare_messages`` takes.
        answer: The right answer, a single word: its text, a token id or a `Word`; None if there is none.
        contrast: A wrong answer that the right one is compared with, likewise.
        regions: Parts of the image by name, in pixels of the user's image: a box ``x1, y1, x2, y2`` (half-open), a mask
            ``[height width]``, or a polygon of corners ``(x, y)``.
        labels: Everything else that the row said.
    """

    question: str
    images: tuple[ImageLike, ...] = ()
    answer: OneWord | None = None
    contrast: OneWord | None = None
    regions: Mapping[str, Any] = field(default_factory=dict)
    labels: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, row: Any, *, number: int = 0) -> Example:
        """Reads a row; None and NaN stand for what it doesn't have.

        Raises:
            InputError: No question, both ``image`` and ``images``, or answers and regions that are none.
        """
        if not isinstance(row, Mapping):
            raise InputError(f"Example {number} is {type(row).__name__}; expected a dict with a question, ...")
        said = {str(name): _plain(value) for name, value in row.items() if not _is_missing(value)}
        if not isinstance(said.get("question"), str):
            raise InputError(f"Example {number} has no question: it has {', '.join(said) or 'nothing'}.")
        if "image" in said and "images" in said:
            raise InputError(f"Example {number} has both image and images; give one of them.")
        for name in ("answer", "contrast"):
            if name in said and not (isinstance(said[name], str | Word) or is_number(said[name])):
                raise InputError(f"Example {number}: {name} is a word, a token id or a Word; got {said[name]!r}.")
        regions = said.get("regions", {})
        if not isinstance(regions, Mapping):
            raise InputError(f"Example {number}: regions are given by name, {{'thing': box}}; got {regions!r:.80}.")
        return cls(
            question=said["question"],
            images=tuple(said["images"]) if "images" in said else (said["image"],) if "image" in said else (),
            answer=said.get("answer"),
            contrast=said.get("contrast"),
            regions=dict(regions),
            labels={name: value for name, value in said.items() if name not in _OWN},
        )

    def region(self, layout: TokenLayout, name: str, *, image: int | None = None, overlap: float = 0.0) -> Selection:
        """The image tokens of a region, in this example's layout (see ``layout.select`` for the arguments).

        Raises:
            InputError: There is no such region, or it is none of the image.
        """
        if name not in self.regions:
            raise InputError(f"This example has no region {name!r}; it has {', '.join(self.regions) or 'none'}.")
        given = self.regions[name]
        shape = np.shape(given.cpu() if isinstance(given, Tensor) else given)
        kind = "box" if shape == (4,) else "polygon" if len(shape) == 2 and shape[1] == 2 else "mask"
        given = np.asarray(given) if kind == "mask" and not isinstance(given, Tensor) else given
        which: dict[str, Any] = {kind: given}
        return layout.select(image=image, overlap=overlap, **which)

    def __repr__(self) -> str:
        n = len(self.images)
        said = [f"{n} image{'s' * (n > 1)}"] * bool(n) + [repr(self.question)]
        said += [f"{name}={each!r}" for name in ("answer", "contrast") if (each := getattr(self, name)) is not None]
        said += [f"regions {', '.join(self.regions)}"] * bool(self.regions)
        return f"Example({', '.join([*said, *(f'{name}={value!r}' for name, value in self.labels.items())])})"


class Examples(Sequence[Example]):
    """A table of examples: ``Examples([{"image": ..., "question": ..., "answer": ..., "kind": "colour"}, ...])``.

    The keys ``image`` or ``images``, ``question``, ``answer``, ``contrast`` and ``regions`` have their meaning (see
    `Example`); all others are labels, by which results are grouped. Rows are read when they are needed, so a table
    over files or over a data set on disk holds no pictures.

    Args:
        rows: The rows: dicts, or examples.

    Raises:
        InputError: There are none, or a row is none.
    """

    def __init__(self, rows: Rows) -> None:
        is_table = hasattr(rows, "__getitem__") or isinstance(rows, Iterable)
        if not is_table or isinstance(rows, str | Mapping) or hasattr(rows, "iloc"):  # the last is pandas'
            raise InputError(
                f"Got {type(rows).__name__} as a table of examples; give its rows, "
                'Examples([{"image": ..., "question": ..., "answer": ...}, ...]), or use Examples.from_jsonl, '
                "from_frame or from_dataset."
            )
        self._rows: Any = rows if hasattr(rows, "__getitem__") else list(rows)
        if not len(self._rows):
            raise InputError("A table of examples has at least one row.")
        if isinstance(self._rows, list | tuple):
            for number in range(len(self._rows)):
                self[number]  # says at once what is wrong with it

    @classmethod
    def of(cls, table: Table) -> Examples:
        """A table as it is, or the table of its rows: what everything that takes examples makes of them.

        Raises:
            InputError: As for `Examples`.
        """
        return table if isinstance(table, Examples) else cls(table)

    @classmethod
    def from_jsonl(cls, path: str | Path) -> Examples:
        """Reads a file of one JSON object a line; relative paths of images are relative to its folder.

        Raises:
            InputError: A line is no JSON object.
        """
        path = Path(path)
        rows = []
        for number, line in enumerate(path.read_text().splitlines(), start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                raise InputError(f"{path}, line {number} is no JSON: {error}.") from error
            if not isinstance(row, dict):
                raise InputError(f"{path}, line {number} is no JSON object.")
            row |= {"image": _beside(path, row["image"])} if "image" in row else {}
            row |= {"images": [_beside(path, each) for each in row["images"]]} if row.get("images") else {}
            rows.append(row)
        return cls(rows)

    @classmethod
    def from_frame(cls, frame: pd.DataFrame) -> Examples:
        """A row for each line of a pandas frame; missing values (NaN, None) are left out."""
        return cls(frame.to_dict("records"))

    @classmethod
    def from_dataset(cls, dataset: Any, **columns: str) -> Examples:
        """The rows of a data set of HF's ``datasets`` (or anything with a length and rows by number), read lazily.

        Args:
            dataset: The data set.
            columns: What the data set calls the columns that have a meaning: ``from_dataset(data, question="query")``.
        """
        return cls(_Renamed(dataset, {theirs: ours for ours, theirs in columns.items()}))

    @classmethod
    def from_toys(
        cls, model: HookedVLMTransformer, n: int, *, kinds: Sequence[Kind] = KINDS, seed: int = 0
    ) -> Examples:
        """Held-out questions about scenes that a toy knows, ``n`` of each kind, with a wrong answer of the same kind.

        Labels are ``kind`` and ``n_objects``; colour and shape questions have the region ``object``.

        Args:
            model: The toy (its grid is that of the scenes).
            n: How many questions of each kind.
            kinds: ``"count"``, ``"colour"``, ``"shape"``.
            seed: What is drawn follows from it.
        """
        grid, rng, rows = Scene.for_model(model, seed=seed).grid, np.random.default_rng(seed), []
        for kind in kinds:
            others = {"colour": COLOURS, "shape": SHAPES, "count": ANSWERS[1:10]}[kind]
            for scene, question in held_out(kind, n, seed=[seed, KINDS.index(kind)], grid=grid):
                answer = question.answer(scene)
                wrong = [each for each in others if each != answer]
                meant = scene.find(shape=question.shape, colour=question.colour) if kind != "count" else ()
                row = {"image": scene.image, "question": question.text, "answer": answer}
                row |= {"contrast": wrong[rng.integers(len(wrong))], "kind": kind, "n_objects": len(scene.objects)}
                rows.append(row | ({"regions": {"object": meant[0].box}} if meant else {}))
        return cls(rows)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Example: ...
    @overload
    def __getitem__(self, index: slice | Sequence[int]) -> Examples: ...
    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return self[range(len(self))[index]]
        if not is_number(index):
            return Examples(_Some(self, [int(each) for each in index]))
        check_index("example", index, len(self))
        row = self._rows[int(index)]
        return row if isinstance(row, Example) else Example.of(row, number=int(index))

    def __iter__(self) -> Iterator[Example]:
        return (self[number] for number in range(len(self)))

    def where(self, condition: Callable[[Example], bool] | None = None, **labels: Any) -> Examples:
        """The examples that meet a condition and have these labels.

        Raises:
            InputError: None has.
        """
        kept = [
            number
            for number, each in enumerate(self)
            if all(each.labels.get(name) == value for name, value in labels.items())
            and (condition is None or condition(each))
        ]
        if not kept:
            raise InputError(f"No example meets {labels or condition}; labels are {', '.join(self[0].labels)}.")
        return self[kept]

    def split(self, share: float = 0.5, *, seed: int = 0) -> tuple[Examples, Examples]:
        """Two tables, the first with about this share of the examples, drawn at random; each in order.

        Raises:
            InputError: One of them would be empty.
        """
        n = round(share * len(self))
        if not 0 < n < len(self):
            raise InputError(f"share={share} of {len(self)} examples leaves one part empty.")
        drawn = np.random.default_rng(seed).permutation(len(self))
        return self[sorted(drawn[:n])], self[sorted(drawn[n:])]

    def labels(self, name: str) -> list[Any]:
        """A label, or the ``question``, ``answer`` or ``contrast``, of every example.

        Raises:
            InputError: Some have none.
        """
        values = [getattr(each, name) if name in _OWN[2:5] else each.labels.get(name) for each in self]
        if missing := [number for number, value in enumerate(values) if value is None]:
            raise InputError(
                f"{len(missing)} of {len(self)} examples have no {name!r}, such as number {missing[0]}; its labels "
                f"are {', '.join(self[missing[0]].labels) or 'none'}."
            )
        return values

    def inputs(self, model: HookedVLMTransformer) -> list[PreparedInputs]:
        """Every example's inputs, each of one row, for analyses that take several: ``knockout.sweep``, lenses, ...

        Pixels of all of them are in memory; of a large table take a part.
        """
        return [model.prepare_questions([(each.question, each.images)]) for each in self]

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each example: question, answer, contrast and labels."""
        import pandas as pd

        lines = [{"question": each.question, "answer": each.answer, "contrast": each.contrast} for each in self]
        return pd.DataFrame([line | dict(each.labels) for line, each in zip(lines, self, strict=True)])

    def __repr__(self) -> str:
        first = self[0]
        return f"Examples({len(self)}; labels {', '.join(first.labels) or 'none'}; first: {first.question!r})"


@dataclass(frozen=True)
class _Some(Sequence[Example]):
    """Some rows of a table."""

    table: Examples
    numbers: list[int]

    def __len__(self) -> int:
        return len(self.numbers)

    def __getitem__(self, index: Any) -> Any:
        return self.table[self.numbers[index]]


@dataclass(frozen=True)
class _Renamed(Sequence[Mapping[str, Any]]):
    """Rows of a data set, under our names."""

    dataset: Any
    names: Mapping[str, str]

    def __len__(self) -> int:
        return len(self.dataset)

    def __getitem__(self, index: Any) -> Any:
        row = self.dataset[index]
        if absent := [name for name in self.names if name not in row]:
            raise InputError(f"The data set has no column {absent[0]!r}; it has {', '.join(row)}.")
        return {self.names.get(name, name): value for name, value in row.items()}


def _is_missing(value: Any) -> bool:
    """Whether a table has nothing here: None, NaN, or pandas's NA and NaT."""
    is_nan = isinstance(value, float) and math.isnan(value)
    return value is None or is_nan or type(value).__name__ in ("NAType", "NaTType")


def _plain(value: Any) -> Any:
    """Numbers of numpy's as Python's, which are written to files."""
    return value.item() if isinstance(value, np.generic) else value


def _beside(path: Path, image: Any) -> Any:
    """A path in a file, relative to its folder; addresses stay."""
    return image if not isinstance(image, str) or ":" in image else str(path.parent / image)


Table = Examples | Sequence[Mapping[str, Any]]
"""What stands for a table of examples: itself, or its rows."""
