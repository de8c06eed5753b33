"""How good a dictionary is, over a table of examples: what it leaves out, and what that costs the model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from vlm_lens_native.analysis.lens.unembedding import CHUNK_BYTES, chunks
from vlm_lens_native.dictionaries.evaluation_result import CONDITIONS, KINDS, TARGETS, DictionaryEvaluation
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
from vlm_lens_native.splice import Dictionaries, Splice, decoded, fitted, only_splice
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

    Loss is the cross-entropy of text tokens that follow in the prompt, and of the example's answer after the prompt.
    Stopped by Ctrl-C, it returns what it has, with NaN for losses that were not measured.

    Args:
        model: The model; it must not have the dictionary spliced in.
        examples: The table, or its rows. Those with an answer (a single word) also have its loss.
        sae: A dictionary of the decoder: itself, or ``{name: it}``, as for ``model.saes``.
        hooks: What acts meanwhile, as for `experiments.evaluate`.
        batch_size: Examples at a time; None goes by the memory.

    Raises:
        InputError: A dictionary of the vision encoder, or an answer that is not a single token.
    """
    splice, table = only_splice(model, sae), Examples.of(examples)
    if model.hook_dict[splice.writes].is_visual:
        raise InputError(f"{splice.writes} lies in front of the decoder; evaluation is for dictionaries within it.")
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
    kinds = torch.stack([torch.as_tensor(each.mask) for each in _selections(model.token_layout(batch.inputs)).values()])
    x, y = _passed(model, splice, batch, kinds[0])
    acts = splice.sae.encode(x)
    seen.add(kinds[:, kinds[0]], acts, y, y.to(acts) - decoded(splice.sae, acts, x))


def read_features(
    model: HookedVLMTransformer, splice: Splice, batch: Batch, tokens: Bool[Tensor, "row pos"]
) -> Float[Tensor, "token feature"]:
    """The features of some tokens of a batch, row by row.

    Raises:
        InputError: The dictionary reads heads one by one.
    """
    acts = splice.sae.encode(_passed(model, splice, batch, tokens)[0])
    if acts.ndim != 2:
        raise InputError(f"The dictionary at {splice.reads} reads heads one by one; pages are for all heads together.")
    return acts


def _passed(
    model: HookedVLMTransformer, splice: Splice, batch: Batch, tokens: Bool[Tensor, "row pos"]
) -> tuple[Float[Tensor, "token ..."], Float[Tensor, "token ..."]]:
    """What is read and written at some tokens, from a pass up to the dictionary."""
    layer = model.hook_dict[splice.writes].layer
    stop = 0 if layer is None and splice.writes == "lm.hook_embed" else None if layer is None else layer + 1
    names = list(dict.fromkeys([splice.reads, splice.writes]))
    with model.hooks(batch.hooks), model.caching(names) as cache:
        model.run_with_hooks(batch.inputs, return_type=None, stop_at_layer=stop)
    x, y = (cache[name][tokens.to(cache[name].device)] for name in (splice.reads, splice.writes))
    return fitted(splice.sae, x), y


def _selections(layout: TokenLayout) -> Mapping[str, Selection]:
    """The tokens of each kind; markers, which stand around images, are among all tokens only."""
    return {"all": layout.images | layout.text | layout.markers, "image": layout.images, "text": layout.text}


@dataclass
class _Conditions:
    """Losses with the dictionary, and with ablations, in the activation's place."""

    model: HookedVLMTransformer
    splice: Splice
    seen: _Seen

    def __call__(self, batch: Batch) -> tuple[Float[Tensor, "kind condition target"], Float[Tensor, " target"]]:
        """Sums of losses, and over how many targets they are."""
        layout = self.model.token_layout(batch.inputs)
        with self.model.hooks(batch.hooks):
            encoded = self.model.encode(batch.inputs)
            targets = _Targets(self.model, batch, layout)
            plain = targets.losses(encoded)
            found = [
                torch.stack([plain, *(self._within(targets, encoded, each) for each in self._changes(nth, where))])
                for nth, where in enumerate(_selections(layout).values())
            ]
        return torch.stack(found), targets.counts

    def _within(self, targets: _Targets, encoded: DecoderInput, change: AbstractContextManager[Any]) -> Tensor:
        with change:
            return targets.losses(encoded)

    def _changes(self, kind: int, where: Selection) -> Iterator[AbstractContextManager[Any]]:
        """The dictionary, zeros, and the mean, at tokens of a kind."""
        model, splice, name = self.model, self.splice, self.splice.writes
        if not where.mask.any():
            yield from [nullcontext()] * (len(CONDITIONS) - 1)
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
