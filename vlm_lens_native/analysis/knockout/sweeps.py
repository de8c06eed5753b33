"""Attention knockout, window by window and flow by flow.

Source: Geva et al., "Dissecting Recall of Factual Associations in Auto-Regressive Language Models" (2023), section 4;
between images and text, Zhang et al., "Cross-modal Information Flow in Multimodal Large Language Models" (2025).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from vlm_lens_native.analysis.knockout.flows import Flow, Flows, Windows, flow_in, flow_names, layer_windows
from vlm_lens_native.analysis.knockout.knockout_result import KnockoutSweep
from vlm_lens_native.analysis.runs.batches import batches
from vlm_lens_native.analysis.runs.clean import CleanRun, Encoder, edits_are_active, resume, unembedded
from vlm_lens_native.analysis.runs.groups import Group
from vlm_lens_native.analysis.runs.memory import rows_that_fit
from vlm_lens_native.encoded import DecoderInput, Inputs
from vlm_lens_native.errors import InputError
from vlm_lens_native.hook_names import stream_before
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.indices import is_one, listed
from vlm_lens_native.inputs import Selection, TokenLayout
from vlm_lens_native.inputs.words import OneWord, Word, find_word
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.stopping import Stoppable


def sweep(
    model: HookedVLMTransformer,
    inputs: Inputs | Sequence[Inputs],
    *,
    flows: Flows | None = None,
    windows: Windows = 1,
    answers: OneWord | Iterable[OneWord] | None = None,
    batch_size: int | None = None,
) -> KnockoutSweep:
    """Closes keys to queries in a few layers at a time, and follows the answer.

    A flow names its groups as information moves: ``("image", "last")`` closes image tokens to the last token as a
    query. What is closed gets no attention, and the rest of the query's attention is renormalised.

    Where image features are keys of cross-attention, ``"image"`` means these, as do selections of ``model.key_layout``:
    they are closed in the window's layers of cross-attention, and positions in those of self-attention. A window that
    has no layer of the kind leaves the run as it is.

    The numbers are those of a whole pass with ``interventions.BlockAttention``, up to rounding; but images are encoded
    once, and a run goes on from the clean one: from the first layer of its window, and from its first query on. Hooks
    on the decoder that are active already act in every run, which then is a whole pass of its own.

    Stopped by Ctrl-C, it returns what it has, with NaN for the rest.

    Args:
        model: The model.
        inputs: Inputs of one or more rows, or several such; each row is an input of its own.
        flows: Pairs of groups (from, to), by name or as pairs of names of groups; see
            `runs.groups.group_positions`. None takes image to question, question to last, and image to last.
        windows: How many layers around each layer, or the windows themselves; see `flows.layer_windows`.
        answers: The answer to follow, for all rows or for each: a word with all its spellings, a token id, or a
            `Word`. None takes the model's own next token.
        batch_size: Runs at a time; None goes by the memory.

    Raises:
        InputError: A group or layer that does not exist, a flow that no attention carries, another number of answers
            than rows.
    """
    named = flow_names(flows)
    layers = _windows(model, named, windows)
    rows = _rows(model, inputs, named)
    words = _words(model, answers, len(rows))
    shape = (len(rows), len(layers), len(named))
    found = torch.full((2, *shape), torch.nan)
    top_ids = torch.full(shape, -1)
    clean = torch.full((2, len(rows)), torch.nan)
    clean_ids = torch.full((len(rows),), -1)
    runs = _Sweep(model=model, windows=layers, whole_passes=edits_are_active(model), batch_size=batch_size)
    with torch.no_grad(), Stoppable("Knockout", top_ids.numel(), unit="run") as work:
        encoder = Encoder(model, [row.inputs for row in rows])
        for nth, row in enumerate(rows):
            run = runs.clean(encoder, row)
            clean_ids[nth] = int(run.logits[-1].argmax())
            word = words[nth] = words[nth] or find_word(model.tokenizer, int(clean_ids[nth]))
            clean[:, nth] = _followed(run.logits[-1], word)
            for cell, logits in runs.closed(run, row):
                found[:, nth, *cell] = _followed(logits, word)
                top_ids[nth, *cell] = int(logits.argmax())
                work.done()
    return KnockoutSweep(
        windows=layers,
        flows=tuple(named),
        answers=tuple(word or Word(text="not run", token_ids=()) for word in words),
        probabilities=found[0],
        logits=found[1],
        top_ids=top_ids,
        clean_probabilities=clean[0],
        clean_logits=clean[1],
        clean_top_ids=clean_ids,
    )


def _from_images(model: HookedVLMTransformer, source: Group) -> bool:
    """Whether a flow comes from image features that cross-attention reads."""
    if isinstance(source, Selection):
        return source.axis == "image_key"
    return isinstance(source, str) and source == "image" and model.cfg.cross is not None


def _windows(
    model: HookedVLMTransformer, flows: Mapping[str, tuple[Group, Group]], windows: Windows
) -> tuple[tuple[int, ...], ...]:
    """The layers of each window, among those in which some flow has edges.

    Raises:
        InputError: One in which none has.
    """
    cfg = model.cfg
    from_images = [_from_images(model, source) for source, _ in flows.values()]
    attending = {*(cfg.with_image_keys(None) if any(from_images) else ())}
    attending |= {*(cfg.attention_layers if not all(from_images) else ())}
    found = layer_windows(windows, cfg.n_layers, sorted(attending))
    if others := {layer for window in found for layer in window} - attending:
        (cfg.with_image_keys if all(from_images) else cfg.with_patterns)(others)
    return found


def _words(model: HookedVLMTransformer, answers: OneWord | Iterable[OneWord] | None, n_rows: int) -> list[Word | None]:
    """The answer to follow in each row; None for the model's own.

    Raises:
        InputError: Another number of answers than rows, or one that is no token.
    """
    given: list[Any] = [answers] * n_rows if is_one(answers) else listed(answers)
    if len(given) != n_rows:
        raise InputError(f"Got {len(given)} answers for {n_rows} rows; give one, or one for each.")
    d_vocab = model.cfg.d_vocab
    return [None if each is None else find_word(model.tokenizer, each, d_vocab=d_vocab) for each in given]


def _followed(logits: Tensor, word: Word) -> Tensor:
    """A word's probability, summed over its tokens, and the best of their logits."""
    ids = list(word.token_ids)
    return torch.stack([logits.softmax(-1)[ids].sum(), logits[ids].max()]).cpu()


