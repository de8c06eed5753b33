"""From residual streams to the numbers that a lens keeps, a few positions at a time."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.analysis.lens.tuned import TunedLens
from vlm_lens_native.analysis.lens.unembedding import chunks, lens_logits
from vlm_lens_native.analysis.stream import StreamLayer
from vlm_lens_native.inputs.words import Word
from vlm_lens_native.model import HookedVLMTransformer


class Reader:
    """Reads streams ``[pos d_model]`` of some layers, and keeps what a lens shows of them.

    Attributes:
        rows: The parts into which the positions are divided.
        done: ``[layer pos]``: True where a stream has been read.
        results: By name, ``[layer pos ...]`` on the CPU; filled as streams are read.
    """

    def __init__(
        self,
        model: HookedVLMTransformer,
        layers: Sequence[StreamLayer],
        n_pos: int,
        *,
        top_k: int,
        words: Sequence[Word],
        tuned: TunedLens | None,
        chunk_bytes: int,
    ) -> None:
        self._model, self._layers, self._top_k, self._tuned = model, list(layers), top_k, tuned
        self._spelled = [list(word.token_ids) for word in words]
        self.rows = chunks(n_pos, model.cfg.d_vocab, chunk_bytes)
        shape = (len(self._layers), n_pos)
        self.done = torch.zeros(shape, dtype=torch.bool)
        self.results = {
            "top_ids": torch.zeros(*shape, top_k, dtype=torch.long),
            "top_probs": torch.zeros(*shape, top_k),
            "entropy": torch.zeros(shape),
            "kl": torch.zeros(shape),
            "word_probs": torch.zeros(*shape, len(self._spelled)),
            "word_ranks": torch.zeros(*shape, len(self._spelled), dtype=torch.long),
        }

    def final(self, last: Float[Tensor, "pos d_model"], rows: slice) -> Float[Tensor, "row d_vocab"]:
        """Log-probabilities of the model itself, from the stream after the last block."""
        return _finite(self._logits(last[rows]).log_softmax(-1))

    def read(
        self,
        layer: StreamLayer,
        resid: Float[Tensor, "pos d_model"],
        rows: slice,
        final: Float[Tensor, "row d_vocab"],
    ) -> None:
        """Reads some rows of a layer's stream."""
        stream = resid[rows] if self._tuned is None else self._tuned.translate(resid[rows], layer)
        nth = self._layers.index(layer)
        for name, values in self._numbers(self._logits(stream), final).items():
            self.results[name][nth, rows] = values.cpu()
        self.done[nth, rows] = True

    def _logits(self, resid: Float[Tensor, "row d_model"]) -> Float[Tensor, "row d_vocab"]:
        return lens_logits(self._model, resid[None])[0].float()

    def _numbers(
        self, logits: Float[Tensor, "row d_vocab"], final: Float[Tensor, "row d_vocab"]
    ) -> dict[str, Float[Tensor, "row ..."] | Int[Tensor, "row ..."]]:
        top_ids = logits.topk(self._top_k).indices
        best = [logits[:, ids].amax(-1, keepdim=True) for ids in self._spelled]
        ranks = [(logits > value).sum(-1) + 1 for value in best]
        logprobs = _finite(logits.log_softmax(-1))
        word_probs = [logprobs[:, ids].exp().sum(-1) for ids in self._spelled]
        top_probs = logprobs.gather(-1, top_ids).exp()
        return {
            "top_ids": top_ids,
            "top_probs": top_probs,
            "kl": (final - logprobs).mul_(final.exp()).sum(-1),  # in place, as these tensors are large
            "entropy": -logprobs.exp().mul_(logprobs).sum(-1),
            "word_probs": _columns(word_probs, like=top_probs),
            "word_ranks": _columns(ranks, like=top_ids),
        }


def _finite(logprobs: Tensor) -> Tensor:
    """In place: a log-probability of -inf becomes finite, so that times its probability, 0, it adds nothing."""
    return logprobs.clamp_(min=torch.finfo(logprobs.dtype).min)


def _columns(values: Sequence[Tensor], *, like: Tensor) -> Tensor:
    return torch.stack(list(values), dim=-1) if values else like.new_empty(len(like), 0)
