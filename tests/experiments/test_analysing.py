"""Analyses over tables of examples: against a plain loop over single prompts, alone and in padded batches."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from tests.analysis.conftest import load
from tests.experiments.conftest import picture, stopped_in_the_second_part
from vlm_lens_native import InputError
from vlm_lens_native.analysis import (
    attention_to_image,
    find_word,
    gradients,
    heads,
    knockout,
    logit_attribution,
    logit_lens,
    patching,
    registers,
)
from vlm_lens_native.experiments import Analysed, Examples, analyse
from vlm_lens_native.experiments.kept import Kept


def token(model, word):
    return find_word(model.tokenizer, word).token_ids[0]


def prepared(model, example):
    return model.prepare_questions([(example.question, example.images)])


@pytest.fixture
def seen(examples) -> Examples:
    """Images of three sizes, and questions of two lengths."""
    return examples[1:4]


@pytest.fixture
def others(seen) -> Examples:
    """The same questions about other pictures of the same sizes."""
    rows = [{"image": picture(100 + n, *each.images[0].size), "question": each.question} for n, each in enumerate(seen)]
    return Examples(rows)


def metric(model, example):
    return gradients.word_logit(model, example.answer, minus=example.contrast)


ALONE = {  # results that are means over rows, or of one row
    "attention": lambda model, inputs, each: attention_to_image(model, inputs, layers=[1]),
    "heads": lambda model, inputs, each: heads.image_mass(model, inputs, layers=[0, 2]),
}
BATCHED = {
    "knockout": lambda model, inputs, rows: knockout.sweep(
        model, inputs, windows=[1], flows=[("image", "last")], answers=[each.answer for each in rows]
    ),
    "registers": lambda model, inputs, rows: registers.find_registers(model, inputs, n_std=1),
    "direct": lambda model, inputs, rows: logit_attribution.direct(
        model, inputs, [each.answer for each in rows], [each.contrast for each in rows], by="head"
    ),
    "lens": lambda model, inputs, rows: logit_lens(model, inputs, layers=[1, 3], words=["red", "blue"]),
}


def by_hand(frame, keys, quantity):
    return frame.groupby(list(keys), sort=False)[quantity].mean()


def compared(found, single, examples, quantities):
    """Every number against the same analysis of one prompt by itself."""
    assert found.n_missing == 0
    for nth, each in enumerate(examples):
        frame = single(each)
        for quantity in quantities:
            expected = by_hand(frame, found.keys, quantity)
            for line, value in zip(found.lines, found.of(quantity)[nth].tolist(), strict=True):
                own = expected.get(line if len(line) > 1 else line[0], np.nan)
                assert value == pytest.approx(own, rel=2e-3, abs=1e-4, nan_ok=True)


@pytest.mark.parametrize("name", ALONE)
def test_each_example_is_analysed_as_if_alone(model, seen, name):
    found = analyse(model, seen, lambda inputs, each: ALONE[name](model, inputs, each))
    compared(
        found, lambda each: ALONE[name](model, prepared(model, each), each).to_dataframe(), seen, [found.ranked_by]
    )


@pytest.mark.parametrize("name", BATCHED)
def test_padded_batches_give_the_same_numbers(model, seen, name):
    found = analyse(model, seen, lambda inputs, rows: BATCHED[name](model, inputs, rows), batch_size=3)
    single = lambda each: BATCHED[name](model, prepared(model, each), [each]).to_dataframe()  # noqa: E731
    compared(found, single, seen, [found.ranked_by])


def test_ranks_of_each_answer_by_layer_and_kind_of_token(model, examples):
    """Lens statistics, in padded batches, one example without an image, against each prompt's own lens."""

    def read(inputs, rows):
        words = list(dict.fromkeys(each.answer for each in rows))
        lines = logit_lens(model, inputs, layers=[0, 2], words=words).words_to_dataframe()
        own = lines[lines["word"] == [rows[nth].answer for nth in lines["batch"]]]
        return own.assign(top_10=own["rank"] <= 10)

    found = analyse(model, examples, read, keys=["layer", "kind"], batch_size=4)
    assert found.quantities == ("probability", "rank", "top_10")
    for nth, each in enumerate(examples):
        inputs = prepared(model, each)
        layout = model.token_layout(inputs)
        _, cache = model.run_with_cache(inputs, "lm.blocks.*.hook_resid_post")
        ids = list(find_word(model.tokenizer, each.answer).token_ids)
        for layer in (0, 2):
            logits = model.unembed(model.lm.ln_final(cache["resid_post", layer]))[0].float()
            ranks = 1 + (logits[:, None] > logits[:, ids].amax(1)[:, None, None]).sum(-1)[:, 0]
            for kind, where in (("image", layout.images), ("text", layout.text), ("marker", layout.markers)):
                if (layer, kind) not in found.lines:
                    continue
                own, at = found.of("rank", layer=layer, kind=kind)[nth, 0], where.indices()
                assert (
                    float(own) == pytest.approx(float(ranks[at].float().mean()), rel=1e-3) if len(at) else own.isnan()
                )
                share = found.of("top_10", layer=layer, kind=kind)[nth, 0]
                assert not len(at) or float(share) == pytest.approx(float((ranks[at] <= 10).float().mean()), abs=0.02)


