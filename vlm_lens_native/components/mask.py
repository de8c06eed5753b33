"""Attention masks: HF's own, and the additive form in which hooks see them."""

from __future__ import annotations

import torch
from torch import Tensor
from transformers import Cache, PreTrainedConfig
from transformers.masking_utils import create_causal_mask, create_sliding_window_causal_mask

from ..config import DecoderConfig
from ..shapes import AdditiveMask


def attention_masks(
    cfg: DecoderConfig,
    hf_config: PreTrainedConfig,
    *,
    embeddings: Tensor,
    attention_mask: Tensor | None,
    past: Cache | None,
    text_positions: Tensor | None,
) -> list[Tensor | None]:
    """The mask of each layer, in the form that HF's attention function for ``hf_config`` takes.

    Layers of one kind share one tensor. None means purely causal. The only place that calls HF's mask functions.
    """
    arguments = {
        "config": hf_config,
        "inputs_embeds": embeddings,
        "attention_mask": attention_mask,
        "past_key_values": past,
        "position_ids": text_positions,
    }
    full = create_causal_mask(**arguments) if len(cfg.sliding_layers) < cfg.n_layers else None
    sliding = create_sliding_window_causal_mask(**arguments) if cfg.sliding_layers else None
    return [sliding if layer in cfg.sliding_layers else full for layer in range(cfg.n_layers)]


def additive(mask: Tensor | None, *, n_queries: int, n_keys: int, like: Tensor) -> AdditiveMask:
    """A mask as floats to be added to the scores: 0 where attention is allowed, the dtype's minimum elsewhere.

    Args:
        mask: None (purely causal), boolean (True: allowed) or already additive; ``[batch 1 query key]``.
        n_queries: Positions that the pass computes.
        n_keys: Positions that can be attended to.
        like: The scores' queries; gives batch size, dtype and device.
    """
    if mask is None:
        # Without a mask either all keys belong to the queries' own pass, or a single query sees every key.
        shape = (n_queries, n_keys)
        mask = torch.ones(shape, dtype=torch.bool, device=like.device)
        if n_queries > 1:
            mask = mask.tril()
        mask = mask[None, None].expand(like.shape[0], 1, *shape)
    if mask.dtype != torch.bool:
        return mask.to(like.dtype)
    allowed = torch.zeros((), dtype=like.dtype, device=like.device)
    return torch.where(mask, allowed, torch.finfo(like.dtype).min)


def closed(scores: Tensor) -> Tensor:
    """Replaces scores at the bottom of their dtype's range by minus infinity.

    HF's masks hold the dtype's minimum, a finite number. Once a hook has closed the keys that a query had left, those
    would compare as equals with the ones that were never open, and the softmax would look into the future.
    """
    return scores.masked_fill(scores <= torch.finfo(scores.dtype).min / 2, float("-inf"))


def softmax(scores: Tensor) -> Tensor:
    """Softmax in float32, cast back; a row that is closed throughout gives zeros, not NaN."""
    pattern = torch.softmax(scores, dim=-1, dtype=torch.float32)
    return pattern.masked_fill((scores == float("-inf")).all(-1, keepdim=True), 0.0).to(scores.dtype)
