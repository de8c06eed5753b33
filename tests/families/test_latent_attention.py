"""Multi-head latent attention (DeepSeek-V3's, in Kimi K2.5): each step against HF's modules, patched by hand."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
import torch
from torch import Tensor

from tests.families import assertions as must
from tests.families.checkpoints import random_model, saved
from tests.families.types import batch_of, config_of
from vlm_lens_native import ConfigError, HookedVLMTransformer, HookError, WeightsError
from vlm_lens_native.families import family_for
from vlm_lens_native.parity import check_parity

GREEDY = {"max_new_tokens": 4, "do_sample": False, "eos_token_id": None, "suppress_tokens": [100]}


@cache
def adopted() -> tuple[HookedVLMTransformer, dict[str, Any], Any]:
    hf = random_model(config_of("kimi_k25"))
    return HookedVLMTransformer.from_hf(hf), batch_of("kimi_k25", hf), hf


@pytest.mark.parametrize(("kernel", "dtype"), must.EACH, ids=must.KERNELS)
def test_activations_logits_and_generation_equal_hf(kernel: str, dtype: torch.dtype, tmp_path: Any) -> None:
    """From the hub's names."""
    _, batch, hf = adopted()
    saved(hf, tmp_path)
    ours, theirs = must.load_both(tmp_path, attn_implementation=kernel, dtype=dtype)
    theirs.requires_grad_(False)
    inputs = must.in_dtype(batch, dtype)
    report = check_parity(ours, theirs, inputs)
    assert report.equal, report
    shown = {comparison.name for comparison in report.comparisons}
    assert {f"lm.blocks.1.attn.hook_{point}" for point in ("q_latent", "q", "kv_latent", "z")} <= shown
    logits, everything = ours.run_with_cache(inputs)
    assert torch.equal(logits, theirs(**inputs).logits)
    assert everything["lm.blocks.1.attn.hook_k"].shape[2:] == (4, 12)
    tokens = theirs.generate(**inputs, **GREEDY)
    assert torch.equal(ours.generate(inputs, **GREEDY), tokens)
    assert torch.equal(ours.generate(ours.encode(inputs), **GREEDY), tokens)


@pytest.mark.parametrize(
    "changes",
    [
        {"q_lora_rank": None, "attention_bias": False},
        {"rope_interleave": False, "rope_parameters": {"rope_type": "default", "rope_theta": 1e4}},
    ],
    ids=["queries without latents", "rotation of halves"],
)
def test_variants_equal_hf(changes: dict[str, Any]) -> None:
    config = config_of("kimi_k25")
    for key, value in changes.items():
        setattr(config.text_config, key, value)
    hf = random_model(config)
    inputs = batch_of("kimi_k25", hf)
    ours = HookedVLMTransformer.from_hf(hf)
    report = check_parity(ours, hf, inputs)
    assert report.equal, report
    if config.text_config.q_lora_rank is None:
        attn = ours.lm.blocks[0].attn
        _, cached = ours.run_with_cache(inputs, ["lm.blocks.0.attn.hook_in", "lm.blocks.0.attn.hook_q"])
        made = torch.einsum("bpd,hde->bphe", cached["lm.blocks.0.attn.hook_in"], attn.W_Q)
        torch.testing.assert_close(made, cached["lm.blocks.0.attn.hook_q"], rtol=1e-4, atol=1e-4)
        with pytest.raises(WeightsError, match="W_Q"):
            _ = attn.W_DQ


def test_grouped_heads_are_refused() -> None:
    config = config_of("kimi_k25")
    config.text_config.num_key_value_heads = 2
    with pytest.raises(ConfigError, match="num_key_value_heads=2 of 4"):
        family_for(config)


def by_hand(hf: Any, point: str, edit: Any) -> Any:
    """Changes an activation of HF's layer 1; gives back what undoes it."""
    attention = hf.model.language_model.layers[1].self_attn
    inside = {"q_latent": "q_a_layernorm", "q": "q_b_proj", "kv_latent": "kv_a_layernorm"}
    if point in inside:
        module = attention.get_submodule(inside[point])
        return module.register_forward_hook(lambda module, args, output: edit(output)).remove
    original = attention.expand_kv

    def expanded(latent: Tensor, shared: Tensor) -> tuple[Tensor, Tensor]:
        k, v = original(latent, edit(shared) if point == "k_rot" else shared)
        if point == "k":
            k = torch.cat([edit(k[..., :12]), k[..., 12:]], dim=-1)
        return edit(k) if point == "rot_k" else k, edit(v) if point == "v" else v

    attention.expand_kv = expanded
    return lambda: delattr(attention, "expand_kv")


