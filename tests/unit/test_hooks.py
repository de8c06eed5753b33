"""Hooks: forms, order, contexts, errors, threads; and nothing left behind."""

from __future__ import annotations

import subprocess
import sys
import threading
from functools import partial

import pytest
import torch
from torch import Tensor

from tests import models
from vlm_lens_native import HookedVLMTransformer, HookError, HookNameError, InputError, OutOfRangeError
from vlm_lens_native.hook_names import canonical, resolve
from vlm_lens_native.hooks import ForwardPass, HookSet, Listeners

PRE = "lm.blocks.1.hook_resid_pre"
POST = "lm.blocks.0.hook_resid_post"


@pytest.fixture
def plain(model: HookedVLMTransformer, inputs: dict[str, Tensor]) -> Tensor:
    return model(inputs).logits


def double(x: Tensor, hook: object) -> Tensor:
    return x * 2


def test_hooks_come_in_the_forms_of_transformerlens_and_spectra(model, inputs) -> None:
    expected = model.run_with_hooks(inputs, [(PRE, double)])

    def scaled(x: Tensor, hook: object, by: float) -> Tensor:
        assert (hook.layer, hook.name) == (1, PRE)  # type: ignore[attr-defined]
        return x * by

    def spectra(module: object, args: tuple, kwargs: dict, output: Tensor) -> Tensor:
        output[:] = output * 2
        return output

    for hook in (partial(scaled, by=2.0), lambda activation, point: activation * 2, spectra, torch.nn.Module()):
        if isinstance(hook, torch.nn.Module):
            hook.forward = double  # type: ignore[method-assign]
        assert torch.equal(model.run_with_hooks(inputs, [(PRE, hook)]), expected)
    with model.run_with_hooks([PRE, spectra]):
        assert torch.equal(model.forward(inputs).logits, expected)
    with model.run_with_hooks([(PRE, spectra)]):
        assert torch.equal(model.forward(inputs).logits, expected)


def test_edits_run_in_order_and_outer_contexts_first(model, inputs) -> None:
    order = []

    def note(label: str, x: Tensor, hook: object) -> None:
        order.append(label)

    with model.hooks([(PRE, partial(note, "outer 1")), (PRE, partial(note, "outer 2"))]):
        with model.run_with_cache(PRE) as cache, model.hooks([(PRE, double), (PRE, partial(note, "inner"))]):
            model(inputs)
        order.append("|")
        model(inputs)
    assert order == ["outer 1", "outer 2", "inner", "|", "outer 1", "outer 2"]
    assert torch.equal(cache[PRE], 2 * model.run_with_cache(inputs, PRE)[1][PRE])  # recorded after every edit


def test_an_edit_never_reaches_what_was_cached_or_given(model, inputs) -> None:
    """resid_post of one block and resid_pre of the next are one tensor; so are encoded inputs and hook_embed."""
    free = model.run_with_cache(inputs, POST)[1][POST].clone()
    with model.hooks([(PRE, lambda x, hook: x.zero_())]):
        _, cache = model.run_with_cache(inputs, [POST, PRE])
    assert torch.equal(cache[POST], free)
    assert cache[PRE].abs().max() == 0

    encoded = model.encode(inputs)
    kept = encoded.embeddings.clone()
    model.run_with_hooks(encoded, [("lm.hook_embed", lambda x, hook: x.zero_())])
    assert torch.equal(encoded.embeddings, kept)

    mine = torch.zeros_like(free)
    model.run_with_hooks(inputs, [(POST, lambda x, hook: mine), (POST, lambda x, hook: x.add_(1))])
    assert mine.abs().max() == 0


