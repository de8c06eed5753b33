"""The page, used as a person would use it."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest

from tests.app.asked import asked, filming, scene, toy
from tests.app.test_features import MLP, STREAM, pages, saes, with_dictionaries
from tests.browsing import Serving, chromium, shown, until
from vlm_lens_native import HookedVLMTransformer, app
from vlm_lens_native.app.study import Study
from vlm_lens_native.app.views import attention, attribution, features, sweeps

pytest.importorskip("fastapi")
NAMES = ("toy-llava", "toy-qwen3_vl")
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def server(browser: Any) -> Iterator[Serving]:
    models = {**{name: toy(name) for name in (*NAMES, "toy-smolvlm")}, "film": filming()}
    given = {"dictionaries": {NAMES[0]: saes()}, "pages": [pages()]}
    serving = Serving(lambda: app.create(models, **given))
    yield serving
    serving.stop()


def ask(page: Any, name: str = "toy-llava", example: int = 0) -> None:
    """Chooses a model and one of its examples, and asks."""
    page.select_option("text=model >> select", name)
    for _ in range(example):
        settled(page)  # choosing a model, and each example, asks by itself
        with page.expect_request(lambda request: request.method == "POST"):
            page.get_by_role("button", name="Next example").click()
        answered(page)
    if not example:
        page.get_by_role("button", name="Ask", exact=True).click()
        answered(page)


def answered(page: Any) -> None:
    page.wait_for_selector(".answer-token.ends")
    settled(page)


def settled(page: Any) -> None:
    """Waits until nothing is asked of the server any more."""
    until(page, "document.querySelector('.busy').textContent === ''")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_asking_waits_for_the_example_and_an_answer_stays_with_its_question(browser: Any, server: Serving):
    """Whatever is slow, no answer stands beside a question that it does not answer."""
    with shown(browser, server.address) as page:
        page.wait_for_selector(".thumbs img")
        page.route("**/api/examples?*", lambda route: (page.wait_for_timeout(400), route.continue_()))
        page.fill("#question", "What shape is red?")
        page.select_option("text=model >> select", "toy-qwen3_vl")
        page.get_by_role("button", name="Ask", exact=True).click()  # while the model's example is on its way
        answered(page)
        question, _, made = scene("toy-qwen3_vl", 0)
        assert page.input_value("#question") == question
        assert page.locator(".answer-token").first.inner_text().strip("·") == made.find(shape="circle")[0].colour
        assert page.locator("[data-edited]").count() == 0
        address = page.url
        page.fill("#question", "What colour is the sky?")
        assert question in page.inner_text("[data-edited]")
        assert page.url == address
        with page.expect_download() as download:
            page.get_by_role("button", name="save as page").click()
        assert f"<title>{question}</title>" in download.value.path().read_text()
        page.get_by_role("button", name="Next example").click()  # of two, the last chosen is shown
        page.get_by_role("button", name="example 1 of").click()
        answered(page)
        until(page, f"document.querySelector('#question').value === {question!r}")
        settled(page)
        assert page.url == address
        assert page.inner_text(".said > .fine") == "right"
        page.fill("#question", "How many squares are there?")
        page.get_by_role("button", name="Ask", exact=True).click()
        until(page, "document.querySelector('[data-edited]') === null")
        answered(page)
        assert page.locator(".said > .fine").count() == 0  # the example's truth answers the example's question alone


def click_token(page: Any, box: np.ndarray, size: tuple[float, float], stage: str = "Image") -> None:
    """Clicks a token by its box in the image's pixels."""
    page.locator(f"[data-stage='{stage}']").scroll_into_view_if_needed()
    area = page.locator(f"[data-stage='{stage}']").bounding_box()
    x, y = (box[0] + box[2]) / 2 / size[0], (box[1] + box[3]) / 2 / size[1]
    page.mouse.click(area["x"] + x * area["width"], area["y"] + y * area["height"])


