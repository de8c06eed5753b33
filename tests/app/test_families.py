"""Studies of models of every kind of mask and layout, on random weights and inputs that HF's processors would make."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from tests.browsing import chromium, shown
from tests.families import types
from tests.families.checkpoints import random_model
from tests.families.types import TYPES, config_of
from vlm_lens_native import HookedVLMTransformer, InputError, analysis, bundle
from vlm_lens_native.app import requests as ask
from vlm_lens_native.app.page import page_data
from vlm_lens_native.app.study import Study
from vlm_lens_native.app.views import attention, attribution, interventions, lens, sweeps
from vlm_lens_native.app.views.tokens import next_token, tokens
from vlm_lens_native.bundle import wire

NAMES = ("llava_next_video", "idefics2", "gemma3", "paligemma + gemma2", "qwen3_vl", "got_ocr2", "qwen3_5")


def two_images(name: str, hf: Any) -> dict[str, Any]:
    """One row with two images."""
    tiny = TYPES[name]
    images = [tiny.image(number) for number in range(2)]
    first, second = ([types.IMAGE] * types._n_tokens(hf, tiny, image) for image in images)
    row = [1, *types.words(2, seed=1), *first, *types.words(3, seed=2), *second, *types.words(2, seed=3)]
    inputs = types.rows(row, length=len(row))
    if tiny.by_row:
        return {**inputs, "pixel_values": torch.cat([image["pixel_values"] for image in images])[None]}
    if tiny.token_types is not None:
        inputs["token_type_ids"] = (inputs["input_ids"] == types.IMAGE).long() * tiny.token_types
    return {**inputs, **{key: torch.cat([image[key] for image in images]) for key in images[0]}}


@pytest.mark.parametrize("name", NAMES)
def test_views_see_what_a_whole_pass_sees(name: str):
    hf = random_model(config_of(name))
    if "gemma2" in name:
        hf.set_attn_implementation("eager")
    model = HookedVLMTransformer.from_hf(hf)
    inputs = two_images(name, hf)
    study = Study(model, inputs=inputs)
    answer = [step.token for step in study.generate(max_new_tokens=3)]
    assert answer == model.generate(inputs, max_new_tokens=3, do_sample=False)[0, study.n_prompt :].tolist()
    _, cache = model.run_with_cache(inputs, "lm.blocks.*.attn.hook_pattern", return_type=None)
    for focus in (3, study.n_prompt - 1):
        found = torch.from_numpy(attention.heads(study, focus=focus).arrays["weights"])
        for layer in range(model.cfg.n_layers):
            if not model.cfg.has_attention(layer):
                assert not found[layer].any()
                continue
            there = cache["pattern", layer][0, :, focus]
            n_keys = min(there.shape[-1], found.shape[-1])
            torch.testing.assert_close(found[layer, :, :n_keys], there[:, :n_keys], rtol=1e-4, atol=2e-6)
            assert not found[layer, :, n_keys:].any()
            looked = torch.from_numpy(attention.readers(study, position=3).arrays["weights"])[layer]
            torch.testing.assert_close(looked[:, : study.n_prompt], cache["pattern", layer][0, :, :, 3])
    assert abs(attribution.parts(study, target=answer[0]).about["error"]) < 1e-4
    for view in (lens.lens(study), tokens(study)):
        wire.unpack(wire.pack(view))
    boxed = {image["boxed"] for image in tokens(study).about["images"]}
    assert boxed == {name != "idefics2"}


def test_tokens_of_no_place_are_a_strip_in_the_page_which_says_so(tmp_path: Path):
    hf = random_model(config_of("idefics2"))
    study = Study(HookedVLMTransformer.from_hf(hf), inputs=two_images("idefics2", hf))
    [step] = study.generate(max_new_tokens=1)
    focus = study.n_prompt - 1
    views = {f'heads {{"focus":{focus}}}': attention.heads(study), 'lens {"top_k":5}': lens.lens(study)}
    data = page_data(study, [next_token(study, step)], title="no boxes", views=views, tabs=["attention", "lens"])
    (tmp_path / "page.html").write_text(bundle.render(data, "no boxes"), encoding="utf-8")
    with chromium() as browser, shown(browser, (tmp_path / "page.html").as_uri()) as page:
        page.wait_for_selector("text=stand for no place in it")
        assert page.locator("[data-stage]").count() == 0
        assert page.locator(".strip .token").count() == study.n_prompt  # each alone: no image tokens are folded
        page.get_by_role("button", name="sorted").click()
        page.locator(".best .head").first.click()
        page.wait_for_selector(".legend .label")
        assert page.locator(".strip .token[style*=background]").count() > 0  # the head's map, on the strip


def test_layers_without_a_pattern_say_so_and_are_left_out_of_sweeps(tmp_path: Path):
    hf = random_model(config_of("qwen3_5"))
    model = HookedVLMTransformer.from_hf(hf)
    study = Study(model, inputs=two_images("qwen3_5", hf))
    [step] = study.generate(max_new_tokens=1)
    *_, knocked = sweeps.knock_out(study)
    silent = [layer for layer in range(model.cfg.n_layers) if not model.cfg.has_attention(layer)]
    assert np.isnan(knocked.arrays["effect"]).all(axis=1).nonzero()[0].tolist() == silent
    whole = analysis.knockout.sweep(model, study.inputs, flows=[("image", "last"), ("text", "last")]).relative_change
    np.testing.assert_allclose(knocked.arrays["effect"][model.cfg.attention_layers], whole, rtol=1e-4, atol=2e-5)
    block = ask.Change(kind="block", positions=[study.n_prompt - 1], keys=[3])
    hooks, _ = interventions.hooks_of(study, [block], {})  # in all layers, which are those that attend
    changed = Study(model, inputs=study.inputs, hooks=hooks)
    assert not attention.heads(changed).arrays["weights"][..., 3].any()
    views = {f'heads {{"focus":{study.n_prompt - 1}}}': attention.heads(study)}
    data = page_data(study, [next_token(study, step)], title="hybrid", views=views, tabs=["attention"])
    (tmp_path / "page.html").write_text(bundle.render(data, "hybrid"), encoding="utf-8")
    with chromium() as browser, shown(browser, (tmp_path / "page.html").as_uri()) as page:
        page.wait_for_selector("text=Layers 0, 2 have no attention pattern: a gated DeltaNet's state stands there")
        page.focus("[data-grid='Attention by head']")
        page.keyboard.press("ArrowDown")
        assert "layer 0: a gated DeltaNet's state, which has no attention pattern" in page.inner_text(".grid-box")
        page.get_by_role("button", name="sorted").click()
        assert {each[:2] for each in page.locator(".best .head").all_inner_texts()} == {"L1"}


def test_later_tokens_of_an_answer_behind_a_prefix_that_sees_itself_are_refused():
    hf = random_model(config_of("gemma3"))
    study = Study(HookedVLMTransformer.from_hf(hf), inputs=two_images("gemma3", hf))
    list(study.generate(max_new_tokens=3))
    with pytest.raises(InputError, match="prefill"):
        attention.heads(study, focus=study.n_prompt)
