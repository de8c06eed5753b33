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
from vlm_lens_native.harvest import streaming

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
    torch.testing.assert_close(variances, torch.linalg.eigvalsh(values.double().T.cov()).flip(0)[:2])

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
    assert lines.groupby("kind")["share"].sum().tolist() == pytest.approx([1, 1], abs=1e-6)
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


def test_a_value_on_an_edge_is_in_the_bin_that_begins_there(model: HookedVLMTransformer):
    of = harvest.Histograms(0, 4, bins=2)
    found = of.result(of.of(torch.tensor([[-1.0], [0.0], [1.0], [2.0], [4.0], [5.0]]), {}, model))
    assert (found.below.tolist(), found.counts.tolist(), found.above.tolist()) == ([1], [[2, 1]], [2])
    lines = found.to_dataframe()
    assert lines["low"].tolist() == [-np.inf, 0, 2, 4]
    assert lines["high"].tolist() == [0, 2, 4, np.inf]


def test_reductions_that_differ_are_described_differently():
    directions = torch.tensor([[1.0, 0.0], [0.0, 1.0]])  # in the other order, ones stand at places of the same sum
    made = [
        harvest.Moments(),
        harvest.Moments(covariance=True),
        *(harvest.TopActivations(k=k) for k in (2, 3)),
        *(harvest.TopActivations(k=2, features=each) for each in (directions, directions.flip(0))),
        *(harvest.TopActivations(k=2, features=each) for each in (torch.relu, torch.exp)),
        *(harvest.Histograms(*each) for each in ((0, 1, 2), (-1, 1, 2), (0, 2, 2), (0, 1, 3))),
        harvest.Histograms(0, 1, 2, features=directions),
        harvest.LensStatistics(),
    ]
    said = [repr(each.description) for each in made]
    assert len(set(said)) == len(said)


def test_a_streams_buffer_stays_half_full_and_its_batches_hold_no_more_than_themselves(
    plan: harvest.Plan, rows: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
):
    cut, left = streaming._cut, []

    def counted(mixed: Any, n: int) -> Any:
        first, rest = cut(mixed, n)
        left.append(len(rest[HOOK]))
        return first, rest

    monkeypatch.setattr(streaming, "_cut", counted)
    for batch in harvest.stream(replace(plan, names=HOOK), rows, batch=50, buffer=500):
        assert batch.untyped_storage().nbytes() == batch.numel() * batch.element_size()
    end = next(nth for nth, n in enumerate(left) if n < 250)  # the table is at its end, and the buffer runs empty
    assert 5 < end < len(left) - 1
    assert left[end:] == sorted(left[end:], reverse=True)


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