@pytest.mark.parametrize(("name", "example"), [("toy-llava", 1), ("toy-qwen3_vl", 3)])
def test_three_clicks_lead_from_the_answer_to_the_patch_that_caused_it(
    browser: Any, server: Serving, name: str, example: int
):
    """Figure 5: attribution finds a head, the head looks at a patch, the lens says what the patch is."""
    question, image, made = scene(name, example)
    truth = made.find(shape=re.findall(r"\w+", question)[-1])[0]
    with shown(browser, server.address) as page:
        ask(page, name, example)
        page.locator(".answer-token").first.click()  # one: the answer's first token
        assert page.locator(".answer-token").first.inner_text().strip("·") == truth.colour
        settled(page)
        head = page.locator(".best .head").first
        head.click()  # two: the head that wrote most of it
        layer, number = map(int, re.findall(r"\d+", head.inner_text())[:2])
        settled(page)
        study = asked(name, example)
        parts = attribution.parts(study, target=next(iter(study.generate(max_new_tokens=1))).token)
        assert np.abs(parts.arrays["heads"]).argmax() == layer * parts.arrays["heads"].shape[1] + number
        weights = attention.heads(study).arrays["weights"][layer, number]
        tokens = study.layout.images.indices(0).numpy()
        brightest = int(tokens[weights[tokens].argmax()])
        box = study.layout.table.box[0, brightest]
        click_token(page, box, image.size)  # three: where it looks most
        settled(page)
        assert page.locator(f"[data-reading='{brightest}']").count() == 1
        said = page.locator(".reading tbody td:nth-child(2)").all_inner_texts()
        assert any(truth.colour in each for each in said)
        told = page.locator(".stage-box .readout").first.inner_text()  # of what is painted on the patch
        assert float(told.rpartition("·")[2]) == pytest.approx(float(weights[brightest]), abs=2e-3)
        assert box[0] <= truth.centre[0] < box[2]
        assert box[1] <= truth.centre[1] < box[3]


# What is said of every cell when it is pointed at, and how light it is drawn.
CELLS = """async (label) => {
  const box = document.querySelector(`[data-grid='${label}']`), canvas = box.querySelector("canvas"), found = [];
  const [left, top, cell, tall] = box.dataset.cell.split(",").map(Number), area = canvas.getBoundingClientRect();
  const pixel = (x, y) => canvas.getContext("2d").getImageData(x * devicePixelRatio, y * devicePixelRatio, 1, 1).data;
  for (let row = 0; row < 6; row++) for (let column = 0; column < 4; column++) {
    const at = { clientX: area.left + left + (column + 0.5) * cell, clientY: area.top + top + (row + 0.5) * tall };
    const light = pixel(left + (column + 0.2) * cell, top + (row + 0.2) * tall);
    canvas.dispatchEvent(new PointerEvent("pointermove", { ...at, bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    found.push([box.parentElement.querySelector("[role=status]").innerText, light[0] + light[1] + light[2]]);
    canvas.dispatchEvent(new PointerEvent("pointerleave", { bubbles: true }));
  }
  return found;
}"""


def test_grids_of_heads_have_the_layers_of_the_model(browser: Any, server: Serving):
    study = asked("toy-llava", 1)
    step = next(iter(study.generate(max_new_tokens=1)))
    looked = study.layout.images.indices(0).numpy()
    shares = attention.heads(study, focus=step.position).arrays["weights"][..., looked].sum(-1)
    added = attribution.parts(study, target=step.token, focus=step.position).arrays["heads"]
    with shown(browser, server.address, strict=False) as page:  # Chromium warns of pixels that are read
        ask(page, "toy-llava", 1)
        for tab, values in (("Attribution", added), ("Attention", shares)):
            page.get_by_role("tab", name=tab).click()
            settled(page)
            cells = page.evaluate(CELLS, f"{tab} by head")
            for nth, (said, _) in enumerate(cells):
                layer, head, value = re.match(r"layer (\d+), head (\d+): ([+−]?[\d.]+(?:e-\d+)?)", said).groups()
                assert (int(layer), int(head)) == divmod(nth, 4)
                assert float(value.replace("−", "-")) == pytest.approx(float(values.flat[nth]), abs=6e-3)
            if tab == "Attention":  # the lighter, the more
                light = [each for _, each in cells]
                assert np.corrcoef(np.argsort(np.argsort(light)), np.argsort(np.argsort(values.ravel())))[0, 1] > 0.95


