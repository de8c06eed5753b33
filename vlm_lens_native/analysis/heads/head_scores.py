"""A score for every head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, SupportsIndex

from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.analysis.result import Result, long_table
from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import one_index

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


class HeadScore(NamedTuple):
    """One head and its score."""

    layer: int
    head: int
    score: float


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class HeadScores(Result):
    """What a detector says of every head.

    Attributes:
        name: The detector.
        layers: The blocks.
        by_row: The score in each row of the batch: the mean over its queries.
        chance: What a head would score, over all rows, that attends evenly to everything it sees in this block.
        n_queries: Queries in each row.
    """

    _ranked_by = "score"
    _line_keys = ("layer", "head")

    name: str
    layers: tuple[int, ...]
    by_row: Float[Tensor, "row layer head"]
    chance: Float[Tensor, " layer"]
    n_queries: Int[Tensor, " row"]

    @property
    def scores(self) -> Float[Tensor, "layer head"]:
        """The mean over rows, each of which counts alike."""
        return self.by_row.mean(0)

    def __getitem__(self, head: tuple[SupportsIndex, SupportsIndex]) -> float:
        """The score of one head, by the numbers of its block and of the head.

        Raises:
            InputError: There is no such head, or its block was left out.
        """
        layer, number = head
        if layer not in self.layers:
            raise InputError(f"Layer {layer} was not scored; there are {', '.join(map(str, self.layers))}.")
        return float(self.scores[self.layers.index(layer), one_index("head", number, self.by_row.shape[2])])

    def top(self, n: int = 10) -> list[HeadScore]:
        """The heads with the highest scores, best first."""
        scores = self.scores
        values, places = scores.flatten().sort(descending=True, stable=True)
        pairs = [divmod(place, scores.shape[1]) for place in places[:n].tolist()]
        return [
            HeadScore(layer=self.layers[row], head=head, score=float(value))
            for (row, head), value in zip(pairs, values[:n], strict=True)
        ]

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each head: ``layer``, ``head``, ``score`` and ``chance``."""
        scores = self.scores
        return long_table(
            {"layer": self.layers, "head": range(scores.shape[1])}, score=scores, chance=self.chance[:, None]
        )

    def plot(self) -> Figure:
        """A map of layers by heads, layers upwards."""
        from vlm_lens_native.visualize import plot_head_scores

        rows = [f"layer {layer}" for layer in self.layers]
        return plot_head_scores(self.scores.numpy(), rows=rows, label="score", title=self.name)

    def _repr_html_(self) -> str:
        best = self.to_dataframe().sort_values("score", ascending=False, kind="stable").head(10)
        return self._html(best, note="The heads with the highest scores")

    def __repr__(self) -> str:
        best = ", ".join(f"L{layer}H{head} {score:.2f}" for layer, head, score in self.top(3))
        rows, layers, heads = self.by_row.shape
        size = f"{layers} layers x {heads} heads over {rows} rows"
        return f"HeadScores({self.name}: {size}; {best}; chance {float(self.chance.mean()):.2f})"
