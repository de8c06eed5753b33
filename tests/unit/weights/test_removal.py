"""Models that write nothing along a direction: as with hooks wherever something writes; the original untouched."""

from __future__ import annotations

import copy

import pytest
import torch

from tests import models
from tests.families.checkpoints import random_model
from tests.families.types import batch_of, config_of
from vlm_lens_native import HookedVLMTransformer, InputError
from vlm_lens_native.interventions import ProjectOut

WRITTEN = ["lm.hook_embed", "lm.blocks.*.hook_attn_out", "lm.blocks.*.hook_mlp_out"]


def directions(model) -> torch.Tensor:
    return torch.randn(2, model.cfg.d_model, generator=torch.Generator().manual_seed(0))


def case(name: str):
    if name in ("glm4v_moe", "aria", "gemma3", "lfm2_vl"):
        hf = random_model(config_of(name))
        model = HookedVLMTransformer.from_hf(hf)
        return model, model._complete(batch_of(name, hf), {})
    return models.case(name)


@pytest.mark.parametrize("name", ["qwen3_vl", "llava with biases", "glm4v_moe", "aria", "lfm2_vl"])
def test_it_is_the_model_under_hooks_at_all_that_writes(name: str) -> None:
    model, inputs = case(name)
    before, wanted = copy.deepcopy(model.hf.state_dict()), directions(model)
    removed = model.remove_directions(wanted)
    points = [*WRITTEN, *(name for name in model.hook_names() if name.endswith("hook_deepstack"))]
    with model.hooks([(points, ProjectOut(wanted, per_row=False))]):
        expected, own = model.run_with_cache(inputs, "lm.blocks.*.hook_resid_post")
    logits, cache = removed.run_with_cache(inputs, "lm.blocks.*.hook_resid_post")
    tokens = inputs["attention_mask"].bool()
    torch.testing.assert_close(logits[tokens], expected[tokens], rtol=1e-3, atol=1e-3)
    for name, stream in cache.items():
        assert (stream[tokens] @ wanted.T).abs().max() < 1e-3 * own[name].norm(dim=-1).max()
    assert not torch.allclose(model(inputs).logits[tokens], expected[tokens], atol=0.1)
    assert removed.processing == ("remove_directions",)
    assert all(torch.equal(now, before[key]) for key, now in model.hf.state_dict().items())


def test_where_it_would_come_back_it_says_so() -> None:
    model = case("gemma3")[0]
    with pytest.raises(InputError, match="Norms stand behind"):
        model.remove_directions(directions(model))
    model = models.model("llava")
    for wrong in (torch.zeros(model.cfg.d_model), torch.ones(3), torch.ones(1, 2, model.cfg.d_model)):
        with pytest.raises(InputError, match="finite and not all zero"):
            model.remove_directions(wrong)
