"""How good a dictionary is, over a table of examples: what it leaves out, and what that costs the model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from vlm_lens_native.analysis.lens.unembedding import CHUNK_BYTES, chunks
from vlm_lens_native.dictionaries.evaluation_result import CONDITIONS, KINDS, TARGETS, DictionaryEvaluation
from vlm_lens_native.dictionaries.reading import passed, selections_of
from vlm_lens_native.encoded import DecoderInput
from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments.batching import Batch, Batches
from vlm_lens_native.experiments.examples import Examples, Table
from vlm_lens_native.experiments.hooking import Hooks
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.inputs.selection import Selection
from vlm_lens_native.inputs.table import PAD, TEXT
from vlm_lens_native.inputs.words import find_word
from vlm_lens_native.interventions import MeanAblation, ZeroAblation
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.splice import Dictionaries, Splice, decoded, only_splice
from vlm_lens_native.stopping import Stoppable


def evaluate(
    model: HookedVLMTransformer,
    examples: Table,
    sae: Dictionaries,
    *,
    hooks: Hooks = None,
    batch_size: int | None = None,
) -> DictionaryEvaluation:
    """Loss recovered, L0, the fraction of variance unexplained and dead features, over all, image and text tokens.

    Examples run twice: once up to the dictionary, for what it makes of the activations; then the decoder with the
    dictionary in the activation's place (without its error term), with zeros there and with the mean there; each at all
    tokens, at the image tokens alone and at the text tokens alone. Padding takes part in nothing. In memory are one
    batch (see `batching.Batches`) and numbers for each feature.

    Loss is the cross-entropy of text tokens that follow in the prompt, and of the example's answer after the prompt: of
    all its spellings together (``"five"``, ``" Five"``, ``"5"``, `find_word`), whose probabilities are added.

    In front of the decoder, patches are image tokens, a class token among them, and there is no text: what is of text
    tokens alone is NaN, and losses with the dictionary at none of them are the model's own.
    Stopped by Ctrl-C, it returns what it has, with NaN for losses that were not measured.

    Args:
        model: The model; it must not have the dictionary spliced in.
        examples: The table, or its rows. Those with an answer (a single word) also have its loss.
        sae: A dictionary: itself, or ``{name: it}``, as for ``model.saes``.
        hooks: What acts meanwhile, as for `experiments.evaluate`.
        batch_size: Examples at a time; None goes by the memory.

    Raises:
        InputError: No examples, none with an image where the dictionary is in front of the decoder, or an answer that
            is not a single token.
    """
    splice, table = only_splice(model, sae), Examples.of(examples)
    batches = Batches(
        model=model, examples=table, hooks=hooks, batch_size=batch_size, kept=[splice.reads, splice.writes]
    )
    seen = _Seen()
    losses = torch.zeros(len(KINDS), len(CONDITIONS), len(TARGETS), dtype=torch.float64)
    counts = torch.zeros(len(TARGETS), dtype=torch.float64)
    n_measured = 0
    with Stoppable("Dictionary", 2 * len(table)) as work, torch.no_grad():
        for batch in batches():
            _read(model, splice, batch, seen)
            work.done(len(batch.numbers))
        if not seen.sums:
            raise InputError(f"None of the examples comes to {splice.writes}: have they images?")
        ran = _Conditions(model, splice, seen)
        for batch in batches():
            sums, n = ran(batch)
            losses, counts, n_measured = losses + sums, counts + n, n_measured + len(batch.numbers)
            work.done(len(batch.numbers))
    return DictionaryEvaluation(
        place=splice.writes,
        **seen.result(),
        losses=losses / counts,
        n_targets=counts.long(),
        n_examples=n_measured,
        n_asked=len(table),
    )


class _Seen:
    """What was read where the dictionary is: sums by kind of token."""

    def __init__(self) -> None:
        self.sums: dict[str, Tensor] = {}
        self.shape: tuple[int, ...] = ()

    def add(self, kinds: Bool[Tensor, "kind token"], acts: Tensor, y: Tensor, left_out: Tensor) -> None:
        """Takes in tokens: features ``[token feature]``, activations and what is left out of them ``[token ...]``."""
        self.shape = tuple(y.shape[1:])
        marks, y, left_out = kinds.double().to(y.device), y.double().flatten(1), left_out.double().flatten(1)
        active = (acts != 0).double().flatten(1).to(y.device)
        new = {
            "n": marks.sum(1),
            "active": marks @ active,
            "sum": marks @ y,
            "square": marks @ y.square().sum(1),
            "left out": marks @ left_out.square().sum(1),
        }
        self.sums = {name: self.sums.get(name, 0) + each.cpu() for name, each in new.items()}

    @property
    def means(self) -> Float[Tensor, "kind width"]:
        """The mean activation of each kind of token."""
        return self.sums["sum"] / self.sums["n"][:, None]

    def result(self) -> dict[str, Tensor]:
        """What it comes to."""
        n, spread = self.sums["n"], self.sums["square"] - self.sums["n"] * self.means.square().sum(1)
        return {
            "n_tokens": n.long(),
            "l0": self.sums["active"].sum(1) / n,
            "fvu": self.sums["left out"] / spread,
            "n_active": self.sums["active"].long(),
        }


def _read(model: HookedVLMTransformer, splice: Splice, batch: Batch, seen: _Seen) -> None:
    """What the dictionary makes of a batch's tokens."""
    read = passed(model, splice, batch)
    if read is None:
        return
    kinds = torch.stack(list(read.kinds.values()))
    x, y = read.at(kinds[0])
    acts = splice.sae.encode(x)
    seen.add(kinds[:, kinds[0]], acts, y, y.to(acts) - decoded(splice.sae, acts, x))


