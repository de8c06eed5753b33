"""Mixtures of experts: HF's kernels bit for bit, every step causal, and each expert's share exact."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors import safe_open

from tests.families import assertions as must
from tests.families import identities
from tests.families.checkpoints import random_model, saved
from tests.families.types import batch_of, config_of
from vlm_lens_native import HookedVLMTransformer, HookError, InputError, WeightsError
from vlm_lens_native.analysis import experts
from vlm_lens_native.parity import check_parity

NAMES = ("qwen3_vl_moe", "internvl + qwen3_moe", "glm4v_moe", "aria", "gemma4 + experts", "llama4")
ONE_BY_ONE = {"internvl + qwen3_moe", "glm4v_moe"}  # of which HF writes each expert by itself
EACH = pytest.mark.parametrize("name", NAMES)


def adopted(name: str) -> tuple[HookedVLMTransformer, dict[str, Any], Any]:
    hf = random_model(config_of(name))
    hf.set_experts_implementation("eager")
    model = HookedVLMTransformer.from_hf(hf)
    return model, model._complete(batch_of(name, hf), {}), hf


@EACH
@pytest.mark.parametrize("choice", [{"experts_implementation": "eager"}, {}], ids=["eager", "hf's choice"])
@pytest.mark.parametrize(("kernel", "dtype"), must.EACH, ids=must.KERNELS)
def test_activations_and_logits_equal_hf(
    name: str, choice: dict[str, str], kernel: str, dtype: torch.dtype, tmp_path: Path
) -> None:
    hf = random_model(config_of(name))
    batch = must.in_dtype(batch_of(name, hf), dtype)
    saved(hf, tmp_path)
    with safe_open(tmp_path / "model.safetensors", "pt") as file:
        assert any(".experts.1.gate_proj." in key for key in file.keys()) == (name in ONE_BY_ONE)  # noqa: SIM118
    ours, theirs = must.load_both(tmp_path, attn_implementation=kernel, dtype=dtype, **choice)
    batch = ours._complete(batch, {})
    report = check_parity(ours, theirs.requires_grad_(False), batch)
    assert report.equal, report
    assert any("router_logits" in comparison.name for comparison in report.comparisons)
    assert torch.equal(ours.run_with_cache(batch)[0], ours(batch).logits)


def test_a_router_that_hf_leaves_in_float32_stays_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As transformers 5.24 does; its list has HF's names of weights."""
    hf = random_model(config_of("glm4v_moe"))
    batch = must.in_dtype(batch_of("glm4v_moe", hf), torch.bfloat16)
    saved(hf, tmp_path)
    monkeypatch.setattr(type(hf.model.language_model), "_keep_in_fp32_modules_strict", ["gate.weight"])
    ours, theirs = must.load_both(tmp_path, dtype=torch.bfloat16)
    assert ours.lm.blocks[1].mlp.router.weight.dtype == torch.float32
    assert ours.lm.blocks[1].attn.q_proj.weight.dtype == torch.bfloat16
    report = check_parity(ours, theirs.requires_grad_(False), ours._complete(batch, {}))
    assert report.equal, report


@pytest.mark.parametrize("name", ["qwen3_vl_moe", "aria", "gemma4 + experts", "llama4", "ernie4_5_vl_moe"])
def test_generates_like_hf(name: str, tmp_path: Path) -> None:
    model, inputs, hf = adopted(name)
    how = {"max_new_tokens": 5, "eos_token_id": None, "do_sample": False}
    assert torch.equal(model.generate(inputs, **how), hf.generate(**inputs, **how))


@pytest.mark.parametrize("identity", [identities.decompositions, identities.heads_and_neurons])
def test_analyses_are_exact_of_the_eager_kernel_too(identity: Any) -> None:
    """`test_contract` has all of them, of HF's choice."""
    model, inputs, _ = adopted("glm4v_moe")
    identity(model, inputs)


def _blocks_of(hf: Any, layer: int) -> Any:
    return hf.model.language_model.layers[layer].mlp


def test_an_edit_of_router_logits_sends_tokens_elsewhere() -> None:
    model, inputs, hf = adopted("internvl + qwen3_moe")
    shift = torch.tensor([5.0, -5.0, 0.0, 0.0])
    ours = model.run_with_hooks(inputs, [("lm.blocks.1.mlp.hook_router_logits", lambda x, hook: x + shift)])
    gate, linear = _blocks_of(hf, 1).gate, torch.nn.functional.linear

    def forward(hidden: torch.Tensor) -> Any:
        logits = linear(hidden.reshape(-1, gate.hidden_dim), gate.weight) + shift
        top, index = logits.softmax(-1, dtype=torch.float).topk(gate.top_k, dim=-1)
        top = top / top.sum(-1, keepdim=True) if gate.norm_topk_prob else top
        return logits, top.to(logits.dtype), index

    gate.forward = forward
    assert torch.equal(ours, hf(**inputs).logits)
    assert not torch.equal(ours, model(inputs).logits)