@pytest.mark.parametrize("point", ["q_latent", "q", "kv_latent", "k_rot", "k", "v", "rot_k"])
def test_edits_are_those_of_hfs_modules_by_hand(point: str) -> None:
    model, inputs, hf = adopted()
    plain, fired, name = hf(**inputs).logits, [], f"lm.blocks.1.attn.hook_{point}"

    def change(x: Tensor, hook: Any) -> Tensor:
        fired.append(hook.name)
        return x * 1.5

    undo = by_hand(hf, point, lambda x: x * 1.5)
    expected = hf(**inputs).logits
    undo()
    assert torch.equal(model.run_with_hooks(inputs, [(name, change)]), expected)
    assert not torch.equal(expected, plain)
    assert fired == [name]
    in_place = model.run_with_hooks(inputs, [(name, lambda x, hook: x.mul_(1.5).mul_(1))])
    assert torch.equal(in_place, expected)
    assert torch.equal(model(inputs).logits, plain)


def test_what_the_kv_cache_keeps_acts_in_later_steps() -> None:
    """An edit of the prompt's latents is in the cache; one of keys or values, which are made anew, raises."""
    model, inputs, hf = adopted()
    n_prompt = inputs["input_ids"].shape[1]

    def of_prompt(x: Tensor, *_: Any) -> Tensor:
        return x * 1.5 if x.shape[1] == n_prompt else x

    undo = by_hand(hf, "kv_latent", of_prompt)
    expected = hf.generate(**inputs, **GREEDY)
    undo()
    with model.hooks(fwd_hooks=[("lm.blocks.1.attn.hook_kv_latent", of_prompt)]):
        assert torch.equal(model.generate(inputs, **GREEDY), expected)
    assert not torch.equal(expected, hf.generate(**inputs, **GREEDY))
    for point in ("k", "v", "rot_k"):
        hooks = [(f"lm.blocks.1.attn.hook_{point}", of_prompt)]
        with model.hooks(fwd_hooks=hooks), pytest.raises(HookError, match=f"hook_{point} changed keys or values"):
            model.generate(inputs, **GREEDY)
        with model.hooks(fwd_hooks=[(hooks[0][0], lambda x, hook: x.clone())]):
            assert torch.equal(model.generate(inputs, **GREEDY), hf.generate(**inputs, **GREEDY))


def test_weights_are_views_that_make_what_hooks_show() -> None:
    model, inputs, _ = adopted()
    attn: Any = model.lm.blocks[1].attn
    _, cached = model.run_with_cache(inputs, "lm.blocks.1.attn.*")
    shown = {name.rpartition("hook_")[2]: cached[name] for name in cached}
    made = {
        "k": torch.einsum("bpol,hlk->bphk", shown["kv_latent"], attn.W_UK),
        "v": torch.einsum("bpol,hlk->bphk", shown["kv_latent"], attn.W_UV),
        "q": torch.einsum("bpl,hlk->bphk", shown["q_latent"], attn.W_UQ),
    }
    for point, value in made.items():
        torch.testing.assert_close(value, shown[point], rtol=1e-4, atol=1e-4)
    bias = attn.kv_a_proj_with_mqa.bias
    latent = attn.kv_a_layernorm(shown["in"] @ attn.W_DKV + bias[:20])
    torch.testing.assert_close(latent, shown["kv_latent"][:, :, 0], rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(
        (shown["in"] @ attn.W_KR + bias[20:]).norm(dim=-1)
        * model.lm.rotaries[1]._scaled_frequencies(torch.zeros(1), None, bias.device)[1],
        shown["k_rot"][:, :, 0].norm(dim=-1),
        rtol=1e-4,
        atol=1e-4,
    )
    for view, stored in (
        (attn.W_UV, attn.kv_b_proj),
        (attn.W_DKV, attn.kv_a_proj_with_mqa),
        (attn.W_DQ, attn.q_a_proj),
    ):
        assert view.untyped_storage().data_ptr() == stored.weight.untyped_storage().data_ptr()
    for matrix in ("W_Q", "W_K", "W_V"):
        with pytest.raises(WeightsError, match="a norm stands between"):
            getattr(attn, matrix)
