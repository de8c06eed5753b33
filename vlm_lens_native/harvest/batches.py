"""Batches of rows in a shuffled order, for training: nothing is dropped, and a run that was stopped goes on."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from torch import Tensor

from vlm_lens_native.errors import InputError

Block = Callable[[], Mapping[str, Tensor]]  # reads some rows, by hook point


@dataclass(kw_only=True, eq=False, repr=False)
class Shuffled:
    """An iterator over batches of rows; each epoch has every row once, in an order of its own.

    Rows stand on the disk in blocks. Blocks come in a drawn order; ``mixed`` of them are in memory at a time, and their
    rows are drawn from. What is left of them goes into the next batch.

    Attributes:
        blocks: What reads the blocks.
        lengths: How many rows each has.
        alone: The hook point whose tensor is a batch; None where batches are dicts of several.
        batch: Rows of a batch; the last one of all epochs may have fewer.
        seed: What is drawn follows from it.
        mixed: Blocks that are in memory together.
        epochs: How often every row comes; None goes on for ever.
        dtype: Of batches.
        device: Where batches go.
    """

    blocks: Sequence[Block]
    lengths: Sequence[int]
    alone: str | None
    batch: int
    seed: int
    mixed: int
    epochs: int | None
    dtype: torch.dtype
    device: torch.device | str
    _done: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        if not sum(self.lengths):
            raise InputError("There are no such rows.")
        if self.batch < 1 or self.mixed < 1:
            raise InputError(f"batch and mixed are 1 or more, got {self.batch} and {self.mixed}.")
        self._iterator = self._batches()

    def __len__(self) -> int:
        """Batches of all epochs.

        Raises:
            InputError: They go on for ever.
        """
        if self.epochs is None:
            raise InputError("epochs=None has no end, so no length.")
        return -(-sum(self.lengths) * self.epochs // self.batch)

    def __iter__(self) -> Shuffled:
        return self

    def __next__(self) -> Any:
        batch = next(self._iterator)
        self._done += 1
        return batch

    def state_dict(self) -> dict[str, int]:
        """Where the iterator is."""
        return {"batches": self._done, **self._identity}

    def load_state_dict(self, state: Mapping[str, int]) -> None:
        """Goes on behind the batches that another iterator over the same rows has handed out.

        Raises:
            InputError: It was of other rows, or in another order.
        """
        if (theirs := {name: state.get(name) for name in self._identity}) != self._identity:
            raise InputError(f"This is the state of other batches: {theirs}, and these are {self._identity}.")
        self._done = state["batches"]
        self._iterator = self._batches()

    @property
    def _identity(self) -> dict[str, int]:
        blocks = zlib.crc32(np.asarray(self.lengths).tobytes())
        how = {"seed": self.seed, "batch": self.batch, "mixed": self.mixed}
        return {**how, "rows": sum(self.lengths), "blocks": blocks}

    def _batches(self) -> Iterator[Any]:
        """Cuts the sequence of all rows into batches."""
        left: dict[str, list[Tensor]] = {}
        n_left = 0
        for rows in self._groups(skip=self._done * self.batch):
            start = 0
            n = len(next(iter(rows.values())))
            while start < n:
                taken = min(self.batch - n_left, n - start)
                for name, values in rows.items():
                    left.setdefault(name, []).append(values[start : start + taken])
                start, n_left = start + taken, n_left + taken
                if n_left == self.batch:
                    yield self._made(left)
                    left, n_left = {}, 0
        if n_left:
            yield self._made(left)

    def _groups(self, skip: int) -> Iterator[dict[str, Tensor]]:
        """Rows of several blocks, mixed; as many rows as are to be skipped are left out without reading them."""
        total = sum(self.lengths)
        epoch, skip = divmod(skip, total)
        while self.epochs is None or epoch < self.epochs:
            rng = np.random.default_rng([self.seed, epoch])
            order = rng.permutation(len(self.blocks))
            for start in range(0, len(order), self.mixed):
                group = order[start : start + self.mixed].tolist()
                n = sum(self.lengths[each] for each in group)
                drawn = torch.from_numpy(rng.permutation(n))
                if skip < n:
                    yield self._read(group, drawn[skip:])
                skip = max(0, skip - n)
            epoch += 1

    def _read(self, group: Sequence[int], drawn: Tensor) -> dict[str, Tensor]:
        parts = [self.blocks[each]() for each in group if self.lengths[each]]
        return {name: torch.cat([part[name] for part in parts])[drawn] for name in parts[0]}

    def __repr__(self) -> str:
        epochs = "for ever" if self.epochs is None else f"{self.epochs} time{'s' * (self.epochs != 1)}"
        return (
            f"Shuffled({sum(self.lengths):,} rows, {epochs}, {self.batch} at a time, from {len(self.blocks)} blocks, "
            f"{self.mixed} of them mixed; {self._done} batches done)"
        )

    def _made(self, left: Mapping[str, list[Tensor]]) -> Any:
        made = {name: torch.cat(parts).to(self.device, self.dtype) for name, parts in left.items()}
        return made if self.alone is None else made[self.alone]
