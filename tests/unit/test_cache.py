from __future__ import annotations

import copy
import gc
import weakref
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor

from tests import models
from vlm_lens_native import ActivationCache, HookNameError, InputError
from vlm_lens_native.cache import select_positions
from vlm_lens_native.components import attention


@pytest.fixture
def cache(model, inputs) -> ActivationCache:
    return model.run_with_cache(inputs)[1]


def test_reads_by_name_alias_and_short_name(cache) -> None:
    value = cache["lm.blocks.1.hook_resid_post"]
    assert cache["blocks.1.hook_resid_post"] is value
    assert cache["resid_post", 1] is value
    assert cache["lm.blocks.1.attn.hook_scores"] is cache["attn_scores", 1]
    assert cache["scale", 1, "ln2"] is cache["lm.blocks.1.ln2.hook_scale"]
    assert cache["embed",] is cache["embed"] is cache["lm.hook_embed"]
    assert cache["resid_post", -1] is cache["lm.blocks.2.hook_resid_post"]
    for short, name in (("attn", "pattern"), ("scores", "attn_scores"), ("head_out", "result")):
        assert cache[short, 1] is cache[f"lm.blocks.1.attn.hook_{name}"]
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
        (("resid_post", -4), "nothing fits"),
    ],
)
def test_wrong_names_raise(cache, name, message: str) -> None:
    with pytest.raises(HookNameError, match=message):
        cache[name]


def test_the_last_of_some_layers_is_not_taken_for_the_models_last(model, inputs) -> None:
    cache = model.run_with_cache(inputs, "lm.blocks.1.hook_resid_post")[1]
    with pytest.raises(HookNameError, match="nothing fits"):
        cache["resid_post", -1]
    with pytest.raises(HookNameError, match="attach"):
        ActivationCache(cache.steps)["resid_post", -1]


def test_an_empty_cache_says_that_nothing_ran(model) -> None:
    with model.run_with_cache("lm.*.hook_z") as cache:
        pass
    with pytest.raises(HookNameError, match="Has the model run"):
        cache["z", 0]


def test_stacks_layers_in_order(model, cache) -> None:
    stacked = cache.stack("lm.blocks.*.hook_resid_post")
    assert stacked.shape == (model.cfg.n_layers, *cache["resid_post", 0].shape)
    assert all(torch.equal(stacked[layer], cache["resid_post", layer]) for layer in range(model.cfg.n_layers))
    with pytest.raises(InputError, match="different shapes"):
        cache.stack("lm.blocks.0.attn.*")


def test_a_short_name_stacks_the_decoders_blocks(model, cache) -> None:
    for short, pattern in (("resid_post", "lm.*.hook_resid_post"), ("attn", "lm.*.hook_pattern")):
        assert torch.equal(cache.stack(short), cache.stack(pattern))
    with pytest.raises(HookNameError, match=r"could be 'lm\.\*\.ln1\.hook_scale', 'lm\.\*\.ln2\.hook_scale'"):
        cache.stack("scale")
    with pytest.raises(HookNameError, match="nearest"):
        cache.stack("resid_pst")


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
    with model.run_with_cache("lm.*.hook_resid_*") as cache:
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
    with model.run_with_cache(["lm.*.hook_resid_post", "lm.*.hook_pattern"]) as cache:
        model.generate(inputs, max_new_tokens=4, do_sample=False, eos_token_id=None)
    lengths = [step["lm.blocks.0.hook_resid_post"].shape[1] for step in cache.steps]
    assert lengths == [n_prompt, 1, 1, 1]
    keys = [step["lm.blocks.0.attn.hook_pattern"].shape[-1] for step in cache.steps]
    assert keys == [n_prompt, n_prompt + 1, n_prompt + 2, n_prompt + 3]
    with pytest.raises(InputError, match=r"4 forward passes.*cache\.steps\[0\]"):
        cache["resid_post", 0]


def same(value: Tensor, expected: Tensor, name: str) -> bool:
    """Equal; scores and pattern up to rounding, since a product over fewer queries may add up in another order."""
    if name.endswith(("hook_attn_scores", "hook_pattern")):
        return torch.allclose(value, expected, rtol=1e-5, atol=1e-6)
    return torch.equal(value, expected)


@pytest.mark.parametrize("positions", [8, -1, slice(2, 6), [1, 4], torch.arange(16) % 2 == 0], ids=str)
def test_positions_keep_those_rows_and_nothing_more(model, inputs, cache, positions) -> None:
    kept = model.run_with_cache(inputs, positions=positions)[1]
    index = [positions] if isinstance(positions, int) else positions
    for name, value in kept.items():
        axis = model.hook_dict[name].query_axis
        if axis is None:  # patches of the vision encoder have no positions
            assert torch.equal(value, cache[name])
            continue
        expected = cache[name].movedim(axis, 0)[index].movedim(0, axis)
        assert same(value, expected, name), name
        assert value.untyped_storage().nbytes() == value.numel() * value.element_size(), name


