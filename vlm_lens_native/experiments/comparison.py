"""Conditions side by side, on the same examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.analysis.result import Result
from vlm_lens_native.analysis.runs.bootstrap import bootstrap
from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments.evaluation import evaluate
from vlm_lens_native.experiments.evaluation_result import QUANTITIES, Evaluation, Quantity
from vlm_lens_native.experiments.examples import Examples, Table
from vlm_lens_native.experiments.hooking import Hooks
from vlm_lens_native.model import HookedVLMTransformer

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

Correction = Literal["holm", "fdr"]


def compare(
    model: HookedVLMTransformer,
    examples: Table,
    conditions: Mapping[str, Hooks],
    *,
    batch_size: int | None = None,
    out: str | Path | None = None,
) -> Comparison:
    """Evaluates the same examples under several conditions; the first is the one that others are compared with.

    Args:
        model: The model.
        examples: The table, or its rows.
        conditions: Hooks by name, as `evaluate` takes them: ``{"clean": None, "blocked": hooks}``.
        batch_size: As for `evaluate`.
        out: A folder, in which each condition has a file, as for `evaluate`.

    Raises:
        InputError: Fewer than two conditions, or as for `evaluate`.
    """
    if len(conditions) < 2:
        raise InputError(f"A comparison needs two conditions or more, got {len(conditions)}; evaluate takes one.")
    examples, found = Examples.of(examples), []
    for name, hooks in conditions.items():
        file = None if out is None else Path(out) / f"{name.replace('/', '_')}.jsonl"
        found.append(evaluate(model, examples, hooks, batch_size, out=file))
        if found[-1].n_missing:
            break  # stopped
    if len(found) < 2:
        raise KeyboardInterrupt
    return Comparison(conditions=tuple(conditions)[: len(found)], evaluations=tuple(found))


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Comparison(Result):
    """The same examples under several conditions, each compared with the first one, example by example.

    Attributes:
        conditions: Their names.
        evaluations: What the model answered in each.
    """

    _ranked_by = "difference"
    _shown = "The largest differences"
    _holds = (Evaluation,)

    conditions: tuple[str, ...]
    evaluations: tuple[Evaluation, ...]

    def __getitem__(self, condition: str) -> Evaluation:
        """The answers under one condition.

        Raises:
            InputError: There is no such condition.
        """
        if condition not in self.conditions:
            raise InputError(f"There is no condition {condition!r}; there are {', '.join(self.conditions)}.")
        return self.evaluations[self.conditions.index(condition)]

    def differences(self, quantity: Quantity = "accuracy") -> Float[Tensor, "condition example"]:
        """A quantity of each example less that under the first condition."""
        values = torch.stack([each.values(quantity) for each in self.evaluations])
        return values - values[0]

    def to_dataframe(
        self,
        quantity: Quantity | None = None,
        *,
        level: float = 0.95,
        correction: Correction = "holm",
        resamples: int = 2000,
        seed: int = 0,
    ) -> pd.DataFrame:
        """One line for each condition and quantity: mean, paired difference from the first, and how sure it is.

        Columns: ``mean``; ``difference`` with the bootstrap interval ``low``, ``high`` over examples; ``effect_size``,
        the mean difference over the differences' standard deviation (Cohen's d_z), NaN where all are equal;
        ``p``, two-sided: McNemar's exact test of accuracy, and of other quantities Wilcoxon's signed-rank test; and
        ``p_corrected`` for the number of conditions, quantity by quantity.

        Args:
            quantity: One of them; None takes accuracy and probability, and the logit difference where there is one.
            level: Of the intervals.
            correction: ``"holm"`` bounds the chance of any false finding, ``"fdr"`` their expected share
                (Benjamini and Hochberg).
            resamples: Of the bootstrap.
            seed: Of the bootstrap.

        Raises:
            InputError: There is no such quantity, level or correction.
        """
        import pandas as pd

        has: list[Quantity] = [
            name for name in QUANTITIES if name != "logit" and not self.evaluations[0].values(name).isnan().all()
        ]
        lines = []
        asked: list[Quantity] = has if quantity is None else [quantity]
        for name in asked:
            differences = self.differences(name)
            p = [_p_value(each, name) for each in differences[1:]]
            corrected = _corrected(np.array(p), correction)
            for nth, condition in enumerate(self.conditions):
                line = {"condition": condition, "quantity": name, "n": int((~differences[nth].isnan()).sum())}
                line["mean"] = float(self.evaluations[nth].values(name).nanmean())
                if nth:
                    each = differences[nth]
                    low, high = (
                        bootstrap(each, level, resamples=resamples, seed=seed) if len(each) > 1 else (np.nan, np.nan)
                    )
                    line |= {"difference": float(each.nanmean()), "low": float(low), "high": float(high)}
                    line |= {"effect_size": _effect_size(each), "p": p[nth - 1], "p_corrected": corrected[nth - 1]}
                lines.append(line)
        return pd.DataFrame(lines)

    def plot(self, quantity: Quantity = "accuracy") -> Figure:
        """The mean under each condition, with 95 % intervals over examples."""
        from vlm_lens_native.visualize import plot_means

        means = [float(each.values(quantity).nanmean()) for each in self.evaluations]
        several = len(self.evaluations[0]) > 1
        bands = [each.interval(quantity) if several else (np.nan, np.nan) for each in self.evaluations]
        return plot_means(np.array(means), intervals=np.array(bands), names=self.conditions, label=quantity)

    @property
    def _ran(self) -> Tensor:
        return torch.stack([each.top_ids for each in self.evaluations])

    def __repr__(self) -> str:
        said = [f"{name} {each.accuracy:.3f}" for name, each in zip(self.conditions, self.evaluations, strict=True)]
        said = [f"{len(self.evaluations[0])} examples", f"accuracy: {', '.join(said)}"]
        return f"Comparison({'; '.join(said + self._stopped())})"


def _p_value(differences: Float[Tensor, " example"], quantity: str) -> float:
    """Two-sided, of no difference: McNemar's exact test, or Wilcoxon's signed-rank test; 1 where nothing differs."""
    from scipy import stats

    values = differences[~differences.isnan()].double().numpy()
    changed = values[values != 0]
    if not len(changed):
        return 1.0
    if quantity == "accuracy":
        return float(stats.binomtest(int((changed > 0).sum()), len(changed)).pvalue)
    signed: Any = stats.wilcoxon(values)
    return float(signed.pvalue)


def _effect_size(differences: Float[Tensor, " example"]) -> float:
    values = differences[~differences.isnan()].double()
    spread = float(values.std()) if len(values) > 1 else 0.0
    return float(values.mean()) / spread if spread else float("nan")


def _corrected(p: Float[np.ndarray, " test"], correction: str) -> Float[np.ndarray, " test"]:
    """Source: Holm (1979); Benjamini and Hochberg (1995)."""
    from scipy import stats

    if correction == "fdr":
        return stats.false_discovery_control(p)
    if correction != "holm":
        raise InputError(f"correction={correction!r} is unknown; expected 'holm' or 'fdr'.")
    order = np.argsort(p)
    stepped = np.maximum.accumulate(p[order] * np.arange(len(p), 0, -1)).clip(max=1.0)
    return stepped[np.argsort(order)]