@pytest.mark.parametrize("point", ["hook_router_weights", "hook_expert_index", "hook_expert_post", "hook_expert_out"])
def test_every_step_is_real(point: str) -> None:
    model, inputs, _ = adopted("glm4v_moe")
    name = f"lm.blocks.1.mlp.{point}"
    logits, cache = model.run_with_cache(inputs, name)
    assert torch.equal(model.run_with_hooks(inputs, [(name, lambda x, hook: x.clone())]), logits)
    changed = {"hook_expert_index": lambda x, hook: (x + 1) % 8}.get(point, lambda x, hook: x * 0.5)
    assert not torch.equal(model.run_with_hooks(inputs, [(name, changed)]), logits)
    assert cache[name].shape[2] == 3


def test_weights_are_views_with_an_axis_of_experts() -> None:
    for name, n_experts, width in (("internvl + qwen3_moe", 4, 32), ("aria", 4, 96), ("llama4", 4, 32)):
        model, _, _ = adopted(name)
        mlp = model.lm.blocks[0].mlp
        assert mlp.W_in.shape == mlp.W_gate.shape == (n_experts, 64, width)
        assert mlp.W_out.shape == (n_experts, width, 64)
        stored = mlp.experts.gate_up_proj.untyped_storage().data_ptr()
        assert {view.untyped_storage().data_ptr() for view in (mlp.W_in, mlp.W_gate)} == {stored}
        x = torch.randn(3, 64)
        expected = mlp.experts.act_fn(x @ mlp.W_gate[1]) * (x @ mlp.W_in[1])
        torch.testing.assert_close(mlp.experts.hidden(1, x), expected)


@pytest.mark.parametrize("name", ["qwen3_vl_moe", "gemma4 + experts", "llama4", "ernie4_5_vl_moe"])
def test_router_logits_come_out_as_hfs(name: str) -> None:
    model, inputs, hf = adopted(name)
    ours = model(inputs, output_router_logits=True).router_logits
    theirs = hf(**inputs, output_router_logits=True).router_logits
    assert all(torch.equal(*each) for each in zip(ours, theirs, strict=True))


def test_a_gradient_hook_at_the_experts_numbers_raises() -> None:
    model, inputs, _ = adopted("qwen3_vl_moe")
    for name in ("lm.blocks.0.mlp.hook_expert_index", "lm.*.hook_expert_index"):
        with pytest.raises(HookError, match="holds integers, which have no gradient"):
            model.run_with_hooks(inputs, bwd_hooks=[(name, print)])
    seen = []
    with model.hooks(bwd_hooks=[("lm.blocks.0.mlp.hook_expert_*", lambda gradient, hook: seen.append(hook.name))]):
        model(inputs).logits.sum().backward()
    assert "lm.blocks.0.mlp.hook_expert_out" in seen
    assert "lm.blocks.0.mlp.hook_expert_index" not in seen


def test_one_expert_is_read_without_a_copy_of_the_others() -> None:
    model, _, _ = adopted("internvl + qwen3_moe")
    stored = model.lm.blocks[1].mlp.experts
    one = model.W_in[1, 2]
    assert one.shape == (64, 32)
    assert one.data_ptr() == stored.gate_up_proj[2, 32:].data_ptr()
    assert model.W_out[1, 2].data_ptr() == stored.down_proj[2].data_ptr()


def test_routing_counts_image_and_text_tokens() -> None:
    model, inputs, _ = adopted("qwen3_vl_moe")
    found = experts.routing(model, inputs)
    _, cache = model.run_with_cache(inputs, "lm.*.mlp.*")
    layout = model.token_layout(inputs)
    for kind, mask in enumerate((layout.images.mask, layout.text.mask)):
        index = cache["expert_index", 1][mask]
        expected = torch.stack([(index == expert).any(-1).float().mean() for expert in range(4)])
        torch.testing.assert_close(found.share[1, kind], expected)
        assert found.n_tokens[kind] == mask.sum()
    torch.testing.assert_close(found.share.sum(-1), torch.full((3, 2), 2.0))
    torch.testing.assert_close(found.weight.sum(-1), torch.ones(3, 2))
    assert len(found.to_dataframe()) == 3 * 2 * 4
    assert "3 layers x 4 experts" in repr(found)


