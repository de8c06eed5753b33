"""The logit lens: what the residual stream says at every layer, read with the model's own norm and unembedding.

Source: nostalgebraist, "interpreting GPT: the logit lens" (2020); over image tokens: Neo et al., "Towards Interpreting
Visual Information Processing in Vision-Language Models" (ICLR 2025).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.analysis._figures import figures
from vlm_lens_native.analysis.stream import StreamLayer, next_block, position_indices, stream_hook, stream_layers
from vlm_lens_native.analysis.words import Word, find_word, token_strings
from vlm_lens_native.errors import InputError
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.shapes import Logits, Residual

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

_CHUNK_BYTES = 2**26  # of float32 logits that exist at one time; a few more tensors of this size are made from them


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class LogitLens:
    """What a logit lens reads at some layers and positions of one prompt.

    Attributes:
        layers: ``"embed"``, or the block that the stream has just left, in the order of the model.
        positions: The positions read.
        top_ids: The most probable tokens, best first.
        top_probs: Their probabilities.
        entropy: Of the whole distribution over the vocabulary, in nats.
        words: The words that were asked for.
        word_probs: Their probabilities, summed over spellings.
        word_ranks: The rank of each word's best spelling; 1 is the most probable token.
        strings: Readable text for each id in `top_ids`.
        layout: Of the inputs.
        batch: Row of the batch that was read.
    """

    layers: tuple[StreamLayer, ...]
    positions: Int[Tensor, " pos"]
    top_ids: Int[Tensor, "layer pos top"]
    top_probs: Float[Tensor, "layer pos top"]
    entropy: Float[Tensor, "layer pos"]
    words: tuple[Word, ...]
    word_probs: Float[Tensor, "layer pos word"]
    word_ranks: Int[Tensor, "layer pos word"]
    strings: Mapping[int, str]
    layout: TokenLayout
    batch: int = 0

    def top_words(self, layer: StreamLayer, *, top: int = 0) -> list[str]:
        """The text of the most probable token (or, with ``top``, a less probable one) at each position."""
        return [self.strings[token] for token in self.top_ids[self._layer(layer), :, top].tolist()]

    def map(self, word: str, layer: StreamLayer, *, image: int = 0) -> Float[np.ndarray, "height width"]:
        """The word's probability, painted on the pixels of the original image; NaN where no token was read.

        Raises:
            InputError: A word or layer that was not read, or an unknown image.
        """
        values = torch.full(self.layout.table.kind.shape, torch.nan)
        values[self.batch, self.positions] = self.word_probs[self._layer(layer), :, self._word(word)].float()
        return self.layout.heatmap(values, image=image, batch=self.batch)

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each layer, position and place among the top tokens (``top`` counts from 1)."""
        import pandas as pd

        layer, position, top = np.indices(self.top_ids.shape)
        ids = self.top_ids.numpy()
        return pd.DataFrame(
            {
                "layer": np.array(self.layers, dtype=object)[layer].ravel(),
                "position": self.positions.numpy()[position].ravel(),
                "top": top.ravel() + 1,
                "token_id": ids.ravel(),
                "token": [self.strings[token] for token in ids.ravel().tolist()],
                "probability": self.top_probs.numpy().ravel(),
                "entropy": self.entropy.numpy()[..., None].repeat(ids.shape[-1], axis=-1).ravel(),
            }
        )

    def words_to_dataframe(self) -> pd.DataFrame:
        """One line for each layer, position and word: its probability and rank."""
        import pandas as pd

        layer, position, word = np.indices(self.word_probs.shape)
        return pd.DataFrame(
            {
                "layer": np.array(self.layers, dtype=object)[layer].ravel(),
                "position": self.positions.numpy()[position].ravel(),
                "word": np.array([each.text for each in self.words], dtype=object)[word].ravel(),
                "probability": self.word_probs.numpy().ravel(),
                "rank": self.word_ranks.numpy().ravel(),
            }
        )

    def plot(self, *, position: int | None = None, top: int = 1) -> Figure:
        """A table of the most probable tokens: layers by positions, or by the ``top`` tokens of one position."""
        if position is None:
            at, columns = self.top_ids[..., 0], [str(each) for each in self.positions.tolist()]
            shades = self.top_probs[..., 0]
        else:
            nth = self.positions.tolist().index(position)
            at, shades = self.top_ids[:, nth, :top], self.top_probs[:, nth, :top]
            columns = [f"#{each + 1}" for each in range(at.shape[1])]
        words = [[self.strings[token] for token in row] for row in at.tolist()]
        return figures().plot_word_table(
            words, shades.numpy(), rows=[str(each) for each in self.layers], columns=columns
        )

    def __repr__(self) -> str:
        words = ", ".join(word.text for word in self.words) or "none"
        return f"LogitLens({len(self.layers)} layers x {len(self.positions)} positions; words: {words})"

    def _layer(self, layer: StreamLayer) -> int:
        if layer not in self.layers:
            raise InputError(f"Layer {layer!r} was not read; this lens has {', '.join(map(str, self.layers))}.")
        return self.layers.index(layer)

    def _word(self, word: str) -> int:
        texts = [each.text for each in self.words]
        if word.strip() not in texts:
            raise InputError(f"{word!r} was not asked for; logit_lens(..., words={[*texts, word]}) reads it too.")
        return texts.index(word.strip())


