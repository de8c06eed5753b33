"""Processed models: the same log-probabilities, the original untouched."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import torch

from tests import models
from tests.families.checkpoints import random_model, saved
from vlm_lens_native import HookedVLMTransformer, WeightsError

OPTIONS = ["fold_ln", "center_unembed", "fold_value_biases"]


def assert_same_log_probabilities(processed: HookedVLMTransformer, model: HookedVLMTransformer, inputs: Any) -> None:
    logits, after = model(inputs).logits, processed(inputs).logits
    difference = (after.log_softmax(-1) - logits.log_softmax(-1))[inputs["attention_mask"].bool()].abs().max()
    assert difference < 1e-4 * logits.std()


@pytest.mark.parametrize("family", models.NAMES)
@pytest.mark.parametrize("chosen", [*[[option] for option in OPTIONS], OPTIONS], ids=[*OPTIONS, "all"])
def test_log_probabilities_stay(family: str, chosen: list[str]) -> None:
    model, inputs = models.fresh(family), models.inputs(family)
    before = copy.deepcopy(model.hf.state_dict())
    logits = model(inputs).logits
    processed = model.process_weights(**{option: option in chosen for option in OPTIONS})
    assert_same_log_probabilities(processed, model, inputs)
    assert processed.processing == tuple(chosen)
    assert all(option in repr(processed) for option in chosen)
    assert (model.processing, "fold" in repr(model)) == ((), False)
    assert torch.equal(model(inputs).logits, logits)
    now = model.hf.state_dict()
    assert list(now) == list(before)
    assert all(torch.equal(now[key], before[key]) for key in before)


@pytest.mark.parametrize("family", ["llava", "qwen3_vl"])
def test_biases_and_eager_attention(family: str) -> None:
    model, inputs = models.biased(family), models.inputs(family)
    assert model.cfg.out_bias
    processed = model.process_weights()
    assert_same_log_probabilities(processed, model, inputs)
    assert not any(bias.any() for bias in processed.b_V)
    again = processed.process_weights(fold_value_biases=False)
    assert_same_log_probabilities(again, model, inputs)
    assert again.processing == tuple(OPTIONS)
    eager = models.fresh(family, "eager")
    assert_same_log_probabilities(eager.process_weights(), eager, inputs)


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


@pytest.mark.parametrize("family", models.NAMES)
def test_tied_heads_come_apart(family: str, tmp_path: Path) -> None:
    config, inputs = models.hf_model(family).config, models.inputs(family)
    config.tie_word_embeddings = config.text_config.tie_word_embeddings = True
    model = HookedVLMTransformer.from_hf(random_model(config))
    assert model.W_U.untyped_storage().data_ptr() == model.W_E.untyped_storage().data_ptr()
    embedding = model.W_E.clone()
    processed = model.process_weights()
    assert_same_log_probabilities(processed, model, inputs)
    assert torch.equal(processed.W_E, embedding)
    assert torch.equal(model.W_U, embedding.T)
    assert not torch.allclose(processed.W_U, model.W_U)
    logits = processed(inputs).logits
    processed.hf.tie_weights()  # HF calls it on some occasions
    assert torch.equal(processed(inputs).logits, logits)
    saveable = model.process_weights(fold_value_biases=False)
    loaded = HookedVLMTransformer.from_pretrained(saved(saveable.hf, tmp_path))
    assert torch.equal(loaded(inputs).logits, saveable(inputs).logits)


def test_folded_biases_of_values_do_not_load_silently(tmp_path: Path) -> None:
    directory = saved(models.model("qwen2_5_vl").process_weights().hf, tmp_path)
    with pytest.raises(WeightsError, match=r"o_proj\.bias"):
        HookedVLMTransformer.from_pretrained(directory)


def test_hooks_stay_with_the_model_that_has_them() -> None:
    model, inputs = models.fresh("qwen2_5_vl"), models.inputs("qwen2_5_vl")
    before = model.process_weights()
    logits = before(inputs).logits
    names = ["vision.blocks.0.hook_mlp_out", "lm.blocks.0.hook_mlp_out"]
    seen: list[str] = []
    model.add_hook(names, lambda x, hook: seen.append(hook.name), is_permanent=True)
    after = model.process_weights()
    for processed in (before, after):
        assert torch.equal(processed(inputs).logits, logits)
    assert seen == []
    model(inputs)
    assert seen == names
    with before.hooks(fwd_hooks=[(names, lambda x, hook: x * 0)]):
        assert not torch.equal(before(inputs).logits, logits)
        assert torch.equal(after(inputs).logits, logits)


def test_unchanged_weights_are_shared_and_generation_goes_on() -> None:
    model, inputs = models.model("llava"), models.inputs("llava")
    processed = model.process_weights(fold_ln=False)
    own = {weight.data_ptr() for weight in model.parameters()}
    assert sum(weight.data_ptr() not in own for weight in processed.parameters()) == 1  # the unembedding
    fixed = {"max_new_tokens": 3, "do_sample": False}
    assert torch.equal(processed.generate(inputs, **fixed), model.generate(inputs, **fixed))
