"""What a sweep of patches has found."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.analysis._figures import figures
from vlm_lens_native.analysis._storage import load_result, save_result
from vlm_lens_native.analysis.stream import StreamLayer
from vlm_lens_native.errors import InputError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

Axis = Literal["group", "position", "head"]
_MOST_CURVES = 6


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PatchingSweep:
    """The effect of each patch on a metric.

    Attributes:
        hook: The hook point that was patched, within its block.
        layers: Where: numbers of blocks; ``"embed"`` is what block 0 receives.
        axis: What the columns are.
        columns: Names of groups, or numbers of positions (of the first pair's target) or heads.
        labels: What pictures call the columns.
        direction: ``"denoise"``: the source's activations in the target's run; ``"noise"``: the reverse.
        deepstack: Whether patched positions also got the other run's deepstack features (``"patched"``).
        values: The metric of each patched run, NaN where it was not run because the sweep was stopped.
        source_values: The metric of the source runs.
        target_values: The metric of the target runs.
        top_ids: The most probable next token of each patched run; -1 where it was not run.
        source_top_ids: Those of the source runs.
        target_top_ids: Those of the target runs.
        notes: How prompts of different lengths were aligned.
    """

    hook: str
    layers: tuple[StreamLayer, ...]
    axis: Axis
    columns: tuple[str | int, ...]
    labels: tuple[str, ...]
    direction: str
    deepstack: str
    values: Float[Tensor, "pair layer column"]
    source_values: Float[Tensor, " pair"]
    target_values: Float[Tensor, " pair"]
    top_ids: Int[Tensor, "pair layer column"]
    source_top_ids: Int[Tensor, " pair"]
    target_top_ids: Int[Tensor, " pair"]
    notes: tuple[str, ...] = ()

    @property
    def effects(self) -> Float[Tensor, "pair layer column"]:
        """The metric on a scale where 0 is the run that was patched and 1 the run that the activations came from.

        With ``"denoise"`` this is what is recovered of the source's answer; with ``"noise"``, what is lost of it.
        """
        ends = (self.target_values, self.source_values)
        none, full = (end[:, None, None] for end in (ends if self.direction == "denoise" else reversed(ends)))
        return (self.values - none) / (full - none)

    @property
    def effect(self) -> Float[Tensor, "layer column"]:
        """The mean of `effects` over pairs."""
        return self.effects.nanmean(0)

    def interval(
        self, level: float = 0.95, *, resamples: int = 2000, seed: int = 0
    ) -> tuple[Float[Tensor, "layer column"], Float[Tensor, "layer column"]]:
        """A confidence interval of `effect`: the percentile bootstrap over pairs.

        Args:
            level: Its confidence, between 0 and 1.
            resamples: How often pairs are drawn anew, with replacement.
            seed: Of the draws.

        Returns:
            Lower and upper ends.

        Raises:
            InputError: There is one pair only, or no such level.
        """
        n_pairs = len(self.values)
        if n_pairs < 2 or not 0 < level < 1:
            raise InputError(f"An interval needs several pairs and a level in (0, 1); got {n_pairs} and {level}.")
        drawn = torch.randint(n_pairs, (resamples, n_pairs), generator=torch.Generator().manual_seed(seed))
        means = torch.stack([self.effects[rows].nanmean(0) for rows in drawn])
        low, high = means.nanquantile(torch.tensor([(1 - level) / 2, (1 + level) / 2]), dim=0)
        return low, high

    @property
    def n_missing(self) -> int:
        """How many patched runs were not run, because the sweep was stopped."""
        return int(self.values.isnan().sum())

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each pair, layer and column."""
        import pandas as pd

        pair, layer, column = np.indices(self.values.shape)
        return pd.DataFrame(
            {
                "pair": pair.ravel(),
                "layer": np.array(self.layers, dtype=object)[layer].ravel(),
                self.axis: np.array(self.columns, dtype=object)[column].ravel(),
                "value": self.values.numpy().ravel(),
                "effect": self.effects.numpy().ravel(),
                "top_id": self.top_ids.numpy().ravel(),
            }
        )

    def plot(self) -> Figure:
        """Curves over layers, one for each group, or a map of layers and positions or heads.

        0 is no effect, 1 the whole difference between the runs; bands are 95 % intervals over pairs, if there are
        several.
        """
        layers = list(map(str, self.layers))
        if self.axis != "group" or len(self.columns) > _MOST_CURVES:
            return figures().plot_effect_map(
                self.effect.numpy(), rows=layers, columns=list(self.labels), label=self._meaning, row_label="layer"
            )
        band = None
        if len(self.values) > 1:
            low, high = self.interval()
            band = (low.numpy(), high.numpy())
        return figures().plot_patching(
            self.effect.numpy(),
            layers=layers,
            groups=list(self.labels),
            band=band,
            place=self.hook,
            label=self._meaning,
        )

    def save(self, path: str | Path) -> None:
        """Writes the sweep to a safetensors file; ``PatchingSweep.load`` reads it back."""
        save_result(self, path)

    @classmethod
    def load(cls, path: str | Path) -> PatchingSweep:
        """Reads what ``save`` wrote.

        Raises:
            InputError: The file holds something else.
        """
        return load_result(cls, path)

    @property
    def _meaning(self) -> str:
        return "recovered (0 none, 1 full)" if self.direction == "denoise" else "lost (0 none, 1 all)"

    def _repr_html_(self) -> str:
        import pandas as pd

        frame = pd.DataFrame(self.effect.numpy(), index=list(map(str, self.layers)), columns=list(self.labels))
        return f"<p>{html.escape(repr(self))}</p>" + frame.to_html(float_format="{:.2f}".format, na_rep="", border=0)

    def __repr__(self) -> str:
        n_pairs, n_layers, n_columns = self.values.shape
        columns = ", ".join(self.labels) if n_columns <= _MOST_CURVES else f"{n_columns} {self.axis}s"
        said = [f"{self.hook}, {self.direction}: {n_layers} layers x {columns}"]
        said += [f"{n_pairs} pairs"] * (n_pairs > 1) + ["deepstack patched"] * (self.deepstack == "patched")
        said += [f"stopped: {self.n_missing} of {self.values.numel()} runs are missing"] * (self.n_missing > 0)
        return f"PatchingSweep({'; '.join([*said, *self.notes])})"