PAIRS = {
    "patching": lambda model, source, target, each: patching.sweep(
        model, source, target, metric(model, each), layers=[1], groups=["image", "last"]
    ),
    "paths": lambda model, source, target, each: patching.patch_paths(
        model, source, target, metric(model, each), senders=[patching.Node(hook="z", layer=1, head=0)]
    ),
    "attribution": lambda model, source, target, each: gradients.attribution_patching(
        model, source, target, metric=metric(model, each), names="lm.blocks.1.hook_attn_out", groups=["image", "last"]
    ),
    "edges": lambda model, source, target, each: gradients.edge_attribution(
        model, source, target, metric=metric(model, each)
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_pairs_are_analysed_row_by_row(model, seen, others, name):
    found = analyse(model, seen, lambda *given: PAIRS[name](model, *given), sources=others)

    in_turn = iter(others)

    def single(each):
        return PAIRS[name](model, prepared(model, next(in_turn)), prepared(model, each), each).to_dataframe()

    compared(found, single, seen, [found.ranked_by])


def test_results_have_examples_labels_means_and_intervals(examples, tmp_path: Path):
    model, table = load("toy-smolvlm")[0], examples[:6]
    found = analyse(model, table, lambda inputs, each: ALONE["heads"](model, inputs, each))
    scores = found.of("score")
    lines = found.mean()
    torch.testing.assert_close(torch.tensor(lines["score"].to_numpy()), scores.mean(0), rtol=1e-5, atol=1e-6)
    assert lines["n"].tolist() == [6] * len(found.lines)
    ends = found.interval("score")
    assert (ends["low"] <= ends["mean"]).all()
    assert (ends["mean"] <= ends["high"]).all()
    by = found.interval("score", by="kind")
    odd = by[by["kind"] == "odd"]["mean"].to_numpy()
    np.testing.assert_allclose(odd, scores[1::2].mean(0), rtol=1e-5)
    assert found.top(2)["score"].tolist() == sorted(lines["score"], reverse=True)[:2]
    frame = found.to_dataframe()
    assert frame["kind"].tolist()[:: len(found.lines)] == table.labels("kind")
    assert found.where(kind="even").of("score").shape[0] == 3
    assert found.of("score", layer=2, head=1).shape == (6, 1)
    assert found.plot().axes
    assert found.plot(by="kind").axes
    found.save(tmp_path / "found.safetensors")
    assert Analysed.load(tmp_path / "found.safetensors").to_dataframe().equals(frame)
    assert "6 examples" in repr(found)


def test_dicts_of_numbers_and_hooks(examples):
    model, table = load("toy-smolvlm")[0], examples[:3]

    def margin(inputs, each):
        logits = model(inputs).logits[0, -1]
        return {"margin": logits[token(model, each.answer)] - logits[token(model, each.contrast)]}

    hooks = [("lm.blocks.1.hook_attn_out", lambda activation, hook: activation * 0)]
    found = analyse(model, table, margin, hooks=hooks)
    for value, each in zip(found.of()[:, 0].tolist(), table, strict=True):
        with model.hooks(hooks):
            assert value == pytest.approx(float(margin(prepared(model, each), each)["margin"]), rel=1e-5)
    assert found.mean()["margin"].item() == pytest.approx(float(found.of().mean()))


def test_work_that_was_stopped_goes_on(examples, tmp_path: Path, monkeypatch):
    model = load("toy-smolvlm")[0]
    run = lambda inputs, each: BATCHED["knockout"](model, inputs, [each])  # noqa: E731
    whole, add = analyse(model, examples[:4], run), Kept.add
    stopped_in_the_second_part(monkeypatch)
    with pytest.warns(UserWarning, match="Analysis was stopped: "):
        part = analyse(model, examples[:4], run, out=tmp_path / "out.jsonl")
    assert part.n_missing == 2
    assert "stopped: 2 of 4" in repr(part)
    assert part.to_dataframe()["example"].nunique() == 2
    monkeypatch.setattr(Kept, "add", add)
    left = []
    again = analyse(model, examples[:4], lambda *given: left.append(1) or run(*given), out=tmp_path / "out.jsonl")
    assert len(left) == 2
    torch.testing.assert_close(again.of("logit"), whole.of("logit"))
    whole_run = knockout.sweep

    def stopped_within(*args, **how):  # an analysis that was stopped gives back a part, which is none of an example
        result = whole_run(*args, **how)
        result.top_ids[:] = -1
        return result

    monkeypatch.setattr(knockout, "sweep", stopped_within)
    with pytest.raises(KeyboardInterrupt):
        analyse(model, examples[:2], run)


def test_what_cant_be_put_side_by_side_says_so(examples):
    model = load("toy-smolvlm")[0]
    lens = lambda inputs, each: logit_lens(model, inputs, layers=[0], words="red").words_to_dataframe()  # noqa: E731
    with pytest.raises(InputError, match="name the columns"):
        analyse(model, examples[:1], lens)
    with pytest.raises(InputError, match="no column 'flow'"):
        analyse(model, examples[:1], lens, keys=["flow"])
    with pytest.raises(InputError, match="leave batch_size=1"):
        analyse(model, examples[:2], lambda inputs, rows: {"n": 1.0}, batch_size=2)
    with pytest.raises(InputError, match="which row of the batch"):
        analyse(model, examples[:2], lambda inputs, rows: heads.image_mass(model, inputs, layers=[0]), batch_size=2)
    with pytest.raises(InputError, match="as many sources"):
        analyse(model, examples[:2], lens, sources=examples[:1])
    with pytest.raises(InputError, match="a frame or a dict; got"):
        analyse(model, examples[:1], lambda inputs, each: torch.zeros(3), keys=["layer"])
