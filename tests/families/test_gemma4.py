"""Gemma 4: heads that differ between layers, keys that are values, layers that multiply the stream.

The E-models: inputs for each layer, and layers that attend to the keys and values of earlier ones.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from tests.families import assertions as must
from tests.families.checkpoints import random_model, saved
from tests.families.types import batch_of, config_of
from vlm_lens_native import HookedVLMTransformer, HookNameError, InputError, WeightsError
from vlm_lens_native.analysis import interventions, logit_difference, patching
from vlm_lens_native.parity import check_parity

E = "gemma4 + per-layer inputs"
LENDER, BORROWER = 1, 3  # full layers
POINTS = ("in", "pre", "input", "post", "out")


@cache
def adopted(name: str = "gemma4") -> tuple[HookedVLMTransformer, dict[str, Any], Any]:
    hf = random_model(config_of(name))
    model = HookedVLMTransformer.from_hf(hf)
    return model, model._complete(batch_of(name, hf), {}), hf


@pytest.mark.parametrize("name", ["gemma4", E])
@pytest.mark.parametrize(("kernel", "dtype"), must.EACH, ids=must.KERNELS)
def test_activations_logits_and_generation_equal_hf(name: str, kernel: str, dtype: torch.dtype, tmp_path: Path) -> None:
    hf = random_model(config_of(name))
    batch = must.in_dtype(batch_of(name, hf), dtype)
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


def shift(x: torch.Tensor, hook: Any) -> None:
    x[..., 0] += 1


def test_keys_and_values_of_one_projection_act_apart() -> None:
    """Both changed is HF's projection changed by hand; one alone is not."""
    model, inputs, hf = adopted()
    names = [f"lm.blocks.2.attn.hook_{point}" for point in "kv"]

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


# --- the E-models ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "how",
    [{"num_beams": 2}, {"cache_implementation": "static"}, {"prefill_chunk_size": 5}, {"use_cache": False}],
    ids=str,
)
def test_generates_like_hf(how: dict[str, Any]) -> None:
    model, inputs, hf = adopted(E)
    fixed = {"max_new_tokens": 4, "eos_token_id": None, "do_sample": False}
    ours = model.generate(inputs, **fixed, **how)
    assert torch.equal(ours, hf.generate(**inputs, **fixed, **how))
    if how == {"num_beams": 2}:
        assert torch.equal(model.generate(model.encode(inputs), **fixed, **how), ours)


def test_layers_without_keys_of_their_own_say_whose_they_attend_to() -> None:
    model, _, _ = adopted(E)
    assert model.cfg.lenders == {2: 0, 3: 1}
    assert [layer.gate_proj.out_features for layer in (block.mlp for block in model.lm.blocks)] == [96, 96, 192, 192]
    for point in ("hook_k", "hook_v", "hook_rot_k"):
        with pytest.raises(HookNameError, match=rf"of layer 1: they pass at lm.blocks.1.attn.{point}"):
            model.run_with_cache(f"lm.blocks.{BORROWER}.attn.{point}")
    for weights in ("W_K", "W_V"):
        with pytest.raises(WeightsError, match=r"attends to those of layer 1.*blocks\[1\]"):
            getattr(model.lm.blocks[BORROWER].attn, weights)
    with pytest.raises(WeightsError, match="attends to those of layer 1"):
        model.QK[BORROWER, 0].AB  # noqa: B018


def _projection(hf: Any, part: str) -> Any:
    return getattr(hf.model.language_model.layers[LENDER].self_attn, f"{part}_proj")


def _shifted_heads(module: Any, args: Any, out: torch.Tensor) -> torch.Tensor:
    """What `shift` does to heads, for HF's flat projection."""
    heads = out.unflatten(-1, (2, 32))
    return heads.index_add(-1, torch.tensor([0]), torch.ones(*heads.shape[:-1], 1)).flatten(-2)


@pytest.mark.parametrize("point", ["k", "v"])
def test_an_edit_of_lent_keys_or_values_acts_in_all_layers_that_attend_to_them(point: str) -> None:
    """It is HF's projection changed by hand; and with the lender's own heads as they were, the borrower is left."""
    model, inputs, hf = adopted(E)
    edit, z = (f"lm.blocks.{LENDER}.attn.hook_{point}", shift), f"lm.blocks.{LENDER}.attn.hook_z"

    handle = _projection(hf, point).register_forward_hook(_shifted_heads)
    expected = hf(**inputs).logits
    handle.remove()
    assert torch.equal(model.run_with_hooks(inputs, [edit]), expected)

    logits, clean = model.run_with_cache(inputs)
    hooks = [edit, (z, lambda x, hook: clean[z].clone())]
    with model.hooks(hooks):
        others, seen = model.run_with_cache(inputs)
    assert torch.equal(seen["resid_pre", BORROWER], clean["resid_pre", BORROWER])
    assert torch.equal(seen["pattern", BORROWER], clean["pattern", BORROWER]) == (point == "v")
    assert not torch.equal(seen["z", BORROWER], clean["z", BORROWER])
    assert not torch.equal(others, logits)
    assert not torch.equal(others, expected)


