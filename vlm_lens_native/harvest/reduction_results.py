"""What reductions find: tables, pictures and files of them, as of every analysis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.analysis.result import Result
from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.table import KINDS

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


@dataclass(frozen=True, kw_only=True, eq=False)
class MomentsResult(Result):
    """Mean and variance of each coordinate, in float64.

    Attributes:
        n: Rows.
        mean: Their mean.
        variance: Their variance, with n - 1 in the denominator.
        covariance: Between coordinates, where that was asked for.
    """

    _ranked_by = "variance"

    n: int
    mean: Float[Tensor, " width"]
    variance: Float[Tensor, " width"]
    covariance: Float[Tensor, "width width"] | None = None

    @property
    def std(self) -> Float[Tensor, " width"]:
        """Standard deviation."""
        return self.variance.sqrt()

    def principal(self, n: int = 10) -> tuple[Float[Tensor, " n"], Float[Tensor, "n width"]]:
        """The ``n`` largest variances along directions, and these directions.

        Raises:
            InputError: There is no covariance.
        """
        if self.covariance is None:
            raise InputError("Moments have no covariance: reduce with Moments(covariance=True).")
        values, vectors = torch.linalg.eigh(self.covariance)
        return values.flip(0)[:n], vectors.T.flip(0)[:n]

    def to_dataframe(self) -> pd.DataFrame:
        """A line for each coordinate."""
        import pandas as pd

        columns = {"coordinate": range(len(self.mean)), "mean": self.mean, "variance": self.variance}
        return pd.DataFrame({name: np.asarray(values) for name, values in columns.items()})

    def plot(self, n: int = 20) -> Figure:
        """The largest variances."""
        from vlm_lens_native.visualize import plot_parts

        names = [str(each) for each in range(len(self.mean))]
        return plot_parts(self.variance.numpy(), labels=names, n=n, label="variance of a coordinate")

    def __repr__(self) -> str:
        return f"MomentsResult({len(self.mean)} coordinates of {self.n:,} rows)"


@dataclass(frozen=True, kw_only=True, eq=False)
class TopResult(Result):
    """The rows with the largest values of each feature, the largest first; fewer than ``k`` if there are no more.

    Attributes:
        values: The values.
        sample: Which sample.
        position: Which position of its prompt, without padding.
        image: Which of its images; -1 for text.
        box: ``x1, y1, x2, y2`` in pixels of the user's image; NaN for text.
    """

    values: Float[Tensor, "k feature"]
    sample: Int[Tensor, "k feature"]
    position: Int[Tensor, "k feature"]
    image: Int[Tensor, "k feature"]
    box: Float[Tensor, "k feature 4"]

    def to_dataframe(self, feature: int | None = None) -> pd.DataFrame:
        """A line for each row of a feature, or of all."""
        import pandas as pd

        of = slice(None) if feature is None else slice(feature, feature + 1)
        columns: dict[str, Tensor] = {name: getattr(self, name) for name in ("sample", "position", "image")}
        columns |= {name: self.box[..., i] for i, name in enumerate(("x1", "y1", "x2", "y2"))}
        features = torch.arange(self.values.shape[1]).expand(self.values.shape)
        columns = {"feature": features, "value": self.values, **columns}
        return pd.DataFrame({name: values[:, of].T.flatten().numpy() for name, values in columns.items()})

    def plot(self, n: int = 20) -> Figure:
        """The features with the largest values."""
        from vlm_lens_native.visualize import plot_parts

        names = [str(each) for each in range(self.values.shape[1])]
        return plot_parts(self.values[0].numpy(), labels=names, n=n, label="largest value of a feature")

    def __repr__(self) -> str:
        return f"TopResult({self.values.shape[1]} features, {len(self.values)} rows of each)"


@dataclass(frozen=True, kw_only=True, eq=False)
class HistogramsResult(Result):
    """How often each coordinate's values fall into bins.

    Attributes:
        counts: Of ``edges[i] <= value < edges[i + 1]``.
        below: Values below the first edge.
        above: Values from the last edge on.
        edges: The bins' edges.
    """

    _ranked_by = "n"

    counts: Int[Tensor, "width bin"]
    below: Int[Tensor, " width"]
    above: Int[Tensor, " width"]
    edges: Float[Tensor, " edge"]

    def to_dataframe(self) -> pd.DataFrame:
        """A line for each bin of each coordinate; the outer ones reach to infinity."""
        import pandas as pd

        counts = torch.cat([self.below[:, None], self.counts, self.above[:, None]], dim=1)
        edges = np.concatenate([[-np.inf], self.edges.numpy(), [np.inf]])
        coordinate, place = np.indices(counts.shape)
        columns = {"coordinate": coordinate, "low": edges[place], "high": edges[place + 1], "n": counts.numpy()}
        return pd.DataFrame({name: values.ravel() for name, values in columns.items()})

    def plot(self) -> Figure:
        """A row for each coordinate, a cell for each bin."""
        from vlm_lens_native.visualize import plot_effect_map

        rows, columns = [str(each) for each in range(len(self.counts))], [f"{each:.3g}" for each in self.edges[:-1]]
        how = {"label": "values", "row_label": "coordinate", "column_label": "from"}
        return plot_effect_map(self.counts.double().numpy(), rows=rows, columns=columns, **how)

    def __repr__(self) -> str:
        return f"HistogramsResult({len(self.counts)} coordinates, {self.counts.shape[1]} bins)"


@dataclass(frozen=True, kw_only=True, eq=False)
class LensResult(Result):
    """What the logit lens reads at rows of each kind (text, image, marker).

    Attributes:
        n: Rows of each kind.
        entropy: Mean entropy of the lens's distribution, in nats; NaN for a kind without rows.
        probability: Mean probability of the most likely token.
        top_counts: How often each token is the most likely one.
    """

    _ranked_by = "n"

    n: Int[Tensor, " kind"]
    entropy: Float[Tensor, " kind"]
    probability: Float[Tensor, " kind"]
    top_counts: Int[Tensor, "kind d_vocab"]

    def to_dataframe(self, tokenizer: Any = None) -> pd.DataFrame:
        """A line for each token that is the most likely one somewhere, for each kind; ``share`` is of the kind's rows.

        Args:
            tokenizer: The model's, for a column of words.
        """
        import pandas as pd

        kind, token = self.top_counts.nonzero(as_tuple=True)
        counts = self.top_counts[kind, token]
        lines = pd.DataFrame({"kind": np.array(KINDS, dtype=object)[kind.numpy()], "token_id": token.numpy()})
        lines = lines.assign(n=counts.numpy(), share=(counts / self.n[kind]).numpy())
        return lines if tokenizer is None else lines.assign(token=[tokenizer.decode([each]) for each in token.tolist()])

    def plot(self, tokenizer: Any = None, n: int = 20) -> Figure:
        """The tokens that are the most likely one most often."""
        from vlm_lens_native.visualize import plot_parts

        lines = self.to_dataframe(tokenizer)
        words = lines["token_id" if tokenizer is None else "token"]
        names = [f"{word} ({kind})" for word, kind in zip(words, lines["kind"], strict=True)]
        return plot_parts(lines["n"].to_numpy(float), labels=names, n=n, label="rows where the lens reads it")

    def __repr__(self) -> str:
        means = [f"{kind} {each:.2f}" for kind, each in zip(KINDS, self.entropy.tolist(), strict=False) if each == each]
        return f"LensResult({int(self.n.sum()):,} rows; mean entropy in nats: {', '.join(means)})"
