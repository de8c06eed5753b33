"""Interventions go on meaning the same tokens under generate: with and without KV cache, in beams, samples, prefill."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
import torch
from torch import Tensor

from tests import models
from tests.families import test_llava
from tests.families.checkpoints import random_model
from tests.greedy import by_whole_passes, greedy
from vlm_lens_native import HookedVLMTransformer, InputError
from vlm_lens_native._transformers import KV_CACHE
from vlm_lens_native.interventions import (
    AddActivation,
    BlockAttention,
    MeanAblation,
    PatchActivation,
    PatchHead,
    ResampleAblation,
    ScaleActivation,
    SetAttentionMask,
    ZeroAblation,
    ZeroAttention,
)

FAMILIES = pytest.mark.parametrize("family", models.NAMES)
RESID, MASK, PATTERN = "lm.blocks.1.hook_resid_pre", "lm.blocks.1.attn.hook_mask", "lm.blocks.1.attn.hook_pattern"
GREEDY = greedy(3)
WAYS = [{}, {"num_beams": 3}, {"do_sample": True, "num_return_sequences": 2}]


def drawn(*shape: int, seed: int = 3) -> Tensor:
    return 3 * torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def own(inputs: dict[str, Tensor]) -> Tensor:
    """Positions that differ from row to row, in place and number."""
    n = inputs["input_ids"].shape[1]
    mask = torch.zeros(2, n, dtype=torch.bool)
    mask[0, [2, 3, n - 4]] = mask[1, [n - 3]] = True
    return mask


def generated(model: HookedVLMTransformer, inputs: Any, hooks: Sequence[Any], **how: Any) -> Tensor:
    torch.manual_seed(0)
    with model.hooks(hooks):
        return model.generate(inputs, **{**GREEDY, **how})


def cases(model: HookedVLMTransformer, inputs: dict[str, Tensor]) -> list[tuple[Any, str, Callable[[Tensor], Any]]]:
    """Interventions, where they go, and the same edit by hand on an activation of the whole sequence."""
    n, d, mask = inputs["input_ids"].shape[1], model.cfg.d_model, own(inputs)
    vector, whole = drawn(d), drawn(2, n, d, seed=4)
    lowest = torch.finfo(torch.float32).min

    def scale(x: Tensor) -> None:
        x[:, [at for at in (1, n + 1) if at < x.shape[1]]] *= 0.1

    def block(x: Tensor) -> None:
        for row in range(2):
            x[row, :, :, :n][:, :, mask[row]] = lowest

    def block_some(x: Tensor) -> Tensor:
        x = x.repeat_interleave(model.cfg.n_heads, dim=1)
        x[:, 1, n - 1 : n + 2, n - 6 : n - 1] = lowest
        return x

    def without_weights(x: Tensor) -> None:
        x[0, :, n:, 2:5] = 0

    return [
        (ZeroAblation(positions=mask), RESID, lambda x: x[:, :n].masked_fill_(mask[..., None], 0)),
        (AddActivation(vector), RESID, lambda x: x.add_(vector)),
        (AddActivation(vector, positions=slice(n, None)), RESID, lambda x: x[:, n:].add_(vector)),
        (ScaleActivation(0.1, positions=[1, n + 1]), RESID, scale),
        (PatchActivation(whole), RESID, lambda x: x[:, :n].copy_(whole)),
        (
            PatchActivation(whole, positions=mask, rows=0),
            RESID,
            lambda x: x[0, :n].masked_scatter_(mask[0, :, None], whole[0, mask[0]]),
        ),
        (PatchActivation(whole, positions=slice(n - 3, None)), RESID, lambda x: x[:, n - 3 : n].copy_(whole[:, -3:])),
        (BlockAttention(to=mask), MASK, block),
        (BlockAttention(from_=[n - 1, n, n + 1], to=slice(n - 6, n - 1), heads=1), MASK, block_some),
        (ZeroAttention(from_=slice(n, None), to=[2, 3, 4], rows=0), PATTERN, without_weights),
    ]


@FAMILIES
def test_every_step_is_edited_as_a_whole_pass_would_be(family: str) -> None:
    """Position-addressed hooks raise at decode steps in other tools."""
    model, inputs = models.model(family), models.level(family)
    plain, different = generated(model, inputs, []), 0
    for maker, name, edit in cases(model, inputs):

        def by_hand(x: Tensor, hook: object, edit: Callable[[Tensor], Any] = edit) -> Tensor | None:
            result = edit(x)  # in place, but for the mask that is made one for each head
            return result if isinstance(result, Tensor) and result.shape[1] == model.cfg.n_heads else None

        expected = by_whole_passes(model, inputs, [(name, by_hand)], 3)
        for use_cache in (True, False):
            assert torch.equal(generated(model, inputs, [(name, maker)], use_cache=use_cache), expected), maker
        different += not torch.equal(expected, plain)
    assert different >= 6


@FAMILIES
@pytest.mark.parametrize("how", WAYS, ids=["greedy", "beams", "samples"])
def test_rows_and_selections_follow_into_beams_and_samples(family: str, how: dict[str, Any]) -> None:
    model, inputs = models.model(family), models.level(family)
    mask, copies = own(inputs), how.get("num_beams", how.get("num_return_sequences", 1))
    value = drawn(2, inputs["input_ids"].shape[1], model.cfg.d_model)
    for use_cache in (True, False):
        with model.run_with_cache([RESID, PATTERN]) as cache:
            generated(
                model,
                inputs,
                [
                    (RESID, PatchActivation(value, positions=mask)),
                    (PATTERN, ZeroAttention(to=[3], rows=1, heads=2)),
                    (RESID, ScaleActivation(0.0, positions=0, rows=0)),
                ],
                use_cache=use_cache,
                **how,
            )
        first, last = cache.steps[0], cache.steps[-1]
        for row in range(2 * copies):
            prompt = row // copies
            assert torch.equal(first[RESID][row][mask[prompt]], value[prompt][mask[prompt]])
            assert first[RESID][row, 0].any() == (prompt == 1)
            assert last[PATTERN][row, 2, -1, 3].any() == (prompt == 0)
            assert first[PATTERN][row, 1, -1, 4 if prompt == 0 else -1] > 0
            if not use_cache:
                assert torch.equal(last[RESID][row][: mask.shape[1]][mask[prompt]], value[prompt][mask[prompt]])


@pytest.mark.parametrize("family", ["llava", "qwen3_vl"])
@pytest.mark.parametrize("how", WAYS[1:], ids=["beams", "samples"])
def test_beams_and_samples_are_the_same_without_a_kv_cache(family: str, how: dict[str, Any]) -> None:
    model, inputs = models.model(family), models.level(family)
    plain, different = generated(model, inputs, [], **how), 0
    for maker, name, _ in cases(model, inputs)[::2]:
        answers = [generated(model, inputs, [(name, maker)], use_cache=use_cache, **how) for use_cache in (True, False)]
        assert torch.equal(*answers), maker
        different += not torch.equal(answers[0], plain)
    assert different >= 3


@pytest.mark.parametrize("positions", [None, [4, 9]], ids=["all", "some"])
def test_donors_are_rows_of_the_prompt_copy_for_copy(positions: list[int] | None) -> None:
    model, inputs = models.model("llava"), models.level("llava")
    inputs["attention_mask"] = torch.ones_like(inputs["attention_mask"])  # rows of as many tokens
    before: list[Tensor] = []
    hooks = [(RESID, lambda x, hook: before.append(x.clone())), (RESID, ResampleAblation(positions=positions))]
    with model.run_with_cache(RESID) as cache:
        generated(model, inputs, hooks, do_sample=True, num_return_sequences=2)
    last = cache.steps[-1][RESID]
    assert not torch.equal(before[-1][0], before[-1][1])  # samples differ by now
    assert torch.equal(last, before[-1].roll(2, 0) if positions is None else before[-1])
    chosen = positions or slice(None)
    assert torch.equal(cache.steps[0][RESID][:, chosen], before[0].roll(2, 0)[:, chosen])


@pytest.mark.parametrize("tokens", ["prompt", "new"])
@pytest.mark.parametrize("use_cache", [True, False], ids=["kv_cache", "whole_passes"])
def test_they_can_be_limited_to_the_prompt_or_to_new_tokens(tokens: str, use_cache: bool) -> None:
    model, inputs = models.model("llava"), models.level("llava")
    for name, maker in (
        (RESID, AddActivation(drawn(64))),
        (RESID, ZeroAblation(positions=slice(12, 18))),
        (MASK, BlockAttention(to=[13, 14], heads=1)),
        (MASK, BlockAttention(from_=slice(14, 18), to=slice(8, 12))),
    ):
        with model.run_with_cache([RESID, PATTERN]) as free:
            generated(model, inputs, [(name, maker)], use_cache=False)
        with model.run_with_cache([RESID, PATTERN]) as cache, model.hooks([(name, maker)], tokens=tokens):
            generated(model, inputs, [], use_cache=use_cache)
        point = RESID if name == RESID else PATTERN
        first = cache.steps[0][point]
        assert torch.equal(first, free.steps[0][point]) == (tokens == "prompt")
        if name == MASK and tokens == "new":
            assert not cache.steps[-1][PATTERN][:, 1, -1, 13:15].any() or maker.heads is None
            assert cache.steps[-1][PATTERN][:, 0, -1, 13:15].all()
            closed = cache.steps[-1][PATTERN][:, :, -1, 8:12]
            assert closed.any() == (maker.heads is not None)


def test_negative_positions_count_from_the_end_of_each_pass() -> None:
    model, inputs = models.model("llava"), models.level("llava")
    with model.run_with_cache(RESID) as cache:
        generated(model, inputs, [(RESID, ZeroAblation(positions=-1))])
    assert all(not step[RESID][:, -1].any() for step in cache.steps)
    with model.run_with_cache(RESID) as cache, model.hooks([(RESID, ZeroAblation(positions=-1))], tokens="prompt"):
        generated(model, inputs, [])
    assert [bool(step[RESID][:, -1].any()) for step in cache.steps] == [False, True, True]


@pytest.mark.parametrize("use_cache", [True, False], ids=["kv_cache", "whole_passes"])
def test_values_of_the_prompt_leave_new_tokens_alone(use_cache: bool) -> None:
    model, inputs = models.model("llava"), models.level("llava")
    other = {**inputs, "pixel_values": inputs["pixel_values"] + 1}
    names = ["lm.*.hook_pattern", "lm.*.hook_mask", "lm.*.hook_z"]
    _, source = model.run_with_cache(other, names)
    for name in names:
        with model.run_with_cache(name) as cache:
            generated(model, inputs, [(name, PatchActivation(source))], use_cache=use_cache)
        for step in cache.steps if not use_cache else cache.steps[:1]:
            for key, value in step.items():
                part = value[:, :16] if name.endswith("z") else value[:, :, :16, :16]
                assert torch.equal(part, source[key])
        last = cache.steps[-1]
        assert all(torch.isfinite(value).all() for value in last.values())
    with model.run_with_cache("lm.*.hook_z") as cache:
        generated(model, inputs, PatchHead(1, source).hooks(model), use_cache=use_cache)
    assert torch.equal(cache.steps[0]["lm.blocks.2.attn.hook_z"][:, :, 1], source["lm.blocks.2.attn.hook_z"][:, :, 1])


@pytest.mark.parametrize("use_cache", [True, False], ids=["kv_cache", "whole_passes"])
def test_a_mask_holds_for_the_positions_that_it_covers(use_cache: bool) -> None:
    model, inputs = models.model("llava"), models.level("llava")
    window = torch.ones(18, 18, dtype=torch.bool).tril().triu(-2)
    for n in (16, 17, 18):
        with model.run_with_cache(PATTERN) as cache:
            generated(model, inputs, [(MASK, SetAttentionMask(window[:n, :n]))], use_cache=use_cache)
        seen = [(step[PATTERN][0, 0, -1] > 0).sum().item() for step in cache.steps]
        assert seen == [3] + [3 if 16 + step < n else 17 + step for step in range(2)]
        if not use_cache:
            assert torch.equal(cache.steps[-1][PATTERN][0, 0, :16, :16] > 0, window[:16, :16])


@pytest.mark.parametrize("use_cache", [True, False], ids=["kv_cache", "whole_passes"])
def test_keys_mean_the_same_tokens_in_a_sliding_window(use_cache: bool) -> None:
    """The KV cache of such a layer begins at a later position than 0."""
    model = HookedVLMTransformer.from_hf(random_model(test_llava.config("mistral with a window")))
    inputs = models.level("llava")
    with model.run_with_cache(PATTERN) as cache:
        generated(model, inputs, [(MASK, BlockAttention(to=[13, 15, 17], heads=[0]))], use_cache=use_cache)
    for step, values in enumerate(cache.steps):
        query, pattern = 15 + step, values[PATTERN][0, :, -1]
        window = range(query - 4, query + 1)
        weights = pattern[:, -5:] if use_cache and step else pattern[:, query - 4 : query + 1]
        for key, weight in zip(window, weights.T, strict=True):
            assert weight[1:].all()
            assert bool(weight[0]) == (key not in (13, 15, 17)), (query, key)


def test_a_prefill_and_the_rest_are_edited_as_a_whole_pass_would_be() -> None:
    model, inputs = models.model("qwen3_vl"), models.level("qwen3_vl")
    n, mask = inputs["input_ids"].shape[1], own(inputs)
    other = {**inputs, "pixel_values": inputs["pixel_values"].flip(0)}
    _, source = model.run_with_cache(other, "lm.*")
    for hooks in (
        [(RESID, ZeroAblation(positions=mask))],
        [(RESID, ScaleActivation(3.0, positions=[4, n - 2]))],
        [("lm.*.hook_resid_mid", PatchActivation(source, positions=[4, n - 2]))],
        [("lm.*.hook_mask", BlockAttention(to=mask, heads=2))],
        [("lm.*.hook_mask", SetAttentionMask(torch.ones(n, n, dtype=torch.bool).tril().triu(-3)))],
    ):
        expected = model.run_with_hooks(inputs, hooks)[:, -3:]
        with model.hooks(hooks):
            rest = model.prefill(inputs, n - 3)
            assert torch.allclose(model(rest).logits, expected, atol=1e-4), hooks
    rest = model.prefill(inputs, n - 3)
    _, cache = model.run_with_cache(model.prefill(other, n - 3), RESID)
    patched = model.run_with_hooks(rest, [(RESID, PatchActivation(cache))])
    by_hand = model.run_with_hooks(rest, [(RESID, lambda x, hook: cache[RESID])])
    assert torch.equal(patched, by_hand)
    with model.hooks([(RESID, PatchActivation(drawn(n - 3, 64)))]), pytest.raises(InputError, match="does not fit"):
        model.prefill(inputs, n - 3)
    apart = torch.zeros(2, n, dtype=torch.bool)
    apart[0, n - 2] = apart[1, 9] = True
    with pytest.raises(InputError, match="lie before position"):
        model.run_with_hooks(rest, [(RESID, ResampleAblation(positions=apart))])


def test_steps_written_by_hand_keep_the_prompts_positions() -> None:
    model, inputs = models.model("llava"), models.level("llava")
    mask, new = own(inputs), torch.tensor([[7], [8]])
    hooks = [(RESID, ZeroAblation(positions=mask)), (MASK, BlockAttention(to=mask))]
    grown = {
        **inputs,
        "input_ids": torch.cat([inputs["input_ids"], new], 1),
        "attention_mask": torch.cat([inputs["attention_mask"], torch.ones_like(new)], 1),
    }
    longer = torch.cat([mask, torch.zeros(2, 1, dtype=torch.bool)], dim=1)
    whole = [(RESID, ZeroAblation(positions=longer)), (MASK, BlockAttention(to=longer))]
    positions = (grown["attention_mask"].cumsum(1) - 1).clamp(min=0)
    expected = model.run_with_hooks(grown, whole, position_ids=positions)[:, -1]
    with model.hooks(hooks):
        first = model(inputs, position_ids=positions[:, :-1], use_cache=True)
        step = {"input_ids": new, "attention_mask": grown["attention_mask"], "past_key_values": first[KV_CACHE]}
        assert torch.allclose(model(step, position_ids=positions[:, -1:]).logits[:, -1], expected, atol=1e-4)


def test_what_does_not_belong_to_the_prompt_raises() -> None:
    model, inputs = models.model("llava"), models.level("llava")
    for hooks, message in (
        ([(RESID, ZeroAblation(positions=torch.ones(2, 17, dtype=torch.bool)))], "the prompt's 16 positions"),
        ([(RESID, ZeroAblation(positions=torch.ones(3, 16, dtype=torch.bool)))], "3 rows were given"),
        ([(RESID, ZeroAblation(positions=torch.ones(6, 16, dtype=torch.bool)))], "6 rows were given"),
        ([(RESID, ZeroAblation(positions=-17))], "outside the sequence"),
        ([(RESID, ZeroAblation(rows=2))], "numbered 0 to 1"),
        ([(RESID, PatchActivation(drawn(15, 64)))], "does not fit"),
        ([(MASK, SetAttentionMask(torch.ones(15, 15, dtype=torch.bool)))], "does not fit"),
        ([(RESID, MeanAblation(source_positions=[3, 4]))], 'tokens="prompt"'),
    ):
        with pytest.raises(InputError, match=message):
            generated(model, inputs, hooks, num_beams=3)


def test_a_cache_takes_selections_without_a_kv_cache_too() -> None:
    model, inputs = models.model("llava"), models.level("llava")
    mask = torch.zeros(2, 16, dtype=torch.bool)
    mask[0, 5] = mask[1, 9] = True
    with model.run_with_cache(RESID, positions=mask) as cache:
        generated(model, inputs, [], use_cache=False)
    whole = model.run_with_cache(inputs, RESID)[1][RESID]
    assert all(torch.allclose(step[RESID][:, 0], whole[[0, 1], [5, 9]], atol=1e-5) for step in cache.steps[:1])
    assert [step[RESID].shape[1] for step in cache.steps] == [1, 1, 1]
    with pytest.raises(InputError, match="4 rows were given"):
        model.run_with_cache(inputs, RESID, positions=torch.cat([mask, mask]))
    with pytest.raises(InputError, match="1 rows were given"):
        model.run_with_cache(inputs, RESID, positions=mask[:1])
