"""Detectors say what the patterns hold: against loops over cached patterns, and on patterns written by hand."""

from __future__ import annotations

import gc
import weakref
from functools import cache
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from tests import models
from tests.families import test_llava
from tests.families.checkpoints import random_model
from vlm_lens_native import ActivationCache, HookedVLMTransformer, InputError
from vlm_lens_native.analysis import heads
from vlm_lens_native.analysis.heads import HeadScores
from vlm_lens_native.analysis.registers import find_registers
from vlm_lens_native.components import attention
from vlm_lens_native.toys.scenes import Scene

EACH = pytest.mark.parametrize("case", models.CASES)


@cache
def whole(case: str) -> tuple[Any, dict[str, Tensor], ActivationCache]:
    model, inputs = models.case(case)
    return model, inputs, model.run_with_cache(inputs, "lm.*.hook_pattern")[1]


def by_loops(kept: ActivationCache, queries: Tensor, goes_to: Any) -> Tensor:
    """The mean over queries of the attention to those keys of which ``goes_to(row, query, key)`` is true."""
    patterns = kept.stack("lm.*.hook_pattern")
    rows = []
    for row in range(len(queries)):
        per_query = []
        for query in queries[row].nonzero().flatten().tolist():
            keys = [key for key in range(patterns.shape[-1]) if goes_to(row, query, key)]
            if keys:
                per_query.append(patterns[:, row, :, query, keys].sum(-1))
        rows.append(torch.stack(per_query).mean(0))
    return torch.stack(rows)


def assert_close(scores: HeadScores, expected: Tensor) -> None:
    torch.testing.assert_close(scores.by_row, expected, rtol=1e-5, atol=1e-6)
    torch.testing.assert_close(scores.scores, expected.mean(0), rtol=1e-5, atol=1e-6)


@EACH
def test_attention_mass_by_loops(case: str) -> None:
    model, inputs, kept = whole(case)
    tokens, image = inputs["attention_mask"].bool(), inputs["input_ids"] == 100
    generator = torch.Generator().manual_seed(0)
    from_, to = ((torch.rand(tokens.shape, generator=generator) > 0.6) & tokens for _ in range(2))
    from_[:, -1] = True
    scores = heads.attention_mass(model, inputs, from_=from_, to=to, layers=[-1, 0])
    assert scores.layers == (0, 2)
    expected = by_loops(kept, from_, lambda row, _, key: to[row, key])[:, [0, 2]]
    assert_close(scores, expected)
    assert scores.n_queries.tolist() == from_.sum(1).tolist()
    with pytest.raises(InputError, match="Position 0 of row 1 is padding"):
        heads.attention_mass(model, inputs, to=[0])
    last = torch.zeros_like(tokens)
    last[:, -1] = True
    expected = by_loops(kept, last, lambda row, _, key: image[row, key])
    assert_close(heads.image_mass(model, inputs), expected)
    assert_close(heads.image_mass(model, model.encode(inputs)), expected)


@EACH
def test_detectors_of_text_by_loops(case: str) -> None:
    model, inputs, kept = whole(case)
    inputs = {key: value.clone() for key, value in inputs.items()}
    text = inputs["attention_mask"].bool() & (inputs["input_ids"] < 90)
    for row in range(2):  # the text's first half, said again, and one token twice in a row
        at = text[row].nonzero().flatten()
        half = len(at) // 2
        inputs["input_ids"][row, at[0]] = 0  # as the padding, which does not count as said before
        inputs["input_ids"][row, at[-half:]] = inputs["input_ids"][row, at[:half]].clone()
        inputs["input_ids"][row, -1] = inputs["input_ids"][row, -2]
    ids, tokens = inputs["input_ids"], inputs["attention_mask"].bool()
    text = tokens & (ids != 100)
    kept = model.run_with_cache(inputs, "lm.*.hook_pattern")[1]

    def said_before(row: int, query: int, key: int) -> bool:
        return bool(key < query and ids[row, key] == ids[row, query] and text[row, key] and text[row, query])

    def followed(row: int, query: int, key: int) -> bool:
        return 0 < key < query and said_before(row, query, key - 1)

    def before(row: int, query: int, key: int) -> bool:
        return key == query - 1 and bool(tokens[row, key])

    assert_close(heads.duplicate_token(model, inputs), by_loops(kept, text, said_before))
    assert_close(heads.duplicate_token(model, inputs, from_=slice(None)), by_loops(kept, text, said_before))
    assert_close(heads.induction(model, inputs), by_loops(kept, text, followed))
    assert_close(heads.previous_token(model, inputs), by_loops(kept, tokens, before))
    some = heads.previous_token(model, inputs, from_=[-1, -3])
    chosen = torch.zeros_like(tokens)
    chosen[:, [-1, -3]] = True
    assert_close(some, by_loops(kept, chosen, before))


