"""The token layout: kinds, numbering, selections and heatmaps."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.unit.inputs.processors import llava, qwen2_5, qwen3, smolvlm
from tests.unit.inputs.test_probing import noise
from vlm_lens_native import HookedVLMTransformer
from vlm_lens_native.errors import InputError, PlaceholderMismatchError
from vlm_lens_native.inputs import ImageTransform, TileGrid, TokenGrid, TokenLayout, VisionTokens

TOKEN_IDS = {"image": 7, "video": 8}


def vision(rows: int, cols: int, **kwargs: Any) -> VisionTokens:
    grid = TokenGrid(rows=rows, cols=cols, box=(0, 0, 10 * cols, 10 * rows))
    return VisionTokens(kind="image", grids=(grid,), size=(10 * cols, 10 * rows), **kwargs)


def layout(*rows: str, images: tuple[VisionTokens, ...], original: bool = True, **kwargs: Any) -> TokenLayout:
    """A layout of rows of digits: 7 and 8 are placeholders, 5 a marker, 0 padding; the original is twice as large."""
    ids = torch.tensor([[int(char) for char in row] for row in rows])
    twice = [ImageTransform.resize((2 * image.size[0], 2 * image.size[1]), image.size) for image in images]
    return TokenLayout.build(
        ids,
        attention_mask=(ids != 0).long(),
        vision_tokens=images,
        image_token_ids=TOKEN_IDS,
        markers={(5,): "<marker>", (6, 9): "<long marker>"},
        transforms=twice if original else None,
        **kwargs,
    )


def kinds(made: TokenLayout) -> list[str]:
    return ["".join("timp"[kind] for kind in row) for row in made.table.kind]


def test_kinds_with_left_and_right_padding() -> None:
    made = layout("0015777751", "1577775100", images=(vision(2, 2),) * 2)
    assert kinds(made) == ["pptmiiiimt", "tmiiiimtpp"]
    assert made.last.indices(0).tolist() == [9]
    assert made.last.indices(1).tolist() == [7]
    assert made.text.indices(1).tolist() == [0, 7]
    assert made.markers.indices(0).tolist() == [3, 8]
    assert made.image_token_range(batch=0) == (4, 7)
    assert made.image_token_range(batch=1) == (2, 5)


def test_what_stands_between_an_images_tokens_is_a_marker() -> None:
    """Row breaks that the processor sets are no text, though their id is that of a newline."""
    made = layout("1771772", images=(vision(2, 2),))
    assert kinds(made) == ["tiimiit"]
    assert made.image_token_range() == (1, 5)
    assert len(made.images) == 4


def test_markers_may_be_several_tokens() -> None:
    made = layout("6169775696", images=(vision(1, 2),))
    assert kinds(made) == ["ttmmiimmmt"]
    assert kinds(layout("7", images=(vision(1, 1),))) == ["i"]


def test_a_class_token_has_no_place() -> None:
    """It is one of the image's tokens, and in no row, column, box or picture."""
    case = llava(select="full")
    inputs = case.builder.prepare_messages("?", noise((56, 56)))
    made = case.builder.layout(inputs)
    first = made.image_token_range()[0]
    assert len(made.image(0)) == 17
    assert first not in made.rows(slice(None)).indices()
    assert first not in made.box((0, 0, 56, 56)).indices()
    assert made.positions(tile="global").tolist() == [first]
    for combine in ("tiles", "global", "mean"):
        assert made.heatmap(np.arange(17.0), combine=combine)[0, 0] == 1


def test_images_are_counted_in_each_row_by_appearance() -> None:
    images = (vision(1, 2), vision(1, 3), vision(1, 1))
    made = layout("1771777", "7000000", images=images)
    assert made.table.image.tolist() == [[-1, 0, 0, -1, 1, 1, 1], [0] + [-1] * 6]
    assert made.image(0).indices(1).tolist() == [0]
    assert made.image(1).indices(0).tolist() == [4, 5, 6]
    assert made.image(1).indices(1).tolist() == []
    with pytest.raises(InputError, match="no image 2: they are numbered 0 to 1"):
        made.image(2)
    with pytest.raises(InputError, match="no image 1"):
        made.image_token_range(image=1, batch=1)