@pytest.mark.parametrize("family", ["llava", "qwen2_5_vl", "qwen3_vl"])  # smolvlm's layout needs its processor's tags
def test_a_layouts_selection_keeps_its_own_positions_in_each_row(family: str) -> None:
    model, inputs = models.model(family), models.inputs(family)
    everything = model.run_with_cache(inputs, "lm.*")[1]
    last = model.token_layout(inputs).last
    kept = model.run_with_cache(inputs, "lm.*", positions=last)[1]
    for name, value in kept.items():
        assert value.shape[model.hook_dict[name].query_axis] == 1
        for row in range(2):
            whole = everything[name][row].select(model.hook_dict[name].query_axis - 1, int(last.indices(row)[0]))
            assert same(value[row].squeeze(model.hook_dict[name].query_axis - 1), whole, name), name
    with pytest.raises(InputError, match="same number in each"):
        model.run_with_cache(inputs, positions=model.token_layout(inputs).text)


def test_scores_and_pattern_are_computed_for_the_wanted_queries_only(model, inputs, monkeypatch) -> None:
    computed: list[int] = []
    monkeypatch.setattr(attention, "masked_softmax", lambda scores: computed.append(scores.shape[2]) or scores)
    model.run_with_cache(inputs, "lm.blocks.1.attn.hook_pattern", positions=[2, -1])
    with model.run_with_cache("lm.blocks.1.attn.hook_pattern", positions=slice(3, 6)):
        model.run_with_cache(inputs, "lm.blocks.1.attn.hook_pattern", positions=[5, 7])
    assert computed == [2, 4]  # of two caches, the queries of both
    with model.hooks([("lm.blocks.1.attn.hook_attn_scores", lambda x, hook: None)]):
        model.run_with_cache(inputs, "lm.blocks.1.attn.hook_pattern", positions=-1)
    assert computed[-1] == 16  # a hook sees them all


def test_two_caches_of_one_pass_keep_their_own_positions(model, inputs, cache) -> None:
    name = "lm.blocks.1.attn.hook_pattern"
    with model.run_with_cache(name, positions=slice(3, 6)) as outer:
        inner = model.run_with_cache(inputs, name, positions=[7, 5])[1]
    assert same(outer[name], cache[name][:, :, 3:6], name)
    assert same(inner[name], cache[name][:, :, [7, 5]], name)


def test_beams_keep_the_positions_of_their_prompt(model, inputs) -> None:
    resid, pattern = "lm.blocks.1.hook_resid_pre", "lm.blocks.1.attn.hook_pattern"
    whole = model.run_with_cache(inputs, [resid, pattern])[1]
    mask = torch.zeros(2, 16, dtype=torch.bool)
    mask[0, 5] = mask[1, 9] = True
    with model.run_with_cache([resid, pattern], positions=mask) as cache:
        model.generate(inputs, max_new_tokens=3, num_beams=3, do_sample=False, eos_token_id=None)
    first = cache.steps[0]
    assert first[resid].shape[:2] == (6, 1)
    assert first[pattern].shape[:3] == (6, 4, 1)
    for row, position in ((0, 5), (1, 9)):
        for beam in range(3):
            assert torch.allclose(first[resid][3 * row + beam, 0], whole[resid][row, position], atol=1e-4)
            assert torch.allclose(first[pattern][3 * row + beam, :, 0], whole[pattern][row, :, position], atol=1e-5)


def test_gradients_go_to_the_pass_that_they_belong_to(model, inputs) -> None:
    name = "lm.blocks.1.hook_resid_pre"
    with model.run_with_cache(name, incl_bwd=True, positions=8) as cache:
        first, second = model(inputs).logits, model(inputs).logits
    (3 * first[:, -1].sum()).backward()
    second[:, -1].sum().backward()
    gradients = [step[f"{name}_grad"] for step in cache.steps]
    assert gradients[0].shape == (2, 1, model.cfg.d_model)
    assert torch.allclose(gradients[0], 3 * gradients[1], rtol=1e-4)


def test_positions_of_the_prompt_mean_the_same_while_generating(model, inputs) -> None:
    with model.run_with_cache("lm.blocks.0.hook_resid_post", positions=[2, 17]) as cache:
        model.generate(inputs, max_new_tokens=4, do_sample=False, eos_token_id=None)
    assert [step["lm.blocks.0.hook_resid_post"].shape[1] for step in cache.steps] == [1, 0, 1, 0]


