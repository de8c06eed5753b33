"""What becomes of activations: here rows in files."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import torch
from safetensors import SafetensorError
from safetensors.torch import save_file
from torch import Tensor

from vlm_lens_native.harvest.extras import extra
from vlm_lens_native.harvest.loading import Failure
from vlm_lens_native.harvest.passes import CopiedRows, Harvest, HostCopy
from vlm_lens_native.harvest.plan import Plan
from vlm_lens_native.harvest.rows import Columns, failures_table, joined, rows_table
from vlm_lens_native.harvest.shards import ACTIVATIONS, FAILURES, ROWS
from vlm_lens_native.model import HookedVLMTransformer

Write = Callable[[Path], None]


@runtime_checkable
class Sink(Protocol):
    """Takes in the batches of a shard, one shard after the other.

    Attributes:
        files: What it writes for each.
    """

    files: tuple[str, ...]

    @property
    def description(self) -> Any:
        """What the manifest says of it, as JSON."""

    def dtype(self, plan: Plan) -> torch.dtype:
        """The dtype in which it takes rows."""
        raise NotImplementedError

    def begin(self, model: HookedVLMTransformer, names: Sequence[str], labels: Mapping[str, str]) -> None:
        """Called before the first batch."""

    def add(self, harvest: Harvest) -> None:
        """Takes in a batch."""

    def end(self) -> Write:
        """Ends a shard: what writes it into a folder, called in another thread while the next shard begins."""
        raise NotImplementedError


class RowSink:
    """Every row, in files."""

    description = "rows"
    files: tuple[str, ...] = (ACTIVATIONS, ROWS, FAILURES)

    def dtype(self, plan: Plan) -> torch.dtype:
        """The plan's."""
        return plan.stored

    def begin(self, model: HookedVLMTransformer, names: Sequence[str], labels: Mapping[str, str]) -> None:
        """Called before the first batch."""
        self._copy, self._names, self._labels = HostCopy(model.device), list(names), labels
        self._shard = ShardRows([], [], [])

    def add(self, harvest: Harvest) -> None:
        """Takes in a batch."""
        if harvest.values:
            self._shard.values.append(self._copy(harvest.values))
            self._shard.columns.append(harvest.columns)
        self._shard.failures.extend(harvest.failures)

    def end(self) -> Write:
        """What writes the shard."""
        done, self._shard = self._shard, ShardRows([], [], [])
        names, labels = self._names, self._labels

        def write(folder: Path) -> None:
            save_tensors(done.tensors(names), folder / ACTIVATIONS)
            parquet = extra("pyarrow.parquet")
            parquet.write_table(rows_table(joined(done.columns), labels), folder / ROWS, compression="zstd")
            write_failures(folder, done.failures)

        return write


def save_tensors(tensors: dict[str, Tensor], path: Path) -> None:
    """Writes a file of safetensors, whose bytes depend on the tensors alone.

    Raises:
        OSError: The system refuses. (safetensors raises an error of its own, and says the reason's number in words.)
    """
    try:
        # one word of metadata: safetensors writes several in an order that changes from file to file
        save_file(tensors, path, metadata={"format": "pt"})
    except SafetensorError as error:
        if number := re.search(r"os error (\d+)", str(error)):
            raise OSError(int(number[1]), os.strerror(int(number[1]))) from error
        raise


def write_failures(folder: Path, failures: Sequence[Failure]) -> None:
    """Lists the samples that have no rows."""
    extra("pyarrow.parquet").write_table(failures_table(failures), folder / FAILURES, compression="zstd")


@dataclass(frozen=True)
class ShardRows:
    """The rows of a shard, batch by batch."""

    values: list[CopiedRows]
    columns: list[Columns]
    failures: list[Failure]

    def tensors(self, names: Sequence[str]) -> dict[str, Tensor]:
        """All of them by hook point; empty ones of one axis where no sample has rows."""
        parts = [each.wait() for each in self.values]
        return {name: torch.cat([part[name] for part in parts]) if parts else torch.zeros(0) for name in names}