def test_lent_keys_hold_earlier_edits_in_later_steps() -> None:
    """An edit of the prompt's keys acts in every step, through the lender's part of the KV cache."""
    model, inputs, hf = adopted(E)
    how = {"max_new_tokens": 3, "eos_token_id": None, "do_sample": False, "output_scores": True}
    n_pos = inputs["input_ids"].shape[1]

    def by_hand(module: Any, args: Any, out: torch.Tensor) -> torch.Tensor:
        return _shifted_heads(module, args, out) if out.shape[1] == n_pos else out

    handle = _projection(hf, "v").register_forward_hook(by_hand)
    expected = hf.generate(**inputs, **how, return_dict_in_generate=True).scores
    handle.remove()
    unchanged = model.generate(inputs, **how, return_dict_in_generate=True).scores
    with model.hooks([(f"lm.blocks.{LENDER}.attn.hook_v", shift)], tokens="prompt"):
        scores = model.generate(inputs, **how, return_dict_in_generate=True).scores
    for ours, theirs, clean in zip(scores, expected, unchanged, strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-4)  # HF's first pass leaves most positions out
        assert not torch.allclose(ours, clean, rtol=1e-2, atol=1e-2)


def _patched_by_hand(hf: Any, point: str) -> list[Any]:
    """Hooks on HF's module that do what `shift` does at a hook point of the third part of block 2."""
    layer = hf.model.language_model.layers[2]

    def shifted(x: torch.Tensor) -> torch.Tensor:
        return x.index_add(-1, torch.tensor([0]), torch.ones(*x.shape[:-1], 1))

    def at_output(module: Any, args: Any, out: torch.Tensor) -> torch.Tensor:
        return shifted(out)

    def at_input(module: Any, args: Any) -> Any:
        return (shifted(args[0]),)

    def of_layer(module: Any, args: Any) -> Any:
        return (args[0], shifted(args[1]), *args[2:])

    return {
        "per_layer.hook_in": lambda: layer.per_layer_input_gate.register_forward_pre_hook(at_input),
        "per_layer.hook_pre": lambda: layer.per_layer_input_gate.register_forward_hook(at_output),
        "per_layer.hook_input": lambda: layer.register_forward_pre_hook(of_layer),
        "per_layer.hook_post": lambda: layer.per_layer_projection.register_forward_pre_hook(at_input),
        "per_layer.hook_out": lambda: layer.per_layer_projection.register_forward_hook(at_output),
        "hook_per_layer_out": lambda: layer.post_per_layer_input_norm.register_forward_hook(at_output),
    }[point]()


@pytest.mark.parametrize("point", [*(f"per_layer.hook_{x}" for x in POINTS), "hook_per_layer_out"])
def test_every_hook_of_the_third_part_is_what_hf_has_there(point: str) -> None:
    model, inputs, hf = adopted(E)
    handle = _patched_by_hand(hf, point)
    expected = hf(**inputs).logits
    handle.remove()
    assert torch.equal(model.run_with_hooks(inputs, [(f"lm.blocks.2.{point}", shift)]), expected)
    assert not torch.equal(expected, hf(**inputs).logits)


def test_an_image_is_gone_where_all_its_ways_in_are_closed() -> None:
    """The stream alone leaves it in what layers get of each token."""
    model, inputs, _ = adopted(E)
    other = {**inputs, "pixel_values": 1 - inputs["pixel_values"]}
    images = model.token_layout(inputs).images
    hooks = interventions.image_hooks(model, interventions.ZeroAblation(positions=images))
    assert len(hooks) == 1 + model.cfg.n_layers
    assert not torch.equal(model.run_with_hooks(inputs, hooks[:1]), model.run_with_hooks(other, hooks[:1]))
    assert torch.equal(model.run_with_hooks(inputs, hooks), model.run_with_hooks(other, hooks))


def test_embeddings_of_tokens_say_which_tokens_they_are() -> None:
    model, inputs, hf = adopted(E)
    ids = inputs["input_ids"][1, -3:][None]
    found = model.lm.get_per_layer_inputs(None, model.lm.embed_tokens(ids))
    assert torch.equal(found, hf.model.language_model.get_per_layer_inputs(ids))
    with pytest.raises(InputError, match="no token's"):
        model.lm.get_per_layer_inputs(None, torch.ones(1, 2, model.cfg.d_model))
    with pytest.raises(InputError, match="bring nothing along"):
        adopted()[0].lm.get_per_layer_inputs(ids)


