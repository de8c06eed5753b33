"""Samples made ready for the model, batch by batch: in this process, or in others beside it."""

from __future__ import annotations

import errno
import math
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from jaxtyping import Int
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments import Example, Examples
from vlm_lens_native.harvest.plan import Plan, label
from vlm_lens_native.harvest.rows import Columns, columns_of
from vlm_lens_native.inputs import PreparedInputs
from vlm_lens_native.inputs.promptable import Promptable
from vlm_lens_native.inputs.prompts import PromptBuilder

_Numbers = Tensor | np.ndarray
_ALIGNED = 64  # bytes


@dataclass(frozen=True)
class Task:
    """Some samples of a shard, which run together.

    Attributes:
        shard: The shard.
        samples: The samples.
        is_last: Whether they are the shard's last.
    """

    shard: int
    samples: range
    is_last: bool

    @classmethod
    def of(cls, plan: Plan, shard: int, n_samples: int) -> Iterator[Task]:
        """The batches of a shard, in order."""
        samples = plan.samples(shard, n_samples)
        for start in range(0, len(samples), plan.batch_size):
            part = samples[start : start + plan.batch_size]
            yield cls(shard, part, part.stop == samples.stop)


@dataclass(frozen=True, kw_only=True)
class Failure:
    """A sample that has no rows, and why."""

    sample: int
    error: str
    reason: str


@dataclass(kw_only=True, eq=False)
class Loaded:
    """A batch that is ready for the model.

    Attributes:
        task: Which samples.
        inputs: Those of them that could be prepared, a row each; None if there are none.
        batch: For each row to be stored the row of ``inputs``.
        pos: And its position there.
        columns: What is known of each row to be stored.
        failures: The samples that have no rows.
    """

    task: Task
    inputs: PreparedInputs | None
    batch: Int[Tensor, " row"]
    pos: Int[Tensor, " row"]
    columns: Columns
    failures: tuple[Failure, ...]
    _packed: dict[str, Any] = field(default_factory=dict, init=False)

    def packed(self) -> Loaded:
        """The batch, ready to be sent: all numbers in one block, for each tensor costs a file and a connection.

        Raises:
            OSError: There is no room for it in shared memory.
        """
        numbers: dict[tuple[str, str], _Numbers] = {("batch", ""): self.batch, ("pos", ""): self.pos}
        plain = {name: column for name, column in self.columns.items() if column.dtype != object}
        numbers |= {("columns", name): column for name, column in plain.items()}
        state = {**self.__dict__, "batch": None, "pos": None, "columns": {**self.columns, **dict.fromkeys(plain)}}
        if self.inputs is not None:
            tensors = {key: value for key, value in self.inputs.items() if isinstance(value, Tensor)}
            numbers |= {("inputs", key): value for key, value in tensors.items()}
            state["inputs"] = copy(self.inputs)
            state["inputs"].data = {**self.inputs, **dict.fromkeys(tensors)}
        self._packed = {**state, "block": _Block.of(numbers)}
        return self

    def __getstate__(self) -> dict[str, Any]:
        return self._packed or self.packed()._packed

    def __setstate__(self, state: dict[str, Any]) -> None:
        block = state.pop("block")
        self.__dict__.update(state)
        for (place, key), each in block.views():
            if place == "inputs":
                assert self.inputs is not None
                self.inputs.data[key] = each
            elif place == "columns":
                self.columns[key] = each.copy()  # which stays until its shard is written; the block shall not
            else:
                setattr(self, place, each)

    def pin_memory(self) -> Loaded:
        """For torch's DataLoader: moves what goes to the GPU into memory that can be copied from meanwhile."""
        for name in ("batch", "pos"):
            setattr(self, name, getattr(self, name).pin_memory())
        if self.inputs is not None:
            self.inputs.data = {
                key: value.pin_memory() if isinstance(value, Tensor) else value for key, value in self.inputs.items()
            }
        return self


