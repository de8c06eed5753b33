"""What a sweep of patches has found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.analysis.patching.effects import Effects
from vlm_lens_native.analysis.result import long_table
from vlm_lens_native.analysis.runs.curves import MOST_CURVES, plot_samples
from vlm_lens_native.analysis.stream import StreamLayer
from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs import TokenLayout

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

Axis = Literal["group", "position", "head"]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PatchingSweep(Effects):
    """The effect of each patch on a metric.

    Attributes:
        hook: The hook point that was patched.
        layers: Where: numbers of blocks; ``"embed"`` is what block 0 receives.
        axis: What the columns are.
        columns: Names of groups, or numbers of positions (of the first pair's target) or heads.
        labels: What pictures call the columns.
        deepstack: Whether patched positions also got the other run's deepstack features (``"patched"``).
        layout: Of the first pair's target.
        row: Row of the first pair in its batch.
    """

    hook: str
    layers: tuple[StreamLayer, ...]
    axis: Axis
    columns: tuple[str | int, ...]
    labels: tuple[str, ...]
    deepstack: str
    layout: TokenLayout
    row: int
    values: Float[Tensor, "pair layer column"]
    top_ids: Int[Tensor, "pair layer column"]

    @property
    def line_keys(self) -> tuple[str, ...]:
        """The layer, and the group, head or position."""
        return "layer", self.axis

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each pair, layer and column."""
        columns = np.array(self.columns, dtype=object if self.axis == "group" else int)
        return long_table(
            {"pair": range(len(self.values)), "layer": np.array(self.layers, dtype=object), self.axis: columns},
            value=self.values,
            effect=self.effects,
            top_id=self.top_ids,
        )

    def map(self, layer: StreamLayer, *, image: int = 0, frame: int | None = None) -> Float[np.ndarray, "height width"]:
        """The effect of each image token, painted on the pixels that it saw, of the first pair's target.

        Args:
            layer: One of `layers`.
            image: Number of the image or video in its row.
            frame: Which frame of a video.

        Returns:
            In pixels of the layout's ``box_space``; NaN where no token saw the pixel or none was patched.

        Raises:
            InputError: The sweep was not over positions, or not over this layer.
        """
        if self.axis != "position" or layer not in self.layers:
            raise InputError(
                f"{self!r} has no map of layer {layer!r}; sweep(..., positions=layout.images, layers=[{layer!r}]) has."
            )
        values = np.full(self.layout.table.kind.shape[1], np.nan)
        values[list(map(int, self.columns))] = self.effect[self.layers.index(layer)].numpy()
        return self.layout.heatmap(values, image=image, batch=self.row, frame=frame)

    def plot(self) -> Figure:
        """Curves over layers, one for each group, or a map of layers and positions or heads.

        0 is no effect, 1 the whole difference between the runs; bands are 95 % intervals over pairs, if there are
        several.
        """
        return plot_samples(
            self.effects,
            layers=list(map(str, self.layers)),
            columns=self.labels,
            label=self._meaning,
            place=f"{self.hook} patched in layer",
            most_curves=MOST_CURVES if self.axis == "group" else 0,
        )

    def _repr_html_(self) -> str:
        return self._html_grid(self.effect.numpy(), rows=list(map(str, self.layers)), columns=self.labels)

    def __repr__(self) -> str:
        columns = ", ".join(self.labels) if len(self.labels) <= MOST_CURVES else f"{len(self.labels)} {self.axis}s"
        said = [f"{self.hook}, {self.direction}: {len(self.layers)} layers x {columns}"]
        said += ["deepstack patched"] * (self.deepstack == "patched")
        return f"PatchingSweep({'; '.join([*said, *self._remarks()])})"
