"""The page of a logit lens, in a browser: linked, searchable, fast with many cells, and deaf to what tokens say."""

from __future__ import annotations

import html
import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.browser import Browser, Page, Tags, browser
from vlm_lens_native import HookedVLMTransformer, InputError
from vlm_lens_native.analysis import LogitLens, logit_lens
from vlm_lens_native.analysis.lens.pages import render_lens_page
from vlm_lens_native.toys.scenes import Scene
from vlm_lens_native.visualize import LensPage
from vlm_lens_native.visualize.packing import as_bytes, as_rank_codes

HOSTILE = "</script><img src=x onerror=\"document.title='broken'\"><b>&amp;{{ 7 * 7 }}"
CELL = '.row[data-row="{}"] .cell[data-layer="{}"]'


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
def chromium():
    with browser() as running:
        yield running


def shown(chromium: Browser, text: str, tmp_path: Path, *, size: tuple[int, int] = (1400, 900)) -> Page:
    (tmp_path / "page.html").write_text(text, encoding="utf-8")
    page = chromium.open(tmp_path / "page.html", size=size)
    page.wait_for("'ready' in document.body.dataset")
    return page


def marked_box(page: Page) -> list[float] | None:
    """The box of the patch that is marked, in pixels of the image."""
    return page.run(
        "(() => { const mark = document.querySelector('#stage .mark.inner');"
        " return mark.getAttribute('visibility') === 'visible'"
        " ? ['x', 'y', 'width', 'height'].map((name) => Number(mark.getAttribute(name))) : null; })()"
    )


def patch_centre(page: Page, x: float, y: float) -> tuple[float, float]:
    """Where in the window a point of the image is, as parts of its width and height."""
    left, top, width, height = page.run(
        "(() => { const box = document.querySelector('#stage svg').getBoundingClientRect();"
        " return [box.x, box.y, box.width, box.height]; })()"
    )
    return left + x * width, top + y * height


# --- one file, and nothing in it but data ----------------------------------------------------------------------------


def hostile_page() -> str:
    return made(
        3, 2, n_text=1, title=HOSTILE, text=HOSTILE, note=HOSTILE, layers=(HOSTILE, "1", "2"), labels=(HOSTILE,) * 5,
        strings=dict.fromkeys(STRINGS, HOSTILE), views=(HOSTILE,) * 4 + ("",), words=(HOSTILE,),
        word_probs=np.full((3, 5, 1), 0.25), word_ranks=np.full((3, 5, 1), 300),
    ).render()  # fmt: skip


def test_the_page_stands_alone_and_hostile_text_makes_no_tag():
    page = hostile_page()
    tags = Tags(page).tags
    assert "b" not in tags
    assert tags.count("script") == 3
    assert tags.count("img") == 1
    assert not re.search(r"(https?:)?//[a-z0-9-]+\.[a-z]", page)
    assert set(re.findall(r'(?:src|href)="(data:|[^"]*)', page)) == {"data:", "#table"}
    assert "default-src 'none'" in html.unescape(page)
    assert "49" not in re.sub(r"[A-Za-z0-9+/=]{60,}", "", page.split("<body")[1].split("<noscript")[0])


def test_hostile_tokens_are_shown_as_text(chromium, tmp_path):
    page = shown(chromium, hostile_page(), tmp_path)
    page.click(*page.centre(CELL.format(1, 1)))
    assert page.text(CELL.format(1, 1)) == HOSTILE
    assert page.text("#tops .name") == HOSTILE
    assert HOSTILE in page.text(".row .label")
    assert page.text("#head button span") == HOSTILE
    page.click(*page.centre("#tops button"))
    assert f"Tokens that are “{HOSTILE}”: 15 hits in 3 of 3 layers" in page.text("#hits")
    assert page.run("document.title") == HOSTILE
    assert page.run("document.querySelectorAll('b, main script, main img:not(.stage img)').length") == 0
    assert page.complaints() == []
    assert page.requests() == []


# --- image and table are one ------------------------------------------------------------------------------------------


