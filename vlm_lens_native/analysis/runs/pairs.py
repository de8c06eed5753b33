"""Pairs of source and target, row by row, checked before anything runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

import torch
from torch import Tensor

from vlm_lens_native.analysis.runs.alignment import Alignment, align
from vlm_lens_native.analysis.runs.groups import one_group
from vlm_lens_native.encoded import DecoderInput, Inputs
from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.model import HookedVLMTransformer

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
    one = (Mapping, DecoderInput)
    if isinstance(source, one):
        if not isinstance(target, one):
            raise InputError("A source needs a target: give both, or a list of pairs (source, target).")
        return [(source, target)]
    pairs = list(source)
    if target is not None or not pairs or not all(len(pair) == 2 for pair in pairs):
        raise InputError("Give a source and a target, or a list of pairs (source, target) and no target.")
    return [(ours, theirs) for ours, theirs in pairs]


def check_choice(name: str, value: object, choices: Any) -> None:
    """Raises an InputError if a value is none of a Literal's."""
    if value not in get_args(choices):
        raise InputError(f"{name}={value!r} is unknown; expected one of {', '.join(map(repr, get_args(choices)))}.")


def check_keys(pair: RowPair, hook: str) -> None:
    """Raises an InputError where patterns or scores, whose last axis is the run's own keys, can't be exchanged."""
    own, tokens = pair.alignment.source, pair.layout.last.tokens[pair.row]
    if not torch.equal(own[tokens], torch.arange(len(own))[tokens]):
        raise InputError(
            f"{hook} can be patched only between prompts of the same layout and padding; patch z, or use such prompts. "
            + "; ".join(pair.alignment.notes)
        )
