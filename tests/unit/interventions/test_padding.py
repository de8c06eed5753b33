"""Padding is no token: without positions, a row of a padded batch fares as it does alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
import torch
from torch import Tensor

from tests import models
from tests.families.checkpoints import IMAGE, pixels, random_model
from tests.families.types import config_of
from vlm_lens_native import ActivationCache, HookedVLMTransformer, InputError
from vlm_lens_native import interventions as iv
from vlm_lens_native.analysis import heads
from vlm_lens_native.analysis.corruptions import EmbeddingNoise
from vlm_lens_native.hooks import Hook

RESID, Z, OUT = "lm.blocks.1.hook_resid_pre", "lm.blocks.1.attn.hook_z", "lm.blocks.2.hook_mlp_out"
MASK, PATTERN = "lm.blocks.1.attn.hook_mask", "lm.blocks.1.attn.hook_pattern"
NAMES = [RESID, Z, OUT]
CLOSE = {"rtol": 0, "atol": 2e-5}  # logits are about 10
GRID = [pytest.mark.parametrize("family", models.NAMES), pytest.mark.parametrize("kind", models.PADDING)]


def grid(test: Callable[..., None]) -> Callable[..., None]:
    for mark in GRID:
        test = mark(test)
    return test


def drawn(*shape: int) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(3))


def doubled(model: HookedVLMTransformer, given: Any) -> ActivationCache:
    """Of a run with another stream, so that its activations are others than those that they replace."""
    twice = iv.ScaleActivation(2.0)
    with model.hooks([("lm.blocks.0.hook_resid_pre", twice)]), model.caching([*NAMES, PATTERN]) as cache:
        model(given)
    return cache


def tokens_of(given: dict[str, Tensor]) -> Tensor:
    return given["attention_mask"].bool()


# from the model and a cache of the same row (or rows) in another run, to hooks
MAKERS: dict[str, Callable[[HookedVLMTransformer, ActivationCache], list[tuple[str, Hook]]]] = {
    "zeroed": lambda model, cache: [(OUT, iv.ZeroAblation())],
    "scaled": lambda model, cache: [(RESID, iv.ScaleActivation(0.5))],
    "steered": lambda model, cache: [(RESID, iv.AddActivation(drawn(64), 0.3))],
    "added from a cache": lambda model, cache: [(RESID, iv.AddActivation(cache))],
    "patched": lambda model, cache: [(name, iv.PatchActivation(cache)) for name in (Z, OUT)],
    "patched by a vector": lambda model, cache: [(OUT, iv.PatchActivation(drawn(64)))],
    "a head patched": lambda model, cache: [(Z, iv.PatchHead(1, cache))],
    "its mean": lambda model, cache: [(name, iv.MeanAblation()) for name in NAMES],
    "a head's mean": lambda model, cache: [(Z, iv.MeanAblation(heads=[0, 2]))],
    "projected": lambda model, cache: [(RESID, iv.ProjectOut(drawn(64)))],
    "noisy": lambda model, cache: [("lm.hook_embed", EmbeddingNoise())],
    "blocked": lambda model, cache: [(MASK, iv.BlockAttention(to=[-1, -2]))],
    "unattended": lambda model, cache: [(PATTERN, iv.ZeroAttention(from_=[-1]))],
}
BY_END = ("blocked", "unattended")  # positions from the end are other tokens where a row is padded on the right


@cache
def logits_alone(family: str, row: int, what: str) -> Tensor:
    """Those of a row by itself, which the intervention changes."""
    model, own = models.model(family), models.alone(family)[row]
    logits = model.run_with_hooks(own, MAKERS[what](model, doubled(model, own)))[0]
    assert (logits - model(own).logits[0]).abs().max() > 1e-3, what
    return logits


@grid
def test_every_intervention_leaves_padding_out(family: str, kind: str) -> None:
    model, batch = models.model(family), models.padded(family, kind)
    tokens, clean = tokens_of(batch), model.run_with_cache(batch, [*NAMES, "lm.hook_embed", PATTERN, MASK])[1]
    pool = doubled(model, batch)
    for what, make in MAKERS.items():
        if what in BY_END and kind != "left":
            continue
        hooks = make(model, pool)
        with model.hooks(hooks), model.caching(first := hooks[0][0]) as cache:
            logits = model(batch).logits
        if what not in BY_END:
            assert torch.equal(cache[first][~tokens], clean[first][~tokens]), what
        for row in (0, 1):
            expected = logits_alone(family, row, what)
            torch.testing.assert_close(logits[row, tokens[row]], expected, **CLOSE, msg=lambda m, w=what: f"{w}: {m}")


@grid
def test_means_of_other_runs_are_those_of_their_tokens(family: str, kind: str) -> None:
    model, alone, batch = models.model(family), models.alone(family), models.padded(family, kind)
    pool, each = model.run_with_cache(batch, NAMES)[1], [model.run_with_cache(own, NAMES)[1] for own in alone]
    for name in NAMES:
        mean = torch.cat([cache[name][0] for cache in each]).mean(0)
        for own in alone:
            expected = model.run_with_hooks(own, [(name, iv.MeanAblation(mean))])
            torch.testing.assert_close(model.run_with_hooks(own, [(name, iv.MeanAblation(pool))]), expected, **CLOSE)


@grid
def test_rows_stand_in_for_each_other_token_by_token(family: str, kind: str) -> None:
    model, own = models.model(family), models.alone(family)[1]
    other, holed = {**own, "input_ids": own["input_ids"].clone()}, models.padded(family, "holed", (1, 1))
    other["input_ids"][0, -1] += 1
    batch = models.padded(family, kind, (1, 1))
    batch["input_ids"][1, tokens_of(batch)[1].nonzero()[-1]] += 1
    for key in ("input_ids", "attention_mask", "position_ids"):  # rows that are padded in different places
        if key in batch:
            batch[key][0] = holed[key][0]
    if "mm_token_type_ids" in batch:
        batch["mm_token_type_ids"][0] = holed["mm_token_type_ids"][0]
    tokens = tokens_of(batch)
    caches = [model.run_with_cache(each, RESID)[1] for each in (own, other)]
    logits = model.run_with_hooks(batch, [(RESID, iv.ResampleAblation())])
    for row, (each, donor) in enumerate(zip((own, other), reversed(caches), strict=True)):
        expected = model.run_with_hooks(each, [(RESID, iv.PatchActivation(donor))])
        torch.testing.assert_close(logits[row, tokens[row]], expected[0], **CLOSE)
    pool = model.run_with_cache(batch, RESID)[1]
    for seed in range(3):
        drawn_alone = model.run_with_hooks(own, [(RESID, iv.ResampleAblation(pool, seed=seed))])
        expected = [model.run_with_hooks(own, [(RESID, iv.PatchActivation(cache))]) for cache in caches]
        assert min((drawn_alone - each).abs().max() for each in expected) < 2e-5


@pytest.mark.parametrize("kind", models.PADDING)
def test_rows_with_other_numbers_of_tokens_raise(kind: str) -> None:
    model, (longer, shorter), batch = models.model("llava"), models.alone("llava"), models.padded("llava", kind)
    pool, own = model.run_with_cache(batch, RESID)[1], model.run_with_cache(longer, RESID)[1]
    refused: list[tuple[Any, Hook]] = [
        (batch, iv.ResampleAblation()),
        (batch, iv.ResampleAblation(own)),
        (batch, iv.ResampleAblation(pool[RESID])),
        (batch, iv.PatchActivation(own)),
        (batch, iv.PatchActivation(own[RESID])),
        (batch, iv.PatchActivation(pool[RESID][:1])),
        (shorter, iv.ResampleAblation(own)),
        (shorter, iv.PatchActivation(own)),
    ]
    for given, hook in refused:
        with pytest.raises(InputError, match=r"tokens, which are padded|positions are chosen|are to be changed"):
            model.run_with_hooks(given, [(RESID, hook)])
    at = tokens_of(batch)[0].nonzero()[:3, 0].tolist()
    there = model.run_with_hooks(batch, [(RESID, iv.PatchActivation(pool[RESID][0], positions=at, rows=0))])
    torch.testing.assert_close(there, model(batch).logits, **CLOSE)


def test_padding_of_a_cache_never_stands_in_for_a_token() -> None:
    model, batch = models.model("llava"), models.padded("llava", "left", (1, 1))
    pool, (_, own) = model.run_with_cache(batch, RESID)[1], models.alone("llava")
    longer = {name: value[:1] for name, value in models.padded("llava", "right", (1, 1)).items()}
    del longer["attention_mask"], longer["position_ids"]  # fifteen tokens, where the pool has ten behind padding
    one = {name: value[:1] for name, value in batch.items()}
    padded_row = model.run_with_cache(one, RESID)[1]
    with pytest.raises(InputError, match="10 positions of the value, but 15"):
        model.run_with_hooks(longer, [(RESID, iv.PatchActivation(padded_row))])
    with pytest.raises(InputError, match=r"padding of the value \(.*\) would stand in for the token at position 2"):
        model.run_with_hooks(longer, [(RESID, iv.PatchActivation(padded_row, positions=[2, 7]))])
    expected = model(own).logits
    torch.testing.assert_close(model.run_with_hooks(own, [(RESID, iv.PatchActivation(padded_row))]), expected, **CLOSE)
    mixed = model.run_with_cache(models.padded("llava", "holed"), RESID)[1]
    logits = model.run_with_hooks(own, [(RESID, iv.PatchActivation(mixed.row(-1)))])
    torch.testing.assert_close(logits, expected, **CLOSE)
    with pytest.raises(InputError, match="16 positions of the value, but 10"):
        model.run_with_hooks(own, [(RESID, iv.PatchActivation(mixed.row(0)))])
    for one, why in (
        (mixed, "row"),
        (ActivationCache(mixed.steps), "attach"),
        (mixed.row(0).remove_batch_dim(), "remove_batch_dim"),
    ):
        with pytest.raises(InputError, match=why):
            one.row(2)
    assert torch.equal(pool.tokens["pos"], tokens_of(batch))
    assert torch.equal(ActivationCache(pool.steps).tokens["pos"], tokens_of(batch))


@pytest.mark.parametrize("how", ["encoded", "prefilled", "generated"])
@pytest.mark.parametrize("kind", ["left", "holed"])
@pytest.mark.parametrize("family", ["llava", "qwen2_5_vl"])
def test_encoded_prefilled_and_generated_rows_are_as_alone(family: str, kind: str, how: str) -> None:
    model, alone, batch = models.model(family), models.alone(family), models.padded(family, kind)
    tokens = tokens_of(batch)
    vector = drawn(64)
    hooks: list[tuple[str, Hook]] = [
        (RESID, iv.MeanAblation() if how != "prefilled" else iv.AddActivation(vector)),
        (OUT, iv.AddActivation(vector)),
    ]
    if how == "generated":
        hooks = hooks[1:]
        if kind == "holed":
            pytest.skip("HF goes on behind the last position, which is padding")
        options = {"max_new_tokens": 4, "min_new_tokens": 4, "do_sample": False, "pad_token_id": 0}
        with model.hooks(hooks):
            together = model.generate({k: v for k, v in batch.items() if k != "position_ids"}, **options)[:, -4:]
            for row, own in enumerate(alone):
                assert torch.equal(together[row], model.generate(own, **options)[0, -4:])
        return
    encoded = model.encode(batch)
    given = model.prefill(encoded, 6) if how == "prefilled" else encoded
    logits = model.run_with_hooks(given, hooks)
    kept = tokens[:, 6:] if how == "prefilled" else tokens
    for row, own in enumerate(alone):
        behind = int(tokens[row, :6].sum()) if how == "prefilled" else 0
        own_given = model.prefill(model.encode(own), behind) if behind else own
        expected = model.run_with_hooks(own_given, hooks)
        torch.testing.assert_close(logits[row, kept[row]], expected[0], **CLOSE)


def test_caches_keep_which_positions_are_tokens(tmp_path) -> None:
    model, batch = models.model("llava"), models.padded("llava", "holed")
    tokens = tokens_of(batch)
    cache = model.run_with_cache(batch, RESID, positions=[0, 1, 2, -2])[1]
    assert torch.equal(cache.tokens["pos"], tokens[:, [0, 1, 2, -2]])
    cache.save(tmp_path / "cache.safetensors")
    loaded = ActivationCache.load(tmp_path / "cache.safetensors")
    assert torch.equal(loaded.tokens["pos"], cache.tokens["pos"])
    one = {name: value[-1:] for name, value in batch.items()}
    bare = model.run_with_cache(one, RESID, remove_batch_dim=True)[1]
    assert torch.equal(bare.tokens["pos"], tokens[-1])
    logits = model.run_with_hooks(models.alone("llava")[1], [(RESID, iv.PatchActivation(bare))])
    torch.testing.assert_close(logits, model(models.alone("llava")[1]).logits, **CLOSE)
    assert model.run_with_cache(models.alone("llava")[0], RESID)[1].tokens == {}


@pytest.mark.parametrize("family", ["qwen2_5_vl", "qwen3_vl"])
def test_what_smaller_images_are_filled_up_with_is_no_patch(family: str) -> None:
    """Images of different sizes are rows of different lengths in the vision encoder."""
    model, batch, alone = models.model(family), models.inputs(family), models.alone(family)
    for name in ("vision.blocks.1.hook_resid_pre", "vision.blocks.1.attn.hook_z", "adapter.hook_out"):
        plain = model.run_with_cache(batch, name)[1]
        own = plain.tokens["token" if "out" in name else "patch"]
        assert own[0].sum() != own[1].sum()
        means = torch.stack([x[mask].mean(0) for x, mask in zip(plain[name], own, strict=True)])
        with model.hooks([(name, iv.MeanAblation())]), model.caching(name) as cache:
            model(batch)
        torch.testing.assert_close(
            cache[name], torch.where(own.view(*own.shape, *[1] * (plain[name].ndim - 2)), means[:, None], 0.0)
        )
        of_all = torch.cat([x[mask] for x, mask in zip(plain[name], own, strict=True)]).mean(0)
        expected = model.run_with_hooks(alone[1], [(name, iv.MeanAblation(of_all))])
        logits = model.run_with_hooks(alone[1], [(name, iv.MeanAblation(plain))])
        torch.testing.assert_close(logits, expected, **CLOSE)


@pytest.mark.parametrize("kind", models.PADDING)
def test_positions_that_name_padding_raise_where_they_act(kind: str) -> None:
    """Numbers count columns of the batch, so of rows padded on the left they name other tokens, or none."""
    model, batch = models.model("llava"), models.padded("llava", kind)
    tokens = tokens_of(batch)
    column = int((~tokens[1]).nonzero()[0])
    mask = torch.arange(tokens.shape[1]) == column
    pool = doubled(model, batch)
    named = [column, column - tokens.shape[1], [column], slice(column, column + 1), mask, torch.stack([~mask, mask])]
    hooks: list[tuple[str, Any]] = [(RESID, iv.ZeroAblation(positions=each, rows=1)) for each in named]
    known = [int(tokens.all(0).nonzero()[0])]
    hooks += [
        (RESID, iv.MeanAblation(positions=known, source_positions=[column])),
        (RESID, iv.MeanAblation(pool, positions=known, source_positions=[column])),
        (RESID, iv.PatchActivation(pool, positions=known, source_positions=[column])),
        (MASK, iv.BlockAttention(to=[column])),
        (PATTERN, iv.ZeroAttention(from_=[column])),
        (MASK, iv.BlockAttention([[known[0], column]])),
        (MASK, iv.BlockAttention([[column, known[0]]])),
    ]
    for name, hook in hooks:
        with pytest.raises(InputError, match=r"row [01] are padding|padding of the value"):
            model.run_with_hooks(batch, [(name, hook)])
    everything = [iv.MeanAblation(positions=each) for each in (slice(None), slice(0, None), None)]
    first, *rest = (model.run_with_hooks(batch, [(RESID, hook)]) for hook in everything)
    assert all(torch.equal(each, first) for each in rest)
    model.run_with_hooks(batch, [(RESID, iv.ZeroAblation(positions=known))])
    steps = {key: value for key, value in batch.items() if key != "position_ids"}
    with model.hooks([(RESID, iv.AddActivation(drawn(64), positions=known))]):  # later steps know it too
        model.generate(steps, max_new_tokens=2, min_new_tokens=2, do_sample=False, pad_token_id=0)


@pytest.mark.parametrize("kind", models.PADDING)
def test_an_index_that_is_padding_in_some_row_is_no_row_of_a_cache(kind: str) -> None:
    model, batch = models.model("llava"), models.padded("llava", kind)
    tokens = tokens_of(batch)
    column = int((~tokens[1]).nonzero()[0])
    everything = model.run_with_cache(batch)[1]
    for index in (column, column - tokens.shape[1]):
        with pytest.raises(InputError, match=r"padding in the rows \[.*1\].*layout.last"):
            model.run_with_cache(batch, RESID, positions=index)
        with pytest.raises(InputError, match="padding in the rows"), model.observing(RESID, print, positions=index):
            model(batch)
        with pytest.raises(InputError, match="padding"):
            heads.attention_mass(model, batch, to=[index], layers=[0])
        with pytest.raises(InputError, match="padding in the rows"):
            everything.accumulated_resid(pos_slice=index)
    cache = model.run_with_cache(batch, RESID, positions=slice(column, column + 2))[1]
    assert torch.equal(cache.tokens["pos"], tokens[:, column : column + 2])
    model.run_with_cache(batch, RESID, positions=int(tokens.all(0).nonzero()[0]))


@pytest.mark.parametrize("how", ["sdpa", "eager"])
def test_patches_outside_a_pixel_mask_are_none(how: str) -> None:
    """Idefics and SmolVLM take images as one batch, with a mask of the pixels that are theirs."""
    model, batch = models.model("smolvlm", how), models.inputs("smolvlm")
    pixels = batch["pixel_values"]
    mask = torch.ones(*pixels.shape[:2], *pixels.shape[3:], dtype=torch.long)
    mask[0, 0, :, pixels.shape[-1] // 2 :] = 0
    batch = {**batch, "pixel_attention_mask": mask}
    for name in ("vision.blocks.0.hook_resid_pre", "vision.blocks.1.attn.hook_z"):
        plain = model.run_with_cache(batch, name)[1]
        own, value = plain.tokens["patch"], plain[name]
        assert own.shape == value.shape[:2]
        assert [int(n) for n in own.sum(1)] == [own.shape[1] // 2] + [own.shape[1]] * (len(own) - 1)
        means = torch.stack([x[kept].mean(0) for x, kept in zip(value, own, strict=True)])
        with model.hooks([(name, iv.MeanAblation())]), model.caching(name) as cache:
            model(batch)
        expected = torch.where(own.view(*own.shape, *[1] * (value.ndim - 2)), means[:, None], value)
        torch.testing.assert_close(cache[name], expected)
        with pytest.raises(InputError, match="of row 0 are padding"):
            model.run_with_hooks(batch, [(name, iv.ZeroAblation(positions=-1))])
    without = {**batch, "pixel_attention_mask": torch.ones_like(mask)}
    assert model.run_with_cache(without, name)[1].tokens.get("patch") is None


def test_patches_that_fill_up_smaller_images_are_none_in_siglip_2() -> None:
    model = HookedVLMTransformer.from_hf(random_model(config_of("lfm2_vl")))
    own = torch.ones(2, 16, dtype=torch.bool)
    own[1, 8:] = False
    batch = {
        "input_ids": torch.tensor([[1, 5, *[IMAGE] * 4, 6, *[IMAGE] * 2, 7]]),
        "pixel_values": pixels(2, 16, 48, seed=0),
        "spatial_shapes": torch.tensor([[4, 4], [4, 2]]),
        "pixel_attention_mask": own.long(),
    }
    name = "vision.blocks.0.hook_resid_pre"
    plain = model.run_with_cache(batch, name)[1]
    assert torch.equal(plain.tokens["patch"], own)
    with model.hooks([(name, iv.MeanAblation())]), model.caching(name) as cache:
        model(batch)
    for kept, x, before in zip(own, cache[name], plain[name], strict=True):
        torch.testing.assert_close(x[kept], before[kept].mean(0).expand_as(x[kept]))
        assert torch.equal(x[~kept], before[~kept])