def test_the_address_restores_everything_also_after_the_server_was_started_anew(browser: Any, server: Serving):
    with shown(browser, server.address, strict=False) as page:
        ask(page, "toy-qwen3_vl", 2)
        page.locator(".best .head").nth(1).click()
        click_token(page, asked("toy-qwen3_vl", 2).layout.table.box[0, 20], scene("toy-qwen3_vl", 2)[1].size)
        page.get_by_role("tab", name="Attention").click()
        settled(page)
        before = page.url, page.locator(".legend .label").inner_text(), page.locator(".readout").first.inner_text()
        server.stop()
        page.get_by_role("button", name="sorted").click()
        page.locator(".token:not(.run)").nth(2).click(modifiers=["Alt"])
        page.wait_for_selector(".error, .message")
        server.start()
        page.goto("about:blank")
        page.goto(before[0])
        answered(page)
        page.wait_for_selector(".legend .label")
        page.mouse.move(5, 5)
        assert (page.url, page.locator(".legend .label").inner_text()) == before[:2]
        assert page.get_by_role("tab", name="Attention").get_attribute("aria-selected") == "true"
        page.goto("about:blank")
        page.goto(before[0].replace("tab=attention", "tab=lens") + "&vision=1&find=red&pattern=1")
        answered(page)
        assert page.get_by_role("searchbox").input_value() == "red"
        assert page.get_by_role("checkbox", name="vision blocks").is_checked()


def test_an_image_of_ones_own_comes_back_after_the_server_was_started_anew(
    browser: Any, server: Serving, tmp_path: Path
):
    scene("toy-llava", 7)[1].resize((150, 100)).save(tmp_path / '<b id="x">.png')
    with shown(browser, server.address, strict=False) as page:
        ask(page)
        page.locator("input[type=file]").first.set_input_files(tmp_path / '<b id="x">.png')
        until(page, "document.querySelectorAll('.thumbs img').length === 1")
        page.fill("#question", "What shape is the <i>red</i> one? </script>")
        page.get_by_role("button", name="Ask", exact=True).click()
        answered(page)
        assert page.locator("#x, .page i:not([style])").count() == 0
        address = page.url
        server.stop()
        server.start()
        page.goto("about:blank")
        page.goto(address)
        answered(page)
        assert page.input_value("#question") == "What shape is the <i>red</i> one? </script>"
        assert page.locator(".thumbs img").count() == 1


def test_a_folder_of_ones_own_images_one_of_them_broken(browser: Any, tmp_path: Path):
    (tmp_path / "0.png").write_bytes(b"no image")
    turned = scene("toy-llava", 0)[1].resize((150, 100)).getexif()
    turned[0x0112] = 6  # stands on its side
    scene("toy-llava", 0)[1].resize((150, 100)).save(tmp_path / "<i id=x>b.jpg", exif=turned)
    scene("toy-llava", 1)[1].convert("RGBA").save(tmp_path / "c.png")
    serving = Serving(lambda: app.create({name: toy(name) for name in NAMES}, data=tmp_path))
    with shown(browser, serving.address, strict=False) as page:
        page.wait_for_selector(".message")
        assert "'0.png' is no image that can be read" in page.inner_text(".message")
        page.get_by_role("button", name="Next example").click()
        answered(page)
        assert "<i id=x>b.jpg" in page.inner_text(".ask")
        size = page.evaluate(
            "[...document.querySelectorAll('.thumbs img')].map((e) => [e.naturalWidth, e.naturalHeight])"
        )
        assert size == [[100, 150]]
        page.fill("#question", "What is that?")
        page.select_option("text=model >> select", "toy-qwen3_vl")
        settled(page)
        assert page.input_value("#question") == "What is that?"  # about the same image, on another model
        page.locator("input[type=file]").first.set_input_files(tmp_path / "0.png")
        page.wait_for_selector(".message")
        assert "0.png: These 8 bytes are no image" in page.inner_text(".message")
        assert page.locator(".thumbs img").count() == 1
    serving.stop()


