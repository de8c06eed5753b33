"""Workers as actors of Ray Core: each holds a model for the whole run, and is begun anew where it dies."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import perf_counter
from typing import TYPE_CHECKING, Any

from vlm_lens_native.errors import InputError
from vlm_lens_native.harvest.estimating import Estimate, estimate
from vlm_lens_native.harvest.extras import extra
from vlm_lens_native.harvest.report import Report, say
from vlm_lens_native.inputs.geometry import Number
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.stopping import Stoppable

if TYPE_CHECKING:
    from vlm_lens_native.harvest.running import Job

_RETRIES = 3  # of a shard, and restarts of an actor: a shard that kills every worker stops the run
_QUEUED = 2  # shards that each worker has been given, so that it never waits for the next one


@dataclass(frozen=True)
class _Filled:
    """What an actor says of a shard."""

    shard: int
    report: Report
    process: tuple[str, int]


def run_by_ray(job: Job, shards: Sequence[int], *, workers: int, gpus: Number) -> Report:
    """Fills shards with several workers, on the cluster that ``ray.init`` was told of, or on this machine.

    Raises:
        InputError: Ray isn't installed, or the plan has a model in memory.
    """
    ray = extra("ray")
    if isinstance(job.plan.model, HookedVLMTransformer):
        raise InputError("Each actor loads a model of its own: give the plan a path or an id in the place of a model.")
    if gpus and "device" not in job.plan.load and "device_map" not in job.plan.load:
        job = replace(job, plan=replace(job.plan, load={**job.plan.load, "device": "cuda"}))
    ours = not ray.is_initialized()
    if ours:
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        ray.init(include_dashboard=False, log_to_driver=False, logging_level="warning")
    try:
        return _fill(ray, job, shards, workers=workers, gpus=gpus)
    finally:
        if ours:
            ray.shutdown()


def _fill(ray: Any, job: Job, shards: Sequence[int], *, workers: int, gpus: Number) -> Report:
    began, report, waiting = perf_counter(), Report(), list(shards)
    actor = ray.remote(_Actor).options(num_gpus=gpus, max_restarts=_RETRIES, max_task_retries=_RETRIES)
    given = ray.put(job)
    # at least one, which sees that the store is this plan's
    actors = [actor.remote(given) for _ in range(max(1, min(workers, len(waiting))))]
    running: dict[Any, Any] = {}
    if waiting:
        say(ray.get(actors[0].estimate.remote(len(actors))))
    processes = set(ray.get([each.process.remote() for each in actors]))  # one may be killed before its first shard
    for each in actors * _QUEUED:
        _give(each, waiting, running)
    with Stoppable("Harvest", len(shards), unit="shard") as bar:
        while running:
            (ready,), _ = ray.wait(list(running), num_returns=1)
            filled: _Filled = ray.get(ready)
            _give(running.pop(ready), waiting, running)
            processes.add(filled.process)
            report.add(filled.report)
            if report.n_errors > job.max_errors:
                raise InputError(
                    f"{report.n_errors} samples failed, and max_errors is {job.max_errors}: store.failures() lists "
                    "those of the shards that are there. Run again with more, or leave such samples out."
                )
            bar.done()
    report = replace(report, seconds=perf_counter() - began, restarts=max(0, len(processes) - len(actors)))
    say(report)
    return report


def _give(actor: Any, waiting: list[int], running: dict[Any, Any]) -> None:
    """Gives an actor the next shard, if there is one."""
    if waiting:
        running[actor.fill.remote(waiting.pop(0))] = actor


class _Actor:
    """A worker in a process of Ray's."""

    def __init__(self, job: Job) -> None:
        import torch

        from vlm_lens_native.harvest.running import Worker

        torch.set_num_threads(max(1, int(os.environ.get("OMP_NUM_THREADS", "1"))))  # Ray sets it by the actor's CPUs
        self._worker = Worker(job)

    def estimate(self, workers: int) -> Estimate:
        """What the run will come to."""
        job = self._worker.job
        return estimate(job.plan, job.examples, workers=workers, model=self._worker.model)

    def fill(self, shard: int) -> _Filled:
        """Fills a shard."""
        report = Report()
        try:
            self._worker.fill([shard], report)
        except ChildProcessError:  # a loader was killed: as if it had been this process, which Ray begins anew
            os._exit(1)
        return _Filled(shard, report, self.process())

    def process(self) -> tuple[str, int]:
        """The machine and the process that it runs in."""
        return os.uname().nodename, os.getpid()
