"""Gated DeltaNet beside gated attention: HF's bits, states that are read and edited; what has no pattern says so."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor
from transformers import DynamicCache
from transformers.models.qwen3_5 import modeling_qwen3_5

from tests.families import assertions as must
from tests.families.checkpoints import random_model, rows, saved, words
from tests.families.types import batch_of, config_of
from vlm_lens_native import HookedVLMTransformer, HookNameError, InputError, WeightsError
from vlm_lens_native._transformers import KV_CACHE
from vlm_lens_native.analysis import attention_to_image, heads, interventions, knockout, logit_attribution
from vlm_lens_native.parity import check_parity
from vlm_lens_native.weights import composition_scores

DELTA, ATTENTION = "lm.blocks.0.linear_attn", "lm.blocks.1.attn"
AT = 6
TEXT = rows(words(12, seed=1), words(9, seed=2), length=12)


@cache
def adopted() -> tuple[HookedVLMTransformer, Any]:
    hf = random_model(config_of("qwen3_5"))
    return HookedVLMTransformer.from_hf(hf), hf


@pytest.mark.parametrize("name", ["qwen3_5", "qwen3_5_moe"])
@pytest.mark.parametrize(("kernel", "dtype"), must.EACH, ids=must.KERNELS)
def test_activations_and_logits_equal_hf(name: str, kernel: str, dtype: torch.dtype, tmp_path: Path) -> None:
    hf = random_model(config_of(name))
    batch = must.in_dtype(batch_of(name, hf), dtype)
    ours, theirs = must.load_both(
        saved(hf.to(dtype), tmp_path), attn_implementation=kernel, experts_implementation="eager"
    )
    report = check_parity(ours, theirs.requires_grad_(False), ours._complete(batch, {}))
    assert report.equal, report
    assert any("linear_attn.hook_z" in comparison.name for comparison in report.comparisons)


def test_gates_of_narrow_heads_have_hfs_bits() -> None:
    config = config_of("qwen3_5")
    config.text_config.head_dim = 48  # no multiple of the width in which a sigmoid is computed
    config.text_config.rope_parameters["mrope_section"] = [2, 2, 2]
    hf = random_model(config).requires_grad_(False)
    assert torch.equal(HookedVLMTransformer.from_hf(hf)(TEXT).logits, hf(**TEXT).logits)


@pytest.mark.parametrize(
    "how", [{}, {"num_beams": 2}, {"cache_implementation": "static"}, {"prefill_chunk_size": 5}], ids=str
)
def test_generates_like_hf(how: dict[str, Any]) -> None:
    model, hf = adopted()
    fixed = {"max_new_tokens": 4, "eos_token_id": None, "do_sample": False}
    assert torch.equal(model.generate(TEXT, **fixed, **how), hf.generate(**TEXT, **fixed, **how))


def test_each_row_is_what_it_is_alone() -> None:
    model, _ = adopted()
    alone = {"input_ids": TEXT["input_ids"][1:, 3:], "attention_mask": TEXT["attention_mask"][1:, 3:]}
    torch.testing.assert_close(model(TEXT).logits[1, 3:], model(alone).logits[0], rtol=1e-4, atol=1e-4)


def test_reading_the_state_changes_nothing_and_it_is_hfs() -> None:
    model, hf = adopted()
    logits, seen = model.run_with_cache(TEXT, f"{DELTA}.hook_state")
    assert torch.equal(logits, hf(**TEXT).logits)
    past = DynamicCache(config=hf.config.get_text_config())
    hf(**TEXT, **{KV_CACHE: past}, use_cache=True)
    torch.testing.assert_close(seen[f"{DELTA}.hook_state"][:, -1], past.layers[0].recurrent_states[0])
    _, some = model.run_with_cache(TEXT, f"{DELTA}.hook_state", positions=[AT, -1])
    assert torch.equal(some[f"{DELTA}.hook_state"], seen[f"{DELTA}.hook_state"][:, [AT, 11]])


@pytest.mark.parametrize("whole", [True, False], ids=["whole pass", "behind a prefill"])
def test_an_edited_state_is_what_later_positions_read(whole: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """HF's module, whose rule is run by hand up to a position, and on from another state."""
    model, hf = adopted()
    edited = torch.randn(2, 6, 8, 12, generator=torch.Generator().manual_seed(1))

    def edit(state: Tensor, hook: Any) -> None:
        if hook.first_position <= AT:
            state[:, AT - hook.first_position] = edited

    inputs = TEXT if whole else model.prefill(TEXT, 3)
    ours = model.run_with_hooks(inputs, [(f"{DELTA}.hook_state", edit)])
    clean, rule = model(TEXT).logits, modeling_qwen3_5.torch_chunk_gated_delta_rule
    calls: list[int] = []

    def by_hand(q: Tensor, k: Tensor, v: Tensor, *, g: Tensor, beta: Tensor, **how: Any) -> Any:
        calls.append(1)
        if len(calls) > 1:  # layer 0 alone
            return rule(q, k, v, g=g, beta=beta, **how)
        parts = [[x[:, where] for x in (q, k, v, g, beta)] for where in (slice(AT), slice(AT + 1, None))]
        how = {"use_qk_l2norm_in_kernel": True}
        before, _ = rule(*parts[0][:3], g=parts[0][3], beta=parts[0][4], **how)
        wanted = torch.nn.functional.normalize(q[:, AT].repeat_interleave(6 // q.shape[2], dim=1), dim=-1) / 8**0.5
        here = torch.einsum("bhk,bhkv->bhv", wanted, edited)[:, None]
        behind, _ = rule(*parts[1][:3], g=parts[1][3], beta=parts[1][4], initial_state=edited, **how)
        return torch.cat([before, here, behind], dim=1), None

    monkeypatch.setattr(modeling_qwen3_5, "torch_chunk_gated_delta_rule", by_hand)
    expected = hf(**TEXT, use_cache=False).logits
    tokens = TEXT["attention_mask"][:, -ours.shape[1] :].bool()
    theirs = expected[:, -ours.shape[1] :]
    torch.testing.assert_close(ours[tokens], theirs[tokens], rtol=1e-3, atol=1e-3)
    assert torch.equal(expected[:, :AT], clean[:, :AT]) or (expected[:, :AT] - clean[:, :AT]).abs().max() < 1e-3
    assert (expected[:, AT:] - clean[:, AT:]).abs().max() > 0.1


def test_a_tokens_write_is_knocked_out_by_beta() -> None:
    model, hf = adopted()

    def close(beta: Tensor, hook: Any) -> None:
        beta[:, AT] = 0

    ours = model.run_with_hooks(TEXT, [("lm.blocks.*.linear_attn.hook_beta", close)])
    handles = []
    for layer in (0, 2):
        projection = hf.model.language_model.layers[layer].linear_attn.in_proj_b
        handles.append(projection.register_forward_hook(lambda m, a, out: out.index_fill(1, torch.tensor([AT]), -1e9)))
    expected = hf(**TEXT).logits
    for handle in handles:
        handle.remove()
    assert torch.equal(ours, expected)
    assert not torch.equal(ours, model(TEXT).logits)
    _, cache_ = model.run_with_cache(TEXT, f"{DELTA}.hook_state")
    with model.hooks(fwd_hooks=[(f"{DELTA}.hook_beta", close)]):
        _, seen = model.run_with_cache(TEXT, [f"{DELTA}.hook_state", f"{DELTA}.hook_g"])
    kept = seen[f"{DELTA}.hook_g"][:, AT].exp()[..., None, None] * seen[f"{DELTA}.hook_state"][:, AT - 1]
    torch.testing.assert_close(seen[f"{DELTA}.hook_state"][:, AT], kept)
    assert torch.equal(cache_[f"{DELTA}.hook_state"][:, AT - 1], seen[f"{DELTA}.hook_state"][:, AT - 1])


def test_gates_on_heads_outputs_are_real() -> None:
    model, hf = adopted()
    ours = model.run_with_hooks(TEXT, [(f"{ATTENTION}.hook_gate", lambda gate, hook: gate + 1)])

    def shift(module: Any, args: Any, out: Tensor) -> Tensor:
        return (out.unflatten(-1, (4, 2, 32)) + torch.tensor([0.0, 1.0])[:, None]).flatten(-3)

    handle = hf.model.language_model.layers[1].self_attn.q_proj.register_forward_hook(shift)
    expected = hf(**TEXT).logits
    handle.remove()
    assert torch.equal(ours, expected)
    assert not torch.equal(ours, model(TEXT).logits)


@pytest.mark.parametrize("point", ["conv_in", "q", "k", "v", "g", "read", "gate", "z", "result"])
def test_every_step_is_real(point: str) -> None:
    model, _ = adopted()
    name = f"{DELTA}.hook_{point}"
    logits, seen = model.run_with_cache(TEXT, name)
    assert torch.equal(model.run_with_hooks(TEXT, [(name, lambda x, hook: x.clone())]), logits)
    assert not torch.equal(model.run_with_hooks(TEXT, [(name, lambda x, hook: x * 0.5)]), logits)
    axes = model.hook_dict[name].axes[2:]
    assert list(seen[name].shape[2:]) == [model.cfg.axis_size(axis) for axis in axes]


def test_the_gradient_at_a_state_is_of_all_that_follows() -> None:
    model, _ = adopted()
    name, seen = f"{DELTA}.hook_state", {}

    def take(gradient: Tensor, hook: Any) -> None:
        seen["gradient"] = gradient

    with model.hooks(bwd_hooks=[(name, take)]):
        model(TEXT).logits[0, -1, 5].backward()
    direction = torch.randn(6, 8, 12, generator=torch.Generator().manual_seed(0)) * 1e-3

    def moved(sign: float) -> Tensor:
        def move(state: Tensor, hook: Any) -> None:
            state[0, AT] += sign * direction

        return model.run_with_hooks(TEXT, [(name, move)])[0, -1, 5]

    slope = (moved(1.0) - moved(-1.0)) / 2
    torch.testing.assert_close((seen["gradient"][0, AT] * direction).sum(), slope, rtol=2e-2, atol=1e-5)
    assert slope.abs() > 1e-4


def test_a_prefill_serves_many_passes() -> None:
    """HF writes states in place; a pass that goes on from a prefill leaves it as it is."""
    model, _ = adopted()
    given = model.prefill(TEXT, 5)
    first = model(given).logits
    assert torch.equal(model(given).logits, first)


def test_what_has_no_pattern_says_so() -> None:
    model, hf = adopted()
    with pytest.raises(HookNameError, match=r"layer 0 has a gated DeltaNet.*linear_attn"):
        model.run_with_cache(TEXT, f"{DELTA.replace('linear_attn', 'attn')}.hook_pattern")
    with pytest.raises(WeightsError, match="linear_attn in place of attention has no W_Q"):
        model.W_Q[0]
    assert model.W_Q[1].shape == (4, 64, 32)
    with pytest.raises(WeightsError, match="Layer 0 mixes positions through a gated DeltaNet"):
        model.QK[0].pair  # noqa: B018
    with pytest.raises(WeightsError, match="gates"):
        model.OV[1].pair  # noqa: B018
    with pytest.raises(InputError, match=r"Layers \[0, 2\].*layers \[1\] have one"):
        interventions.BlockAttention(from_=-1, to=2).hooks(model)
    assert interventions.BlockAttention(from_=-1, to=2, layers=1).hooks(model)[0][0] == f"{ATTENTION}.hook_mask"
    with pytest.raises(InputError, match="no attention pattern"):
        logit_attribution.direct(model, TEXT, 5, by="source")
    inputs = batch_of("qwen3_5", hf)
    with pytest.raises(InputError, match="no attention pattern"):
        knockout.sweep(model, inputs, flows=[("image", "last")], windows=[0])
    assert knockout.sweep(model, inputs, flows=[("image", "last")]).windows == ((1,),)
    assert attention_to_image(model, inputs).layers == (1,)
    assert heads.image_mass(model, inputs).layers == (1,)


@cache
def convolutional() -> tuple[HookedVLMTransformer, Any]:
    hf = random_model(config_of("lfm2_vl"))
    return HookedVLMTransformer.from_hf(hf), hf


@pytest.mark.parametrize(("kernel", "dtype"), must.EACH, ids=must.KERNELS)
def test_short_convolutions_equal_hf(kernel: str, dtype: torch.dtype, tmp_path: Path) -> None:
    hf = random_model(config_of("lfm2_vl"))
    batch = must.in_dtype(batch_of("lfm2_vl", hf), dtype)
    ours, theirs = must.load_both(saved(hf.to(dtype), tmp_path), attn_implementation=kernel)
    report = check_parity(ours, theirs.requires_grad_(False), ours._complete(batch, {}))
    assert report.equal, report
    assert any("conv.hook_z" in comparison.name for comparison in report.comparisons)
    how = {"max_new_tokens": 4, "eos_token_id": None, "do_sample": False}
    assert torch.equal(ours.generate(batch, **how), theirs.generate(**batch, **how))


@pytest.mark.parametrize(("point", "part"), [("b", 0), ("c", 1), ("x", 2)])
def test_each_part_of_a_convolution_is_real(point: str, part: int) -> None:
    """As HF's module with a third of its projection's output changed by hand."""
    model, hf = convolutional()
    ours = model.run_with_hooks(TEXT, [(f"lm.blocks.0.conv.hook_{point}", lambda x, hook: x * 0.5)])
    factors = torch.ones(3).index_fill(0, torch.tensor(part), 0.5).repeat_interleave(64)
    module = hf.model.language_model.layers[0].conv.in_proj
    handle = module.register_forward_hook(lambda module, args, out: out * factors)
    expected = hf(**TEXT).logits
    handle.remove()
    assert torch.equal(ours, expected)
    assert not torch.equal(ours, model(TEXT).logits)
    with pytest.raises(HookNameError, match="a short convolution in place of a pattern"):
        model.run_with_cache(TEXT, "lm.blocks.0.attn.hook_pattern")


def test_composition_is_of_the_layers_that_attend() -> None:
    config = config_of("lfm2_vl")
    config.text_config.num_hidden_layers = 4
    config.text_config.layer_types = ["conv", "full_attention"] * 2
    model = HookedVLMTransformer.from_hf(random_model(config))
    found = model.all_composition_scores("Q")
    assert found.shape == (2, 4, 2, 4)
    torch.testing.assert_close(found[0, :, 1], composition_scores(model.OV[1], model.QK[3]))
    with pytest.raises(WeightsError, match="Layer 0 mixes"):
        model.all_composition_scores("Q", layers=[0, 1])
