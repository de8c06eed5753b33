"""A plan's model, and the loop that takes batches of a table through it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

import torch

from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments import Examples
from vlm_lens_native.harvest.loading import Batches, Loader, Task
from vlm_lens_native.harvest.passes import Harvest, Passes
from vlm_lens_native.harvest.plan import Plan
from vlm_lens_native.harvest.report import Report
from vlm_lens_native.indices import is_number


class Runner:
    """Runs batches.

    Args:
        plan: What is harvested.
        examples: The table, with the plan's question.
        dtype: Of the rows.
        loaders: Processes that prepare inputs; 0 prepares them here.
        max_errors: How many samples may fail.
    """

    def __init__(self, plan: Plan, examples: Examples, *, dtype: torch.dtype, loaders: int, max_errors: int) -> None:
        for name, given in (("loaders", loaders), ("max_errors", max_errors)):
            if not is_number(given) or given < 0:
                raise InputError(f"{name} is a whole number, 0 or above; got {given!r}.")
        self.plan, self.examples, self.model = plan, examples, plan.loaded()
        self.names, self.labels = plan.hook_names(self.model), plan.label_types(examples)
        self.loaders, self.max_errors, self.n_errors = loaders, max_errors, 0
        self._passes = Passes(model=self.model, names=self.names, dtype=dtype)

    @cached_property
    def _loader(self) -> Loader:
        batches = Batches(self.plan, self.examples, self.model._prompts, self.labels)
        return Loader(batches, self.loaders, pinned=self.model.device.type == "cuda")

    def harvests(self, tasks: Iterable[Task], report: Report) -> Iterator[Harvest]:
        """The batches of some tasks, run; the report says how long that took.

        Raises:
            InputError: More samples failed than ``max_errors``.
        """
        loaded, end = self._loader(tasks), object()
        while True:
            began = time.perf_counter()
            batch: Any = next(loaded, end)
            report.loader += time.perf_counter() - began
            if batch is end:
                return
            self._count(batch.failures)
            began = time.perf_counter()
            try:
                harvest = self._passes(batch)
            except RuntimeError as error:
                samples = batch.task.samples
                error.add_note(f"Samples {samples.start} to {samples.stop - 1} ran, {self.plan.batch_size} at a time.")
                raise
            report.model += time.perf_counter() - began
            yield harvest

    def _count(self, failures: Sequence[Any]) -> None:
        self.n_errors += len(failures)
        if self.n_errors > self.max_errors:
            last = failures[-1]
            raise InputError(
                f"{self.n_errors} samples failed, and max_errors is {self.max_errors}. The last one is sample "
                f"{last.sample}: {last.error}: {last.reason} Whole shards stay; run again with more max_errors, or "
                "leave such samples out."
            )
