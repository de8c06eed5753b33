"""Hooks in vision encoders and adapters belong to one pass, thread and model; edits act where they say."""

from __future__ import annotations

import copy
import threading

import numpy as np
import pytest
import torch
from torch import Tensor
from transformers.integrations import sdpa_attention

from tests import models
from tests.families.checkpoints import IMAGE, VIDEO
from vlm_lens_native import HookedVLMTransformer, InputError
from vlm_lens_native.hooks import pass_under_way

FAMILIES = pytest.mark.parametrize("family", models.NAMES)
KERNELS = pytest.mark.parametrize("kernel", ["sdpa", "eager"])
QWEN = pytest.mark.parametrize("family", ["qwen2_5_vl", "qwen3_vl"])
VISUAL = ["vision.*", "adapter.*"]
RESID, PATTERN, V = "vision.blocks.0.hook_resid_pre", "vision.blocks.0.attn.hook_pattern", "vision.blocks.0.attn.hook_v"
Z, OUT, LM = "vision.blocks.0.attn.hook_z", "adapter.hook_out", "lm.blocks.0.hook_resid_pre"


def setting(family: str, kernel: str = "sdpa") -> tuple[HookedVLMTransformer, dict[str, Tensor], Tensor]:
    model, inputs = models.model(family, kernel), models.inputs(family)
    return model, inputs, model(inputs).logits


def double(x: Tensor, hook: object) -> Tensor:
    return x * 2


# --- where edits act ---------------------------------------------------------------------------------------------


@QWEN
@KERNELS
def test_what_is_written_into_padding_is_ignored(family: str, kernel: str) -> None:
    """Qwen's images have 16, 24 and 8 patches, so rows 16 and 8 onwards of the first and third are padding."""
    model, inputs, plain = setting(family, kernel)
    patches = torch.arange(24) >= torch.tensor([16, 24, 8])[:, None]
    tokens = patches[:, ::4]

    def spoil(x: Tensor, hook: object) -> Tensor:
        padding = tokens if x.shape[1] == 6 else patches
        assert x[padding].abs().max() == 0
        return torch.where(padding.view(*padding.shape, *(1,) * (x.ndim - 2)), torch.nan, x)

    def spoil_pattern(x: Tensor, hook: object) -> Tensor:
        outside = patches[:, None, :, None] | patches[:, None, None, :]
        assert x.masked_select(outside).abs().max() == 0
        return x.masked_fill(outside, torch.nan)

    for name in model.hook_names(VISUAL):
        logits = model.run_with_hooks(inputs, [(name, spoil_pattern if name.endswith("pattern") else spoil)])
        if name.endswith("pattern") and kernel == "sdpa":
            torch.testing.assert_close(logits, plain, rtol=1e-4, atol=1e-4)
        else:
            assert torch.equal(logits, plain), name


@FAMILIES
@KERNELS
def test_a_pattern_acts_even_outside_windows(family: str, kernel: str) -> None:
    """Equal weights on all patches of the image give the mean of v, also where HF computes windows by themselves."""
    model, inputs, _ = setting(family, kernel)
    lengths = (
        [16, 24, 8]
        if family.startswith("qwen")
        else [models.model(family).run_with_cache(inputs, V)[1][V].shape[1]] * 3
    )

    def uniform(x: Tensor, hook: object) -> None:
        for image, length in enumerate(lengths):
            x[image, :, :length, :length] = 1 / length

    with model.hooks([(PATTERN, uniform)]):
        _, cache = model.run_with_cache(inputs, [V, Z, PATTERN])
    for image, length in enumerate(lengths):
        v, z = cache[V][image, :length], cache[Z][image, :length]
        torch.testing.assert_close(z, v.mean(0, keepdim=True).expand_as(z), rtol=1e-5, atol=1e-5)


@QWEN
def test_gradients_of_patterns_are_derivatives_even_outside_windows(family: str) -> None:
    model, inputs, _ = setting(family)
    gradients: dict[str, Tensor] = {}
    logits = model.run_with_hooks(inputs, bwd_hooks=[(PATTERN, lambda g, hook: gradients.update(g=g))])
    logits[0, -1, 5].backward()
    # of the image of 4 x 6 patches its first token's and its last one's, of different windows in Qwen2.5-VL
    head, query, key = np.unravel_index(int(gradients["g"][1, :, :4, 20:].abs().argmax()), (4, 4, 4))
    at = (1, head, query, 20 + key)

    def nudged(by: float) -> float:
        def nudge(x: Tensor, hook: object) -> None:
            x[at] += by

        return model.run_with_hooks(inputs, [(PATTERN, nudge)])[0, -1, 5].item()

    quotient = (nudged(0.1) - nudged(-0.1)) / 0.2
    assert abs(quotient) > 1e-3
    assert gradients["g"][at].item() == pytest.approx(quotient, rel=0.05)


