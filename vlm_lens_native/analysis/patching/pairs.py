"""Pairs of source and target, row by row, checked before anything runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from torch import Tensor

from vlm_lens_native.analysis.patching.alignment import Alignment, align
from vlm_lens_native.analysis.patching.groups import one_group
from vlm_lens_native.analysis.patching.metrics import Metric, logit_difference
from vlm_lens_native.analysis.patching.runs import CleanRun, row_of
from vlm_lens_native.decoder import DecoderInput
from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.model import HookedVLMTransformer

Inputs = Mapping[str, Any]
Pairs = Sequence[tuple[Inputs, Inputs]]
Direction = Literal["denoise", "noise"]


@dataclass(frozen=True, kw_only=True, eq=False)
class RowPair:
    """One row of a source and of a target.

    Attributes:
        source: Inputs whose answer a full patch brings back.
        target: Inputs with another answer.
        row: Row of both batches.
        layout: Of the target.
        alignment: From positions of the target to those of the source.
        read: Positions of the target whose logits the metric gets.
        read_source: Their counterparts.
        reads_several: Whether the metric gets ``[read d_vocab]``, as positions were asked for.
    """

    source: Inputs
    target: Inputs
    row: int
    layout: TokenLayout
    alignment: Alignment
    read: Tensor
    read_source: Tensor
    reads_several: bool


def row_pairs(
    model: HookedVLMTransformer,
    source: Inputs | Pairs,
    target: Inputs | None,
    *,
    mapping: Mapping[int, int] | None,
    read: Any,
) -> list[RowPair]:
    """All rows of all pairs, aligned.

    Raises:
        InputError: Batches of different sizes, layouts that don't correspond, or no pairs.
    """
    found = []
    for ours, theirs in _pairs(source, target):
        layouts = model.token_layout(theirs), model.token_layout(ours)
        if len(layouts[0].placed) != len(layouts[1].placed):
            raise InputError(
                f"Row by row, a source goes with a target; got {len(layouts[1].placed)} rows of the source and "
                f"{len(layouts[0].placed)} of the target."
            )
        for row in range(len(layouts[0].placed)):
            alignment = align(*layouts, row=row, mapping=mapping)
            at = one_group("last" if read is None else read, layouts[0], row=row)
            if len(at) == 0:
                raise InputError("The metric reads no position: the selection is empty.")
            counterparts = alignment.counterparts(at, "positions that the metric reads")
            found.append(
                RowPair(
                    source=ours,
                    target=theirs,
                    row=row,
                    layout=layouts[0],
                    alignment=alignment,
                    read=at,
                    read_source=counterparts,
                    reads_several=read is not None,
                )
            )
    return found


def _pairs(source: Inputs | Pairs, target: Inputs | None) -> list[tuple[Inputs, Inputs]]:
    if isinstance(source, Mapping):
        if not isinstance(target, Mapping):
            raise InputError("A source needs a target: give both, or a list of pairs (source, target).")
        return [(source, target)]
    pairs = list(source)
    if target is not None or not pairs or not all(len(pair) == 2 for pair in pairs):
        raise InputError("Give a source and a target, or a list of pairs (source, target) and no target.")
    return [(ours, theirs) for ours, theirs in pairs]


@dataclass(frozen=True, kw_only=True, eq=False)
class Runs:
    """The two clean runs of a row.

    Attributes:
        host: The run that is patched.
        donor: The run whose activations are put in.
        read: Positions of the host whose logits the metric gets.
        ends: The metric of the source and of the target.
        top_ids: The most probable next tokens of both.
        metric: From logits to a number.
    """

    host: CleanRun
    donor: CleanRun
    read: Tensor
    ends: tuple[float, float]
    top_ids: tuple[int, int]
    metric: Callable[[Tensor], float]


class Encoder:
    """Encodes images once for each inputs, however many rows and pairs they serve, and forgets them after the last."""

    def __init__(self, model: HookedVLMTransformer, rows: Sequence[RowPair]) -> None:
        self._model = model
        self._uses = Counter(id(inputs) for pair in rows for inputs in (pair.source, pair.target))
        self._encoded: dict[int, DecoderInput] = {}

    def __call__(self, inputs: Inputs, row: int) -> DecoderInput:
        """One row of the encoded inputs."""
        key = id(inputs)
        if key not in self._encoded:
            self._encoded[key] = self._model.encode(inputs)
        row_input = row_of(self._encoded[key], row)
        self._uses[key] -= 1
        if not self._uses[key]:
            del self._encoded[key]
        return row_input


def clean_runs(
    model: HookedVLMTransformer,
    encoder: Encoder,
    pair: RowPair,
    *,
    metric: Metric | None,
    direction: Direction,
    host_names: Sequence[str],
    donor_names: Sequence[str],
    keeps_keys: bool,
) -> Runs:
    """Runs source and target of a row.

    Raises:
        InputError: The metric is the same in both runs, so that no patch could be told from none.
    """
    denoise = direction == "denoise"
    names = (donor_names, host_names) if denoise else (host_names, donor_names)
    source, target = (
        CleanRun.of(model, encoder(inputs, pair.row), list(wanted), read=read, keeps_keys=keeps_keys)
        for inputs, wanted, read in zip((pair.source, pair.target), names, (pair.read_source, pair.read), strict=True)
    )
    top_ids = int(source.logits[-1].argmax()), int(target.logits[-1].argmax())
    chosen = logit_difference(*top_ids) if metric is None else metric

    def measure(logits: Tensor) -> float:
        return float(chosen(logits if pair.reads_several else logits[0]))

    ends = measure(source.logits), measure(target.logits)
    if ends[0] == ends[1]:
        raise InputError(
            f"The metric is {ends[0]:.4g} in the source run and in the target run, so there is nothing to recover. "
            "Choose another metric, or inputs that are answered differently."
        )
    host, donor = (target, source) if denoise else (source, target)
    read = pair.read if denoise else pair.read_source
    return Runs(host=host, donor=donor, read=read, ends=ends, top_ids=top_ids, metric=measure)


def metrics_of(metric: Metric | Sequence[Metric] | None, n_rows: int) -> Iterator[Metric | None]:
    """One metric for each row.

    Raises:
        InputError: Another number of metrics than rows.
    """
    if metric is None or callable(metric):
        return iter([metric] * n_rows)
    if len(metric) != n_rows:
        raise InputError(f"Got {len(metric)} metrics for {n_rows} pairs; give one for each, or one for all.")
    return iter(metric)


def check_choice(name: str, value: object, choices: Any) -> None:
    """Raises an InputError if a value is none of a Literal's."""
    if value not in get_args(choices):
        raise InputError(f"{name}={value!r} is unknown; expected one of {', '.join(map(repr, get_args(choices)))}.")