def test_positions_outside_the_sequence_raise(model, inputs) -> None:
    with pytest.raises(InputError, match="outside the sequence of 16"):
        model.run_with_cache(inputs, "lm.*.hook_z", positions=[3, 16])
    with (
        pytest.raises(InputError, match="outside the sequence of 16"),
        model.run_with_cache("lm.*.hook_z", positions=-17),
    ):
        model(inputs)
    with pytest.raises(InputError, match="does not fit 8"):
        select_positions(torch.ones(5, dtype=torch.bool), 8)


def test_remove_batch_dim_is_for_one_row(model, inputs, cache) -> None:
    with pytest.raises(InputError, match="has 2"):
        cache.remove_batch_dim()
    alone = {"input_ids": inputs["input_ids"][:1], "pixel_values": inputs["pixel_values"][:2]}
    single = model.run_with_cache(alone, "*.hook_z", remove_batch_dim=True)[1]
    assert single["z", 0].shape == (16, 4, 16)
    assert single["vision.blocks.0.attn.hook_z"].shape == (2, 5, 4, 8)  # two images


def test_incl_bwd_keeps_gradients(model, inputs) -> None:
    labels = inputs["input_ids"].masked_fill(inputs["input_ids"] == 100, -100)
    loss, cache = model.run_with_cache(inputs, "lm.*.hook_z", return_type="loss", labels=labels, incl_bwd=True)
    assert loss.ndim == 0
    assert cache["lm.blocks.1.attn.hook_z_grad"].abs().max() > 0
    assert not model(inputs).logits.requires_grad
    with pytest.raises(InputError, match="backward from the loss"):
        model.run_with_cache(inputs, "lm.*.hook_z", incl_bwd=True)
    with pytest.raises(InputError, match="labels="):
        model.run_with_cache({"inputs_embeds": torch.zeros(1, 3, model.cfg.d_model)}, "lm.*.hook_z", return_type="loss")


def test_a_cache_keeps_no_inputs_alive(inputs) -> None:
    model = models.fresh("llava")
    pixels = inputs.pop("pixel_values").clone()
    gone = weakref.ref(pixels)
    with model.run_with_cache("lm.*.hook_z") as cache:
        model({**inputs, "pixel_values": pixels})
    del pixels
    gc.collect()
    assert gone() is None
    assert len(cache) == 3


def test_the_repr_tells_what_is_inside(cache) -> None:
    assert repr(cache).startswith(f"ActivationCache({len(cache)} activations")
    assert "MB: vision.blocks.0.hook_resid_pre" in repr(cache)
    assert repr(cache.steps) == f"[{repr(cache).replace('ActivationCache', 'Step')}]"


@pytest.mark.parametrize(
    ("asked", "key", "canonical"),
    [
        ("lm.blocks.*.mlp.hook_out", "lm.blocks.1.mlp.hook_out", "lm.blocks.1.hook_mlp_out"),
        (["blocks.1.attn.hook_scores"], "blocks.1.attn.hook_scores", "lm.blocks.1.attn.hook_attn_scores"),
        ("blocks.*.hook_resid_post", "blocks.1.hook_resid_post", "lm.blocks.1.hook_resid_post"),
        ("*.attn.hook_head_out", "lm.blocks.1.attn.hook_head_out", "lm.blocks.1.attn.hook_result"),
        ("embed", "embed", "lm.hook_embed"),
        ("lm.*hook_mlp_out", "lm.blocks.1.hook_mlp_out", "lm.blocks.1.hook_mlp_out"),
    ],
)
def test_keys_are_spelled_as_they_were_asked_for(model, inputs, tmp_path: Path, asked, key, canonical) -> None:
    _, cache = model.run_with_cache(inputs, asked)
    assert key in list(cache)
    assert len(list(cache)) == len(cache)
    cache.save(tmp_path / "cache")
    for each in (cache, copy.copy(cache), ActivationCache.load(tmp_path / "cache")):
        assert key in each
        assert canonical in each
        assert torch.equal(dict(each.items())[key], each[canonical])
        assert torch.equal(each[key], cache.steps[0][canonical])
    assert torch.equal(cache.stack(asked if isinstance(asked, str) else asked[0])[-1], list(cache.values())[-1])


def test_gradients_are_spelled_as_their_activations(model, inputs) -> None:
    name = "blocks.1.mlp.hook_out"
    _, cache = model.run_with_cache(inputs, name, labels=inputs["input_ids"], return_type="loss", incl_bwd=True)
    assert set(cache) == {name, f"{name}_grad"}
    assert torch.equal(cache[f"{name}_grad"], cache["lm.blocks.1.hook_mlp_out_grad"])


