"""The page of a logit lens, in a browser: linked, searchable, fast with many cells, and deaf to what tokens say."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.browsing import chromium, shown, until
from vlm_lens_native import HookedVLMTransformer, InputError
from vlm_lens_native.analysis import LogitLens, logit_lens
from vlm_lens_native.analysis.lens.pages import render_lens_page
from vlm_lens_native.bundle.wire import as_bytes, as_rank_codes
from vlm_lens_native.toys.scenes import Scene
from vlm_lens_native.visualize import LensPage

HOSTILE = "</script><img src=x onerror=\"document.title='broken'\"><b>&amp;{{ 7 * 7 }}"
CELL = '.lens-row[data-row="{}"] .cell[data-layer="{}"]'


STRINGS = {token: f" tok{token}" for token in range(150_000)}


def made(n_layers: int, side: int, *, top: int = 5, n_text: int = 0, seed: int = 0, **more) -> LensPage:
    """A page of ``side x side`` patches of 10 pixels, and text behind them; tokens ``tok0`` ... are drawn at random."""
    rng = np.random.default_rng(seed)
    n_rows = side * side + n_text
    row, column = np.divmod(np.arange(n_rows), side)
    boxes = np.stack([column, row, column + 1, row + 1], axis=-1) * 10.0
    boxes[side * side :] = np.nan
    probs = np.sort(rng.dirichlet([0.3] * (top + 1), (n_layers, n_rows)), axis=-1)[..., :0:-1]
    given = {
        "title": "A lens",
        "layers": tuple(map(str, range(n_layers))),
        "positions": np.arange(n_rows) + 5,
        "labels": tuple(f"p{row}" for row in range(n_rows)),
        "images": (Image.new("RGB", (side * 10, side * 10), "teal"),),
        "image": np.where(np.isnan(boxes[:, 0]), -1, 0),
        "boxes": boxes,
        "strings": STRINGS,
        "top_ids": rng.zipf(1.3, (n_layers, n_rows, top)) % 150_000,
        "top_probs": probs,
        "entropy": rng.random((n_layers, n_rows)) * 9,
        "kl": rng.random((n_layers, n_rows)) * 9,
    }
    return LensPage(**given | more)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@contextmanager
def opened(browser: Any, text: str, tmp_path: Path, **given: Any) -> Iterator[Any]:
    (tmp_path / "page.html").write_text(text, encoding="utf-8")
    with shown(browser, (tmp_path / "page.html").as_uri(), **given) as page:
        page.wait_for_selector(".lens-row .cell")
        yield page
        assert page.asked == [(tmp_path / "page.html").as_uri()]


def said(page: Any) -> str:
    """The read-out below the image."""
    return page.locator(".stage-box .readout").inner_text()


def point(page: Any, x: float, y: float) -> None:
    """Points at the image, at parts of its width and height."""
    area = page.locator("[data-stage]").bounding_box()
    page.mouse.move(area["x"] + x * area["width"], area["y"] + y * area["height"])


# --- one file, and nothing in it but data ----------------------------------------------------------------------------


def hostile_page() -> str:
    return made(
        3, 2, n_text=1, title=HOSTILE, text=HOSTILE, note=HOSTILE, layers=(HOSTILE, "1", "2"), labels=(HOSTILE,) * 5,
        strings=dict.fromkeys(STRINGS, HOSTILE), words=(HOSTILE,), word_probs=np.full((3, 5, 1), 0.25),
        word_ranks=np.full((3, 5, 1), 300),
    ).render()  # fmt: skip


def test_the_page_stands_alone_and_hostile_text_makes_no_tag():
    page = hostile_page()
    shell = re.sub(r"(<script[^>]*>).*?</script>|(<style>).*?</style>", "", page, flags=re.DOTALL)
    assert re.findall(r"<(\w+)", shell.split("<body>")[1]) == ["noscript", "div"]
    assert page.count("</script") == 2
    assert "default-src 'none'" in page
    assert set(re.findall(r'(?:src|href)="([^"]*)"', shell)) == {"data:,"}
    assert html.escape(HOSTILE) in shell


def test_hostile_tokens_are_shown_as_text(browser: Any, tmp_path: Path):
    with opened(browser, hostile_page(), tmp_path) as page:
        page.get_by_label("fold equal rows").uncheck()
        page.get_by_label("hide below").select_option("0%")
        page.locator(CELL.format(1, 1)).click()
        assert page.locator(CELL.format(1, 1)).inner_text() == HOSTILE
        assert page.locator(".reading td span").first.inner_text() == HOSTILE
        assert HOSTILE in page.locator(".lens-row .name").nth(1).inner_text()
        assert page.locator(".lens-head button").first.inner_text() == HOSTILE
        page.get_by_label("Find a token").fill(HOSTILE)
        assert f"Tokens that are “{HOSTILE}”: 15 hits in 3 of 3 layers" in page.inner_text(".hits")
        assert page.title() == HOSTILE
        assert page.locator("main script, main img:not(.stage img), .card b").count() == 0


# --- image and table are one ------------------------------------------------------------------------------------------


def test_image_and_table_are_linked(browser: Any, tmp_path: Path):
    given = made(4, 6, n_text=2)
    with opened(browser, given.render(), tmp_path) as page:
        page.get_by_label("hide below").select_option("0%")
        assert "Point at a token" in said(page)
        page.locator(CELL.format(8, 2)).hover()
        assert said(page).startswith('Token 13: "p8", pixels 20, 10, 30, 20')
        names = [row.inner_text().strip("·") for row in page.locator(".reading tr:nth-child(2) td span").all()]
        assert names == [given.strings[token].strip() for token in given.top_ids[2, 8, :3].tolist()]
        page.locator(CELL.format(9, 1)).click()
        page.mouse.move(1, 1)
        assert 'Token 14: "p9", pixels 30, 10' in said(page)  # a click keeps it,
        assert page.locator("output").inner_text() == "1"  # and its layer
        page.locator(".lens").focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowRight")
        assert 'Token 15: "p10"' in said(page)
        assert page.locator("output").inner_text() == "2"
        assert "Layer 2: entropy" in page.inner_text(".facts")
        point(page, 0.5 / 6, 5.5 / 6)
        page.wait_for_selector('.lens-row.current[data-row="30"]')


def test_a_patch_that_is_pointed_at_comes_into_view(browser: Any, tmp_path: Path):
    with opened(browser, made(4, 20).render(), tmp_path) as page:
        assert page.locator('.lens-row[data-row="390"]').count() == 0
        for x, y, row in ((10.5, 19.5, 390), (2.5, 0.5, 2)):
            point(page, x / 20, y / 20)
            current = page.locator(f'.lens-row.current[data-row="{row}"]')
            current.wait_for()
            inside, table = current.bounding_box(), page.locator(".lens").bounding_box()
            assert table["y"] < inside["y"]
            assert inside["y"] + inside["height"] < table["y"] + table["height"]


def test_equal_rows_are_folded_and_improbable_words_hidden(browser: Any, tmp_path: Path):
    given = made(3, 6, n_text=2)
    ids, probs = given.top_ids.copy(), given.top_probs.copy()
    ids[:, 10:30, 0] = ids[:, 10:11, 0]
    probs[..., 0], probs[1, 0, 0] = 0.9, 0.04
    page_text = made(3, 6, n_text=2, top_ids=ids, top_probs=probs).render()
    with opened(browser, page_text, tmp_path, viewport={"width": 420, "height": 900}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 420
        assert "20 alike" in page.locator('.lens-row[data-row="10"] .name').inner_text()
        assert page.locator('.lens-row[data-row="11"]').count() == 0
        point(page, 3.5 / 6, 3.5 / 6)  # row 21 is within the fold
        page.wait_for_selector('.lens-row.current[data-row="10"]')
        page.locator('.lens-row[data-row="10"] .name').click()
        page.wait_for_selector('.lens-row[data-row="11"]')
        assert page.locator(CELL.format(0, 1)).inner_text() != ""
        page.get_by_label("hide below").select_option("5%")
        assert page.locator(CELL.format(0, 1)).inner_text() == ""
        assert page.locator(CELL.format(0, 2)).inner_text() != ""


def test_words_are_shown_on_the_image_layer_by_layer(browser: Any, tmp_path: Path):
    words = {"words": ("red",), "word_probs": np.zeros((3, 4, 1)), "word_ranks": np.full((3, 4, 1), 1000)}
    words["word_probs"][1, 3] = 0.5
    with opened(browser, made(3, 2, **words).render(), tmp_path) as page:
        page.get_by_role("button", name="red", exact=True).click()
        page.locator('.lens-head [data-layer="1"]').click()
        assert "probability of “red”, layer 1" in page.inner_text(".legend")
        assert "0.500" in page.inner_text(".legend")
        assert page.locator(CELL.format(3, 1)).inner_text() == "50%"
        assert page.locator(CELL.format(3, 2)).inner_text() == ""
        page.locator(CELL.format(3, 1)).hover()
        assert "“red” 50%, rank about 1,000" in page.inner_text(".facts")
        page.get_by_role("button", name="play").click()
        until(page, "document.querySelector('output').textContent === '2'")


def test_search_finds_tokens_and_goes_to_the_most_probable(browser: Any, tmp_path: Path):
    given = made(5, 20, n_text=3)
    ids, probs = given.top_ids.copy(), given.top_probs.copy()
    ids[ids == 77] = 78
    ids[1, 300, 2], ids[3, 7, 0], ids[4, 402, 4] = 77, 77, 77
    probs[3, 7, 0] = 0.99
    with opened(browser, made(5, 20, n_text=3, top_ids=ids, top_probs=probs).render(), tmp_path) as page:
        page.get_by_label("Find a token").fill("TOK77")
        assert "Tokens that are “TOK77”: 3 hits in 3 of 5 layers" in page.inner_text(".hits")
        page.keyboard.press("Enter")
        assert page.locator("output").inner_text() == "3"
        assert said(page).startswith('Token 12: "p7"')
        places = set()
        for name in ("Next hit", "Next hit", "Previous hit"):
            page.get_by_role("button", name=name).click()
            places.add((page.locator(".reading").get_attribute("data-reading"), page.locator("output").inner_text()))
        assert places == {("300", "1"), ("402", "4")}
        page.get_by_label("Find a token").fill("no such token")
        assert "none among the top 5" in page.inner_text(".hits")
        assert page.get_by_role("button", name="Next hit").is_disabled()


# --- many cells ------------------------------------------------------------------------------------------------------


def many(**more) -> LensPage:
    """40 layers x 2,000 positions, five tokens each, and a photograph that compresses as badly as noise."""
    noise = np.random.default_rng(1).integers(0, 255, (440, 440, 3), dtype=np.uint8)
    return made(40, 44, n_text=64, images=(Image.fromarray(noise),), **more)


def test_forty_layers_of_two_thousand_positions_fit_and_scroll(browser: Any, tmp_path: Path):
    rng = np.random.default_rng(2)
    words = {"words": ("red", "five"), "word_probs": rng.random((40, 2000, 2)) ** 8}
    given = many(**words, word_ranks=rng.zipf(1.2, (40, 2000, 2)) % 150_000 + 1)
    text = given.render()
    assert len(text.encode()) < 2_000_000
    with opened(browser, text, tmp_path) as page:
        page.get_by_label("hide below").select_option("0%")
        page.get_by_label("fold equal rows").uncheck()
        for top, row in ((0, 0), (24_000, 1000), (10**9, 1999)):
            page.evaluate(f"document.querySelector('.lens').scrollTop = {top}")
            page.wait_for_selector(f'.lens-row[data-row="{row}"]')
            assert page.locator(".lens-row").count() < 60
            for layer in (0, 39):
                expected = given.strings[int(given.top_ids[layer, row, 0])].strip()
                assert page.locator(CELL.format(row, layer)).inner_text().strip("·") == expected
        point(page, 0.5 / 44, 0.5 / 44)
        page.wait_for_selector('.lens-row.current[data-row="0"]')


def test_as_many_tokens_as_fit_are_kept_and_the_page_says_so(browser: Any, tmp_path: Path):
    anything = np.random.default_rng(3).integers(0, 150_000, (40, 2000, 5))
    text = many(top_ids=anything).render()
    assert len(text.encode()) < 2_000_000
    tops = int(re.search(r"Shown are the (\d) most probable tokens", text)[1])
    assert 1 <= tops < 5
    with opened(browser, text, tmp_path) as page:
        page.locator(CELL.format(1, 38)).hover()
        assert page.locator(".reading tbody tr:first-child td").count() == min(3, tops)


def test_what_can_not_fit_is_an_error(monkeypatch):
    monkeypatch.setattr("vlm_lens_native.visualize.lens_page._MOST_BYTES", 60_000)
    with pytest.raises(InputError, match="4 layers x 1600 positions and 0 words takes"):
        made(4, 40).render()


def test_numbers_in_a_byte_are_near():
    values = np.linspace(0, 1, 1001)
    assert np.abs((as_bytes(values, 1.0) / 255) ** 2 - values).max() < 0.004
    small = np.geomspace(1e-4, 1e-2, 50)
    assert np.abs((as_bytes(small, 1.0) / 255) ** 2 - small).max() < 0.0005
    ranks = np.arange(1, 800_000, 7)
    codes = as_rank_codes(ranks).astype(float)
    decoded = np.where(codes < 128, codes, 128 * 2 ** ((codes - 128) / 10))
    assert (decoded[ranks < 128] == ranks[ranks < 128]).all()
    assert (np.abs(decoded / ranks - 1) < 0.04).all()


# --- from a lens -----------------------------------------------------------------------------------------------------


def lens_of(toy: str, n_images: int = 1) -> tuple[LogitLens, list[Image.Image]]:
    model = HookedVLMTransformer.from_pretrained(toy)
    images = [Scene.containing([("circle", "red")], seed=seed).image for seed in range(n_images)]
    content = [*({"type": "image", "image": image} for image in images), {"type": "text", "text": "What is there?"}]
    inputs = model.prepare_chat([{"role": "user", "content": content}])
    return logit_lens(model, inputs, layers=["embed", 5], words=["red", "5"], top_k=3), images


def test_tiles_and_global_view_are_two_views(browser: Any, tmp_path: Path):
    lens, images = lens_of("toy-smolvlm")
    with opened(browser, render_lens_page(lens, images[0]), tmp_path) as page:
        page.get_by_label("fold equal rows").uncheck()
        page.get_by_label("hide below").select_option("0%")
        assert page.locator("[aria-label='Which view'] button").all_inner_texts() == ["tiles", "global view"]
        last = lens.positions.tolist().index(int(lens.layout.positions(tile="global")[-1]))
        page.evaluate("document.querySelector('.lens').scrollTop = 10 ** 9")
        page.locator(CELL.format(last, 1)).click()
        page.mouse.move(1, 1)
        assert page.get_by_role("button", name="global view").get_attribute("aria-pressed") == "true"
        box = ", ".join(str(round(float(each))) for each in lens.layout.table.box[0, lens.positions[last]])
        assert f"pixels {box}" in said(page)
        assert page.locator(CELL.format(last, 1)).inner_text().strip("·") == (
            lens.strings[int(lens.top_ids[1, last, 0])].strip()
        )


def test_every_image_has_a_view(browser: Any, tmp_path: Path):
    lens, images = lens_of("toy-qwen3_vl", n_images=2)
    with opened(browser, render_lens_page(lens, [images[0], None]), tmp_path) as page:
        assert page.locator("[aria-label='Which image'] button").all_inner_texts() == ["image 1", "image 2"]
        assert page.locator(".stage img").count() == 1
        page.get_by_role("button", name="image 2").click()
        assert page.locator(".stage img").count() == 0  # the picture that was not given
        point(page, 0.1, 0.1)
        assert "#1 r0 c0" in said(page)


def test_images_that_do_not_fit_are_errors(tmp_path):
    lens, images = lens_of("toy-llava")
    with pytest.raises(InputError, match="have 1 images of 112 x 112 original pixels; got 2"):
        lens.save_page(tmp_path / "page.html", [*images, *images])
    with pytest.raises(InputError, match="got 1 of 50 x 50"):
        lens.save_page(tmp_path / "page.html", images[0].resize((50, 50)))
    assert lens.save_page(tmp_path / "page.html", images[0], title="T").read_text().count("<title>T</title>") == 1
