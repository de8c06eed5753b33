from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor

from tests import models
from vlm_lens_native import ActivationCache, HookedVLMTransformer, HookNameError, InputError
from vlm_lens_native.cache import select_positions


@pytest.fixture
def model() -> HookedVLMTransformer:
    return models.model("llava")


@pytest.fixture
def inputs() -> dict[str, Tensor]:
    return models.inputs("llava")


@pytest.fixture
def cache(model, inputs) -> ActivationCache:
    return model.run_with_cache(inputs)[1]


def test_reads_by_name_alias_and_short_name(cache) -> None:
    value = cache["lm.blocks.1.hook_resid_post"]
    assert cache["blocks.1.hook_resid_post"] is value
    assert cache["resid_post", 1] is value
    assert cache["lm.blocks.1.attn.hook_scores"] is cache["attn_scores", 1]
    assert cache["scale", 1, "ln2"] is cache["lm.blocks.1.ln2.hook_scale"]
    assert cache["embed",] is cache["lm.hook_embed"]
    assert "blocks.1.attn.hook_q" in cache
    assert "lm.blocks.7.attn.hook_q" not in cache
    assert len(cache) == len(list(cache)) == len(cache.items())


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("lm.blocks.1.hook_resid_pst", "nearest"),
        ("lm.blocks.*.hook_resid_post", "stack"),
        (("scale", 1), "ln1.*ln2"),
        (("resid_post", 8), "nothing fits"),
    ],
)
def test_wrong_names_raise(cache, name, message: str) -> None:
    with pytest.raises(HookNameError, match=message):
        cache[name]


def test_an_empty_cache_says_that_nothing_ran(model) -> None:
    with model.run_with_cache("*.hook_z") as cache:
        pass
    with pytest.raises(HookNameError, match="Has the model run"):
        cache["z", 0]


def test_stacks_layers_in_order(model, cache) -> None:
    stacked = cache.stack("lm.blocks.*.hook_resid_post")
    assert stacked.shape == (model.cfg.n_layers, *cache["resid_post", 0].shape)
    assert all(torch.equal(stacked[layer], cache["resid_post", layer]) for layer in range(model.cfg.n_layers))
    with pytest.raises(InputError, match="different shapes"):
        cache.stack("lm.blocks.0.attn.*")


def test_saves_and_loads(cache, tmp_path: Path) -> None:
    cache.save(tmp_path / "cache.safetensors")
    loaded = ActivationCache.load(tmp_path / "cache.safetensors")
    assert list(loaded) == list(cache)
    assert all(torch.equal(loaded[name], value) for name, value in cache.items())
    save_file({"a": torch.zeros(2)}, tmp_path / "other.safetensors")
    with pytest.raises(InputError, match=r"not one written by ActivationCache\.save"):
        ActivationCache.load(tmp_path / "other.safetensors")


def test_saves_in_bfloat16_and_several_passes(inputs, tmp_path: Path) -> None:
    model = models.fresh("llava").to(torch.bfloat16)
    with model.run_with_cache("*.hook_resid_*") as cache:
        model.generate(inputs, max_new_tokens=3, do_sample=False)
    cache.save(tmp_path / "cache.safetensors")
    loaded = ActivationCache.load(tmp_path / "cache.safetensors")
    assert len(loaded.steps) == len(cache.steps) == 3
    for mine, theirs in zip(loaded.steps, cache.steps, strict=True):
        assert list(mine) == list(theirs)
        assert all(torch.equal(mine[name], theirs[name]) for name in mine)


def test_every_step_of_a_generation_is_kept(model, inputs) -> None:
    """Another tool's cache held the last step only."""
    n_prompt = inputs["input_ids"].shape[1]
    with model.run_with_cache(["*.hook_resid_post", "*.hook_pattern"]) as cache:
        model.generate(inputs, max_new_tokens=4, do_sample=False, eos_token_id=None)
    lengths = [step["lm.blocks.0.hook_resid_post"].shape[1] for step in cache.steps]
    assert lengths == [n_prompt, 1, 1, 1]
    keys = [step["lm.blocks.0.attn.hook_pattern"].shape[-1] for step in cache.steps]
    assert keys == [n_prompt, n_prompt + 1, n_prompt + 2, n_prompt + 3]
    with pytest.raises(InputError, match=r"4 forward passes.*cache\.steps\[0\]"):
        cache["resid_post", 0]


