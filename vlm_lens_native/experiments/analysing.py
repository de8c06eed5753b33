"""Any analysis over a table of examples: the one adapter between functions of inputs and results of many."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from vlm_lens_native.analysis.result import Result
from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments.analysed import Analysed
from vlm_lens_native.experiments.batching import Batch, Batches
from vlm_lens_native.experiments.evaluation import known_of
from vlm_lens_native.experiments.examples import Examples
from vlm_lens_native.experiments.hooking import Hooks
from vlm_lens_native.experiments.kept import Kept
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.stopping import Stoppable

if TYPE_CHECKING:
    import pandas as pd

_NAMES = frozenset(("position", "query", "token_id", "top_id", "number", "layer", "head", "image", "row", "column"))
"""Columns of numbers that name places and tokens, of which there is no mean."""

Line = tuple[Any, ...]
Lines = dict[Line, dict[str, float]]


def analyse(
    model: HookedVLMTransformer,
    examples: Examples | Sequence[Mapping[str, Any]],
    analysis: Callable[..., Any],
    *,
    sources: Examples | Sequence[Mapping[str, Any]] | None = None,
    keys: Sequence[str] | None = None,
    hooks: Hooks = None,
    batch_size: int | None = 1,
    out: str | Path | None = None,
) -> Analysed:
    """Runs an analysis for every example, and puts what it finds side by side.

    ``analyse(model, examples, lambda inputs, example: knockout.sweep(model, inputs, answers=example.answer))``.
    Lines of an example with the same keys are averaged: so a lens is averaged over tokens of a kind.

    Stopped by Ctrl-C, it returns what it has, with NaN for the rest; with ``out`` the next call goes on from there.
    In memory are one batch (see `batching.Batches`) and, of every example, 4 bytes for each line and quantity.

    Args:
        model: The model.
        examples: The table.
        analysis: A function of inputs and their example that returns one of the library's results, a frame or a dict of
            numbers. Of several rows (``batch_size``), it gets a list of examples, and what it returns says whose a line
            is: results do, frames by their column ``batch``.
        sources: Where it analyses pairs, a table of the other inputs, row by row: it is then called as
            ``analysis(source, target, example)``, with the target of ``examples``.
        keys: Columns that name a line, alike in all examples. None: what the result says, such as ``layer`` and
            ``flow``. All other columns of numbers are quantities, but for those that name places and tokens.
        hooks: What acts meanwhile, as for `evaluate`.
        batch_size: Examples at a time: 1 calls the analysis for each; None goes by the memory that a pass takes
            (what the analysis keeps beside is not counted).
        out: A file (JSON lines) to which every batch is written as it comes, and from which a later call goes on. The
            examples have to be the same; that all else is, is up to you.

    Raises:
        InputError: Tables of different lengths, a result without keys or without such columns, or one that doesn't say
            whose its lines are.
    """
    table, others = _table(examples), None if sources is None else _table(sources)
    if others is not None and len(others) != len(table):
        raise InputError(f"Pairs need as many sources as examples; got {len(others)} and {len(table)}.")
    kept = None if out is None else Kept.at(out, table)
    found: dict[int, Lines] = {n: _read(line["lines"]) for n, line in kept.lines.items()} if kept else {}
    kinds = [(tuple(line["keys"]), line["ranked_by"]) for line in kept.lines.values()][:1] if kept else []
    waiting = [number for number in range(len(table)) if number not in found]
    batches = Batches(model=model, examples=table, hooks=hooks, batch_size=batch_size)
    with Stoppable("Analysis", len(table), n_done=len(found)) as work:
        for batch in batches(waiting):
            result = _result(model, batch, others, analysis, alone=batch_size == 1)
            kinds = kinds or [(_keys(result, keys), _ranked_by(result))]
            own = _by_row(result, kinds[0][0], len(batch.numbers), alone=batch_size == 1)
            found |= dict(zip(batch.numbers, own, strict=True))
            if kept is not None:
                said = dict(zip(("keys", "ranked_by"), kinds[0], strict=True))
                kept.add({n: {**said, "lines": _written(found[n])} for n in batch.numbers})
            work.done(len(batch.numbers))
    return _together(table, found, *kinds[0])


def _table(examples: Any) -> Examples:
    return examples if isinstance(examples, Examples) else Examples(examples)


def _result(
    model: HookedVLMTransformer, batch: Batch, sources: Examples | None, analysis: Callable[..., Any], *, alone: bool
) -> Any:
    """What the analysis finds in a batch.

    Raises:
        KeyboardInterrupt: It was stopped, and gave back a part.
    """
    inputs = [batch.inputs]
    if sources is not None:
        rows = [sources[number] for number in batch.numbers]
        inputs.insert(0, model.prepare_questions([(each.question, each.images) for each in rows]))
    with model.hooks(batch.hooks):
        result = analysis(*inputs, batch.examples[0] if alone else list(batch.examples))
    if isinstance(result, Result) and result.n_missing:
        raise KeyboardInterrupt
    return result


def _keys(result: Any, keys: Sequence[str] | None) -> tuple[str, ...]:
    own = tuple(keys or (result.line_keys if isinstance(result, Result) else ()))
    if not own and not isinstance(result, Mapping):
        raise InputError(
            f"{type(result).__name__} doesn't say which of its lines belong together over examples; name the columns: "
            "keys=['layer', 'kind']."
        )
    return own


def _ranked_by(result: Any) -> str | None:
    return result.ranked_by if isinstance(result, Result) else None


def _by_row(result: Any, keys: tuple[str, ...], n: int, *, alone: bool) -> list[Lines]:
    """The lines of each row of a batch."""
    import pandas as pd

    if isinstance(result, Mapping):
        if not alone:
            raise InputError("A dict of numbers is of one example: leave batch_size=1.")
        result = pd.DataFrame({name: [float(value)] for name, value in result.items()})
    frame = result.to_dataframe() if isinstance(result, Result) else result
    if not isinstance(frame, pd.DataFrame):
        raise InputError(
            f"An analysis returns a result of this library, a frame or a dict; got {type(result).__name__}."
        )
    if missing := [key for key in keys if key not in frame]:
        raise InputError(f"There is no column {missing[0]!r}; there are {', '.join(map(str, frame.columns))}.")
    row = getattr(result, "line_row", "batch")
    if alone:
        return [_lines(frame.drop(columns=[row], errors="ignore"), keys)]
    if row is None or row not in frame:
        raise InputError(
            f"{type(result).__name__} doesn't say which row of the batch a line is of; leave batch_size=1, or give a "
            "frame with a column 'batch'."
        )
    return [_lines(frame[frame[row] == nth].drop(columns=[row]), keys) for nth in range(n)]


def _lines(frame: pd.DataFrame, keys: tuple[str, ...]) -> Lines:
    """The means of the columns of numbers, for each combination of keys, in their order."""
    numbers = [str(name) for name in frame if name not in (*keys, *_NAMES) and frame[name].dtype.kind in "fiub"]
    values = frame[numbers].to_numpy(dtype=float, na_value=np.nan)
    groups: dict[Line, list[int]] = {}
    columns = [frame[key].tolist() for key in keys]
    for nth, line in enumerate(zip(*columns, strict=True) if keys else [()] * len(frame)):
        groups.setdefault(line, []).append(nth)
    return {line: dict(zip(numbers, values[at].mean(0).tolist(), strict=True)) for line, at in groups.items()}


def _written(lines: Lines) -> list[Any]:
    return [[list(line), numbers] for line, numbers in lines.items()]


def _read(written: list[Any]) -> Lines:
    return {tuple(line): numbers for line, numbers in written}


def _together(examples: Examples, found: Mapping[int, Lines], keys: tuple[str, ...], ranked_by: str | None) -> Analysed:
    order = sorted(found)
    lines = list(dict.fromkeys(line for n in order for line in found[n]))
    names = list(dict.fromkeys(name for n in order for numbers in found[n].values() for name in numbers))
    place, column = ({each: nth for nth, each in enumerate(which)} for which in (lines, names))
    values = torch.full((len(examples), len(lines), len(names)), torch.nan)
    for n in order:
        for line, numbers in found[n].items():
            values[n, place[line], [column[name] for name in numbers]] = torch.tensor(list(numbers.values()))
    questions, labels = known_of(examples)
    return Analysed(
        keys=keys,
        lines=tuple(lines),
        quantities=tuple(names),
        values=values,
        ran=torch.tensor([1 if n in found else -1 for n in range(len(examples))]),
        labels={"question": questions, **labels},
        ranking=ranked_by if ranked_by in names else names[0],
    )
