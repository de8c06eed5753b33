"""What attribution patching and integrated gradients find: a number for every hook point, position and head."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.analysis.result import Result
from vlm_lens_native.errors import InputError
from vlm_lens_native.hook_names import is_visual, resolve
from vlm_lens_native.indices import one_index
from vlm_lens_native.inputs import TokenLayout

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


_LAYER = re.compile(r"\.blocks\.(\d+)\.")
_STREAM = "lm.hook_resid_post"  # of any block


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Attribution(Result):
    """How much of the metric each activation accounts for, by hook point.

    Attributes:
        values: By full name ``[batch pos]``, or ``[batch pos head]`` where the activation has heads; ``group`` in the
            place of ``pos`` if groups were asked for. In the units of the metric. Patterns, scores and masks have
            their queries as positions. In front of the decoder, images and patches stand for rows and positions.
        groups: Names of the groups of positions; empty if values belong to single positions.
        source_value: The metric of the source run, for each row.
        target_value: The metric of the target run, from which values are differences.
        layout: Of the target's inputs.
    """

    line_row = "batch"

    values: Mapping[str, Tensor]
    groups: tuple[str, ...]
    source_value: Float[Tensor, " batch"]
    target_value: Float[Tensor, " batch"]
    layout: TokenLayout

    @property
    def line_keys(self) -> tuple[str, ...]:
        """The hook point and head, and the group where there are groups (positions are no others')."""
        return ("name", *(["group"] if self.groups else []), "head")

    def __getitem__(self, name: str) -> Tensor:
        """The values at one hook point, by its name or an alias of it."""
        (full,) = self._names(name, one=True)
        return self.values[full]

    def stack(self, pattern: str) -> Tensor:
        """The values at all hook points that match a pattern, ``[layer batch pos *head]``, in the model's order.

        Raises:
            HookNameError: Nothing matches.
            InputError: What matches has values of different shapes.
        """
        return self._stacked(self._names(pattern))

    def share(self, name: str) -> Tensor:
        """The values at one hook point, as shares of the metric's difference between source and target."""
        (full,), values = self._names(name, one=True), self[name]
        if is_visual(full):
            raise InputError(f"{full} has images in the place of rows; the difference between the runs is a row's.")
        return values / (self.source_value - self.target_value).view(-1, *(1,) * (values.ndim - 1))

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each hook point, row, position (or group) and head; -1 where there is no layer or no head."""
        import pandas as pd

        return pd.concat([self._frame(name) for name in self.values], ignore_index=True)

    def plot(self, pattern: str | None = None, *, batch: int = 0) -> Figure:
        """The values at some hook points, layers upwards: by group, by head (summed over positions), or by position.

        Args:
            pattern: Hook points of one kind. None takes the stream after each block; where it has no values, those of
                the first hook point's kind.
            batch: Row of the batch.

        Raises:
            HookNameError: Nothing matches.
            InputError: What matches has values of different shapes, or there is no such row.
        """
        from vlm_lens_native.visualize import plot_effect_map

        names = self._of_one_kind() if pattern is None else self._names(pattern)
        stacked = self._stacked(names)
        values = stacked[:, one_index("row", batch, stacked.shape[1])]
        by_head = values.ndim == 3
        values = values.sum(1) if by_head else values
        columns = [f"head {n}" for n in range(values.shape[1])] if by_head else self.groups
        columns = columns or [str(position) for position in range(values.shape[1])]
        return plot_effect_map(
            values.numpy(),
            rows=_short(names),
            columns=columns,
            label="change of the metric",
            column_label="" if by_head or self.groups else "position",
        )

    def _names(self, pattern: str, *, one: bool = False) -> list[str]:
        names = resolve(pattern, list(self.values))
        if one and len(names) != 1:
            raise InputError(f"{pattern!r} matches {len(names)} hook points; result.stack takes patterns.")
        return names

    def _stacked(self, names: list[str]) -> Tensor:
        shapes = {tuple(self.values[name].shape): name for name in reversed(names)}
        if len(shapes) > 1:
            found = ", ".join(f"{name} {list(shape)}" for shape, name in shapes.items())
            raise InputError(f"Values of different shapes can't be stacked: {found}. Give a pattern of one kind.")
        return torch.stack([self.values[name] for name in names])

    def _of_one_kind(self) -> list[str]:
        kinds = {name: _LAYER.sub(".", name) for name in self.values}
        first = next(iter(kinds.values()))
        wanted = _STREAM if _STREAM in kinds.values() else first
        return [name for name, kind in kinds.items() if kind == wanted]

    def _frame(self, name: str) -> pd.DataFrame:
        import pandas as pd

        values = self.values[name]
        batch, place, *head = np.indices(values.shape)
        placed = np.array(self.groups, dtype=object)[place] if self.groups else place
        return pd.DataFrame(
            {
                "name": name,
                "layer": -1 if _layer(name) is None else _layer(name),
                "batch": batch.ravel(),
                "group" if self.groups else "position": placed.ravel(),
                "head": head[0].ravel() if head else -1,
                "value": values.numpy().ravel(),
            }
        )

    def __repr__(self) -> str:
        places = f"groups {', '.join(self.groups)}" if self.groups else "single positions"
        difference = ", ".join(f"{value:+.3g}" for value in (self.source_value - self.target_value)[:4].tolist())
        return f"{type(self).__name__}({len(self.values)} hook points, {places}; metric {difference})"


def _layer(name: str) -> int | None:
    found = _LAYER.search(name)
    return int(found[1]) if found else None


def _short(names: list[str]) -> list[str]:
    """``layer 3`` for each of the names if all are of one kind, else the names."""
    kinds = {name.rpartition(".")[2] for name in names}
    layers = [_layer(name) for name in names]
    if len(kinds) == 1 and None not in layers and len(set(layers)) == len(layers):
        return [f"layer {layer}" for layer in layers]
    return names
