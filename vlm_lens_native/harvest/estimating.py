"""How large a store will be and how long it takes, from a few samples."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

from vlm_lens_native.errors import InputError
from vlm_lens_native.harvest.loading import Batches, Failure, Task
from vlm_lens_native.harvest.passes import Passes
from vlm_lens_native.harvest.plan import Plan, Rows
from vlm_lens_native.inputs.geometry import Number
from vlm_lens_native.model import HookedVLMTransformer

_INDEX = 1.5  # bytes of a row of the index, measured on toys: Parquet, zstd
_LARGE_SHARD = 4e9


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """What a run will come to.

    Attributes:
        n_samples: Samples of the table.
        n_shards: Shards.
        rows_per_sample: Mean over the samples that were tried.
        bytes_per_row: Of all hook points.
        seconds_per_sample: Of preparing and running, one after the other.
        workers: How many share the work.
        failed: How many of the samples that were tried failed.
        tried: How many were tried.
        notes: What else should be known.
    """

    n_samples: int
    n_shards: int
    rows_per_sample: float
    bytes_per_row: int
    seconds_per_sample: float
    workers: int
    failed: int
    tried: int
    notes: tuple[str, ...]

    @property
    def n_rows(self) -> int:
        """Rows of the whole store."""
        return round(self.rows_per_sample * self.n_samples)

    @property
    def n_bytes(self) -> int:
        """Bytes of the whole store."""
        return round(self.n_rows * (self.bytes_per_row + _INDEX))

    @property
    def seconds(self) -> float:
        """Of the whole run."""
        return self.n_samples * self.seconds_per_sample / self.workers

    def __str__(self) -> str:
        some = f" ({self.failed} of {self.tried} tried failed)" if self.failed else ""
        lines = [
            f"{self.n_samples:,} samples{some}: {self.n_rows:,} rows ({self.rows_per_sample:.1f} a sample), "
            f"{_bytes(self.n_bytes)} in {self.n_shards:,} shards, about {_time(self.seconds)}"
            f"{f' with {self.workers} workers' if self.workers > 1 else ''}."
        ]
        return "\n".join([*lines, *self.notes])


def estimate(
    plan: Plan, examples: Rows, *, workers: int = 1, model: HookedVLMTransformer | None = None, tried: int = 16
) -> Estimate:
    """Runs a few samples, spread over the table.

    Args:
        plan: The plan.
        examples: The table, or its rows.
        workers: How many workers will share the work, each as fast as this machine.
        model: The plan's model, if it is loaded already.
        tried: How many samples to run.

    Raises:
        InputError: All of them fail.
    """
    table, model = plan.examples(examples), model or plan.loaded()
    names = plan.hook_names(model)
    labels, passes = plan.label_types(table), Passes(model=model, names=names, dtype=plan.stored)
    spread = np.unique(np.linspace(0, len(table) - 1, tried).round().astype(int)).tolist()
    n_parts = -(-len(spread) // plan.batch_size)
    failed: list[Failure] = []
    for numbers in (spread[nth::n_parts] for nth in range(n_parts)):  # one is enough, unless all of its samples fail
        batches, task = Batches(plan, table[numbers], model._prompts, labels), Task(0, range(len(numbers)), True)
        harvest = passes(batches[task])  # warms up
        if harvest.values:
            break
        failed += harvest.failures
    else:
        raise InputError(f"All {len(failed)} samples that were tried failed; the first one: {failed[0].reason}")
    began = time.perf_counter()
    harvest = passes(batches[task])
    values = {name: value.cpu() for name, value in harvest.values.items()}
    seconds = time.perf_counter() - began
    per_row = sum(value[0].numel() * value.element_size() for value in values.values())
    n_good = len(numbers) - len(harvest.failures)
    return Estimate(
        n_samples=len(table),
        n_shards=plan.n_shards(len(table)),
        rows_per_sample=harvest.n_rows / len(numbers),
        bytes_per_row=per_row,
        seconds_per_sample=seconds / len(numbers),
        workers=workers,
        failed=len(harvest.failures),
        tried=len(numbers),
        notes=_notes(plan, model, shard=harvest.n_rows / n_good * per_row * plan.samples_per_shard),
    )


def _notes(plan: Plan, model: HookedVLMTransformer, *, shard: float) -> tuple[str, ...]:
    notes = []
    if model.dtype.itemsize < 4:
        notes.append(
            f"The model computes in {str(model.dtype).removeprefix('torch.')}, where a row's bits depend on the batch "
            f"that it runs in: batches of {plan.batch_size} are formed within shards, always the same."
        )
    if shard > _LARGE_SHARD:
        notes.append(f"A shard is {_bytes(shard)}, and a worker holds two: samples_per_shard= makes them smaller.")
    return tuple(notes)


def _bytes(n: Number) -> str:
    for unit in ("B", "kB", "MB", "GB", "TB"):
        if n < 1000:
            return f"{n:.3g} {unit}"
        n /= 1000
    return f"{n:,.3g} PB"


def _time(seconds: float) -> str:
    for unit, n in (("days", 86400), ("h", 3600), ("min", 60)):
        if seconds > 2 * n:
            return f"{seconds / n:.1f} {unit}"
    return f"{seconds:.0f} s"
