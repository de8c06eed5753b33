"""Gemma 4: heads that differ between layers, keys that are values, and layers that multiply the stream."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import torch
from transformers.models.auto.configuration_auto import CONFIG_MAPPING

from tests.families import assertions as must
from tests.families.checkpoints import random_model, saved
from tests.families.types import TYPES, batch_of, config_of
from vlm_lens_native import ConfigError, HookedVLMTransformer, WeightsError
from vlm_lens_native.families import family_for
from vlm_lens_native.parity import check_parity


@cache
def adopted() -> tuple[HookedVLMTransformer, dict[str, Any], Any]:
    hf = random_model(config_of("gemma4"))
    model = HookedVLMTransformer.from_hf(hf)
    return model, model._complete(batch_of("gemma4", hf), {}), hf


@pytest.mark.parametrize(("kernel", "dtype"), must.EACH, ids=must.KERNELS)
def test_activations_logits_and_generation_equal_hf(kernel: str, dtype: torch.dtype, tmp_path: Path) -> None:
    hf = random_model(config_of("gemma4"))
    batch = must.in_dtype(batch_of("gemma4", hf), dtype)
    ours, theirs = must.load_both(saved(hf.to(dtype), tmp_path), attn_implementation=kernel)
    batch = ours._complete(batch, {})
    report = check_parity(ours, theirs.requires_grad_(False), batch)
    assert report.equal, report
    how = {"max_new_tokens": 4, "eos_token_id": None, "do_sample": False}
    assert torch.equal(ours.generate(batch, **how), theirs.generate(**batch, **how))


def test_heads_have_the_shape_of_their_layer() -> None:
    model, inputs, _ = adopted()
    _, seen = model.run_with_cache(inputs, "lm.*.attn.*")
    assert [seen["q", layer].shape[2:] for layer in range(3)] == [(4, 16), (4, 16), (4, 32)]
    assert [seen["k", layer].shape[2:] for layer in range(3)] == [(2, 16), (2, 16), (1, 32)]
    assert model.cfg.axis_size("d_head", 0) == 16
    assert model.cfg.axis_size("d_head", 2) == 32
    with pytest.raises(WeightsError, match="differ in shape between layers"):
        model.W_Q  # noqa: B018
    with pytest.raises(WeightsError, match="Values are normalised"):
        model.OV[0].pair  # noqa: B018
    attn = model.lm.blocks[2].attn
    assert attn.W_V.data_ptr() == attn.W_K.data_ptr() == attn.k_proj.weight.data_ptr()


def test_keys_and_values_of_one_projection_act_apart() -> None:
    """Both changed is HF's projection changed by hand; one alone is not."""
    model, inputs, hf = adopted()
    names = [f"lm.blocks.2.attn.hook_{point}" for point in "kv"]

    def shift(x: Any, hook: Any) -> None:
        x[..., 0] += 1

    def by_hand(module: Any, args: Any, out: torch.Tensor) -> torch.Tensor:
        return out.index_add(-1, torch.tensor([0]), torch.ones(*out.shape[:-1], 1))

    both = model.run_with_hooks(inputs, [(name, shift) for name in names])
    handle = hf.model.language_model.layers[2].self_attn.k_proj.register_forward_hook(by_hand)
    expected = hf(**inputs).logits
    handle.remove()
    assert torch.equal(both, expected)
    one = [model.run_with_hooks(inputs, [(name, shift)]) for name in names]
    assert not any(torch.equal(each, both) for each in one)
    assert not torch.equal(*one)


def test_layers_multiply_the_stream_at_their_end() -> None:
    model, inputs, _ = adopted()
    _, seen = model.run_with_cache(inputs, "lm.*.hook_resid_*")
    for layer, block in enumerate(model.lm.blocks):
        unscaled = seen[f"lm.blocks.{layer}.hook_resid_unscaled"]
        assert torch.equal(unscaled * block.layer_scalar, seen["resid_post", layer])
        assert not torch.equal(unscaled, seen["resid_post", layer])


@pytest.mark.parametrize(
    ("key", "value", "what"),
    [
        ("hidden_size_per_layer_input", 8, "inputs for each layer"),
        ("num_kv_shared_layers", 1, "later layers take from earlier ones"),
        ("enable_moe_block", True, "experts beside the MLP"),
    ],
)
def test_what_is_lacking_is_named(key: str, value: Any, what: str) -> None:
    tiny = copy.deepcopy(dict(TYPES["gemma4"].config))
    tiny["text_config"] |= {"num_experts": 4, "top_k_experts": 2, "moe_intermediate_size": 8, "num_hidden_layers": 4}
    tiny["text_config"] |= {"layer_types": ["sliding_attention", "full_attention"] * 2, key: value}
    with pytest.raises(ConfigError, match=what):
        family_for(CONFIG_MAPPING["gemma4"](**tiny))