def test_the_keyboard_reaches_everything(browser: Any, server: Serving):
    with shown(browser, server.address) as page:
        page.wait_for_selector(".thumbs img")
        page.focus("#question")
        page.keyboard.press("Enter")
        answered(page)
        seen = set()
        page.evaluate("document.activeElement.blur()")
        for _ in range(120):
            page.keyboard.press("Tab")
            seen.add(
                page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.innerText")
            )
        names = " ".join(map(str, seen))
        for part in ("Image:", "Attribution by head", "code", "box", "Ask", "red"):
            assert part in names, part
        page.focus("[data-grid='Attribution by head']")
        for key in ("ArrowDown", "ArrowDown", "ArrowRight", "Enter"):
            page.keyboard.press(key)
        assert "layer=1&head=1" in page.url or "head" in page.url
        page.focus("[data-stage='Image']")
        for key in ("ArrowDown", "ArrowRight", "ArrowRight", "Enter"):
            page.keyboard.press(key)
        settled(page)
        assert "place=" in page.url
        page.keyboard.press("Shift+Enter")
        page.keyboard.press("r")
        assert "8 tokens selected" in page.inner_text(".page")
        page.keyboard.press("Escape")
        settled(page)
        assert "place=" not in page.url
        page.focus("#tab-attribution")
        page.keyboard.press("ArrowRight")
        assert page.get_by_role("tab", name="Attention").get_attribute("aria-selected") == "true"


def test_something_changed_changes_the_answer(browser: Any, server: Serving):
    with shown(browser, server.address) as page:
        ask(page)
        page.get_by_role("tab", name="Causes").click()
        page.select_option("text=what >> select >> nth=0", "scale")
        assert page.get_by_label("strength").input_value() == "0.5"  # 1 would change nothing
        page.select_option("text=what >> select >> nth=0", "block")
        page.select_option("text=from >> select", "focus")
        page.get_by_role("button", name="add", exact=True).click()
        page.wait_for_selector("[data-after]")
        settled(page)
        assert "KL" in page.inner_text(".before-after")
        page.get_by_role("button", name="show views of the changed model").click()
        page.get_by_role("tab", name="Attention").click()
        settled(page)
        assert "All views show the changed model" in page.inner_text(".views")
        page.get_by_role("region", name="Attention").get_by_role("button", name="code").click()
        assert "with model.hooks(hooks):" in page.locator(".views pre").first.inner_text()
        assert re.search(r": 0\.000 of its attention|Point at", page.inner_text(".grid-box"))
        with page.expect_download() as download:
            page.get_by_role("button", name="save as page").click()
        saved = download.value.path().read_text()
        assert "toy-llava, changed (block attention · layers all · from tokens 76 to 64 (4…67))" in saved
        assert '"tabs":["attention","lens"]' in saved  # nothing else of the changed model was looked at
        address = page.url
        page.goto("about:blank")
        page.goto(address)
        page.wait_for_selector("text=All views show the changed model")  # the address holds what is shown
        page.get_by_role("tab", name="Causes").click()
        page.wait_for_selector("[data-after]")  # and the change, which is made again
        page.get_by_role("button", name="views show the changed model").click()
        assert "changed=" not in page.url
        page.get_by_role("button", name="Next example").click()
        page.wait_for_selector("[data-after]", state="detached")  # another question: nothing is left of the one before


