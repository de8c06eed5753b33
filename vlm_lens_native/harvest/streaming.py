"""Activations as a stream, computed while a trainer takes them: nothing is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import torch
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.harvest.loading import Task
from vlm_lens_native.harvest.plan import Plan, Rows
from vlm_lens_native.harvest.report import Report
from vlm_lens_native.harvest.runner import Runner


def stream(
    plan: Plan,
    examples: Rows,
    *,
    batch: int = 4096,
    seed: int = 0,
    buffer: int | None = None,
    epochs: int | None = 1,
    loaders: int = 0,
    max_errors: int = 100,
    dtype: torch.dtype = torch.float32,
    device: torch.device | str | None = None,
) -> Iterator[Any]:
    """Batches of rows in a shuffled order, computed as they are asked for.

    Shards come in a drawn order, and rows are drawn from a buffer that is kept at least half full.

    Args:
        plan: What is harvested; batches have ``dtype``, not the plan's.
        examples: The table, or its rows.
        batch: Rows of a batch. The last one may have fewer; nothing is dropped.
        seed: What is drawn follows from it.
        buffer: Rows that are mixed; None means 16 batches.
        epochs: How often every sample comes; None goes on for ever.
        loaders: Processes that prepare inputs; 0 prepares them here.
        max_errors: How many samples may fail.
        dtype: Of batches.
        device: Where buffer and batches are; None means the model's.

    Yields:
        ``[batch ...]``; for a plan of several hook points, dicts of these, of the same rows.

    Raises:
        InputError: Too many samples failed, none has rows, or sizes that make no sense.
    """
    buffer = 16 * batch if buffer is None else buffer
    if batch < 1 or buffer < batch:
        raise InputError(f"A buffer of {buffer} rows can't make batches of {batch}: 1 <= batch <= buffer.")
    table = plan.examples(examples)
    runner = Runner(plan, table, dtype=dtype, loaders=loaders, max_errors=max_errors)
    return _batches(runner, seed, batch, buffer, epochs, device or runner.model.device)


def _batches(
    runner: Runner, seed: int, batch: int, buffer: int, epochs: int | None, device: torch.device | str
) -> Iterator[Any]:
    of_shards, rng = (np.random.default_rng([seed, nth]) for nth in range(2))
    alone = runner.names[0] if len(runner.names) == 1 else None
    mixed: dict[str, Tensor] = {}
    fresh: list[Mapping[str, Tensor]] = []
    waiting = 0  # rows in `mixed` and `fresh`
    for harvest in runner.harvests(_tasks(runner, of_shards, epochs), Report()):
        if not harvest.values:
            continue
        fresh.append({name: values.to(device) for name, values in harvest.values.items()})
        waiting += harvest.n_rows
        if waiting >= buffer:
            mixed, fresh = _shuffled(mixed, fresh, rng), []
            while waiting - batch >= buffer // 2:
                made, mixed = _cut(mixed, batch)
                waiting -= batch
                yield made if alone is None else made[alone]
    mixed = _shuffled(mixed, fresh, rng)
    if not mixed:
        raise InputError("No sample has rows, so there is nothing to stream.")
    while waiting > 0:
        made, mixed = _cut(mixed, batch)
        waiting -= batch
        yield made if alone is None else made[alone]


def _tasks(runner: Runner, rng: np.random.Generator, epochs: int | None) -> Iterator[Task]:
    n, epoch = len(runner.examples), 0
    while epochs is None or epoch < epochs:
        for shard in rng.permutation(runner.plan.n_shards(n)).tolist():
            yield from Task.of(runner.plan, shard, n)
        epoch += 1


def _shuffled(
    mixed: Mapping[str, Tensor], fresh: list[Mapping[str, Tensor]], rng: np.random.Generator
) -> dict[str, Tensor]:
    parts = [mixed, *fresh] if mixed else fresh
    if not parts:
        return {}
    joined = {name: torch.cat([part[name] for part in parts]) for name in parts[0]}
    n = len(next(iter(joined.values())))
    order = torch.from_numpy(rng.permutation(n))
    return {name: values[order.to(values.device)] for name, values in joined.items()}


def _cut(mixed: Mapping[str, Tensor], n: int) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """The first ``n`` rows, which may be kept without the others, and the rest."""
    first = {name: values[:n].clone() for name, values in mixed.items()}
    return first, {name: values[n:] for name, values in mixed.items()}
