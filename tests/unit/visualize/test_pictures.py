"""Figures from arrays: right pixels, readable sizes, no trace in pyplot, any token drawn."""

from __future__ import annotations

import io

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from matplotlib import font_manager
from matplotlib.figure import Figure
from PIL import Image

from vlm_lens_native import InputError
from vlm_lens_native.inputs import TokenGrid, TokenLayout, VisionTokens, load_image
from vlm_lens_native.visualize import (
    TokenMap,
    draw_regions,
    plot_effect_map,
    plot_head_grid,
    plot_head_scores,
    plot_heatmap,
    plot_layer_maps,
    plot_parts,
    plot_patching,
    plot_signed_map,
    plot_word_table,
    plot_words,
    printable,
    style,
)
from vlm_lens_native.visualize.effects import _largest
from vlm_lens_native.visualize.style import plain, put_title

HOSTILE = ["$x^2$", "</b>", "\n", "", " ", "\ufffd", "漢字", "\x17", "🙂", "ok"]


def grid_map(rows: int, columns: int, cell: int = 12) -> TokenMap:
    token = np.arange(rows * columns).reshape(rows, columns).repeat(cell, 0).repeat(cell, 1)
    image = Image.new("RGB", (columns * cell, rows * cell), "white")
    return TokenMap(image=image, token=token, n_tokens=rows * columns)


def drawn(figure: Figure, tmp_path) -> Image.Image:
    figure.savefig(tmp_path / "figure.png", dpi=60)
    with Image.open(tmp_path / "figure.png") as picture:
        picture.load()
        return picture


def test_paint_puts_each_value_on_its_pixels():
    token_map = grid_map(2, 3)
    painted = token_map.paint(np.arange(6.0))
    assert painted[5, 30] == 2
    assert painted[20, 5] == 3
    with pytest.raises(InputError, match=r"shape \(7,\) for an image of 6 tokens"):
        plot_heatmap(token_map.resized(20), np.arange(7.0))  # one for each position, say: they would be shifted
    with pytest.raises(InputError, match="for an image of 6 tokens"):
        plot_words(token_map, ["word"] * 7, np.ones(6))


def test_pixels_that_no_token_saw_are_faded_not_coloured():
    token_map = grid_map(1, 2)
    token_map.token[:, 12:] = -1
    blended = token_map.blend(np.array([1.0, 0.0]))
    assert np.ptp(blended[0, 0].astype(int)) > 30
    assert np.ptp(blended[0, 20].astype(int)) == 0
    assert blended[0, 20].min() > 200


def test_resizing_keeps_the_token_at_each_centre():
    small = grid_map(4, 4, cell=30).resized(40)
    assert small.image.size == (40, 40)
    assert np.array_equal(small.token[5::10, 5::10], np.arange(16).reshape(4, 4))


@pytest.mark.parametrize(("rows", "columns"), [(24, 24), (60, 80)])
def test_large_grids_are_drawn(rows, columns, tmp_path):
    token_map, rng = grid_map(rows, columns), np.random.default_rng(0)
    values = rng.random((3, 8, rows * columns))
    names = [f"layer {layer}" for layer in range(3)]
    figures = [
        plot_heatmap(token_map, values[0, 0], title="a", label="b"),
        plot_layer_maps(token_map, values[:, 0], titles=names, title="a"),
        plot_head_grid(token_map, values, rows=names),
    ]
    for figure in figures:
        picture = drawn(figure, tmp_path)
        assert len(set(picture.convert("L").resize((40, 40)).tobytes())) > 5
    assert plt.get_fignums() == []


def test_a_thousand_heads_are_one_picture(tmp_path):
    values = np.random.default_rng(0).random((36, 32, 16))
    figure = plot_head_grid(grid_map(4, 4), values, rows=[str(layer) for layer in range(36)])
    assert len(figure.axes) == 1
    assert max(drawn(figure, tmp_path).size) < 2000


def test_any_token_can_be_drawn(tmp_path):
    words = [HOSTILE[:5], HOSTILE[5:]]
    drawn(plot_word_table(words, np.full((2, 5), 0.5), rows=["$a", "b"], columns=HOSTILE[:5], title="$_"), tmp_path)
    drawn(plot_words(grid_map(2, 5, cell=40), HOSTILE, np.linspace(0, 1, 10), title="$^"), tmp_path)
    curves = np.array([[0.0, 1.0], [1.0, 0.0]])
    drawn(plot_patching(curves, layers=["embed", "0"], groups=["$a_", "b"], title="c"), tmp_path)


