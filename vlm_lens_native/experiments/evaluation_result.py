"""How often, how surely and by how much a model gives the right answers of a table of examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor

from vlm_lens_native.analysis.result import Result
from vlm_lens_native.analysis.runs.bootstrap import bootstrap
from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.words import Word

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

Quantity = Literal["accuracy", "probability", "logit", "logit difference"]
QUANTITIES: tuple[Quantity, ...] = ("accuracy", "probability", "logit", "logit difference")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Evaluation(Result):
    """A model's answers to examples, in their order.

    Attributes:
        questions: What was asked.
        answers: The right answers.
        probabilities: Of the right answer, summed over its tokens; NaN where it was not run.
        logits: Of the right answer: the log of the sum of its tokens' exponentials (of one token, its logit).
        logit_differences: By how much that exceeds the contrast's: the log of the ratio of their probabilities; NaN
            where an example has no contrast.
        top_ids: The most probable next token; -1 where it was not run.
        said: Its text.
        labels: The labels of the examples by name; None where an example has none.
    """

    _ranked_by = "probability"
    _shown = "The most probable answers"

    questions: tuple[str, ...]
    answers: tuple[Word, ...]
    probabilities: Float[Tensor, " example"]
    logits: Float[Tensor, " example"]
    logit_differences: Float[Tensor, " example"]
    top_ids: Int[Tensor, " example"]
    said: tuple[str, ...]
    labels: Mapping[str, tuple[Any, ...]]

    def __len__(self) -> int:
        return len(self.questions)

    @property
    def right(self) -> Float[Tensor, " example"]:
        """1 where the most probable next token is the answer's, 0 where it is not, NaN where it was not run."""
        pairs = zip(self.top_ids.tolist(), self.answers, strict=True)
        right = torch.tensor([float(top in word.token_ids) for top, word in pairs])
        return right.masked_fill(self.top_ids < 0, torch.nan)

    @property
    def accuracy(self) -> float:
        """The share of right answers."""
        return float(self.right.nanmean())

    @property
    def probability(self) -> float:
        """The mean probability of the right answer."""
        return float(self.probabilities.nanmean())

    @property
    def logit_difference(self) -> float:
        """The mean of `logit_differences`."""
        return float(self.logit_differences.nanmean())

    def interval(
        self, quantity: Quantity = "accuracy", level: float = 0.95, *, resamples: int = 2000, seed: int = 0
    ) -> tuple[float, float]:
        """A confidence interval of a mean: the percentile bootstrap over examples.

        Raises:
            InputError: There is one example only, or no such quantity or level.
        """
        low, high = bootstrap(self.values(quantity), level, resamples=resamples, seed=seed)
        return float(low), float(high)

    def values(self, quantity: Quantity = "accuracy") -> Float[Tensor, " example"]:
        """A quantity of each example.

        Raises:
            InputError: There is no such quantity.
        """
        known = dict(
            zip(QUANTITIES, (self.right, self.probabilities, self.logits, self.logit_differences), strict=True)
        )
        if quantity not in known:
            raise InputError(f"There is no {quantity!r}; there are {', '.join(QUANTITIES)}.")
        return known[quantity]

    def where(self, **labels: Any) -> Evaluation:
        """The part with these labels.

        Raises:
            InputError: No example has them, or there is no such label.
        """
        found = torch.ones(len(self), dtype=torch.bool)
        for name, value in labels.items():
            found &= torch.tensor([each == value for each in self.label(name)])
        if not found.any():
            raise InputError(f"No example has {labels}.")
        return self._some(found)

    def label(self, name: str) -> tuple[Any, ...]:
        """A label of every example, or the ``question`` or ``answer``.

        Raises:
            InputError: There is no such label.
        """
        known = {"question": self.questions, "answer": tuple(word.text for word in self.answers), **self.labels}
        if name not in known:
            raise InputError(f"There is no label {name!r}; there are {', '.join(known)}.")
        return known[name]

    def by(self, label: str, level: float = 0.95, *, resamples: int = 2000, seed: int = 0) -> pd.DataFrame:
        """One line for each value of a label: number of examples, accuracy with its interval, and the other means.

        Intervals are missing where a value has one example.

        Raises:
            InputError: There is no such label.
        """
        import pandas as pd

        lines = []
        for value in dict.fromkeys(self.label(label)):
            part = self._some(torch.tensor([each == value for each in self.label(label)]))
            several = len(part) > 1
            low, high = part.interval(level=level, resamples=resamples, seed=seed) if several else (np.nan, np.nan)
            means = {"accuracy": part.accuracy, "low": low, "high": high, "probability": part.probability}
            lines.append({label: value, "n": len(part), **means, "logit_difference": part.logit_difference})
        return pd.DataFrame(lines)

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each example, with its labels; ``right`` is missing where it was not run."""
        import pandas as pd

        own = {
            "example": range(len(self)),
            "question": self.questions,
            "answer": [word.text for word in self.answers],
            "said": self.said,
            "right": pd.array([None if np.isnan(one) else bool(one) for one in self.right.tolist()], dtype="boolean"),
            "probability": self.probabilities.numpy(),
            "logit": self.logits.numpy(),
            "logit_difference": self.logit_differences.numpy(),
        }
        labels = {f"label_{name}" if name in own else name: values for name, values in self.labels.items()}
        return pd.DataFrame({**own, **labels})

    def plot(self, label: str | None = None) -> Figure:
        """The accuracy with its 95 % interval: of each value of a label, or of all examples."""
        from vlm_lens_native.visualize import plot_means

        low, high = self.interval() if len(self) > 1 else (np.nan, np.nan)
        if label is None:
            names, means, bands = ["all"], [self.accuracy], [(low, high)]
        else:
            lines = self.by(label)
            names, means = [str(each) for each in lines[label]], lines["accuracy"].tolist()
            bands = list(zip(lines["low"], lines["high"], strict=True))
        return plot_means(np.array(means), intervals=np.array(bands, dtype=float), names=names, label="accuracy")

    def _some(self, kept: Bool[Tensor, " example"]) -> Evaluation:
        numbers = kept.nonzero().flatten().tolist()
        return Evaluation(
            questions=tuple(self.questions[nth] for nth in numbers),
            answers=tuple(self.answers[nth] for nth in numbers),
            probabilities=self.probabilities[kept],
            logits=self.logits[kept],
            logit_differences=self.logit_differences[kept],
            top_ids=self.top_ids[kept],
            said=tuple(self.said[nth] for nth in numbers),
            labels={name: tuple(values[nth] for nth in numbers) for name, values in self.labels.items()},
        )

    def __repr__(self) -> str:
        said = [f"{len(self)} examples", f"accuracy {self.accuracy:.3f}", f"probability {self.probability:.3f}"]
        return f"Evaluation({'; '.join(said + self._stopped())})"
