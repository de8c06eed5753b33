"""The residual stream is the sum of what was added to it: at image positions, in padding, in every family."""

from __future__ import annotations

import copy
import pickle
from functools import cache
from typing import Any

import pytest
import torch
from torch import Tensor

from tests import models
from vlm_lens_native import ActivationCache, HookNameError, InputError
from vlm_lens_native._transformers import KV_CACHE
from vlm_lens_native.inputs import Selection

EACH = pytest.mark.parametrize("case", models.CASES)


@cache
def run(case: str) -> tuple[Any, dict[str, Tensor], Tensor, ActivationCache]:
    """A model, its inputs, logits, and everything that the pass computed but ``hook_result``."""
    model, inputs = models.case(case)
    logits, kept = model.run_with_cache(inputs, lambda hook: not hook.endswith("hook_result"))
    return model, inputs, logits, kept


def is_image(inputs: dict[str, Tensor]) -> Tensor:
    return inputs["input_ids"] == 100


def stream(kept: ActivationCache, layer: int, n_layers: int, *, mlp_input: bool = False) -> Tensor:
    if mlp_input:
        return kept["resid_mid", layer]
    return kept["resid_post", n_layers - 1] if layer == n_layers else kept["resid_pre", layer]


def assert_sums_to(stack: Tensor, whole: Tensor, *, relative: float = 1e-5) -> None:
    """At every position by itself: the position with the smallest stream counts as much as that with the largest."""
    error = (stack.sum(0) - whole).norm(dim=-1) / whole.norm(dim=-1)
    assert error.max() < relative


@EACH
@pytest.mark.parametrize("layer", [0, 1, 2, 3])
def test_every_decomposition_sums_to_the_stream(case: str, layer: int) -> None:
    _, _, _, kept = run(case)
    for mlp_input in [False] if layer == 3 else [False, True]:
        whole = stream(kept, layer, 3, mlp_input=mlp_input)
        assert_sums_to(kept.decompose_resid(layer, mlp_input=mlp_input), whole)
        for expand in (True, False):
            stack = kept.get_full_resid_decomposition(layer, mlp_input=mlp_input, expand_neurons=expand)
            assert_sums_to(stack, whole)
        neurons = kept.stack_neuron_results(layer, mlp_input=mlp_input, incl_remainder=True)
        assert_sums_to(neurons, whole)
    assert_sums_to(kept.stack_head_results(layer, incl_remainder=True), stream(kept, layer, 3))


@EACH
def test_components_are_what_the_hooks_saw(case: str) -> None:
    model, inputs, _, kept = run(case)
    stack, labels = kept.decompose_resid(return_labels=True)
    parts = dict(zip(labels, stack, strict=True))
    image, embed = is_image(inputs), kept["lm.hook_embed"]
    assert torch.equal(parts["embed"][~image], embed[~image])
    assert torch.equal(parts["embed"][~image], model.W_E[inputs["input_ids"][~image]])
    assert torch.equal(parts["image_embed"][image], embed[image])
    assert parts["embed"][image].abs().max() == parts["image_embed"][~image].abs().max() == 0
    for layer in range(3):
        for kind in ("attn_out", "mlp_out", "deepstack"):
            if layer >= len(model.cfg.deepstack) and kind == "deepstack":
                assert f"{layer}_{kind}" not in labels
            else:
                assert torch.equal(parts[f"{layer}_{kind}"], kept[kind, layer])


