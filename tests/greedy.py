"""Greedy generation written by hand: a whole pass, without a KV cache, for each new token."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor

from vlm_lens_native import HookedVLMTransformer

SPECIAL = [100, 101, 102, 103]  # a generated image token would have no image


def greedy(n_tokens: int) -> dict[str, Any]:
    """Arguments with which ``generate`` does the same."""
    return {"max_new_tokens": n_tokens, "do_sample": False, "eos_token_id": None, "suppress_tokens": SPECIAL}


def by_whole_passes(
    model: HookedVLMTransformer, inputs: dict[str, Tensor], hooks: Sequence[Any], n_tokens: int
) -> Tensor:
    """Prompt and new tokens, with hooks that see the whole sequence at each step."""
    grown = dict(inputs)
    for _ in range(n_tokens):
        positions = grown["attention_mask"].cumsum(1) - 1
        extra = {} if model.cfg.rotary.n_axes == 3 else {"position_ids": positions.clamp(min=0)}
        logits = model.run_with_hooks(grown, hooks, **extra)[:, -1:]
        logits[..., SPECIAL] = float("-inf")
        new = logits.argmax(-1)
        grown["input_ids"] = torch.cat([grown["input_ids"], new], dim=1)
        for key, value in (("attention_mask", 1), ("mm_token_type_ids", 0)):
            if key in grown:
                grown[key] = torch.cat([grown[key], torch.full_like(new, value)], dim=1)
    return grown["input_ids"]
