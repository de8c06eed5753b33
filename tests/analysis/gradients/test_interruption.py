"""Whoever stops a long gradient method, or gives it nonsense, gets the model back as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch

from tests.analysis.gradients.conftest import metric
from vlm_lens_native import InputError
from vlm_lens_native.analysis.gradients import (
    attribution_patching,
    edge_attribution,
    integrated_gradients,
    pixel_saliency,
)

METHODS: dict[str, Callable[..., Any]] = {
    "attribution": lambda model, source, target, each: attribution_patching(model, source, target, metric=each),
    "integrated": lambda model, source, target, each: integrated_gradients(
        model, source, target, metric=each, steps=4, tolerance=1e9
    ),
    "edges": lambda model, source, target, each: edge_attribution(model, source, target, metric=each),
    "edges on the way": lambda model, source, target, each: edge_attribution(
        model, source, target, metric=each, steps=4
    ),
    "saliency": lambda model, source, target, each: pixel_saliency(model, target, metric=each),
    "smoothgrad": lambda model, source, target, each: pixel_saliency(
        model, target, metric=each, method="smoothgrad", samples=4
    ),
    "integrated pixels": lambda model, source, target, each: pixel_saliency(
        model, target, metric=each, method="integrated_gradients", baseline=source, steps=4, tolerance=1e9
    ),
}


@pytest.mark.parametrize("name", ["toy-qwen3_vl"], ids=["toy"])
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("at", ["a forward pass", "a backward pass"], ids=["forward", "backward"])
def test_an_interrupted_method_leaves_the_model_as_it_was(model, source, inputs, method, at):
    before = model(inputs).logits
    weight = model.lm.blocks[0].mlp.up_proj.weight
    calls = 0

    def interrupt(*_: Any) -> None:
        nonlocal calls
        calls += 1
        if calls == 2 or method == "saliency":
            raise KeyboardInterrupt

    def interrupted(logits: torch.Tensor) -> torch.Tensor:
        if at == "a backward pass" and logits.requires_grad:
            logits.register_hook(interrupt)
        elif at == "a forward pass":
            interrupt()
        return metric(logits)

    weight.requires_grad_()
    try:
        if at == "a backward pass" and method in ("attribution", "edges"):
            calls = 1  # which have one only
        with pytest.raises(KeyboardInterrupt):
            METHODS[method](model, source, inputs, interrupted)
        assert weight.requires_grad
        assert weight.grad is None
    finally:
        weight.requires_grad_(False)
    assert not any(each.requires_grad for each in model.parameters())
    assert not model._hooks.active_sets()
    assert torch.is_grad_enabled()
    after = model(inputs).logits
    assert torch.equal(after, before)
    assert not after.requires_grad


@pytest.mark.parametrize("name", ["toy-qwen3_vl"], ids=["toy"])
def test_nonsense_is_refused_before_anything_runs(model, source, inputs):
    def never(logits: torch.Tensor) -> torch.Tensor:
        pytest.fail("a pass was run")

    for steps in (0, -1, True):
        for call in (integrated_gradients, edge_attribution):
            with pytest.raises(InputError, match=f"steps={steps}"):
                call(model, source, inputs, metric=never, steps=steps)
    smooth = {"metric": never, "method": "smoothgrad"}
    for wrong in ({"samples": 0}, {"samples": True}, {"noise": -0.1}, {"noise": float("nan")}):
        with pytest.raises(InputError, match=next(iter(wrong))):
            pixel_saliency(model, inputs, **smooth, **wrong)
    other = model.prepare_messages("What?", np.zeros((224, 224, 3), dtype=np.uint8))
    with pytest.raises(InputError, match="different token layouts"):
        pixel_saliency(model, inputs, metric=never, method="integrated_gradients", baseline=other)


@pytest.mark.parametrize("name", ["toy-qwen3_vl"], ids=["toy"])
def test_values_of_different_shapes_are_not_stacked(model, source, inputs):
    found = attribution_patching(model, source, inputs, metric=metric, names=["lm.*.hook_z", "lm.*.hook_resid_post"])
    for call in (found.stack, found.plot):
        with pytest.raises(InputError, match=r"different shapes.*hook_z .*hook_resid_post|hook_resid_post .*hook_z"):
            call("lm.*")
    with pytest.raises(InputError, match="no row 1"):
        found.plot(batch=1)
    figure = found.plot(batch=-1)
    assert figure.axes[0].get_xlabel() == "position"
