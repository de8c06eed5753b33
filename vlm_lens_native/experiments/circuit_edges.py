"""Edge attribution over a table of pairs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import torch

from vlm_lens_native.analysis.gradients.edge_result import EdgeAttribution
from vlm_lens_native.analysis.gradients.edges import edge_attribution
from vlm_lens_native.analysis.gradients.metrics import Metric, word_logit
from vlm_lens_native.analysis.runs.groups import Groups
from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments.examples import Example, Examples, Table
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.stopping import Stoppable


def edges(
    model: HookedVLMTransformer,
    examples: Table,
    sources: Table,
    *,
    metric: Callable[[Example], Metric] | None = None,
    steps: int | None = None,
    groups: Groups | None = None,
) -> EdgeAttribution:
    """Scores every edge for every pair of inputs, and takes the mean: what a circuit of a whole task is chosen by.

    Pairs run one by one, so layouts may differ from pair to pair, and memory doesn't grow with the table but for two
    numbers a pair. Stopped by Ctrl-C, it returns the mean over the pairs that were run.

    Args:
        model: As for ``gradients.edge_attribution``.
        examples: The targets.
        sources: The inputs whose outputs would be read, row by row.
        metric: From a target's example to its metric; None: the logit of its answer less that of its contrast.
        steps: As for ``gradients.edge_attribution``.
        groups: Likewise.

    Raises:
        InputError: Tables of different lengths, examples without answer or contrast, or as for
            ``gradients.edge_attribution``.
        WeightsError: As for ``gradients.edge_attribution``.
    """
    examples, sources = Examples.of(examples), Examples.of(sources)
    if len(sources) != len(examples):
        raise InputError(f"Pairs need as many sources as examples; got {len(sources)} and {len(examples)}.")
    for needed in ("answer", "contrast") if metric is None else ():
        examples.labels(needed)  # says which have none
    found: list[EdgeAttribution] = []  # of each pair without its scores
    total = torch.zeros(())
    with Stoppable("Pairs", len(examples), unit="pair") as work:
        for target, source in zip(examples, sources, strict=True):
            inputs = [model.prepare_questions([(each.question, each.images)]) for each in (source, target)]
            own = _answers_lead(model, target) if metric is None else metric(target)
            one = edge_attribution(model, *inputs, metric=own, steps=steps, groups=groups)
            total = total + one.scores.double()
            found.append(replace(one, scores=one.scores[:0]))
            work.done()
    return replace(
        found[0],
        scores=(total / len(found)).float(),
        source_value=torch.cat([each.source_value for each in found]),
        target_value=torch.cat([each.target_value for each in found]),
    )


def _answers_lead(model: HookedVLMTransformer, example: Example) -> Metric:
    assert example.answer is not None
    return word_logit(model, example.answer, minus=example.contrast)
