"""The attention pattern of a layer whose mask and scores nobody asks for."""

from __future__ import annotations

import torch
from torch import Tensor

from vlm_lens_native.components.mask import is_closed
from vlm_lens_native.shapes import Pattern

_BLOCK = 128  # queries at a time on a CPU; on a GPU, launches of kernels cost more than the masked half of one


def blockwise_pattern(q: Tensor, k: Tensor, mask: Tensor | None, *, scale: float) -> Pattern:
    """``softmax(scale * q k^T + mask)``, on a CPU block by block of queries.

    A block leaves out the keys that none of its queries sees: nearly half of the work, if the mask is causal. Only one
    block's scores exist at a time. Entries are those of ``masked_softmax`` on the whole scores.

    Args:
        q: ``[batch head query d_head]``.
        k: ``[batch head key d_head]``.
        mask: ``[batch 1 query key]``: boolean (True: allowed) or additive; None for purely causal.
        scale: Factor of the scores.
    """
    n_queries, n_keys = q.shape[2], k.shape[2]
    if n_queries <= _BLOCK or q.device.type != "cpu":
        return _block(q, k, mask, slice(0, n_queries), slice(0, n_keys), scale=scale).to(q.dtype)
    pattern = q.new_zeros(*q.shape[:3], n_keys)
    for start in range(0, n_queries, _BLOCK):
        queries = slice(start, min(start + _BLOCK, n_queries))
        keys = slice(0, queries.stop) if mask is None else _seen(mask[:, :, queries])
        pattern[:, :, queries, keys] = _block(q, k, mask, queries, keys, scale=scale)
    return pattern


def _block(q: Tensor, k: Tensor, mask: Tensor | None, queries: slice, keys: slice, *, scale: float) -> Pattern:
    """The pattern of some queries on some keys, in float32."""
    scores = (q[:, :, queries] @ k[:, :, keys].transpose(2, 3)).mul_(scale)
    if mask is None:  # the last queries see the last keys; a single query sees every key of the KV cache
        n_queries, n_keys = scores.shape[2:]
        diagonal = torch.ones(n_queries, n_queries, dtype=torch.bool, device=q.device).triu(1)
        scores[..., n_keys - n_queries :].masked_fill_(diagonal, float("-inf"))
        return torch.softmax(scores, dim=-1, dtype=torch.float32)
    given = mask[:, :, queries, keys]
    closed = is_closed(given)
    if given.dtype != torch.bool:
        scores.add_(given.to(scores.dtype))
    block = torch.softmax(scores.masked_fill_(closed, float("-inf")), dim=-1, dtype=torch.float32)
    # the softmax over nothing is NaN; a query that sees no key attends to nothing
    return block.masked_fill(closed.all(-1, keepdim=True), 0.0)


def _seen(mask: Tensor) -> slice:
    """The span of keys that some query of a block's mask sees."""
    seen = (~is_closed(mask)).flatten(0, 2).any(dim=0).nonzero()
    return slice(int(seen[0]), int(seen[-1]) + 1) if len(seen) else slice(0, 0)
