"""Interventions on what attends to what."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, field, fields
from typing import Any, ClassVar
from weakref import ref

import torch
from jaxtyping import Bool
from torch import Tensor

from vlm_lens_native.cells import check_no_padding, find_cells, key_span, query_span
from vlm_lens_native.components.mask import is_closed
from vlm_lens_native.errors import InputError
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.indices import Indices, indices
from vlm_lens_native.inputs import Selection
from vlm_lens_native.inputs.selection import Axis
from vlm_lens_native.interventions.base import (
    InLayers,
    chosen_heads,
    described,
    of_axis,
    one_of,
    some_positions,
    with_heads,
)
from vlm_lens_native.positions import Positions
from vlm_lens_native.span import Span


@dataclass(frozen=True, eq=False, repr=False)
class _Edges(InLayers, ABC):
    """A hook at one of attention's points that acts on the edges from some queries to some keys."""

    indices_list: Sequence[Sequence[int]] | None = None
    batch_idx: Indices | None = None
    _: KW_ONLY
    from_: Positions = None
    to: Positions = None
    rows: Indices | None = None
    heads: Indices | None = None
    _queries: slice | Tensor | None = field(init=False, default=None)
    _keys: slice | Tensor | None = field(init=False, default=None)
    _rows: Indices | None = field(init=False, default=None)
    _found: dict[str, tuple[Any, Tensor | None]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        pairs = self.indices_list
        if (pairs is None) == (self.from_ is None and self.to is None):
            raise InputError(
                f"{type(self).__name__} takes from_ (queries), to (keys) or both; or indices_list, pairs of a query "
                "and a key."
            )
        if pairs is not None and (not len(pairs) or any(len(pair) != 2 for pair in pairs)):
            raise InputError(f"indices_list holds pairs of a query and a key, got {pairs!r}.")
        object.__setattr__(self, "_queries", some_positions(self.from_))
        object.__setattr__(self, "_keys", some_positions(self.to))
        object.__setattr__(self, "_rows", one_of(batch_idx=self.batch_idx, rows=self.rows))

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_found": {}}  # of a pass; weak references can't be pickled

    def __call__(self, activation: Tensor, hook: HookPoint) -> Tensor | None:
        """Returns the activation without the edges, or None where the pass has none of them."""
        self._check_point(hook)
        of_axis(self.from_, hook.axes[-2], hook)
        of_axis(self.to, hook.axes[-1], hook)
        edges = self._edges(activation, hook)
        heads = chosen_heads(self.heads, activation, hook)
        if edges is None:
            return None
        if heads is not None:
            activation = with_heads(activation, hook)
            chosen = torch.zeros(activation.shape[1], 1, 1, dtype=torch.bool, device=activation.device)
            chosen[heads[0]] = True
            edges = edges & chosen
        return activation.masked_fill(edges, self._filling(activation))

    @abstractmethod
    def _filling(self, activation: Tensor) -> float:
        """What an edge that is taken away holds."""

    @property
    def _axis(self) -> Axis:
        return self.to.axis if isinstance(self.to, Selection) else "pos"

    def _edges(self, activation: Tensor, hook: HookPoint) -> Tensor | None:
        """``[batch 1 query key]``; None if all are False. Those of the last pass are kept for its other layers."""
        queries, keys = query_span(activation, hook), key_span(activation, hook)
        key = ref(queries), hook.axes[-1], keys.length, activation.device  # the pass's mask shall not outlive it
        known = self._found.get("last")
        if known is None or known[0] != key:
            edges = self._all_edges(queries, keys) if self.indices_list is None else self._pairs(queries, keys)
            known = key, edges[:, None].to(activation.device) if edges.any() else None
            self._found["last"] = known
        return known[1]

    def _all_edges(self, queries: Span, keys: Span) -> Bool[Tensor, "batch query key"]:
        from_ = find_cells(self._queries, queries, rows=self._rows).mask(queries)
        return from_[:, :, None] & find_cells(self._keys, keys).mask(keys)[:, None]

    def _pairs(self, queries: Span, keys: Span) -> Bool[Tensor, "batch query key"]:
        pairs = torch.tensor([list(pair) for pair in self.indices_list or ()])
        pairs = torch.where(pairs < 0, pairs + queries.end, pairs)
        if (pairs < 0).any() or (queries.n_prompt is None and (pairs >= queries.end).any()):
            raise InputError(
                f"indices_list names positions outside the sequence of {queries.end}: {self.indices_list}."
            )
        query, key = pairs[:, 0] - queries.first, pairs[:, 1] - keys.first
        inside = (query >= 0) & (query < queries.length) & (key >= 0) & (key < keys.length)
        edges = torch.zeros(queries.n_prompt_rows, queries.length, keys.length, dtype=torch.bool)
        for row in indices("row", self._rows, queries.n_prompt_rows):
            edges[row, query[inside], key[inside]] = True
        edges = edges.repeat_interleave(queries.n_rows // queries.n_prompt_rows, dim=0)
        for span, named in ((queries, edges.any(2)), (keys, edges.any(1))):
            row, pos = named.nonzero(as_tuple=True)
            check_no_padding(row, pos, span)
        return edges

    def __repr__(self) -> str:
        names = [each.name for each in fields(self) if each.init and each.name not in ("batch_idx", "rows")]
        said = {name: getattr(self, name) for name in names if name != "layers"}
        return described(type(self).__name__, {**said, "rows": self._rows, "layers": self.layers})


@dataclass(frozen=True, eq=False, repr=False)
class BlockAttention(_Edges):
    """Closes keys to queries in the attention mask (``hook_mask``), so that the other keys share all of the attention.

    The attention knockout of Geva et al., "Dissecting Recall of Factual Associations in Auto-Regressive Language
    Models" (2023). A query to which no key is left attends to nothing. `ZeroAttention` leaves the other weights alone.

    Args:
        indices_list: Pairs of a query and a key, as in Spectra: single edges, in place of ``from_`` and ``to``.
        batch_idx: Spectra's word for rows.
        from_: Positions of queries: an index, a slice, a list, a mask, or a token layout's selection; None means the
            tokens, which is all positions but padding.
        to: Positions of keys; None means the tokens. A selection of ``model.key_layout(inputs)`` means image features,
            and ``hooks`` goes to the layers of cross-attention. Numbers and slices count the columns of the batch, and
            padding raises; a selection means the same tokens wherever a row is padded. Both count from the start of the
            sequence, so under ``generate`` they go on meaning the same tokens, also as keys of later steps; negative
            ones count from the end of each pass.
        rows: Rows of the batch (under ``generate`` with beams or samples: of the prompt); None means all.
        heads: Heads; None means all.
        layers: Layers for ``hooks``; None means all.

    Raises:
        InputError: When it is made, for edges that are not said or said twice; when it runs, at another hook point, or
            for positions, rows or heads that are not there.
    """

    point: ClassVar[str] = "hook_mask"

    def _filling(self, activation: Tensor) -> float:
        return torch.finfo(activation.dtype).min


@dataclass(frozen=True, eq=False, repr=False)
class ZeroAttention(_Edges):
    """Sets attention weights to zero after the softmax (``hook_pattern``); the others stay, and sum to less than 1.

    Arguments and errors are those of `BlockAttention`. Also for patterns of the vision encoder, whose positions are
    patches.
    """

    point: ClassVar[str] = "hook_pattern"

    def _filling(self, activation: Tensor) -> float:
        return 0.0


@dataclass(frozen=True, eq=False, repr=False)
class SetAttentionMask(InLayers):
    """Replaces the attention mask, padding and causality included.

    Args:
        mask: ``[pos key]``, ``[head pos key]`` or ``[batch head pos key]``, with 1 or all rows and 1 or all heads, for
            the whole sequence. Boolean: True where attention is allowed. Floats are added to the scores: 0 is open, the
            dtype's minimum or minus infinity closed. Under ``generate`` it holds for the positions that it covers;
            later ones keep the mask that they have.
        rows: Rows of the batch (of the prompt); None means all.
        layers: Layers for ``hooks``; None means all.

    Raises:
        InputError: When it is made, for integers, or for floats that are zeros and ones; when it runs, at another hook
            point, or for a mask that does not fit.
    """

    mask: Tensor
    _: KW_ONLY
    rows: Indices | None = None
    point: ClassVar[str] = "hook_mask"

    def __post_init__(self) -> None:
        mask = self.mask
        if mask.ndim not in (2, 3, 4):
            raise InputError(f"A mask is [pos key], [head pos key] or [batch head pos key], got {list(mask.shape)}.")
        zeros_and_ones = bool(mask.any() and mask.eq(mask.bool()).all())
        if mask.dtype != torch.bool and (not mask.is_floating_point() or zeros_and_ones or mask.isnan().any()):
            raise InputError(
                f"A mask is boolean (True: allowed) or holds floats that are added to the scores (0: allowed, the "
                f"dtype's minimum: not); got {str(mask.dtype).removeprefix('torch.')} with values that are neither."
            )

    def __call__(self, activation: Tensor, hook: HookPoint) -> Tensor | None:
        """Returns the mask with the given one where that reaches, or None where the pass comes to none of it."""
        self._check_point(hook)
        queries, keys = query_span(activation, hook), key_span(activation, hook)
        given = self._covering(queries, keys, hook)
        n_queries = min(given.shape[2] - queries.first, queries.length)
        n_keys = min(given.shape[3] - keys.first, keys.length)
        if n_queries <= 0 or n_keys <= 0:
            return None
        given = given[:, :, queries.first :, keys.first :][:, :, :n_queries, :n_keys].to(activation.device)
        rows = torch.zeros(queries.n_prompt_rows, dtype=torch.bool)
        rows[indices("row", self.rows, len(rows))] = True
        rows = rows.repeat_interleave(queries.n_rows // len(rows)).to(activation.device)
        result = with_heads(activation, hook) if given.shape[1] > 1 else activation.clone()
        part = result[rows, :, :n_queries, :n_keys]
        chosen = given if len(given) == 1 else given[rows]
        result[rows, :, :n_queries, :n_keys] = _additive(chosen, like=activation).expand_as(part)
        return result

    def _covering(self, queries: Span, keys: Span, hook: HookPoint) -> Tensor:
        """The mask as ``[batch head pos key]``, of 1 or all rows of the batch, from position 0 on."""
        given = self.mask[(None,) * (4 - self.mask.ndim)]
        n_rows, n_heads, n_pos, n_keys = given.shape
        own_keys = hook.axes[-1] == "key"
        fits = [(n_pos, queries)] + [(n_keys, queries)] * own_keys
        enough = all(n >= span.n_whole if span.n_prompt is not None else n == span.end for n, span in fits)
        enough = enough and (own_keys or n_keys == keys.length)
        if n_rows not in (1, queries.n_prompt_rows) or n_heads not in (1, hook.n_mask_heads) or not enough:
            raise InputError(
                f"A mask of shape {list(self.mask.shape)} does not fit {hook.name}: {queries.n_prompt_rows} rows, "
                f"{hook.n_mask_heads} heads, {queries.n_whole} positions, {keys.n_whole} keys. It is [pos key], "
                "[head pos key] or "
                "[batch head pos key], with 1 or all rows and 1 or all heads."
            )
        return given if n_rows == 1 else given.repeat_interleave(queries.n_rows // n_rows, dim=0)

    def __repr__(self) -> str:
        return described("SetAttentionMask", {"mask": self.mask, "rows": self.rows, "layers": self.layers})


def _additive(mask: Tensor, *, like: Tensor) -> Tensor:
    """A mask as floats of the activation's dtype, closed where it was closed in its own."""
    floats = torch.zeros_like(mask, dtype=like.dtype) if mask.dtype == torch.bool else mask.to(like.dtype)
    return floats.masked_fill(is_closed(mask), torch.finfo(like.dtype).min)
