"""What knocking out attention has done to the answers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import numpy as np
import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor

from vlm_lens_native.analysis.result import Result, long_table
from vlm_lens_native.analysis.runs.bootstrap import bootstrap
from vlm_lens_native.analysis.runs.curves import MOST_CURVES, plot_samples
from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.words import Word

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

Quantity = Literal["relative change", "logit change", "accuracy"]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class KnockoutSweep(Result):
    """Answers with and without some of the attention.

    Attributes:
        windows: The layers of each window.
        flows: Names of the flows, ``"from -> to"``: which way information would have gone.
        answers: The answer to each of the inputs that is followed.
        probabilities: Its probability, summed over its tokens; NaN where it was not run because the sweep was stopped.
        logits: Its logit: that of the best of its tokens.
        top_ids: The most probable next tokens; -1 where it was not run.
        clean_probabilities: The answers' probabilities with all attention.
        clean_logits: Their logits.
        clean_top_ids: The most probable next tokens with all attention; -1 where the sweep was stopped before.
    """

    _ranked_by = "relative_change"
    _line_keys, line_row = ("layers", "flow"), "input"

    windows: tuple[tuple[int, ...], ...]
    flows: tuple[str, ...]
    answers: tuple[Word, ...]
    probabilities: Float[Tensor, "input window flow"]
    logits: Float[Tensor, "input window flow"]
    top_ids: Int[Tensor, "input window flow"]
    clean_probabilities: Float[Tensor, " input"]
    clean_logits: Float[Tensor, " input"]
    clean_top_ids: Int[Tensor, " input"]

    @property
    def relative_changes(self) -> Float[Tensor, "input window flow"]:
        """The answer's probability, as the change from the clean run over the clean run's: -1 if all of it is gone.

        Source: Geva et al., "Dissecting Recall of Factual Associations" (2023), and Zhang et al., "Cross-modal
        Information Flow in Multimodal Large Language Models" (2025), which report it in per cent.
        """
        clean = self.clean_probabilities[:, None, None]
        return (self.probabilities - clean) / clean

    @property
    def relative_change(self) -> Float[Tensor, "window flow"]:
        """The mean of `relative_changes` over inputs."""
        return self.relative_changes.nanmean(0)

    @property
    def logit_change(self) -> Float[Tensor, "window flow"]:
        """The mean change of the answer's logit over inputs."""
        return self._logit_changes.nanmean(0)

    @property
    def accuracy(self) -> Float[Tensor, "window flow"]:
        """The share of inputs whose most probable next token is the answer."""
        return self._right.nanmean(0)

    @property
    def clean_accuracy(self) -> float:
        """The same with all attention."""
        ids = self.clean_top_ids[:, None, None]
        return float(self._answered(ids).float().masked_fill(ids < 0, torch.nan).nanmean())

    def interval(
        self, quantity: Quantity = "relative change", level: float = 0.95, *, resamples: int = 2000, seed: int = 0
    ) -> tuple[Float[Tensor, "window flow"], Float[Tensor, "window flow"]]:
        """A confidence interval of one of the means: the percentile bootstrap over inputs.

        Raises:
            InputError: There is one input only, or no such quantity or level.
        """
        return bootstrap(self._samples(quantity), level, resamples=resamples, seed=seed)

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each input, window and flow; ``right`` is missing where it was not run."""
        axes = {"input": range(len(self.answers)), "layers": self.window_names, "flow": self.flows}
        lines = long_table(
            axes,
            answer=np.array([word.text for word in self.answers], dtype=object)[:, None, None],
            probability=self.probabilities,
            relative_change=self.relative_changes,
            logit=self.logits,
            logit_change=self._logit_changes,
            top_id=self.top_ids,
            right=self._right,
        )
        return lines.astype({"right": "boolean"})

    @property
    def window_names(self) -> tuple[str, ...]:
        """``"3"``, ``"2-4"``, or ``"0, 5"``."""
        names = []
        for window in self.windows:
            low, high = min(window), max(window)
            joined = len(window) > 1 and window == tuple(range(low, high + 1))
            names.append(f"{low}-{high}" if joined else ", ".join(map(str, window)))
        return tuple(names)

    def plot(self, quantity: Quantity = "relative change") -> Figure:
        """Curves over windows, one for each flow, with 95 % intervals over inputs if there are several."""
        label = {
            "relative change": "relative change of the answer's probability",
            "logit change": "change of the answer's logit",
            "accuracy": "accuracy",
        }[quantity]
        return plot_samples(
            self._samples(quantity),
            layers=self.window_names,
            columns=self.flows,
            label=label,
            place="attention knocked out in layers",
            levels=(self.clean_accuracy if quantity == "accuracy" else 0.0,),
            breaks=[nth for nth, (one, other) in enumerate(pairwise(self.windows), 1) if len(one) != len(other)],
        )

    def _samples(self, quantity: str) -> Float[Tensor, "input window flow"]:
        known = {"relative change": self.relative_changes, "logit change": self._logit_changes, "accuracy": self._right}
        if quantity not in known:
            raise InputError(f"There is no {quantity!r}; there are {', '.join(known)}.")
        return known[quantity]

    @property
    def _logit_changes(self) -> Float[Tensor, "input window flow"]:
        return self.logits - self.clean_logits[:, None, None]

    @property
    def _right(self) -> Float[Tensor, "input window flow"]:
        right = self._answered(self.top_ids).float()
        return right.masked_fill(self.top_ids < 0, torch.nan)

    def _answered(self, ids: Int[Tensor, "input window flow"]) -> Bool[Tensor, "input window flow"]:
        pairs = zip(ids, self.answers, strict=True)
        return torch.stack([torch.isin(row, torch.tensor(word.token_ids)) for row, word in pairs])

    def _repr_html_(self) -> str:
        note, values = "Mean relative change of the answer's probability, by layers", self.relative_change.numpy()
        return self._html_grid(values, rows=self.window_names, columns=self.flows, note=note)

    def __repr__(self) -> str:
        flows = ", ".join(self.flows) if len(self.flows) <= MOST_CURVES else f"{len(self.flows)} flows"
        said = [f"{len(self.windows)} windows x {flows}"]
        said += [f"{len(self.answers)} inputs"] * (len(self.answers) > 1)
        return f"KnockoutSweep({'; '.join(said + self._stopped())})"