@dataclass
class _Conditions:
    """Losses with the dictionary, and with ablations, in the activation's place."""

    model: HookedVLMTransformer
    splice: Splice
    seen: _Seen

    def __call__(self, batch: Batch) -> tuple[Float[Tensor, "kind condition target"], Float[Tensor, " target"]]:
        """Sums of losses, and over how many targets they are."""
        layout = self.model.token_layout(batch.inputs)
        visual = self.model.hook_dict[self.splice.writes].is_visual
        with self.model.hooks(batch.hooks):
            encoded = self.model.encode(batch.inputs)
            targets = _Targets(self.model, batch, layout)
            plain = targets.losses(encoded)

            def within(change: AbstractContextManager[Any] | None) -> Tensor:
                if change is None:
                    return plain
                with change:
                    return targets.losses(self.model.encode(batch.inputs) if visual else encoded)

            places = selections_of(layout)
            if visual:  # patches are image tokens
                places |= {"all": places["image"], "text": places["image"] - places["image"]}
            found = [
                torch.stack([plain, *map(within, self._changes(nth, where, None if visual else where))])
                for nth, where in enumerate(places.values())
            ]
        return torch.stack(found), targets.counts

    def _changes(
        self, kind: int, tokens: Selection, where: Selection | None
    ) -> Iterator[AbstractContextManager[Any] | None]:
        """The dictionary, zeros, and the mean, at tokens of a kind; None where the batch has none of them."""
        model, splice, name = self.model, self.splice, self.splice.writes
        if not tokens.mask.any():
            yield from [None] * (len(CONDITIONS) - 1)
            return
        yield model.saes({(splice.reads, name): splice.sae}, positions=where, use_error_term=False)
        yield model.hooks([(name, ZeroAblation(positions=where))])
        mean = self.seen.means[kind].view(self.seen.shape).to(model.dtype)
        yield model.hooks([(name, MeanAblation(mean, positions=where))])


class _Targets:
    """The tokens whose loss is measured."""

    def __init__(self, model: HookedVLMTransformer, batch: Batch, layout: TokenLayout) -> None:
        self._model = model
        kind, tokens = torch.as_tensor(layout.table.kind), torch.as_tensor(layout.table.token_id)
        follows = (kind[:, :-1] != PAD) & (kind[:, 1:] == TEXT)
        self._row, self._pos = follows.nonzero(as_tuple=True)
        self._ids = [[each] for each in tokens[self._row, self._pos + 1].tolist()]
        self._of = torch.zeros(len(self._ids), dtype=torch.long)
        last = torch.as_tensor(layout.last.mask).int().argmax(1)
        find: Callable[[Any], Any] = lambda word: find_word(model.tokenizer, word, d_vocab=model.cfg.d_vocab)  # noqa: E731
        answered = [nth for nth, each in enumerate(batch.examples) if each.answer is not None]
        self._row = torch.cat([self._row, torch.tensor(answered, dtype=torch.long)])
        self._pos = torch.cat([self._pos, last[answered]])
        self._ids += [list(find(batch.examples[nth].answer).token_ids) for nth in answered]
        self._of = torch.cat([self._of, torch.ones(len(answered), dtype=torch.long)])
        self.counts = torch.bincount(self._of, minlength=len(TARGETS)).double()

    def losses(self, encoded: DecoderInput) -> Float[Tensor, " target"]:
        """The sums of losses, of following text and of answers; an answer's spellings count together."""
        stream = self._model.lm.run(encoded)
        stream = stream[self._row.to(stream.device), self._pos.to(stream.device)]
        found = []
        for part in chunks(len(stream), self._model.cfg.d_vocab, CHUNK_BYTES):
            logs = self._model.unembed(stream[part][None])[0].float().log_softmax(-1)
            found += [-row[ids].logsumexp(-1) for row, ids in zip(logs, self._ids[part], strict=True)]
        losses = torch.stack(found).double().cpu()
        return torch.zeros(len(TARGETS), dtype=torch.float64).index_add(0, self._of, losses)
