"""Sets of positions in a batch of prompts, as one type."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
import torch
from jaxtyping import Bool, Int
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import check_index, is_number, runs
from vlm_lens_native.shapes import PositionMask

Axis = Literal["pos", "image_key"]


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class Selection:
    """Positions of every row of a batch, with the set operations ``|``, ``&``, ``-`` and ``~``.

    A selection never holds padding: ``~`` takes the complement among the positions that hold a token.

    Attributes:
        mask: ``[batch pos]``, True where a position is selected.
        tokens: ``[batch pos]``, True where a position holds a token, False in padding.
        places: For each position the number of its grid in the row, and its row and column there; -1 where it has none.
            None where it isn't known.
        axis: The axis whose positions these are: ``"pos"``, of the sequence; ``"image_key"``, of the image features
            that cross-attention reads.
    """

    mask: PositionMask
    tokens: Bool[Tensor, "*shape"]
    places: Int[Tensor, "*shape place=3"] | None = None
    axis: Axis = "pos"

    def __post_init__(self) -> None:
        if self.mask.shape != self.tokens.shape:
            raise InputError(f"A mask of shape {tuple(self.mask.shape)} can't select from {tuple(self.tokens.shape)}.")
        object.__setattr__(self, "mask", self.mask & self.tokens)

    def indices(self, batch: int = 0) -> Int[Tensor, " selected"]:
        """The selected positions of one row, in ascending order.

        Raises:
            InputError: there is no such row.
        """
        check_index("row", batch, len(self.mask))
        return self.mask[batch].nonzero().flatten()

    def only(self, positions: Sequence[int]) -> Selection:
        """Those of these positions that have one of some numbers, in each row.

        Raises:
            InputError: A number outside the sequence.
        """
        chosen = torch.zeros_like(self.mask)
        for position in positions:
            check_index("position", position, self.mask.shape[1])
            chosen[:, position] = True
        return replace(self, mask=self.mask & chosen)

    def sample(self, *, like: Selection, seed: int) -> Selection:
        """As many of these positions in each row as another selection has there, drawn at random: a control.

        Args:
            like: The selection whose size counts. Its own positions may be drawn: take ``selection - like`` to sample
                from, where they shouldn't.
            seed: What is drawn follows from it.

        Raises:
            InputError: A row has fewer positions here than there, or the selections belong to different inputs.
        """
        self._check_same_inputs(like)
        counts = like.mask.sum(dim=1).tolist()
        generator = torch.Generator().manual_seed(seed)
        mask = torch.zeros_like(self.mask)
        for row, count in enumerate(counts):
            own = self.indices(row)
            if len(own) < count:
                raise InputError(f"Row {row} has {len(own)} positions to draw from, but {count} are asked for.")
            mask[row, own[torch.randperm(len(own), generator=generator)[:count]]] = True
        return replace(self, mask=mask)

    def grow(self, n: int = 1) -> Selection:
        """With the image tokens at most ``n`` rows and ``n`` columns away from a selected one of the same grid.

        Tiles of an image are one grid; each frame of a video is one. Text that is selected stays.

        Raises:
            InputError: ``n`` is negative, or the selection was made without a layout.
        """
        if not is_number(n) or n < 0:
            raise InputError(f"A selection grows by a whole number of tokens, 0 or more; got {n!r}.")
        if self.places is None:
            raise InputError("This selection knows no grid: take one of model.token_layout(inputs).")
        mask = self.mask.clone()
        for own, places in zip(mask, self.places, strict=True):
            on_grid = (places >= 0).all(-1)
            for grid in places[own & on_grid, 0].unique():
                there = on_grid & (places[:, 0] == grid)
                chosen = places[there & own, 1:]
                apart = (places[there, None, 1:] - chosen[None]).abs().amax(-1)
                own[there] = (apart <= n).any(1)
        return replace(self, mask=mask)

    def __or__(self, other: Selection) -> Selection:
        return self._combine(other, torch.logical_or)

    def __and__(self, other: Selection) -> Selection:
        return self._combine(other, torch.logical_and)

    def __sub__(self, other: Selection) -> Selection:
        return self._combine(other, lambda mine, others: mine & ~others)

    def __invert__(self) -> Selection:
        return replace(self, mask=~self.mask)

    def _combine(self, other: Any, operation: Callable[[Tensor, Tensor], Tensor]) -> Selection:
        if not isinstance(other, Selection):
            return NotImplemented
        self._check_same_inputs(other)
        return replace(self, mask=operation(self.mask, other.mask))

    def _check_same_inputs(self, other: Selection) -> None:
        if self.axis != other.axis:
            raise InputError("Positions of the sequence and image features that are keys can't be combined.")
        if self.mask.shape != other.mask.shape or not torch.equal(self.tokens, other.tokens):
            raise InputError(
                f"These selections belong to different inputs: [batch, positions] of {list(self.mask.shape)} and "
                f"{list(other.mask.shape)}, or padded differently. Combine selections of one layout."
            )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Selection):
            return NotImplemented
        return self.axis == other.axis and torch.equal(self.mask, other.mask) and torch.equal(self.tokens, other.tokens)

    __hash__ = None  # type: ignore[assignment]  # equal by value, and values are tensors

    def __len__(self) -> int:
        """Number of selected positions over all rows."""
        return int(self.mask.sum())

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> np.ndarray:
        """The mask, so that a selection indexes a numpy array ``[batch pos ...]``."""
        return np.array(self.mask.cpu().numpy(), dtype=dtype, copy=True if copy is None else copy)

    def __repr__(self) -> str:
        rows = [f"row {i}: {runs(self.indices(i).tolist())}" for i in range(min(4, self.mask.shape[0]))]
        more = "; ..." if self.mask.shape[0] > 4 else ""
        return f"Selection({len(self)} of {int(self.tokens.sum())} positions; {'; '.join(rows)}{more})"
