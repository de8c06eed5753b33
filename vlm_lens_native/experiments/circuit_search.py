"""Circuits by patching edges one after another: the slow references that gradient methods are held against.

Source: Conmy et al., "Towards Automated Circuit Discovery for Mechanistic Interpretability" (2023), for ACDC.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.analysis.gradients.circuit import Circuit
from vlm_lens_native.analysis.gradients.edge_result import EdgeAttribution
from vlm_lens_native.analysis.gradients.metrics import Metrics
from vlm_lens_native.encoded import Inputs
from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments.circuit_runs import CircuitRuns, Outside
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.stopping import Stoppable

Edge = tuple[str, str]


def acdc(
    model: HookedVLMTransformer,
    circuit: Circuit,
    source: Inputs,
    target: Inputs,
    metric: Metrics,
    *,
    threshold: float,
    outside: Outside = "source",
) -> Circuit:
    """Takes edges off a circuit, receivers from the logits down and of each the earliest senders first.

    An edge stays off if the metric, a mean over rows, moves by less than the threshold from what it was before; then
    what no longer reaches the logits goes too. A run for each edge, so for small models, or for circuits that a
    gradient method has made small: ``edges.circuit(top=200)``. (The paper measures the divergence of the whole
    distribution; this is its other form, by the task's metric.) Stopped by Ctrl-C, edges not yet tried are kept.

    Args:
        model: As for `faithfulness`.
        circuit: Where to begin; ``edges.circuit(threshold=0)`` is every edge.
        source: As for `faithfulness`.
        target: As for `faithfulness`.
        metric: As for `faithfulness`.
        threshold: In units of the metric, above 0.
        outside: As for `faithfulness`.

    Returns:
        The circuit; the score of each edge that was tried is by how much the metric moved when it was cut.

    Raises:
        InputError: A threshold that is none, or as for `faithfulness`.
        WeightsError: As for `faithfulness`.
    """
    if not threshold > 0:
        raise InputError(f"threshold={threshold}: an edge stays off if the metric moves by less, so it is above 0.")
    runs = CircuitRuns(model, circuit, source, target, metric, outside=outside)
    kept, scores = circuit.kept.clone(), torch.zeros_like(circuit.scores)
    value = float(runs.value(circuit).double().mean())
    tried = [(sender, receiver) for receiver, sender in kept.T.nonzero().tolist()]
    tried.sort(key=lambda edge: -edge[1])  # stable: senders in the order of the model
    with Stoppable("ACDC", len(tried), unit="edge") as work:
        for sender, receiver in tried:
            if kept[sender, receiver]:  # or nothing leads on from its receiver any more
                without = replace(circuit, kept=kept.clone())
                without.kept[sender, receiver] = False
                now = float(runs.value(without).double().mean())
                scores[sender, receiver] = value - now
                if abs(now - value) < threshold:
                    value, kept = now, without.pruned().kept.clone()
            work.done()
    return replace(circuit, kept=kept, scores=scores).pruned()


def patched_edges(
    model: HookedVLMTransformer,
    edges: EdgeAttribution,
    source: Inputs,
    target: Inputs,
    metric: Metrics,
    *,
    some: Iterable[Edge] | None = None,
) -> EdgeAttribution:
    """The measured effect of single edges, which `edge_attribution` estimates: a run for each.

    Args:
        model: As for `faithfulness`.
        edges: Which edges there are.
        source: As for `faithfulness`.
        target: As for `faithfulness`.
        metric: As for `faithfulness`.
        some: Edges to measure; None measures all.

    Returns:
        The effects, as edge attribution gives them; edges that were not measured (also after Ctrl-C) don't exist in it.

    Raises:
        InputError: An edge that does not exist, or as for `faithfulness`.
        WeightsError: As for `faithfulness`.
    """
    whole = edges.circuit(threshold=0.0)
    chosen = edges.exists if some is None else whole.only(some).kept
    runs = CircuitRuns(model, whole, source, target, metric, outside="source")
    scores: Float[Tensor, "sender receiver"] = torch.zeros_like(whole.scores)
    measured = torch.zeros_like(edges.exists)
    clean = runs.value(replace(whole, kept=edges.exists)).double().mean()
    with Stoppable("Edges", int(chosen.sum()), unit="edge") as work:
        for sender, receiver in chosen.nonzero().tolist():
            kept = edges.exists.clone()
            kept[sender, receiver] = False
            scores[sender, receiver] = runs.value(replace(whole, kept=kept)).double().mean() - clean
            measured[sender, receiver] = True
            work.done()
    return replace(edges, scores=scores[None], exists=measured, groups=("all",), steps=None, method="patching")
