"""Statistics that are merged over batches and shards equal those of all rows at once."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from tests.harvest.conftest import NAMES
from vlm_lens_native import HookedVLMTransformer, InputError, harvest

HOOK = NAMES[1]


@pytest.fixture(scope="module")
def whole(plan: harvest.Plan, rows: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> harvest.Store:
    """Every row in float32, as reductions see them."""
    plan = replace(plan, names=HOOK, dtype="float32", positions="all")
    return harvest.run(plan, rows, tmp_path_factory.mktemp("whole") / "store")


def test_reductions_equal_those_of_all_rows(
    model: HookedVLMTransformer, plan: harvest.Plan, rows: list[dict[str, Any]], whole: harvest.Store, tmp_path: Path
):
    directions = torch.randn(3, model.cfg.d_model)
    reductions = [
        harvest.Moments(),
        harvest.Moments(covariance=True),
        harvest.TopActivations(k=5, features=directions),
        harvest.Histograms(-2, 2, bins=4),
        harvest.LensStatistics(),
    ]
    plan = replace(plan, names=HOOK, positions="all")
    moments, covariance, top, histograms, lens = (
        each[HOOK] for each in harvest.reduce(plan, rows, reductions, out=tmp_path / "states")
    )
    values, index = whole.activations(), whole.rows()
    assert moments.n == len(values)
    torch.testing.assert_close(moments.mean, values.double().mean(0), rtol=1e-12, atol=1e-12)
    torch.testing.assert_close(moments.variance, values.double().var(0), rtol=1e-12, atol=1e-12)
    torch.testing.assert_close(covariance.covariance, values.double().T.cov(), rtol=1e-10, atol=1e-12)
    variances, vectors = covariance.principal(2)
    torch.testing.assert_close((values.double() @ vectors.T).var(0), variances)

    for feature, projected in enumerate((values @ directions.T).T):
        best = projected.argsort(descending=True)[:5]
        lines, expected = top.to_dataframe(feature), index.iloc[best.numpy()]
        torch.testing.assert_close(torch.tensor(lines["value"].tolist()), projected[best])
        for column in ("sample", "position", "image"):
            assert lines[column].tolist() == expected[column].tolist()
        for column in ("x1", "y1", "x2", "y2"):
            assert lines[column].fillna(-1).tolist() == expected[column].fillna(-1).tolist()

    edges = [(values < edge).sum(0) for edge in (-2, -1, 0, 1, 2)]
    assert torch.equal(histograms.below, edges[0])
    assert torch.equal(histograms.counts.T, torch.stack(edges).diff(dim=0))
    assert torch.equal(histograms.above, len(values) - edges[-1])

    logs = model.unembed(model.lm.ln_final(values[None]))[0].log_softmax(-1)
    entropy = torch.distributions.Categorical(logits=logs).entropy()
    for nth, kind in enumerate(("text", "image", "marker")):
        of_kind = torch.tensor((index["kind"] == kind).tolist())
        assert lens.n[nth] == of_kind.sum()
        if of_kind.any():
            torch.testing.assert_close(lens.entropy[nth], entropy[of_kind].double().mean(), rtol=1e-5, atol=1e-6)
            counts = logs[of_kind].argmax(-1).bincount(minlength=model.cfg.d_vocab)
            assert torch.equal(lens.top_counts[nth], counts)
    lines = lens.to_dataframe(model.tokenizer)
    assert lines.groupby("kind")["n"].sum().to_dict() == index["kind"].value_counts().to_dict()
    for nth, result in enumerate((moments, covariance, top, histograms, lens)):
        assert len(result.top(3)) == 3
        assert result.plot().axes
        result.save(tmp_path / f"{nth}")
        assert type(result).load(tmp_path / f"{nth}").to_dataframe().equals(result.to_dataframe())


def test_a_run_that_was_stopped_goes_on_to_the_same_bits(
    plan: harvest.Plan, rows: list[dict[str, Any]], tmp_path: Path
):
    reductions = [harvest.Moments(), harvest.TopActivations(k=2)]
    once = harvest.reduce(plan, rows, reductions)
    harvest.reduce(plan, rows, reductions, out=tmp_path, part="1/2")
    then = harvest.reduce(plan, rows, reductions, out=tmp_path)
    for mine, theirs in zip(once, then, strict=True):
        for name in NAMES:
            for key, value in vars(mine[name]).items():
                assert value is None or torch.equal(torch.as_tensor(value), torch.as_tensor(vars(theirs[name])[key]))
    with pytest.raises(InputError, match=r"something else.*sink is"):
        harvest.reduce(plan, rows, [harvest.Moments()], out=tmp_path)
    states = tmp_path / "shard-000001" / "reductions.safetensors"
    os.truncate(states, states.stat().st_size - 1)
    for part in (None, "4/5"):  # who goes on with it, and who only merges
        with pytest.raises(InputError, match=r"/reductions.safetensors is corrupt or cut off .*delete the folder"):
            harvest.reduce(plan, rows, reductions, out=tmp_path, part=part)
    with pytest.raises(InputError, match="holds reductions"):
        harvest.open(tmp_path)
    with pytest.raises(InputError, match="residual stream, of 128 numbers"):
        harvest.reduce(replace(plan, names="lm.blocks.0.mlp.hook_post"), rows[:2], [harvest.LensStatistics()])


def test_of_equal_values_the_first_sample_and_position_are_kept(model: HookedVLMTransformer):
    def state(samples: list[int], positions: list[int]) -> Any:
        columns: dict[str, Any] = {"sample": np.array(samples), "position": np.array(positions)}
        columns |= {name: np.zeros(len(samples)) for name in ("image", "x1", "y1", "x2", "y2")}
        return top.of(torch.ones(len(samples), 2), columns, model)

    top = harvest.TopActivations(k=3)
    for merged in (
        top.merged(state([4, 2], [1, 9]), state([2, 3], [7, 0])),
        top.merged(state([2, 3], [7, 0]), state([4, 2], [1, 9])),
    ):
        assert merged["sample"][:, 0].tolist() == [2, 2, 3]
        assert merged["position"][:, 1].tolist() == [7, 9, 0]


def test_a_stream_has_every_row_once_and_mixes_them(
    plan: harvest.Plan, rows: list[dict[str, Any]], whole: harvest.Store
):
    def streamed(**how: Any) -> list[torch.Tensor]:
        one = replace(plan, names=HOOK, positions="all")
        return list(harvest.stream(one, rows, batch=100, buffer=500, **how))

    found = streamed()
    assert {len(each) for each in found[:-1]} == {100}
    every = whole.activations()
    joined = torch.cat(found)
    assert sorted(map(tuple, joined.tolist())) == sorted(map(tuple, every.tolist()))
    assert not torch.equal(joined, every)
    assert all(map(torch.equal, found, streamed(loaders=1)))
    assert not torch.equal(found[0], streamed(seed=1)[0])
    twice = torch.cat(streamed(epochs=2))
    assert sorted(map(tuple, twice.tolist())) == sorted([*map(tuple, every.tolist())] * 2)
    pairs = next(harvest.stream(plan, rows, batch=10))
    assert [pairs[name].shape for name in NAMES] == [(10, 4, 32), (10, 128)]
    with pytest.raises(InputError, match="buffer of 5 rows can't make batches of 10"):
        harvest.stream(plan, rows, batch=10, buffer=5)
