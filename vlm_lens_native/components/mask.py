"""Attention masks: HF's own, and the additive form in which hooks see them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor
from transformers import Cache, PreTrainedConfig
from transformers.masking_utils import (
    create_causal_mask,
    create_chunked_causal_mask,
    create_recurrent_attention_mask,
    create_sliding_window_causal_mask,
)

from vlm_lens_native._transformers import KV_CACHE
from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.shapes import AdditiveMask
from vlm_lens_native.span import is_closed


def attention_masks(
    cfg: DecoderConfig,
    hf_config: PreTrainedConfig,
    *,
    embeddings: Tensor,
    attention_mask: Tensor | Mapping[str, Tensor | None] | None,
    past: Cache | None,
    text_positions: Tensor | None,
) -> list[Tensor | None]:
    """The mask of each layer, in the form that HF's attention function for ``hf_config`` takes.

    Layers of one kind share one tensor. None leaves it to the kernel: purely causal, or open where ``cfg.causal`` is
    False. The only place that calls HF's mask functions.
    HF calls them itself where the KV cache is static, and in wrappers whose images are not masked causally, and hands
    over a mask for each kind of layer. That of a recurrence is ``[batch pos]``, 0 at padding.
    """
    kinds = [_kind(cfg, layer) for layer in range(cfg.n_layers)]
    given = attention_mask if isinstance(attention_mask, Mapping) else {}
    arguments = {
        "config": hf_config,
        "inputs_embeds": embeddings,
        "attention_mask": None if isinstance(attention_mask, Mapping) else attention_mask,
        KV_CACHE: past,
        "position_ids": text_positions,
    }
    masks: dict[str, Tensor | None] = {}
    for layer, kind in enumerate(kinds):
        if kind in masks:
            continue
        mask = given.get(kind)
        if mask is None:  # purely causal, which in a pass behind others needs a mask all the same
            masks[kind] = _MAKERS[kind](**arguments)
        else:
            masks[kind] = _cached_keys(mask, past, layer)
    return [masks[kind] for kind in kinds]


def all_see_all(cfg: DecoderConfig, hf_config: PreTrainedConfig, **given: Any) -> bool:
    """Whether a pass over whole sequences has no mask, nor a kernel that closes anything.

    Args:
        cfg: The decoder's.
        hf_config: HF's.
        given: As for `attention_masks`.
    """
    return not cfg.causal and any(mask is None for mask in attention_masks(cfg, hf_config, **given))


def _recurrence_mask(**arguments: Any) -> Tensor | None:
    """HF's; and at a first position that runs alone, which HF never takes for padding, what is known of it."""
    mask, past, embeddings = arguments["attention_mask"], arguments[KV_CACHE], arguments["inputs_embeds"]
    begins = past is None or not past.get_seq_length()
    if begins and embeddings.shape[1] == 1 and mask is not None and mask.ndim == 2:
        return mask[:, -1:]
    return create_recurrent_attention_mask(**arguments)


_MAKERS = {
    "full_attention": create_causal_mask,
    "sliding_attention": create_sliding_window_causal_mask,
    "chunked_attention": create_chunked_causal_mask,
    "linear_attention": _recurrence_mask,
    "conv": _recurrence_mask,
    "cross_attention": lambda **_: None,  # theirs comes with the image features
}


def _kind(cfg: DecoderConfig, layer: int) -> str:
    if not cfg.has_attention(layer):
        return {"conv": "conv", "cross_attn": "cross_attention"}.get(cfg.mixer_of(layer), "linear_attention")
    if layer in cfg.chunked_layers:
        return "chunked_attention"
    return "sliding_attention" if layer in cfg.sliding_layers else "full_attention"


def _cached_keys(mask: Tensor, past: Cache | None, layer: int) -> Tensor:
    """A mask over the whole sequence, at the keys that the KV cache of a layer still has."""
    if past is None or mask.ndim == 2:
        return mask
    n_keys, first = past.get_mask_sizes(mask.shape[2], layer)
    return mask if mask.shape[3] == n_keys else mask[..., first : first + n_keys]


def additive(
    mask: Tensor | None, *, n_queries: int, n_keys: int, like: Tensor, rows: Tensor | None = None
) -> AdditiveMask:
    """A mask as floats to be added to the scores: 0 where attention is allowed, the dtype's minimum elsewhere.

    Args:
        mask: None (purely causal), boolean (True: allowed) or already additive; ``[batch 1 query key]``.
        n_queries: Positions that the pass computes.
        n_keys: Positions that can be attended to.
        like: The scores' queries; gives batch size, dtype and device.
        rows: Only these queries, ``[row]``; None for all.
    """
    if mask is not None and rows is not None:
        mask = mask[:, :, rows.to(mask.device)]
    elif mask is None:
        # Without a mask either all keys belong to the queries' own pass, or a single query sees every key.
        queries = torch.arange(n_queries, device=like.device) if rows is None else rows.to(like.device)
        first_unseen = queries + 1 if n_queries > 1 else queries + n_keys
        mask = torch.arange(n_keys, device=like.device) < first_unseen[:, None]
        mask = mask[None, None].expand(like.shape[0], 1, *mask.shape)
    if mask.dtype != torch.bool:
        return mask.to(like.dtype)
    allowed = torch.zeros((), dtype=like.dtype, device=like.device)
    return torch.where(mask, allowed, torch.finfo(like.dtype).min)


def masked_softmax(scores: Tensor, *, blind: Tensor | None = None) -> Tensor:
    """Softmax in float32, cast back, in which closed keys get exactly nothing.

    HF's masks hold the dtype's minimum, a finite number. Once a hook has closed the keys that a query had left, those
    would tie with the ones that were never open, and the softmax would look into the future: so everything at the
    bottom of the dtype's range counts as closed. A query that sees no key attends to nothing, as in the fused kernel.

    Args:
        scores: ``[batch head query key]``, mask included.
        blind: ``[batch 1 query 1]``: queries that see no key by HF's own mask (padding), which HF's eager attention
            gives equal weights on all keys; those for which a hook opened keys see these.
    """
    closed = is_closed(scores)
    pattern = torch.softmax(scores.masked_fill(closed, float("-inf")), dim=-1, dtype=torch.float32)
    sees_nothing = closed.all(-1, keepdim=True)
    if sees_nothing.any():  # seldom, and each of these copies the pattern
        pattern = pattern.masked_fill(sees_nothing, 0.0)
        if blind is not None:
            pattern = pattern.masked_fill(blind & sees_nothing, 1 / scores.shape[-1])
    return pattern.to(scores.dtype)


def unseeing(mask: AdditiveMask) -> Tensor:
    """``[batch 1 query 1]``: the queries to which a mask leaves no key."""
    return is_closed(mask).all(-1, keepdim=True)
