"""Means over a table: those of a plain loop over single prompts, kept in a file, and put in by MeanAblation."""

from __future__ import annotations

import weakref
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.analysis.conftest import load
from tests.experiments.conftest import alone
from vlm_lens_native import InputError
from vlm_lens_native.analysis.runs import memory
from vlm_lens_native.experiments import Means, analyse, evaluate, means
from vlm_lens_native.experiments.analysing import _Found
from vlm_lens_native.experiments.batching import Batches
from vlm_lens_native.experiments.examples import Examples
from vlm_lens_native.interventions import MeanAblation

NAMES = ["lm.blocks.1.hook_attn_out", "lm.blocks.2.attn.hook_z"]


def rows_of(model, examples, name, chosen=None):
    found = []
    for each in examples:
        inputs = model.prepare_questions([(each.question, each.images)])
        at = slice(None) if chosen is None else chosen(model.token_layout(inputs)).indices()
        found.append(model.run_with_cache(inputs, name)[1][name][0, at])
    return torch.cat(found)


@pytest.mark.parametrize("where", ["all", "image"])
def test_means_are_those_of_single_prompts(model, examples, where, tmp_path: Path):
    table = examples[:6]
    chosen = {"all": None, "image": lambda layout: layout.images}[where]
    found = means(model, table, NAMES, chosen, batch_size=4)
    for name in NAMES:
        rows = rows_of(model, table, name, chosen)
        torch.testing.assert_close(found[name], rows.mean(0), rtol=1e-4, atol=1e-5)
        torch.testing.assert_close(found.deviations[name], rows.std(0, correction=0), rtol=1e-3, atol=1e-4)
        assert found.n_tokens == len(rows)
    found.save(tmp_path / "means.safetensors")
    again = Means.load(tmp_path / "means.safetensors")
    hooks = [(NAMES, MeanAblation(again))]
    torch.testing.assert_close(
        evaluate(model, table, hooks).logits,
        torch.stack(
            [
                logits[list(word.token_ids)].logsumexp(0)
                for logits, word in zip(
                    alone(model, table, [(name, MeanAblation(found[name])) for name in NAMES]),
                    evaluate(model, table).answers,
                    strict=True,
                )
            ]
        ),
        rtol=1e-4,
        atol=1e-3,
    )
    assert again.top(1)["norm"].item() == max(float(found[name].norm()) for name in NAMES)
    assert again.plot().axes
    assert "2 hook points" in repr(again)


def test_what_was_done_before_ctrl_c_counts(examples, monkeypatch):
    model, real, done = load("toy-smolvlm")[0], Batches._prepared, []

    def stop(self, numbers):
        if len(done) == 2:
            raise KeyboardInterrupt
        done.extend(numbers)
        yield from real(self, numbers)

    monkeypatch.setattr(Batches, "_prepared", stop)
    with pytest.warns(UserWarning, match="Means was stopped: 2 of 7"):
        found = means(model, examples, NAMES[0], batch_size=1)
    assert (found.n_examples, found.n_missing) == (2, 5)
    assert "stopped: 5" in repr(found)
    monkeypatch.setattr(Batches, "_prepared", real)
    rows = rows_of(model, [examples[n] for n in done], NAMES[0])
    torch.testing.assert_close(found[NAMES[0]], rows.mean(0), rtol=1e-4, atol=1e-5)
    with pytest.raises(InputError, match="no vector at each position"):
        means(model, examples, "lm.blocks.0.attn.hook_pattern")


def test_of_ten_thousand_examples_no_more_than_the_budget_is_held(monkeypatch):
    """Rows of a lazy table are read when their batch comes; a batch is within the budget; results keep numbers only."""
    model = load("toy-smolvlm")[0]
    alive, most = 0, 0

    def gone():
        nonlocal alive
        alive -= 1

    class OnDisk:
        def __len__(self):
            return 10_000

        def __getitem__(self, number):
            nonlocal alive, most
            image = np.zeros((56, 56, 3), dtype=np.uint8)
            weakref.finalize(image, gone)
            alive += 1
            most = max(most, alive)
            return {"image": image, "question": "How many?", "answer": "2", "kind": "even" if number % 2 else "odd"}

    table = Examples.from_dataset(OnDisk())
    n_pos = model.prepare_questions([("How many?", (np.zeros((56, 56, 3), dtype=np.uint8),))])["input_ids"].shape[1]
    row = memory.row_bytes(model, n_new=n_pos, n_keys=n_pos, n_read=1)
    monkeypatch.setattr(memory, "BUDGET", 5 * row)
    sizes = [len(batch.numbers) for batch in islice(Batches(model=model, examples=table)(), 3)]
    assert max(sizes) == 5  # the budget over what a row takes
    part = table[range(0, 10_000, 500)]
    evaluate(model, part)
    means(model, part, NAMES)
    found = analyse(model, part, lambda inputs, each: {"length": inputs["input_ids"].shape[1]})
    assert most <= 2 * 5 + 2  # the batch at hand and the next, and the row being read
    assert found.values.numel() * found.values.element_size() == 4 * len(part)  # examples x lines x quantities
    collected = _Found()
    collected.add(0, {(layer, head): {"score": 1.0, "chance": 0.5} for layer in range(32) for head in range(32)})
    assert sum(each.nbytes for each in collected.rows[0]) == 32 * 32 * (4 + 2 * 4)  # a number for the line, and two