def test_pointing_at_a_cell_marks_its_patch(chromium, tmp_path):
    given = made(4, 6, n_text=2)
    page = shown(chromium, given.render(), tmp_path)
    assert marked_box(page) is None
    page.point(*page.centre(CELL.format(8, 2)))
    assert marked_box(page) == [20, 10, 10, 10]
    assert "p8 · position 13 · layer 2" in page.text("#where")
    names = page.run("[...document.querySelectorAll('#tops .name')].map((name) => name.textContent)")
    assert names == [given.strings[token].strip() for token in given.top_ids[2, 8].tolist()]
    page.run("document.querySelector('#table').scrollTop = 500; new Promise(requestAnimationFrame)")
    page.point(*page.centre(CELL.format(37, 2)))  # text has no patch
    assert marked_box(page) is None
    assert "“p37”" in page.text("#where")
    page.run("document.querySelector('#table').scrollTop = 0; new Promise(requestAnimationFrame)")
    page.click(*page.centre(CELL.format(9, 1)))
    page.point(1, 1)
    assert marked_box(page) == [30, 10, 10, 10]  # a click keeps it,
    assert page.text("#layer-name") == "1"  # and its layer
    assert page.run("document.querySelector('.cell.here').dataset.layer") == "1"
    page.run("document.querySelector('#table').focus()")
    page.key("ArrowDown")
    page.key("ArrowRight")
    assert marked_box(page) == [40, 10, 10, 10]  # the next position
    assert page.text("#layer-name") == "2"
    assert page.complaints() == []


def test_pointing_at_a_patch_marks_its_row_and_brings_it_into_view(chromium, tmp_path):
    page = shown(chromium, made(4, 20).render(), tmp_path)
    assert page.run("document.querySelector('.row[data-row=\"390\"]')") is None
    page.point(*patch_centre(page, 10.5 / 20, 19.5 / 20))
    page.wait_for("document.querySelector('.row.current')?.dataset.row === '390'")
    inside = (
        "(() => { const row = document.querySelector('.row.current').getBoundingClientRect(),"
        " table = document.querySelector('#table').getBoundingClientRect();"
        " return table.top < row.top && row.bottom < table.bottom; })()"
    )
    assert page.run(inside)
    page.point(*patch_centre(page, 2.5 / 20, 0.5 / 20))
    page.wait_for("document.querySelector('.row.current')?.dataset.row === '2'")
    assert page.run(inside)
    assert page.complaints() == []


def test_layers_are_chosen_and_shown_on_the_image(chromium, tmp_path):
    words = {"words": ("red",), "word_probs": np.zeros((3, 4, 1)), "word_ranks": np.full((3, 4, 1), 1000)}
    words["word_probs"][1, 3] = 0.5
    page = shown(chromium, made(3, 2, **words).render(), tmp_path)
    page.click(*page.centre("#modes button:nth-child(2)"))
    colours = "[...document.querySelectorAll('#stage rect:not(.mark)')].map((cell) => cell.getAttribute('fill'))"
    assert page.text("#layer-name") == "1"  # the page opens where the word is strongest
    page.click(*page.centre('#head button[data-layer="2"]'))
    assert len(set(page.run(colours))) == 1  # where it is nowhere
    page.click(*page.centre('#head button[data-layer="1"]'))
    *rest, last = page.run(colours)
    assert set(rest) != {last}
    assert len(set(rest)) == 1
    page.point(*page.centre(CELL.format(3, 1)))
    assert re.search("“red”50%rank about 1,000", page.text("#numbers"))
    assert page.text("#high") == "0.50"


def test_search_finds_tokens_and_goes_to_the_most_probable(chromium, tmp_path):
    given = made(5, 20, n_text=3)
    ids = given.top_ids.copy()
    ids[ids == 77] = 78
    ids[1, 300, 2], ids[3, 7, 0], ids[4, 402, 4] = 77, 77, 77
    probs = given.top_probs.copy()
    probs[3, 7, 0] = 0.99
    page = shown(chromium, made(5, 20, n_text=3, top_ids=ids, top_probs=probs).render(), tmp_path)
    page.click(*page.centre("#query"))
    page.type("TOK77")
    assert "Tokens that are “TOK77”: 3 hits in 3 of 5 layers" in page.text("#hits")
    page.key("Enter")
    assert page.text("#layer-name") == "3"
    assert "p7 · position 12 · layer 3" in page.text("#where")
    page.click(*page.centre("#next"))
    page.click(*page.centre("#next"))
    places = {page.text("#where")}
    page.click(*page.centre("#previous"))
    places.add(page.text("#where"))
    assert places == {"p300 · position 305 · layer 1", "“p402” · position 407 · layer 4"}
    page.run("document.querySelector('#query').value = ''")
    page.click(*page.centre("#query"))
    page.type("no such token")
    assert "none among the top 5" in page.text("#hits")
    assert page.run("document.querySelector('#next').disabled")
    assert page.complaints() == []


