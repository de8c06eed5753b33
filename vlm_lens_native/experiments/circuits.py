"""How much of a model's behaviour a circuit accounts for: everything outside it carries another run's outputs.

Source: Hanna et al., "Have Faith in Faithfulness" (2024); for CPR and CMD, Mueller et al., "MIB: A Mechanistic
Interpretability Benchmark" (2025).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.analysis.gradients.circuit import Circuit
from vlm_lens_native.analysis.gradients.metrics import Metrics
from vlm_lens_native.analysis.result import Result
from vlm_lens_native.encoded import Inputs
from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments.agreement import Agreement, agreement
from vlm_lens_native.experiments.circuit_edges import edges
from vlm_lens_native.experiments.circuit_runs import CircuitRuns, Outside
from vlm_lens_native.experiments.circuit_search import acdc, patched_edges
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.stopping import Stoppable

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

__all__ = [
    "MIB_SHARES",
    "Agreement",
    "Circuit",
    "Faithfulness",
    "acdc",
    "agreement",
    "edges",
    "faithfulness",
    "patched_edges",
]

MIB_SHARES = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
"""The shares of edges at which MIB's circuit track runs circuits."""


def faithfulness(
    model: HookedVLMTransformer,
    circuit: Circuit,
    source: Inputs,
    target: Inputs,
    metric: Metrics,
    *,
    sizes: Sequence[int] | Literal["mib"] | None = None,
    outside: Outside = "source",
) -> Faithfulness:
    """Runs circuits of several sizes, and what is left of the model without them.

    In the run of a circuit each receiver reads, over its edges of the circuit, what senders write in this run, and over
    all other edges what they write outside. So the circuit of all edges is the target's run, bit for bit, and that of
    none is the source's. Stopped by Ctrl-C, it returns the sizes that were run.

    Args:
        model: The model; its weights have to be there as matrices.
        circuit: Its scores rank the edges; the circuit itself is run too.
        source: Inputs whose outputs pass over edges outside the circuit; with the target's token layout.
        target: Inputs of the run that the circuit is to account for; any number of rows.
        metric: Of the last token's logits, as for ``gradients.edge_attribution``; one, or one for each row.
        sizes: Numbers of edges, taken from the largest score down and without those that don't reach the logits; None
            takes powers of two, and all; ``"mib"`` none, and `MIB_SHARES` of all.
        outside: What edges outside carry: the ``"source"``'s outputs, their ``"mean"`` over its rows at each position,
            or ``"zero"`` (biases that no component writes stay).

    Raises:
        InputError: Layouts that differ, sizes beyond the edges that there are, or means where a norm stands behind
            attention, through which means of heads don't add up.
        WeightsError: Offloaded or quantised weights.
    """
    n_edges = int(circuit.exists.sum())
    sizes = _powers(n_edges) if sizes is None else _shares(n_edges) if sizes == "mib" else list(sizes)
    runs = CircuitRuns(model, circuit, source, target, metric, outside=outside)
    nothing = circuit.only([])
    ends = {"source_value": runs.value(nothing), "target_value": runs.value(nothing.complement())}
    chosen = [circuit, *(circuit.largest(size) for size in sizes)]
    found: list[tuple[Tensor, Tensor]] = []
    with Stoppable("Circuits", len(chosen), unit="circuit") as work:
        for each in chosen:
            found.append((runs.value(each), runs.value(each.complement())))
            work.done()
    return Faithfulness(
        sizes=torch.tensor([len(circuit), *sizes][: len(found)]),
        n_kept=torch.tensor([len(each) for each in chosen[: len(found)]]),
        n_edges=n_edges,
        outside=outside,
        values=torch.stack([kept for kept, _ in found]),
        without=torch.stack([rest for _, rest in found]),
        **ends,
    )


def _shares(n_edges: int) -> list[int]:
    return sorted({0, *(round(share * n_edges) for share in MIB_SHARES)})