@pytest.mark.parametrize("family", ["llava", "qwen3_vl"])
def test_a_part_of_the_sequence_is_asked_by_positions_of_the_whole(family, tmp_path):
    """What was kept of images, lists and whole runs, asked again by selections, lists and masks; padded rows."""
    model, inputs = models.model(family), models.inputs(family)
    names = ["lm.blocks.1.hook_resid_post", "lm.blocks.1.attn.hook_pattern", "lm.blocks.1.attn.hook_z"]
    whole = model.run_with_cache(inputs, names)[1]
    n_pos = inputs["input_ids"].shape[1]
    own = torch.zeros(2, n_pos, dtype=torch.bool)
    own[0, [3, 5]] = own[1, [n_pos - 4, n_pos - 1]] = True
    wider = own.clone()
    wider[0, 7] = wider[1, n_pos - 3] = True
    for kept, wanted in (([9, 4, 7], [7, 4]), (None, own), (wider, own), (None, slice(-3, None)), (wider, wider)):
        cache = model.run_with_cache(inputs, names, positions=kept)[1]
        cache.save(tmp_path / "cache.safetensors")
        for each in (cache, type(cache).load(tmp_path / "cache.safetensors").attach(model)):
            found = each.at(wanted)
            rows = [whole.row(row).at(wanted[row] if wanted is own or wanted is wider else wanted) for row in (0, 1)]
            for name in names:
                axis = 2 if name.endswith("pattern") else 1
                for row in (0, 1):
                    at = wanted[row] if isinstance(wanted, torch.Tensor) else wanted
                    expected = whole[name].movedim(axis, 1)[row, at].movedim(0, axis - 1)
                    off = (found[name][row] - expected).abs().max()  # of patterns: of some queries they are made anew,
                    assert off <= (1e-6 if axis == 2 else 0)  # and a product of fewer rows may round otherwise
                    assert torch.equal(rows[row][name][0], expected)
            again = found.at(wanted)
            assert torch.equal(again[names[0]], found[names[0]])
    cache = model.run_with_cache(inputs, names, positions=[4, 7])[1]
    with pytest.raises(InputError, match="Positions 5 of row 0 were not kept, only 4, 7"):
        cache.at([4, 5])
    with pytest.raises(InputError, match="its model"):
        type(cache).load(tmp_path / "cache.safetensors").at([3])


def test_a_short_name_that_fits_nothing_says_what_there_is(model, inputs) -> None:
    cache = model.run_with_cache(inputs, ["lm.*.hook_resid_post", "lm.blocks.1.attn.hook_pattern"])[1]
    for asked, message in {
        ("resid_post", 17): r"There is resid_post \(layers 0-2\); the model's layers are numbered 0 to 2",
        ("pattern", 0): r"There is pattern \(layer 1\)",
        ("resid_pots", 1): r"The nearest are resid_post\. There is resid_post \(layers 0-2\), pattern \(layer 1\)",
        ("resid_post",): r"Give a layer: There is resid_post",
        ("mlp_out", 1): r"There is resid_post \(layers 0-2\), pattern \(layer 1\)",
        "lm.blocks.1.hook_mlp_out": r"was not asked for when this cache was made, but resid_post \(layers 0-2\), pat",
        "lm.blocks.17.hook_resid_post": r"there is one of this name in layers 0-2",
    }.items():
        with pytest.raises(HookNameError, match=message):
            cache[asked]
    with pytest.raises(HookNameError, match=r"'lm.blocks.17.hook_resid_post': there is one of this name in layers 0-2"):
        model.run_with_cache(inputs, "lm.blocks.17.hook_resid_post")
    with pytest.raises(InputError, match=r"selection or mask of shape \[2, 5\].*made of other inputs"):
        model.run_with_cache(inputs, "lm.*.hook_z", positions=torch.ones(2, 5, dtype=torch.bool))


def test_a_short_name_means_the_decoder_where_the_cache_holds_any_of_it() -> None:
    model, inputs = models.model("llava"), models.inputs("llava")
    names = ["lm.blocks.1.attn.hook_pattern", "vision.blocks.*.attn.hook_pattern"]
    cache = model.run_with_cache(inputs, names)[1]
    assert ("pattern", 0) not in cache
    with pytest.raises(HookNameError, match="pattern"):
        cache["pattern", 0]
    assert torch.equal(
        model.run_with_cache(inputs, names[1])[1]["pattern", 0], cache["vision.blocks.0.attn.hook_pattern"]
    )