@pytest.mark.parametrize("which", ["induction", "duplicate_token", "previous_token"])
def test_a_head_that_does_nothing_else_scores_one(which: str) -> None:
    model = models.model("qwen2_5_vl")
    length = 10
    back = {"induction": length - 1, "duplicate_token": length, "previous_token": 1}[which]

    def only(pattern: Tensor, hook: object) -> Tensor:
        pattern = pattern.clone()
        pattern[:, 2] = 0
        n_pos = pattern.shape[-1]
        query = torch.arange(back, n_pos)
        pattern[:, 2, query, query - back] = 1
        return pattern

    text = heads.repeated_random_text(model, n_rows=3, length=length)
    with model.hooks([("lm.blocks.1.attn.hook_pattern", only)]):
        scores = getattr(heads, which)(model, text)
    assert scores[1, 2] == pytest.approx(1)
    assert scores.top(1) == [(1, 2, pytest.approx(1))]
    assert scores.top(1)[0].layer == 1
    others = scores.scores.clone()
    others[1, 2] = 0
    assert others.max() < 0.9


def test_random_text_is_said_twice_in_ordinary_tokens(model) -> None:
    text = heads.repeated_random_text(model, n_rows=3, length=20, seed=1)
    ids, start = text["input_ids"], model.tokenizer.bos_token_id
    body = ids if start is None else ids[:, 1:]
    assert torch.equal(body[:, :20], body[:, 20:])
    assert all(len(row.unique()) == 20 for row in body)
    special = {*model.tokenizer.all_special_ids, *model.tokenizer.get_added_vocab().values()}
    assert not special & set(body.flatten().tolist())
    assert not torch.equal(body, heads.repeated_random_text(model, n_rows=3, length=20, seed=2)["input_ids"][:, -40:])
    scores = heads.induction(model, n_rows=3, length=20, seed=1)
    assert_close(scores, heads.induction(model, text).by_row)
    assert scores.n_queries.tolist() == [20] * 3


@EACH
def test_chance_is_the_score_of_an_even_head(case: str) -> None:
    model, inputs, _ = whole(case)
    ids = inputs["input_ids"].clone()
    ids[:, -1] = ids[:, -2]
    inputs = {**inputs, "input_ids": ids}

    def even(pattern: Tensor, hook: object) -> Tensor:
        seen = torch.ones_like(pattern).tril() * inputs["attention_mask"][:, None, None]
        return seen / seen.sum(-1, keepdim=True).clamp_min(1)

    detectors = [
        lambda: heads.image_mass(model, inputs, from_=slice(-6, None)),
        lambda: heads.previous_token(model, inputs),
        lambda: heads.duplicate_token(model, inputs),
    ]
    with model.hooks([("lm.*.hook_pattern", even)]):
        for detector in detectors:
            scores = detector()
            expected = scores.chance[:, None].expand_as(scores.scores)
            torch.testing.assert_close(scores.scores, expected, rtol=1e-5, atol=1e-6)
            assert 0 < scores.chance.min() < 1