def test_boxes_are_in_original_pixels_or_say_so() -> None:
    known = layout("7777", images=(vision(2, 2),))
    assert known.box_space == "original"
    assert known.table.box[0].tolist() == [[0, 0, 20, 20], [20, 0, 40, 20], [0, 20, 20, 40], [20, 20, 40, 40]]
    assert known.image_size() == (40, 40)
    unknown = layout("7777", images=(vision(2, 2),), original=False)
    assert unknown.box_space == "processed"
    assert unknown.table.box[0, 3].tolist() == [10, 10, 20, 20]
    assert unknown.image_size() == (20, 20)


def test_one_unknown_size_puts_all_boxes_in_processed_pixels() -> None:
    half = ImageTransform.resize((10, 10), (20, 20))
    made = TokenLayout.build(
        torch.tensor([[7] * 8]), vision_tokens=(vision(2, 2),) * 2, image_token_ids=TOKEN_IDS, transforms=[half, None]
    )
    assert made.box_space == "processed"
    assert made.table.box[0, 3].tolist() == made.table.box[0, 7].tolist() == [10, 10, 20, 20]


def test_box_selections() -> None:
    made = layout("177777777712", images=(vision(3, 3),))  # 60 x 60 original pixels, cells of 20
    assert made.positions(box=(0, 0, 60, 60)).tolist() == list(range(1, 10))
    assert made.positions(box=(20, 20, 40, 40)).tolist() == [5]
    assert made.positions(box=(19, 20, 40, 40)).tolist() == [4, 5]
    assert made.positions(box=(10, 20, 40, 40), overlap=0.5).tolist() == [4, 5]
    assert made.positions(box=(11, 20, 40, 40), overlap=0.5).tolist() == [5]
    assert made.box((20, 20, 40, 40)) == made.select(rows=1, columns=1)
    for box in ((0, 0, 61, 60), (-1, 0, 5, 5), (5, 5, 5, 9), (9, 5, 5, 9), (1, 2, 3)):
        with pytest.raises(InputError):
            made.box(box)
    with pytest.raises(InputError, match="overlap"):
        made.box((0, 0, 5, 5), overlap=2)


def test_mask_selections() -> None:
    made = layout("177777777712", images=(vision(3, 3),))
    mask = np.zeros((60, 60), dtype=bool)
    assert made.mask(mask).indices().tolist() == []
    mask[19:41, 45] = True
    assert made.mask(mask).indices().tolist() == [3, 6, 9]
    assert made.mask(torch.from_numpy(mask), overlap=0.04).indices().tolist() == [6]
    assert made.mask(~mask).indices().tolist() == list(range(1, 10))
    with pytest.raises(InputError, match=r"expected \(height, width\) = \(60, 60\)"):
        made.mask(mask[:, 1:])


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(1, 5), st.integers(1, 5), st.lists(st.floats(0, 1), min_size=4, max_size=4))
def test_a_box_and_its_mask_select_the_same(rows: int, cols: int, at: list[float]) -> None:
    made = layout("7" * (rows * cols), images=(vision(rows, cols),))
    width, height = 20 * cols, 20 * rows
    xs, ys = (
        sorted((round(at[0] * width), round(at[1] * width))),
        sorted((round(at[2] * height), round(at[3] * height))),
    )
    if xs[0] == xs[1] or ys[0] == ys[1]:
        return
    mask = np.zeros((height, width), dtype=bool)
    mask[ys[0] : ys[1], xs[0] : xs[1]] = True
    for overlap in (0, 0.3, 1):
        assert made.box((xs[0], ys[0], xs[1], ys[1]), overlap=overlap) == made.mask(mask, overlap=overlap)
    selected = made.box((xs[0], ys[0], xs[1], ys[1]))
    boxes = made.table.box[np.asarray(selected)]
    hull = (*boxes[:, :2].min(axis=0), *boxes[:, 2:].max(axis=0))
    assert hull[0] <= xs[0] < xs[1] <= hull[2]
    assert hull[1] <= ys[0] < ys[1] <= hull[3]
    assert made.box(hull) == selected  # box -> tokens -> box -> tokens


