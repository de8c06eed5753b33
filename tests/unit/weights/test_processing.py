"""Processed models: the same log-probabilities, the original untouched."""

from __future__ import annotations

import copy

import pytest
import torch

from tests import models
from tests.families.checkpoints import random_model
from vlm_lens_native import HookedVLMTransformer

OPTIONS = ["fold_ln", "center_unembed", "fold_value_biases"]


@pytest.mark.parametrize("family", models.NAMES)
@pytest.mark.parametrize(
    "chosen",
    [[option] for option in OPTIONS] + [OPTIONS],
    ids=["+".join(o) for o in [[o] for o in OPTIONS] + [OPTIONS]],
)
def test_log_probabilities_stay(family: str, chosen: list[str]) -> None:
    model, inputs = models.fresh(family), models.inputs(family)
    before = copy.deepcopy(model.hf.state_dict())
    logits = model(inputs).logits
    processed = model.process_weights(**{option: option in chosen for option in OPTIONS})
    after = processed(inputs).logits
    real = inputs["attention_mask"].bool()
    difference = (after.log_softmax(-1) - logits.log_softmax(-1))[real].abs().max()
    assert difference < 1e-4 * logits.std()
    assert processed.processing == tuple(chosen)
    assert all(option in repr(processed) for option in chosen)
    assert torch.equal(model(inputs).logits, logits)
    now = model.hf.state_dict()
    assert list(now) == list(before)
    assert all(torch.equal(now[key], before[key]) for key in before)


def test_what_each_option_leaves_behind() -> None:
    model, inputs = models.model("qwen2_5_vl"), models.inputs("qwen2_5_vl")
    processed = model.process_weights()
    for block in processed.lm.blocks:
        assert torch.equal(block.ln1.weight, torch.ones(64))
        assert torch.equal(block.ln2.weight, torch.ones(64))
        assert not block.attn.b_V.any()
        assert block.attn.b_O.any()
    assert torch.equal(processed.lm.ln_final.weight, torch.ones(64))
    assert processed.W_U.mean(1).abs().max() < 1e-6
    assert processed.cfg.out_bias
    assert not model.cfg.out_bias
    _, cache = processed.run_with_cache(inputs)
    for layer in range(3):  # identities hold with the new bias, hooks are the processed model's own
        writes = cache["result", layer].sum(2) + processed.b_O[layer]
        torch.testing.assert_close(writes, cache["attn_out", layer], rtol=1e-4, atol=1e-4)
    edited = processed.run_with_hooks(inputs, [("vision.blocks.0.hook_mlp_out", lambda x, hook: x * 0)])
    assert not torch.equal(edited, processed(inputs).logits)
    assert torch.equal(model(inputs).logits, models.fresh("qwen2_5_vl")(inputs).logits)


def test_tied_heads_come_apart() -> None:
    config = models.hf_model("qwen3_vl").config
    config.tie_word_embeddings = config.text_config.tie_word_embeddings = True
    model = HookedVLMTransformer.from_hf(random_model(config))
    assert model.W_U.untyped_storage().data_ptr() == model.W_E.untyped_storage().data_ptr()
    inputs = models.inputs("qwen3_vl")
    logits = model(inputs).logits
    processed = model.process_weights()
    real = inputs["attention_mask"].bool()
    difference = (processed(inputs).logits.log_softmax(-1) - logits.log_softmax(-1))[real].abs().max()
    assert difference < 1e-4 * logits.std()
    assert torch.equal(processed.W_E, model.W_E)
    assert not torch.allclose(processed.W_U, model.W_U)


def test_unchanged_weights_are_shared_and_generation_goes_on() -> None:
    model, inputs = models.model("llava"), models.inputs("llava")
    processed = model.process_weights(fold_ln=False)
    own = {weight.data_ptr() for weight in model.parameters()}
    assert sum(weight.data_ptr() not in own for weight in processed.parameters()) == 1  # the unembedding
    fixed = {"max_new_tokens": 3, "do_sample": False}
    assert torch.equal(processed.generate(inputs, **fixed), model.generate(inputs, **fixed))
