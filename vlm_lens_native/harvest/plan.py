"""What is to be harvested: a model, hook points, positions, and how the work is cut into batches and shards."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from vlm_lens_native.analysis.runs.groups import GROUPS
from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments import Example, Examples
from vlm_lens_native.experiments.activations import hook_names, positions_in
from vlm_lens_native.hook_names import NamesFilter
from vlm_lens_native.indices import is_number
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.inputs.selection import Selection
from vlm_lens_native.model import HookedVLMTransformer

if TYPE_CHECKING:
    from vlm_lens_native.harvest.estimating import Estimate

Rows = Any  # a table of examples, or its rows
_SCALARS = (str, int, float)
_FIRST = 20  # examples by which it is known which labels there are


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What is to be harvested, and how.

    Samples are numbered as the table has them. Shard ``i`` holds the samples from ``i * samples_per_shard`` on; within
    it they run in order, ``batch_size`` at a time. Under bfloat16 and float16 a row's bits depend on its batch, so both
    numbers are part of what a store is.

    Attributes:
        model: A hub id, a path or the name of a toy, which every worker loads; or a model in memory, for
            ``launcher="here"``.
        names: Hook points with a vector at each position: a name, a pattern, a list of these; or a short name
            (``"resid_post"``), which means every block's.
        prompt: The question that every image is asked; None takes each example's own.
        positions: Which tokens have a row: ``"images"``, ``"all"``, ``"text"``, ``"last"`` or another of
            ``analysis.patching.GROUPS``, an index, a slice, a list, or a function of the example's layout, or of its
            layout and the example. Numbers count the example's own tokens; padding is never among them.
        sample_positions: At most so many of them, drawn for each sample by its number and ``seed``; None takes all.
        dtype: Of what is stored: ``"bfloat16"``, ``"float16"`` or ``"float32"``, whatever the model's is.
        batch_size: Samples that run together.
        samples_per_shard: Samples of a shard, which is written as a whole; a worker holds two shards in memory.
        assistant_prefill: The beginning of the answer, behind every question.
        labels: Which labels of the examples become columns, ``"question"`` and ``"answer"`` among them; None takes all
            labels that are text or numbers in the first twenty examples.
        seed: What is drawn follows from it.
        load: For ``from_pretrained`` (``device``, ``dtype``, ``revision``, ...).
    """

    model: Any
    names: NamesFilter
    prompt: str | None = None
    positions: Any = "images"
    sample_positions: int | None = None
    dtype: str | torch.dtype = "bfloat16"
    batch_size: int = 32
    samples_per_shard: int = 1024
    assistant_prefill: str = ""
    labels: Sequence[str] | None = None
    seed: int = 0
    load: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("batch_size", "samples_per_shard", "sample_positions"):
            value = getattr(self, name)
            if not (is_number(value) and value > 0) and not (name == "sample_positions" and value is None):
                raise InputError(f"{name} is a whole number above 0, got {value!r}.")
        if str(self.dtype).removeprefix("torch.") not in ("bfloat16", "float16", "float32"):
            raise InputError(f'dtype is "bfloat16", "float16" or "float32", got {self.dtype!r}.')
        if isinstance(self.positions, str) and self.positions not in (known := _NAMED.keys() | GROUPS.keys()):
            raise InputError(
                f"There are no positions {self.positions!r}; known by name are {', '.join(sorted(known))}."
            )
        if isinstance(self.positions, Selection | torch.Tensor):
            raise InputError(
                "positions= of a plan serves every sample, so a selection of one layout or a tensor does not fit: give "
                "a name, numbers, or a function of the layout, lambda layout: layout.images."
            )
        if not isinstance(self.model, str | HookedVLMTransformer) and not hasattr(self.model, "__fspath__"):
            raise InputError(f"model is a hub id, a path, a toy's name or a model, got {type(self.model).__name__}.")
        if self.load and isinstance(self.model, HookedVLMTransformer):
            raise InputError("load= is for a model given by its name; this one is loaded already.")

    @property
    def stored(self) -> torch.dtype:
        """The dtype of what is stored."""
        return getattr(torch, str(self.dtype).removeprefix("torch."))

    def loaded(self) -> HookedVLMTransformer:
        """The model."""
        if isinstance(self.model, HookedVLMTransformer):
            return self.model
        return HookedVLMTransformer.from_pretrained(self.model, **self.load)

    def hook_names(self, model: HookedVLMTransformer) -> list[str]:
        """The hook points that are meant, in the model's order (`experiments.activations.hook_names`)."""
        return hook_names(model, self.names)

    def examples(self, rows: Rows) -> Examples:
        """A table of examples, each asked the plan's prompt if there is one."""
        if self.prompt is None:
            return Examples.of(rows)
        rows = rows if hasattr(rows, "__getitem__") and not isinstance(rows, Mapping) else list(rows)
        return Examples(_Asked(rows, self.prompt))

    def n_shards(self, n_samples: int) -> int:
        """How many shards a table of so many samples has."""
        return -(-n_samples // self.samples_per_shard)

    def samples(self, shard: int, n_samples: int) -> range:
        """The samples of a shard."""
        start = shard * self.samples_per_shard
        return range(start, min(start + self.samples_per_shard, n_samples))

    def positions_of(self, layout: TokenLayout) -> Callable[[int, Example], Tensor]:
        """What tells the positions that are meant of a batch's rows, each by its number and example.

        It raises an InputError where a row has none.
        """
        if not (isinstance(self.positions, str) and self.positions in _NAMED):
            return lambda row, example: positions_in(layout.row(row), self.positions, example)
        named = _NAMED[self.positions](layout)  # of all rows at once, for most plans are of these

        def of_row(row: int, example: Example) -> Tensor:
            if not len(at := named.indices(row)):
                raise InputError(f"{example!r} has no such positions {self.positions!r}.")
            return at

        return of_row

    def label_types(self, examples: Examples) -> dict[str, str]:
        """The columns of labels, with their types: ``string``, ``bool``, ``int64`` or ``double``.

        Raises:
            InputError: A label that is asked for is none of them, or none of the first examples has it.
        """
        first = list(_readable(examples, _FIRST))
        known = dict.fromkeys(name for each in first for name in each.labels)
        found = {}
        for name in known if self.labels is None else self.labels:
            values = [value for each in first if (value := label(each, name)) is not None]
            if values and all(isinstance(value, _SCALARS) for value in values):
                kinds = [_type(value) for value in values]
                found[name] = "double" if {*kinds} == {"int64", "double"} else kinds[0]
            elif self.labels is not None:
                raise InputError(
                    f"The label {name!r} is {repr(values[0]) if values else 'in none of the first examples'}; columns "
                    f"are text or numbers. The first examples have {', '.join(known) or 'no labels'}."
                )
        return found

    def estimate(self, examples: Rows, *, workers: int = 1) -> Estimate:
        """Rows, bytes and time of a run, from a few samples that are run now (`estimating.estimate`)."""
        from vlm_lens_native.harvest.estimating import estimate

        return estimate(self, examples, workers=workers)

    def __repr__(self) -> str:
        model = self.model if isinstance(self.model, str) else type(self.model).__name__
        some = "" if self.sample_positions is None else f", {self.sample_positions} of them"
        return (
            f"Plan({model}: {self.names} at {self.positions}{some}, {str(self.dtype).removeprefix('torch.')}; "
            f"{self.batch_size} at a time, {self.samples_per_shard} samples a shard)"
        )


def label(example: Example, name: str) -> Any:
    """A label of an example, or its question or answer; None where it has none."""
    return getattr(example, name) if name in ("question", "answer", "contrast") else example.labels.get(name)


def _readable(examples: Examples, n: int) -> Iterator[Example]:
    """The first examples, without those that can't be read: they are recorded when their turn comes."""
    for number in range(min(n, len(examples))):
        with suppress(Exception):
            yield examples[number]


def _every_token(layout: TokenLayout) -> Selection:
    return layout.images | ~layout.images


def _image_tokens(layout: TokenLayout) -> Selection:
    return layout.images


_NAMED: Mapping[str, Callable[[TokenLayout], Selection]] = {"all": _every_token, "images": _image_tokens}


def _type(value: Any) -> str:
    kinds = {bool: "bool", int: "int64", float: "double"}
    return next((name for kind, name in kinds.items() if isinstance(value, kind)), "string")


@dataclass(frozen=True)
class _Asked(Sequence[Any]):
    """Rows that are all asked one question."""

    rows: Any
    prompt: str

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, index: Any) -> Any:
        row = self.rows[index]
        if isinstance(row, Example):
            return replace(row, question=self.prompt)
        return {**row, "question": self.prompt} if isinstance(row, Mapping) else row
