"""Planted directions are found by means, components, discriminants and probes, and removed; shuffled labels: chance."""

from __future__ import annotations

import pydoc
from pathlib import Path

import pytest
import torch

from tests.analysis.conftest import load
from tests.experiments.conftest import alone, picture
from vlm_lens_native import HookedVLMTransformer, InputError
from vlm_lens_native.analysis import find_word
from vlm_lens_native.experiments import Direction, Examples, Probe, activations, directions, evaluate, probes
from vlm_lens_native.interventions import AddActivation, ProjectOut

POINT = "lm.blocks.1.hook_resid_post"
SIZES = [(56, 56), (84, 56)]


@pytest.fixture
def table() -> Examples:
    """Forty examples, half of them positive; images of two sizes."""
    rows = [
        {
            "image": picture(nth, *SIZES[nth % 4 > 1]),
            "question": "What colour is the square?" if nth % 3 else "How many circles?",
            "answer": "red",
            "contrast": "blue",
            "is": "positive" if nth % 2 else "negative",
            "amount": nth % 5,
        }
        for nth in range(40)
    ]
    return Examples(rows)


@pytest.fixture
def one() -> HookedVLMTransformer:
    return load("toy-qwen2_5_vl")[0]


def planted(model) -> torch.Tensor:
    return torch.randn(model.cfg.d_model, generator=torch.Generator().manual_seed(1))


def planting(model, size=3.0):
    def hooks(layout, example):
        share = {"positive": 1.0, "negative": 0.0}[example.labels["is"]]
        return [(POINT, AddActivation(size * planted(model) * share, positions=layout.last))]

    return hooks


def cosine(one, other) -> float:
    return float(torch.cosine_similarity(one, other, dim=0))


def test_help_says_how_a_method_is_called():
    for method in (directions.mean_difference, directions.principal, directions.discriminant):
        told = pydoc.plain(pydoc.render_doc(method))
        assert all(f"{argument}: " in told for argument in ("positive", "negative", "hook", "positions", "seed"))


