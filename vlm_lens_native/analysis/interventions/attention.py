"""Interventions on what attends to what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import torch
from jaxtyping import Bool
from torch import Tensor

from ...errors import InputError
from ...hooks import Hook, HookPoint
from ...model import HookedVLMTransformer
from ...positions import Positions, marked
from .base import Intervention, Rows


@dataclass(frozen=True, repr=False, eq=False)
class BlockAttention(Intervention):
    """Closes keys to queries, so that the rest of each query's attention renormalises.

    A hook at ``hook_mask``; with ``heads``, at ``hook_attn_scores``. ``hooks(model)`` says which.

    Args:
        from_: Positions that attend (queries); None means all.
        to: Positions that they shall not attend to (keys); None means all. Both go on meaning the same tokens under
            ``generate``: a selection of the prompt's keys stays closed to new tokens if ``from_`` is None.
        layers: Layers for ``hooks``; None means all.
        batch_idx: Rows of the batch; None means all.
        heads: Heads; None means all.
    """

    at: ClassVar[str] = "hook_mask"
    at_heads: ClassVar[str] = "hook_attn_scores"

    from_: Positions = None
    to: Positions = None
    layers: int | Sequence[int] | None = None
    batch_idx: Rows = None
    heads: int | Sequence[int] | None = None

    def hooks(self, model: HookedVLMTransformer) -> list[tuple[str, Hook]]:
        """The names to hook, each with this intervention, for ``model.hooks`` and ``model.run_with_hooks``."""
        return [
            (name, self) for name in layer_names(model, self.layers, self.at if self.heads is None else self.at_heads)
        ]

    def __call__(self, activation: Tensor, hook: HookPoint) -> Tensor | None:
        """Closes what is to be closed."""
        if not hook.name.endswith((self.at, self.at_heads)):
            raise InputError(
                f"{self!r} belongs at {self.at} or {self.at_heads}, not at {hook.name}; .hooks(model) names them."
            )
        closed = self._closed(activation, hook)
        if self.heads is None:
            return activation.masked_fill_(closed[:, None], self._closing(activation))
        if activation.shape[1] == 1:
            raise InputError(f"{hook.name} has no heads to choose from; {self!r} belongs at {self.at_heads}.")
        for head in self._chosen_heads(self.heads, activation.shape[1], hook):
            activation[:, head].masked_fill_(closed, self._closing(activation))
        return None

    def _closing(self, activation: Tensor) -> float:
        return torch.finfo(activation.dtype).min

    def _closed(self, activation: Tensor, hook: HookPoint) -> Bool[Tensor, "batch pos key"]:
        batch, _, n_pos, n_keys = activation.shape
        first = hook.first_position if hook.query_axis is not None else 0
        queries = marked(self.from_, batch=batch, start=first, stop=first + n_pos) & self._rows(batch, hook)[:, None]
        keys = marked(self.to, batch=batch, start=first + n_pos - n_keys, stop=first + n_pos)
        return (queries[:, :, None] & keys[:, None, :]).to(activation.device)


@dataclass(frozen=True, repr=False, eq=False)
class ZeroAttention(BlockAttention):
    """Sets attention weights to zero after the softmax: the rest keeps its weights, and the sum falls short of 1.

    A hook at ``hook_pattern``; arguments as for ``BlockAttention``.
    """

    at: ClassVar[str] = "hook_pattern"
    at_heads: ClassVar[str] = "hook_pattern"

    def _closing(self, activation: Tensor) -> float:
        return 0.0


@dataclass(frozen=True, repr=False, eq=False)
class SetAttentionMask(Intervention):
    """Replaces the attention mask. A hook at ``hook_mask``.

    Args:
        mask: ``[pos key]``, with 1 or all heads in front, and with 1 or all rows in front of those. Boolean: True where
            attention is allowed; otherwise floats that are added to the scores. Positions count from the start of the
            sequence; under ``generate``, new tokens keep the mask that they have.
        layers: Layers for ``hooks``; None means all.
    """

    mask: Tensor
    layers: int | Sequence[int] | None = None
    batch_idx: Rows = None

    def hooks(self, model: HookedVLMTransformer) -> list[tuple[str, Hook]]:
        """The names to hook, each with this intervention."""
        return [(name, self) for name in layer_names(model, self.layers, "hook_mask")]

    def __call__(self, activation: Tensor, hook: HookPoint) -> Tensor | None:
        """Puts the mask in the place of the model's."""
        first, given = hook.first_position, self.mask
        if not hook.name.endswith("hook_mask"):
            raise InputError(f"{self!r} belongs at hook_mask, not at {hook.name}; .hooks(model) names them.")
        if first >= given.shape[-1]:
            return None
        batch, _, n_pos, n_keys = activation.shape
        if given.dtype == torch.bool:
            given = torch.where(given, 0.0, torch.finfo(activation.dtype).min)
        given = given.view(*(1,) * (4 - given.ndim), *given.shape).to(activation)[..., first:, :]
        if given.shape[-2:] != (n_pos, n_keys) or batch % given.shape[0]:
            raise InputError(
                f"A mask of {list(self.mask.shape)} does not fit {hook.name}: the sequence has {n_keys} positions and "
                f"the batch {batch} rows."
            )
        given = given.repeat_interleave(batch // given.shape[0], dim=0)
        rows = self._rows(batch, hook).to(activation.device)
        return torch.where(rows.view(-1, 1, 1, 1), given, activation)


def layer_names(model: HookedVLMTransformer, layers: int | Sequence[int] | None, point: str) -> list[str]:
    """The full names of an attention hook point in some layers.

    Raises:
        InputError: A layer that the model does not have.
    """
    n_layers = model.cfg.n_layers
    chosen = [layers] if isinstance(layers, int) else list(range(n_layers) if layers is None else layers)
    if outside := [layer for layer in chosen if not -n_layers <= layer < n_layers]:
        raise InputError(f"There is no layer {outside[0]}; the model has {n_layers}.")
    return [f"lm.blocks.{layer % n_layers}.attn.{point}" for layer in chosen]