def test_weights_of_borrowed_keys_are_left_aside_and_no_others(tmp_path: Path) -> None:
    hf = random_model(config_of(E))
    saved(hf, tmp_path)
    file = tmp_path / "model.safetensors"
    weights = load_file(file)
    prefix = next(key for key in weights if key.endswith("layers.1.self_attn.k_proj.weight")).partition("layers.")[0]
    kept = {f"{prefix}layers.3.self_attn.{part}.weight": torch.zeros(4, 4) for part in ("k_proj", "v_proj", "k_norm")}
    save_file({**weights, **kept}, file, {"format": "pt"})
    model = HookedVLMTransformer.from_pretrained(tmp_path)
    inputs = model._complete(batch_of(E, hf), {})
    assert torch.equal(model(inputs).logits, hf(**inputs).logits)
    save_file({**weights, f"{prefix}layers.1.self_attn.z_proj.weight": torch.zeros(4, 4)}, file, {"format": "pt"})
    with pytest.raises(WeightsError, match="z_proj"):
        HookedVLMTransformer.from_pretrained(tmp_path)


def test_direct_paths_lead_past_all_parts_of_blocks() -> None:
    """Every other part writes what it wrote; ends that can't be told apart from what lies between are refused."""
    model, inputs, _ = adopted(E)
    source = {**inputs, "pixel_values": 1 - inputs["pixel_values"]}
    metric = logit_difference(7, 11)
    found = patching.patch_paths(model, source, inputs, metric, senders=[patching.Node(hook="mlp_out", layer=0)])
    _, theirs = model.run_with_cache(source)
    _, clean = model.run_with_cache(inputs)
    written = ["lm.*.hook_attn_out", "lm.*.hook_mlp_out", "lm.*.hook_per_layer_out"]
    at = "lm.blocks.0.hook_mlp_out"
    frozen = [(written, lambda x, hook: (theirs if hook.name == at else clean)[hook.name].clone())]
    logits, last = model.run_with_hooks(inputs, frozen), model.token_layout(inputs).last
    expected = torch.stack([metric(logits[row, last.indices(row)[0]]) for row in range(2)])
    torch.testing.assert_close(torch.as_tensor(found.values)[:, 0], expected, rtol=1e-4, atol=1e-4)
    for nodes, why in (
        ({"senders": [patching.Node(hook="v", layer=LENDER)]}, "later layers attend to as well"),
        (
            {
                "senders": [patching.Node(hook="mlp_out", layer=0)],
                "receivers": [patching.Node(hook="per_layer.hook_pre", layer=2)],
            },
            "what the MLP of its own block writes",
        ),
    ):
        with pytest.raises(InputError, match=why):
            patching.patch_paths(model, source, inputs, metric, **nodes)


# --- experts beside the MLP ------------------------------------------------------------------------------------------

BESIDE = {
    "mlp.hook_router_logits": lambda layer: layer.router.proj,
    "mlp.ln_experts.hook_normalized": lambda layer: layer.pre_feedforward_layernorm_2,
    "mlp.dense.hook_in": lambda layer: layer.pre_feedforward_layernorm,
    "mlp.dense.hook_pre": lambda layer: layer.mlp.gate_proj,
    "mlp.dense.hook_out": lambda layer: layer.mlp,
    "mlp.hook_shared_out": lambda layer: layer.post_feedforward_layernorm_1,
}


@pytest.mark.parametrize("point", BESIDE)
def test_dense_mlp_and_experts_both_act_as_in_hf(point: str) -> None:
    model, inputs, hf = adopted("gemma4 + experts")
    hf.set_experts_implementation("eager")
    module = BESIDE[point](hf.model.language_model.layers[1])
    gain = getattr(module, "weight", None) if point.endswith("normalized") else None

    def by_hand(module: Any, args: Any, out: torch.Tensor) -> torch.Tensor:
        step = torch.ones(*out.shape[:-1], 1) * (1 if gain is None else gain[0])
        return out.index_add(-1, torch.tensor([0]), step)

    def edit(x: torch.Tensor, hook: Any) -> None:
        x[..., 0] += 1

    handle = module.register_forward_hook(by_hand)
    expected = hf(**inputs).logits
    handle.remove()
    found = model.run_with_hooks(inputs, [(f"lm.blocks.1.{point}", edit)])
    if gain is None:
        assert torch.equal(found, expected)
    else:  # (x + 1) * gain is not x * gain + gain, bit for bit
        torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-4)
    assert not torch.allclose(expected, hf(**inputs).logits, rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize("point", ["in", "router_weights", "expert_index", "expert_post", "expert_out", "out"])
def test_every_step_of_the_experts_is_real(point: str) -> None:
    model, inputs, _ = adopted("gemma4 + experts")
    model.hf_config.text_config._experts_implementation = "eager"
    name = f"lm.blocks.1.mlp.hook_{point}"
    logits = model(inputs).logits
    assert torch.equal(model.run_with_hooks(inputs, [(name, lambda x, hook: x.clone())]), logits)
    changed = {"expert_index": lambda x, hook: (x + 1) % 4}.get(point, lambda x, hook: x + 0.5)
    assert not torch.allclose(model.run_with_hooks(inputs, [(name, changed)]), logits, rtol=1e-3, atol=1e-3)
