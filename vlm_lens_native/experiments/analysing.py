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
from vlm_lens_native.experiments.examples import Examples, Table
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
    examples: Table,
    analysis: Callable[..., Any],
    *,
    sources: Table | None = None,
    keys: Sequence[str] | None = None,
    hooks: Hooks = None,
    batch_size: int | None = 1,
    out: str | Path | None = None,
) -> Analysed:
    """Runs an analysis for every example, and puts what it finds side by side.

    ``analyse(model, examples, lambda inputs, example: knockout.sweep(model, inputs, answers=example.answer))``.
    Lines of an example with the same keys are averaged: so a lens is averaged over tokens of a kind.

    Stopped by Ctrl-C, it returns what it has, with NaN for the rest; with ``out`` the next call goes on from there.
    In memory are one batch (see `batching.Batches`) and, of every example, 4 bytes for each line and 8 for each number.

    Args:
        model: The model.
        examples: The table, or its rows.
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
    table, others = Examples.of(examples), None if sources is None else Examples.of(sources)
    if others is not None and len(others) != len(table):
        raise InputError(f"Pairs need as many sources as examples; got {len(others)} and {len(table)}.")
    kept = None if out is None else Kept.at(out, table)
    found = _Found()
    for number, said in (kept.lines if kept else {}).items():
        found.says(tuple(said["keys"]), said["ranked_by"])
        found.add(number, {tuple(line): numbers for line, numbers in said["lines"]})
    waiting = [number for number in range(len(table)) if number not in found.rows]
    batches = Batches(model=model, examples=table, hooks=hooks, batch_size=batch_size)
    with Stoppable("Analysis", len(table), n_done=len(found.rows)) as work:
        for batch in batches(waiting):
            result = _result(model, batch, others, analysis, alone=batch_size == 1)
            found.says(_keys(result, keys), result.ranked_by if isinstance(result, Result) else None)
            own = _by_row(result, found.keys, len(batch.numbers), alone=batch_size == 1)
            own = dict(zip(batch.numbers, own, strict=True))
            for number, lines in own.items():
                found.add(number, lines)
            if kept is not None:
                kept.add({n: found.written(lines) for n, lines in own.items()})
            work.done(len(batch.numbers))
    return found.together(table)


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


def _by_row(result: Any, keys: tuple[str, ...], n: int, *, alone: bool) -> list[Lines]:
    """The lines of each row of a batch."""
    import pandas as pd

    if isinstance(result, Mapping) and not isinstance(result, Result):
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
    return [_lines(frame.loc[frame[row] == nth].drop(columns=[row]), keys) for nth in range(n)]


def _lines(frame: pd.DataFrame, keys: tuple[str, ...]) -> Lines:
    """The means of the columns of numbers, for each combination of keys, in their order."""
    numbers = [str(name) for name in frame if name not in (*keys, *_NAMES) and frame[name].dtype.kind in "fiub"]
    values = frame[numbers].to_numpy(dtype=float, na_value=np.nan)
    groups: dict[Line, list[int]] = {}
    columns = [frame[key].tolist() for key in keys]
    for nth, line in enumerate(zip(*columns, strict=True) if keys else [()] * len(frame)):
        groups.setdefault(line, []).append(nth)
    return {line: dict(zip(numbers, values[at].mean(0).tolist(), strict=True)) for line, at in groups.items()}


class _Found:
    """The numbers of examples, as arrays; lines and quantities are named once.

    Attributes:
        keys: What lines are told apart by.
        rows: Of each example the numbers of its lines, and their values ``[line quantity]`` in float32.
    """

    def __init__(self) -> None:
        self.keys: tuple[str, ...] = ()
        self.rows: dict[int, tuple[np.ndarray, np.ndarray]] = {}
        self._ranked_by: str | None = None
        self._lines: dict[Line, int] = {}
        self._names: dict[str, int] = {}

    def says(self, keys: tuple[str, ...], ranked_by: str | None) -> None:
        """What the first result says of its lines holds for all."""
        if not self.rows:
            self.keys, self._ranked_by = keys, ranked_by

    def add(self, number: int, lines: Lines) -> None:
        """Takes in the lines of an example."""
        at = np.array([self._lines.setdefault(line, len(self._lines)) for line in lines], dtype=np.int32)
        for name in dict.fromkeys(name for numbers in lines.values() for name in numbers):
            self._names.setdefault(name, len(self._names))
        values = [[numbers.get(name, np.nan) for name in self._names] for numbers in lines.values()]
        self.rows[number] = at, np.array(values, dtype=np.float32).reshape(len(at), len(self._names))

    def written(self, lines: Lines) -> dict[str, Any]:
        """What a file keeps of an example."""
        said = [[list(line), numbers] for line, numbers in lines.items()]
        return {"keys": self.keys, "ranked_by": self._ranked_by, "lines": said}

    def together(self, examples: Examples) -> Analysed:
        """All examples side by side, lines in the order in which the examples have them."""
        done, lines, names = sorted(self.rows), list(self._lines), tuple(self._names)
        order = list(dict.fromkeys(line for n in done for line in self.rows[n][0].tolist()))
        place = np.empty(len(order), dtype=int)
        place[order] = np.arange(len(order))
        values = np.full((len(examples), len(order), len(names)), np.nan, dtype=np.float32)
        for n in done:
            at, own = self.rows.pop(n)
            values[n, place[at], : own.shape[1]] = own
        questions, labels = known_of(examples)
        return Analysed(
            keys=self.keys,
            lines=tuple(lines[nth] for nth in order),
            quantities=names,
            values=torch.from_numpy(values),
            ran=torch.tensor(np.isin(np.arange(len(examples)), done) * 2 - 1),
            labels={"question": questions, **labels},
            ranking=self._ranked_by if self._ranked_by in names else names[0],
        )
