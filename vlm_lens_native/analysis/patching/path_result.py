"""What path patching has found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.analysis.patching.effects import Effects
from vlm_lens_native.analysis.result import long_table

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

_MOST_NAMES = 4


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PathPatching(Effects):
    """The effect of each sender on a metric, along the paths to the receivers.

    Attributes:
        senders: What each sender is called.
        places: Hook point, layer and head of each sender that is one node; None in the place of what does not apply.
        receivers: What the receivers are called.
        paths: Which paths: ``"direct"``, ``"through_mlps"`` or ``"all"``.
    """

    _line_keys = ("sender",)

    senders: tuple[str, ...]
    places: tuple[tuple[str | int | None, ...], ...]
    receivers: tuple[str, ...]
    paths: str
    values: Float[Tensor, "pair sender"]
    top_ids: Int[Tensor, "pair sender"]

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each pair and sender; -1 where a sender has no layer or head, or is several nodes."""
        hook, layer, head = zip(*self.places, strict=True)
        return long_table(
            {"pair": range(len(self.values)), "sender": np.array(self.senders, dtype=object)},
            hook=np.array(hook, dtype=object),
            layer=np.array([-1 if each is None else each for each in layer]),
            head=np.array([-1 if each is None else each for each in head]),
            value=self.values,
            effect=self.effects,
            top_id=self.top_ids,
        )

    def plot(self) -> Figure:
        """A map of the senders' effects: layers by heads or hook points, where each is one of these, else a list."""
        from vlm_lens_native.visualize import plot_effect_map

        rows, columns, values = self._grid()
        return plot_effect_map(values, rows=rows, columns=columns, label=self._meaning, row_label="sender")

    def _grid(self) -> tuple[list[str], list[str], Float[np.ndarray, "row column"]]:
        effect = self.effect.numpy()
        if len(set(self.places)) < len(self.places) or any(layer is None for _, layer, _ in self.places):
            return list(self.senders), [""], effect[:, None]
        several = len({hook for hook, _, _ in self.places}) > 1
        names = [
            f"{hook if several or head is None else ''}{'' if head is None else f' head {head}'}".strip()
            for hook, _, head in self.places
        ]
        layers, columns = sorted({int(layer or 0) for _, layer, _ in self.places}), list(dict.fromkeys(names))
        values = np.full((len(layers), len(columns)), np.nan)
        for (_, layer, _), name, value in zip(self.places, names, effect, strict=True):
            values[layers.index(int(layer or 0)), columns.index(name)] = value
        return list(map(str, layers)), columns, values

    def _repr_html_(self) -> str:
        rows, columns, values = self._grid()
        return self._html_grid(values, rows=rows, columns=columns)

    def __repr__(self) -> str:
        senders, receivers = (
            ", ".join(names) if len(names) <= _MOST_NAMES else f"{len(names)} nodes"
            for names in (self.senders, self.receivers)
        )
        return f"PathPatching({'; '.join([f'{self.paths} paths: {senders} -> {receivers}', *self._remarks()])})"