def test_white_space_becomes_visible_and_controls_harmless():
    assert [printable(text) for text in ("\n", "  ", "", " red")] == ["⏎", "␣␣", "∅", "red"]
    assert plain("\x1b[31mred\nblue") == "□[31mred\nblue"


@pytest.fixture
def one_glyph_font(tmp_path, monkeypatch):
    """A font of an unknown name whose only character is 漢, installed for the test."""
    pen = TTGlyphPen(None)
    for x, y in ((0, 0), (0, 700), (700, 700), (700, 0)):
        (pen.lineTo if (x, y) != (0, 0) else pen.moveTo)((x, y))
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "han"])
    builder.setupCharacterMap({ord("漢"): "han"})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "han": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "han": (1000, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Some Unheard Of Font", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(tmp_path / "font.ttf")
    monkeypatch.setattr(font_manager.fontManager, "ttflist", list(font_manager.fontManager.ttflist))
    font_manager.fontManager.addfont(tmp_path / "font.ttf")
    style._installed.cache_clear()
    yield
    style._installed.cache_clear()


def test_a_font_that_has_a_script_is_found_whatever_its_name(one_glyph_font, tmp_path):
    assert printable("漢") == "漢"
    assert "Some Unheard Of Font" in style.text_style()["family"]
    words = [["漢"], ["□"]]
    pictures = [
        drawn(plot_word_table([word], np.full((1, 1), 0.5), rows=["0"], columns=["a"]), tmp_path) for word in words
    ]
    assert pictures[0].tobytes() != pictures[1].tobytes()
    image = Image.new("RGB", (60, 60))
    labelled = [draw_regions(image, boxes=[(5, 5, 50, 50)], labels=[label]) for label in "漢字"]
    assert labelled[0].tobytes() != labelled[1].tobytes()


def test_a_script_without_a_font_is_drawn_as_boxes():
    covered = any(ord("漢") in characters for characters in style._installed().values())
    assert printable("漢字") == ("漢字" if covered else "□□")
    assert not any(family.startswith("Last Resort") for family in style.text_style()["family"])


def test_an_image_of_another_size_is_an_error():
    from vlm_lens_native import HookedVLMTransformer, InputError

    model = HookedVLMTransformer.from_pretrained("toy-llava")
    layout = model.token_layout(model.prepare_messages("How many shapes are there?", Image.new("RGB", (112, 112))))
    with pytest.raises(InputError, match="give the image that the inputs were made from"):
        TokenMap.of(Image.new("RGB", (111, 112)), layout)


def test_boxes_and_masks_are_drawn_where_they_are():
    image = Image.new("RGB", (100, 60), (128, 128, 128))
    mask = np.zeros((60, 100), dtype=bool)
    mask[40:50, 70:90] = True
    picture = draw_regions(image, boxes=[(10, 5, 40, 30)], masks=[mask], longest=200)
    assert picture.size == (200, 120)
    changed = (np.asarray(picture) != 128).any(-1)
    framed, tinted = changed[:, :100], changed[:, 100:]
    rows, columns = np.nonzero(framed)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (10, 59, 20, 79)
    assert not changed[16:54, 26:74].any()  # a frame, not an area
    assert tinted[80:100, 40:80].all()
    assert tinted.sum() == 20 * 40
    labelled = draw_regions(image, boxes=[(10, 5, 40, 30)], masks=[mask], labels=["cat", "dog"], longest=200)
    assert (np.asarray(labelled) != np.asarray(picture)).any()
    for wrong, message in (
        ({"boxes": [(5, 5, 5, 9)]}, "expected x1, y1, x2, y2"),
        ({"boxes": [(50, 5, 101, 9)]}, "leaves the image"),
        ({"boxes": [(-1, 5, 10, 9)]}, "leaves the image"),
        ({"masks": [mask.T]}, r"expected \(height, width\)"),
        ({"boxes": [(1, 1, 2, 2)], "labels": ["a", "b"]}, "2 labels for 1 boxes"),
    ):
        with pytest.raises(InputError, match=message):
            draw_regions(image, **wrong)


def test_a_label_stays_with_its_mask_where_another_mask_is_empty():
    image, mask = Image.new("RGB", (60, 60)), np.zeros((60, 60), dtype=bool)
    mask[20:40, 20:40] = True
    pictures = [draw_regions(image, masks=[mask * 0, mask], labels=[first, "dog"]) for first in ("a", "another")]
    assert pictures[0].tobytes() == pictures[1].tobytes()  # the empty mask shows nothing, so its label doesn't either
    other = draw_regions(image, masks=[mask * 0, mask], labels=["a", "cat"])
    assert other.tobytes() != pictures[0].tobytes()


def test_scales_are_shared_or_own():
    token_map = grid_map(2, 2)
    values = np.array([[0.1, 0.1, 0.1, 0.1], [1.0, 1.0, 1.0, 1.0]])
    shown = {
        scale: [
            axis.images[0].get_array() for axis in plot_layer_maps(token_map, values, titles="ab", scale=scale).axes[:2]
        ]
        for scale in ("shared", "own")
    }
    assert (shown["own"][0] == shown["own"][1]).all()
    assert (shown["shared"][0] != shown["shared"][1]).any()
    grids = [
        plot_head_grid(token_map, values[None], rows=["0"], scale=s).axes[0].images[0].get_array()
        for s in ("own", "shared")
    ]
    assert (grids[0] != grids[1]).any()


# --- the sizes of real models ----------------------------------------------------------------------------------------


def pixels(figure: Figure, tmp_path) -> np.ndarray:
    return np.asarray(drawn(figure, tmp_path).convert("RGB"), dtype=int)


def names(n: int) -> list[str]:
    return [f"{nth} {HOSTILE[nth % len(HOSTILE)]} and a long name" for nth in range(n)]


@pytest.mark.parametrize("shape", [(1100, 3200), (33, 640), (32, 32)], ids=["edges", "positions", "heads"])
def test_a_single_large_effect_is_seen_on_a_map_of_any_size(shape, tmp_path):
    values = np.full(shape, 0.001)
    values[shape[0] - 1, 0] = -2.0
    figure = plot_effect_map(
        values, rows=names(shape[0]), columns=names(shape[1]), label="a", row_label="b", column_label="c", title="d"
    )
    axes, bar = figure.axes
    cells = axes.images[0].get_array()
    assert cells is not None
    assert max(cells.shape) <= 640
    assert float(cells[-1, 0]) == -2.0
    assert np.abs(cells).sum() < 2 + 0.001 * cells.size
    picture = pixels(figure, tmp_path)
    assert ((picture[..., 2] - picture[..., 0]) > 70).any()  # the darkest blue
    assert (axes.get_ylabel(), axes.get_xlabel(), bar.get_ylabel()) == ("b", "c", "a, up to 2 in size")


def test_one_outlier_does_not_bleach_the_rest_and_the_strongest_are_named():
    values = np.random.default_rng(0).normal(0, 0.1, (60, 90))
    values[31, 57] = 30.0
    figure = plot_effect_map(values, rows=[f"s{n}" for n in range(60)], columns=[f"r{n}" for n in range(90)])
    axes, bar = figure.axes
    assert axes.images[0].get_clim() == (-3.0, 3.0)
    assert bar.get_ylabel().endswith("up to 30 in size")
    assert "s31" in [label.get_text() for label in axes.get_yticklabels()]
    assert "r57" in [label.get_text() for label in axes.get_xticklabels()]


def test_a_curve_is_broken_off_where_its_windows_change():
    figure = plot_patching(np.arange(4.0)[:, None], layers=["0-5", "0", "1", "2"], groups=["a"], breaks=[1])
    (curve,) = [line for line in figure.axes[0].lines if line.get_label() == "a"]
    np.testing.assert_array_equal(curve.get_ydata(), [0, np.nan, 1, 2, 3])


def test_a_head_that_does_not_look_at_the_image_stays_dark():
    values = np.array([[[0.0, 0.001, 0.0, 0.0], [0.0, 0.9, 0.0, 0.0]]])
    shown = plot_head_grid(grid_map(2, 2), values, rows=["0"]).axes[0].images[0].get_array()
    assert shown is not None
    idle, busy = np.asarray(shown, dtype=int)[:, :200], np.asarray(shown, dtype=int)[:, -200:]
    assert np.ptp(idle) < 10 < 100 < np.ptp(busy)


def test_cells_that_are_shared_keep_gaps_and_signs():
    values = np.array([[1.0, np.nan, -3.0, 2.0], [0.5, np.nan, np.nan, -2.0], [np.nan, np.nan, 0.0, 4.0]])
    expected = np.array([[1.0, np.nan, -3.0, 2.0], [np.nan, np.nan, 0.0, 4.0]])
    np.testing.assert_array_equal(_largest(values, 2), expected)


def test_values_of_one_sign_have_half_a_scale(tmp_path):
    image = Image.new("RGB", (40, 20))
    for values, low in ((np.ones((20, 40)), 0.0), (np.linspace(-1, 1, 800).reshape(20, 40), -1.0)):
        figure = plot_signed_map(image, values, title="a", label="b")
        assert figure.axes[1].get_ylim() == pytest.approx((low, 1.0), abs=0.01)
        drawn(figure, tmp_path)


def test_pictures_of_tall_and_wide_images_fit_a_page(tmp_path):
    for width, height in ((900, 100), (100, 900)):
        values = np.zeros((height, width))
        figure = plot_signed_map(Image.new("RGB", (width, height)), values)
        assert max(figure.get_size_inches()) < 9
        assert min(figure.get_size_inches()) > 1


def test_long_and_foreign_titles_and_labels_are_drawn(tmp_path):
    title = "'漢字' over 'a_token_with_a_very_long_name_that_goes_on_and_on': +12.53 logits"
    for figure in (
        plot_parts(np.arange(40.0), labels=names(40), title=title),
        plot_effect_map(np.zeros((2, 2)), rows=names(2), columns=names(2), title=title),
        plot_head_scores(np.zeros((32, 32)), rows=names(32), title=title),
        plot_word_table([HOSTILE] * 33, np.zeros((33, 10)), rows=names(33), columns=names(10), title=title),
        plot_layer_maps(grid_map(2, 2), np.ones((33, 4)), titles=names(33), title=title),
    ):
        drawn(figure, tmp_path)
        for axes in figure.axes if len(figure.axes) < 30 else []:
            assert axes.title.get_window_extent().x1 <= figure.bbox.x1


def test_a_legend_of_many_long_names_leaves_room_for_the_curves(tmp_path):
    for groups in (names(9), names(2), ["a", "b", "c"]):
        curves = np.zeros((33, len(groups)))
        figure = plot_patching(curves, layers=["embed", *map(str, range(32))], groups=groups)
        drawn(figure, tmp_path)
        axes = figure.axes[0]
        assert axes.get_position().width * figure.get_figwidth() > 5
        assert axes.get_position().height * figure.get_figheight() > 2
        legend = axes.get_legend().get_window_extent()
        assert legend.x0 >= 0
        assert legend.x1 <= figure.bbox.x1
        assert len(axes.get_xticks()) <= 12


def test_words_of_a_large_grid_stay_in_their_cells(tmp_path):
    token_map = grid_map(24, 24, cell=14)
    figure = plot_words(token_map, ["a_very_long_token_name"] * 576, np.ones(576))
    drawn(figure, tmp_path)
    first = figure.axes[0].texts[0]
    assert first.get_text() == "a_very_lo…"
    cell = figure.axes[0].get_window_extent().width / 24
    assert first.get_window_extent().width < 1.5 * cell


@pytest.mark.parametrize("orientation", range(1, 9))
def test_pictures_show_a_photo_as_the_model_saw_it(orientation: int) -> None:
    """Phones store photos turned, and say so: whatever takes the user's image turns it as the inputs' loader does."""
    pixels = np.full((40, 64, 3), 90, np.uint8)
    pixels[:10, :16] = (255, 0, 0)
    exif, file = Image.Exif(), io.BytesIO()
    exif[0x0112] = orientation
    Image.fromarray(pixels).save(file, "PNG", exif=exif.tobytes())
    photo, upright = Image.open(io.BytesIO(file.getvalue())), load_image(file.getvalue())
    grid = TokenGrid(rows=1, cols=1, box=(0.0, 0.0, *map(float, upright.size)))
    layout = TokenLayout.build(
        torch.tensor([[7]]),
        vision_tokens=(VisionTokens(kind="image", grids=(grid,), size=upright.size),),
        image_token_ids={"image": 7},
    )
    assert TokenMap.of(photo, layout, longest=max(upright.size)).image.tobytes() == upright.tobytes()
    assert draw_regions(photo, boxes=[(0, 0, 3, 3)]).tobytes() == draw_regions(upright, boxes=[(0, 0, 3, 3)]).tobytes()
    shown, expected = (plot_signed_map(each, np.ones(upright.size[::-1])) for each in (photo, upright))
    assert np.array_equal(shown.axes[0].images[0].get_array(), expected.axes[0].images[0].get_array())


def test_a_title_fits_its_part_of_a_figure():
    left, _ = Figure(figsize=(10, 3)).subfigures(1, 2)
    axes = [left.subplots(), Figure(figsize=(5, 3)).subplots()]
    for each in axes:
        put_title(each, "many words " * 20)
    assert axes[0].get_title(loc="left") == axes[1].get_title(loc="left")
    assert axes[0].get_title(loc="left").count("\n") > 1
