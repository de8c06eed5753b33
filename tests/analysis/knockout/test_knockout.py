"""Knockout gives the numbers of whole passes with an edited mask, and stops nothing else."""

from __future__ import annotations

import pytest
import torch

from tests import models
from tests.analysis.conftest import QUESTION, load
from tests.families import test_llava
from tests.families.checkpoints import random_model
from vlm_lens_native import HookedVLMTransformer, InputError
from vlm_lens_native.analysis import KnockoutSweep, knockout, patching
from vlm_lens_native.analysis.knockout import sweeps
from vlm_lens_native.analysis.knockout.flows import layer_windows
from vlm_lens_native.toys.scenes import Scene


def plain_loop(model, inputs, flows, windows):
    """``[row window flow d_vocab]``: the last token's logits of whole passes with a blocking hook."""
    layout = model.token_layout(inputs)
    found = []
    for window in windows:
        for keys, queries in flows:

            def close(mask, hook, keys=keys, queries=queries):
                for row in range(len(mask)):
                    for query in queries.indices(row):
                        mask[row, :, query, keys.indices(row)] = float("-inf")

            hooks = [(f"lm.blocks.{layer}.attn.hook_mask", close) for layer in window]
            logits = model.run_with_hooks(inputs, hooks)
            found.append(torch.stack([logits[row, layout.last.indices(row)[0]] for row in range(len(logits))]))
    return torch.stack(found, dim=1).unflatten(1, (len(windows), len(flows)))


@pytest.fixture(params=models.NAMES)
def case(request):
    """A model and a batch of two rows, one of them padded."""
    if request.param != "smolvlm":
        return models.model(request.param), models.inputs(request.param)
    model, scene = load("toy-smolvlm")[0], Scene.random(4, grid=4)
    return model, model.prepare_messages_batch([QUESTION, "What shape is the small red one?"], [scene.image] * 2)


def test_it_equals_whole_passes(case):
    model, inputs = case
    layout = model.token_layout(inputs)
    flows = {
        "image": (layout.images, layout.last),
        "within": (layout.columns(0), layout.images),
        "itself": (layout.last, layout.last),
        "everything": (~(layout.images - layout.images), layout.last),
    }
    windows = [(0,), (1, 2), (0, 2)]
    answers = [7, 11]
    found = knockout.sweep(model, inputs, flows=flows, windows=windows, answers=answers)
    logits = plain_loop(model, inputs, flows.values(), windows)
    expected = torch.stack([row[..., answer] for row, answer in zip(logits, answers, strict=True)])
    torch.testing.assert_close(found.logits, expected, rtol=1e-4, atol=1e-4)
    probabilities = torch.stack([row.softmax(-1)[..., answer] for row, answer in zip(logits, answers, strict=True)])
    torch.testing.assert_close(found.probabilities, probabilities, rtol=1e-4, atol=1e-5)
    assert torch.equal(found.top_ids, logits.argmax(-1))
    clean = model(inputs).logits[:, -1]
    torch.testing.assert_close(found.clean_logits, clean[range(2), answers], rtol=1e-4, atol=1e-4)


