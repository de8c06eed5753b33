"""What a store holds: the activations of every sample's tokens, and what each row is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from tests.harvest.conftest import NAMES
from vlm_lens_native import HookedVLMTransformer, InputError, harvest
from vlm_lens_native.toys.scenes import Scene


def test_rows_are_what_a_cache_holds_of_the_same_batch(
    model: HookedVLMTransformer, rows: list[dict[str, Any]], store: harvest.Store
):
    index = store.rows()
    for numbers in ([0, 1, 2], [6], [23, 22, 21][::-1], [24, 25]):  # 6: what was left of the first shard
        inputs = model.prepare_questions([(rows[n]["question"], [rows[n]["image"]]) for n in numbers])
        _, cache = model.run_with_cache(inputs, NAMES)
        layout = model.token_layout(inputs)
        table = layout.to_dataframe()
        for nth, number in enumerate(numbers):
            at = layout.images.indices(nth)
            mine = index[index["sample"] == number]
            for name in NAMES:
                assert torch.equal(store.activations(name, mine), cache[name][nth, at].bfloat16())
            expected = table[(table["batch"] == nth) & (table["kind"] == "image")]
            for column in ("token_id", "image", "row", "column", "x1", "y1", "x2", "y2", "tile", "is_global"):
                assert (mine[column].to_numpy() == expected[column].to_numpy()).all(), column
            n_padding = int((table[table["batch"] == nth]["kind"] == "pad").sum())
            assert (mine["position"].to_numpy() == at.numpy() - n_padding).all()
            assert set(mine["n_objects"]) == {rows[number]["n_objects"]}
            assert set(mine["label_kind"]) == {rows[number]["kind"]}  # kind is the token's own column
    assert store.verify().missing == []
    assert index["sample"].nunique() == len(rows)


def test_tiles_and_several_images_are_those_of_the_layout(tmp_path: Path):
    model = HookedVLMTransformer.from_pretrained("toy-smolvlm")
    scenes = [Scene.for_model(model, seed=seed).image for seed in range(3)]
    tiled = scenes[2].resize((2 * scenes[2].width, scenes[2].height))
    table = [{"images": [scenes[0], tiled], "question": "How many?"}, {"image": scenes[1], "question": "How?"}]
    plan = harvest.Plan(model=model, names="lm.blocks.0.hook_resid_post", positions="all", dtype="float32")
    store = harvest.run(plan, table, tmp_path).verify()
    for sample, row in enumerate(table):
        inputs = model.prepare_questions([(row["question"], row.get("images") or [row["image"]])])
        expected, mine = model.token_layout(inputs).to_dataframe(), store.rows({"sample": sample})
        for column in sorted({*mine} & {*expected}):
            assert mine[column].equals(expected[column].astype(mine[column].dtype)), column
        _, cache = model.run_with_cache(inputs, store.names)
        torch.testing.assert_close(store.activations(rows=mine), cache[store.names[0]][0], atol=1e-4, rtol=1e-4)
    assert set(store.rows()["tile_row"]) == set(store.rows()["tile_column"]) == {-1, 0, 1}
    assert {"user", "template"} <= set(store.rows()["role"])
    assert set(store.rows()["turn"]) == {-1, 0}
    assert set(store.rows({"box_space": "original"})["sample"]) == {0, 1}
    assert set(store.covering(5, 5)["image"]) == {0, 1}
    assert set(store.covering(5, 5, image=1)["image"]) == {1}


@pytest.mark.parametrize("positions", ["all", "text", "last", [0, -1], lambda layout: layout.question])
def test_padding_never_has_a_row(
    model: HookedVLMTransformer, rows: list[dict[str, Any]], tmp_path: Path, positions: Any
):
    plan = harvest.Plan(model=model, names="lm.hook_embed", positions=positions, batch_size=6, dtype="float32")
    store = harvest.run(plan, rows[:6], tmp_path / "store").verify()
    index = store.rows()
    for number in range(6):
        inputs = model.prepare_questions([(rows[number]["question"], [rows[number]["image"]])])
        layout = model.token_layout(inputs)
        n = layout.table.kind.shape[1]
        expected = {
            "all": range(n),
            "text": (~layout.images).indices().tolist(),
            "last": [n - 1],
            "[0, -1]": [0, n - 1],
        }.get(str(positions), layout.question.indices().tolist())
        mine = index[index["sample"] == number]
        assert mine["position"].tolist() == list(expected)
        _, cache = model.run_with_cache(inputs, "lm.hook_embed")
        assert torch.equal(store.activations(None, mine), cache["lm.hook_embed"][0, list(expected)])


def test_a_few_positions_of_each_sample_are_drawn_by_its_number(
    model: HookedVLMTransformer, rows: list[dict[str, Any]], tmp_path: Path
):
    plan = harvest.Plan(model=model, names="lm.hook_embed", sample_positions=20, batch_size=4, samples_per_shard=4)
    index = harvest.run(plan, rows[:8], tmp_path / "a").verify().rows()
    other = harvest.run(replace(plan, batch_size=3, samples_per_shard=100), rows[:8], tmp_path / "b").rows()
    assert index.groupby("sample").size().tolist() == [20] * 8
    assert index["position"].tolist() == other["position"].tolist()
    assert len({tuple(each["position"]) for _, each in index.groupby("sample")}) > 1
    assert index["position"].tolist() == index.sort_values(["sample", "position"])["position"].tolist()
    again = harvest.run(replace(plan, seed=1), rows[:8], tmp_path / "c").rows()
    assert index["position"].tolist() != again["position"].tolist()


def test_a_pass_ends_behind_the_last_hook_point(
    model: HookedVLMTransformer, rows: list[dict[str, Any]], tmp_path: Path
):
    last = f"lm.blocks.{model.cfg.n_layers - 1}.hook_resid_pre"
    fired = []
    with model.observing([last, "lm.blocks.2.hook_resid_pre"], lambda activation, point: fired.append(point.name)):
        plan = harvest.Plan(model=model, names="lm.blocks.1.hook_mlp_out", batch_size=4)
        harvest.run(plan, rows[:4], tmp_path / "store")
    assert fired == []
    with model.observing("lm.blocks.0.hook_resid_pre", lambda activation, point: fired.append(point.name)):
        harvest.run(replace(plan, names="lm.hook_embed"), rows[:4], tmp_path / "embedded")
    assert fired == []
    plan = harvest.Plan(model=model, names="lm.ln_final.hook_normalized", positions="last", dtype="float32")
    whole = harvest.run(plan, rows[:1], tmp_path / "whole").activations()
    _, cache = model.run_with_cache(model.prepare_questions([(rows[0]["question"], [rows[0]["image"]])]))
    assert torch.equal(whole[0], cache["lm.ln_final.hook_normalized"][0, -1])


def test_an_answer_that_has_begun_is_behind_every_question(
    model: HookedVLMTransformer, rows: list[dict[str, Any]], tmp_path: Path
):
    how: dict[str, Any] = {"positions": "last", "assistant_prefill": "It is", "dtype": "float16"}
    store = harvest.run(harvest.Plan(model=model, names="lm.blocks.0.hook_resid_post", **how), rows[:2], tmp_path)
    asked = [(row["question"], [row["image"]]) for row in rows[:2]]
    _, cache = model.run_with_cache(model.prepare_questions(asked, "It is"), store.names)
    assert torch.equal(store.activations(), cache[store.names[0]][:, -1].half())
    assert torch.equal(torch.from_numpy(store.memmap().copy()), store.activations())


def test_activations_come_in_the_order_of_the_rows_that_are_asked_for(store: harvest.Store):
    mixed = store.rows().sample(frac=0.5, random_state=0)
    every = store.activations(NAMES[0])
    assert torch.equal(store.activations(NAMES[0], mixed), every[mixed.index.to_numpy(copy=True)])


def test_readers(store: harvest.Store):
    import numpy as np

    assert len(store) == len(store.rows()) == 26 * 64
    assert store.shape(NAMES[0]) == (4, 32)
    assert "4 shards" in repr(store)
    mapped = store.memmap(NAMES[1], shard=2)
    assert torch.equal(
        torch.from_numpy((mapped.astype(np.uint32) << 16).view(np.float32)), store.shard(2, NAMES[1]).float()
    )
    covering = store.covering(60, 60)
    assert len(covering) == 26  # one token of each image
    assert ((covering["x1"] <= 60) & (covering["x2"] > 60) & (covering["y1"] <= 60) & (covering["y2"] > 60)).all()
    assert set(store.covering(56, 41)["x1"]) == {56}  # where a token's box begins and another's ends
    assert len(store.covering(56, 41)) == len(store.covering(41, 56)) == 26
    assert len(store.rows({"sample": [3, 4], "row": 0})) == 16
    assert len(store.rows(lambda frame: frame["n_objects"] > 2)) == len(store.rows("n_objects > 2")) > 0
    assert store.index().count_rows() == len(store)
    with pytest.raises(InputError, match="no condition on the columns sample"):
        store.rows("nothing > 3")
    with pytest.raises(InputError, match="say which one"):
        store.shard(0)