def test_labels_are_transformerlens_s() -> None:
    kept = run("qwen3_vl")[3]
    blocks = [["0_attn_out", "0_mlp_out", "0_deepstack"], ["1_attn_out", "1_mlp_out", "1_deepstack"]]
    assert kept.decompose_resid(2, return_labels=True)[1] == ["embed", "image_embed", *blocks[0], *blocks[1]]
    assert kept.decompose_resid(1, mode="attn", mlp_input=True, incl_embeds=False, return_labels=True)[1] == [
        "0_attn_out",
        "1_attn_out",
    ]
    assert kept.decompose_resid(2, mode="mlp", return_labels=True)[1] == [
        "embed",
        "image_embed",
        "0_mlp_out",
        "1_mlp_out",
    ]
    assert kept.accumulated_resid(return_labels=True)[1] == ["0_pre", "1_pre", "2_pre", "final_post"]
    assert kept.accumulated_resid(1, incl_mid=True, mlp_input=True, return_labels=True)[1] == [
        "0_pre",
        "0_mid",
        "1_pre",
        "1_mid",
    ]
    heads = [f"L{layer}H{head}" for layer in range(2) for head in range(4)]
    assert kept.stack_head_results(2, incl_remainder=True, return_labels=True)[1] == [*heads, "remainder"]
    assert kept.stack_neuron_results(2, neuron_slice=[5, 2], return_labels=True)[1] == ["L0N5", "L0N2", "L1N5", "L1N2"]
    full = kept.get_full_resid_decomposition(2, expand_neurons=False, return_labels=True)[1]
    assert full == [*heads, "0_mlp_out", "1_mlp_out", "embed", "image_embed", "0_deepstack", "1_deepstack", "bias"]


@EACH
def test_heads_and_neurons_by_brute_force(case: str) -> None:
    model, _, _, kept = run(case)
    heads, head_labels = kept.stack_head_results(return_labels=True)
    neurons, neuron_labels = kept.stack_neuron_results(neuron_slice=slice(3, 90, 7), return_labels=True)
    _, results = model.run_with_cache(run(case)[1], "lm.*.hook_result")
    for layer in range(3):
        attn, mlp = model.lm.blocks[layer].attn, model.lm.blocks[layer].mlp
        for head in range(4):
            weight = attn.o_proj.weight[:, head * model.cfg.d_head : (head + 1) * model.cfg.d_head]
            expected = torch.einsum("bpd,md->bpm", kept["z", layer][:, :, head], weight)
            found = heads[head_labels.index(f"L{layer}H{head}")]
            torch.testing.assert_close(found, expected, rtol=1e-5, atol=1e-6)
            torch.testing.assert_close(found, results["result", layer][:, :, head], rtol=1e-5, atol=1e-6)
        for neuron in range(3, 90, 7):
            expected = kept["post", layer][:, :, neuron, None] * mlp.down_proj.weight[:, neuron]
            assert torch.equal(neurons[neuron_labels.index(f"L{layer}N{neuron}")], expected)


@EACH
def test_biases_are_a_component(case: str) -> None:
    model, _, _, kept = run(case)
    stack, labels = kept.get_full_resid_decomposition(return_labels=True)
    bias = stack[labels.index("bias")]
    expected = sum((model.lm.blocks[layer].attn.b_O for layer in range(3)), torch.zeros(model.cfg.d_model))
    for layer in range(3):
        own = model.lm.blocks[layer].mlp.down_proj.bias
        expected = expected if own is None else expected + own
    torch.testing.assert_close(bias, expected.expand_as(bias))
    assert (bias.abs().max() > 0.1) == ("biases" in case)


@EACH
def test_a_cached_result_is_what_counts(case: str) -> None:
    """Once a hook changed the heads' writes, z times W_O is no longer what the model used."""
    model, inputs, _, _ = run(case)

    def halve(result: Tensor, hook: object) -> Tensor:
        return torch.cat([result[:, :, :1] * 0.5, result[:, :, 1:]], dim=2)

    with model.hooks([("lm.blocks.0.attn.hook_result", halve)]):
        kept = model.run_with_cache(inputs)[1]
    assert_sums_to(kept.get_full_resid_decomposition(), kept["resid_post", 2])