def test_features_are_shown_on_the_image_and_changed(browser: Any, server: Serving):
    number = pages().features[0]["feature"]
    with shown(browser, server.address) as page:
        ask(page)
        page.get_by_role("tab", name="Features").click()
        settled(page)
        looked = with_dictionaries()
        answer = next(iter(looked.generate(max_new_tokens=1))).token
        list(looked.generate(max_new_tokens=2))
        found = features.features(looked, dictionary=STREAM, focus=looked.n_prompt - 1, target=answer)
        rows = [row.split("\t") for row in page.locator(".found tbody tr").all_inner_texts()]
        assert [int(row[0]) for row in rows] == found.arrays["features"].tolist()
        said = [float(row[1]) for row in rows]
        assert said == pytest.approx(found.arrays["activations"].tolist(), rel=0.01, abs=2e-3)
        page.get_by_label("feature", exact=True).fill(str(number))
        page.get_by_role("button", name="show", exact=True).click()
        settled(page)
        assert f"feature={number}" in page.url
        activations = features.feature(looked, dictionary=STREAM, feature=number).arrays["activations"]
        images = looked.layout.images.indices(0).numpy()
        brightest = int(images[activations[images].argmax()])
        click_token(page, looked.layout.table.box[0, brightest], scene("toy-llava")[1].size)
        told = page.locator(".stage-box .readout").first.inner_text()
        assert float(told.rpartition("·")[2]) == pytest.approx(float(activations[brightest]), rel=0.01, abs=2e-3)
        card = page.get_by_role("region", name=f"Feature {number}")
        assert card.locator(".example img").count() == len(pages().features[0]["top"])
        assert "</script>" in card.inner_text()
        axis = card.locator(".histogram .axis").first.inner_text()
        assert axis.split() == ["0", f"{pages().features[0]['high']:.2f}"]
        assert "in the tallest bar" in card.locator(".histogram figcaption").first.inner_text()
        card.get_by_label("Amount").fill("50")
        card.get_by_role("button", name="set it to this").click()
        page.wait_for_selector("[data-after]")
        assert f"set to 50 · feature {number} of {STREAM} · tokens all" in page.inner_text(".changes")
        page.get_by_role("tab", name="Features").click()
        page.select_option("text=dictionary >> select", MLP[1])
        settled(page)
        assert page.locator(".found tbody tr").count() > 1
        page.select_option("text=model >> select", "toy-smolvlm")  # which has no dictionary
        page.get_by_role("button", name="Ask", exact=True).click()
        page.wait_for_selector("#tab-features", state="detached")
        assert page.get_by_role("tab", selected=True).inner_text() == "Attribution"


def test_what_takes_long_says_what_it_takes_and_waits(browser: Any, server: Serving, monkeypatch: pytest.MonkeyPatch):
    run, own = Study.run, HookedVLMTransformer.from_pretrained(NAMES[0])

    def slow(study: Study) -> None:
        run(study)
        if study.model is own:  # and no study that another test has left behind, still running
            study.pass_seconds = 600.0

    monkeypatch.setattr(Study, "run", slow)
    serving = Serving(lambda: app.create({NAMES[0]: own}))
    with shown(browser, serving.address) as page:
        ask(page, "toy-llava", 2)
        page.locator(".best .head").first.click()
        for view, button in (("sources", "what it adds from there"), ("readers", "who looks at the kept token")):
            if view == "readers":
                click_token(page, asked("toy-llava", 2).layout.table.box[0, 30], scene("toy-llava", 2)[1].size)
                page.get_by_role("tab", name="Attention").click()
            page.get_by_role("button", name=button).click()
            settled(page)
            assert re.search(r"takes about 10 min and \d+ kB", page.inner_text(".side"))
            assert not [url for url in page.asked if url.endswith(f"/{view}")]
            with page.expect_response(lambda response, view=view: response.url.endswith(f"/{view}")):
                page.get_by_role("button", name="find it").click()
            page.wait_for_selector(".legend .label")
        page.get_by_role("tab", name="Lens").click()
        settled(page)
        assert re.search(r"The lens of 77 tokens at 7 layers takes about \d+ min", page.inner_text(".views"))
        assert not [url for url in page.asked if url.endswith("/lens")]
    serving.stop()


