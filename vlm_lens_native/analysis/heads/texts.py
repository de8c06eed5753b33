"""Random text that repeats itself, on which only a head that copies by context can know what comes next."""

from __future__ import annotations

import torch
from jaxtyping import Int
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs import placeholder_ids
from vlm_lens_native.model import HookedVLMTransformer


def repeated_random_text(
    model: HookedVLMTransformer, *, n_rows: int = 4, length: int = 25, seed: int = 0
) -> dict[str, Int[Tensor, "row pos"]]:
    """Rows of random ordinary tokens, all different, each row said twice; after the tokenizer's start token, if any.

    Args:
        model: Its tokenizer says which tokens are ordinary: not special, and not added to the vocabulary. Without one,
            all are but the placeholders of images.
        n_rows: Rows.
        length: Tokens before the repetition.
        seed: Of the draw.

    Raises:
        InputError: The vocabulary has fewer ordinary tokens than are asked for.
    """
    tokenizer = model.tokenizer
    special = set(placeholder_ids(model.hf_config).values())
    n_tokens, start = model.cfg.d_vocab, []
    if tokenizer is not None:
        special |= {*tokenizer.all_special_ids, *tokenizer.get_added_vocab().values()}
        n_tokens = min(n_tokens, len(tokenizer))
        start = [] if tokenizer.bos_token_id is None else [tokenizer.bos_token_id]
    ordinary = torch.tensor([token for token in range(n_tokens) if token not in special])
    if not 0 < length <= len(ordinary) or n_rows < 1:
        raise InputError(f"{n_rows} rows of {length} different tokens: there are {len(ordinary)} ordinary tokens.")
    generator = torch.Generator().manual_seed(seed)
    once = torch.stack([ordinary[torch.randperm(len(ordinary), generator=generator)[:length]] for _ in range(n_rows)])
    ids = torch.cat([torch.tensor(start, dtype=torch.long).expand(n_rows, -1), once, once], dim=1)
    return {"input_ids": ids, "attention_mask": torch.ones_like(ids)}