@pytest.mark.parametrize("how", ["silence", "reroute"])
def test_experts_are_taken_out(how: Any) -> None:
    model, inputs, _ = adopted("qwen3_vl_moe")
    hooks = experts.ablation(model, 2, layers=1, how=how)
    with model.hooks(fwd_hooks=hooks):
        _, cache = model.run_with_cache(inputs, "lm.blocks.1.mlp.*")
    _, clean = model.run_with_cache(inputs, "lm.blocks.1.mlp.*")
    index, out = cache["expert_index", 1], cache["expert_out", 1]
    assert (clean["expert_index", 1] == 2).any()
    if how == "reroute":
        assert not (index == 2).any()
        return
    assert torch.equal(index, clean["expert_index", 1])
    assert not out[index == 2].any()
    assert torch.equal(out[index != 2], clean["expert_out", 1][index != 2])


def test_what_has_no_experts_or_cannot_reroute_says_so() -> None:
    model, inputs, _ = adopted("glm4v_moe")
    with pytest.raises(InputError, match=r"\[1, 2\] of this model are"):
        experts.routing(model, inputs, layers=0)
    with pytest.raises(InputError, match="scores by sigmoid"):
        experts.ablation(model, 0, how="reroute")


# --- two sets of experts (ERNIE 4.5 VL) -------------------------------------------------------------------------------


@pytest.mark.parametrize("choice", [{"experts_implementation": "eager"}, {}], ids=["eager", "hf's choice"])
@pytest.mark.parametrize(("kernel", "dtype"), must.EACH, ids=must.KERNELS)
def test_each_set_sees_its_own_tokens(choice: dict[str, str], kernel: str, dtype: torch.dtype, tmp_path: Path) -> None:
    """From the hub's names, in which the routers' biases and experts of both sets are merged."""
    config = config_of("ernie4_5_vl_moe")
    config.text_config.moe_norm_min = 0.8  # more than what some tokens' weights sum to
    saved(random_model(config), tmp_path)
    ours, theirs = must.load_both(tmp_path, attn_implementation=kernel, dtype=dtype, **choice)
    inputs = must.in_dtype(batch_of("ernie4_5_vl_moe", theirs), dtype)
    complete = ours._complete(inputs, {})
    report = check_parity(ours, theirs.requires_grad_(False), complete)
    assert report.equal, report
    of_images = complete["moe_mm_token_type_ids"].bool()
    assert of_images.sum() > (complete["mm_token_type_ids"] > 0).sum()  # the marks around images are theirs too
    seen = {}
    for kind in ("text", "vision"):
        gate = getattr(_blocks_of(theirs, 1), f"{kind}_moe").gate
        gate.register_forward_hook(lambda module, args, output, kind=kind: seen.update({kind: output}))
    theirs(**complete)
    _, cache = ours.run_with_cache(inputs, "lm.blocks.1.mlp.*")
    points = ("router_logits", "router_weights", "expert_index")
    for kind, own in (("text", ~of_images), ("vision", of_images)):
        for point, expected in zip(points, seen[kind], strict=True):
            shown = cache[f"lm.blocks.1.mlp.{kind}_moe.hook_{point}"]
            assert torch.equal(shown[own], expected), (kind, point)
            assert (shown[~own] == (-1 if point == "expert_index" else 0)).all()


@pytest.mark.parametrize("kind", ["text", "vision"])
def test_edits_of_a_set_are_those_of_hfs_modules_by_hand(kind: str) -> None:
    model, inputs, hf = adopted("ernie4_5_vl_moe")
    expected, moe = hf(**inputs).logits, getattr(_blocks_of(hf, 1), f"{kind}_moe")
    own = inputs["moe_mm_token_type_ids"].bool() == (kind == "vision")
    shift, bias = torch.tensor([3.0, -3.0, 0.0, 1.0]), moe.gate.moe_statics.e_score_correction_bias[0]

    def routed(logits: torch.Tensor, index: Any = None) -> Any:
        scores = logits.softmax(-1)
        index = (scores + bias).topk(2, dim=-1).indices if index is None else index
        weights = scores.gather(-1, index)
        return logits, weights / weights.sum(-1, keepdim=True), index

    by_hand = {
        "hook_router_logits": (moe.gate, lambda out: routed(out[0] + shift), lambda x: x + shift),
        "hook_expert_index": (moe.gate, lambda out: routed(out[0], (out[2] + 1) % 4), lambda x: (x + 1) % 4),
        "hook_router_weights": (moe.gate, lambda out: (out[0], out[1] * 0.5, out[2]), lambda x: x * 0.5),
        "hook_expert_post": (moe.experts, lambda out: out * 0.5, lambda x: x * 0.5),
        "hook_expert_out": (moe.experts, lambda out: out * 2, lambda x: x * 2),
    }
    for point, (module, in_hf, edit) in by_hand.items():
        handle = module.register_forward_hook(lambda module, args, output, in_hf=in_hf: in_hf(output))
        theirs = hf(**inputs).logits
        handle.remove()
        fired = []

        def change(x: torch.Tensor, hook: Any, *, edit: Any = edit, fired: list[str] = fired) -> torch.Tensor:
            fired.append(hook.name)
            return torch.where(own.view(*own.shape, *[1] * (x.ndim - 2)), edit(x), 1)  # what is no own token's is lost

        name = f"lm.blocks.1.mlp.{kind}_moe.{point}"
        assert torch.equal(model.run_with_hooks(inputs, [(name, change)]), theirs), point
        assert not torch.equal(theirs, expected), point
        assert fired == [name]


