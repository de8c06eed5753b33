"""Attribution patching: what each patch would do, to first order, from two forward passes and one backward.

Source: Nanda, "Attribution Patching: Activation Patching At Industrial Scale" (2023), and Syed et al., "Attribution
Patching Outperforms Automated Circuit Discovery" (2023).
"""

from __future__ import annotations

import torch
from torch import Tensor

from vlm_lens_native.analysis.gradients.attribution_result import Attribution
from vlm_lens_native.analysis.gradients.metrics import Metrics, evaluate
from vlm_lens_native.analysis.gradients.passes import PositionGroups, gradients, last_logits, shared_layout
from vlm_lens_native.analysis.runs.groups import Groups
from vlm_lens_native.analysis.stream import check_has_positions
from vlm_lens_native.cache import ActivationCache
from vlm_lens_native.encoded import Inputs
from vlm_lens_native.errors import InputError
from vlm_lens_native.hook_names import NamesFilter, is_visual
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.model import HookedVLMTransformer


def attribution_patching(
    model: HookedVLMTransformer,
    source: Inputs,
    target: Inputs,
    *,
    metric: Metrics,
    names: NamesFilter = "lm.*",
    groups: Groups | None = None,
) -> Attribution:
    """Estimates for every activation by how much the metric changes if the source's is put into the target run.

    The estimate is ``(source - target) . gradient``, with the gradient of the metric in the target run: exact where
    the model is linear between the two activations. It costs two forward passes and one backward, however many hook
    points there are. The products are formed while the backward pass goes by, so that gradients are never kept; the
    activations of both runs at these names are, until their product is formed.

    Args:
        model: The model.
        source: Inputs whose activations would be put in (the corrupted run of causal tracing, or the clean one: the
            direction is yours); any number of rows.
        target: Inputs of the run that would be changed, with the same token layout.
        metric: From a row's last logits ``[d_vocab]`` (float32) to a number, differentiable; or one for each row. See
            `word_logit`, `word_probability` and `logit_difference`.
        names: Hook points: a name, a pattern, a list of these, or a predicate; None takes all, vision encoder
            included. Gradients of patterns, scores and masks make every layer compute them: ``[head pos pos]`` each.
        groups: Groups of positions to sum over, as `patching.sweep` takes them: by name a selection of the target's
            layout, an index, a slice, a list or a mask; or names such as ``"image"``. None keeps single positions.

    Raises:
        HookNameError: A name matches no hook point.
        InputError: Layouts that differ, an empty group, groups for hook points in front of the decoder, hook points
            that these inputs don't come to, or a metric without a gradient.
    """
    layout = shared_layout(model, source, target)
    chosen = model.hook_names(names)
    within = position_groups(model, groups, layout, chosen)
    given: ActivationCache
    used: ActivationCache
    with torch.no_grad(), model.run_with_cache(chosen) as given:
        source_value = evaluate(metric, last_logits(model, source, layout))
    check_fired(chosen, given)
    values: dict[str, Tensor] = {}

    def multiply(gradient: Tensor, hook: HookPoint) -> None:
        difference = given.steps[0].pop(hook.name) - used.steps[0].pop(hook.name).detach()
        values[hook.name] = summed(products(gradient, difference, hook), within)

    with gradients(model):
        with model.run_with_cache(chosen) as used, model.hooks(bwd_hooks=[(chosen, multiply)]):
            target_value = evaluate(metric, last_logits(model, target, layout))
        target_value.sum().backward()
    for name in chosen:
        if name not in values:  # a hook of the caller cuts what comes before it off the metric
            values[name] = torch.zeros_like(summed(products(given[name], given[name], model.hook_dict[name]), within))
    return Attribution(
        values={name: values[name] for name in chosen},
        groups=within.names if within else (),
        source_value=source_value.cpu(),
        target_value=target_value.detach().cpu(),
        layout=layout,
    )


def position_groups(
    model: HookedVLMTransformer, groups: Groups | None, layout: TokenLayout, names: list[str]
) -> PositionGroups | None:
    """The groups that were asked for.

    Raises:
        InputError: Groups that don't fit the inputs, or hook points that have no positions of the prompt.
    """
    visual = [name for name in names if is_visual(name)]
    if groups is not None:
        check_has_positions(model, [name for name in names if name not in visual])
    if groups is not None and visual:
        raise InputError(
            f"Groups are positions of the prompt, and {visual[0]} has none: it lies in front of the decoder. Leave "
            'groups out, or take names="lm.*".'
        )
    return None if groups is None else PositionGroups.of(groups, layout)


def check_fired(names: list[str], cache: ActivationCache) -> None:
    """Raises if a pass did not come to some hook points."""
    if silent := [name for name in names if name not in cache]:
        raise InputError(
            f"These inputs don't come to {silent[0]}{f' and {len(silent) - 1} more' if silent[1:] else ''}: have they "
            "an image? Leave the name out."
        )


def products(gradient: Tensor, difference: Tensor, hook: HookPoint) -> Tensor:
    """``gradient * difference``, summed over the last axis: ``[batch pos]``, or ``[batch pos head]``.

    What has no gradient counts nothing: closed entries of scores may be infinite, and then have no difference.
    """
    product = (gradient.float() * difference.to(gradient).float()).masked_fill(gradient == 0, 0.0).sum(-1)
    return product.movedim(hook.position_axis, 1)


def summed(product: Tensor, groups: PositionGroups | None) -> Tensor:
    """The sums over groups of positions, if there are any, on the CPU."""
    return (product if groups is None else groups.sums(product)).cpu()