@EACH
def test_logit_attrs_sum_to_the_logits_everywhere(case: str) -> None:
    _, inputs, logits, kept = run(case)
    right, wrong = inputs["input_ids"], inputs["input_ids"].roll(1, 1)
    picked = logits.gather(-1, right[..., None])[..., 0]
    difference = picked - logits.gather(-1, wrong[..., None])[..., 0]
    scale = logits.std()
    for stack in (kept.decompose_resid(), kept.get_full_resid_decomposition()):
        assert (kept.logit_attrs(stack, right).sum(0) - picked).abs().max() / scale < 1e-5
        assert (kept.logit_attrs(stack, right, wrong).sum(0) - difference).abs().max() / scale < 1e-5
    last = kept.decompose_resid(pos_slice=-1)
    attrs = kept.logit_attrs(last, torch.tensor([5, 9]), pos_slice=-1)
    expected = torch.stack([logits[0, -1, 5], logits[1, -1, 9]])
    assert (attrs.sum(0) - expected).abs().max() / scale < 1e-5
    one = kept.logit_attrs(last, 5, torch.tensor(9), pos_slice=-1, batch_slice=1)
    assert abs(one.sum() - (logits[1, -1, 5] - logits[1, -1, 9])) / scale < 1e-5


def test_tokens_go_to_rows_or_positions() -> None:
    _, _, logits, kept = run("llava")
    stack, n_pos = kept.decompose_resid(), logits.shape[1]
    by_row = kept.logit_attrs(stack, [5, 9]).sum(0)
    torch.testing.assert_close(by_row, torch.stack([logits[0, :, 5], logits[1, :, 9]]), rtol=1e-4, atol=1e-4)
    tokens = torch.arange(n_pos)
    by_position = kept.logit_attrs(stack, tokens).sum(0)
    torch.testing.assert_close(by_position, logits[:, tokens, tokens], rtol=1e-4, atol=1e-4)


@EACH
def test_norms_have_their_weight_and_the_scale_of_the_whole(case: str) -> None:
    model, _, _, kept = run(case)
    for layer, mlp_input, name in ((1, False, "attn.hook_in"), (1, True, "mlp.hook_in")):
        received = kept[f"lm.blocks.{layer}.{name}"]
        stacks = [
            kept.decompose_resid(layer, mlp_input=mlp_input, apply_ln=True),
            kept.get_full_resid_decomposition(layer, mlp_input=mlp_input, apply_ln=True),
            kept.stack_neuron_results(layer, mlp_input=mlp_input, incl_remainder=True, apply_ln=True),
        ]
        for stack in stacks if mlp_input else [*stacks, kept.stack_head_results(1, incl_remainder=True, apply_ln=True)]:
            torch.testing.assert_close(stack.sum(0), received, rtol=1e-4, atol=1e-5)
    final = kept.accumulated_resid(apply_ln=True)
    for stage, resid in zip(final, kept.accumulated_resid(), strict=True):
        torch.testing.assert_close(stage, model.lm.ln_final(resid), rtol=1e-5, atol=1e-6)
    early = kept.accumulated_resid(1, apply_ln=True)
    expected = kept["resid_pre", 0] / kept["scale", 1, "ln1"] * model.lm.blocks[1].ln1.weight
    torch.testing.assert_close(early[0], expected)
    torch.testing.assert_close(kept.accumulated_resid(1, apply_ln=True, pos_slice=-1)[0], expected[:, -1])


SLICES = {
    "an index": (-1, lambda x: x[:, -1]),
    "a slice": (slice(2, 9, 3), lambda x: x[:, 2:9:3]),
    "a list": ([4, -1], lambda x: x[:, [4, -1]]),
    "a mask": (torch.arange(16) % 5 == 0, lambda x: x[:, ::5]),
    "a selection": (
        Selection(mask=torch.arange(16) == torch.tensor([[3], [12]]), tokens=torch.ones(2, 16, dtype=torch.bool)),
        lambda x: torch.stack([x[0, [3]], x[1, [12]]]),
    ),
}


@pytest.mark.parametrize("which", list(SLICES))
def test_pos_slice_is_taken_before_expanding(which: str) -> None:
    positions, cut = SLICES[which]
    kept = run("llava")[3]
    calls = {
        "accumulated_resid": {"apply_ln": True},
        "decompose_resid": {"apply_ln": True},
        "stack_head_results": {"incl_remainder": True, "apply_ln": True},
        "stack_neuron_results": {"neuron_slice": slice(0, 5), "incl_remainder": True, "apply_ln": True},
        "get_full_resid_decomposition": {"apply_ln": True},
    }
    for name, arguments in calls.items():
        whole, some = getattr(kept, name)(**arguments), getattr(kept, name)(**arguments, pos_slice=positions)
        expected = torch.stack([cut(component) for component in whole])
        torch.testing.assert_close(some, expected, rtol=1e-5, atol=1e-6)