def test_activations_are_those_of_single_prompts(model, table):
    def rest(layout, example):
        return layout.images if example.labels["amount"] else layout.last

    table = table[:6]
    for positions, mean in (("last", True), ([0, -2], False), (rest, True), (slice(1, 4), False), ("question", True)):
        found = activations(model, table, ["lm.blocks.2.attn.hook_z", POINT], positions, mean=mean, batch_size=4)
        for nth, each in enumerate(table):
            inputs = model.prepare_messages(each.question, each.images[0])
            layout = model.token_layout(inputs)
            _, cache = model.run_with_cache(inputs, "lm.*")
            at = rest(layout, each).indices() if callable(positions) else positions
            at = getattr(layout, at).indices() if isinstance(at, str) else at
            for name, values in found.values.items():
                rows = cache[name][0, at].flatten(1)
                expected = rows.mean(0, keepdim=True) if mean else rows
                torch.testing.assert_close(values[found.example == nth], expected, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("method", [directions.mean_difference, directions.principal, directions.discriminant])
def test_a_planted_direction_is_found_and_removed(one, table, method):
    positive, negative = table.where(**{"is": "positive"}), table.where(**{"is": "negative"})
    found = method(one, positive, negative, hook=POINT, hooks=planting(one))
    if method is not directions.discriminant:  # which turns away from what else varies
        assert cosine(found.vector, planted(one)) > 0.8
    assert found.effect > 4
    assert found.accuracy == 1
    low, high = found.interval()
    assert 0 < low < high
    nothing = method(one, positive, negative, hook=POINT)
    assert abs(nothing.effect) < 2

    plant = planting(one)
    both = lambda layout, example: [*plant(layout, example), *found.remove(positions=layout.last)]  # noqa: E731
    left = activations(one, table, POINT, hooks=both).values[POINT] @ found.unit
    assert left.abs().max() < 1e-3 * found.vector.norm()


def test_a_step_along_a_direction_is_the_difference_that_it_stands_for(one, table):
    """Added to negative examples, the planted vector gives the positive ones' activations; so do its numbers."""
    positive, negative = table.where(**{"is": "positive"}), table.where(**{"is": "negative"})
    found = directions.mean_difference(one, positive, negative, hook=POINT, hooks=planting(one))
    before, after = (
        activations(one, negative, POINT, hooks=hooks).values[POINT] @ found.unit
        for hooks in (None, lambda layout: found.add(2.0, positions=layout.last))
    )
    torch.testing.assert_close(after - before, (2 * found.vector.norm()).expand(len(before)), rtol=1e-3, atol=1e-3)


def test_a_words_direction_steers_towards_the_word(model, table):
    last = f"lm.blocks.{model.cfg.n_layers - 1}.hook_resid_post"
    towards = model.word_direction("red") - model.word_direction("blue")
    hooks = [(last, AddActivation(towards / towards.norm(), scale=20.0, positions=-1))]
    plain, steered = evaluate(model, table[:6]), evaluate(model, table[:6], hooks)
    assert (steered.logit_differences > plain.logit_differences).all()


def test_steering_is_adding_the_direction(one, table):
    inputs = one.prepare_messages(table[0].question, table[0].images[0])
    vector, layout = planted(one), one.token_layout(inputs)
    with one.hooks([(POINT, AddActivation(vector, scale=2.0, positions=layout.last))]):
        expected = one(inputs).logits
    with one.steer(vector, layer=1, coefficient=2.0, positions=layout.last):
        assert torch.equal(one(inputs).logits, expected)
    named = Direction(
        vector=vector, hook=POINT, method="given", midpoint=0.0, positive=torch.ones(2), negative=torch.ones(2)
    )
    with one.steer(named, coefficient=2.0, positions=layout.last):
        assert torch.equal(one(inputs).logits, expected)
    with pytest.raises(InputError, match="a tensor and a layer"):
        one.steer(vector)


def test_coefficients_are_conditions_each_as_in_single_prompts(model, table):
    """Padded batches of two sizes; positions are each example's own."""
    table, vector = table[:6], planted(model)
    at = {"last": lambda layout: layout.last, "image": lambda layout: layout.images}
    for where, selection in at.items():
        found = directions.sweep(model, table, vector, [-1, 0, 2], hook=POINT, positions=where, batch_size=4)
        assert found.conditions == ("0", "-1", "2")
        for name, scale in (("0", 0), ("-1", -1), ("2", 2)):
            hooks = lambda layout, example, scale=scale, pick=selection: [  # noqa: E731
                (POINT, AddActivation(vector, scale=scale, positions=pick(layout)))
            ]
            logits = alone(model, table, hooks)
            ids = list(find_word(model.tokenizer, "red").token_ids)
            torch.testing.assert_close(found[name].logits, logits[:, ids].logsumexp(1), rtol=1e-4, atol=1e-3)
    with pytest.raises(InputError, match="give hook="):
        directions.sweep(model, table, vector, [1])


def test_what_removal_does_is_measured_beside_a_random_direction(one, table):
    """The planted direction alone tells the answer; without it, examples answer as if nothing was planted."""
    negative = table.where(**{"is": "negative"})[:6]
    towards = one.word_direction("red") - one.word_direction("blue")
    last = f"lm.blocks.{one.cfg.n_layers - 1}.hook_resid_post"
    plant = lambda layout: [(last, AddActivation(30 * towards / towards.norm(), positions=layout.last))]  # noqa: E731
    found = directions.removal(one, negative, towards, hook=last, positions="last")
    assert found.conditions == ("clean", "removed", "random")
    hooks = lambda layout, example: [(last, ProjectOut(towards, positions=layout.last))]  # noqa: E731
    logits = alone(one, negative, hooks)
    red, blue = (list(find_word(one.tokenizer, word).token_ids) for word in ("red", "blue"))
    expected = logits[:, red].logsumexp(1) - logits[:, blue].logsumexp(1)
    torch.testing.assert_close(found["removed"].logit_differences, expected, rtol=1e-3, atol=1e-3)
    steered = evaluate(one, negative, plant)
    moved = (found["removed"].logit_differences - found["clean"].logit_differences).abs().mean()
    control = (found["random"].logit_differences - found["clean"].logit_differences).abs().mean()
    assert moved > 3 * control
    assert (steered.logit_differences > found["clean"].logit_differences).all()


def test_probes_find_what_is_planted_and_nothing_in_shuffled_labels(one, table, tmp_path: Path):
    found = probes.fit(one, table, target="is", hooks=planting(one), shuffles=8)
    assert found.hooks == tuple(f"lm.blocks.{layer}.hook_resid_post" for layer in range(one.cfg.n_layers))
    assert found.accuracy[1:].min() == 1
    assert found.accuracy[0] < 0.9
    assert abs(float(found.control.mean()) - 0.5) < 0.15
    assert found.chance == pytest.approx(0.5)
    direction = found.direction(1, "positive")
    assert direction.hook == POINT
    assert direction.effect > 3
    assert cosine(direction.vector, planted(one)) > 0.4
    assert cosine(direction.vector, found.direction(1, "negative").vector) == pytest.approx(-1, abs=1e-3)
    lines = found.to_dataframe()
    assert list(lines["hook"]) == list(found.hooks)
    assert found.plot().axes
    found.save(tmp_path / "probe.safetensors")
    assert torch.equal(Probe.load(tmp_path / "probe.safetensors").weights, found.weights)
    direction.save(tmp_path / "direction.safetensors")
    assert torch.equal(Direction.load(tmp_path / "direction.safetensors").vector, direction.vector)
    assert direction.plot().axes


def test_probes_that_were_fitted_before_ctrl_c_are_kept(one, table, monkeypatch):
    real, calls = probes._fit, []

    def stopped(**case):
        calls.append(1)
        if len(calls) == 4:  # a probe and a control for each hook point
            raise KeyboardInterrupt
        return real(**case)

    hook = "lm.blocks.[01].hook_resid_post"
    whole = probes.fit(one, table[:16], hook=hook, target="is", shuffles=1)
    monkeypatch.setattr(probes, "_fit", stopped)
    with pytest.warns(UserWarning, match="1 of 2 are done"):
        part = probes.fit(one, table[:16], hook=hook, target="is", shuffles=1)
    assert part.hooks == whole.hooks[:1]
    assert torch.equal(part.weights, whole.weights[:1])


def test_a_probes_weights_are_for_activations_as_they_are(one, table):
    found = probes.fit(one, table, hook=POINT, target="is", hooks=planting(one), shuffles=1)
    scores = found.activations[0] @ found.weights[0].T + found.biases[0]
    said = scores.argmax(1) == found.targets
    assert float(said[found.held_out].float().mean()) == pytest.approx(float(found.accuracy[0]))


def test_numbers_are_read_by_ridge_regression(one, table):
    def hooks(layout, example):
        return [(POINT, AddActivation(planted(one), scale=5.0 * example.labels["amount"], positions=layout.last))]

    found = probes.fit(one, table, hook=POINT, target="amount", kind="ridge", hooks=hooks, shuffles=4)
    assert found.accuracy[0] > 0.9
    assert found.control[0] < 0.3
    assert cosine(found.direction(1).vector, planted(one)) > 0.4


def test_positions_of_one_example_stay_on_one_side(one, table):
    found = probes.fit(one, table, hook=POINT, positions=[-1, -2, -3], each=True, target="is", shuffles=1)
    assert len(found.held_out) == 3 * len(table)
    sides = found.held_out.view(len(table), 3)
    assert (sides == sides[:, :1]).all()


def test_what_cant_be_fitted_says_so(table):
    model = load("toy-smolvlm")[0]
    with pytest.raises(InputError, match="at least two"):
        directions.mean_difference(model, table[:2], table[2:4], hook=POINT)
    with pytest.raises(InputError, match="one hook point"):
        directions.mean_difference(model, table[:4], table[4:8], hook="resid_post")
    with pytest.raises(InputError, match="no vector at each position"):
        activations(model, table[:2], "lm.blocks.0.attn.hook_pattern")
    with pytest.raises(InputError, match="have no 'colour'"):
        probes.fit(model, table[:8], target="colour")
    with pytest.raises(InputError, match="only 'red'"):
        probes.fit(model, table[:4], target="answer", hook=POINT)
    with pytest.raises(InputError, match="no such positions"):
        activations(model, table[:1], POINT, lambda layout: layout.images - layout.images)
    with pytest.raises(InputError, match="900 lie outside"):
        activations(model, table[:1], POINT, 900)
