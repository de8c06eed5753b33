"""What a model answers to a table of examples, with or without hooks."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments.batching import Batches, last_logits
from vlm_lens_native.experiments.evaluation_result import Evaluation
from vlm_lens_native.experiments.examples import Example, Examples, Table
from vlm_lens_native.experiments.hooking import Hooks
from vlm_lens_native.experiments.kept import Kept
from vlm_lens_native.inputs.words import OneWord, Word, find_word, token_strings
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.stopping import Stoppable

_NUMBERS: tuple[str, ...] = ("probability", "logit", "logit_difference", "top_id")


def evaluate(
    model: HookedVLMTransformer,
    examples: Table,
    hooks: Hooks = None,
    batch_size: int | None = None,
    *,
    out: str | Path | None = None,
) -> Evaluation:
    """Asks every example's question and follows its answer, the next token.

    Numbers are those of each example run alone, up to rounding. Stopped by Ctrl-C, it returns what it has, with NaN for
    the rest; with ``out`` the next call goes on from there.

    Args:
        model: The model.
        examples: The table, or its rows; each has an answer, a single word (a `Word` stands for tokens of your own
            choice).
        hooks: What acts meanwhile: pairs of a name and a hook, an intervention with ``.hooks(model)``, or a function of
            the example's layout, or of its layout and the example, that makes such. A function is called for every
            example; positions that it takes from the layout are that example's own.
        batch_size: Examples at a time; None goes by the memory (see `batching.Batches`).
        out: A file (JSON lines) to which every batch is written as it comes, and from which a later call goes on. The
            examples have to be the same; that hooks and model are, is up to you.

    Raises:
        InputError: Examples without an answer, or one that is not a single token; a file of other examples.
    """
    examples, words = Examples.of(examples), _Words(model)
    examples.labels("answer")  # says which have none
    answers = [words(each.answer) for each in examples]
    contrasts = [None if each.contrast is None else words(each.contrast) for each in examples]
    found = torch.full((len(_NUMBERS), len(examples)), torch.nan, dtype=torch.float64)
    kept = None if out is None else Kept.at(out, examples)
    for number, values in (kept.lines if kept else {}).items():
        found[:, number] = torch.tensor([values[name] for name in _NUMBERS], dtype=torch.float64)
    waiting = found[-1].isnan().nonzero().flatten().tolist()
    batches = Batches(model=model, examples=examples, hooks=hooks, batch_size=batch_size)
    with Stoppable("Evaluation", len(examples), n_done=len(examples) - len(waiting)) as work:
        for batch in batches(waiting):
            for number, logits in zip(batch.numbers, last_logits(model, batch), strict=True):
                found[:, number] = _followed(logits, answers[number], contrasts[number])
            if kept is not None:
                lines = {n: dict(zip(_NUMBERS, found[:, n].tolist(), strict=True)) for n in batch.numbers}
                kept.add(lines)
            work.done(len(batch.numbers))
    return _result(model, examples, answers, found)


class _Words:
    """Finds words, each once."""

    def __init__(self, model: HookedVLMTransformer) -> None:
        self._find = cache(lambda word: find_word(model.tokenizer, word, d_vocab=model.cfg.d_vocab))

    def __call__(self, word: OneWord | None) -> Word:
        assert word is not None
        return self._find(word)


def _followed(logits: Tensor, answer: Word, contrast: Word | None) -> Tensor:
    """The numbers of one example, in float64, which holds token ids and float32 exactly."""
    own = logits[list(answer.token_ids)].logsumexp(-1)
    other = torch.tensor(torch.nan) if contrast is None else logits[list(contrast.token_ids)].logsumexp(-1)
    probability = logits.softmax(-1)[list(answer.token_ids)].sum()
    numbers = [probability, own, own - other.to(own.device), logits.argmax()]
    return torch.stack([each.double().cpu() for each in numbers])


def _result(model: HookedVLMTransformer, examples: Examples, answers: list[Word], found: Tensor) -> Evaluation:
    top_ids = found[3].nan_to_num(-1).long()
    strings = token_strings(model.tokenizer, top_ids[top_ids >= 0].tolist())
    questions, labels = known_of(examples)
    return Evaluation(
        questions=questions,
        answers=tuple(answers),
        probabilities=found[0].float(),
        logits=found[1].float(),
        logit_differences=found[2].float(),
        top_ids=top_ids,
        said=tuple(strings[top].strip() if top >= 0 else "" for top in top_ids.tolist()),
        labels=labels,
    )


def known_of(examples: Examples) -> tuple[tuple[str, ...], dict[str, tuple[Any, ...]]]:
    """The questions and labels of a table, without keeping its pictures.

    Raises:
        InputError: A label that a file can't hold.
    """
    rows = [(each.question, {name: _label(each, name) for name in each.labels}) for each in examples]
    names = dict.fromkeys(name for _, labels in rows for name in labels)
    return tuple(question for question, _ in rows), {name: tuple(own.get(name) for _, own in rows) for name in names}


def _label(example: Example, name: str) -> Any:
    """A label that a file can hold.

    Raises:
        InputError: It is neither text nor a number.
    """
    value = example.labels.get(name)
    if not isinstance(value, str | int | float | None):
        raise InputError(f"The label {name!r} is {type(value).__name__}; labels are texts, numbers, or left out.")
    return value