def test_rows_columns_and_kinds() -> None:
    made = layout("177777712", images=(vision(2, 3),))
    assert made.rows(0).indices().tolist() == [1, 2, 3]
    assert made.columns([0, 2]).indices().tolist() == [1, 3, 4, 6]
    assert made.columns(slice(1, None)).indices().tolist() == [2, 3, 5, 6]
    assert made.positions(kind="image", rows=1, columns=range(2)).tolist() == [4, 5]
    assert made.rows(-1) == made.rows(1)
    assert made.columns([0, -1]) == made.columns([0, 2])
    for bad in ({"rows": 2}, {"columns": [0, 3]}, {"rows": -3}, {"kind": "pad"}, {"kind": "pixel"}, {"batch": 1}):
        with pytest.raises(InputError):
            made.select(**bad)


def test_rows_are_counted_from_the_end_of_each_grid() -> None:
    """The last row is another one in images of other sizes, in one prompt and in a batch, and in a global view."""
    made = layout("1777177", "0777711", images=(vision(3, 1), vision(1, 2), vision(2, 2)))
    for rows in (-1, slice(-1, None)):
        assert [made.rows(rows).indices(row).tolist() for row in (0, 1)] == [[3, 5, 6], [3, 4]]
    assert [made.rows([0, -1]).indices(row).tolist() for row in (0, 1)] == [[1, 3, 5, 6], [1, 2, 3, 4]]
    assert [made.rows(slice(1, None)).indices(row).tolist() for row in (0, 1)] == [[2, 3], [3, 4]]
    assert [made.columns(-1).indices(row).tolist() for row in (0, 1)] == [[1, 2, 3, 6], [2, 4]]
    with pytest.raises(InputError, match="no token row -2: they are numbered 0 to 0"):
        made.rows(-2, image=1, batch=0)
    whole = TokenGrid(rows=1, cols=2, box=(0, 0, 10, 20), is_global=True)
    for number in (None, (0, 0)):
        fine = TokenGrid(rows=2, cols=1, box=(0, 0, 10, 20), tile=number)
        both = layout("17777", images=(VisionTokens(kind="image", grids=(fine, whole), size=(10, 20)),))
        assert both.rows(-1).indices().tolist() == [2, 3, 4]
    upper, lower = (TokenGrid(rows=n, cols=1, box=(0, 10 * n, 10, 10), tile=(n - 1, 0)) for n in (1, 2))
    tiles = layout("1777", images=(VisionTokens(kind="image", grids=(upper, lower), size=(10, 20)),))
    assert tiles.rows(-1).indices().tolist() == [1, 3]


def test_a_box_needs_to_know_its_image() -> None:
    made = layout("771777", "771000", images=(vision(1, 2), vision(1, 3), vision(1, 2)))
    with pytest.raises(InputError, match="several images"):
        made.box((0, 0, 5, 5))
    assert made.box((50, 0, 60, 20), image=1).indices().tolist() == [5]
    two = layout("77", "70", images=(vision(1, 2), vision(1, 1)))
    with pytest.raises(InputError, match="batch="):
        two.box((0, 0, 5, 5))
    assert two.positions(box=(0, 0, 5, 5), batch=1).tolist() == [0]
    assert two.box((0, 0, 5, 5), batch=1).mask.tolist() == [[False, False], [True, False]]
    with pytest.raises(InputError, match="Give one region"):
        made.select(box=(0, 0, 5, 5), mask=np.zeros((20, 40)), image=0)