def test_nothing_is_left_after_exceptions_or_bad_names(model, inputs, plain) -> None:
    def fail(x: Tensor, hook: object) -> None:
        raise ArithmeticError("mine")

    with pytest.raises(ArithmeticError, match="mine"):
        model.run_with_hooks(inputs, [(PRE, double), (POST, fail)])
    with pytest.raises(HookNameError), model.hooks([(PRE, double), ("lm.blocks.1.hook_residpre", double)]):
        pass
    with pytest.raises(HookNameError):
        model.run_with_cache(inputs, [PRE, "lm.blocks.9.hook_resid_pre"])
    assert torch.equal(model(inputs).logits, plain)
    assert not model.lm.hooks.active_sets()


def test_a_block_knows_of_a_pass_if_somebody_listens_in_it() -> None:
    run = ForwardPass()
    assert run.in_block(0) is None
    run.admit(
        [HookSet(listeners={name: Listeners() for name in ("lm.blocks.12.attn.hook_q", "vision.blocks.7.hook_z")})]
    )
    run.admit([HookSet(listeners={"lm.blocks.0.hook_resid_post.hook_sae_acts_post": Listeners()})])  # within a pass
    assert [layer for layer in range(130) if run.in_block(layer) is run] == [0, 12]


def test_contexts_may_end_in_any_order(model, inputs, plain) -> None:
    """As with a generator that holds a context open while the one around it ends."""

    def holding():
        with model.hooks([(PRE, double)]):
            yield

    doubled = model.run_with_hooks(inputs, [(PRE, double)])
    inner = holding()
    with model.hooks([(POST, lambda x, hook: x * 3)]):
        next(inner)
    assert torch.equal(model(inputs).logits, doubled)
    inner.close()
    assert torch.equal(model(inputs).logits, plain)
    assert not model.lm.hooks.active_sets()


def test_other_peoples_forward_hooks_stay(model, inputs) -> None:
    calls = []
    handle = model.lm.blocks[0].register_forward_hook(lambda *args: calls.append(1))
    try:
        model.run_with_cache(inputs, PRE)
        model(inputs, output_hidden_states=True)
    finally:
        handle.remove()
    assert len(calls) == 2


def test_added_hooks_stay_until_reset_and_permanent_ones_beyond(inputs, plain) -> None:
    model = models.fresh("llava")
    model.add_hook(PRE, double)
    model.add_hook(POST, lambda x, hook: x * 3, is_permanent=True)
    both = model(inputs).logits
    model.reset_hooks()
    one = model(inputs).logits
    model.reset_hooks(including_permanent=True)
    assert torch.equal(model(inputs).logits, plain)
    assert not torch.equal(both, one)
    assert torch.equal(one, model.run_with_hooks(inputs, [(POST, lambda x, hook: x * 3)]))


def test_threads_do_not_see_each_others_hooks(model, inputs, plain) -> None:
    seen: dict[str, Tensor] = {}
    inside, done = threading.Event(), threading.Event()

    def other() -> None:
        inside.wait(10)
        seen["other"] = model(inputs).logits
        done.set()

    thread = threading.Thread(target=other)
    thread.start()
    with model.hooks([(PRE, double)]):
        inside.set()
        assert done.wait(30)
        assert not torch.equal(model(inputs).logits, plain)
    thread.join()
    assert torch.equal(seen["other"], plain)


def test_two_models_do_not_share_hooks(model, inputs, plain) -> None:
    other = models.fresh("llava")
    with other.hooks([(PRE, double)]):
        assert torch.equal(model(inputs).logits, plain)


@pytest.mark.parametrize(
    ("hook", "message"),
    [
        (lambda x, hook: x[:, :1], r"returned float32 \[2, 1, 64\].*float32 \[2, 16, 64\]"),
        (lambda x, hook: x.double(), "returned float64"),
        (lambda x, hook: 3, "returned int"),
        (lambda: None, "a hook takes"),
    ],
)
def test_hooks_that_can_not_work_raise(model, inputs, hook, message: str) -> None:
    with pytest.raises((HookError, InputError), match=message):
        model.run_with_hooks(inputs, [(PRE, hook)])


