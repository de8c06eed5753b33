"""Runs a plan: the missing shards, one after the other, in this process or by several workers."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments import Examples
from vlm_lens_native.harvest.estimating import estimate
from vlm_lens_native.harvest.extras import extra
from vlm_lens_native.harvest.files import check_files
from vlm_lens_native.harvest.loading import Task, killed_loaders_told_of
from vlm_lens_native.harvest.manifest import claim, manifest_of
from vlm_lens_native.harvest.plan import Plan, Rows
from vlm_lens_native.harvest.report import Report, say
from vlm_lens_native.harvest.runner import Runner
from vlm_lens_native.harvest.shards import remove_unfinished, shard_path, write_shard
from vlm_lens_native.harvest.sinks import RowSink, Sink
from vlm_lens_native.harvest.store import Store, open_store
from vlm_lens_native.indices import check_index
from vlm_lens_native.inputs.geometry import Number
from vlm_lens_native.stopping import Stoppable

Launcher = Literal["here", "ray"]
Part = str | tuple[int, int] | None


@dataclass(frozen=True)
class Job:
    """What a worker has to know: a few plain values, which can be sent to another machine.

    Attributes:
        plan: What is harvested.
        examples: The table, with the plan's question.
        out: The store's folder.
        sink: What becomes of activations.
        loaders: Processes that prepare inputs, for each worker; 0 prepares them in the worker itself.
        max_errors: How many samples may fail, of all that a worker comes to.
    """

    plan: Plan
    examples: Examples
    out: Path
    sink: Sink
    loaders: int = 0
    max_errors: int = 100

    @property
    def n_shards(self) -> int:
        """How many shards there are to be."""
        return self.plan.n_shards(len(self.examples))

    def missing(self, shards: Sequence[int]) -> list[int]:
        """Those of some shards that aren't there."""
        return [each for each in shards if not shard_path(self.out, each).exists()]


class Worker(Runner):
    """A model, and the loop that fills shards with it.

    Args:
        job: The work.

    Raises:
        InputError: The store is of something else.
    """

    def __init__(self, job: Job) -> None:
        how = {"dtype": job.sink.dtype(job.plan), "loaders": job.loaders, "max_errors": job.max_errors}
        super().__init__(job.plan, job.examples, **how)
        self.job, sink = job, job.sink.description
        claim(job.out, manifest_of(self.plan, job.examples, self.model, labels=self.labels, sink=sink))

    def fill(self, shards: Sequence[int], report: Report, done: Callable[[], Any] = lambda: None) -> None:
        """Fills shards; each is written by a thread while the next one is computed.

        Args:
            shards: Which ones. What is there already when its turn comes is left out.
            report: Is kept up to date.
            done: Called when a shard is there.

        Raises:
            InputError: Too many samples failed.
            OSError: A shard can't be written, a loader was killed, or there is no room in shared memory.
        """
        began = time.perf_counter()
        self.job.sink.begin(self.model, self.names, self.labels)
        under_way = Report()  # what is in the shard that is not written yet
        pending: tuple[Future[bool], Report] | None = None

        def finish() -> None:
            nonlocal pending
            if pending is not None:
                (writing, filled), pending, waited = pending, None, time.perf_counter()
                writing.result()
                report.writer += time.perf_counter() - waited
                report.add(filled)
                done()

        with killed_loaders_told_of(), ThreadPoolExecutor(1, thread_name_prefix="harvest-writer") as writer:
            try:
                for harvest in self.harvests(self._tasks(shards), report):
                    self.job.sink.add(harvest)
                    under_way.count(harvest)
                    if harvest.task.is_last:
                        finish()
                        write = writer.submit(write_shard, self.job.out, harvest.task.shard, self.job.sink.end())
                        pending, under_way = (write, under_way), Report()
            finally:
                finish()
                report.seconds += time.perf_counter() - began

    def _tasks(self, shards: Sequence[int]) -> Iterator[Task]:
        for shard in shards:
            if self.job.missing([shard]):
                yield from Task.of(self.plan, shard, len(self.job.examples))


def run(
    plan: Plan,
    examples: Rows,
    out: str | Path,
    *,
    launcher: Launcher = "here",
    workers: int = 1,
    gpus: Number = 0,
    loaders: int = 0,
    max_errors: int = 100,
    part: Part = None,
    shards: Sequence[int] | None = None,
) -> Store:
    """Harvests a table into a store, or goes on with one: the shards that are missing.

    What will come is said before it begins, and what was waited for at its end (``store.report``). The death of the
    process costs the shards under way. So does Ctrl-C, which ends the run with a warning (``store.missing`` is left).

    Args:
        plan: What is harvested.
        examples: The table, or its rows.
        out: The store's folder.
        launcher: ``"here"`` is a loop in this process; ``"ray"`` has actors of Ray Core, each with a model.
        workers: How many actors.
        gpus: GPUs of each actor.
        loaders: Processes that prepare inputs, for each worker; 0 prepares them in the worker itself.
        max_errors: How many samples may fail in this run (they are listed in ``store.failures()``) before it stops.
        part: Which part of the shards this process fills, as ``"K/N"`` with K from 0 to N - 1: for job arrays.
        shards: Which shards, in which order; None means all.

    Raises:
        InputError: pyarrow is not installed, the store is of something else or has a file that is missing or cut off,
            or too many samples failed.
        OSError: A shard can't be written, a loader was killed, or there is no room in shared memory.
    """
    if launcher not in ("here", "ray"):
        raise InputError(f'launcher is "here" or "ray", got {launcher!r}.')
    job = Job(plan, plan.examples(examples), Path(out), RowSink(), loaders=loaders, max_errors=max_errors)
    ours = part_of(job.n_shards, part) if shards is None else list(dict.fromkeys(shards))
    for each in ours:
        check_index("shard", each, job.n_shards)
    report = fill(job, ours, launcher=launcher, workers=workers, gpus=gpus)
    return replace(open_store(out), report=report)


def fill(job: Job, shards: Sequence[int], *, launcher: Launcher, workers: int = 1, gpus: Number = 0) -> Report:
    """Fills those of some shards that are missing."""
    extra("pyarrow.parquet")  # which shards are written with; without it nothing is loaded or written
    remove_unfinished(job.out)
    missing = job.missing(shards)
    check_files(job.out, sorted({*shards} - {*missing}), job.sink.files)
    if launcher == "ray":
        from vlm_lens_native.harvest.ray_launcher import run_by_ray  # the package is optional

        return run_by_ray(job, missing, workers=workers, gpus=gpus)
    if workers != 1 or gpus:
        raise InputError('launcher="here" is one worker, on the device that load= names; more of them: launcher="ray".')
    worker = Worker(job)
    if missing:
        say(estimate(job.plan, job.examples, model=worker.model))
    report = Report()
    with Stoppable("Harvest", len(shards), unit="shard", n_done=len(shards) - len(missing)) as bar:
        worker.fill(missing, report, bar.done)
    say(report)
    return report


def part_of(n_shards: int, part: Part) -> list[int]:
    """The shards of one of several workers: ``"2/8"`` or ``(2, 8)`` is the third of eight, counted from 0.

    Raises:
        InputError: There is no such part.
    """
    if part is None:
        return list(range(n_shards))
    try:
        k, n = (int(each) for each in (part.split("/") if isinstance(part, str) else part))
    except (ValueError, TypeError) as error:
        raise InputError(f'part is "K/N", such as "0/8", or two numbers; got {part!r}.') from error
    if not 0 <= k < n:
        raise InputError(f"part={part!r}: the parts of {n} are 0 to {n - 1}.")
    return list(range(k, n_shards, n))
