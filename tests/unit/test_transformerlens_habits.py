"""What TransformerLens's users type without looking it up works here, or says what to type."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from vlm_lens_native import (
    ActivationCache,
    HookedVLMTransformer,
    HookError,
    HookNameError,
    HookPoint,
    ImageError,
    InputError,
)
from vlm_lens_native.analysis import logit_lens, patching
from vlm_lens_native.interventions import ZeroAblation
from vlm_lens_native.toys.scenes import Scene
from vlm_lens_native.utils import get_act_name


@pytest.fixture(scope="module")
def model() -> HookedVLMTransformer:
    return HookedVLMTransformer.from_pretrained("toy-llava")


TEXT = "What colour is the square?"


def test_text_and_token_tensors_are_inputs_everywhere(model: HookedVLMTransformer) -> None:
    ids = model.to_tokens(TEXT)
    expected = model({"input_ids": ids}).logits
    for given in (TEXT, [TEXT], ids, ids[0]):
        assert torch.equal(model(given).logits, expected)
        assert torch.equal(model(given, return_type="logits"), expected)
        assert torch.equal(model.run_with_hooks(given), expected)
        logits, cache = model.run_with_cache(given, "lm.*.hook_z")
        assert torch.equal(logits, expected)
        assert len(cache) == model.cfg.n_layers
        assert torch.equal(model(model.encode(given)).logits, expected)
        assert model.to_str_tokens(given) == model.to_str_tokens({"input_ids": ids})
        assert len(model.token_layout(given).text) > 0
    assert torch.equal(
        model.generate(TEXT, max_new_tokens=2, do_sample=False),
        model.generate({"input_ids": ids}, max_new_tokens=2, do_sample=False),
    )


def test_texts_of_different_lengths_are_as_if_run_alone(model: HookedVLMTransformer) -> None:
    texts = ["What colour?", TEXT]
    logits = model(texts).logits
    for row, text in enumerate(texts):
        alone = model(text).logits[0]
        torch.testing.assert_close(logits[row, -len(alone) :], alone)
    both = model(texts, return_type="loss")
    losses = [model(text, return_type="loss") for text in texts]
    n = [model.to_tokens(text).shape[1] - 1 for text in texts]
    torch.testing.assert_close(both, (losses[0] * n[0] + losses[1] * n[1]) / sum(n))


def test_texts_of_different_lengths_are_continued_as_if_alone() -> None:
    model = HookedVLMTransformer.from_pretrained("toy-qwen3_vl")
    texts = ["What", TEXT, "How many circles?"]
    how = {"min_new_tokens": 6, "max_new_tokens": 6, "do_sample": False}
    together = model.generate(texts, **how)
    logits, cache = model.run_with_cache(texts, "lm.hook_embed")
    for row, text in enumerate(texts):
        alone = model.generate(text, **how)[0]
        n_prompt = model.to_tokens(text).shape[1]
        assert cache.tokens["pos"][row].sum() == n_prompt
        new = together[row, logits.shape[1] :]
        assert torch.equal(new, alone[n_prompt:])
        torch.testing.assert_close(logits[row, -n_prompt:], model(text).logits[0])


def test_a_single_token_has_no_loss(model: HookedVLMTransformer) -> None:
    ids = model.to_tokens(TEXT)[:, :1]
    for call in (model, model.run_with_cache, model.run_with_hooks):
        with pytest.raises(InputError, match="at least two tokens"):
            call(ids, return_type="loss")
    padded = {"input_ids": ids.repeat(1, 2), "attention_mask": torch.tensor([[0, 1]])}
    with pytest.raises(InputError, match="at least two tokens"):
        model(padded, return_type="loss")


def test_the_loss_is_that_of_the_next_token(model: HookedVLMTransformer) -> None:
    logits, ids = model(TEXT).logits[0].float(), model.to_tokens(TEXT)[0]
    expected = -logits.log_softmax(-1)[:-1].gather(1, ids[1:, None]).mean()
    torch.testing.assert_close(model(TEXT, return_type="loss"), expected)
    loss, _ = model.run_with_cache(TEXT, return_type="loss")
    assert torch.equal(loss, model(TEXT, return_type="loss"))
    logits, loss = model(TEXT, return_type="both")
    assert logits.ndim == 3
    assert model(TEXT, return_type=None) is None


def test_image_tokens_are_no_part_of_the_loss(model: HookedVLMTransformer) -> None:
    inputs = model.prepare_messages(TEXT, Scene.random(0).image)
    image = model.get_image_token_positions(inputs)
    labels = inputs["input_ids"].clone()
    labels[0, image] = -100
    expected = model(inputs, labels=labels).loss
    assert torch.equal(model(inputs, return_type="loss"), expected)
    assert torch.equal(model(model.encode(inputs), return_type="loss"), expected)
    _, cache = model.run_with_cache(inputs, "*hook_resid_post", return_type="loss", incl_bwd=True)
    assert any(name.endswith("_grad") for name in cache)


def test_a_word_is_a_prompt_and_a_name_is_a_name(model: HookedVLMTransformer) -> None:
    logits, cache = model.run_with_cache("hello")
    assert logits.shape[:2] == model.to_tokens("hello").shape
    assert "blocks.0.attn.hook_pattern" in cache
    with model.run_with_cache("lm.blocks.*.hook_resid_post") as cache:
        model("hello")
    assert len(cache) == model.cfg.n_layers
    with pytest.raises(HookNameError, match="hook_resid_post"):
        model.run_with_cache("lm.blocks.0.hook_resid_pots")
    logits, _ = model.run_with_cache("blocks.0.hook_z", names_filter="lm.hook_embed")  # with names, it is a prompt
    assert logits.shape[1] == model.to_tokens("blocks.0.hook_z").shape[1]


@pytest.mark.parametrize(
    "given", [torch.zeros(2, 3), torch.zeros(1, 2, 3, dtype=torch.long), torch.ones(1, 3, dtype=torch.bool), []]
)
def test_what_is_no_input_is_said(model: HookedVLMTransformer, given: Any) -> None:
    with pytest.raises(InputError, match="a list of texts, or a tensor of token ids"):
        model(given)


def test_pos_slice_is_positions(model: HookedVLMTransformer) -> None:
    whole = model.run_with_cache(TEXT, "lm.hook_embed")[1]["embed"]
    for pos_slice, part in ((-1, slice(-1, None)), ((1, 3), slice(1, 3)), (slice(0, 2), slice(0, 2))):
        _, cache = model.run_with_cache(TEXT, "lm.hook_embed", pos_slice=pos_slice)
        assert torch.equal(cache["embed"], whole[:, part])
    with pytest.raises(InputError, match="two names for one thing"):
        model.run_with_cache(TEXT, "lm.hook_embed", pos_slice=0, positions=0)


def test_hooks_may_stay_and_keep_things(model: HookedVLMTransformer) -> None:
    seen: list[tuple[int, int]] = []

    def count(activation: torch.Tensor, hook: Any) -> None:
        hook.ctx["n"] = hook.ctx.get("n", 0) + 1
        seen.append((hook.layer(), hook.ctx["n"]))
        assert hook.layer == 1

    name = "blocks.1.hook_resid_post"
    point = model.hook_dict[f"lm.{name}"]
    model.run_with_hooks(TEXT, fwd_hooks=[(name, count)])
    model(TEXT)
    assert seen == [(1, 1)]
    model.run_with_hooks(TEXT, fwd_hooks=[(name, count)], reset_hooks_end=False)
    model(TEXT)
    assert seen == [(1, 1), (1, 2), (1, 3)]
    model.reset_hooks()
    assert point.ctx == {}
    model(TEXT)
    assert len(seen) == 3
    model.run_with_hooks(TEXT, fwd_hooks=[(name, count)], clear_contexts=True)
    assert point.ctx == {}
    with pytest.raises(HookNameError):
        model.run_with_hooks(TEXT, fwd_hooks=[(name, count), ("blocks.1.hook_z2", count)], reset_hooks_end=False)
    model(TEXT)
    assert len(seen) == 4


@pytest.mark.parametrize(
    ("short", "name"),
    [
        (("k", 2, "a"), "lm.blocks.2.attn.hook_k"),
        (("pattern", 1), "lm.blocks.1.attn.hook_pattern"),
        (("attn", 1), "lm.blocks.1.attn.hook_pattern"),
        (("attn_scores", 1), "lm.blocks.1.attn.hook_attn_scores"),
        (("pre", 2), "lm.blocks.2.mlp.hook_pre"),
        (("pre", 2, "mlp"), "lm.blocks.2.mlp.hook_pre"),
        (("resid_pre", 2), "lm.blocks.2.hook_resid_pre"),
        (("embed",), "lm.hook_embed"),
        (("normalized", 3, "ln2"), "lm.blocks.3.ln2.hook_normalized"),
        (("k2",), "lm.blocks.2.attn.hook_k"),
        (("pre5",), "lm.blocks.5.mlp.hook_pre"),
        (("scale4ln1",), "lm.blocks.4.ln1.hook_scale"),
        (("normalized",), "lm.ln_final.hook_normalized"),
        (("attn_out", 0), "lm.blocks.0.hook_attn_out"),
        (("blocks.0.hook_resid_pre",), "lm.blocks.0.hook_resid_pre"),
    ],
)
def test_short_forms_of_names(model: HookedVLMTransformer, short: tuple[Any, ...], name: str) -> None:
    assert get_act_name(*short) == name
    assert name in model.hook_dict


def test_a_layer_is_missing() -> None:
    with pytest.raises(HookNameError, match="say in which one"):
        get_act_name("resid_pre")


def test_model_and_cache_show_themselves(model: HookedVLMTransformer) -> None:
    shown = model._repr_html_()
    assert "lm.blocks.*.attn.hook_q</td><td>[batch, pos, head 4, d_head 32]</td><td>6</td>" in shown
    _, cache = model.run_with_cache(TEXT, "lm.blocks.*.hook_resid_post")
    value = cache["resid_post", 0]
    n_bytes = value.numel() * 4 * model.cfg.n_layers
    row = f"<td>{list(value.shape)}</td><td>float32</td><td>6</td><td>{n_bytes / 1e6:,.2f}</td>"
    assert f"lm.blocks.*.hook_resid_post</td>{row}" in cache._repr_html_()


MODULES = {"": "hook_resid_post", ".attn": "hook_attn_out", ".mlp": "hook_mlp_out", ".ln1": "attn.hook_in"}


def test_modules_are_read_and_changed_by_other_tools(model: HookedVLMTransformer) -> None:
    """Captum and nnsight listen to modules, which give back what hook points hold (guides/from_transformerlens.md)."""
    for part, point in MODULES.items():
        name, module, seen = f"lm.blocks.2.{point}", model.lm.get_submodule(f"blocks.2{part}"), []
        with (
            model.caching(name) as cache,
            module.register_forward_hook(lambda m, a, output, seen=seen: seen.append(output)),
        ):
            model(TEXT)
        assert torch.equal(seen[0], cache[name])
        with module.register_forward_hook(lambda module, args, output: output * 0):
            changed = model(TEXT).logits
        assert torch.equal(changed, model.run_with_hooks(TEXT, fwd_hooks=[(name, lambda x, hook: x * 0)]))
        assert not torch.equal(changed, model(TEXT).logits)


def test_a_misspelt_short_name_gets_the_nearest(model: HookedVLMTransformer) -> None:
    _, cache = model.run_with_cache(TEXT)
    for read in (cache.__getitem__, model.hook_names):
        with pytest.raises(HookNameError, match=r"nearest are .*hook_resid_post"):
            read("resid_pots")


def test_names_that_have_something_else_in_their_place_say_what(model: HookedVLMTransformer) -> None:
    _, cache = model.run_with_cache(TEXT, "lm.hook_embed")
    point = model.hook_dict["lm.hook_embed"]
    for thing, name, remedy in (
        (model, "set_use_attn_result", "hook_result"),
        (model, "fold_layer_norm", "process_weights"),
        (cache, "stack_activation", "cache.stack"),
        (point, "add_hook", "model.add_hook"),
    ):
        assert not hasattr(thing, name)
        with pytest.raises(AttributeError, match=remedy):
            getattr(thing, name)
    for thing, name, remedy in (
        (HookedVLMTransformer, "from_pretrained_no_processing", "changes no weight"),
        (model, "blocks", "model.lm.blocks"),
        (model.cfg, "device", "model.device"),
        (patching, "get_act_patch_resid_pre", "sweep"),
    ):
        with pytest.raises(AttributeError, match=remedy):
            getattr(thing, name)
    for thing in (HookedVLMTransformer, patching):
        with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
            thing.nonsense  # noqa: B018
    for thing in (model, model.cfg, cache, point):
        with pytest.raises(AttributeError, match=f"'{type(thing).__name__}' object has no attribute 'nonsense'"):
            thing.nonsense  # noqa: B018


def test_arguments_that_have_something_else_in_their_place_say_what(model: HookedVLMTransformer) -> None:
    with pytest.raises(InputError, match="process_weights"):
        HookedVLMTransformer.from_pretrained("toy-llava", fold_ln=True)
    with pytest.raises(InputError, match=r"BitsAndBytesConfig\(load_in_4bit=True\)"):
        HookedVLMTransformer.from_pretrained("toy-llava", load_in_4bit=True)
    with pytest.raises(InputError, match="cross_entropy"):
        model(TEXT, return_type="loss", loss_per_token=True)
    with pytest.raises(InputError, match="dict\\(cache\\)"):
        model.run_with_cache(TEXT, return_cache_object=False)
    for name, value, remedy in (("fwd_hooks", [], "with model.hooks"), ("return_type", "str", "model.to_string")):
        with pytest.raises(InputError, match=remedy):
            model.generate(TEXT, **{name: value})


def test_losses_by_token_are_as_is_said(model: HookedVLMTransformer) -> None:
    ids = model.to_tokens(TEXT)
    logits = model(ids, return_type="logits")
    losses = torch.nn.functional.cross_entropy(logits[:, :-1].mT, ids[:, 1:], reduction="none")
    torch.testing.assert_close(losses.mean(), model(TEXT, return_type="loss"))


def test_mistaken_calls_say_what_to_type(model: HookedVLMTransformer) -> None:
    inputs = model.prepare_messages(TEXT, Scene.random(0).image)
    _, cache = model.run_with_cache(inputs)
    with pytest.raises(InputError, match=r"Inputs are one argument: run_with_cache\(inputs"):
        model.run_with_cache(**inputs)
    with pytest.raises(InputError, match=r"Inputs are one argument: run_with_hooks\(inputs"):
        model.run_with_hooks(**inputs)
    with pytest.raises(InputError, match="as cache="):
        logit_lens(model, cache)
    with pytest.raises(HookError, match=r"ZeroAblation is a class.*ZeroAblation\(\.\.\.\)"):
        model.run_with_hooks(inputs, [("lm.hook_embed", ZeroAblation)])
    with pytest.raises(InputError, match="token_layout"):
        logit_lens(model, inputs, positions="last")
    with pytest.raises(ImageError, match="prepare_questions"):
        model.prepare_messages(TEXT, [Scene.random(0).image] * 2)


def test_what_is_said_to_be_elsewhere_is_not_here(model: HookedVLMTransformer) -> None:
    for kind in (type(model), type(model.cfg), ActivationCache, HookPoint):
        assert not [name for name in kind._elsewhere if hasattr(kind, name)]
        assert kind._elsewhere