def test_an_edit_never_reaches_what_was_cached_or_what_hf_collected() -> None:
    """resid_post of a block, resid_pre of the next and HF's hidden state are one tensor."""
    model, inputs, _ = setting("llava")
    names = ["vision.blocks.0.hook_resid_post", "vision.blocks.1.hook_resid_pre", "adapter.hook_in"]
    free = model.run_with_cache(inputs, names)[1]
    hooks = [(name, lambda x, hook: x.zero_()) for name in names[1:]]
    with model.hooks(hooks), model.run_with_cache(names) as cache:
        features = model.hf.get_image_features(inputs["pixel_values"], output_hidden_states=True)
    assert torch.equal(cache[names[0]], free[names[0]])
    assert torch.equal(features.hidden_states[1], free[names[0]])
    assert features.hidden_states[2].abs().max() > 0  # resid_post of block 1, of which adapter.hook_in is a part
    with model.hooks([("vision.blocks.0.hook_resid_post", double), (RESID, double)]):
        features = model.hf.get_image_features(inputs["pixel_values"], output_hidden_states=True)
        seen = model.run_with_cache(inputs, [RESID, names[0]])[1]
    assert torch.equal(features.hidden_states[0], seen[RESID])
    assert torch.equal(features.hidden_states[1], seen[names[0]])


# --- passes ------------------------------------------------------------------------------------------------------


@FAMILIES
def test_generate_shows_the_images_in_its_first_pass(family: str) -> None:
    """HF's generate encodes images ahead of its first step, outside of the model's forward."""
    model, inputs, _ = setting(family)
    settings = {"max_new_tokens": 3, "do_sample": False, "eos_token_id": None, "suppress_tokens": [IMAGE, VIDEO]}
    plain = model.generate(inputs, **settings)
    with model.run_with_cache([RESID, OUT, LM]) as cache:
        assert torch.equal(model.generate(inputs, **settings), plain)
    assert [list(step) for step in cache.steps] == [[RESID, OUT, LM], [LM], [LM]]
    assert torch.equal(cache.steps[0][OUT], model.run_with_cache(inputs, OUT)[1][OUT])
    for more in ({}, {"num_beams": 2}, {"use_cache": False}):
        calls = []
        with model.hooks([(OUT, lambda x, hook, calls=calls: calls.append(hook.name)), (OUT, lambda x, hook: -x)]):
            steered = model.generate(inputs, **settings, **more)
            encoded = model.encode(inputs)
        assert len(calls) == 2  # one in generate, one in encode
        assert torch.equal(steered, model.generate(encoded, **settings, **more))
    assert model.lm.hooks.under_way() is None


def test_a_pass_is_one_step_of_a_cache_from_images_to_logits() -> None:
    model, inputs, _ = setting("llava")
    cache = model.run_with_cache(inputs, [OUT, LM], stop_at_layer=1)[1]
    assert [list(step) for step in cache.steps] == [[OUT, LM]]
    with model.run_with_cache([OUT, LM]) as cache:
        encoded = model.encode(inputs)  # a pass of its own
        model(encoded)
    assert [list(step) for step in cache.steps] == [[OUT], [LM]]
    with model.run_with_cache(LM) as cache:  # whose images nobody listens to
        model(model.encode(inputs))
    assert len(cache) == 1
    with model.run_with_cache([OUT, LM]) as cache:
        states = model(inputs, output_hidden_states=True).hidden_states
    assert torch.equal(states[0], cache[LM])
    assert list(cache) == [OUT, LM]


def test_encoded_inputs_hold_the_edit() -> None:
    model, inputs, plain = setting("qwen3_vl")
    for name in (RESID, "adapter.deepstack.1.hook_out"):
        with model.hooks([(name, double)]):
            encoded, expected = model.encode(inputs), model(inputs).logits
        assert torch.equal(model(encoded).logits, expected)
        assert not torch.equal(expected, plain)


def test_a_hook_that_runs_the_model_has_passes_of_its_own() -> None:
    model, inputs, plain = setting("qwen2_5_vl")
    encoded, seen, inside = model.encode(inputs), [], []

    def run(x: Tensor, hook: object) -> None:
        if not inside:
            inside.append(True)
            seen.extend([model(encoded).logits, model(inputs).logits])

    with model.run_with_cache([OUT, LM]) as cache, model.hooks([(RESID, run)]):
        logits = model(inputs).logits
    assert all(torch.equal(each, plain) for each in (*seen, logits))
    assert sorted(len(step) for step in cache.steps) == [1, 2, 2]


@pytest.mark.parametrize("error", [ArithmeticError, KeyboardInterrupt])
@pytest.mark.parametrize("run", ["forward", "generate", "encode"])
def test_nothing_is_left_of_a_pass_that_a_hook_ended(error: type[BaseException], run: str) -> None:
    model, inputs, plain = setting("qwen2_5_vl")

    def fail(x: Tensor, hook: object) -> None:
        raise error("mine")

    with model.run_with_cache(VISUAL) as cache, pytest.raises(error, match="mine"), model.hooks([(Z, fail)]):
        getattr(model, run)(inputs)
    assert list(cache) == [RESID, *(f"vision.blocks.0.attn.hook_{part}" for part in ("q", "k", "v", "pattern"))]
    assert pass_under_way() is None
    assert torch.equal(model(inputs).logits, plain)
    with model.run_with_cache([OUT, LM]) as cache:
        model(model.encode(inputs))
    assert [list(step) for step in cache.steps] == [[OUT], [LM]]


