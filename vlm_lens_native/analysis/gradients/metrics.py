"""Metrics whose gradients are taken: from the last token's logits of each row to a number."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.analysis.runs.metrics import Metric, measured, one_for_each
from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.words import OneWord, find_word
from vlm_lens_native.model import HookedVLMTransformer

Metrics = Metric | Sequence[Metric]


def word_logit(model: HookedVLMTransformer, word: OneWord, *, minus: OneWord | None = None) -> Metric:
    """A metric: the logit of a word, or by how much it exceeds that of another word.

    The logit of a word with several spellings is the log of the sum of their exponentials, so that the difference of
    two words is the log of the ratio of their probabilities.

    Args:
        model: Its tokenizer finds the word's tokens.
        word: A word in any of its spellings, a token id, or a `Word`.
        minus: The other word.

    Raises:
        InputError: No single token spells a word.
    """
    ids = _token_ids(model, word)
    others = None if minus is None else _token_ids(model, minus)

    def logit(logits: Tensor) -> Tensor:
        own = logits[..., ids].logsumexp(-1).mean()
        return own if others is None else own - logits[..., others].logsumexp(-1).mean()

    return logit


def word_probability(model: HookedVLMTransformer, word: OneWord) -> Metric:
    """A metric: the probability of a word, summed over its spellings; arguments as for `word_logit`."""
    ids = _token_ids(model, word)

    def probability(logits: Tensor) -> Tensor:
        return logits.softmax(-1)[..., ids].sum(-1).mean()

    return probability


def _token_ids(model: HookedVLMTransformer, word: OneWord) -> list[int]:
    return list(find_word(model.tokenizer, word, d_vocab=model.cfg.d_vocab).token_ids)


def evaluate(metric: Metrics, logits: Float[Tensor, "batch d_vocab"]) -> Float[Tensor, " batch"]:
    """The metric of each row, as float32; with the graph that it was computed by, if there is one.

    Args:
        metric: One for all rows, or one for each.
        logits: Of each row's last token.

    Raises:
        InputError: As for `one_for_each` and `measured`; or a metric that loses the graph.
    """
    metrics = one_for_each(metric, len(logits), what="rows")
    values = [measured(each, row) for each, row in zip(metrics, logits, strict=True)]
    for value in values:
        if logits.requires_grad and not value.requires_grad:
            raise InputError(
                "The metric is cut off from the logits (by .item(), float(), argmax or detach()), so it has no "
                "gradient. Return a tensor that is computed from the logits by differentiable operations."
            )
    return torch.stack([value.float() for value in values])