def _powers(n_edges: int) -> list[int]:
    return [0, *(2**power for power in range(n_edges.bit_length()) if 2**power < n_edges), n_edges]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Faithfulness(Result):
    """A metric under circuits of several sizes; the first is the circuit that was asked about.

    Attributes:
        sizes: Edges that were asked for.
        n_kept: Edges that were left of them, as the others didn't reach the logits.
        n_edges: Of the model.
        outside: What edges outside a circuit carried.
        values: The metric with the circuit.
        without: The metric with all edges but the circuit's.
        source_value: The metric without any edge; with ``outside="source"`` the source's run.
        target_value: The metric with all edges, the target's run.
    """

    _ranked_by = "faithfulness"
    _line_keys = ("circuit", "size")
    _shown = "The most faithful"

    sizes: Int[Tensor, " size"]
    n_kept: Int[Tensor, " size"]
    n_edges: int
    outside: str
    values: Float[Tensor, "size batch"]
    without: Float[Tensor, "size batch"]
    source_value: Float[Tensor, " batch"]
    target_value: Float[Tensor, " batch"]

    @property
    def faithfulness(self) -> Float[Tensor, " size"]:
        """The share of the difference between the two ends that the circuit recovers, of means over rows."""
        return self._share(self.values)

    @property
    def completeness(self) -> Float[Tensor, " size"]:
        """The share that is left without the circuit; 0 where nothing outside it does the work."""
        return self._share(self.without)

    @property
    def cpr(self) -> float:
        """MIB's circuit performance ratio: the area under faithfulness over the share of edges, from none to all."""
        return self._area(self.faithfulness)

    @property
    def cmd(self) -> float:
        """MIB's circuit-model distance: the area between faithfulness and 1 over the share of edges."""
        return self._area((1 - self.faithfulness).abs())

    def _share(self, values: Float[Tensor, "size batch"]) -> Float[Tensor, " size"]:
        low, high = self.source_value.double().mean(), self.target_value.double().mean()
        return ((values.double().mean(1) - low) / (high - low)).float()

    def _area(self, curve: Float[Tensor, " size"]) -> float:
        """Of the curve over sizes, by trapezoids; its ends are those of no edge and of all.

        Raises:
            InputError: Sizes that don't reach from none to all.
        """
        sizes = self.sizes[1:]
        if not len(sizes) or int(sizes.min()) != 0 or int(sizes.max()) != self.n_edges:
            raise InputError(f"The area needs sizes from 0 to all {self.n_edges} edges; got {sizes.tolist()}.")
        order = sizes.argsort()
        shares = (sizes[order] / self.n_edges).double().numpy()
        return float(np.trapezoid(curve[1:][order].double().numpy(), shares))

    def to_dataframe(self) -> pd.DataFrame:
        """One line for the circuit, and one for each size."""
        import pandas as pd

        return pd.DataFrame(
            {
                "circuit": ["given"] + ["largest"] * (len(self.sizes) - 1),
                "size": self.sizes.numpy(),
                "kept": self.n_kept.numpy(),
                "faithfulness": self.faithfulness.numpy(),
                "completeness": self.completeness.numpy(),
                "metric": self.values.mean(1).numpy(),
            }
        )

    def plot(self) -> Figure:
        """Faithfulness and completeness by size."""
        from vlm_lens_native.visualize import plot_patching

        curves = torch.stack([self.faithfulness, self.completeness], dim=1)[1:].numpy()
        names, groups = [str(size) for size in self.sizes[1:].tolist()], ["faithfulness", "completeness"]
        return plot_patching(curves, layers=names, groups=groups, label="share of the metric", place="edges")

    def __repr__(self) -> str:
        return (
            f"Faithfulness({len(self.sizes) - 1} sizes of {self.n_edges} edges, outside: {self.outside}; the circuit "
            f"of {int(self.n_kept[0])}: faithfulness {float(self.faithfulness[0]):.3f}, completeness "
            f"{float(self.completeness[0]):.3f})"
        )