def test_two_images_are_compared_and_patched_and_a_sweep_can_be_cancelled(browser: Any, server: Serving):
    with shown(browser, server.address, strict=False) as page:
        ask(page, "toy-llava", 1)
        page.get_by_role("tab", name="Causes").click()
        page.select_option("text=example >> select", "4")
        page.wait_for_selector("[data-second-answer]")
        settled(page)
        image = scene("toy-llava", 1)[1]
        click_token(page, asked("toy-llava", 1).layout.table.box[0, 30], image.size, "Second image")
        settled(page)
        assert "place=30" in page.url
        assert re.search(
            r"At most 18 partial passes, (less than a second|\d+ s) and [\d.]+ [kM]B", page.inner_text(".views")
        )
        page.locator(".painted").select_option("attention")
        page.get_by_role("tab", name="Attention").click()
        page.locator("[data-grid='Attention by head'] canvas").click(position={"x": 40, "y": 30})
        settled(page)
        alone = page.locator(".legend span:nth-of-type(3)").all_inner_texts()
        page.get_by_role("tab", name="Causes").click()
        settled(page)
        first, second = page.locator(".stage-box .legend").all_inner_texts()
        assert first == second
        assert "both images have this scale" in first
        assert "both images" not in " ".join(alone)
        page.get_by_role("button", name="start").click()
        page.wait_for_selector("[aria-label='Patches: stream behind the layer, groups of tokens, denoising']")
        assert page.locator("[aria-label='Effect by layer'] polyline").count() == 3
        assert "0 as with the first image, 1 as with the second" in page.inner_text(".views")
        page.select_option("text=over >> select", "positions")
        page.select_option("text=direction >> select", "noise")
        page.get_by_role("button", name="start").click()
        until(page, "document.querySelector('progress')?.value >= 1")
        assert "0 as with the second image, 1 as with the first" in page.inner_text(".views")
        # unless it is done already
        page.evaluate("[...document.querySelectorAll('button')].find(each => each.innerText === 'cancel')?.click()")
        assert page.locator("[data-grid='Sweep']").count() == 1
        page.locator("[data-grid='Sweep'] canvas").hover(position={"x": 40, "y": 25})
        told = page.locator(".grid-box:has([data-grid='Sweep']) .readout").inner_text()
        assert "positions →" in told
        assert 'token 4, "row 1 column 1"' in told
        page.get_by_role("tab", name="Lens").click()
        page.locator(".answer-token").first.click()
        page.wait_for_selector(".best .head")  # the queue is free again


