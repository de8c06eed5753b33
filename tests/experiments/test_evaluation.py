"""Evaluations against a plain loop over single prompts; intervals, groups, files and interruption."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from tests.analysis.conftest import load
from tests.experiments.conftest import alone, picture, stopped_in_the_second_part
from vlm_lens_native import InputError
from vlm_lens_native.analysis import find_word
from vlm_lens_native.analysis.runs import memory
from vlm_lens_native.experiments import Evaluation, Examples, compare, evaluate
from vlm_lens_native.experiments.batching import Batches
from vlm_lens_native.experiments.kept import Kept
from vlm_lens_native.interventions import BlockAttention, MeanAblation, ZeroAblation


def first_tokens(activation, hook):
    activation[:, 1 - hook.first_position] = 0


def of_region(layout, example):
    if not example.regions:
        return None
    where = example.region(layout, "thing")
    return [
        ("lm.blocks.1.hook_resid_pre", ZeroAblation(positions=where)),
        ("lm.blocks.2.attn.hook_z", MeanAblation(positions=where, heads=[1])),
        ("lm.blocks.3.attn.hook_z", lambda activation, hook: activation[:, :, [1, 0, 2, 3]]),
    ]


def by_number(layout, example):
    """Positions by number, which the padding of a batch moves."""
    at = layout.last.indices() - 1
    return [("lm.blocks.1.hook_resid_pre", lambda activation, hook: activation.index_fill(1, at, 0.0))]


def blocked(layout, example):
    return BlockAttention(from_=layout.last, to=~layout.last, layers=[1, 2], heads=[0])


def in_front(layout, example):
    return [("vision.blocks.0.hook_resid_post", ZeroAblation())] if example.images else None


HOOKS = {
    "none": None,
    "positions by number": [("lm.blocks.1.hook_resid_pre", first_tokens)],
    "all layers": [("lm.*.hook_mlp_out", ZeroAblation(positions=[-1]))],
    "regions": of_region,
    "numbers by layout": by_number,
    "blocked": blocked,
    "in the vision encoder": in_front,
}


@pytest.mark.parametrize("hooks", HOOKS)
def test_numbers_are_those_of_single_prompts(model, examples, hooks):
    found = evaluate(model, examples, HOOKS[hooks], batch_size=4)
    logits = alone(model, examples, HOOKS[hooks])
    own, other = ([getattr(each, which) for each in examples] for which in ("answer", "contrast"))
    own, other = (
        torch.stack([row[list(find_word(model.tokenizer, word).token_ids)].logsumexp(0) for row, word in pairs])
        for pairs in (zip(logits, words, strict=True) for words in (own, other))
    )
    torch.testing.assert_close(found.logits, own, rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(found.logit_differences, own - other, rtol=1e-4, atol=2e-4)
    torch.testing.assert_close(found.probabilities, (own - logits.logsumexp(-1)).exp(), rtol=1e-3, atol=1e-6)
    assert torch.equal(found.top_ids, logits.argmax(-1))
    if HOOKS[hooks] is not None:
        assert not torch.allclose(own, evaluate(model, examples, None).logits, atol=1e-3)


def test_batches_stay_within_the_budget(model, examples, monkeypatch):
    cfg = model.cfg
    budget = 3 * memory.row_bytes(model, n_new=90, n_keys=90, n_read=1)
    monkeypatch.setattr(memory, "BUDGET", budget)
    sizes = []
    for batch in Batches(model=model, examples=examples)():
        n_pos = batch.inputs["input_ids"].shape[1]
        sizes.append(len(batch.numbers))
        assert sizes[-1] == 1 or sizes[-1] * memory.row_bytes(model, n_new=n_pos, n_keys=n_pos, n_read=1) <= budget
    assert sum(sizes) == len(examples)
    assert 1 < max(sizes) < len(examples)
    assert memory.row_bytes(model, n_new=90, n_keys=90, n_read=1) > 90 * cfg.d_model * 4


def test_the_toys_answer_and_a_blinded_one_guesses(tmp_path: Path):
    from vlm_lens_native import HookedVLMTransformer

    model = HookedVLMTransformer.from_pretrained("toy-llava")
    examples = Examples.from_toys(model, 12, kinds=("colour", "shape"), seed=5)
    blind = lambda layout: BlockAttention(from_=~layout.images, to=layout.images)  # noqa: E731
    table = compare(model, examples, {"clean": None, "blind": blind, "again": None})
    assert table["clean"].accuracy > 0.9
    assert table["blind"].accuracy < 0.6
    lines = table.to_dataframe().set_index(["condition", "quantity"])
    assert lines.loc[("blind", "accuracy"), "p_corrected"] < 0.01
    assert lines.loc[("blind", "logit difference"), "high"] < 0
    assert lines.loc[("blind", "probability"), "effect_size"] < -0.5
    assert lines.loc[("again", "probability"), "difference"] == 0
    assert lines.loc[("again", "probability"), "p"] == 1
    by = table["clean"].by("kind")
    assert list(by["kind"]) == ["colour", "shape"]
    assert list(by["n"]) == [12, 12]
    low, high = table["blind"].interval()
    assert low <= table["blind"].accuracy <= high
    assert table.plot().axes
    assert table["clean"].plot("kind").axes
    table.save(tmp_path / "table.safetensors")
    again = type(table).load(tmp_path / "table.safetensors")
    assert again.to_dataframe().equals(table.to_dataframe())
    assert "blind" in repr(again)


def test_corrections_and_tests_are_those_of_the_textbooks():
    from vlm_lens_native.experiments.comparison import _corrected, _p_value

    p = np.array([0.01, 0.04, 0.03])
    np.testing.assert_allclose(_corrected(p, "holm"), [0.03, 0.06, 0.06])
    np.testing.assert_allclose(_corrected(p, "fdr"), [0.03, 0.04, 0.04])
    lost = torch.tensor([-1.0] * 8 + [1.0] + [0.0] * 20)
    assert _p_value(lost, "accuracy") == pytest.approx(2 * (1 + 9) / 2**9)  # McNemar's exact test: 8 of 9
    assert _p_value(torch.zeros(5), "probability") == 1


def test_work_that_was_stopped_goes_on(model, examples, tmp_path: Path, monkeypatch):
    whole = evaluate(model, examples)
    add, calls = Kept.add, stopped_in_the_second_part(monkeypatch)
    with pytest.warns(UserWarning, match="Evaluation was stopped"):
        part = evaluate(model, examples, batch_size=2, out=tmp_path / "out.jsonl")
    assert part.n_missing == len(examples) - sum(map(len, calls)) > 0
    assert "stopped" in repr(part)
    done = part.top_ids >= 0
    assert torch.equal(part.top_ids[done], whole.top_ids[done])
    monkeypatch.setattr(Kept, "add", add)
    with (tmp_path / "out.jsonl").open("a") as file:
        file.write('{"example": 3, "prob')  # the machine stopped within a line
    rest = []
    real = Batches.__call__
    monkeypatch.setattr(Batches, "__call__", lambda self, numbers: real(self, rest.extend(numbers) or list(rest)))
    again = evaluate(model, examples, batch_size=2, out=tmp_path / "out.jsonl")
    assert len(rest) == part.n_missing
    assert again.n_missing == 0
    torch.testing.assert_close(again.logits, whole.logits, rtol=1e-4, atol=1e-4)
    assert torch.equal(again.probabilities[done], part.probabilities[done])
    with pytest.raises(InputError, match="not these 2 examples"):
        evaluate(model, examples[:2], out=tmp_path / "out.jsonl")


def test_results_are_tabulated_and_kept(model, examples, tmp_path: Path):
    found = evaluate(model, examples)
    lines = found.to_dataframe()
    assert list(lines["kind"]) == examples.labels("kind")
    assert list(lines["example"]) == list(range(len(examples)))
    assert lines["right"].mean() == pytest.approx(found.accuracy)
    odd = found.where(kind="odd")
    assert len(odd) == 3
    assert odd.accuracy == pytest.approx(float(lines[lines["kind"] == "odd"]["right"].mean()))
    found.save(tmp_path / "found.safetensors")
    assert Evaluation.load(tmp_path / "found.safetensors").to_dataframe().equals(lines)
    with pytest.raises(InputError, match="no label 'colour'"):
        found.by("colour")
    with pytest.raises(InputError, match="No example has"):
        found.where(kind="other")


def test_what_cant_be_evaluated_says_so():
    model = load("toy-smolvlm")[0]
    image = picture(0, 112, 112)
    with pytest.raises(InputError, match="1 of 1 examples have no 'answer'"):
        evaluate(model, Examples([{"image": image, "question": "What?"}]))
    with pytest.raises(InputError, match="No single token"):
        evaluate(model, Examples([{"image": image, "question": "What?", "answer": "unheard"}]))
    fine = Examples([{"image": image, "question": "What?", "answer": "red"}])
    with pytest.raises(InputError, match="Hooks are pairs"):
        evaluate(model, fine, "lm.blocks.0.hook_resid_pre")
    with pytest.raises(InputError, match="two conditions or more"):
        compare(model, fine, {"clean": None})
