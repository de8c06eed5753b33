"""What features are about, held against passes by hand; and the page, in a browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch

from tests.browsing import chromium, shown, until
from tests.unit.test_splicing import Plain
from vlm_lens_native import HookedVLMTransformer, InputError, dictionaries
from vlm_lens_native.analysis.encoded_images import find_patches
from vlm_lens_native.toys.scenes import Scene

PLACE = "lm.blocks.1.hook_resid_post"


@pytest.fixture(scope="module")
def model() -> HookedVLMTransformer:
    return HookedVLMTransformer.from_pretrained("toy-llava")


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    questions = ["How many red circles are there?", "What colour is </script> it?", "How many?"]
    return [{"image": Scene.random(seed=seed).image, "question": each} for seed, each in enumerate(questions)]


@pytest.fixture(scope="module")
def sae(model: HookedVLMTransformer) -> Plain:
    made = Plain(PLACE, d_in=model.cfg.d_model)
    with torch.no_grad():
        made.b_enc -= 1
        made.b_enc[5] = -100  # dead
    return made.requires_grad_(False)


@pytest.fixture(scope="module")
def pages(model: HookedVLMTransformer, rows: list[dict[str, Any]], sae: Plain) -> dictionaries.FeaturePages:
    return dictionaries.pages(model, rows, sae, top=2, words=4, steer=0.5, batch_size=2)  # the bound of bins is passed


def test_numbers_are_those_of_examples_run_one_by_one(
    model: HookedVLMTransformer, rows: list[dict[str, Any]], sae: Plain, pages: dictionaries.FeaturePages
):
    acts, layouts = [], []
    for row in rows:
        inputs = model.prepare_messages(row["question"], row["image"])
        layouts.append(model.token_layout(inputs))
        acts.append(sae.encode(model.run_with_cache(inputs, PLACE)[1][PLACE][0]))
    every = torch.cat(acts)
    assert pages.n_tokens == len(every)
    assert 5 not in [each["feature"] for each in pages.features]
    densities = (every > 0).float().mean(0)
    assert [each["density"] for each in pages.features] == pytest.approx(
        densities[densities > 0].sort(descending=True).values.tolist()
    )
    maxima = torch.stack([each.amax(0) for each in acts])
    for each in pages.features:
        feature = each["feature"]
        assert each["density"] == pytest.approx(float(densities[feature]))
        best = maxima[:, feature].argsort(descending=True)[:2]
        assert [entry["sample"] for entry in each["top"]] == [int(s) for s in best if maxima[s, feature] > 0]
        assert each["max"] == pytest.approx(float(maxima[:, feature].max()), abs=1e-4)
        counts = torch.histc(every[:, feature][every[:, feature] > 0], 32, 0, each["high"])
        assert sum(each["histogram"]) == int((every[:, feature] > 0).sum())
        assert (torch.tensor(each["histogram"]) - counts).abs().sum() <= 4  # rounding at the edges of bins
        for entry in each["top"]:
            own = acts[entry["sample"]][:, feature]
            assert entry["at"] == own.nonzero().flatten().tolist()
            torch.testing.assert_close(torch.tensor(entry["values"]), own[own > 0], atol=1e-4, rtol=1e-4)
    each = pages.features[0]
    sample = each["top"][0]["sample"]
    behind = sae.W_dec[each["feature"]] * model.lm.ln_final.gain @ model.W_U
    assert each["up"][0][1] == pytest.approx(float(behind.max()), rel=1e-4)
    assert each["down"][0][1] == pytest.approx(float(behind.min()), rel=1e-4)
    # boxes are shares of the user's image, and steering adds the feature's direction at all tokens
    table, size = layouts[sample].table, rows[sample]["image"].width
    position, image, *box = pages.samples[sample]["boxes"][3]
    assert (torch.tensor(box) * size).tolist() == pytest.approx(table.box[0, position].tolist(), abs=0.02)
    assert image == 0
    added = 0.5 * each["max"] * sae.W_dec[each["feature"]]
    inputs = model.prepare_messages(rows[sample]["question"], rows[sample]["image"])
    steered = model.run_with_hooks(inputs, [(PLACE, lambda x, hook: x + added)])[0, -1].softmax(-1)
    plain = model(inputs).logits[0, -1].softmax(-1)
    assert each["steering"]["after"][0][2] == pytest.approx(float(steered.max()), abs=1e-4)
    assert each["steering"]["before"][0][1] == pytest.approx(float(plain.max()), abs=1e-4)
    rises = torch.where(steered > steered.max() / torch.e**10, (steered / plain).log(), -torch.inf)
    gained = torch.tensor([entry[1:] for entry in each["steering"]["gained"]])
    torch.testing.assert_close(gained, torch.stack([plain, steered], 1)[rises.topk(5).indices], rtol=1e-3, atol=1e-7)
    with pytest.raises(InputError, match="None of these features is active"):
        dictionaries.pages(model, rows, sae, features=[5])
    with pytest.raises(InputError, match="reads heads one by one"):
        dictionaries.pages(model, rows, Plain("lm.blocks.1.attn.hook_z", d_in=model.cfg.d_head))
    inner = dictionaries.pages(model, rows[:1], Plain("lm.blocks.1.mlp.hook_in", d_in=model.cfg.d_model), most=1)
    assert inner.features[0]["up"] == []  # what is read there by the MLP alone speaks for no word


def test_boxes_are_shares_of_both_sides_of_an_image(
    model: HookedVLMTransformer, rows: list[dict[str, Any]], sae: Plain
):
    wide = rows[0]["image"].resize((448, 112))
    found = dictionaries.pages(model, [{**rows[0], "image": wide}], sae, most=1)
    layout = model.token_layout(model.prepare_messages(rows[0]["question"], wide))
    expected = layout.table.box[0, layout.images.indices(0)] / [448, 112, 448, 112]
    boxes = torch.tensor([box for _, _, *box in found.samples[0]["boxes"]])
    torch.testing.assert_close(boxes, torch.tensor(expected).float(), atol=1e-4, rtol=0)
    assert boxes[:, 0].min() > 0.3  # the middle is all that the model sees


@pytest.mark.parametrize("name", ["toy-llava", "toy-qwen2_5_vl"])  # with a class token; with four patches a token
def test_in_front_of_the_decoder_they_show_the_patches(name: str, rows: list[dict[str, Any]], tmp_path: Path):
    model, place = HookedVLMTransformer.from_pretrained(name), "vision.blocks.1.hook_resid_post"
    sae = Plain(place, d_in=model.hf_config.vision_config.hidden_size).requires_grad_(False)
    more = [*rows, {"question": "How many?"}]
    found = dictionaries.pages(model, more, sae, most=6, top=2, batch_size=3)
    assert found.features
    acts, boxes, is_patch = [], [], torch.zeros(0, dtype=torch.bool)
    for row in rows:
        inputs = model.prepare_messages(row["question"], row["image"])
        x = model.run_with_cache(inputs, place)[1][place]
        patches = find_patches(model, model.token_layout(inputs), *x.shape[:2])
        acts.append(sae.encode(x[0]))
        boxes.append(patches.box[0] / row["image"].width)
        is_patch = patches.position[0] >= 0
    every = torch.cat([each[is_patch] for each in acts])
    assert (found.n_tokens, found.n_examples) == (len(every), 3)
    for each in found.features:
        feature = each["feature"]
        assert each["density"] == pytest.approx(float((every[:, feature] > 0).float().mean()))
        maxima = torch.stack([each[is_patch, feature].max() for each in acts])
        assert [entry["sample"] for entry in each["top"]] == maxima.argsort(descending=True)[:2].tolist()
        assert each["max"] == pytest.approx(float(maxima.max()), abs=1e-4)
        for entry in each["top"]:
            own = acts[entry["sample"]][:, feature]
            assert entry["at"] == own.nonzero().flatten().tolist()
            drawn = {nth: torch.tensor(box) for nth, _, *box in found.samples[entry["sample"]]["boxes"]}
            assert list(drawn) == is_patch.nonzero().flatten().tolist()
            expected = boxes[entry["sample"]][is_patch].float()
            torch.testing.assert_close(torch.stack(list(drawn.values())), expected, atol=1e-4, rtol=0)
        assert each["up"] == []
        assert each["steering"]["after"]
    found.write_html(tmp_path / "features.html")
    found.write_neuronpedia(tmp_path, model_id="toy", sae_id="mine")


def test_neuronpedia_gets_parallel_lists(pages: dictionaries.FeaturePages, tmp_path: Path):
    pages.write_neuronpedia(tmp_path, model_id="toy", sae_id="mine")
    held = json.loads((tmp_path / "batch-0.json").read_text())
    assert (held["model_id"], held["layer"], len(held["features"])) == ("toy", 1, len(pages.features))
    for each, ours in zip(held["features"], pages.features, strict=True):
        for what in ("freq", "logits"):
            assert len(each[f"{what}_hist_data_bar_heights"]) == len(each[f"{what}_hist_data_bar_values"])
        assert each["frac_nonzero"] == ours["density"]
        assert (each["pos_str"], each["neg_str"]) == tuple([word for word, _ in ours[end]] for end in ("up", "down"))
        assert (each["pos_values"][0], each["neg_values"][0]) == (ours["up"][0][1], ours["down"][0][1])
        assert each["freq_hist_data_bar_values"][0] == pytest.approx(ours["high"] / len(ours["histogram"]) / 2)
        for activation, entry in zip(each["activations"], ours["top"], strict=True):
            assert len(activation["tokens"]) == len(activation["values"])
            assert activation["values"][activation["qualifying_token_index"]] == pytest.approx(entry["max"], abs=1e-4)
    pages.save(tmp_path / "pages")
    assert dictionaries.FeaturePages.load(tmp_path / "pages").to_dataframe().equals(pages.to_dataframe())
    assert pages.plot(n=3).axes


def test_the_page_shows_them_and_loads_nothing(pages: dictionaries.FeaturePages, tmp_path: Path):
    pages.write_html(tmp_path / "features.html")
    with chromium() as browser, shown(browser, (tmp_path / "features.html").as_uri()) as page:
        until(page, "document.querySelector('.patched rect')")
        first = pages.features[0]
        assert page.locator("h2").first.inner_text() == f"Feature {first['feature']}"
        assert page.locator(".example").count() == len(first["top"])
        active = sum(pages.samples[e["sample"]]["kinds"][at] == "i" for e in first["top"] for at in e["at"])
        assert page.locator(".patched rect").count() == active > 0
        page.locator('[role="listbox"]').focus()
        page.keyboard.press("ArrowDown")
        until(page, f"document.querySelector('h2').innerText === 'Feature {pages.features[1]['feature']}'")
        page.get_by_placeholder("number or word").fill(str(pages.features[2]["feature"]))
        until(page, f"document.querySelector('h2').innerText === 'Feature {pages.features[2]['feature']}'")