@dataclass(frozen=True)
class _Block:
    """Tensors and arrays in one tensor, one after the other.

    Attributes:
        data: Their bytes, each from a multiple of `_ALIGNED` on.
        parts: What each is, with its dtype and shape.
    """

    data: Tensor
    parts: tuple[tuple[Any, torch.dtype | np.dtype, tuple[int, ...]], ...]

    @classmethod
    def of(cls, numbers: Mapping[Any, _Numbers]) -> _Block:
        """Copies them into shared memory.

        Raises:
            OSError: There is no room for them.
        """
        block = cls(
            torch.empty(sum(_room(each.nbytes) for each in numbers.values()), dtype=torch.uint8),
            tuple((key, each.dtype, tuple(each.shape)) for key, each in numbers.items()),
        )
        try:
            block.data.share_memory_()
        except RuntimeError as error:
            raise OSError(
                errno.ENOSPC,
                f"No room for {block.data.nbytes:,} bytes of shared memory ({error}), through which batches come from "
                "loaders. Give the machine or container more (docker's --shm-size), or run with loaders=0.",
            ) from error
        for key, view in block.views():
            view[...] = numbers[key]
        return block

    def views(self) -> Iterator[tuple[Any, Any]]:
        """What each part is, and the part: a tensor, or an array where it was one."""
        start, buffer = 0, self.data.numpy()
        for key, dtype, shape in self.parts:
            n_bytes = math.prod(shape) * dtype.itemsize
            if isinstance(dtype, torch.dtype):
                yield key, self.data[start : start + n_bytes].view(dtype).view(shape)
            else:
                yield key, np.ndarray(shape, dtype, buffer, start)
            start += _room(n_bytes)