def test_a_finished_sweep_stays(browser: Any, server: Serving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In another tab, in the page loaded anew, and in the page that is saved."""
    found = "[aria-label='Attention knocked out, 2 layers at a time'] polyline"
    with shown(browser, server.address) as page:
        ask(page)
        page.get_by_role("tab", name="Causes").click()
        page.get_by_role("region", name="Sweeps").locator("select").first.select_option("knockout")
        page.get_by_label("window").fill("2")
        page.get_by_role("button", name="start").click()
        page.get_by_role("tab", name="Lens").click()  # while it runs
        page.get_by_role("tab", name="Causes").click()
        page.wait_for_selector(found)
        points = page.locator(found).first.get_attribute("points")
        settled(page)
        monkeypatch.setattr(sweeps, "knock_out", None)  # it is not run again
        for again in (page.get_by_role("tab", name="Lens").click, page.reload):
            again()
            page.get_by_role("tab", name="Causes").click()
            page.wait_for_selector(found)
            assert page.locator(found).first.get_attribute("points") == points
        with page.expect_download() as download:
            page.get_by_role("button", name="save as page").click()
        download.value.save_as(tmp_path / "study.html")
    with shown(browser, (tmp_path / "study.html").as_uri()) as page:
        page.get_by_role("tab", name="Causes").click()
        assert page.locator(found).count() == 3
        assert page.locator("[aria-label=Changes]").count() == 0


def test_the_focus_is_in_view_in_a_long_prompt(browser: Any, server: Serving) -> None:
    with shown(browser, server.address) as page:
        page.wait_for_selector(".thumbs img")
        page.fill("#question", "What colour is the square? " * 20)
        page.get_by_role("button", name="Ask", exact=True).click()
        answered(page)
        strip, focus = (page.locator(each).bounding_box() for each in (".strip", ".strip .token.focus"))
        assert page.locator(".strip").evaluate("each => each.scrollHeight > each.clientHeight")
        assert strip["y"] <= focus["y"] <= focus["y"] + focus["height"] <= strip["y"] + strip["height"]


def test_tiles_and_a_global_view_are_shown(browser: Any, server: Serving, tmp_path: Path):
    scene("toy-smolvlm")[1].resize((448, 224)).save(tmp_path / "wide.png")
    with shown(browser, server.address) as page:
        ask(page, "toy-smolvlm")
        page.locator("input[type=file]").first.set_input_files(tmp_path / "wide.png")
        until(page, "[...document.querySelectorAll('.thumbs img')].some((each) => each.naturalWidth === 448)")
        page.get_by_role("button", name="Ask", exact=True).click()
        answered(page)
        page.get_by_role("button", name="global view").click()
        page.focus("[data-stage='Image']")
        page.keyboard.press("ArrowDown")
        assert "global" in page.locator(".readout").first.inner_text()


def test_code_and_exports_are_given(browser: Any, server: Serving, tmp_path: Path):
    with shown(browser, server.address) as page:
        ask(page)
        page.locator(".best .head").first.click()
        settled(page)
        card = page.get_by_role("region", name="Attribution")
        card.get_by_role("button", name="code").click()
        assert "logit_attribution.direct" in card.locator("pre").inner_text()
        given = set()
        for tab in ("Attribution", "Attention", "Lens", "Features", "Causes"):
            page.get_by_role("tab", name=tab).click()
            if tab == "Causes":
                page.get_by_role("button", name="ablate").click()
                page.wait_for_selector("[data-after]")
                card = page.get_by_role("region", name="Sweeps")
                card.locator("select").first.select_option("knockout")
                card.get_by_role("button", name="start").click()
                page.wait_for_selector("[aria-label='Attention knocked out'] polyline")
            settled(page)
            for button in page.locator(".views button[aria-label^=Export]").all():
                with page.expect_download() as download:
                    button.click()
                assert download.value.path().stat().st_size > 60
                given.add(download.value.suggested_filename)
                if download.value.suggested_filename.endswith("csv"):  # float16 holds no more digits
                    numbers = re.findall(r"(?<![\w.])\d+\.\d+", download.value.path().read_text())
                    assert all(len(each.replace(".", "").strip("0")) <= 4 for each in numbers), numbers
                if download.value.suggested_filename.endswith("svg"):  # whatever is in the tokens
                    assert ElementTree.parse(download.value.path()).getroot().tag.endswith("svg")
        pictures = {f"{name}.{kind}" for name in ("attribution-heads", "attention", "lens") for kind in ("png", "svg")}
        tables = ("attribution-heads", "attention", "lens", "features", "changes")
        assert given >= pictures | {f"{name}.csv" for name in tables}
        assert given >= {"knockout.png", "knockout.svg", "knockout.csv"}
        page.get_by_role("tab", name="Attribution").click()
        settled(page)
        with page.expect_download() as download:
            page.get_by_role("button", name="save as page").click()
        file = tmp_path / "study.html"
        download.value.save_as(file)
    with shown(browser, file.as_uri()) as page:
        page.wait_for_selector(".best .head")
        page.locator(".best .head").first.click()
        page.wait_for_selector(".legend .label")
        assert page.locator(".answer-token").first.inner_text() == "·red"


def test_a_video_is_shown_frame_by_frame(browser: Any, server: Serving):
    frames = []
    with shown(browser, server.address) as page:
        page.wait_for_selector(".thumbs img")
        for number in range(4):
            picture = _png(scene("toy-qwen3_vl", number)[1])
            frames.append(page.request.post(f"{server.address}api/images", data=picture).json()["id"])
        video = "%2B".join(frames) + "@2"
        page.goto("about:blank")
        page.goto(f"{server.address}#model=film&q=What+colour+is+the+circle%3F&images={video}")
        page.wait_for_selector(".answer-token")
        settled(page)
        slider = page.locator("label:has-text('frame') input[type=range]")
        assert "frame 1 of 2" in page.inner_text(".stage-box")
        slider.focus()
        page.keyboard.press("ArrowRight")
        assert "frame 2 of 2" in page.inner_text(".stage-box")


def _png(image: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "png")
    return buffer.getvalue()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_axe_finds_no_serious_fault_and_nothing_sticks_out(browser: Any, server: Serving, scheme: str, width: int):
    axe = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
    if not axe.exists():
        pytest.skip("axe-core is not installed: npm ci in frontend/")
    given = {"color_scheme": scheme, "viewport": {"width": width, "height": 800}}
    with shown(browser, server.address, **given) as page:
        ask(page)
        page.locator(".best .head").first.click()
        for tab in ("Attribution", "Attention", "Lens", "Features", "Causes"):
            page.get_by_role("tab", name=tab).click()
            settled(page)
            if tab == "Features":
                page.locator(".found button.small").first.click()
                settled(page)
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, (tab, wide)
            page.evaluate(axe.read_text())
            found = page.evaluate("async () => (await axe.run()).violations")
            serious = [
                (each["id"], [node["html"][:200] for node in each["nodes"][:3]])
                for each in found
                if each["impact"] in ("serious", "critical")
            ]
            assert serious == [], (tab, json.dumps(serious, indent=1))