@pytest.mark.parametrize("positions", [3, -1, slice(2, 6), [1, 4], torch.arange(16) % 2 == 0], ids=str)
def test_positions_keep_those_rows_and_nothing_more(model, inputs, cache, positions) -> None:
    kept = model.run_with_cache(inputs, positions=positions)[1]
    index = [positions] if isinstance(positions, int) else positions
    for name, value in kept.items():
        axis = model.hook_dict[name].query_axis
        expected = cache[name].movedim(axis, 0)[index].movedim(0, axis)
        assert torch.equal(value, expected), name
        assert value.untyped_storage().nbytes() == value.numel() * value.element_size(), name


@pytest.mark.parametrize("family", ["llava", "qwen2_5_vl", "qwen3_vl"])  # smolvlm's layout needs its processor's tags
def test_a_layouts_selection_keeps_its_own_positions_in_each_row(family: str) -> None:
    model, inputs = models.model(family), models.inputs(family)
    everything = model.run_with_cache(inputs)[1]
    last = model.token_layout(inputs).last
    kept = model.run_with_cache(inputs, positions=last)[1]
    for name, value in kept.items():
        assert value.shape[model.hook_dict[name].query_axis] == 1
        for row in range(2):
            whole = everything[name][row].select(model.hook_dict[name].query_axis - 1, int(last.indices(row)[0]))
            assert torch.equal(value[row].squeeze(model.hook_dict[name].query_axis - 1), whole), name
    with pytest.raises(InputError, match="same number in each"):
        model.run_with_cache(inputs, positions=model.token_layout(inputs).text)


def test_positions_of_the_prompt_mean_the_same_while_generating(model, inputs) -> None:
    with model.run_with_cache("lm.blocks.0.hook_resid_post", positions=[2, 17]) as cache:
        model.generate(inputs, max_new_tokens=4, do_sample=False, eos_token_id=None)
    assert [step["lm.blocks.0.hook_resid_post"].shape[1] for step in cache.steps] == [1, 0, 1, 0]


def test_positions_outside_the_sequence_raise(model, inputs) -> None:
    with pytest.raises(InputError, match="outside the sequence of 16"):
        model.run_with_cache(inputs, "*.hook_z", positions=[3, 16])
    with pytest.raises(InputError, match="outside the sequence of 16"), model.run_with_cache("*.hook_z", positions=-17):
        model(inputs)
    with pytest.raises(InputError, match="does not fit 8"):
        select_positions(torch.ones(5, dtype=torch.bool), 8)


def test_remove_batch_dim_is_for_one_row(model, inputs, cache) -> None:
    with pytest.raises(InputError, match="has 2"):
        cache.remove_batch_dim()
    alone = {"input_ids": inputs["input_ids"][:1], "pixel_values": inputs["pixel_values"][:2]}
    single = model.run_with_cache(alone, "*.hook_z", remove_batch_dim=True)[1]
    assert single["z", 0].shape == (16, 4, 16)


def test_incl_bwd_keeps_gradients(model, inputs) -> None:
    labels = inputs["input_ids"].masked_fill(inputs["input_ids"] == 100, -100)
    loss, cache = model.run_with_cache(inputs, "*.hook_z", return_type="loss", labels=labels, incl_bwd=True)
    assert loss.ndim == 0
    assert cache["lm.blocks.1.attn.hook_z_grad"].abs().max() > 0
    assert not model(inputs).logits.requires_grad
    with pytest.raises(InputError, match="backward from the loss"):
        model.run_with_cache(inputs, "*.hook_z", incl_bwd=True)
    with pytest.raises(InputError, match="labels="):
        model.run_with_cache(inputs, "*.hook_z", return_type="loss")


def test_a_cache_keeps_no_inputs_alive(inputs) -> None:
    model = models.fresh("llava")
    pixels = inputs.pop("pixel_values").clone()
    gone = weakref.ref(pixels)
    with model.run_with_cache("*.hook_z") as cache:
        model({**inputs, "pixel_values": pixels})
    del pixels
    gc.collect()
    assert gone() is None
    assert len(cache) == 3


def test_the_repr_tells_what_is_inside(cache) -> None:
    assert repr(cache).startswith(f"ActivationCache({len(cache)} activations")
    assert "MB: lm.hook_embed" in repr(cache)