def test_chance_knows_sliding_windows() -> None:
    model = HookedVLMTransformer.from_hf(random_model(test_llava.config("mistral with a window")))
    assert model.cfg.sliding_layers
    inputs = models.inputs("llava")
    seen = (model.run_with_cache(inputs, "lm.*.hook_mask")[1]["mask", 0] == 0)[:, :, -1]
    image = (inputs["input_ids"] == 100)[:, None]
    expected = ((seen & image).sum(-1) / seen.sum(-1)).mean()
    assert heads.image_mass(model, inputs).chance[0] == pytest.approx(float(expected), rel=1e-5)
    assert seen.sum() < inputs["attention_mask"].sum()  # the window matters


def test_only_the_queries_are_computed_and_no_layer_waits_for_the_next(monkeypatch) -> None:
    model, inputs, _ = whole("llava")
    computed, alive = [], []
    softmax = attention.masked_softmax

    def counted(scores: Tensor, **how: Any) -> Tensor:
        gc.collect()
        computed.append((scores.shape[2], sum(each() is not None for each in alive)))
        pattern = softmax(scores, **how)
        alive.append(weakref.ref(pattern))
        return pattern

    monkeypatch.setattr(attention, "masked_softmax", counted)
    heads.image_mass(model, inputs, from_=[9, -1])
    assert computed == [(2, 0)] * 3


def test_an_observer_sees_what_the_model_uses_and_no_more() -> None:
    model, inputs, _ = whole("llava")
    seen: list[tuple[str, Tensor]] = []
    name = "lm.blocks.1.attn.hook_z"
    with model.hooks([(name, lambda z, hook: z * 2)]):
        expected = model.run_with_cache(inputs, name)[1][name]
        with model.observing(
            [name, "lm.blocks.0.hook_mlp_out"], lambda x, hook: seen.append((hook.name, x)), positions=[3, -1]
        ):
            changed = model(inputs).logits
        assert torch.equal(changed, model(inputs).logits)
    assert [each for each, _ in seen] == ["lm.blocks.0.hook_mlp_out", name]
    assert torch.equal(seen[1][1], expected[:, [3, -1]])
    with pytest.raises(InputError, match="outside the sequence of 16"), model.observing(name, print, positions=16):
        model(inputs)
    model(inputs)
    assert len(seen) == 2


# --- with pixels, on the toys' processors --------------------------------------------------------------------------


def test_boxes_are_the_image_tokens_that_they_touch(model, scene, inputs) -> None:
    layout, box = model.token_layout(inputs), scene.objects[1].box
    _, kept = model.run_with_cache(inputs, "lm.*.hook_pattern")
    last = kept.stack("lm.*.hook_pattern")[:, :, :, -1].transpose(0, 1)
    inside, image = layout.positions(box=box), layout.images.indices()
    mass, share = heads.attention_to_box(model, inputs, box), heads.grounding(model, inputs, box)
    assert_close(mass, last[..., inside].sum(-1))
    assert_close(share, last[..., inside].sum(-1) / last[..., image].sum(-1))
    n_seen = int(layout.last.indices()[0]) + 1
    torch.testing.assert_close(mass.chance, torch.full((6,), len(inside) / n_seen))
    torch.testing.assert_close(share.chance, torch.full((6,), len(inside) / len(image)))
    both = heads.attention_to_box(model, inputs, [[each.box for each in scene.objects]])
    several = torch.cat([layout.positions(box=each.box) for each in scene.objects]).unique()
    assert_close(both, last[..., several].sum(-1))
    assert_close(heads.image_mass(model, inputs, image=0), last[..., image].sum(-1))


def test_every_row_of_a_batch_has_its_boxes(model, scene) -> None:
    other = Scene.containing([("square", "red"), ("circle", "green")], seed=5, grid=scene.grid)
    tasks = ["What colour is the square?", "How many circles are there in this image?"]
    boxes = [scene.objects[0].box, other.objects[1].box]
    batch = model.prepare_messages_batch(tasks, [scene.image, other.image])
    question = model.token_layout(batch).question
    together = heads.grounding(model, batch, boxes, from_=question)
    for row, (task, image) in enumerate(zip(tasks, [scene.image, other.image], strict=True)):
        alone = model.prepare_messages(task, image)
        own = heads.grounding(model, alone, boxes[row], from_=model.token_layout(alone).question)
        torch.testing.assert_close(together.by_row[row], own.by_row[0], rtol=1e-4, atol=1e-5)


