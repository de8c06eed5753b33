"""Tokens of an answer: how each is chosen, and what is told about it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.encoded import Inputs
from vlm_lens_native.model import HookedVLMTransformer

COLD = 1e-3  # temperatures below take the most probable token: divided by them, logits leave the numbers that there are
_drawing = threading.Lock()  # HF draws from torch's one generator; answers of two models at once would share it


@dataclass(frozen=True, kw_only=True)
class NextToken:
    """One step of an answer.

    Attributes:
        token: The token that was chosen.
        position: Where it is read: the position whose logits chose it.
        top_ids: The most probable tokens there, best first.
        top_probs: Their probabilities.
        ends: Whether it ends the answer.
    """

    token: int
    position: int
    top_ids: tuple[int, ...]
    top_probs: tuple[float, ...]
    ends: bool

    @classmethod
    def of(cls, token: int, logits: Float[Tensor, " d_vocab"], position: int, *, top_k: int, ends: bool) -> NextToken:
        """A step from the logits that it was chosen by."""
        probs = logits.softmax(-1)
        top = probs.topk(min(top_k, len(probs)))
        return cls(
            token=token,
            position=position,
            top_ids=tuple(top.indices.tolist()),
            top_probs=tuple(top.values.tolist()),
            ends=ends,
        )


def chosen(logits: Float[Tensor, " d_vocab"], temperature: float, generator: torch.Generator) -> int:
    """The most probable token at temperature 0 (or below `COLD`), else one that is drawn."""
    if temperature < COLD:
        return int(logits.argmax())
    return int(torch.multinomial((logits / temperature).softmax(-1), 1, generator=generator))


def by_hf(
    model: HookedVLMTransformer, inputs: Inputs, n_prompt: int, max_new_tokens: int, temperature: float, seed: int
) -> Iterator[tuple[int, Tensor]]:
    """Tokens and their logits by HF's ``generate``, all at once: for prompts whose masks HF makes."""
    how: dict[str, Any] = (
        {"do_sample": True, "temperature": temperature} if temperature >= COLD else {"do_sample": False}
    )
    with _drawing if temperature >= COLD else nullcontext(), torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        out = model.generate(
            inputs, max_new_tokens=max_new_tokens, output_logits=True, return_dict_in_generate=True, **how
        )
    tokens = out.sequences[0, n_prompt:].tolist()
    return iter([(token, logits[0].float().cpu()) for token, logits in zip(tokens, out.logits, strict=True)])


def end_tokens(model: HookedVLMTransformer) -> set[int]:
    """The tokens that end an answer."""
    given = model.hf.generation_config.eos_token_id
    return set() if given is None else {given} if isinstance(given, int) else set(given)
