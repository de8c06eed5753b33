"""The demo from end to end: it answers, writes a page that stands alone, and maps to the right pixels."""

from __future__ import annotations

import html
import importlib
import json
import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.browser import Tags, browser
from vlm_lens_native.pages.demo.__main__ import main
from vlm_lens_native.toys import toy_path
from vlm_lens_native.toys.scenes import Scene

HOSTILE = "What </script><b onclick='x'>colour</b> is {{ 7 * 7 }} the \x1b[31m square?"
PICTURES = {"overview", "token_grid", "lens_word", "lens_top", "attention", "patching"}


def run(out: Path, *arguments: str | Path) -> str:
    assert main([*map(str, arguments), "--out", str(out)]) == 0
    assert {path.stem for path in out.glob("*.png")} == PICTURES
    for path in out.glob("*.png"):
        Image.open(path).verify()
    return (out / "index.html").read_text(encoding="utf-8")


def payload(page: str) -> dict:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.mark.parametrize("name", ["toy-llava", "toy-smolvlm"])
def test_it_answers_and_finds_the_answer_in_the_square(name, tmp_path, capsys):
    page = run(tmp_path / "a path with spaces", "--model", toy_path(name))
    said = capsys.readouterr().out
    assert "(right)" in said
    assert "index.html" in said
    data = payload(page)
    assert data["model"] == name  # of a local checkpoint, its own name and not its path
    assert data["answer"] == data["truth"]
    curves = {curve["name"]: curve["values"] for curve in data["patching"]["curves"]}
    for group, ends in {"image tokens": (1, 0), "text tokens": (0, 1), "changed image tokens": (1, 0)}.items():
        assert [curves[group][0], curves[group][-1]] == pytest.approx(ends, abs=0.05)


def check_self_contained(page: str) -> None:
    assert not re.search(r"(https?:)?//[a-z0-9-]+\.[a-z]", page)
    targets = set(re.findall(r'(?:src|href)="(data:|[^"]*)', page))
    assert targets == {"data:", "#tokens", "#lens", "#attention", "#patching"}
    assert "default-src 'none'" in html.unescape(page)


def test_a_hostile_question_stays_text(tmp_path, capsys):
    page = run(tmp_path, "--model", "toy-llava", "--question", HOSTILE)
    check_self_contained(page)
    assert payload(page)["question"] == HOSTILE
    tags = Tags(page).tags
    assert "b" not in tags
    assert tags.count("script") == 2
    assert "{{ 7 * 7 }}" in page
    assert "\x1b" not in capsys.readouterr().out


def test_hostile_tokens_stay_text_and_a_source_is_fitted(tmp_path, monkeypatch, capsys):
    hostile = "</script><b>"
    module = importlib.import_module("vlm_lens_native.analysis.lens.layer_by_layer")
    monkeypatch.setattr(module, "token_strings", lambda tokenizer, ids: dict.fromkeys(ids, hostile))
    Scene.random(3).image.resize((90, 150)).save(tmp_path / "source.png")
    page = run(tmp_path / "out", "--source-image", tmp_path / "source.png")
    assert set(payload(page)["lens"]["strings"]) == {hostile}
    assert "b" not in Tags(page).tags
    assert "cut and scaled from 90 x 150 to 112 x 112" in capsys.readouterr().out


def test_an_image_of_another_shape_keeps_its_pixels(tmp_path, capsys):
    scene = Scene.containing([("square", "red")], seed=1)
    wide = Image.new("RGB", (200, 140), "grey")
    wide.paste(scene.image, (60, 20))
    wide.save(tmp_path / "wide image.png")
    page = run(tmp_path / "out", "--image", tmp_path / "wide image.png", "--question", "What colour is the square?")
    data = payload(page)
    assert data["counts"]["original"] == [200, 140]
    boxes = np.array(data["tokens"]["boxes"])
    assert boxes[:, 0].min() == pytest.approx(30)  # LLaVA's crop keeps the middle square
    assert boxes[:, 2].max() == pytest.approx(170)
    assert boxes[:, 3].max() == pytest.approx(140)
    assert "made from the first" in capsys.readouterr().out


def test_errors_are_told_in_a_line(tmp_path, capsys):
    assert main(["--image", str(tmp_path / "missing.png"), "--out", str(tmp_path)]) == 1
    assert "error: There is no image file" in capsys.readouterr().err


def test_the_page_works_in_a_browser(tmp_path, capsys):
    with browser() as chromium:
        run(tmp_path, "--model", "toy-smolvlm")
        page = chromium.open(tmp_path / "index.html")
        page.wait_for("document.querySelectorAll('#attention-heads canvas').length")
        page.click(*page.centre("#lens-views button:nth-child(2)"))
        x, y = page.centre("#lens-stage svg")
        page.click(x + 5, y + 5)  # the middle is where four patches meet
        assert "Image token at global view, row 2, column 2" in page.text("#lens-where")
        page.point(1, 1)
        page.key("ArrowRight")
        assert "row 2, column 3" in page.text("#lens-where")
        page.click(*page.centre("#attention-heads button:last-child"))
        assert "Layer 5, head 3" in page.text("#attention-where")
        page.click(*page.centre("#attention-views button:nth-child(2)"))
        assert page.complaints() == []
        assert page.requests() == []