def test_videos_have_frames() -> None:
    case = qwen3()
    frames = [noise((96, 64), seed=i) for i in range(4)]
    content = [{"type": "image", "image": noise((64, 64))}, {"type": "video", "video": frames}]
    inputs = case.builder.prepare_chat([{"role": "user", "content": content}])
    made = case.builder.layout(inputs)
    video = made.image(1)
    assert made.box_space == "original"
    assert sorted(np.unique(made.table.frame[np.asarray(video)])) == [0, 1]
    assert (made.table.frame[np.asarray(made.image(0))] == -1).all()
    first, second = (made.select(image=1, frame=f) for f in (0, 1))
    assert first | second == video
    assert len(first) == len(second) == 6
    assert made.image_size(image=1) == (96, 64)
    # Qwen3-VL writes timestamps between frames: text to the model, and no part of the video's tokens.
    between = made.text.indices()[
        (made.text.indices() > first.indices()[-1]) & (made.text.indices() < second.indices()[0])
    ]
    assert "seconds" in case.builder.processor.tokenizer.decode(inputs["input_ids"][0, between])
    values = np.arange(len(video), dtype=float)
    assert made.heatmap(values, image=1, frame=1)[0, 0] == 6
    with pytest.raises(InputError, match=r"frames \[0, 1\]"):
        made.heatmap(values, image=1)
    with pytest.raises(InputError, match="no frame 2"):
        made.select(image=1, frame=2)


def test_tiles_and_the_global_view() -> None:
    case = smolvlm()
    made = case.builder.layout(case.builder.prepare_messages("?", noise((192, 128))))
    assert len(made.images) == 112
    first, last = made.image_token_range()
    assert last - first + 1 == 127  # markers and row breaks stand between
    frame = made.to_dataframe()
    assert set(frame["tile"][frame["kind"] == "image"]) == {-1, *range(6)}
    assert (frame["tile"] == 3 * frame["tile_row"] + frame["tile_column"])[frame["tile_row"] >= 0].all()
    assert (frame["tile"][frame["is_global"]] == -1).all()
    assert len(made.select(tile=(1, 2))) == len(made.select(tile="global")) == 16
    assert made.table.box[0, made.positions(tile=(1, 2))[0]].tolist() == [128, 64, 144, 80]
    assert made.table.box[0, made.positions(tile="global")[0]].tolist() == [0, 0, 48, 32]
    assert made.positions(box=(130, 66, 140, 70)).tolist() == [
        *made.positions(tile=(1, 2))[:1].tolist(),
        made.positions(tile="global", rows=2, columns=2).item(),
    ]
    with pytest.raises(InputError, match=r"no tile \(2, 0\)"):
        made.select(tile=(2, 0))


def test_unknown_tiles_can_not_be_laid_out() -> None:
    case = smolvlm()
    views = TileGrid().tokens(case.builder.made({"pixel_values": torch.ones(1, 7, 3, 64, 64)}))
    with pytest.raises(InputError, match="no tile tags"):
        TokenLayout.build(torch.full((1, 112), 7), vision_tokens=views, image_token_ids=TOKEN_IDS)


def test_heatmap_paints_each_tokens_own_pixels() -> None:
    made = layout("177777712", images=(vision(2, 3),))
    values = np.arange(6.0)
    painted = made.heatmap(values)
    assert painted.shape == (40, 60)
    assert np.array_equal(painted, np.kron(values.reshape(2, 3), np.ones((20, 20))))
    by_position = np.arange(9.0)
    assert np.array_equal(made.heatmap(by_position), painted + 1)
    assert np.array_equal(made.heatmap(torch.tensor(by_position[None], dtype=torch.bfloat16)), painted + 1)
    for bad in (values[:5], np.zeros((2, 6)), 3.0 * np.ones(8)):
        with pytest.raises(InputError, match="expected one for each"):
            made.heatmap(bad)
    with pytest.raises(InputError, match="frame=3"):
        made.heatmap(values, frame=3)


def test_heatmap_of_a_crop_leaves_the_rest_empty() -> None:
    case = llava()
    made = case.builder.layout(case.builder.prepare_messages("?", noise((112, 56))))
    painted = made.heatmap(np.arange(16.0))
    assert painted.shape == (56, 112)
    assert np.isnan(painted[:, :28]).all()
    assert np.isnan(painted[:, 84:]).all()
    assert np.array_equal(painted[:, 28:84], np.kron(np.arange(16.0).reshape(4, 4), np.ones((14, 14))))


