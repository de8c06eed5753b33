"""The demo from end to end: it answers, writes a page that stands alone, and maps to the right pixels."""

from __future__ import annotations

import base64
import importlib
import json
import re
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.browsing import chromium, shown
from vlm_lens_native.bundle import wire
from vlm_lens_native.cli import main
from vlm_lens_native.toys import toy_path
from vlm_lens_native.toys.scenes import Scene

HOSTILE = "What </script><b onclick='x'>colour</b> is {{ 7 * 7 }} the \x1b[31m square?"
PICTURES = {"overview", "token_grid", "lens_word", "lens_top", "attention", "patching"}


def run(out: Path, *arguments: str | Path) -> str:
    assert main(["demo", *map(str, arguments), "--out", str(out)]) == 0
    assert {path.stem for path in out.glob("*.png")} == PICTURES
    for path in out.glob("*.png"):
        Image.open(path).verify()
    return (out / "index.html").read_text(encoding="utf-8")


def payload(page: str) -> dict:
    found = re.search(r'<script type="application/json" id="study">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def view(data: dict, name: str) -> tuple[dict, dict]:
    """The arrays of a view in a page, and what they are about."""
    [held] = [each for key, each in data["views"].items() if key.startswith(f"{name} ")]
    return wire.unpack(zlib.decompress(base64.b64decode(held)))


@pytest.mark.parametrize("name", ["toy-llava", "toy-smolvlm"])
def test_it_answers_and_finds_the_answer_in_the_square(name, tmp_path, capsys):
    page = run(tmp_path / "a path with spaces", "--model", toy_path(name))
    said = capsys.readouterr().out
    assert "(right)" in said
    assert "index.html" in said
    data = payload(page)
    assert data["text"].startswith(f"{name} looks at")  # of a local checkpoint, its own name and not its path
    assert "The answer is right." in data["text"]
    arrays, about = view(data, "patching")
    curves = dict(zip(about["labels"], arrays["effect"].T.astype(float), strict=True))
    for group, ends in {"image tokens": (1, 0), "text tokens": (0, 1), "changed image tokens": (1, 0)}.items():
        assert [curves[group][0], curves[group][-1]] == pytest.approx(ends, abs=0.05)


def test_a_hostile_question_stays_text(tmp_path, capsys):
    page = run(tmp_path, "--model", "toy-llava", "--question", HOSTILE)
    assert payload(page)["title"] == HOSTILE
    shell = re.sub(r"(<script[^>]*>).*?</script>|(<style>).*?</style>", "", page, flags=re.DOTALL)
    assert re.findall(r"<(\w+)", shell.split("<body>")[1]) == ["noscript", "div"]
    assert set(re.findall(r'(?:src|href)="([^"]*)"', shell)) == {"data:,"}
    assert "default-src 'none'" in page
    assert "\x1b" not in capsys.readouterr().out


def test_hostile_tokens_stay_text_and_a_source_is_fitted(tmp_path, monkeypatch, capsys):
    hostile = "</script><b>"
    module = importlib.import_module("vlm_lens_native.analysis.lens.layer_by_layer")
    monkeypatch.setattr(module, "token_strings", lambda tokenizer, ids: dict.fromkeys(ids, hostile))
    Scene.random(3).image.resize((90, 150)).save(tmp_path / "source.png")
    page = run(tmp_path / "out", "--source-image", tmp_path / "source.png")
    assert set(view(payload(page), "lens")[1]["strings"]) == {hostile}
    assert page.count("</script") == 2
    assert "cut and scaled from 90 x 150 to 112 x 112" in capsys.readouterr().out


def test_an_image_of_another_shape_keeps_its_pixels(tmp_path, capsys):
    scene = Scene.containing([("square", "red")], seed=1)
    wide = Image.new("RGB", (200, 140), "grey")
    wide.paste(scene.image, (60, 20))
    wide.save(tmp_path / "wide image.png")
    page = run(tmp_path / "out", "--image", tmp_path / "wide image.png", "--question", "What colour is the square?")
    data = payload(page)
    arrays, about = wire.unpack(base64.b64decode(data["tokens"]))
    assert about["images"][0]["size"] == [200, 140]
    boxes = arrays["boxes"][~np.isnan(arrays["boxes"][:, 0])]
    assert boxes[:, 0].min() == pytest.approx(30)  # LLaVA's crop keeps the middle square
    assert boxes[:, 2].max() == pytest.approx(170)
    assert boxes[:, 3].max() == pytest.approx(140)
    assert "made from the first" in capsys.readouterr().out


def test_errors_are_told_in_a_line(tmp_path, capsys):
    assert main(["demo", "--image", str(tmp_path / "missing.png"), "--out", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert said.startswith("vlm-lens-native: Invalid value for '--image'")
    assert "missing.png' does not exist. See vlm-lens-native demo --help." in said
    assert said.count("\n") == 1


def test_the_page_works_in_a_browser(tmp_path, capsys):
    with chromium() as browser:
        run(tmp_path, "--model", "toy-smolvlm")
        with shown(browser, (tmp_path / "index.html").as_uri()) as page:
            page.locator(".answer-token").first.click()
            page.locator(".best .head").first.click()
            page.wait_for_selector(".legend .label")
            page.get_by_role("button", name="global view").click()
            page.locator("[data-stage]").click(position={"x": 5, "y": 5})
            page.mouse.move(1, 1)
            assert "global row 1 column 1" in page.locator(".readout").first.inner_text()
            page.get_by_role("tab", name="Lens").click()
            page.wait_for_selector(".maps canvas")  # which are unpacked while the page is used
            page.wait_for_selector(".reading tbody tr")
            assert page.locator(".maps canvas").count() == page.locator(".reading tbody tr").count()
            page.get_by_role("tab", name="Causes").click()
            page.wait_for_selector("[aria-label='Effect by layer'] polyline")
            assert page.asked == [(tmp_path / "index.html").as_uri()]