@dataclass(frozen=True, kw_only=True, eq=False)
class _Row:
    """One row of some inputs, the flows in it, and its last position."""

    inputs: Inputs
    row: int
    flows: Sequence[Flow]
    last: Tensor


def _rows(
    model: HookedVLMTransformer, inputs: Inputs | Sequence[Inputs], flows: Mapping[str, tuple[Any, Any]]
) -> list[_Row]:
    found = []
    for each in [inputs] if isinstance(inputs, Mapping | DecoderInput) else inputs:
        layout: TokenLayout = model.token_layout(each)
        meant = dict(flows)
        for name, (source, queries) in flows.items():
            if _from_images(model, source) and not isinstance(source, Selection):
                meant[name] = (model.key_layout(each).images, queries)
        for row in range(len(layout.placed)):
            found.append(
                _Row(
                    inputs=each,
                    row=row,
                    flows=[flow_in(name, groups, layout, row=row) for name, groups in meant.items()],
                    last=layout.last.indices(row),
                )
            )
    if not found:
        raise InputError("Knockout needs inputs, got none.")
    return found


@dataclass(frozen=True, kw_only=True, eq=False)
class _Knockout:
    """One run: where its result goes, the layers of its window, and what is closed there."""

    cell: tuple[int, int]
    window: tuple[int, ...]
    flow: Flow


@dataclass(frozen=True, kw_only=True, eq=False)
class _Sweep:
    """What is the same for all inputs."""

    model: HookedVLMTransformer
    windows: tuple[tuple[int, ...], ...]
    whole_passes: bool
    batch_size: int | None

    def clean(self, encoder: Encoder, row: _Row) -> CleanRun:
        """The run with all attention."""
        starts = dict.fromkeys(stream_before(window[0], self.model.cfg.n_layers) for window in self.windows)
        names = [] if self.whole_passes else list(starts)
        encoded = encoder(row.inputs, row.row)
        return CleanRun.of(self.model, encoded, names, read=row.last, keeps_keys=not self.whole_passes)

    def closed(self, clean: CleanRun, row: _Row) -> Iterator[tuple[tuple[int, int], Tensor]]:
        """Cells of the result, and the logits of the last token."""
        n_pos = clean.encoded.embeddings.shape[1]
        todo = [
            _Knockout(cell=(window, flow), window=self.windows[window], flow=row.flows[flow])
            for window in range(len(self.windows))
            for flow in range(len(row.flows))
        ]
        n_rows = rows_that_fit(
            self.model,
            batch_size=self.batch_size,
            n_pos=n_pos,
            n_read=1,
            hooked=[_mask_name(self.model, window[0]) for window in self.windows],
        )

        def changed_from(each: _Knockout) -> int:
            """The first position to compute: the first that differs from the clean run, or the last token."""
            return clean.shared_before(min(int(each.flow.queries[0]), int(row.last)))

        for start in sorted({each.window[0] for each in todo}):
            alike = [each for each in todo if each.window[0] == start]
            if self.whole_passes:
                groups = [[each] for each in alike]
            else:
                groups = batches(alike, first=changed_from, n_pos=n_pos, n_rows=n_rows)
            for batch in groups:
                first, begin = (0, 0) if self.whole_passes else (changed_from(batch[0]), start)
                stream = resume(
                    self.model,
                    clean,
                    start=begin,
                    first=first,
                    lenders=[clean] * len(batch),
                    hooks=_closing(self.model, batch),
                )
                logits = unembedded(self.model, stream, row.last - first)[:, 0]
                yield from ((each.cell, one) for each, one in zip(batch, logits, strict=True))


def _closing(
    model: HookedVLMTransformer, batch: Sequence[_Knockout]
) -> list[tuple[str, Callable[[Tensor, HookPoint], None]]]:
    """Hooks that close keys to queries, each row's in its own layers."""

    def close(mask: Tensor, hook: HookPoint) -> None:
        n_new, n_keys = mask.shape[2:]
        first = hook.first_position
        of_images = hook.axes[-1] == "image_key"
        before = 0 if of_images else first + n_new - n_keys  # positions that a sliding window has left behind
        for row, each in enumerate(batch):
            if hook.layer in each.window and of_images == (each.flow.axis == "image_key"):
                queries = (each.flow.queries - first).to(mask.device)
                keys = (each.flow.keys[each.flow.keys >= before] - before).to(mask.device)
                mask[row, :, queries[:, None], keys] = torch.finfo(mask.dtype).min

    layers = sorted({layer for each in batch for layer in each.window})
    return [(_mask_name(model, layer), close) for layer in layers]


def _mask_name(model: HookedVLMTransformer, layer: int) -> str:
    return f"lm.blocks.{layer}.{model.cfg.mixer_of(layer)}.hook_mask"