def test_a_cache_of_some_positions_or_without_a_batch_axis_does_it_too() -> None:
    model, inputs, _, kept = run("qwen3_vl")
    where = torch.zeros(2, 25, dtype=torch.bool)[:, : inputs["input_ids"].shape[1]]
    where[0, 4] = where[0, -1] = where[1, -2] = where[1, -1] = True
    some = model.run_with_cache(inputs, positions=where)[1]
    expected = kept.get_full_resid_decomposition(pos_slice=where)
    torch.testing.assert_close(some.get_full_resid_decomposition(), expected, rtol=1e-5, atol=1e-6)
    first = {name: value[:1] for name, value in kept.steps[0].items()}
    alone = ActivationCache([first]).attach(model)
    alone.steps[0].visual = is_image(inputs)[:1]
    alone.remove_batch_dim()
    assert_sums_to(alone.get_full_resid_decomposition(), alone["resid_post", 2])
    attrs = alone.logit_attrs(alone.decompose_resid(), 5)
    torch.testing.assert_close(attrs, kept.logit_attrs(kept.decompose_resid(), 5)[:, 0], rtol=1e-5, atol=1e-5)


def test_each_way_to_run_tells_where_images_are() -> None:
    model, inputs, _, kept = run("llava")
    expected = kept.decompose_resid()
    with model.run_with_cache(["*"]) as within:
        model(inputs)
    encoded = model.run_with_cache(model.encode(inputs))[1]
    rest = model.run_with_cache(model.prefill(inputs, 6))[1]
    for other in (within, encoded):
        torch.testing.assert_close(other.decompose_resid(), expected)
    torch.testing.assert_close(rest.decompose_resid(), expected[:, :, 6:], rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("given", ["inputs", "encoded"])
def test_every_step_of_a_generation_can_be_split(given: str) -> None:
    model, inputs, _, kept = run("qwen3_vl")
    prompt = inputs if given == "inputs" else model.encode(inputs)
    for beams in (1, 2):
        with model.run_with_cache() as generated:
            model.generate(prompt, max_new_tokens=3, num_beams=beams, do_sample=False, eos_token_id=None)
        for nth, step in enumerate(generated.steps):
            one = ActivationCache([step]).attach(model)
            stack, labels = one.decompose_resid(return_labels=True)
            assert_sums_to(stack, one["resid_post", 2])
            assert ("0_deepstack" in labels) == (nth == 0)
            assert (stack[labels.index("image_embed")].abs().sum() > 0) == (nth == 0)
        first = ActivationCache(generated.steps[:1]).attach(model).decompose_resid()
        torch.testing.assert_close(first[:, ::beams], kept.decompose_resid(), rtol=1e-4, atol=1e-4)


def test_what_follows_an_image_is_text_until_the_next_one() -> None:
    model, _, _, _ = run("llava")
    inputs = {
        "input_ids": torch.tensor([[*[100] * 4, 5, 6]]),
        "pixel_values": models.inputs("llava")["pixel_values"][:1],
    }
    with model.run_with_cache("lm.hook_embed") as generated:
        model.generate(inputs, max_new_tokens=3, do_sample=False, eos_token_id=None)
    with model.run_with_cache("lm.hook_embed") as resumed:
        past = model(inputs, use_cache=True)[KV_CACHE]
        model(inputs, past_key_values=past)
    assert [step.visual.sum() for step in generated.steps] == [4, 0, 0]
    assert [step.visual.tolist() for step in resumed.steps] == [[[True] * 4 + [False] * 2]] * 2


def test_saved_copied_and_pickled_caches_ask_for_the_model(tmp_path) -> None:
    model, _, _, kept = run("qwen3_vl")
    kept.save(tmp_path / "cache.safetensors")
    loaded = ActivationCache.load(tmp_path / "cache.safetensors")
    assert list(loaded) == list(kept)
    for other in (loaded, copy.deepcopy(kept), pickle.loads(pickle.dumps(kept))):
        with pytest.raises(InputError, match=r"cache\.attach\(model\)"):
            other.decompose_resid()
        assert torch.equal(other.attach(model).decompose_resid(), kept.decompose_resid())


def test_gradients_flow_through_a_decomposition() -> None:
    model, inputs, _, _ = run("llava")
    encoded = model.encode(inputs)
    encoded.embeddings.requires_grad_()
    logits, kept = model.run_with_cache(encoded)
    kept.logit_attrs(kept.decompose_resid(pos_slice=-1), 5, pos_slice=-1).sum().backward(retain_graph=True)
    found, encoded.embeddings.grad = encoded.embeddings.grad, None
    logits[:, -1, 5].sum().backward()
    torch.testing.assert_close(found, encoded.embeddings.grad, rtol=1e-3, atol=1e-5)


def test_what_was_not_cached_is_named() -> None:
    model, inputs, _, _ = run("qwen3_vl")
    kept = model.run_with_cache(inputs, ["lm.hook_embed", "*.hook_attn_out", "lm.blocks.0.hook_mlp_out"])[1]
    with pytest.raises(HookNameError) as error:
        kept.decompose_resid()
    message = str(error.value)
    assert "4 of the 9" in message
    assert "lm.blocks.1.hook_mlp_out" in message
    assert "'lm.blocks.*.hook_mlp_out'" in message
    assert "'lm.blocks.*.hook_deepstack'" in message
    with pytest.raises(HookNameError, match=r"hook_z"):
        kept.stack_head_results()
    with pytest.raises(HookNameError, match=r"ln_final\.hook_scale"):
        kept.logit_attrs(kept.decompose_resid(0), 3)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda kept: kept.decompose_resid(4), "block from 0 to 2"),
        (lambda kept: kept.decompose_resid(-2), "block from 0 to 2"),
        (lambda kept: kept.decompose_resid(mlp_input=True), "with mlp_input"),
        (lambda kept: kept.decompose_resid(0, incl_embeds=False), "Nothing is left"),
        (lambda kept: kept.stack_head_results(0), "before layer 0"),
        (lambda kept: kept.decompose_resid(pos_slice=99), "outside"),
        (lambda kept: kept.decompose_resid(pos_slice=torch.ones(5, dtype=torch.bool)), "does not fit 16"),
        (lambda kept: kept.decompose_resid(pos_slice=torch.eye(3, 16, dtype=torch.bool)), "3 rows"),
        (lambda kept: kept.stack_neuron_results(neuron_slice=96), "outside"),
        (lambda kept: kept.apply_ln_to_stack(kept.decompose_resid(pos_slice=-1)), "pos_slice says"),
        (lambda kept: kept.logit_attrs(kept.decompose_resid(), 128), "0 to 127"),
        (lambda kept: kept.logit_attrs(kept.decompose_resid(), [1, 2, 3]), "one for each row"),
        (lambda kept: kept.logit_attrs(kept.decompose_resid(), "red"), "has none"),
    ],
    ids=[str(number) for number in range(13)],
)
def test_what_does_not_exist_is_an_error(call, message: str) -> None:
    with pytest.raises(InputError, match=message):
        call(run("llava")[3])


def test_without_token_ids_images_are_not_guessed() -> None:
    model, inputs, _, _ = run("llava")
    embeddings = model.W_E[inputs["input_ids"]]
    kept = model.run_with_cache({"inputs_embeds": embeddings, "attention_mask": inputs["attention_mask"]})[1]
    with pytest.raises(InputError, match="not known where image features stand"):
        kept.decompose_resid()
    kept.steps[0].visual = torch.zeros(2, 16, dtype=torch.bool)
    assert_sums_to(kept.decompose_resid(), kept["resid_post", 2])
