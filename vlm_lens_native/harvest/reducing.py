"""Runs reductions over a table: a state for each shard, merged in the order of the shards."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from functools import reduce as fold
from pathlib import Path
from typing import Any

import torch

from vlm_lens_native.errors import InputError
from vlm_lens_native.harvest.files import opened
from vlm_lens_native.harvest.passes import Harvest
from vlm_lens_native.harvest.plan import Plan, Rows
from vlm_lens_native.harvest.reductions import Reduction, State
from vlm_lens_native.harvest.running import Job, Launcher, Part, fill, part_of
from vlm_lens_native.harvest.shards import FAILURES, STATES, shard_path, shards_in
from vlm_lens_native.harvest.sinks import Write, save_tensors, write_failures
from vlm_lens_native.inputs.geometry import Number
from vlm_lens_native.model import HookedVLMTransformer


class ReductionSink:
    """The states of reductions, for each shard."""

    files: tuple[str, ...] = (STATES, FAILURES)

    def __init__(self, reductions: Sequence[Reduction]) -> None:
        self._reductions = tuple(reductions)

    @property
    def description(self) -> Any:
        """For the manifest."""
        return [each.description for each in self._reductions]

    def dtype(self, plan: Plan) -> torch.dtype:
        """Rows are reduced as precisely as they are computed; the plan's dtype is for what is stored."""
        return torch.float32

    def begin(self, model: HookedVLMTransformer, names: Sequence[str], labels: Mapping[str, str]) -> None:
        """Called before the first batch."""
        self._model = model
        self._states: dict[tuple[str, int], State] = {}
        self._failures: list[Any] = []

    def add(self, harvest: Harvest) -> None:
        """Merges a batch."""
        self._failures.extend(harvest.failures)
        for name, values in harvest.values.items():
            for nth, each in enumerate(self._reductions):
                state = each.of(values.flatten(1), harvest.columns, self._model)
                before = self._states.get((name, nth))
                self._states[name, nth] = state if before is None else each.merged(before, state)

    def end(self) -> Write:
        """What writes the shard's states."""
        states, failures = self._states, self._failures
        self._states, self._failures = {}, []

        def write(folder: Path) -> None:
            tensors = {f"{nth} {name} {key}": v for (name, nth), state in states.items() for key, v in state.items()}
            save_tensors({name: value.contiguous() for name, value in tensors.items()}, folder / STATES)
            write_failures(folder, failures)

        return write


def reduce(
    plan: Plan,
    examples: Rows,
    reductions: Sequence[Reduction],
    *,
    out: str | Path | None = None,
    launcher: Launcher = "here",
    workers: int = 1,
    gpus: Number = 0,
    loaders: int = 0,
    max_errors: int = 100,
    part: Part = None,
) -> list[dict[str, Any]]:
    """Statistics of a table's activations; no rows are stored.

    Args:
        plan: What is harvested. Its ``dtype`` plays no part: rows are reduced in float32.
        examples: The table, or its rows.
        reductions: What to find: `Moments`, `TopActivations`, `Histograms`, `LensStatistics`, or another `Reduction`.
        out: A folder for the states of shards, from which a run that was stopped goes on; None keeps nothing.
        launcher: As for `run`, and so are the others.
        workers: How many actors.
        gpus: GPUs of each actor.
        loaders: Processes that prepare inputs, for each worker.
        max_errors: How many samples may fail.
        part: Which part of the shards this process reduces; results are of the shards that are there.

    Returns:
        For each reduction its results by hook point.

    Raises:
        InputError: pyarrow is not installed, ``out`` is of something else or has a file that is missing or cut off, or
            too many samples failed.
    """
    if not reductions or not all(isinstance(each, Reduction) for each in reductions):
        raise InputError(f"Reductions are a list such as [harvest.Moments()]; got {reductions!r:.100}.")
    with tempfile.TemporaryDirectory() as none:
        root = Path(none if out is None else out)
        job = Job(plan, plan.examples(examples), root, ReductionSink(reductions), loaders, max_errors)
        fill(job, part_of(job.n_shards, part), launcher=launcher, workers=workers, gpus=gpus)
        return merged(root, reductions)


def merged(root: Path, reductions: Sequence[Reduction]) -> list[dict[str, Any]]:
    """The results of the shards that are there.

    Raises:
        InputError: None of them has rows, or a file can't be read.
    """
    states: dict[tuple[int, str], State] = {}
    for shard in shards_in(root):
        found: dict[tuple[int, str], State] = {}
        with opened(shard_path(root, shard) / STATES) as file:
            for key in file.keys():  # noqa: SIM118  # a file of safetensors is no mapping
                nth, name, part = key.split(" ")
                found.setdefault((int(nth), name), {})[part] = file.get_tensor(key)
        for at, state in found.items():
            states[at] = fold(reductions[at[0]].merged, [states[at], state]) if at in states else state
    if not states:
        raise InputError("No sample has rows, so there is nothing to reduce.")
    return [
        {name: each.result(state) for (of, name), state in states.items() if of == nth}
        for nth, each in enumerate(reductions)
    ]