def test_hooks_that_are_active_act_in_every_run():
    model, inputs = models.model("llava"), models.inputs("llava")
    layout = model.token_layout(inputs)
    flow = {"image": (layout.images, layout.last)}

    def shift(x, hook):
        x[:, 3] += x[:, 5] * 0.5  # addresses positions of the whole prompt

    with model.hooks([("lm.blocks.1.hook_resid_pre", shift)]):
        found = knockout.sweep(model, inputs, flows=flow, windows=[1, 2], answers=[7, 7])
        expected = plain_loop(model, inputs, flow.values(), [(1,), (2,)])[..., 7]
    torch.testing.assert_close(found.logits, expected, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("backbone", ["mistral with a window", "qwen2 with a window on one layer"])
def test_sliding_windows_equal_whole_passes(backbone):
    model = HookedVLMTransformer.from_hf(random_model(test_llava.config(backbone)))
    inputs = models.inputs("llava")
    layout = model.token_layout(inputs)
    near = ~(layout.images - layout.images)  # every token, of which the last query sees five
    flow = {"all": (near, layout.last), "image": (layout.images, patching.text_after_image(layout))}
    found = knockout.sweep(model, inputs, flows=flow, windows=[0, (0, 1), 2], answers=[7, 7])
    expected = plain_loop(model, inputs, flow.values(), [(0,), (0, 1), (2,)])[..., 7]
    torch.testing.assert_close(found.logits, expected, rtol=1e-4, atol=1e-4)
    assert not torch.allclose(found.logits, found.clean_logits[:, None, None], atol=1e-2)


def test_windows_lie_around_each_layer():
    assert layer_windows(1, 3) == ((0,), (1,), (2,))
    assert layer_windows(3, 4) == ((0, 1), (0, 1, 2), (1, 2, 3), (2, 3))
    assert layer_windows(2, 3) == ((0,), (0, 1), (1, 2))
    assert layer_windows([-1, range(2), (0, 2)], 3) == ((2,), (0, 1), (0, 2))
    for wrong in (0, 4, [], [()], [3], [range(4)]):
        with pytest.raises(InputError, match=r"window|no layer"):
            layer_windows(wrong, 3)


@pytest.fixture
def toy():
    model, scenes = load("toy-qwen3_vl")[0], [Scene.random(seed, grid=7) for seed in range(3)]
    return model, [model.prepare_messages(QUESTION, scene.image) for scene in scenes]


def test_answers_are_followed(toy, tmp_path):
    model, inputs = toy
    found = knockout.sweep(model, inputs, windows=[range(6), 5], answers=["red", "3", "circle"])
    assert found.flows == ("image -> question", "question -> last", "image -> last")
    assert found.window_names == ("0-5", "5")
    clean = [model(each).logits[0, -1] for each in inputs]
    for nth, (logits, word) in enumerate(zip(clean, found.answers, strict=True)):
        ids = list(word.token_ids)
        assert len(ids) > 1
        assert float(found.clean_probabilities[nth]) == pytest.approx(float(logits.softmax(-1)[ids].sum()), rel=1e-4)
        assert float(found.clean_logits[nth]) == pytest.approx(float(logits[ids].max()), rel=1e-4, abs=1e-4)
    change = found.probabilities / found.clean_probabilities[:, None, None] - 1
    torch.testing.assert_close(found.relative_change, change.mean(0))
    own = knockout.sweep(model, inputs, windows=[5])
    assert [word.token_ids for word in own.answers] == [(int(logits.argmax()),) for logits in clean]
    assert own.clean_accuracy == 1
    right = (own.top_ids == own.clean_top_ids[:, None, None]).float()
    torch.testing.assert_close(own.accuracy, right.mean(0))
    for quantity in ("relative change", "logit change", "accuracy"):
        low, high = own.interval(quantity)
        assert (low <= high).all()
        assert own.plot(quantity).axes
    own.save(tmp_path / "knockout.safetensors")
    loaded = KnockoutSweep.load(tmp_path / "knockout.safetensors")
    assert loaded.to_dataframe().equals(own.to_dataframe())
    assert len(own.to_dataframe()) == 9
    assert "<table" in own._repr_html_()


def test_a_sweep_that_is_stopped_keeps_what_it_has(toy, monkeypatch):
    model, inputs = toy
    whole = knockout.sweep(model, inputs[:2])
    resume, runs = sweeps.resume, []

    def stopping(*args, **kwargs):
        runs.append(None)
        if len(runs) > 2:
            raise KeyboardInterrupt
        return resume(*args, **kwargs)

    monkeypatch.setattr(sweeps, "resume", stopping)
    with pytest.warns(UserWarning, match="Knockout was stopped"):
        stopped = knockout.sweep(model, inputs[:2])
    done = ~stopped.probabilities.isnan()
    assert torch.equal(stopped.probabilities[done], whole.probabilities[done])
    assert 0 < stopped.n_missing < done.numel()
    assert "stopped" in repr(stopped)
    assert stopped.plot("accuracy").axes
    assert stopped.to_dataframe()["right"].isna().sum() == stopped.n_missing
    assert whole.clean_accuracy == stopped.clean_accuracy == 1  # only the first of the two was run, and it is right
    with pytest.raises(KeyboardInterrupt):
        knockout.sweep(model, inputs[:2])


def test_what_can_not_be_knocked_out_is_an_error(toy):
    model, inputs = toy
    with pytest.raises(InputError, match="nothing flows"):
        knockout.sweep(model, inputs, flows=[("last", "image")])
    with pytest.raises(InputError, match="pair of groups"):
        knockout.sweep(model, inputs, flows=[])
    with pytest.raises(InputError, match="no group"):
        knockout.sweep(model, inputs, flows=[("picture", "last")])
    with pytest.raises(InputError, match="0 positions to come from"):
        knockout.sweep(model, inputs, flows={"a": ([], "last")})
    with pytest.raises(InputError, match="no token"):
        knockout.sweep(model, inputs, answers=-1)
    with pytest.raises(InputError, match="at least one run"):
        knockout.sweep(model, inputs[:1], batch_size=0)
    with pytest.raises(InputError, match="2 answers for 3 rows"):
        knockout.sweep(model, inputs, answers=["red", "blue"])
    with pytest.raises(InputError, match="needs inputs"):
        knockout.sweep(model, [])
