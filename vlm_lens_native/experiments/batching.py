"""Examples in batches: of like length, within a memory budget, each row as if it were alone."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import torch
from PIL import Image
from torch import Tensor

from vlm_lens_native.analysis.runs.memory import rows_that_fit
from vlm_lens_native.experiments.examples import Example, Examples
from vlm_lens_native.experiments.hooking import Hooks, Pairs, by_layout, in_rows, pairs_for, pairs_of
from vlm_lens_native.hook_names import is_visual
from vlm_lens_native.inputs import PreparedInputs
from vlm_lens_native.model import HookedVLMTransformer


@dataclass(frozen=True, kw_only=True, eq=False)
class Batch:
    """Some examples, prepared together.

    Attributes:
        numbers: Which examples.
        examples: Themselves.
        inputs: Their inputs, a row for each.
        hooks: What acts on them.
    """

    numbers: tuple[int, ...]
    examples: tuple[Example, ...]
    inputs: PreparedInputs
    hooks: Pairs


@dataclass(frozen=True, kw_only=True, eq=False)
class Batches:
    """Prepares a table of examples batch by batch, the longest first; at most one batch is in memory.

    Rows are padded to a common length. Where hooks are the same for all examples, they may mean positions by number,
    so that only examples of one length run together. Hooks in the vision encoder act on images, whose rows aren't the
    batch's, so examples that make their own run one by one.

    A batch has as many rows as fit into the memory budget (`runs.memory.rows_that_fit`: half of a GPU's free memory, or
    ``BUDGET`` bytes) by `runs.memory.row_bytes` of its padded length, at most 64, and at least one. What the vision
    encoder takes is not counted.

    Attributes:
        model: The model.
        examples: The table.
        hooks: What acts on each example.
        batch_size: Rows at a time; None goes by the memory.
        kept: Hook points whose activations are kept until the end of a pass.
        n_read: Positions of each row that are unembedded.
    """

    model: HookedVLMTransformer
    examples: Examples
    hooks: Hooks = None
    batch_size: int | None = None
    kept: Sequence[str] = ()
    n_read: int = 1

    def __call__(self, numbers: Iterable[int] | None = None) -> Iterator[Batch]:
        """The batches that some examples (None: all) make up."""
        numbers = range(len(self.examples)) if numbers is None else numbers
        waiting = deque(sorted(numbers, key=lambda number: _size(self.examples[number]), reverse=True))
        room = self._room([], n_pos=1) if self.batch_size is not None else 1
        while waiting:
            taken = [waiting.popleft() for _ in range(min(room, len(waiting)))]
            for batch in self._prepared(taken):
                yield batch
                n_pos = batch.inputs["input_ids"].shape[1]
                room = self._room([name for name, _ in batch.hooks], n_pos=n_pos)

    def _prepared(self, numbers: Sequence[int]) -> Iterator[Batch]:
        """Some examples as one batch, or as several where they don't go together."""
        examples = [self.examples[number] for number in numbers]
        inputs = self.model.prepare_questions([(each.question, each.images) for each in examples])
        lengths, own = token_counts(inputs), by_layout(self.hooks)
        rows = (
            pairs_for(self.model, self.hooks, self.model.token_layout(inputs), examples)
            if own
            else [pairs_of(self.model, self.hooks)] * len(numbers)
        )
        names = list(dict.fromkeys(name for pairs in rows for name, _ in pairs))
        room = self._room(names, n_pos=inputs["input_ids"].shape[1])
        if own and any(map(is_visual, names)):
            room = 1
        uneven = bool(names) and not own and len(set(lengths)) > 1
        if len(numbers) == 1 or (len(numbers) <= room and not uneven):
            hooks = in_rows(self.model, rows) if own else rows[0]
            yield Batch(numbers=tuple(numbers), examples=tuple(examples), inputs=inputs, hooks=hooks)
            return
        for part in _parts(numbers, lengths, room=room, even=uneven):
            yield from self._prepared(part)

    def _room(self, hooked: Sequence[str], *, n_pos: int) -> int:
        fits = partial(rows_that_fit, self.model, batch_size=self.batch_size, n_pos=n_pos, n_read=self.n_read)
        return fits(hooked=hooked, kept=self.kept)(0)


def token_counts(inputs: Any) -> list[int]:
    """How many tokens each row has, without padding."""
    mask = inputs.get("attention_mask")
    return [inputs["input_ids"].shape[1]] * len(inputs["input_ids"]) if mask is None else mask.sum(1).tolist()


def last_logits(model: HookedVLMTransformer, batch: Batch) -> Tensor:
    """``[row d_vocab]``: float32 logits of the last tokens; inputs are padded on the left."""
    with torch.no_grad(), model.hooks(batch.hooks):
        return model(batch.inputs, logits_to_keep=1).logits[:, -1].float()


def _parts(numbers: Sequence[int], lengths: Sequence[int], *, room: int, even: bool) -> Iterator[list[int]]:
    groups: dict[int, list[int]] = {}
    for number, length in zip(numbers, lengths, strict=True):
        groups.setdefault(length if even else 0, []).append(number)
    for group in groups.values():
        yield from (group[start : start + room] for start in range(0, len(group), room))


def _size(example: Example) -> tuple[int, int, int]:
    """What the length of a prompt goes by, without preparing it; files are not read."""
    pixels = sum(image.width * image.height for image in example.images if isinstance(image, Image.Image))
    return len(example.images), pixels, len(example.question)
