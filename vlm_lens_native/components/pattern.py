"""The attention pattern of a layer whose mask and scores nobody asks for."""

from __future__ import annotations

import torch
from torch import Tensor

from ..shapes import Pattern

_BLOCK = 128  # queries at a time


def blockwise_pattern(q: Tensor, k: Tensor, mask: Tensor | None, *, scale: float) -> Pattern:
    """``softmax(scale * q k^T + mask)``, block by block of queries, leaving out the keys that no query of a block sees.

    For a causal mask that is nearly half of the work, and only one block's scores exist at a time. Entries are those of
    ``masked_softmax`` on the whole scores.

    Args:
        q: ``[batch head query d_head]``.
        k: ``[batch head key d_head]``.
        mask: ``[batch 1 query key]``: boolean (True: allowed) or additive; None for purely causal.
        scale: Factor of the scores.
    """
    n_queries, n_keys = q.shape[2], k.shape[2]
    pattern = q.new_zeros(*q.shape[:3], n_keys)
    for start in range(0, n_queries, _BLOCK):
        queries = slice(start, min(start + _BLOCK, n_queries))
        keys, closed = _closed(mask, queries, n_queries, n_keys, q.device)
        scores = (q[:, :, queries] @ k[:, :, keys].transpose(2, 3)).mul_(scale)
        if mask is not None and mask.dtype != torch.bool:
            scores.add_(mask[:, :, queries, keys].to(scores.dtype))
        scores[..., scores.shape[-1] - closed.shape[-1] :].masked_fill_(closed, float("-inf"))
        block = torch.softmax(scores, dim=-1, dtype=torch.float32)
        # the softmax over nothing is NaN; a query that sees no key attends to nothing
        pattern[:, :, queries, keys] = block if mask is None else block.masked_fill(closed.all(-1, keepdim=True), 0.0)
    return pattern


def _closed(
    mask: Tensor | None, queries: slice, n_queries: int, n_keys: int, device: torch.device
) -> tuple[slice, Tensor]:
    """The span of keys that some query of a block sees, and which of its last keys are closed, ``[... query key]``."""
    if mask is None:
        first = 0 if n_queries > 1 else n_keys - 1  # a single query sees every key of the KV cache
        n_block = queries.stop - queries.start
        diagonal = torch.ones(n_block, n_block, dtype=torch.bool, device=device).triu(1)
        return slice(0, first + queries.stop), diagonal  # keys before the block's own are open to all of its queries
    given = mask[:, :, queries]
    closed = ~given if given.dtype == torch.bool else given <= torch.finfo(given.dtype).min / 2
    seen = (~closed).flatten(0, 2).any(dim=0).nonzero()
    keys = slice(int(seen[0]), int(seen[-1]) + 1) if len(seen) else slice(0, 0)
    return keys, closed[..., keys]