def lens_logits(model: HookedVLMTransformer, resid: Residual) -> Logits:
    """The residual stream through the final norm and the unembedding: after the last block, the model's own logits."""
    return model.unembed(model.lm.ln_final(resid))


def logit_lens(
    model: HookedVLMTransformer,
    inputs: Mapping[str, Any],
    *,
    layers: Iterable[StreamLayer] | None = None,
    positions: Any = None,
    top_k: int = 10,
    words: Sequence[str | int] = (),
    batch: int = 0,
    chunk_bytes: int = _CHUNK_BYTES,
) -> LogitLens:
    """Reads the residual stream at many layers and positions in one pass.

    Each layer is read as it goes by, a few positions at a time, so that memory does not grow with layers times
    positions times vocabulary. Hooks that are already active have their effect.

    Args:
        model: The model.
        inputs: What ``model.prepare_*`` made, or HF's processor.
        layers: ``"embed"`` (what block 0 receives) and numbers of blocks (the stream after each); None takes all.
        positions: A selection, an index, a slice, a list or a mask; None takes every token of the row.
        top_k: How many tokens to keep at each layer and position.
        words: Words to follow, spelled by single tokens (`find_word`), or token ids.
        batch: The row to read.
        chunk_bytes: Size of the float32 logits that may exist at one time.

    Raises:
        InputError: Layers, positions or words that don't exist.
    """
    layout = model.token_layout(inputs)
    chosen = stream_layers(layers, model.cfg.n_layers)
    every = torch.arange(layout.table.kind.shape[1])[(layout.text | ~layout.text).mask[batch]]
    at = every if positions is None else position_indices(positions, layout, batch=batch)
    followed = tuple(find_word(model.tokenizer, word) for word in words)
    if not 1 <= top_k <= model.cfg.d_vocab or len(at) == 0:
        raise InputError(f"Got top_k={top_k} and {len(at)} positions; expected at least one of each.")
    reader = _Reader(model, at, batch=batch, top_k=top_k, words=followed, chunk_bytes=chunk_bytes)
    hooks = [(stream_hook(layer), reader) for layer in chosen]
    stop = max(1, next_block(chosen[-1]))
    model.run_with_hooks(model.encode(inputs), fwd_hooks=hooks, stop_at_layer=stop)
    read = [torch.stack(values) for values in zip(*reader.rows, strict=True)]
    strings = token_strings(model.tokenizer, read[0].unique().tolist())
    names = ("top_ids", "top_probs", "entropy", "word_probs", "word_ranks")
    return LogitLens(
        layers=chosen,
        positions=at,
        words=followed,
        strings=strings,
        layout=layout,
        batch=batch,
        **dict(zip(names, read, strict=True)),
    )


class _Reader:
    """A hook that reads the stream and keeps one row of results for each layer that goes by."""

    def __init__(
        self,
        model: HookedVLMTransformer,
        positions: Tensor,
        *,
        batch: int,
        top_k: int,
        words: Sequence[Word],
        chunk_bytes: int,
    ) -> None:
        self._model, self._positions, self._batch = model, positions, batch
        self._top_k, self._words = top_k, words
        self._chunk = max(1, chunk_bytes // (4 * model.cfg.d_vocab))
        self.rows: list[list[Tensor]] = []

    @torch.no_grad()
    def __call__(self, resid: Tensor, hook: HookPoint) -> None:
        stream = resid[self._batch, self._positions.to(resid.device)]
        parts = [self._read(lens_logits(self._model, part[None])[0].float()) for part in stream.split(self._chunk)]
        self.rows.append([torch.cat(values).cpu() for values in zip(*parts, strict=True)])

    def _read(self, logits: Float[Tensor, "pos d_vocab"]) -> tuple[Tensor, ...]:
        logprobs = logits.log_softmax(-1)
        top = logprobs.topk(self._top_k)
        probs = logprobs.exp()
        # a probability of exactly 0 has a log-probability of -inf or thereabouts, and adds nothing
        entropy = -(probs * logprobs.clamp_min(torch.finfo(logprobs.dtype).min)).sum(-1)
        word_probs, word_ranks = logits.new_empty(len(logits), 0), logits.new_empty(len(logits), 0, dtype=torch.long)
        if self._words:
            spelled = [list(word.token_ids) for word in self._words]
            word_probs = torch.stack([probs[:, ids].sum(-1) for ids in spelled], dim=-1)
            best = [logits[:, ids].amax(-1, keepdim=True) for ids in spelled]
            word_ranks = torch.stack([(logits > value).sum(-1) + 1 for value in best], dim=-1)
        return top.indices, top.values.exp(), entropy, word_probs, word_ranks