def test_heatmap_combines_tiles_and_the_global_view() -> None:
    case = smolvlm()
    made = case.builder.layout(case.builder.prepare_messages("?", noise((192, 128))))
    values = np.where(made.table.is_global[0], 10.0, 2.0)
    assert (made.heatmap(values) == 2).all()
    assert (made.heatmap(values, combine="global") == 10).all()
    assert (made.heatmap(values, combine="mean") == 6).all()


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    size=st.tuples(st.integers(1, 200), st.integers(1, 200)).filter(lambda s: max(s) < 50 * min(s)),
    which=st.sampled_from([llava, qwen2_5, smolvlm]),
)
def test_every_visible_pixel_is_painted_by_the_token_that_holds_it(size: tuple[int, int], which: Any) -> None:
    case = which()
    made = case.builder.layout(case.builder.prepare_messages("?", noise(size)))
    painted = made.heatmap(np.arange(made.table.kind.shape[1], dtype=float))
    info_box = case.builder.process_image(noise(size)).crop_box or (0, 0, *size)
    rng = np.random.default_rng(0)
    for x, y in zip(rng.integers(size[0], size=8).tolist(), rng.integers(size[1], size=8).tolist(), strict=True):
        inside = info_box[0] < x + 0.5 < info_box[2] and info_box[1] < y + 0.5 < info_box[3]
        assert np.isnan(painted[y, x]) == (not inside)
        if inside:
            x1, y1, x2, y2 = made.table.box[0, int(painted[y, x])]
            assert x1 <= x + 0.5 <= x2
            assert y1 <= y + 0.5 <= y2


def test_table_as_a_data_frame() -> None:
    frame = layout("17777", images=(vision(2, 2),)).to_dataframe()
    assert len(frame) == 5
    assert frame["kind"].tolist() == ["text"] + ["image"] * 4
    assert frame.loc[4, ["row", "column", "x1", "y1", "x2", "y2"]].tolist() == [1, 1, 20, 20, 40, 40]
    assert frame.loc[0, ["image", "row", "column", "frame", "tile"]].tolist() == [-1] * 5


def test_wrong_sizes_raise() -> None:
    with pytest.raises(PlaceholderMismatchError):
        layout("177", images=(vision(2, 2),))
    with pytest.raises(InputError, match="1 transforms for 2"):
        TokenLayout.build(
            torch.tensor([[7]]), vision_tokens=(vision(1, 1),) * 2, image_token_ids=TOKEN_IDS, transforms=[None]
        )
    with pytest.raises(InputError, match="2-D mask"):
        TokenLayout.build(
            torch.tensor([[7]]),
            vision_tokens=(vision(1, 1),),
            image_token_ids=TOKEN_IDS,
            attention_mask=torch.ones(1, 2, dtype=torch.long),
        )
    with pytest.raises(InputError, match="question"):
        _ = layout("71", images=(vision(1, 1),)).question


def test_polygons_select_the_pixels_within() -> None:
    made = layout("57777771", images=(vision(2, 3),))
    width, height = made.image_size()
    whole = [(0, 0), (width, 0), (width, height), (0, height)]
    assert made.polygon(whole) == made.images
    half = [(0, 0), (width / 2, 0), (width / 2, height), (0, height)]
    assert made.polygon(half) == made.box((0, 0, width / 2, height))
    triangle = [(0, 0), (width, 0), (0, height)]
    lower_right = made.positions(rows=1, columns=2)
    assert not set(lower_right.tolist()) & set(made.positions(polygon=triangle).tolist())
    assert len(made.polygon(triangle, overlap=1.0)) < len(made.polygon(triangle)) < len(made.images)
    for wrong, message in (
        ([(0, 0), (1, 1)], "three corners"),
        ([(0, 0), (width + 1, 0), (0, 5)], "leaves the image"),
    ):
        with pytest.raises(InputError, match=message):
            made.polygon(wrong)
    with pytest.raises(InputError, match="Give one region"):
        made.select(box=(0, 0, 1, 1), polygon=triangle)


def test_markers_of_tiles_are_known_without_a_tokenizer() -> None:
    model = HookedVLMTransformer.from_pretrained("toy-smolvlm")
    image = Image.new("RGB", (224, 224), "red")
    inputs = model.prepare_questions([("What colour is it?", [image]), ("Compare both.", [image, image])])
    bare = HookedVLMTransformer.from_hf(model.hf)
    known = model.token_layout(inputs)
    assert known.markers
    assert np.array_equal(bare.token_layout(inputs).table.kind, known.table.kind)
