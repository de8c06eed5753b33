"""The numbers of views are those of the analyses, and their code finds them again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from tests.app.asked import asked, filming, scene, toy
from vlm_lens_native import InputError, analysis
from vlm_lens_native.analysis import logit_attribution
from vlm_lens_native.app import requests as ask
from vlm_lens_native.app.desk import VIEWS
from vlm_lens_native.app.prompt import Film, Prompt, Turn
from vlm_lens_native.app.study import Study
from vlm_lens_native.app.views import attention, attribution, interventions, lens, sweeps
from vlm_lens_native.app.views.tokens import tokens
from vlm_lens_native.bundle import wire
from vlm_lens_native.bundle.wire import View


def same(found: np.ndarray, expected: torch.Tensor) -> bool:
    return torch.equal(torch.from_numpy(found), expected)


def near(found: np.ndarray, expected: torch.Tensor) -> None:
    """Equal up to rounding: a decode step adds up in another order than a whole pass."""
    torch.testing.assert_close(torch.from_numpy(found), expected, rtol=1e-4, atol=2e-5)


def test_the_answer_is_that_of_generate(name: str):
    study = asked(name)
    answer = [step.token for step in study.generate(max_new_tokens=6)]
    whole = toy(name).generate(study.inputs, max_new_tokens=6, do_sample=False)[0, study.n_prompt :].tolist()
    assert answer == whole
    again = [step.token for step in study.generate(max_new_tokens=6)]
    assert again == answer


def test_the_lens_is_the_analysis(name: str):
    study = asked(name)
    found, whole = lens.lens(study), analysis.logit_lens(toy(name), study.inputs, top_k=5)
    strings = np.array(found.about["strings"], dtype=object)
    assert same(found.arrays["tokens"][found.arrays["ids"]], whole.top_ids)
    assert [*strings[found.arrays["ids"][-1, :, 0]]] == whole.top_words(whole.layers[-1])
    for each, expected in {"probs": whole.top_probs, "entropy": whole.entropy, "kl": whole.kl}.items():
        assert same(found.arrays[each], expected)


def test_words_are_those_of_the_lens(name: str):
    study = asked(name)
    found = lens.words(study, words=["red", "blue"])
    whole = analysis.logit_lens(toy(name), study.inputs, top_k=1, words=["red", "blue"])
    assert same(found.arrays["probs"], whole.word_probs.movedim(-1, 0))
    assert same(found.arrays["ranks"], whole.word_ranks.movedim(-1, 0))


def test_heads_are_the_pattern_at_the_focus(name: str):
    study = asked(name)
    whole = analysis.attention_to_image(toy(name), study.inputs)
    near(attention.heads(study).arrays["weights"][..., whole.tokens.numpy()], whole.weights[:, :, 0])
    focus = study.n_prompt - 3
    earlier = analysis.attention_to_image(toy(name), study.inputs, queries=focus)
    near(attention.heads(study, focus=focus).arrays["weights"][..., earlier.tokens.numpy()], earlier.weights[:, :, 0])


def test_one_pattern_and_who_looks_at_a_token_are_the_same_weights(name: str):
    study = asked(name)
    _, cache = toy(name).run_with_cache(study.inputs, "lm.blocks.*.attn.hook_pattern", return_type=None)
    assert same(attention.pattern(study, layer=2, head=1).arrays["weights"], cache["pattern", 2][0, 1])
    assert same(attention.readers(study, position=7).arrays["weights"], cache.stack("pattern")[:, 0, :, :, 7])


def test_parts_are_direct_attribution(name: str):
    study, model = asked(name), toy(name)
    answer = next(iter(study.generate(max_new_tokens=1))).token
    found = attribution.parts(study, target=answer)
    step, _ = study.step(study.n_prompt - 1)
    for by, array in {"component": found.arrays["values"], "head": found.arrays["heads"]}.items():
        there = logit_attribution.direct(model, step, answer, by=by, positions=study.n_prompt - 1)
        assert same(array, there.values[:, 0] if by == "component" else there.heads[0])
        whole = logit_attribution.direct(model, study.inputs, answer, by=by)
        near(array, whole.values[:, 0] if by == "component" else whole.heads[0])
    summed = found.arrays["heads"].sum() + found.arrays["other"].sum()
    assert summed == pytest.approx(found.about["logit"], abs=1e-3)


def test_sources_and_neurons_are_direct_attribution(name: str):
    study, model = asked(name), toy(name)
    found = attribution.sources(study, target="red", contrast="blue")
    whole = logit_attribution.direct(model, study.inputs, "red", "blue", by="source")
    assert same(found.arrays["sources"], whole.sources[0])
    neurons = attribution.neurons(study, layer=1, target="red", top_k=7)
    step, _ = study.step(study.n_prompt - 1)
    there = logit_attribution.direct(model, step, "red", by="neuron", positions=study.n_prompt - 1, top_k=7)
    assert [float(there[f"L1N{number}"]) for number in neurons.arrays["numbers"]] == neurons.arrays["values"].tolist()


def test_the_vision_encoders_blocks_stand_in_front(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    study, model = asked(name), toy(name)
    found, followed = lens.lens(study, vision=True), lens.words(study, words=["red"], vision=True)
    layers = analysis.lens.vision_layers(model)
    assert found.about["layers"][: len(layers)] == list(layers)
    images = study.layout.images.indices(0)
    there = analysis.logit_lens(model, study.inputs, layers=layers, positions=images, words=["red"], top_k=5)
    assert same(found.arrays["probs"][: len(layers), images], there.top_probs)
    assert same(found.arrays["kl"][: len(layers), images], there.kl)
    assert same(followed.arrays["probs"][0, : len(layers), images].T, there.word_probs[..., 0])
    assert np.isnan(found.arrays["probs"][: len(layers), -1]).all()
    assert same(found.arrays["probs"][len(layers) :], torch.from_numpy(lens.lens(study).arrays["probs"]))
    said = np.array(found.about["strings"])[found.arrays["ids"][0, images, 0]]
    assert said.tolist() == [there.strings[int(token)] for token in there.top_ids[0, :, 0]]
    code = run_code(study, found, tmp_path, monkeypatch)
    assert same(there.top_probs.numpy(), code["vision"].top_probs)


def test_a_generated_token_can_be_the_focus(name: str):
    study, model = asked(name), toy(name)
    steps = list(study.generate(max_new_tokens=4))
    assert study.n_pos == study.n_prompt + len(steps) - 1 > study.n_prompt
    longer = model.prepare_messages(*scene(name)[:2], assistant_prefill=model.tokenizer.decode([steps[0].token]))
    assert longer["input_ids"].shape[1] == study.n_prompt + 1
    whole = analysis.attention_to_image(model, longer)
    near(
        attention.heads(study, focus=study.n_prompt).arrays["weights"][..., whole.tokens.numpy()],
        whole.weights[:, :, 0],
    )
    said = lens.lens(study)
    near(said.arrays["kl"], analysis.logit_lens(model, longer, top_k=1).kl)


def test_a_new_focus_costs_one_decode_step_and_the_prompt_one_pass(name: str):
    study, model = asked(name), toy(name)
    seen: list[int] = []

    def count(activation: torch.Tensor, hook: Any) -> None:
        seen.append(activation.shape[1])

    with model.hooks([("lm.hook_embed", count)]):
        lens.lens(study)
        lens.words(study, words=["red"])
        assert seen == [study.n_prompt]
        attention.heads(study)
        attention.heads(study, focus=study.n_prompt - 5)
        attribution.parts(study, target="red", focus=study.n_prompt - 5)
        assert seen == [study.n_prompt, 1, 1, 1, 1]
        list(study.generate(max_new_tokens=2))
        assert sum(seen) == study.n_prompt + 5


CALLS: dict[str, dict[str, Any]] = {
    "lens": {},
    "words": {"words": ["red"]},
    "heads": {"focus": -1},
    "pattern": {"layer": 1, "head": 2},
    "readers": {"position": 6},
    "parts": {"target": "red", "contrast": "blue"},
    "sources": {"target": "red"},
    "neurons": {"target": "red", "layer": 2},
}
# What the code calls its result, and how that becomes the view's array.
RESULTS = {
    "lens": lambda v: (v["lens"].top_probs, "probs"),
    "words": lambda v: (v["lens"].word_probs.movedim(-1, 0), "probs"),
    "heads": lambda v: (v["weights"], "weights"),
    "pattern": lambda v: (v["weights"], "weights"),
    "readers": lambda v: (v["weights"], "weights"),
    "parts": lambda v: (v["heads"].heads[0], "heads"),
    "sources": lambda v: (v["sources"], "sources"),
    "neurons": lambda v: (torch.tensor(list(v["neurons"].values())), "values"),
}


def run_code(study: Study, view: View, folder: Path, monkeypatch: pytest.MonkeyPatch, **names: Any) -> dict[str, Any]:
    """What a view's code leaves behind, run beside the study's pictures."""
    monkeypatch.chdir(folder)
    for number, frames in enumerate(study.pictures, start=1):
        for frame, (picture, _) in enumerate(frames, start=1):
            picture.save(f"image-{number}.png" if len(frames) == 1 else f"image-{number}-{frame}.png")
    found: dict[str, Any] = dict(names)
    exec(compile(view.code, "code", "exec"), found)
    return found


@pytest.mark.parametrize("view", sorted({*VIEWS} - {"features", "feature"}))  # `test_features` runs those two
@pytest.mark.parametrize("answered", [False, True])
def test_a_views_code_finds_its_numbers(view: str, answered: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    study = asked("toy-qwen3_vl")
    if answered:
        list(study.generate(max_new_tokens=3))
    found = VIEWS[view][1](study, **CALLS[view])
    expected, array = RESULTS[view](run_code(study, found, tmp_path, monkeypatch))
    if answered:
        near(found.arrays[array], expected.float())
    else:
        torch.testing.assert_close(torch.from_numpy(found.arrays[array]), expected.float(), rtol=0, atol=1e-6)


def test_the_code_of_a_chat_with_two_images_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    _, first, _ = scene("toy-qwen3_vl", 0)
    _, second, _ = scene("toy-qwen3_vl", 1)
    turns = (
        Turn(role="system", parts=("Answer with one word.",)),
        Turn(role="user", parts=(first, "What colour is the circle?")),
        Turn(role="assistant", parts=("red",)),
        Turn(role="user", parts=(second, 'And "now"?')),
    )
    study = Study(toy("toy-qwen3_vl"), Prompt(turns=turns, prefill="It is"), name="toy-qwen3_vl")
    found = lens.lens(study)
    expected = run_code(study, found, tmp_path, monkeypatch)["lens"].top_probs
    assert same(found.arrays["probs"], expected)
    assert [image["kind"] for image in tokens(study).about["images"]] == ["image", "image"]


def test_a_video_has_its_frames():
    pictures = tuple(scene("toy-qwen3_vl", number)[1] for number in range(4))
    turn = Turn(role="user", parts=(Film(frames=pictures, fps=2.0), "What colour is the circle?"))
    study = Study(filming(), Prompt(turns=(turn,)))
    found = tokens(study)
    [image] = found.about["images"]
    assert image["kind"] == "video"
    assert len(image["frames"]) == 4
    assert sorted(set(found.arrays["frames"].tolist())) == [-1, 0, 1]  # Qwen merges two frames into one
    assert '"fps": 2.0' in found.code


def test_a_tiled_image_has_its_tiles_and_its_global_view():
    _, image, _ = scene("toy-smolvlm")
    study = Study(toy("toy-smolvlm"), Prompt.ask("What is there?", image.resize((448, 224))), name="toy-smolvlm")
    found = tokens(study)
    assert len(found.about["images"][0]["grids"]) > 1
    assert found.arrays["globals"].any()
    assert found.arrays["tile_rows"].max() >= 0


CHANGES: list[dict[str, Any]] = [
    {"kind": "zero", "point": "z", "layers": [2], "heads": [1]},
    {"kind": "zero", "point": "mlp_out", "layers": [0, 1], "positions": [5, 6]},
    {"kind": "mean", "point": "attn_out", "layers": [2]},
    {"kind": "scale", "point": "resid_mid", "layers": [3], "strength": 0.5},
    {"kind": "block", "positions": [76], "keys": list(range(4, 68)), "layers": [1, 2]},
    {"kind": "patch", "point": "resid_post", "layers": [0], "positions": [10, 11], "source": "0" * 32},
    {"kind": "steer", "point": "resid_post", "layers": [1], "positions": [20], "strength": 2.0, "source": "0" * 32},
    {"kind": "project", "point": "resid_post", "layers": [1, 2], "source": "0" * 32},
    {"kind": "resample", "point": "mlp_out", "layers": [1], "source": "0" * 32},
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change["kind"] + change.get("point", ""))
def test_changes_are_hooks_and_their_code_makes_them(
    change: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    study, source = asked("toy-llava"), asked("toy-llava", 3)
    hooks, code = interventions.hooks_of(study, [ask.Change.model_validate(change)], {"0" * 32: source})
    changed = Study(study.model, study.prompt, name=study.name, hooks=hooks)
    found = interventions.compare(study, changed, code=code, max_new_tokens=2)
    assert ("# source_inputs: the other prompt" in found.code) == ("source_inputs," in found.code)
    names = run_code(study, found, tmp_path, monkeypatch, source_inputs=source.inputs)
    for word in found.about["words"]:
        assert word["logit_before"] == pytest.approx(float(names["before"][word["id"]]), abs=1e-4)
        assert word["logit_after"] == pytest.approx(float(names["after"][word["id"]]), abs=1e-4)
    assert any(abs(word["logit_after"] - word["logit_before"]) > 1e-4 for word in found.about["words"])


def test_views_of_a_changed_study_see_the_change():
    study = asked("toy-llava")
    keys = study.layout.images.indices(0).tolist()
    block = ask.Change(kind="block", positions=[study.n_prompt - 1], keys=keys)
    hooks, _ = interventions.hooks_of(study, [block], {})
    changed = Study(study.model, study.prompt, name=study.name, hooks=hooks)
    assert attention.heads(changed).arrays["weights"][..., keys].max() == 0
    assert attention.heads(study).arrays["weights"][..., keys].max() > 0.1
    assert not np.array_equal(lens.lens(changed).arrays["kl"], lens.lens(study).arrays["kl"])
    list(changed.generate(max_new_tokens=2))
    assert attention.heads(changed, focus=changed.n_prompt).arrays["weights"][..., keys].max() > 0


@pytest.mark.parametrize("answered", [False, True])
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change["kind"] + change.get("point", ""))
def test_the_code_of_views_of_a_changed_study_makes_the_change(
    change: dict[str, Any], answered: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    study, source = asked("toy-llava"), asked("toy-llava", 3)
    hooks, code = interventions.hooks_of(study, [ask.Change.model_validate(change)], {"0" * 32: source})
    changed = Study(study.model, study.prompt, name=study.name, hooks=hooks, changes=code)
    if answered:
        list(changed.generate(max_new_tokens=3))
    for name in ("lens", "heads"):
        found = VIEWS[name][1](changed, **CALLS[name])
        expected, array = RESULTS[name](run_code(changed, found, tmp_path, monkeypatch, source_inputs=source.inputs))
        near(found.arrays[array], expected.float())
        if name == "lens":
            plain = lens.lens(study).arrays[array]
            assert np.abs(found.arrays[array][:, : study.n_prompt] - plain).max() > 1e-3


@pytest.mark.parametrize("over", ["groups", "positions", "heads"])
def test_patching_is_the_sweep_and_grows_layer_by_layer(over: str):
    study, source = asked("toy-llava"), asked("toy-llava", 1)
    source = Study(study.model, Prompt.ask(study.prompt.turns[0].parts[1], source.pictures[0][0][0]), name="toy-llava")
    positions = [9, 10, 76] if over == "positions" else None
    views = list(sweeps.patch(study, source, over=over, positions=positions))
    new, old = (int(interventions.first_logits(each).argmax()) for each in (source, study))
    choice = {"positions": positions} if over == "positions" else {"heads": "all"} if over == "heads" else {}
    hook = "z" if over == "heads" else "resid_post"
    whole = analysis.patching.sweep(
        study.model, source.inputs, study.inputs, analysis.logit_difference(new, old), hook=hook,
        layers=range(study.model.cfg.n_layers), **choice,
    )  # fmt: skip
    near(views[-1].arrays["effect"], whole.effect)
    done = [view.about["done"] for view in views]
    assert done == sorted(done)
    assert done[-1] == study.model.cfg.n_layers
    assert np.isnan(views[0].arrays["effect"][-1]).all()


def test_knockout_and_gradients_are_the_analyses():
    study = asked("toy-qwen3_vl")
    *_, last = sweeps.knock_out(study, window=3)
    near(last.arrays["effect"], analysis.knockout.sweep(study.model, study.inputs, windows=3).relative_change)
    other = Study(study.model, Prompt.ask(study.prompt.turns[0].parts[1], scene("toy-qwen3_vl", 1)[1]), name="x")
    [found] = sweeps.estimate(study, other)
    assert found.arrays["effect"].shape == (study.model.cfg.n_layers, study.n_prompt)
    assert np.isfinite(found.arrays["effect"]).all()


SWEEPS: dict[str, Any] = {
    "groups": lambda study, source: sweeps.patch(study, source, direction="noise"),
    "positions": lambda study, source: sweeps.patch(study, source, over="positions", positions=[9, 10, 76]),
    "heads": lambda study, source: sweeps.patch(study, source, over="heads", point="mlp_out"),
    "knockout": lambda study, source: sweeps.knock_out(study, window=2),
    "gradients": lambda study, source: sweeps.estimate(study, source),
    "gradients of heads": lambda study, source: sweeps.estimate(study, source, point="z"),
}


@pytest.mark.parametrize("kind", SWEEPS)
def test_a_sweeps_code_finds_its_numbers(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    study = asked("toy-llava")
    source = Study(study.model, Prompt.ask(scene("toy-llava")[0], scene("toy-llava", 1)[1]), name="toy-llava")
    *_, view = SWEEPS[kind](study, source)
    names = run_code(study, view, tmp_path, monkeypatch, source_inputs=source.inputs)
    found = names["effect"][0] if "gradients" in kind else names["sweep"]
    near(view.arrays["effect"], found.relative_change if kind == "knockout" else getattr(found, "effect", found))


def test_patching_between_equal_answers_says_so():
    study = asked("toy-llava")
    with pytest.raises(InputError, match="answered with"):
        next(sweeps.patch(study, asked("toy-llava")))


def test_a_study_takes_one_row_and_no_prefilled_inputs():
    model = toy("toy-llava")
    question, image, _ = scene("toy-llava")
    with pytest.raises(InputError, match="2 rows"):
        Study(model, inputs=model.prepare_messages_batch([question] * 2, [image] * 2))
    with pytest.raises(InputError, match="one of the two"):
        Study(model)
    with pytest.raises(InputError, match="not one of"):
        attention.heads(asked("toy-llava"), focus=500)


def test_what_travels_is_what_was_found():
    view = View(
        arrays={"a": np.array([[0.5, np.nan], [np.inf, 1.0]]), "b": np.arange(300), "c": np.array([-1, 70000])},
        about={"text": "</script>"}, code="x = 1\n",
    )  # fmt: skip
    arrays, about = wire.unpack(wire.pack(view))
    assert arrays["a"].dtype == np.float16
    np.testing.assert_array_equal(arrays["a"], [[0.5, np.nan], [65504, 1.0]])
    assert arrays["b"].tolist() == list(range(300))
    assert arrays["c"].tolist() == [-1, 70000]
    assert about == {"text": "</script>", "code": "x = 1\n"}
    assert wire.unframed(wire.framed(b"one") + wire.framed(b"")) == [b"one", b""]