def test_short_names_suggest_their_pattern(model, inputs) -> None:
    for short, pattern in (("resid_post", r"lm\.\*\.hook_resid_post"), ("hook_z", r"lm\.\*\.attn\.hook_z")):
        with pytest.raises(HookNameError, match=f"in all blocks '{pattern}'"):
            model.run_with_cache(inputs, [short])
    with pytest.raises(HookNameError, match=r"could be 'lm\.\*\.ln1\.hook_scale'"):
        model.run_with_hooks(inputs, [("scale", lambda x, hook: None)])


def test_unknown_names_suggest_the_nearest_and_say_why(model, inputs) -> None:
    with pytest.raises(HookNameError, match=r"nearest are lm\.blocks\.1\.hook_resid_post"):
        model.run_with_cache(inputs, "lm.blocks.1.hook_resid_pst")
    with pytest.raises(HookNameError, match="behind some layers only"):
        model.run_with_cache(inputs, "lm.blocks.0.hook_deepstack")
    with pytest.raises(HookNameError, match="no mixture of experts"):
        model.hook_names("lm.blocks.*.mlp.hook_router_logits")
    with pytest.raises(HookNameError, match="accepts none"):
        model.hook_names(lambda name: False)


def test_names_that_a_pass_does_not_come_to_raise(model, inputs) -> None:
    encoded = model.encode(inputs)
    resid = model.run_with_cache(encoded, PRE)[1][PRE]
    resume, stop = {"start_at_layer": 1, "resid": resid}, {"stop_at_layer": 1}
    negative = {"start_at_layer": -2, "resid": resid, "stop_at_layer": -1}
    for name, where, message in (
        (POST, resume, "only blocks 1 to 2 run"),
        (POST, negative, "only blocks 1 to 1 run"),
        ("lm.hook_embed", resume, "only blocks 1 to 2 run"),
        (["lm.*", "lm.blocks.1.*"], stop, r"'lm\.blocks\.1\.\*': only blocks 0 to 0 run"),
        ("lm.ln_final.*", stop, "only blocks 0 to 0 run"),
        (POST, {"stop_at_layer": 0}, "no block runs"),
        ("vision.*", {}, "encoded already"),
    ):
        with pytest.raises(InputError, match=message):
            model.run_with_cache(encoded, name, **where)
        with pytest.raises(InputError, match=message):
            model.run_with_hooks(encoded, [(name, double)], **where)
    for stop in (3, 0, -1):  # all blocks run, and the vision encoder does, but not the final norm
        with pytest.raises(InputError, match=r"does not come to 'lm\.ln_final"):
            model.run_with_cache(inputs, "lm.ln_final.*", stop_at_layer=stop)
    with pytest.raises(OutOfRangeError, match=r"stop_at_layer=4 don't fit a model of 3 layers"):
        model.run_with_cache(inputs, "lm.ln_final.*", stop_at_layer=4)
    for name, where in (
        (PRE, resume),
        (PRE, negative),
        ("lm.ln_final.*", resume),
        (POST, {"stop_at_layer": 1}),
        ("lm.hook_embed", {"stop_at_layer": 1}),
    ):
        assert model.run_with_cache(encoded, name, **where)[1]
    assert list(model.run_with_cache(encoded, "*hook_resid_pre", **negative)[1]) == [PRE]


def test_names_filters_and_aliases(model) -> None:
    assert model.hook_names("blocks.1.attn.hook_scores") == ["lm.blocks.1.attn.hook_attn_scores"]
    assert model.hook_names("lm.blocks.1.attn.hook_head_out") == ["lm.blocks.1.attn.hook_result"]
    assert model.hook_names("lm.blocks.1.attn.hook_out") == ["lm.blocks.1.hook_attn_out"]
    assert model.hook_names("lm.blocks.1.mlp.hook_out") == ["lm.blocks.1.hook_mlp_out"]
    assert canonical("hook_embed") == "lm.hook_embed"
    assert model.hook_names("*hook_resid_mid") == [f"lm.blocks.{layer}.hook_resid_mid" for layer in range(3)]
    assert model.hook_names(["lm.blocks.2.hook_resid_pre", "lm.blocks.0.hook_resid_*"])[-1].startswith("lm.blocks.2")
    assert len(model.hook_names(lambda name: name.endswith("hook_z"))) == 5  # two of the vision encoder
    assert resolve(None, ["a", "b"]) == ["a", "b"]
    assert all(model.hook_dict[name].name == name for name in model.hook_names())


