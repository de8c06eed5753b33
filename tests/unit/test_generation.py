"""Hooks and caches under generate: every step, with and without KV cache, beams, sampling, prompt and new tokens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from jaxtyping import TypeCheckError
from torch import Tensor

from tests import models
from vlm_lens_native import HookedVLMTransformer, InputError
from vlm_lens_native.hooks import HookPoint

FAMILIES = pytest.mark.parametrize("family", models.NAMES)
NAME = "lm.blocks.1.hook_resid_post"
SPECIAL = [100, 101, 102, 103]  # a generated image token would have no image
GREEDY = {"max_new_tokens": 4, "do_sample": False, "eos_token_id": None, "suppress_tokens": SPECIAL}


def steering(model: HookedVLMTransformer) -> Callable[[Tensor, HookPoint], Tensor]:
    vector = torch.randn(model.cfg.d_model, generator=torch.Generator().manual_seed(5)) * 3
    return lambda resid, hook: resid + vector


def by_hand(model: HookedVLMTransformer, inputs: dict[str, Tensor], rows: Callable[[int], slice]) -> Tensor:
    """Greedy generation by whole passes, steered at the rows that a prompt of so many tokens means."""
    hook = steering(model)
    n_prompt = inputs["input_ids"].shape[1]

    def edit(resid: Tensor, point: HookPoint) -> None:
        resid[:, rows(n_prompt)] = hook(resid[:, rows(n_prompt)], point)

    grown = dict(inputs)
    for _ in range(GREEDY["max_new_tokens"]):
        positions = grown["attention_mask"].cumsum(1) - 1
        extra = {} if model.cfg.rotary.n_axes == 3 else {"position_ids": positions.clamp(min=0)}
        logits = model.run_with_hooks(grown, [(NAME, edit)], **extra)[:, -1:]
        logits[..., SPECIAL] = float("-inf")
        new = logits.argmax(-1)
        grown["input_ids"] = torch.cat([grown["input_ids"], new], dim=1)
        for key, value in (("attention_mask", 1), ("mm_token_type_ids", 0)):
            if key in grown:
                grown[key] = torch.cat([grown[key], torch.full_like(new, value)], dim=1)
    return grown["input_ids"]


@FAMILIES
def test_a_static_cache_generates_the_same(family: str) -> None:
    """HF's generate then makes the masks itself, for some models one for each kind of layer."""
    model, inputs = models.model(family), models.inputs(family)
    expected = model.generate(inputs, **GREEDY, pad_token_id=0)
    assert torch.equal(model.generate(inputs, **GREEDY, pad_token_id=0, cache_implementation="static"), expected)


@FAMILIES
@pytest.mark.parametrize("use_cache", [True, False], ids=["kv_cache", "whole_passes"])
@pytest.mark.parametrize(
    ("tokens", "rows"),
    [
        ("all", lambda n_prompt: slice(None)),
        ("prompt", lambda n_prompt: slice(n_prompt)),
        ("new", lambda n_prompt: slice(n_prompt, None)),
    ],
    ids=["all", "prompt", "new"],
)
def test_steering_acts_on_the_tokens_that_are_named(family: str, tokens: str, rows, use_cache: bool) -> None:
    model, inputs = models.model(family), models.inputs(family)
    expected = by_hand(model, inputs, rows)
    with model.hooks([(NAME, steering(model))], tokens=tokens):
        generated = model.generate(inputs, use_cache=use_cache, **GREEDY)
    assert torch.equal(generated, expected)
    with model.run_with_hooks([(NAME, steering(model))], tokens=tokens):
        assert torch.equal(model.generate(model.encode(inputs), use_cache=use_cache, **GREEDY), expected)


def test_the_three_kinds_of_tokens_generate_different_answers() -> None:
    model, inputs = models.model("llava"), models.inputs("llava")
    answers = [model.generate(inputs, **GREEDY)]
    for tokens in ("all", "prompt", "new"):
        with model.hooks([(NAME, steering(model))], tokens=tokens):
            answers.append(model.generate(inputs, **GREEDY))
    assert len({tuple(answer.flatten().tolist()) for answer in answers}) == 4


@FAMILIES
@pytest.mark.parametrize(
    "how", [{"num_beams": 3}, {"do_sample": True, "num_return_sequences": 2}], ids=["beams", "samples"]
)
def test_hooks_run_with_beams_and_samples_as_without_a_kv_cache(family: str, how: dict[str, object]) -> None:
    model, inputs = models.model(family), models.inputs(family)
    answers = []
    for use_cache in (True, False):
        torch.manual_seed(0)
        with model.hooks([(NAME, steering(model))]):
            answers.append(model.generate(inputs, use_cache=use_cache, **{**GREEDY, **how}))
    torch.manual_seed(0)
    plain = model.generate(inputs, **{**GREEDY, **how})
    assert torch.equal(*answers)
    assert not torch.equal(answers[0], plain)


def test_a_hook_finds_its_position_at_every_step() -> None:
    model, inputs = models.model("llava"), models.inputs("llava")
    seen: list[tuple[int, int]] = []
    with model.hooks([(NAME, lambda x, hook: seen.append((hook.first_position, x.shape[1])))]):
        model.generate(inputs, **GREEDY)
    assert seen == [(0, 16), (16, 1), (17, 1), (18, 1)]
    assert model.hook_dict[NAME].first_position == 0  # no pass is under way


def test_rows_of_new_tokens_know_where_they_begin_without_a_kv_cache() -> None:
    model, inputs = models.model("llava"), models.inputs("llava")
    seen: list[tuple[int, int]] = []
    with model.hooks([(NAME, lambda x, hook: seen.append((hook.first_position, x.shape[1])))], tokens="new"):
        model.generate(inputs, use_cache=False, **GREEDY)
    assert seen == [(16, 1), (16, 2), (16, 3)]


@pytest.mark.parametrize("name", ["lm.blocks.1.attn.hook_mask", "lm.blocks.1.attn.hook_pattern"])
def test_queries_are_limited_where_they_are_not_the_second_axis(name: str) -> None:
    model, inputs = models.model("llava"), models.inputs("llava")
    shapes: list[tuple[int, ...]] = []

    def close_first_head(x: Tensor, hook: HookPoint) -> Tensor:
        shapes.append(tuple(x.shape[2:]))
        x = x.expand(-1, model.cfg.n_heads, -1, -1).clone()
        x[:, 0, :, 2:] = torch.finfo(x.dtype).min if hook.name.endswith("mask") else 0
        return x

    for use_cache in (True, False):
        with model.hooks([(name, close_first_head)], tokens="new"):
            model.generate(inputs, use_cache=use_cache, **GREEDY)
    assert shapes == [(1, 17), (1, 18), (1, 19), (1, 17), (2, 18), (3, 19)]


def test_what_makes_no_sense_raises() -> None:
    model, inputs = models.model("llava"), models.inputs("llava")
    with pytest.raises(InputError, match="no new tokens"):
        model.run_with_hooks(inputs, [(NAME, steering(model))], tokens="new")
    with pytest.raises((InputError, TypeCheckError), match="prompts"):
        model.hooks([(NAME, steering(model))], tokens="prompts")