# --- many cells ------------------------------------------------------------------------------------------------------


def many(**more) -> LensPage:
    """40 layers x 2,000 positions, five tokens each, and a photograph that compresses as badly as noise."""
    noise = np.random.default_rng(1).integers(0, 255, (440, 440, 3), dtype=np.uint8)
    return made(40, 44, n_text=64, images=(Image.fromarray(noise),), **more)


def test_forty_layers_of_two_thousand_positions_fit_and_scroll(chromium, tmp_path):
    rng = np.random.default_rng(2)
    words = {"words": ("red", "five"), "word_probs": rng.random((40, 2000, 2)) ** 8}
    given = many(**words, word_ranks=rng.zipf(1.2, (40, 2000, 2)) % 150_000 + 1)
    text = given.render()
    assert len(text.encode()) < 2_000_000
    page = shown(chromium, text, tmp_path)
    for top, row in ((0, 0), (26_000, 1000), (10**9, 1999)):
        page.run(f"document.querySelector('#table').scrollTop = {top}; new Promise(requestAnimationFrame)")
        page.wait_for(f"document.querySelector('.row[data-row=\"{row}\"]')")
        assert page.run("document.querySelectorAll('.row').length") < 60
        for layer in (0, 39):
            expected = given.strings[int(given.top_ids[layer, row, 0])].strip()
            assert page.text(CELL.format(row, layer)) == expected
    assert page.run("document.querySelectorAll('#stage rect:not(.mark)').length") == 44 * 44
    page.point(*patch_centre(page, 0.5 / 44, 0.5 / 44))
    page.wait_for("document.querySelector('.row.current')?.dataset.row === '0'")
    assert page.complaints() == []


def test_as_many_tokens_as_fit_are_kept_and_the_page_says_so(chromium, tmp_path):
    anything = np.random.default_rng(3).integers(0, 150_000, (40, 2000, 5))
    text = many(top_ids=anything).render()
    assert len(text.encode()) < 2_000_000
    shown_tops = int(re.search(r"Shown are the (\d) most probable tokens", text)[1])
    assert 1 <= shown_tops < 5
    page = shown(chromium, text, tmp_path)
    page.point(*page.centre(CELL.format(1, 39)))
    assert page.run("document.querySelectorAll('#tops li').length") == shown_tops


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


def test_tiles_and_global_view_are_two_views(chromium, tmp_path):
    lens, images = lens_of("toy-smolvlm")
    page = shown(chromium, render_lens_page(lens, images[0]), tmp_path)
    assert page.run("[...document.querySelectorAll('#views button')].map((chip) => chip.textContent)") == [
        "tiles", "global view",
    ]  # fmt: skip
    last = lens.positions.tolist().index(int(lens.layout.positions(tile="global")[-1]))
    page.run(f"select({last}); new Promise(requestAnimationFrame)")
    assert page.run("document.querySelector('#views [aria-pressed=true]').textContent") == "global view"
    at = lens.layout.table.box[0, lens.positions[last]]
    assert marked_box(page) == pytest.approx([at[0], at[1], at[2] - at[0], at[3] - at[1]], abs=0.01)
    assert page.text(CELL.format(last, 1)) == lens.strings[int(lens.top_ids[1, last, 0])].strip()


def test_every_image_has_a_view(chromium, tmp_path):
    lens, images = lens_of("toy-qwen3_vl", n_images=2)
    page = shown(chromium, render_lens_page(lens, [images[0], None]), tmp_path)
    assert page.run("[...document.querySelectorAll('#views button')].map((chip) => chip.textContent)") == [
        "image 0", "image 1",
    ]  # fmt: skip
    assert not page.run("document.querySelector('#stage img').hidden")
    page.click(*page.centre("#views button:nth-child(2)"))
    assert page.run("document.querySelector('#stage img').hidden")  # the picture that was not given
    assert "#1 r0 c0" in page.run("data.labels")
    assert page.complaints() == []


def test_images_that_do_not_fit_are_errors(tmp_path):
    lens, images = lens_of("toy-llava")
    with pytest.raises(InputError, match="have 1 images of 112 x 112 original pixels; got 2"):
        lens.save_page(tmp_path / "page.html", [*images, *images])
    with pytest.raises(InputError, match="got 1 of 50 x 50"):
        lens.save_page(tmp_path / "page.html", images[0].resize((50, 50)))
    assert lens.save_page(tmp_path / "page.html", images[0], title="T").read_text().count("<h1>T</h1>") == 1