def test_registers_are_image_tokens_of_large_norm(model, inputs) -> None:
    found = find_registers(model, inputs, n_std=1.0)
    scores = heads.register_mass(model, inputs, n_std=1.0)
    assert_close(scores, heads.attention_mass(model, inputs, to=found.selection).by_row)
    assert 0 < len(found.selection) < len(model.token_layout(inputs).images)
    with pytest.raises(InputError, match=r"rows \[0\] there is no position"):
        heads.register_mass(model, inputs, threshold=1e9)


def test_tables_figures_and_files(model, inputs, scene, tmp_path) -> None:
    scores = heads.grounding(model, inputs, scene.objects[0].box, layers=[1, 4])
    frame = scores.to_dataframe()
    assert frame[["layer", "head"]].values.tolist() == [[layer, head] for layer in (1, 4) for head in range(4)]
    np.testing.assert_allclose(frame["score"], scores.scores.flatten())
    np.testing.assert_allclose(frame["chance"], scores.chance.repeat_interleave(4))
    best = scores.top(3)
    assert [each.score for each in best] == scores.scores.flatten().sort(descending=True).values[:3].tolist()
    assert all(scores[layer, head] == score for layer, head, score in best)
    assert scores.plot().axes
    assert repr(scores).startswith("HeadScores(grounding: 2 layers x 4 heads over 1 rows; L")
    scores.save(tmp_path / "scores")
    assert HeadScores.load(tmp_path / "scores").to_dataframe().equals(frame)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda model, inputs: heads.image_mass(model, inputs, layers=[6]), "no layer 6: they are"),
        (lambda model, inputs: heads.image_mass(model, inputs, from_=1000), "outside"),
        (lambda model, inputs: heads.image_mass(model, inputs, from_=[]), r"rows \[0\] have no query"),
        (lambda model, inputs: heads.attention_mass(model, inputs, to=[]), r"rows \[0\] there is no position"),
        (lambda model, inputs: heads.attention_to_box(model, inputs, (0, 0, 500, 500)), "image"),
        (lambda model, inputs: heads.attention_to_box(model, inputs, [(0, 0, 9, 9)] * 2), "for 2 rows"),
        (lambda model, inputs: heads.attention_to_box(model, inputs, []), "for 0 rows"),
        (lambda model, inputs: heads.attention_to_box(model, inputs, (1, 1, 2, 2), overlap=0.9), "No image token"),
        (
            lambda model, inputs: heads.register_mass(model, model.encode(inputs), at="adapter.hook_out"),
            "encoded already",
        ),
        (lambda model, inputs: heads.induction(model, inputs, length=3), "one of the two"),
        (lambda model, inputs: heads.induction(model, length=10_000), "ordinary tokens"),
        (lambda model, inputs: heads.previous_token(model, model.prefill(inputs, 3)), "prefilled"),
        (lambda model, inputs: heads.image_mass(model, inputs)[9, 0], "Layer 9 was not scored"),
        (lambda model, inputs: heads.duplicate_token(model, inputs, from_=0), "have no query"),
    ],
    ids=["layer", "position", "no query", "no target", "box outside", "boxes", "no box", "nothing in box",
         "encoded registers", "both", "too long", "prefilled", "no score", "never said before"],
)  # fmt: skip
def test_what_does_not_exist_is_an_error(model, inputs, call, message) -> None:
    with pytest.raises(InputError, match=message):
        call(model, inputs)


def test_images_are_not_guessed_for_embeddings() -> None:
    model, inputs, _ = whole("llava")
    embeddings = {"inputs_embeds": model.W_E[inputs["input_ids"]], "attention_mask": inputs["attention_mask"]}
    with pytest.raises(InputError, match="give input_ids"):
        heads.image_mass(model, embeddings)
    with pytest.raises(InputError, match="give input_ids"):
        heads.duplicate_token(model, embeddings)
    assert heads.previous_token(model, embeddings).n_queries.tolist() == [15, 9]
