"""What edge attribution finds: a number for every pair of a component that writes and one that reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Bool, Float
from torch import Tensor

from vlm_lens_native.analysis.gradients.circuit import Circuit
from vlm_lens_native.analysis.result import Result
from vlm_lens_native.errors import InputError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class EdgeAttribution(Result):
    """The estimated effect of every edge between components.

    Attributes:
        senders: What writes to the residual stream: ``embed`` (text), ``image_embed``, heads ``L0H0``, ``0_mlp_out``,
            and ``0_deepstack`` where the model has it.
        receivers: What reads it: heads' queries ``L1H0.q``, key/value heads ``L1K0.k`` and ``L1K0.v``, ``1_mlp_in``,
            and ``logits`` (the final norm and the unembedding).
        scores: By how much the metric would change if only this receiver read the source's output of this sender: the
            mean over rows of the sum over positions. Zero where there is no edge.
        exists: Where there is an edge: the sender writes before the receiver reads.
        groups: Names of the groups of positions; ``("all",)`` if none were asked for.
        source_value: The metric of the source run, for each row.
        target_value: The metric of the target run, for each row.
        steps: Points between the two inputs at which gradients were taken (EAP-IG); None: at the target's (EAP).
        method: How scores came about, where not by gradients: ``"patching"`` for measured effects.
    """

    _ranked_by = "score"
    _line_keys = ("group", "sender", "receiver")

    senders: tuple[str, ...]
    receivers: tuple[str, ...]
    scores: Float[Tensor, "group sender receiver"]
    exists: Bool[Tensor, "sender receiver"]
    groups: tuple[str, ...]
    source_value: Float[Tensor, " batch"]
    target_value: Float[Tensor, " batch"]
    steps: int | None = None
    method: str | None = None

    def __getitem__(self, edge: tuple[str, str]) -> float:
        """The score of one edge, ``edges["L0H1", "L2H0.q"]``, over all groups.

        Raises:
            InputError: There is no such edge.
        """
        for names, name in zip((self.senders, self.receivers), edge, strict=True):
            if name not in names:
                raise InputError(f"There is no {name!r} among {', '.join(names[:6])}, ...; see .senders, .receivers.")
        sender, receiver = self.senders.index(edge[0]), self.receivers.index(edge[1])
        if not self.exists[sender, receiver]:
            raise InputError(f"There is no edge from {edge[0]} to {edge[1]}: it reads before that is written.")
        return float(self.scores[:, sender, receiver].sum())

    @property
    def nodes(self) -> dict[str, float]:
        """The score of every component: by how much the metric would change if all read the source's output of it.

        It is the sum over the edges that lead on from it, which is its effect to first order.
        """
        return dict(zip(self.senders, self.scores.sum((0, 2)).tolist(), strict=True))

    def circuit(self, *, top: int | None = None, threshold: float | None = None, nodes: int | None = None) -> Circuit:
        """The edges with the largest scores, by size and over all groups, that lead to the logits.

        Args:
            top: How many edges to take; those from which nothing leads to the logits are then left out.
            threshold: Or the least size of a score.
            nodes: Or how many components to take, those with the largest scores, by size: all edges between them.

        Raises:
            InputError: Not exactly one of the three, or more edges or components than there are.
        """
        scores = self.scores.sum(0)
        if nodes is not None:
            if top is not None or threshold is not None or not 0 <= nodes <= len(self.senders):
                raise InputError(f"A circuit of nodes has 0 to {len(self.senders)} of them, and no top or threshold.")
            whole = Circuit.of(self.senders, self.receivers, scores, self.exists, threshold=0.0)
            found = self.nodes
            return whole.among(sorted(found, key=lambda name: -abs(found[name]))[:nodes])
        return Circuit.of(self.senders, self.receivers, scores, self.exists, top=top, threshold=threshold)

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each group and edge."""
        import pandas as pd

        group, sender, receiver = np.nonzero(self.exists.expand(self.scores.shape).numpy())
        return pd.DataFrame(
            {
                "group": np.array(self.groups, dtype=object)[group],
                "sender": np.array(self.senders, dtype=object)[sender],
                "receiver": np.array(self.receivers, dtype=object)[receiver],
                "score": self.scores.numpy()[group, sender, receiver],
            }
        )

    def plot(self, *, group: str | None = None) -> Figure:
        """The scores of all edges, senders upwards; where there is no edge, grey.

        Args:
            group: Of positions; None adds all groups up.
        """
        from vlm_lens_native.visualize import plot_effect_map

        if group is not None and group not in self.groups:
            raise InputError(f"There is no group {group!r}; there are {', '.join(self.groups)}.")
        scores = self.scores.sum(0) if group is None else self.scores[self.groups.index(group)]
        shown = scores.masked_fill(~self.exists, float("nan")).numpy()
        return plot_effect_map(
            shown,
            rows=self.senders,
            columns=self.receivers,
            label="change of the metric",
            row_label="sender",
            column_label="receiver",
        )

    def __repr__(self) -> str:
        method = self.method or ("EAP" if self.steps is None else f"EAP-IG, {self.steps} steps")
        return (
            f"EdgeAttribution({method}: {int(self.exists.sum())} edges of {len(self.senders)} senders and "
            f"{len(self.receivers)} receivers; groups {', '.join(self.groups)})"
        )
