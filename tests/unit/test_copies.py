"""Copies and pickles of models are models of their own."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import pytest
import torch

from tests import models
from vlm_lens_native import HookedVLMTransformer

WAYS = pytest.mark.parametrize(
    "duplicate", [copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))], ids=["deepcopy", "pickle"]
)


@WAYS
@pytest.mark.parametrize("family", models.NAMES)
def test_a_copy_has_weights_and_hooks_of_its_own(family: str, duplicate: Callable) -> None:
    model, inputs = models.fresh(family), models.inputs(family)
    twin: HookedVLMTransformer = duplicate(model)  # not after a pass: HF then leaves closures, which don't pickle
    logits, cache = model.run_with_cache(inputs)
    its_logits, its_cache = twin.run_with_cache(inputs)
    assert torch.equal(its_logits, logits)
    assert all(torch.equal(its_cache[name], value) for name, value in cache.items())
    assert twin.family.wrapper is model.family.wrapper
    assert twin.family.backbone is model.family.backbone
    assert repr(model.family).startswith(f"Family({family!r}, ")  # it holds functions and long tables
    for name in ("vision.blocks.0.hook_resid_post", "lm.blocks.1.attn.hook_pattern"):
        with twin.hooks([(name, lambda x, hook: x * 0.5)]):
            assert not torch.equal(twin(inputs).logits, logits)
            assert torch.equal(model(inputs).logits, logits)
    twin.W_O[0] = 0.0
    assert not torch.equal(twin(inputs).logits, logits)
    assert torch.equal(model(inputs).logits, logits)
