"""What all interventions share: rows, heads and positions, and how they print."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, fields
from typing import Any

import torch
from jaxtyping import Bool, Int
from torch import Tensor

from ...errors import InputError
from ...hooks import HookPoint
from ...positions import Positions, marked

Rows = int | Sequence[int] | None

# Hook points whose activations have heads: behind the positions, or before them.
_HEADS = ("hook_q", "hook_k", "hook_v", "hook_rot_q", "hook_rot_k", "hook_z", "hook_result")
HEADS_FIRST = ("hook_attn_scores", "hook_pattern", "hook_mask")


class Intervention(ABC):
    """A hook with a name for what it does: ``intervention(activation, hook)``."""

    batch_idx: Rows

    @abstractmethod
    def __call__(self, activation: Tensor, hook: HookPoint) -> Tensor | None:
        """Acts on an activation."""

    def _rows(self, batch: int, hook: HookPoint) -> Bool[Tensor, " batch"]:
        """Which rows of the batch to act on."""
        found = torch.zeros(batch, dtype=torch.bool)
        found[range(batch) if self.batch_idx is None else _within(self.batch_idx, batch, "row", hook)] = True
        return found

    def _chosen_heads(self, heads: int | Sequence[int], n_heads: int, hook: HookPoint) -> list[int]:
        if not hook.name.endswith((*_HEADS, *HEADS_FIRST)):
            raise InputError(f"{hook.name} has no heads to choose from; leave heads out of {self!r}.")
        return _within(heads, n_heads, "head", hook)

    def __repr__(self) -> str:
        names = {"token_idx": "positions", "batch_idx": "rows"}
        shown = sorted((field for field in fields(self) if field.repr), key=lambda field: field.kw_only)  # type: ignore[arg-type]
        said = [(field.name, getattr(self, field.name)) for field in shown]
        given = [f"{names.get(name, name)}={_brief(value)}" for name, value in said if value is not None]
        return f"{type(self).__name__}({', '.join(given)})"


@dataclass(frozen=True)
class Places:
    """The places of an activation at which an intervention acts.

    Attributes:
        batch: Row of each place.
        pos: Index of each place along the activation's own positions.
        nth: How many of its row's places come before it.
        found: ``[batch pos]``: the places as a mask.
        first: Position in the sequence of the activation's index 0.
    """

    batch: Int[Tensor, " place"]
    pos: Int[Tensor, " place"]
    nth: Int[Tensor, " place"]
    found: Bool[Tensor, "batch pos"]
    first: int


@dataclass(frozen=True, repr=False, eq=False)
class Edit(Intervention):
    """An intervention that changes an activation in place at chosen positions, rows and heads.

    Args:
        token_idx: Positions to act on: an index, a slice, a list, a boolean mask, or a token layout's selection; None
            means all. They count from the start of the sequence, so under ``generate`` they go on meaning the same
            tokens, and later steps leave alone what is not among them; negative ones count from the end of each pass.
            In the vision encoder they are patches.
        batch_idx: Rows of the batch to act on (in the vision encoder: images); None means all.
        positions: The same as ``token_idx``, in the words of this library.
        heads: Heads to act on, at hook points that have heads; None means all.

    Raises:
        InputError: On construction, for arguments that exclude each other; as a hook, for positions, rows, heads or
            values that the activation has no room for.
    """

    _: KW_ONLY
    positions: Positions = None
    heads: int | Sequence[int] | None = None

    def __post_init__(self) -> None:
        if self._token_idx is not None and self.positions is not None:
            raise InputError("token_idx and positions mean the same; give one of them.")

    @property
    def _token_idx(self) -> Positions:
        return vars(self)["token_idx"]  # a field of every subclass, behind its own

    @property
    def _chosen(self) -> int | Sequence[int] | None:
        return self.heads

    @abstractmethod
    def _changed(self, part: Tensor, places: Places, hook: HookPoint) -> Tensor:
        """What takes the place of ``part [place ...]``, in its shape."""

    def __call__(self, activation: Tensor, hook: HookPoint) -> None:
        """Acts on an activation, in place."""
        view = activation.movedim(2, 1) if hook.name.endswith(HEADS_FIRST) else activation
        places = self._places(view, hook)
        if not len(places.batch):
            return
        part = view[places.batch, places.pos]
        changed = self._changed(part, places, hook)
        if self._chosen is not None:
            heads = self._chosen_heads(self._chosen, part.shape[1], hook)
            part[:, heads] = changed[:, heads]
            changed = part
        view[places.batch, places.pos] = changed

    def _places(self, view: Tensor, hook: HookPoint) -> Places:
        batch, n_pos = view.shape[:2]
        first = 0 if hook.query_axis is None else hook.first_position
        given = self._token_idx if self.positions is None else self.positions
        found = marked(given, batch=batch, start=first, stop=first + n_pos) & self._rows(batch, hook)[:, None]
        found = found.to(view.device)
        rows, pos = found.nonzero(as_tuple=True)
        return Places(rows, pos, (found.cumsum(1) - 1)[rows, pos], found, first)


def _within(chosen: int | Sequence[int], n: int, what: str, hook: HookPoint) -> list[int]:
    indices = [chosen] if isinstance(chosen, int) else list(chosen)
    if outside := [index for index in indices if not -n <= index < n]:
        raise InputError(f"There is no {what} {outside[0]} at {hook.name}, which has {n} of them.")
    return indices


def _brief(value: Any) -> str:
    """A value in a few characters."""
    if isinstance(value, Tensor):
        return f"{str(value.dtype).removeprefix('torch.')}{list(value.shape)}" if value.ndim else f"{value.item():g}"
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
