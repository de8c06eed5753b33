"""Hooks of an experiment: the same for every example, or made from the layout of each."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments.examples import Example
from vlm_lens_native.hooks import Hook, HookPoint, check_result
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.span import Span

Hooks = Any
"""None; pairs of a name (pattern, list of names) and a hook; an intervention with ``.hooks(model)``; or a function that
returns one of these, of an example's layout, or of its layout and the example."""

Pairs = list[tuple[str, Hook]]


def by_layout(hooks: Hooks) -> bool:
    """Whether hooks are made anew for each example."""
    return callable(hooks) and not hasattr(hooks, "hooks")


def pairs_of(model: HookedVLMTransformer, hooks: Hooks) -> Pairs:
    """Hooks that are the same for every example, each with one full name.

    Raises:
        InputError: Something else.
        HookNameError: A name that matches nothing.
    """
    if hooks is None:
        return []
    if hasattr(hooks, "hooks"):
        return hooks.hooks(model)
    if not isinstance(hooks, Sequence) or isinstance(hooks, str):
        raise InputError(f"Hooks are pairs of a name and a function, an intervention, or None; got {hooks!r:.100}.")
    found: Pairs = []
    for each in hooks:
        if hasattr(each, "hooks"):
            found += each.hooks(model)
        elif isinstance(each, tuple | list) and len(each) == 2:
            found += [(name, each[1]) for name in model.hook_names(each[0])]
        else:
            raise InputError(f"Hooks are pairs of a name and a function, or interventions; got {each!r:.100}.")
    return found


def pairs_for(
    model: HookedVLMTransformer, hooks: Callable[..., Hooks], layout: TokenLayout, examples: Sequence[Example]
) -> list[Pairs]:
    """What a function of the layout makes for each row of a batch."""
    with_example = sum(
        each.default is each.empty and each.kind in (each.POSITIONAL_ONLY, each.POSITIONAL_OR_KEYWORD)
        for each in inspect.signature(hooks).parameters.values()
    )
    rows = [(layout.row(nth), example)[: max(1, with_example)] for nth, example in enumerate(examples)]
    return [pairs_of(model, hooks(*row)) for row in rows]


def in_rows(model: HookedVLMTransformer, rows: Sequence[Pairs]) -> Pairs:
    """Hooks of a batch that act in each row as that row's own hooks do where it is alone."""
    if len(rows) == 1:
        return rows[0]
    by_name: dict[str, list[list[Hook]]] = {}
    for nth, pairs in enumerate(rows):
        for name, hook in pairs:
            by_name.setdefault(name, [[] for _ in rows])[nth].append(hook)
    return [(name, _RowByRow(own)) for name, own in by_name.items()]


class _RowByRow:
    """A hook that hands each row of an activation to that row's hooks."""

    def __init__(self, hooks: Sequence[Sequence[Hook]]) -> None:
        self._hooks = hooks

    def __call__(self, activation: Tensor, hook: HookPoint) -> Tensor:
        if len(activation) != len(self._hooks):
            raise InputError(f"{hook.name} has {len(activation)} rows, and the batch {len(self._hooks)}.")
        rows = [self._row(activation, hook, nth, hooks) for nth, hooks in enumerate(self._hooks)]
        axis = hook.mask_axis
        most = 1 if axis is None else max(row.shape[axis] for row in rows)
        if axis is not None and most > 1:
            rows = [row if row.shape[axis] == most else row.repeat_interleave(most, axis) for row in rows]
        return torch.cat(rows)

    def _row(self, activation: Tensor, hook: HookPoint, nth: int, hooks: Sequence[Hook]) -> Tensor:
        row = activation[nth : nth + 1]
        point = _RowPoint.of(hook, nth)
        for each in hooks:
            row = row.clone()  # a hook may write into it
            changed = each(row, point)
            if changed is not None:
                check_result(hook, changed, row)
                row = changed
        return row


class _RowPoint(HookPoint):
    """A hook point as a single row of the batch sees it."""

    __slots__ = ("_row",)

    @classmethod
    def of(cls, point: HookPoint, row: int) -> _RowPoint:
        own = cls.__new__(cls)
        for name in HookPoint.__slots__:
            setattr(own, name, getattr(point, name))
        own._row = row
        return own

    @property
    def span(self) -> Span | None:
        span = super().span
        return None if span is None else span.row(self._row)
