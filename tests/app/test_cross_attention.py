"""Llama 3.2 Vision in the app: what its layers of cross-attention look at in the image."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest
import torch

from tests.app.asked import scene
from tests.app.test_browser import click_token, settled
from tests.app.test_views import near, run_code
from tests.browsing import Serving, chromium, shown
from tests.families.mllama import CROSS
from tests.families.test_mllama import noise, prepared, with_processor
from vlm_lens_native import InputError, analysis, app
from vlm_lens_native.app import requests as ask
from vlm_lens_native.app.study import Study
from vlm_lens_native.app.views import attention, attribution, interventions, sweeps
from vlm_lens_native.app.views.tokens import tokens

PATTERN = "lm.blocks.*.cross_attn.hook_pattern"


@cache
def given() -> Any:
    return prepared([noise((90, 50))])


def study() -> Study:
    return Study(with_processor(), inputs=given())


def test_the_answer_and_self_attention_are_those_of_a_whole_pass() -> None:
    model, looked = with_processor(), study()
    answer = [step.token for step in looked.generate(max_new_tokens=3)]
    assert answer == model.generate(given(), max_new_tokens=3, do_sample=False)[0, looked.n_prompt :].tolist()
    focus = looked.n_prompt - 2
    weights = attention.heads(looked, focus=focus).arrays["weights"]
    _, seen = model.run_with_cache(given(), "lm.blocks.2.attn.hook_pattern")
    near(weights[2, :, : focus + 1], seen["pattern", 2][0, :, focus, : focus + 1])
    assert not weights[1].any()


def test_cross_attention_is_that_of_a_whole_pass_and_keys_have_places(tmp_path: Any, monkeypatch: Any) -> None:
    model, looked = with_processor(), study()
    _, seen = model.run_with_cache(given(), PATTERN)
    whole = seen.stack(PATTERN)[:, 0]
    list(looked.generate(max_new_tokens=2))
    for focus in (3, looked.n_prompt - 1):
        near(attention.heads(looked, focus=focus).arrays["image_weights"], whole[:, :, focus])
    found = {
        "image_weights": attention.heads(looked),
        "pattern": attention.pattern(looked, layer=3, head=2),
        "readers": attention.readers(looked, key=5),
    }
    n = looked.n_prompt
    near(found["pattern"].arrays["weights"][:n], whole[1, 2])
    near(found["readers"].arrays["weights"][list(CROSS), :, :n], whole[..., 5])
    assert not found["readers"].arrays["weights"][[0, 2]].any()
    code = {
        name: run_code(looked, view, tmp_path, monkeypatch, model=with_processor(), inputs=given())
        for name, view in found.items()
    }
    near(found["image_weights"].arrays["image_weights"], code["image_weights"]["image_weights"])
    near(found["pattern"].arrays["weights"][:n], code["pattern"]["weights"])
    near(found["readers"].arrays["weights"][list(CROSS), :, :n], code["readers"]["weights"])
    keys, about = model.key_layout(given()), tokens(looked)
    np.testing.assert_array_equal(about.arrays["key_boxes"], keys.table.box[0].astype(np.float32))
    assert about.about["images"][0] | {"grids": [], "frames": []} == {
        "size": [90.0, 50.0], "kind": "image", "boxed": True, "grids": [], "frames": [],
    }  # fmt: skip
    with pytest.raises(InputError, match="no image feature"):
        attention.readers(looked, key=68)
    with pytest.raises(InputError, match=r"layers \[1, 3\] have no attention pattern"):  # the page says so
        attribution.sources(looked, target=7)


def test_image_features_are_closed_and_heads_of_all_layers_changed_and_patched(tmp_path: Any, monkeypatch: Any) -> None:
    looked, model = study(), with_processor()
    for change in (
        ask.Change(kind="block", positions=[looked.n_prompt - 1], image_keys=[3, 4, 5], layers=[3]),
        ask.Change(kind="block", positions=[looked.n_prompt - 1], keys=[3]),  # in all layers that look at positions
        ask.Change(kind="zero", point="z", heads=[1]),
    ):
        hooks, code = interventions.hooks_of(looked, [change], {})
        changed = Study(model, inputs=given(), hooks=hooks)
        if change.image_keys:
            weights = attention.heads(changed).arrays["image_weights"]
            assert not weights[1][:, [3, 4, 5]].any()
            assert weights[0][:, [3, 4, 5]].all()
        view = interventions.compare(looked, changed, code=code, max_new_tokens=1)
        names = run_code(looked, view, tmp_path, monkeypatch, model=with_processor(), inputs=given())
        for word in view.about["words"]:
            assert word["logit_after"] == pytest.approx(float(names["after"][word["id"]]), abs=1e-4)
        assert any(abs(word["logit_after"] - word["logit_before"]) > 1e-4 for word in view.about["words"])
    *_, knocked = sweeps.knock_out(looked)
    near(knocked.arrays["effect"], analysis.knockout.sweep(model, given()).relative_change)
    with pytest.raises(InputError, match="No image features"):
        interventions.hooks_of(
            Study(model, inputs={"input_ids": torch.tensor([[1, 5, 6]])}),
            [ask.Change(kind="block", positions=[2], image_keys=[1])],
            {},
        )


def test_heads_are_patched_in_layers_of_both_kinds() -> None:
    model = with_processor()
    ids = given()["input_ids"].clone()
    ids[0, -1] = 7  # an answer of its own
    looked, source = study(), Study(model, inputs={**given(), "input_ids": ids})
    *_, view = sweeps.patch(looked, source, over="heads", direction="noise")
    new, old = (int(interventions.first_logits(each).argmax()) for each in (source, looked))
    for hook, layers in (("attn.hook_z", [0, 2]), ("cross_attn.hook_z", list(CROSS))):
        whole = analysis.patching.sweep(
            model, source.inputs, looked.inputs, analysis.logit_difference(new, old), hook=hook, heads="all",
            direction="noise",
        )  # fmt: skip
        near(view.arrays["effect"][layers], whole.effect)
        assert f"hook='{hook}'" in view.code
    [estimated] = sweeps.estimate(looked, source, point="z")
    assert np.isfinite(estimated.arrays["effect"]).all()


def test_the_page_paints_cross_attention_on_the_image(tmp_path: Any) -> None:
    picture = scene("toy-llava")[1].resize((90, 50))
    picture.save(tmp_path / "one.png")
    with chromium() as browser:
        serving = Serving(lambda: app.create({"mllama": with_processor()}))
        with shown(browser, serving.address, strict=False) as page:
            page.wait_for_selector("#question")
            page.locator("input[type=file]").first.set_input_files(tmp_path / "one.png")
            page.wait_for_selector(".thumbs img")
            page.get_by_role("button", name="Ask", exact=True).click()
            page.wait_for_selector(".best .head")
            settled(page)
            page.get_by_role("tab", name="Attention").click()
            assert "Layers 1, 3 attend to image features by cross-attention" in page.inner_text(".views")
            page.focus("[data-grid='Attention by head']")
            for key in ("ArrowDown", "ArrowDown", "ArrowRight", "Enter"):
                page.keyboard.press(key)
            settled(page)
            assert "cross-attention of L1H1" in page.inner_text(".legend")
            looked = next(iter(serving.desk._studies.values()))
            layout = looked.key_layout
            ours, others = attention.heads(looked, focus=looked.n_prompt - 1).arrays["image_weights"][:, 1]
            seen = layout.select(tile=(0, 1), rows=[0, 1, 2]).indices(0).numpy()
            n = int(seen[abs(ours - others)[seen].argmax()])
            weight, place = ours[n], layout.table
            assert abs(weight - others[n]) > 2e-3  # else another layer's would do
            click_token(page, layout.table.box[0, n], picture.size)
            settled(page)
            told = page.locator(".stage-box .readout").first.inner_text()
            assert f"Image feature {n}" in told
            assert float(told.rpartition("·")[2]) == pytest.approx(float(weight), abs=6e-4)
            page.get_by_role("button", name="on the token").click()
            page.get_by_role("button", name="who looks at the kept token").click()
            settled(page)
            named = f"tile 1,2 row {place.row[0, n] + 1} column {place.column[0, n] + 1}"
            assert named in page.inner_text(".legend")
            page.get_by_role("button", name="whole pattern").click()
            settled(page)
            assert "queries ↓ image features →" in page.inner_text(".views")
            page.get_by_role("tab", name="Causes").click()
            page.select_option("text=what >> select >> nth=0", "block")
            page.select_option("text=from >> select", "focus")
            page.locator(".form").first.locator("select").last.select_option("token")
            page.get_by_role("button", name="add", exact=True).click()
            page.wait_for_selector("[data-after]")
            assert f"to image features {n}" in page.inner_text(".changes")
        serving.stop()
