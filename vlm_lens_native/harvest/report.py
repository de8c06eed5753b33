"""What a run says of itself: how much it did, and what it waited for."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any

from vlm_lens_native.harvest.passes import Harvest

_SHORT = 10.0  # seconds, in which starting is what is measured


@dataclass(kw_only=True)
class Report:
    """Of one worker, or of several together (then seconds are theirs together, but for ``seconds``).

    Attributes:
        n_samples: Samples that were run, of the shards that were filled.
        n_rows: Rows that they have.
        n_errors: Samples that failed.
        loader: Seconds waited for inputs.
        model: Seconds that the model took.
        writer: Seconds waited for the disk.
        seconds: Wall-clock seconds.
        restarts: How often a worker died and was begun anew.
    """

    n_samples: int = 0
    n_rows: int = 0
    n_errors: int = 0
    loader: float = 0.0
    model: float = 0.0
    writer: float = 0.0
    seconds: float = 0.0
    restarts: int = 0

    def count(self, harvest: Harvest) -> None:
        """Takes in a batch."""
        self.n_samples += len(harvest.task.samples)
        self.n_rows += harvest.n_rows
        self.n_errors += len(harvest.failures)

    def add(self, other: Report) -> None:
        """Takes in what another worker says."""
        for name in ("n_samples", "n_rows", "n_errors", "loader", "model", "writer"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def advice(self) -> str:
        """What would make it faster; empty where the model is what takes the time, and after a few seconds."""
        if self.seconds < _SHORT:
            return ""
        waited = self.loader + self.model + self.writer
        if self.n_samples and self.loader > 0.3 * waited:
            n = max(1, round(self.loader / (self.model or 1) + 0.5))
            return f"The model waits for inputs: give loaders={n} more processes that prepare them."
        if self.n_samples and self.writer > 0.3 * waited:
            return "The model waits for the disk: write to a faster one, or store fewer positions or hook points."
        return ""

    def __repr__(self) -> str:
        failed = f", {self.n_errors} samples failed" if self.n_errors else ""
        again = f", {self.restarts} workers were begun anew" if self.restarts else ""
        return (
            f"{self.n_samples:,} samples, {self.n_rows:,} rows in {self.seconds:.1f} s{failed}{again} (waited for "
            f"inputs {self.loader:.1f} s, model {self.model:.1f} s, disk {self.writer:.1f} s). {self.advice}".rstrip()
        )


def say(what: Any) -> None:
    """Tells the user something, beside what a program prints."""
    print(what, file=sys.stderr)
