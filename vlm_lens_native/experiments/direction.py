"""A direction of the residual stream, or of another activation, and how well it tells examples apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.analysis.result import Result
from vlm_lens_native.errors import InputError
from vlm_lens_native.hook_names import NamesFilter
from vlm_lens_native.hooks import Hook
from vlm_lens_native.interventions import AddActivation, ProjectOut
from vlm_lens_native.positions import Positions

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Direction(Result):
    """A direction, fitted on some examples and tried on others.

    Attributes:
        vector: From the negative to the positive examples, as long as they are apart along it.
        hook: Where it was found.
        method: How.
        midpoint: The projection half-way between the two, in units of the vector's length, on the examples that it was
            fitted on.
        positive: Projections of held-out positive examples onto the vector of length 1.
        negative: Those of held-out negative ones.
    """

    _ranked_by = "projection"
    _shown = "The largest projections of held-out examples"

    vector: Float[Tensor, " d"]
    hook: str
    method: str
    midpoint: float
    positive: Float[Tensor, " example"]
    negative: Float[Tensor, " example"]

    @property
    def unit(self) -> Float[Tensor, " d"]:
        """The vector at length 1."""
        return self.vector / self.vector.norm()

    @property
    def effect(self) -> float:
        """How far held-out examples lie apart along it, in standard deviations within the two groups (Cohen's d)."""
        n, m = len(self.positive), len(self.negative)
        within = ((n - 1) * self.positive.var() + (m - 1) * self.negative.var()) / (n + m - 2)
        return float((self.positive.mean() - self.negative.mean()) / within.sqrt())

    @property
    def accuracy(self) -> float:
        """The share of held-out examples on their own side of the midpoint."""
        right = [*(self.positive > self.midpoint).tolist(), *(self.negative <= self.midpoint).tolist()]
        return float(np.mean(right))

    def interval(self, level: float = 0.95, *, resamples: int = 2000, seed: int = 0) -> tuple[float, float]:
        """A confidence interval of `effect`: the percentile bootstrap over held-out examples of both groups.

        Raises:
            InputError: No such level.
        """
        if not 0 < level < 1:
            raise InputError(f"A level lies in (0, 1); got {level}.")
        rng = np.random.default_rng(seed)
        groups = [
            each.numpy()[rng.integers(len(each), size=(resamples, len(each)))]
            for each in (self.positive, self.negative)
        ]
        n, m = (each.shape[1] for each in groups)
        within = ((n - 1) * groups[0].var(1, ddof=1) + (m - 1) * groups[1].var(1, ddof=1)) / (n + m - 2)
        with np.errstate(divide="ignore", invalid="ignore"):
            effects = (groups[0].mean(1) - groups[1].mean(1)) / np.sqrt(within)
        low, high = np.nanquantile(effects, [(1 - level) / 2, (1 + level) / 2])
        return float(low), float(high)

    def add(
        self, coefficient: float | int = 1.0, *, positions: Positions = None, hook: NamesFilter = None
    ) -> list[tuple[NamesFilter, Hook]]:
        """Hooks that steer: they add the vector times a number. ``with model.hooks(direction.add(4.0)): ...``.

        Args:
            coefficient: Of the vector; 1 takes a negative example as far as positive ones are.
            positions: Where; None means everywhere.
            hook: At which hook points; None: where the direction was found.
        """
        where = self.hook if hook is None else hook
        return [(where, AddActivation(self.vector, scale=coefficient, positions=positions))]

    def remove(self, *, positions: Positions = None, hook: NamesFilter = None) -> list[tuple[NamesFilter, Hook]]:
        """Hooks that take out of activations what lies along the direction; arguments as for `add`."""
        return [(self.hook if hook is None else hook, ProjectOut(self.vector, positions=positions))]

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each held-out example."""
        import pandas as pd

        groups = ["positive"] * len(self.positive) + ["negative"] * len(self.negative)
        return pd.DataFrame({"group": groups, "projection": torch.cat([self.positive, self.negative]).numpy()})

    def plot(self) -> Figure:
        """The mean projections of held-out examples of both groups, with their standard deviations."""
        from vlm_lens_native.visualize import plot_means

        groups = (self.positive, self.negative)
        means = np.array([float(each.mean()) for each in groups])
        spread = np.array([float(each.std()) for each in groups])[:, None] * np.array([[-1.0, 1.0]])
        label = f"projection at {self.hook}"
        names = ("positive", "negative")
        return plot_means(means, intervals=means[:, None] + spread, names=names, label=label, reference=self.midpoint)

    def __repr__(self) -> str:
        n = len(self.positive) + len(self.negative)
        return (
            f"Direction({self.method} at {self.hook}; length {float(self.vector.norm()):.4g}; on {n} held-out examples "
            f"effect {self.effect:.3g}, accuracy {self.accuracy:.3f})"
        )
