"""Dictionaries spliced into a model: exact where nothing is edited, causal where something is."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from tests import models
from vlm_lens_native import HookedVLMTransformer, InputError
from vlm_lens_native.components import norm
from vlm_lens_native.errors import HookNameError

PLACE = "lm.blocks.1.hook_resid_post"
ACTS = f"{PLACE}.hook_sae_acts_post"
INNER = ["input", "acts_post", "recons", "error", "output"]


class Plain(nn.Module):
    """A small SAE or transcoder with the two methods that the library asks for."""

    def __init__(self, reads: str, writes: str | None = None, *, d_in: int, d_out: int | None = None, n: int = 24):
        super().__init__()
        generator = torch.Generator().manual_seed(len(reads))
        draw = lambda *shape: nn.Parameter(torch.randn(*shape, generator=generator) / d_in**0.5)  # noqa: E731
        self.W_enc, self.b_enc = draw(d_in, n), draw(n)
        self.W_dec, self.b_dec = draw(n, d_out or d_in), draw(d_out or d_in)
        self.cfg = SimpleNamespace(metadata=SimpleNamespace(hook_name=reads, hook_name_out=writes))

    def encode(self, x: Tensor) -> Tensor:
        return torch.relu(x @ self.W_enc + self.b_enc)

    def decode(self, features: Tensor) -> Tensor:
        return features @ self.W_dec + self.b_dec


def in_dtype(family: str, dtype: torch.dtype) -> HookedVLMTransformer:
    return HookedVLMTransformer.from_hf(models.hf_model(family).to(dtype))


@pytest.fixture(scope="module")
def model() -> HookedVLMTransformer:
    return models.model("llava")


@pytest.fixture(scope="module")
def inputs() -> Any:
    return models.inputs("llava")


@pytest.fixture(scope="module")
def sae(model: HookedVLMTransformer) -> Plain:
    return Plain("blocks.1.hook_resid_post", d_in=model.cfg.d_model)  # TransformerLens's spelling


@pytest.mark.parametrize("family", ["llava", "qwen3_vl"])
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_with_its_error_term_an_unedited_dictionary_changes_no_bit(family: str, dtype: torch.dtype) -> None:
    model, inputs = in_dtype(family, dtype), models.inputs(family)
    plain = model(inputs).logits
    width, place = model.cfg.d_model, "lm.blocks.1.{}"
    saes = [
        Plain(place.format("hook_resid_post"), d_in=width),
        Plain(place.format("mlp.hook_in"), place.format("hook_mlp_out"), d_in=width),
        Plain(place.format("attn.hook_z"), d_in=model.cfg.d_head),
    ]
    assert torch.equal(model.run_with_saes(inputs, saes, use_error_term=True), plain)
    logits, cache = model.run_with_cache_with_saes(inputs, saes, use_error_term=True)
    assert torch.equal(logits, plain)
    for sae in saes:
        writes = sae.cfg.metadata.hook_name_out or sae.cfg.metadata.hook_name
        read, written = (cache[name] for name in (sae.cfg.metadata.hook_name, writes))
        inner = {name: cache[f"{writes}.hook_sae_{name}"] for name in INNER}
        tokens = inputs["attention_mask"].bool()
        assert torch.equal(inner["input"], read)
        assert torch.equal(inner["output"], written)
        assert torch.equal(inner["acts_post"][tokens], sae.encode(read.float())[tokens])
        assert torch.equal(inner["recons"], sae.decode(inner["acts_post"]))
        torch.testing.assert_close((inner["recons"] + inner["error"])[tokens], written.float()[tokens])


def test_without_the_error_term_the_model_goes_on_with_what_features_decode_to(model: Any, inputs: Any, sae: Plain):
    def by_hand(x: Tensor, hook: Any) -> Tensor:
        tokens = inputs["attention_mask"].bool()[..., None]
        return torch.where(tokens, sae.decode(sae.encode(x)), x)

    expected = model.run_with_hooks(inputs, [(PLACE, by_hand)])
    assert torch.equal(model.run_with_saes(inputs, sae), expected)
    assert not torch.equal(expected, model(inputs).logits)


def test_an_edited_feature_moves_the_activation_by_its_direction(model: Any, inputs: Any, sae: Plain):
    positions = [-3, -5]  # tokens of both rows
    added = torch.zeros(24)
    added[7] = 2.5

    def edit(acts: Tensor, hook: Any) -> Tensor:
        return acts + added

    def by_hand(x: Tensor, hook: Any) -> Tensor:
        x = x.clone()
        x[:, positions] += 2.5 * sae.W_dec[7].detach()
        return x

    edited = model.run_with_hooks_with_saes(inputs, sae, [(ACTS, edit)], positions=positions, use_error_term=True)
    torch.testing.assert_close(edited, model.run_with_hooks(inputs, [(PLACE, by_hand)]), atol=1e-5, rtol=1e-5)
    assert not torch.equal(edited, model(inputs).logits)


@pytest.mark.parametrize("point", INNER)
def test_every_inner_point_is_causal_and_edits_in_place_count(model: Any, inputs: Any, sae: Plain, point: str):
    name = f"{PLACE}.hook_sae_{point}"
    plain = model(inputs).logits
    returned = model.run_with_hooks_with_saes(inputs, sae, [(name, lambda x, hook: x * 1.5)], use_error_term=True)
    written = model.run_with_hooks_with_saes(inputs, sae, [(name, lambda x, hook: x.mul_(1.5))], use_error_term=True)
    same = model.run_with_hooks_with_saes(inputs, sae, [(name, lambda x, hook: x.clone())], use_error_term=True)
    assert not torch.equal(returned, plain)
    assert torch.equal(returned, written)
    torch.testing.assert_close(same, plain, atol=2e-5, rtol=1e-5)


def test_elsewhere_features_are_zero_and_padding_is_left_alone(model: Any, inputs: Any, sae: Plain):
    image = model.token_layout(inputs).images
    acts = model.run_with_cache_with_saes(inputs, sae, ACTS, positions=image)[1][ACTS]
    chosen = torch.as_tensor(image.mask)
    assert not acts[~chosen].any()
    assert acts[chosen].any()
    whole = model.run_with_cache_with_saes(inputs, sae, [ACTS, PLACE])[1]
    padding = ~inputs["attention_mask"].bool()
    assert padding.any()
    assert not whole[ACTS][padding].any()
    assert torch.equal(whole[PLACE][padding], model.run_with_cache(inputs, PLACE)[1][PLACE][padding])


def test_names_are_there_only_while_the_dictionary_is(model: Any, inputs: Any, sae: Plain):
    before = model.hook_names()
    with model.saes(sae):
        names = model.hook_names()
        assert names.index(ACTS) == names.index(PLACE) - 3  # behind the input, before recons and output
        assert set(names) - set(before) == {f"{PLACE}.hook_sae_{x}" for x in INNER if x != "error"}
        assert model.hook_names("blocks.1.hook_resid_post.hook_sae_acts_post") == [ACTS]
        with pytest.raises(InputError, match="spliced in"), model.saes(sae):
            pass
    assert model.hook_names() == before
    with pytest.raises(HookNameError):
        model.run_with_cache(inputs, ACTS)


def test_an_added_dictionary_stays_until_it_is_taken_off(model: Any, inputs: Any, sae: Plain):
    plain, spliced = model(inputs).logits, model.run_with_saes(inputs, sae)
    try:
        model.add_sae(sae)
        model.reset_hooks()
        assert torch.equal(model(inputs).logits, spliced)
        model.add_sae(sae, use_error_term=True)  # takes its place
        assert torch.equal(model(inputs).logits, plain)
        model.reset_saes(PLACE)
        assert model.hook_names("*hook_resid_post") == [n for n in model.hook_names() if n.endswith("hook_resid_post")]
    finally:
        model.reset_saes()
    assert torch.equal(model(inputs).logits, plain)


def test_features_under_generation_act_at_the_prompts_positions(model: Any, inputs: Any, sae: Plain):
    row = {"input_ids": inputs["input_ids"][:1], "pixel_values": inputs["pixel_values"][:2]}
    with model.saes(sae, use_error_term=True), model.caching(ACTS) as cache:
        model.generate(row, max_new_tokens=3, do_sample=False)
    assert [step[ACTS].shape[1] for step in cache.steps] == [row["input_ids"].shape[1], 1, 1]
    with model.saes(sae, positions=[2], use_error_term=True), model.caching(PLACE) as cache:
        model.generate(row, max_new_tokens=3, do_sample=False)
    assert len(cache.steps) == 3


class Wide:
    """torch, to a module that computes in float32 whatever the dtype: in float64."""

    float32 = torch.float64

    def __getattr__(self, name: str) -> Any:
        return getattr(torch, name)


def test_gradients_of_features_equal_finite_differences(inputs: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(norm, "torch", Wide())
    model = in_dtype("llava", torch.float64)
    sae = Plain(PLACE, d_in=model.cfg.d_model).double()
    row = {"input_ids": inputs["input_ids"][:1], "pixel_values": inputs["pixel_values"][:2].double()}
    gradients: dict[str, Tensor] = {}
    with model.saes(sae, use_error_term=True):
        logits = model.run_with_hooks(row, bwd_hooks=[(ACTS, lambda g, hook: gradients.update(acts=g))])
        logits[0, -1, 3].backward()
        acts = model.run_with_cache(row, ACTS)[1][ACTS]
        at = (0, 4, int(acts[0, 4].argmax()))

        def logit(step: float) -> Tensor:
            def move(x: Tensor, hook: Any) -> Tensor:
                x = x.clone()
                x[at] += step
                return x

            return model.run_with_hooks(row, [(ACTS, move)])[0, -1, 3]

        by_steps = (logit(1e-4) - logit(-1e-4)) / 2e-4
    torch.testing.assert_close(gradients["acts"][at], by_steps, atol=1e-6, rtol=1e-6)
    assert sae.W_dec.grad is None  # constants; and they need gradients as before
    assert sae.W_dec.requires_grad


def test_gradients_upstream_are_the_models_own_or_go_through(inputs: Any) -> None:
    model = in_dtype("llava", torch.float64)
    sae = Plain(PLACE, d_in=model.cfg.d_model).double()
    row = {"input_ids": inputs["input_ids"][:1], "pixel_values": inputs["pixel_values"][:2].double()}
    upstream = "lm.blocks.1.hook_resid_mid"

    def gradient(**options: Any) -> Tensor:
        found: list[Tensor] = []
        hooks = [(upstream, lambda g, hook: found.append(g.clone()))]
        half = [(ACTS, lambda x, hook: x * 0.5)] if options else []
        run = model.run_with_hooks_with_saes if options else model.run_with_hooks
        args = (row, sae) if options else (row,)
        run(*args, half, hooks, **options)[0, -1, 3].backward()
        return found[0]

    plain = gradient()
    features = gradient(use_error_term=True)
    through = gradient(use_error_term=True, gradient="through")
    assert features.shape == plain.shape
    assert not torch.allclose(through, features)
    assert sae.W_dec.grad is not None


@pytest.mark.parametrize(
    ("what", "message"),
    [
        (lambda model, sae: model.saes(object()), "cfg.metadata.hook_name"),
        (lambda model, sae: model.saes({PLACE: object()}), "encode and decode"),
        (lambda model, sae: model.saes([sae, sae]), "spliced in"),
        (lambda model, sae: model.saes({"*.hook_resid_post": sae}), "one hook point"),
        (lambda model, sae: model.saes({"lm.blocks.0.attn.hook_pattern": sae}), "can't be spliced"),
        (lambda model, sae: model.saes(sae, positions="image"), "Positions are"),
    ],
)
def test_what_cannot_be_spliced_says_so(model: Any, sae: Plain, what: Any, message: str):
    with pytest.raises(InputError, match=message), what(model, sae):
        pass


def test_a_place_that_is_not_there_raises(model: Any, sae: Plain):
    with pytest.raises(HookNameError, match="layers 0-2"), model.saes({"lm.blocks.99.hook_resid_post": sae}):
        pass


def test_a_dictionary_that_does_not_fit_is_named(model: Any, inputs: Any, sae: Plain):
    with pytest.raises(InputError, match=r"Plain can't encode lm.blocks.0.attn.hook_z"):
        model.run_with_saes(inputs, {"lm.blocks.0.attn.hook_z": sae})
    backwards = ("lm.blocks.1.hook_mlp_out", "lm.blocks.1.mlp.hook_in")
    with pytest.raises(InputError, match="where it reads, where it writes"):
        model.run_with_saes(inputs, {backwards: sae})