@pytest.mark.parametrize("family", models.NAMES)
def test_gradients_reach_every_point(family: str) -> None:
    model, inputs = models.model(family), models.inputs(family)
    gradients: dict[str, Tensor] = {}
    with torch.no_grad():  # a gradient hook asks for a graph, whatever the mode around
        logits = model.run_with_hooks(inputs, bwd_hooks=[("*", lambda g, hook: gradients.update({hook.name: g}))])
    logits[:, -1].sum().backward()
    assert set(gradients) == set(model.hook_names())
    assert all(torch.isfinite(g).all() and g.abs().max() > 0 for g in gradients.values())
    assert not any(weight.requires_grad or weight.grad is not None for weight in model.parameters())


@pytest.mark.parametrize("family", models.NAMES)
def test_gradient_is_the_derivative(family: str) -> None:
    """Against a difference quotient at a pattern entry, which other tools can't differentiate."""
    model, inputs = models.model(family), models.inputs(family)
    name, at = "lm.blocks.1.attn.hook_pattern", (0, 1, -1, 3)
    gradients = {}
    hooks = [(name, lambda g, hook: gradients.update(g=g))]
    model.run_with_hooks(inputs, bwd_hooks=hooks)[0, -1, 5].backward()

    def nudged(by: float) -> float:
        def nudge(x: Tensor, hook: object) -> None:
            x[at] += by

        return model.run_with_hooks(inputs, [(name, nudge)])[0, -1, 5].item()

    quotient = (nudged(0.05) - nudged(-0.05)) / 0.1
    assert abs(quotient) > 1e-3
    assert gradients["g"][at].item() == pytest.approx(quotient, rel=0.05)


def test_passes_build_no_graph_unless_asked(model, inputs) -> None:
    assert not model(inputs).logits.requires_grad
    assert not any(value.requires_grad for value in model.run_with_cache(inputs)[1].values())
    pixels = inputs["pixel_values"].clone().requires_grad_()
    model({**inputs, "pixel_values": pixels}).logits.sum().backward()
    assert pixels.grad.abs().max() > 0


def test_in_place_edits_do_not_break_backward(model, inputs) -> None:
    pixels = inputs["pixel_values"].clone().requires_grad_()
    hooks = [(name, lambda x, hook: x.mul_(0.5)) for name in ("*.hook_pattern", "*.hook_z", "*.hook_resid_pre")]
    model.run_with_hooks({**inputs, "pixel_values": pixels}, hooks).sum().backward()
    assert torch.isfinite(pixels.grad).all()


COMPILED = """
import vlm_lens_native
import torch
from tests import models

model, inputs = models.model("llava"), models.inputs("llava")
hook = ("lm.blocks.1.hook_resid_pre", lambda resid, point: resid * 2)
plain, doubled = model(inputs).logits, model.run_with_hooks(inputs, [hook])
decoder, whole = (torch.compile(part, backend="eager") for part in (model.lm.run, model.hf))
encoded = model.encode(inputs)
for run in (lambda: model.unembed(decoder(encoded)), lambda: whole(**inputs).logits):
    torch.testing.assert_close(run(), plain)
    with model.hooks([hook]):
        torch.testing.assert_close(run(), doubled)
    torch.testing.assert_close(run(), plain)
"""


def test_a_compiled_model_is_right_without_hooks_and_with_them() -> None:
    # in a process of its own, since the compiler can't follow the run-time checks of annotations
    done = subprocess.run([sys.executable, "-c", COMPILED], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
