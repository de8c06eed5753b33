"""The view of dictionaries' features: its numbers are those of the analyses, and what the page shows of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from tests.app.asked import asked, scene, toy
from tests.app.test_views import near, run_code
from tests.unit.test_splicing import Plain
from vlm_lens_native import InputError, analysis, app, dictionaries
from vlm_lens_native.analysis.encoded_images import find_patches
from vlm_lens_native.app import requests as ask
from vlm_lens_native.app.desk import VIEWS
from vlm_lens_native.app.shelf import shelves
from vlm_lens_native.app.study import Study
from vlm_lens_native.app.views import features, interventions

NAME = "toy-llava"
STREAM, MLP = "lm.blocks.3.hook_resid_post", ("lm.blocks.2.ln2.hook_normalized", "lm.blocks.2.hook_mlp_out")


@cache
def saes() -> dict[Any, Any]:
    """An SAE of the stream, and a transcoder."""
    made = {}
    for place in (STREAM, MLP):
        torch.manual_seed(len(made))
        sae = Plain(STREAM, d_in=toy(NAME).cfg.d_model)
        with torch.no_grad():
            sae.b_enc -= 1
        made[place] = sae.requires_grad_(False)
    return made


@cache
def pages() -> dictionaries.FeaturePages:
    rows = [{"image": scene(NAME, n)[1], "question": "What is </script> there?"} for n in range(3)]
    return dictionaries.pages(toy(NAME), rows, {STREAM: saes()[STREAM]}, most=6, top=2)


def with_dictionaries(number: int = 0, **given: Any) -> Study:
    return asked(NAME, number, dictionaries=shelves({NAME: toy(NAME)}, saes(), [pages()])[NAME], **given)


@pytest.mark.parametrize("place", [STREAM, MLP], ids=str)
def test_features_at_the_focus_are_the_dictionarys(place: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    looked, model, sae = with_dictionaries(), toy(NAME), saes()[place]
    reads, writes = (place, place) if isinstance(place, str) else place
    list(looked.generate(max_new_tokens=2))
    _, seen = model.run_with_cache(looked.inputs, reads)
    for focus in (looked.n_prompt - 1, 40):
        view = features.features(looked, dictionary=writes, focus=focus, target="red", contrast="blue", top_k=500)
        acts = sae.encode(seen[reads][0, focus])
        listed = view.arrays["features"]
        assert set(listed.tolist()) == set(acts.nonzero().flatten().tolist())
        near(view.arrays["activations"], acts[listed])
        inputs = model.encode(looked.inputs).split(focus + 1)[0] if focus == 40 else looked.inputs
        whole = dictionaries.attribute(model, inputs, {place: sae}, "red", "blue")
        near(view.arrays["values"], whole.by_feature[0, listed])
        assert view.about["logit"] == pytest.approx(float(whole.logit), abs=1e-4)
        total = view.about["sum"] + sum(view.about["parts"].values())
        assert total == pytest.approx(view.about["logit"], abs=1e-3)
        names = run_code(looked, view, tmp_path, monkeypatch, sae=sae)
        near(view.arrays["activations"], names["acts"][focus, listed])
        near(view.arrays["values"], names["values"][listed])
    few = features.features(looked, dictionary=writes, top_k=2)
    assert len(few.arrays["features"]) == 2
    assert few.arrays["activations"][0] == features.features(looked, dictionary=writes).arrays["activations"].max()
    assert np.isnan(few.arrays["values"]).all()


def test_one_feature_is_shown_everywhere_with_its_words_and_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    looked, model, sae = with_dictionaries(), toy(NAME), saes()[STREAM]
    number = pages().features[0]["feature"]
    view = features.feature(looked, dictionary=STREAM, feature=number)
    _, seen = model.run_with_cache(looked.inputs, STREAM)
    near(view.arrays["activations"], sae.encode(seen[STREAM][0])[:, number])
    names = run_code(looked, view, tmp_path, monkeypatch, sae=sae)
    near(view.arrays["activations"], names["activations"])
    up = [value for _, value in view.about["up"]]
    assert up == pytest.approx(names["logits"].topk(10).values.tolist(), abs=1e-4)
    assert [word for word, _ in view.about["up"]] == looked_words(names["logits"].topk(10).indices.tolist())
    assert view.about["page"]["top"][0]["sample"] in view.about["page"]["samples"]
    other = next(n for n in range(100) if n not in {each["feature"] for each in pages().features})
    assert features.feature(looked, dictionary=STREAM, feature=other).about["page"] is None
    assert features.feature(looked, dictionary=MLP[1], feature=0).about["page"] is None


def looked_words(ids: list[int]) -> list[str]:
    strings = with_dictionaries().strings(ids)
    return [strings[token] for token in ids]


def test_a_new_focus_or_feature_passes_through_the_model_no_more(monkeypatch: pytest.MonkeyPatch):
    looked, seen = with_dictionaries(), []
    looked.run()
    with toy(NAME).hooks([("lm.hook_embed", lambda x, hook: seen.append(x.shape[1]))]):
        for focus in (5, 60):
            features.features(looked, dictionary=STREAM, focus=focus)
            features.feature(looked, dictionary=STREAM, feature=focus % 24)
        assert seen == []  # the study keeps the stream
        for focus in (5, 60):
            features.features(looked, dictionary=MLP[1], focus=focus)
        assert seen == [looked.n_prompt]


@pytest.mark.parametrize(
    ("kind", "edit"),
    [
        ("ablate_feature", lambda place, n: analysis.interventions.AblateFeatures(place, n)),
        ("steer_feature", lambda place, n: analysis.interventions.SteerFeatures(place, n, 3.0)),
        ("clamp_feature", lambda place, n: analysis.interventions.ClampFeatures(place, n, 3.0)),
    ],
)
@pytest.mark.parametrize("place", [STREAM, MLP], ids=str)
def test_features_are_changed(kind: Any, edit: Any, place: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    looked, model, sae = with_dictionaries(), toy(NAME), saes()[place]
    name = place if isinstance(place, str) else place[1]
    number = int(features.features(looked, dictionary=name).arrays["features"][0])
    change = ask.Change(kind=kind, dictionary=name, feature=number, strength=3.0)
    hooks, code = interventions.hooks_of(looked, [change], {})
    changed = with_dictionaries(hooks=hooks, changes=code)
    found = features.feature(changed, dictionary=STREAM, feature=number)
    names = run_code(changed, found, tmp_path, monkeypatch, sae=sae)
    if place == STREAM:
        near(found.arrays["activations"], names["activations"])
    view = interventions.compare(looked, changed, code=code, max_new_tokens=1)
    expected = model.run_with_hooks(looked.inputs, edit({place: sae}, number).hooks(model))[0, -1]
    names = run_code(looked, view, tmp_path, monkeypatch, sae=sae)
    for word in view.about["words"]:
        assert word["logit_after"] == pytest.approx(float(expected[word["id"]]), abs=1e-4)
        assert word["logit_after"] == pytest.approx(float(names["after"][word["id"]]), abs=1e-4)
    assert any(abs(word["logit_after"] - word["logit_before"]) > 1e-3 for word in view.about["words"])


IN_FRONT = [(NAME, "vision.blocks.0.hook_resid_post"), (NAME, "adapter.hook_out"), ("toy-qwen3_vl", "adapter.hook_out"),
            ("toy-qwen3_vl", "vision.blocks.0.hook_resid_post")]  # four patches become one token  # fmt: skip


@pytest.mark.parametrize(("name", "place"), IN_FRONT, ids=str)
def test_features_in_front_of_the_decoder_are_those_of_patches(
    name: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    model, looked = toy(name), asked(name)
    _, seen = model.run_with_cache(looked.inputs, place)
    torch.manual_seed(0)
    sae = Plain(place, d_in=seen[place].shape[-1]).requires_grad_(False)
    shelf = shelves({name: model}, {place: sae})[name]
    looked = asked(name, dictionaries=shelf)
    list(looked.generate(max_new_tokens=2))
    acts, images = sae.encode(seen[place]), looked.layout.images.indices(0)
    where = find_patches(model, looked.layout, *acts.shape[:2]).position
    assert set(where.unique().tolist()) - {-1} == set(images.tolist())
    number, focus = int(acts[where >= 0].amax(0).argmax()), int(images[len(images) // 2])
    view = features.feature(looked, dictionary=place, feature=number)
    shown = view.arrays["activations"]
    assert not shown[: images[0]].any()
    near(shown[images], torch.stack([acts[where == at].amax(0)[number] for at in images]))
    near(shown, run_code(looked, view, tmp_path, monkeypatch, sae=sae)["activations"])
    listed = features.features(looked, dictionary=place, focus=focus, target="red", top_k=500)
    assert "no direct effect" in listed.about["why_not"]
    near(listed.arrays["activations"], acts[where == focus].amax(0)[listed.arrays["features"]])
    names = run_code(looked, listed, tmp_path, monkeypatch, sae=sae)
    near(listed.arrays["activations"], names["acts"][focus, listed.arrays["features"]])
    assert features.features(looked, dictionary=place).about["n_active"] == 0  # where the answer is read

    change = ask.Change(kind="clamp_feature", dictionary=place, feature=number, strength=40.0)
    hooks, code = interventions.hooks_of(looked, [change], {})
    changed = asked(name, dictionaries=shelf, hooks=hooks, changes=code)
    compared = interventions.compare(looked, changed, code=code, max_new_tokens=2)
    edit = analysis.interventions.ClampFeatures({place: sae}, number, 40.0)
    expected = model.run_with_hooks(looked.inputs, edit.hooks(model))[0, -1]
    for word in compared.about["words"]:
        assert word["logit_after"] == pytest.approx(float(expected[word["id"]]), abs=1e-4)
    assert any(abs(word["logit_after"] - word["logit_before"]) > 1e-3 for word in compared.about["words"])
    again = features.feature(changed, dictionary=place, feature=number)
    near(again.arrays["activations"], run_code(changed, again, tmp_path, monkeypatch, sae=sae)["activations"])
    lens = VIEWS["lens"][1](changed, vision=True)
    assert len(lens.about["layers"]) > model.cfg.n_layers + 1
    with pytest.raises(InputError, match="in front of the decoder, where patches stand"):
        interventions.hooks_of(looked, [change.model_copy(update={"positions": [focus]})], {})


def test_in_front_of_the_decoder_there_must_be_an_image():
    model, place = toy(NAME), "adapter.hook_out"
    shelf = shelves({NAME: model}, {place: Plain(place, d_in=model.cfg.d_model)})[NAME]
    text = Study(model, inputs=model.as_inputs("What?"), dictionaries=shelf)
    with pytest.raises(InputError, match="they hold no pixels"):
        features.features(text, dictionary=place)
    wrong = asked(NAME, dictionaries=shelves({NAME: model}, {place: Plain(place, d_in=8)})[NAME])
    with pytest.raises(InputError, match="can't encode"):
        features.features(wrong, dictionary=place)


def test_what_is_not_there_is_named():
    looked = with_dictionaries()
    for wrong, says in (
        (lambda: features.features(looked, dictionary="x"), "no dictionary 'x'"),
        (lambda: features.features(asked(NAME), dictionary=STREAM), "there are none"),
        (lambda: features.feature(looked, dictionary=STREAM, feature=10**6), "no feature"),
        (lambda: interventions.hooks_of(looked, [ask.Change(kind="ablate_feature")], {}), "Which feature"),
        (lambda: app.create({"a": toy(NAME), "b": toy(NAME)}, dictionaries=saes()), "Whose"),
        (lambda: app.create(toy(NAME), dictionaries={MLP: saes()[MLP]}, pages=[pages()]), "of none of the"),
    ):
        with pytest.raises(InputError, match=says):
            wrong()
    width = toy(NAME).cfg.d_model
    for place, sae, says in (
        (STREAM, Plain(STREAM, d_in=8), "can't encode"),
        (STREAM, Plain(STREAM, d_in=width, d_out=8), "does not fit"),
        (MLP[::-1], saes()[MLP], "finds nothing to read"),
    ):
        with pytest.raises(InputError, match=says):
            app.create(toy(NAME), dictionaries={place: sae})
    both = shelves({"a": toy(NAME), "b": toy(NAME)}, {"b": [saes()[STREAM]] * 2})
    assert {name: list(shelf) for name, shelf in both.items()} == {"b": [STREAM, f"{STREAM} #2"]}


def test_an_answer_that_cannot_be_attributed_says_why():
    model, place = toy(NAME), "lm.blocks.2.ln2.hook_normalized"
    looked = asked(NAME, dictionaries=shelves({NAME: model}, {place: saes()[STREAM]})[NAME])
    view = VIEWS["features"][1](looked, dictionary=place, target="red")
    assert "have no direct effect" in view.about["why_not"]
    assert len(view.arrays["features"])
    assert np.isnan(view.arrays["values"]).all()