@FAMILIES
def test_threads_do_not_see_each_others_hooks(family: str) -> None:
    """The other thread runs a whole pass while this one is within its own."""
    model, inputs, plain = setting(family)
    seen: list[Tensor] = []

    def elsewhere(x: Tensor, hook: object) -> None:
        thread = threading.Thread(target=lambda: seen.append(model(inputs).logits))
        thread.start()
        thread.join(30)

    hooks = [(name, double) for name in (RESID, PATTERN, OUT)]
    changed = model.run_with_hooks(inputs, hooks)
    assert torch.equal(model.run_with_hooks(inputs, [(PATTERN, elsewhere), *hooks]), changed)
    assert torch.equal(seen[0], plain)
    assert not torch.equal(changed, plain)


@FAMILIES
def test_a_copy_of_a_model_has_hooks_of_its_own(family: str) -> None:
    model, inputs, plain = setting(family)
    twin = copy.deepcopy(model)
    for name in (RESID, PATTERN, OUT, LM):
        with twin.hooks([(name, double)]):
            assert not torch.equal(twin(inputs).logits, plain), name
            assert torch.equal(model(inputs).logits, plain), name


# --- HF's side ---------------------------------------------------------------------------------------------------


@FAMILIES
@KERNELS
def test_the_users_attention_implementation_stays(family: str, kernel: str) -> None:
    model, inputs = models.fresh(family, kernel), models.inputs(family)
    config = model.hf.config.vision_config
    settings = copy.deepcopy(config.to_dict())
    seen = []
    model.run_with_hooks(inputs, [(PATTERN, lambda x, hook: seen.append(config._attn_implementation))])
    assert [*seen, config._attn_implementation] == [kernel, kernel]
    assert config.to_dict() == settings
    other = {"sdpa": "eager", "eager": "sdpa"}[kernel]
    model.hf.set_attn_implementation(other)  # which HF writes to its configs: attention has to hear of it
    assert torch.equal(model(inputs).logits, models.model(family, other)(inputs).logits)


@FAMILIES
def test_half_precision(family: str) -> None:
    model, inputs = models.fresh(family, "eager").to(torch.bfloat16), models.inputs(family)
    plain = model(inputs).logits
    logits, cache = model.run_with_cache(inputs)
    assert torch.equal(logits, plain)
    assert all(cache[name].dtype == torch.bfloat16 for name in model.hook_names(VISUAL))
    for identity in (lambda x, hook: x.clone(), lambda x, hook: x.mul_(1)):
        assert torch.equal(model.run_with_hooks(inputs, [("vision.*", identity)]), plain)


# --- names -------------------------------------------------------------------------------------------------------


def test_inputs_that_do_not_reach_the_encoder_raise() -> None:
    """An empty cache, or an edit without effect, would look like a result."""
    model, inputs, _ = setting("llava")
    encoded = model.encode(inputs)
    text = {"input_ids": torch.tensor([[1, 5, 6]])}
    for given, reason in ((encoded, "they are encoded already"), (text, "they hold no pixels")):
        for names in (OUT, VISUAL, ["lm.*", OUT], lambda name: name == Z):
            with pytest.raises(InputError, match=reason):
                model.run_with_cache(given, names)
        with pytest.raises(InputError, match=reason):
            model.run_with_hooks(given, [("*.hook_z", double), (OUT, double)])
        with pytest.raises(InputError, match=reason):
            model.run_with_hooks(given, bwd_hooks=[(OUT, double)])
        assert len(model.run_with_cache(given, ["*.hook_z"])[1]) == 3  # those of the decoder
    assert len(model.run_with_cache(text | {"pixel_values": None}, "*")[1]) > 0


def test_the_batch_axis_is_not_that_of_images() -> None:
    model, inputs = models.model("smolvlm"), models.inputs("smolvlm")
    first = {key: value[:1] for key, value in inputs.items()}  # one row, two images
    _, cache = model.run_with_cache(first, [OUT, LM], remove_batch_dim=True)
    assert cache[OUT].shape == (2, 16, 64)
    assert cache[LM].ndim == 2


@FAMILIES
def test_attentions_come_under_sdpa_without_a_warning(family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(sdpa_attention.logger, "warning_once", said.append)
    model, inputs = models.model(family), models.inputs(family)
    assert len(model(inputs, output_attentions=True).attentions) == model.cfg.n_layers
    model.generate(inputs, output_attentions=True, return_dict_in_generate=True, max_new_tokens=2)
    assert said == []
