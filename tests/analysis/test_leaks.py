"""What an API call made is freed when its result is dropped, without waiting for the garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import torch
from torch import Tensor

from tests.analysis.results import RESULTS
from vlm_lens_native import HookedVLMTransformer, interventions

STREAM, PATTERN = "lm.*.hook_resid_post", "lm.*.hook_pattern"


def _cache(model: HookedVLMTransformer, inputs: Any) -> object:
    return model.run_with_cache(inputs)


def _cache_of_generation(model: HookedVLMTransformer, inputs: Any) -> object:
    with model.caching(STREAM, positions=[0]) as cache:
        model.generate(inputs, max_new_tokens=2, do_sample=False)
    return cache


def _with_gradients(model: HookedVLMTransformer, inputs: Any) -> object:
    return model.run_with_cache(
        inputs, [STREAM, PATTERN], incl_bwd=True, return_type="loss", labels=inputs["input_ids"]
    )


def _gradient_hooks_beside_a_cache(model: HookedVLMTransformer, inputs: Any) -> object:
    gradients: dict[str, Tensor] = {}
    with model.hooks(bwd_hooks=[("lm.*.hook_z", lambda gradient, hook: gradients.update({hook.name: gradient}))]):
        logits, cache = model.run_with_cache(inputs, ["lm.*.hook_z", "vision.*.hook_resid_post"])
    logits[0, -1].max().backward()
    return cache, gradients


def _gradient_hooks_without_backward(model: HookedVLMTransformer, inputs: Any) -> object:
    with model.hooks(bwd_hooks=[("lm.*.hook_z", lambda gradient, hook: None)]):
        return model.run_with_cache(inputs, "lm.*.hook_z")


def _observed(model: HookedVLMTransformer, inputs: Any) -> object:
    kept: dict[str, Tensor] = {}
    with model.observing(PATTERN, lambda x, hook: kept.update({hook.name: x}), positions=-1):
        logits = model.run_with_hooks(inputs, bwd_hooks=[("lm.*.hook_z", lambda gradient, hook: None)])
    return kept, logits


def _learnt(model: HookedVLMTransformer, inputs: Any) -> object:
    direction = torch.zeros(model.cfg.d_model, requires_grad=True)
    with model.hooks([("lm.blocks.0.hook_resid_post", interventions.AddActivation(direction))]):
        logits, cache = model.run_with_cache(inputs, STREAM)
    logits[0, -1].max().backward()
    return cache


def _hf_outputs(model: HookedVLMTransformer, inputs: Any) -> object:
    return model(inputs, output_hidden_states=True, output_attentions=True)


def _decomposed(model: HookedVLMTransformer, inputs: Any) -> object:
    _, cache = model.run_with_cache(inputs)
    return cache.decompose_resid(apply_ln=True)


def _prefilled(model: HookedVLMTransformer, inputs: Any) -> object:
    encoded = model.prefill(model.encode(inputs), 5)
    return encoded, model.run_with_cache(encoded, STREAM)


CALLS: dict[str, Callable[[HookedVLMTransformer, Any], object]] = {
    call.__name__.removeprefix("_"): call
    for call in (
        _cache, _cache_of_generation, _with_gradients, _gradient_hooks_beside_a_cache, _learnt,
        _gradient_hooks_without_backward, _observed, _hf_outputs, _decomposed, _prefilled,
    )
}  # fmt: skip


@pytest.fixture
def without_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def alive() -> int:
    return sum(issubclass(type(each), Tensor) for each in gc.get_objects())


def growth(call: Callable[[], object]) -> int:
    """How many more tensors there are after two calls than after one, whose results are dropped."""
    call()
    before = alive()
    call()
    return alive() - before


@pytest.mark.parametrize("name", ["toy-qwen3_vl"], ids=["toy"])
@pytest.mark.parametrize("kind", list(CALLS))
def test_dropped_runs_are_freed_at_once(kind: str, model, inputs, without_collector) -> None:
    assert growth(lambda: CALLS[kind](model, inputs)) == 0


@pytest.mark.parametrize("name", ["toy-qwen3_vl"], ids=["toy"])
@pytest.mark.parametrize("kind", list(RESULTS))
def test_dropped_results_are_freed_at_once(kind: str, model, source, inputs, without_collector) -> None:
    assert growth(lambda: RESULTS[kind](model, source, inputs)) == 0