def _room(n_bytes: int) -> int:
    return -(-n_bytes // _ALIGNED) * _ALIGNED


class _Preparer(Promptable):
    """Prepares prompts without the model, whose weights a loading process has no use for."""

    def __init__(self, prompts: PromptBuilder) -> None:
        self._prompts = prompts

    @property
    def device(self) -> torch.device:
        return torch.device("cpu")

    @property
    def tokenizer(self) -> Any:
        return self._prompts.tokenizer


class Batches(Dataset):
    """Makes the batch of a task.

    Args:
        plan: What is harvested.
        examples: The table.
        prompts: What prepares prompts.
        labels: The columns of labels, with their types.
    """

    def __init__(self, plan: Plan, examples: Examples, prompts: PromptBuilder, labels: dict[str, str]) -> None:
        self._plan, self._examples, self._labels = plan, examples, labels
        self._preparer = _Preparer(prompts)

    def __getitem__(self, task: Task) -> Loaded:
        failures: list[Failure] = []
        found: list[tuple[int, Example]] = []
        for sample in task.samples:
            try:
                found.append((sample, self._examples[sample]))
            except Exception as error:  # whatever a table of someone else's raises for a row of it
                failures.append(_failure(sample, error))
        inputs, found = self._prepared(found, failures)
        at: dict[int, Tensor] = {}  # by row of the inputs
        labels: dict[str, list[Any]] = {name: [None] * len(found) for name in self._labels}
        layout = None if inputs is None else self._preparer.token_layout(inputs)
        positions = None if layout is None else self._plan.positions_of(layout)
        for row, (sample, example) in enumerate(found):
            assert positions is not None
            try:
                own = self._drawn(positions(row, example), sample)
                for name, kind in self._labels.items():
                    labels[name][row] = _as(label(example, name), name, kind)
                at[row] = own
            except Exception as error:  # a user's function of the layout may raise anything
                failures.append(_failure(sample, error))
        lengths = torch.tensor([len(each) for each in at.values()], dtype=torch.long)
        batch = torch.tensor(list(at), dtype=torch.long).repeat_interleave(lengths)
        pos = torch.cat([*at.values()]) if at else torch.zeros(0, dtype=torch.long)
        samples = np.array([sample for sample, _ in found])
        rows = batch.numpy(), pos.numpy()
        return Loaded(
            task=task,
            inputs=PreparedInputs.of(inputs, vision_tokens=inputs.vision_tokens) if inputs and at else None,
            batch=batch,
            pos=pos,
            columns=columns_of(layout, *rows, samples=samples, labels=labels) if layout and at else {},
            failures=tuple(sorted(failures, key=lambda each: each.sample)),
        )

    def _prepared(
        self, found: list[tuple[int, Example]], failures: list[Failure]
    ) -> tuple[PreparedInputs | None, list[tuple[int, Example]]]:
        """Inputs of the samples that can be prepared; those that can't are looked for one by one.

        Raises:
            InputError: Each can be prepared alone, but not all together.
        """
        if not found:
            return None, found
        try:
            return self._ask([example for _, example in found]), found
        except Exception as error:
            together = error
        good = []
        for sample, example in found:
            try:
                self._ask([example])
                good.append((sample, example))
            except Exception as error:  # a processor refuses in its own words
                failures.append(_failure(sample, error))
        if len(good) == len(found):
            raise InputError(
                f"Samples {found[0][0]} to {found[-1][0]} can be prepared one by one, but not together "
                f"({together}): give batch_size=1, or a table for each kind of prompt."
            ) from together
        return self._prepared(good, failures)

    def _ask(self, examples: Sequence[Example]) -> PreparedInputs:
        questions = [(each.question, each.images) for each in examples]
        return self._preparer.prepare_questions(questions, self._plan.assistant_prefill)

    def _drawn(self, at: Tensor, sample: int) -> Tensor:
        """As many of a sample's positions as the plan has room for."""
        room = self._plan.sample_positions
        if room is None or len(at) <= room:
            return at
        drawn = np.random.default_rng([self._plan.seed, sample]).choice(len(at), room, replace=False)
        return at[torch.from_numpy(np.sort(drawn))]


class Loader:
    """Batches of tasks, in their order, made in this process or in ``n`` others that stay between calls.

    Args:
        batches: What makes them.
        n: How many processes.
        pinned: Whether they are to go to a GPU.
    """

    def __init__(self, batches: Batches, n: int, *, pinned: bool) -> None:
        self._tasks = _Tasks()
        several: dict[str, Any] = {"prefetch_factor": 2, "persistent_workers": True} if n else {}
        self._loader = DataLoader(
            batches,
            sampler=self._tasks,  # type: ignore[arg-type]  # any iterable serves where there is no automatic batching
            batch_size=None,
            num_workers=n,
            collate_fn=_packed if n else _same,
            pin_memory=pinned,
            worker_init_fn=_begin,
            **several,
        )

    def __call__(self, tasks: Iterable[Task]) -> Iterator[Loaded]:
        """The batches of some tasks; those of other processes are taken in while the ones before are computed."""
        self._tasks.tasks = tasks
        batches = iter(self._loader)
        return _ahead(batches) if self._loader.num_workers else batches


@contextmanager
def killed_loaders_told_of() -> Iterator[None]:
    """Tells of a loading process that was killed, which torch does by an error in the middle of whatever runs.

    Raises:
        ChildProcessError: One was killed.
    """
    try:
        yield
    except RuntimeError as error:
        if "DataLoader worker" not in str(error) or "Caught" in str(error):  # what a loader raised itself
            raise
        raise ChildProcessError(
            f"A process that loads inputs was killed, perhaps for want of memory: {error} Whole shards stay; run the "
            "same again, and it goes on from there."
        ) from error


class _Tasks:
    """What a DataLoader's sampler has to be: iterable again and again."""

    tasks: Iterable[Task] = ()

    def __iter__(self) -> Iterator[Task]:
        return iter(self.tasks)


def _ahead(batches: Iterator[Loaded]) -> Iterator[Loaded]:
    with ThreadPoolExecutor(1, thread_name_prefix="harvest-loader") as thread:
        coming = thread.submit(next, batches, None)
        while (batch := coming.result()) is not None:
            coming = thread.submit(next, batches, None)
            yield batch


def _begin(worker: int) -> None:
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")  # else HF's tokenizers warn that they were forked


def _same(given: Any) -> Any:
    return given


def _packed(given: Any) -> Any:
    return given.packed()  # here: the thread by which torch sends it would swallow errors, and the run wait for ever


def _failure(sample: int, error: Exception) -> Failure:
    reason = str(error)[:500].encode(errors="backslashreplace").decode()  # a file's name may be no text
    return Failure(sample=sample, error=type(error).__name__, reason=reason)


_EXACT = 2**53  # whole numbers up to it are exact as doubles


def _double(value: Any) -> None:
    if isinstance(value, int) and abs(value) > _EXACT:
        raise OverflowError


_COLUMNS: dict[str, tuple[Any, Callable[[Any], Any]]] = {
    "string": (str, str.encode),
    "bool": (bool, bool),
    "int64": (int, np.int64),
    "double": (int | float, _double),
}
"""Of each type of column, what fits, and what raises a ValueError or an OverflowError where Arrow would."""


def _as(value: Any, name: str, kind: str) -> Any:
    """A label as its column has it.

    Raises:
        InputError: It is of another type, too large, or text that isn't Unicode.
    """
    fits, converted = _COLUMNS[kind]
    if value is None:
        return None
    said = f"The label {name!r} is {value!r:.80}"
    if not isinstance(value, fits) or (kind == "bool") != isinstance(value, bool):
        raise InputError(f"{said}, and its column is of type {kind}, as in the first examples.")
    try:
        converted(value)
    except (ValueError, OverflowError) as error:
        raise InputError(f"{said}, which a column of type {kind} can't hold exactly.") from error
    return value
