"""Where the rows of activations stand in their sequences, and which of them are tokens rather than padding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import torch
from jaxtyping import Bool
from torch import Tensor, nn

from vlm_lens_native.errors import InputError


def is_closed(mask: Tensor) -> Tensor:
    """Where a mask, or scores that it was added to, let nothing through: False, or at the bottom of the range."""
    return ~mask if mask.dtype == torch.bool else mask <= torch.finfo(mask.dtype).min / 2


@dataclass(frozen=True)
class PromptSize:
    """How large the prompt is to which passes belong.

    Attributes:
        n_rows: Its rows; beams and samples multiply them, and those of one row stand one behind another.
        n_pos: Its positions; tokens behind them are new. 0 where HF's ``generate`` begins with a token of its own.
    """

    n_rows: int
    n_pos: int


@dataclass(frozen=True, eq=False)
class Padding:
    """What a pass's mask says about padding; read when somebody asks.

    Attributes:
        mask: ``[batch key]``, 1 at tokens; ``[batch head pos key]``, boolean (True: allowed) or added to the scores; or
            such masks by kind of layer.
        n_rows: Rows of the batch.
        n_past: Positions before the pass.
        n_pos: Positions of the pass.
    """

    mask: Tensor | Mapping[str, Tensor | None]
    n_rows: int
    n_past: int
    n_pos: int

    @cached_property
    def tokens(self) -> Bool[Tensor, "batch end"] | None:
        """True at tokens, from the start of the sequence, on the CPU; None if there is no padding."""
        mask = self.mask if isinstance(self.mask, Tensor) else _widest(self.mask)
        if mask is None:
            return None
        end = self.n_past + self.n_pos
        tokens = mask[:, :end].bool() if mask.ndim == 2 else self._seen(mask)
        tokens = nn.functional.pad(tokens.cpu(), (end - tokens.shape[1], 0), value=True)
        return None if tokens.all() else tokens.expand(self.n_rows, -1)

    def _seen(self, mask: Tensor) -> Tensor:
        """``[batch key]``: the pass's own positions that see themselves, and those before that any of them sees."""
        is_open = (~is_closed(mask)).any(1)
        n_keys = min(is_open.shape[2], self.n_past + self.n_pos)  # a static KV cache has room for more
        own = is_open[:, :, n_keys - self.n_pos : n_keys].diagonal(dim1=1, dim2=2)
        return torch.cat([is_open[:, :, : n_keys - self.n_pos].any(1), own], dim=1)


def _row(mask: Any, row: int) -> Any:
    """One row of a mask, or of masks by kind of layer; a mask for all rows stays."""
    if isinstance(mask, Mapping):
        return {kind: _row(each, row) for kind, each in mask.items()}
    return mask if mask is None or len(mask) == 1 else mask[row : row + 1]


def _widest(masks: Mapping[str, Tensor | None]) -> Tensor | None:
    """Of masks by kind of layer, that of layers that see everything."""
    return masks["full_attention"] if "full_attention" in masks else next(iter(masks.values()), None)


@dataclass(frozen=True)
class Span:
    """What an axis of an activation holds of its sequences.

    Attributes:
        n_rows: Rows of the batch; images in the vision encoder.
        first: Position at which the axis begins.
        length: How many positions it holds.
        end: End of the sequence so far, from which negative positions count.
        n_past: Positions before the pass.
        prompt: How large the prompt is, where the pass is one of several; None where it is all there is.
        padding: What is known about padding; None if there is none.
        visual: ``[batch pos]``, for the pass: True where image or video features stand; None if that is not known.
        skipped: Blocks that the pass leaves out.
    """

    n_rows: int
    first: int
    length: int
    end: int
    n_past: int = 0
    prompt: PromptSize | None = None
    padding: Padding | None = None
    visual: Tensor | None = field(default=None, compare=False, repr=False)
    skipped: frozenset[int] = frozenset()

    @classmethod
    def of_pass(
        cls,
        n_rows: int,
        n_pos: int,
        *,
        n_past: int = 0,
        prompt: PromptSize | None = None,
        mask: Tensor | Mapping[str, Tensor | None] | None = None,
        visual: Tensor | None = None,
    ) -> Span:
        """Of what a pass computes."""
        padding = None if mask is None else Padding(mask, n_rows, n_past, n_pos)
        return cls(n_rows, n_past, n_pos, n_past + n_pos, n_past, prompt, padding, visual)

    @classmethod
    def of_value(cls, n_rows: int, n_pos: int, tokens: Bool[Tensor, "batch pos"] | None = None) -> Span:
        """Of a tensor that stands by itself; ``tokens`` as far as its padding is known."""
        padding = None if tokens is None else Padding(tokens, n_rows, 0, n_pos)
        return cls(n_rows, 0, n_pos, n_pos, padding=padding)

    def narrow(self, start: int, length: int) -> Span:
        """Of some of the axis's positions."""
        first = self.first + start
        visual = None if self.visual is None else self.visual[:, start : start + length]
        return replace(self, first=first, length=length, end=first + length, n_past=first, visual=visual)

    def row(self, row: int) -> Span:
        """Of one row of the batch alone."""
        mask = None if self.padding is None else self.padding.mask
        padding = (
            None if self.padding is None or mask is None else replace(self.padding, mask=_row(mask, row), n_rows=1)
        )
        prompt = None if self.prompt is None else replace(self.prompt, n_rows=1)
        visual = None if self.visual is None else self.visual[row : row + 1]
        return replace(self, n_rows=1, prompt=prompt, padding=padding, visual=visual)

    @property
    def n_prompt(self) -> int | None:
        """Positions of the prompt, where the pass is one of several and that is known."""
        return None if self.prompt is None or not self.prompt.n_pos else self.prompt.n_pos

    @property
    def n_prompt_rows(self) -> int:
        """Rows of the prompt; the batch has each of them once, or several times as beams or samples.

        Raises:
            InputError: The batch's rows are no multiple of them.
        """
        own = self.n_rows if self.prompt is None or not self.prompt.n_rows else self.prompt.n_rows
        if self.n_rows % own:
            raise InputError(f"The prompt has {own} rows, but the batch {self.n_rows}, which is no multiple.")
        return own

    def check_rows(self, n: int) -> None:
        """Raises an InputError if positions of ``n`` rows don't fit."""
        if n != self.n_prompt_rows:
            raise InputError(f"Positions of {n} rows were given for a batch of {self.n_prompt_rows} rows.")

    @property
    def n_whole(self) -> int:
        """How many positions an activation of the whole prompt has."""
        return self.n_prompt or self.end

    @property
    def known_tokens(self) -> Bool[Tensor, "batch end"] | None:
        """Which positions up to the end are tokens rather than padding, on the CPU; None if all are."""
        known = None if self.padding is None else self.padding.tokens
        return None if known is None else known[:, : self.end]

    @property
    def tokens(self) -> Bool[Tensor, "batch pos"] | None:
        """Which positions of the axis are tokens rather than padding, on the CPU; None if all are."""
        known = self.known_tokens
        return None if known is None else known[:, self.first : self.first + self.length]
