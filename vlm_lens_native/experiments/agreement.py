"""How well methods that score edges agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.analysis.gradients.edge_result import EdgeAttribution
from vlm_lens_native.analysis.result import Result
from vlm_lens_native.errors import InputError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


def agreement(methods: Mapping[str, EdgeAttribution], *, sizes: Sequence[int] = (10, 100)) -> Agreement:
    """Compares scores of the same edges by several methods, such as EAP, EAP-IG and `patched_edges`.

    Args:
        methods: What each method found, by name. Edges that one of them doesn't have are left out.
        sizes: Numbers of edges: how many of one method's largest are among the other's.

    Raises:
        InputError: Fewer than two methods, of different models, or with fewer edges in common than asked for.
    """
    found = list(methods.values())
    if len(found) < 2 or len({(each.senders, each.receivers) for each in found}) > 1:
        raise InputError(f"Agreement is between two methods or more, on one model; got {', '.join(methods)}.")
    common = torch.stack([each.exists for each in found]).all(0)
    if int(common.sum()) < max(2, *sizes):
        raise InputError(f"The methods have {int(common.sum())} edges in common; sizes={list(sizes)} asks for more.")
    scores = torch.stack([each.scores.sum(0)[common] for each in found])
    return Agreement(methods=tuple(methods), sizes=tuple(sizes), scores=scores)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Agreement(Result):
    """Scores of the same edges by several methods.

    Attributes:
        methods: Their names.
        sizes: Numbers of edges at which the largest are compared.
        scores: Of every edge that all methods have.
    """

    _ranked_by = "spearman"
    _shown = "The pairs that agree best"

    methods: tuple[str, ...]
    sizes: tuple[int, ...]
    scores: Float[Tensor, "method edge"]

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each two methods: ``pearson`` correlation, ``spearman`` of sizes, and ``top_10`` and the like.

        The last are the share of one method's largest edges, by size, that are among the other's.
        """
        import pandas as pd
        from scipy import stats

        lines = []
        for one, other in combinations(range(len(self.methods)), 2):
            pair = self.scores[[one, other]].double().numpy()
            line = {"method": self.methods[one], "other": self.methods[other], "pearson": np.corrcoef(pair)[0, 1]}
            line["spearman"] = float(stats.spearmanr(*np.abs(pair)).statistic)  # pyright: ignore
            order = np.argsort(-np.abs(pair), axis=1, kind="stable")
            for size in self.sizes:
                line[f"top_{size}"] = len(np.intersect1d(order[0, :size], order[1, :size])) / size
            lines.append(line)
        return pd.DataFrame(lines)

    def plot(self) -> Figure:
        """The correlations and overlaps of every two methods."""
        from vlm_lens_native.visualize import plot_patching

        lines = self.to_dataframe()
        names = [f"{one}, {other}" for one, other in zip(lines["method"], lines["other"], strict=True)]
        columns = list(lines.columns[2:])
        return plot_patching(
            lines[columns].to_numpy().T, layers=columns, groups=names, label="agreement", place="measure"
        )

    def __repr__(self) -> str:
        return f"Agreement({', '.join(self.methods)} on {self.scores.shape[1]} edges)"