def test_sets_fire_in_every_step_of_generate_and_prompts_of_text_have_one() -> None:
    model, inputs, hf = adopted("ernie4_5_vl_moe")
    seen: list[tuple[str, Any]] = []

    def see(x: torch.Tensor, hook: Any) -> None:
        seen.append((hook.name.split(".")[4], (x >= 0).any(-1)))

    with model.hooks(fwd_hooks=[("lm.blocks.2.mlp.*.hook_expert_index", see)]):
        model.generate(model.encode(inputs), max_new_tokens=3, eos_token_id=None, do_sample=False)
    assert [kind for kind, _ in seen] == ["text_moe", "vision_moe"] * 3
    assert torch.equal(seen[1][1], inputs["moe_mm_token_type_ids"].bool())
    assert all(own.all() == (kind == "text_moe") for kind, own in seen[2:])
    text = {"input_ids": inputs["input_ids"][:1, :3]}
    assert torch.equal(model(text).logits, hf(**text).logits)
    other, batch, _ = adopted("qwen3_vl_moe")
    with pytest.raises(InputError, match="moe_mm_token_type_ids, which has no effect"):
        other.lm(inputs_embeds=torch.zeros(1, 2, 64), moe_mm_token_type_ids=batch["input_ids"][:1, :2])


def test_types_are_given_for_every_token() -> None:
    model, inputs, _ = adopted("ernie4_5_vl_moe")
    types = inputs["moe_mm_token_type_ids"]
    for bad in (types[:, :-1], types[:1], torch.cat([types, types[:, :1]], dim=1), types[0]):
        for run in (model, model.encode, model.generate):
            with pytest.raises(InputError, match=r"moe_mm_token_type_ids has shape .* 2 rows of \d+ tokens"):
                run({**inputs, "moe_mm_token_type_ids": bad})


def test_new_tokens_are_text_without_a_kv_cache_too() -> None:
    """HF's ``generate`` stumbles over types that it is given: each step is compared with HF's forward pass."""
    model, inputs, hf = adopted("ernie4_5_vl_moe")
    how = {"max_new_tokens": 3, "eos_token_id": None, "do_sample": False, "use_cache": False}
    bare = {key: value for key, value in inputs.items() if key != "moe_mm_token_type_ids"}
    n_prompt = inputs["input_ids"].shape[1]
    for given in (inputs, bare, model.encode(inputs)):
        out = model.generate(given, output_logits=True, return_dict_in_generate=True, **how)
        for n_new, logits in enumerate(out.logits):
            whole = inputs | {"input_ids": out.sequences[:, : n_prompt + n_new]}
            for key, new in (("attention_mask", 1), ("mm_token_type_ids", 0), ("moe_mm_token_type_ids", 0)):
                whole[key] = torch.nn.functional.pad(inputs[key], (0, n_new), value=new)
            assert torch.equal(logits, hf(**whole, logits_to_keep=1).logits[:, -1])


def test_experts_of_two_sets_are_counted_through() -> None:
    model, inputs, _ = adopted("ernie4_5_vl_moe")
    found = experts.routing(model, inputs)
    assert found.share.shape == (2, 2, 8)
    of_images, of_text = found.share[:, 0], found.share[:, 1]
    assert not of_images[:, :4].any()
    assert not of_text[:, 4:].any()
    torch.testing.assert_close(found.share.sum(-1), torch.full((2, 2), 2.0))
    torch.testing.assert_close(found.weight.sum(-1), torch.ones(2, 2))
    out = experts.ablation(model, [1, 6], layers=1)
    with model.hooks(fwd_hooks=out):
        _, cache = model.run_with_cache(inputs, "lm.blocks.1.mlp.*")
    for kind, expert in (("text", 1), ("vision", 2)):
        index, written = (cache[f"lm.blocks.1.mlp.{kind}_moe.hook_expert_{part}"] for part in ("index", "out"))
        assert (index == expert).any()
        assert not written[index == expert].any()
        assert written[(index >= 0) & (index != expert)].abs().sum(-1).min() > 0
    with pytest.raises(InputError, match="scores by biased_softmax"):
        experts.ablation(model, 6, how="reroute")
    with pytest.raises(WeightsError, match="vision_moe"):
        _ = model.lm.blocks[1].mlp.W_in
    assert model.lm.blocks[1].mlp.vision_moe.W_in.shape == (4, 64, 16)
