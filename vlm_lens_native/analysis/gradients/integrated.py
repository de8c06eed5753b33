"""Integrated gradients over activations: gradients along the line from one run's activation to another's.

Source: Sundararajan et al., "Axiomatic Attribution for Deep Networks" (2017), with the source run's activation in the
place of the input and the target run's in that of the baseline.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.analysis.encoded_images import batch_rows
from vlm_lens_native.analysis.gradients.attribution_result import Attribution
from vlm_lens_native.analysis.gradients.first_order import check_fired, position_groups, products, summed
from vlm_lens_native.analysis.gradients.metrics import Metrics, evaluate
from vlm_lens_native.analysis.gradients.passes import (
    check_completeness,
    gradients,
    last_logits,
    midpoints,
    shared_layout,
)
from vlm_lens_native.analysis.runs.groups import Groups
from vlm_lens_native.encoded import Inputs
from vlm_lens_native.hook_names import NamesFilter, is_visual
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.inputs.geometry import Number
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.progress import tqdm


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class IntegratedGradients(Attribution):
    """What `integrated_gradients` finds.

    Attributes:
        patched_value: The metric of the target run in which the source's activations are put in whole, for each row.
        total: The sum of the values over hook points, positions (or patches) and heads, for each row.
        steps: Points on the line at which gradients were taken.
    """

    patched_value: Float[Tensor, " batch"]
    total: Float[Tensor, " batch"]
    steps: int

    @property
    def gap(self) -> Float[Tensor, " batch"]:
        """By how much the sum of all values misses ``patched_value - target_value``; it vanishes with more steps."""
        return self.total - (self.patched_value - self.target_value)


def integrated_gradients(
    model: HookedVLMTransformer,
    source: Inputs,
    target: Inputs,
    *,
    metric: Metrics,
    names: NamesFilter = "lm.hook_embed",
    steps: int = 32,
    groups: Groups | None = None,
    tolerance: Number = 0.05,
) -> IntegratedGradients:
    """Divides the effect of putting the source's activations into the target run among positions and heads.

    Activations at these hook points move together on the straight line from the target's to the source's. Values are
    the difference of the two times the mean gradient on the way, and add up to the effect of the whole patch. Layers
    are not moved beyond their line: of two hook points one behind the other, the first acts only past the second.

    Args:
        model: The model.
        source: Inputs whose activations end the line; any number of rows.
        target: Inputs in whose run it begins, with the same token layout.
        metric: As for `attribution_patching`.
        names: Hook points: a name, a pattern, a list of these, or a predicate. What deepstack adds (Qwen3-VL) is no
            part of ``"lm.hook_embed"``: ``["lm.hook_embed", "lm.*.hook_deepstack"]`` is all that the decoder gets.
        steps: Points on the line at which gradients are taken: the midpoints of as many equal parts. Each costs a
            forward and a backward pass.
        groups: Groups of positions to sum over, as for `attribution_patching`.
        tolerance: Warns if the sum of the values misses the effect of the whole patch by more than this share of it.

    Raises:
        HookNameError: A name matches no hook point.
        InputError: As for `attribution_patching`, or no steps.
    """
    layout, shares = shared_layout(model, source, target), midpoints(steps)
    chosen = model.hook_names(names)
    within = position_groups(model, groups, layout, chosen)
    visual = any(map(is_visual, chosen))
    with torch.no_grad():
        runs = [inputs if visual else model.encode(inputs) for inputs in (target, source)]
        (target_value, start), (source_value, end) = (_observed(model, run, chosen, metric, layout) for run in runs)
    line = _Line(start=start, end=end)

    def metric_at(share: float, moved: dict[str, Tensor] | None = None) -> Tensor:
        with model.hooks(fwd_hooks=[(chosen, line.at(share, moved))]):
            return evaluate(metric, last_logits(model, runs[0], layout))

    with torch.no_grad():
        patched_value = metric_at(1.0).cpu()
    means = _mean_gradients(model, metric_at, shares, start)
    values = {name: products(means[name], end[name] - start[name], model.hook_dict[name]).cpu() for name in chosen}
    total = sum((_by_row(each, name, layout) for name, each in values.items()), torch.zeros(()))
    check_completeness(total, patched_value - target_value, tolerance=tolerance, steps=steps)
    return IntegratedGradients(
        values={name: summed(each, within) for name, each in values.items()},
        groups=within.names if within else (),
        source_value=source_value,
        target_value=target_value,
        patched_value=patched_value,
        total=total,
        steps=steps,
        layout=layout,
    )


@dataclass(frozen=True, kw_only=True)
class _Line:
    """The straight lines between two runs' activations, by hook point."""

    start: Mapping[str, Tensor]
    end: Mapping[str, Tensor]

    def at(self, share: float, moved: dict[str, Tensor] | None = None) -> Any:
        """A hook that puts in the point at this share of the way, and notes it where its gradient is wanted."""

        def move(activation: Tensor, hook: HookPoint) -> Tensor:
            point = torch.lerp(self.start[hook.name], self.end[hook.name], share)
            if moved is not None:
                moved[hook.name] = point.requires_grad_()
            return point

        return move


def _mean_gradients(
    model: HookedVLMTransformer,
    metric_at: Callable[[float, dict[str, Tensor]], Tensor],
    shares: Sequence[float],
    like: Mapping[str, Tensor],
) -> dict[str, Tensor]:
    """The mean of the gradients at these points of the line, by hook point, in float32."""
    means = {name: torch.zeros_like(value, dtype=torch.float32) for name, value in like.items()}
    for share in tqdm(shares, desc="Integrating", unit="step", leave=False):
        moved: dict[str, Tensor] = {}
        with gradients(model):
            value = metric_at(share, moved).sum()
            found = torch.autograd.grad(value, list(moved.values()), materialize_grads=True)
        for name, gradient in zip(moved, found, strict=True):
            means[name] += gradient.float() / len(shares)
    return means


def _by_row(values: Tensor, name: str, layout: TokenLayout) -> Float[Tensor, " batch"]:
    """The sum over each row of the batch, to which images in front of the decoder belong."""
    sums = values.flatten(1).sum(1)
    if not is_visual(name):
        return sums
    return torch.zeros(len(layout.placed)).index_add(0, batch_rows(layout), sums)


def _observed(
    model: HookedVLMTransformer,
    inputs: Inputs,
    names: list[str],
    metric: Metrics,
    layout: TokenLayout,
) -> tuple[Tensor, dict[str, Tensor]]:
    """The metric of an unchanged run, and its activations."""
    with model.run_with_cache(names) as cache:
        value = evaluate(metric, last_logits(model, inputs, layout))
    check_fired(names, cache)
    return value.cpu(), dict(cache)
