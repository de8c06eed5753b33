"""The same claim for every family's geometry, with HF's own model making the features: see `families`."""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import patch

import numpy as np
import pytest
import torch

from tests.unit.inputs.families import (
    CASES,
    ernie4_5_vl,
    gemma3,
    gemma4,
    glm4v,
    got_ocr2,
    idefics2,
    internvl,
    lfm2_vl,
    llama4,
    llava_next,
    llava_next_video,
    llava_onevision,
    llava_siglip,
    minicpm_ocr,
    minicpmv4_6,
    minicpmv4_7,
    molmo2,
    pixtral,
    video_llama_3,
    video_llava,
)
from tests.unit.inputs.processors import Case
from tests.unit.inputs.test_probing import changed_tokens, inverted, noise
from vlm_lens_native import InputError
from vlm_lens_native.inputs.prepared import PreparedInputs
from vlm_lens_native.inputs.table import IMAGE, MARKER

pytestmark = [
    pytest.mark.filterwarnings("ignore:__array__ implementation"),  # of HF's PaliGemmaProcessor
    pytest.mark.filterwarnings("ignore:__array_wrap__ must accept"),  # of HF's MiniCPMV4_6Processor
]
FAMILIES = pytest.mark.parametrize("make", CASES, ids=lambda make: make.__name__)


def middle(box: np.ndarray) -> tuple[int, int, int, int]:
    """The inner half of a box, in whole pixels."""
    corners = box.reshape(2, 2)
    centre, quarter = corners.mean(axis=0), (corners[1] - corners[0]) / 4
    low, high = np.floor(centre - quarter).astype(int), np.ceil(centre + quarter).astype(int)
    return int(low[0]), int(low[1]), int(high[0]), int(high[1])


@FAMILIES
@pytest.mark.parametrize("size", [(180, 112), (90, 190)], ids=str)
def test_exactly_the_named_token_changes(make: Callable[[], Case], size: tuple[int, int]) -> None:
    """Painting the middle of one token's box changes that token, and no other but of the view of the whole."""
    case, pixels = make(), noise(size)
    inputs = case.builder.prepare_messages("?", pixels)
    table = case.builder.layout(inputs).table
    fine = np.flatnonzero((table.image[0] == 0) & ~table.is_global[0] & (table.row[0] >= 0))
    checked = 0
    for position in [*np.random.default_rng(1).permutation(fine)[:6], fine[0], fine[-1]]:
        x1, y1, x2, y2 = table.box[0, position]
        if min(x2 - x1, y2 - y1) < 5:
            continue  # cut off by padding
        layout, changed = changed_tokens(case, [pixels], 0, middle(table.box[0, position]))
        assert [int(p) for p in changed if not table.is_global[0, p]] == [position]
        of_whole = set(changed.tolist()) - {position}
        assert of_whole <= set(layout.box(middle(table.box[0, position])).indices().tolist())
        checked += 1
    assert checked >= 3


@FAMILIES
def test_the_view_of_the_whole_sees_the_whole(make: Callable[[], Case]) -> None:
    """Painting the middle of one of its cells changes that cell, and none of its others."""
    case, pixels = make(), noise((180, 112))
    table = case.builder.layout(case.builder.prepare_messages("?", pixels)).table
    whole = np.flatnonzero(table.is_global[0])
    for position in whole[[0, len(whole) // 2, -1]] if len(whole) else ():
        _, changed = changed_tokens(case, [pixels], 0, middle(table.box[0, position]))
        assert [int(p) for p in changed if table.is_global[0, p]] == [position]


@FAMILIES
def test_every_pixel_that_a_token_saw_is_in_its_box(make: Callable[[], Case]) -> None:
    """Painting all but a token's box leaves the token as it is; painting its edges from within changes it."""
    case, size = make(), (150, 90)
    pixels = noise(size)
    before = case.builder.prepare_messages("?", pixels)
    layout = case.builder.layout(before)
    features = case.embed(before)
    positions = layout.images.indices().tolist()
    for position in np.random.default_rng(2).permutation(positions)[:8]:
        box = layout.table.box[0, position]
        if np.isnan(box).any() or min(box[2] - box[0], box[3] - box[1]) < 5:
            continue
        x1, y1, x2, y2 = np.floor(box[0]), np.floor(box[1]), np.ceil(box[2]), np.ceil(box[3])
        outside = 255 - pixels
        outside[int(y1) : int(y2), int(x1) : int(x2)] = pixels[int(y1) : int(y2), int(x1) : int(x2)]
        after = case.embed(case.builder.prepare_messages("?", outside))
        assert torch.equal(features[positions.index(position)], after[positions.index(position)])


@FAMILIES
@pytest.mark.parametrize("which", [0, 1, 2])
def test_several_images_of_different_sizes(make: Callable[[], Case], which: int) -> None:
    case, images = make(), [noise((100, 64)), noise((56, 56), seed=1), noise((80, 160), seed=2)]
    height, width = images[which].shape[:2]
    box = (width // 2, height // 2, width // 2 + width // 4, height // 2 + height // 4)
    layout, changed = changed_tokens(case, images, which, box)
    assert len(changed)
    assert set(changed.tolist()) <= set(layout.box(box, image=which).indices().tolist())
    assert set(layout.box(box, image=which, overlap=0.9).indices().tolist()) <= set(changed.tolist())


@FAMILIES
def test_batched_rows_are_laid_out_as_alone(make: Callable[[], Case]) -> None:
    case = make()
    images, tasks = [noise((100, 64)), noise((60, 150))], ["Which?", "How many shapes?"]
    batch = case.builder.layout(case.builder.prepare_messages_batch(tasks, images)).to_dataframe()
    for row, (task, image) in enumerate(zip(tasks, images, strict=True)):
        alone = case.builder.layout(case.builder.prepare_messages(task, image)).to_dataframe()
        mine = batch[(batch["batch"] == row) & (batch["kind"] != "pad")].reset_index(drop=True)
        assert mine.drop(columns=["batch", "position"]).equals(alone.drop(columns=["batch", "position"]))


@FAMILIES
def test_what_is_known_of_inputs_made_elsewhere(make: Callable[[], Case]) -> None:
    """Placeholders are checked without the user's images; boxes are right, or it is said that they are not known."""
    case = make()
    prepared = case.builder.prepare_messages("?", noise((180, 112)))
    case.builder.check(dict(prepared))
    if make is minicpmv4_6:  # 4.7's config says which tag stands in front of slices
        tokenizer = case.builder.processor.tokenizer
        with (
            patch.object(tokenizer, "slice_start_token_id", None),
            pytest.raises(InputError, match="which of the views"),
        ):
            case.builder.layout(dict(prepared))
    if make is lfm2_vl:
        with pytest.raises(InputError, match="which of the views"):
            case.builder.layout(dict(prepared))
        prepared = case.builder.prepare_messages("?", noise((50, 30)))  # one view
    known, elsewhere = case.builder.layout(prepared), case.builder.layout(dict(prepared))
    assert elsewhere.images.indices().tolist() == known.images.indices().tolist()
    if make is internvl:
        with pytest.raises(InputError, match="depends on its original size"):
            elsewhere.box((0, 0, 5, 5))
        with pytest.raises(InputError, match="depends on its original size"):
            elsewhere.heatmap(np.zeros(len(elsewhere.images)))
        return
    fitted = known.table.is_global & (make is llama4)  # where these lie among the tiles follows from the image's size
    assert np.array_equal(elsewhere.table.row[~fitted], known.table.row[~fitted])
    assert (elsewhere.table.row[fitted] == -1).all()
    assert elsewhere.table.is_global[fitted].all()


@FAMILIES
def test_an_image_alone_is_described_as_in_its_prompt(make: Callable[[], Case]) -> None:
    case, pixels = make(), noise((180, 112))
    info = case.builder.process_image(pixels)
    (of_prompt,) = case.builder.prepare_messages("?", pixels).images
    assert info.vision_tokens == of_prompt.vision_tokens
    assert info.image.size == info.processed_size
    assert info.num_patches == sum(grid.rows * grid.cols for grid in info.vision_tokens.fine)
    assert info.patch_overview(labels="all").size == info.processed_size
    cell = info.vision_tokens.fine[-1].cell_boxes()[0]
    assert max(info.calc_overlay(bbox=cell).overlap_fractions) == pytest.approx(1)


FILMS = (llava_onevision, llava_next_video, internvl, video_llava, video_llama_3, gemma4, molmo2)


@pytest.mark.parametrize("make", FILMS, ids=lambda make: make.__name__)
def test_a_painted_frame_changes_its_own_tokens(make: Callable[[], Case]) -> None:
    """Frames are wider than high: some processors stretch them, others cut out their middle."""
    case, frames = make(), [noise((84, 56), seed=seed) for seed in range(3)]

    def prepared(given: list[np.ndarray]):
        return case.builder.prepare_chat([{"role": "user", "content": [{"type": "video", "video": given}]}])

    before = prepared(frames)
    layout, features = case.builder.layout(before), case.embed(before)
    positions = layout.images.indices()
    assert len(positions) == len(features)
    assert len(layout.placed[0]) == 1
    for frame in range(3):
        at = layout.positions(frame=frame, rows=1, columns=1)
        box = middle(layout.table.box[0, at[0]])
        after = case.embed(prepared([inverted(f, box) if n == frame else f for n, f in enumerate(frames)]))
        assert positions[(features - after).abs().amax(-1) > 1e-6].tolist() == at.tolist()
        assert layout.table.first_source[0, at[0]] == frame
    assert len(case.builder.show_inputs(before).frames) == 3


def test_frames_of_minicpm_are_sliced_like_images() -> None:
    """Two films of one prompt, whose frames have two slices each beside their view of the whole."""
    case, frames = minicpmv4_6(), [noise((84, 56), seed=seed) for seed in range(3)]

    def prepared(given: list[np.ndarray]):
        content = [{"type": "video", "video": film} for film in (given[:2], given[2:])]
        return case.builder.prepare_chat([{"role": "user", "content": content}])

    before = prepared(frames)
    layout, features = case.builder.layout(before), case.embed(before)
    positions, table = layout.images.indices(), layout.table
    assert [len({grid.frame for grid in item.vision.grids}) for item in layout.placed[0]] == [2, 1]
    for number, (film, frame) in enumerate([(0, 0), (0, 1), (1, 0)]):
        (at,) = layout.select(image=film, frame=frame, tile=(0, 1), rows=0, columns=1).indices().tolist()
        box = middle(table.box[0, at])
        after = case.embed(prepared([inverted(f, box) if n == number else f for n, f in enumerate(frames)]))
        changed = positions[(features - after).abs().amax(-1) > 1e-6]
        assert [int(p) for p in changed if not table.is_global[0, p]] == [at]
        assert {(int(table.image[0, p]), int(table.frame[0, p])) for p in changed} == {(film, frame)}
        assert table.first_source[0, at] == frame
    shown = case.builder.show_inputs(before).frames
    assert [frame.size for frame in shown] == [layout.placed[0][0].vision.size] * 3
    elsewhere = case.builder.layout(dict(before))
    assert np.array_equal(elsewhere.table.tile_row, table.tile_row)


@pytest.mark.parametrize("make", [minicpmv4_6, minicpmv4_7, minicpm_ocr], ids=lambda make: make.__name__)
def test_slices_lie_in_the_grid_that_the_processor_cut(make: Callable[[], Case]) -> None:
    case = make()
    sizes = {(1, 2): (80, 40), (1, 3): (160, 20), (2, 1): (60, 60), (3, 1): (40, 100), (2, 2): (90, 70),
             (2, 3): (160, 80), (3, 2): (100, 130)}  # fmt: skip
    for grid, size in sizes.items():
        pixels = noise(size)
        assert case.builder.processor.image_processor(images=pixels)["grids"] == [list(grid)]
        prepared = case.builder.prepare_messages("?", pixels)
        for inputs in (prepared, dict(prepared)):
            table = case.builder.layout(inputs).table
            fine = (table.image[0] == 0) & ~table.is_global[0] & (table.row[0] >= 0)
            tiles = list(dict.fromkeys(zip(table.tile_row[0, fine], table.tile_column[0, fine], strict=True)))
            assert tiles == list(np.ndindex(grid))
        assert [each.tile for each in case.builder.process_image(pixels).vision_tokens.fine] == list(np.ndindex(grid))


def test_slices_of_different_sizes_have_cells_of_their_own() -> None:
    """MiniCPM-OCR's processor may keep a slice smaller; HF decides by OpenCV, which is stood in for here."""
    case, pixels = minicpm_ocr(), noise((159, 100))
    pixels[:50, :53] = 20  # the first slice's part of the image, dark

    def upsize(image: np.ndarray, resolution: int) -> int:
        return 24 if image.mean() < 100 else resolution

    with (
        patch("transformers.models.minicpm_ocr.image_processing_minicpm_ocr.adaptive_upsize_resolution", upsize),
        patch.object(case.builder.processor.image_processor, "small_image_upsize", "adaptive"),
    ):
        inputs = case.builder.prepare_messages("?", pixels)
        layout, table = case.builder.layout(inputs), case.builder.layout(inputs).table
        small, other = layout.select(tile=(0, 0)), layout.select(tile=(0, 1))
        assert 0 < len(small) < len(other)
        for at in (*small.indices().tolist()[:2], int(other.indices()[3])):
            box = middle(table.box[0, at])
            x1, y1, x2, y2 = box
            painted = pixels.copy()
            painted[y1:y2, x1:x2] += 60 if at in small.indices() else 128
            features = [case.embed(case.builder.prepare_messages("?", each)) for each in (pixels, painted)]
            changed = layout.images.indices()[(features[0] - features[1]).abs().amax(-1) > 1e-6]
            assert [int(p) for p in changed if not table.is_global[0, p]] == [at]
    (info,) = inputs.images
    assert info.image.size == info.processed_size
    cell = info.vision_tokens.fine[0].cell_boxes()[0]
    assert max(info.calc_overlay(bbox=cell).overlap_fractions) == 1
    assert np.isnan(info.cell_boxes).any()


def test_two_frames_of_ernie_make_a_token() -> None:
    case, frames = ernie4_5_vl(), [noise((56, 28), seed=seed) for seed in range(4)]
    before = film(case, frames)
    layout, features = case.builder.layout(before), case.embed(before)
    assert len(layout.images) == len(features) == 2 * 4 * 2
    for frame in range(4):
        (at,) = layout.positions(frame=frame // 2, rows=1, columns=2)
        box = middle(layout.table.box[0, at])
        after = case.embed(film(case, [inverted(f, box) if n == frame else f for n, f in enumerate(frames)]))
        assert layout.images.indices()[(features - after).abs().amax(-1) > 1e-6].tolist() == [at]
        assert layout.table.first_source[0, at] <= frame <= layout.table.last_source[0, at]
    assert len(case.builder.show_inputs(before).frames) == 4


def test_two_frames_of_glm_make_the_tokens_that_fill_placeholders_of_images() -> None:
    case, frames = glm4v(), [noise((56, 28), seed=seed) for seed in range(4)]
    before = film(case, frames)
    layout, features = case.builder.layout(before), case.embed(before)
    assert (layout.table.token_id[layout.images.mask] == case.builder.hf_config.image_token_id).all()
    for frame in (0, 3):
        (at,) = layout.positions(frame=frame // 2, rows=1, columns=2)
        box = middle(layout.table.box[0, at])
        after = case.embed(film(case, [inverted(f, box) if n == frame else f for n, f in enumerate(frames)]))
        assert layout.images.indices()[(features - after).abs().amax(-1) > 1e-6].tolist() == [at]
        assert layout.table.first_source[0, at] <= frame <= layout.table.last_source[0, at]
    assert len(case.builder.show_inputs(before).frames) == 4
    case.builder.check(dict(before))


def test_tokens_of_frames_that_stay_as_they_were_are_left_out() -> None:
    """VideoLLaMA3 keeps of later frames the tokens whose pixels changed; these have their places all the same."""
    case, first = video_llama_3(), noise((84, 56))
    frames = [first, inverted(first, (28, 28, 84, 56)), inverted(first, (56, 28, 84, 56))]
    inputs = film(case, frames)
    layout, features = case.builder.layout(inputs), case.embed(inputs)
    assert [len(layout.select(frame=frame)) for frame in range(3)] == [6, 2, 1]
    (last,) = layout.positions(frame=2)
    assert (layout.table.row[0, last], layout.table.column[0, last]) == (1, 1)
    positions = layout.images.indices()
    for position in layout.positions(frame=1).tolist():
        box = middle(layout.table.box[0, position])
        after = case.embed(film(case, [first, inverted(frames[1], box), frames[2]]))
        if len(after) == len(features):
            assert positions[(features - after).abs().amax(-1) > 1e-6].tolist() == [position]
    heat = layout.heatmap(np.arange(len(positions)), frame=1)
    assert np.isnan(heat[:28]).all()
    assert np.isnan(heat[28:, :28]).all()
    assert np.isfinite(heat[28:, 28:]).all()


def test_images_and_videos_of_one_chat() -> None:
    """InternVL's processor puts tiles and frames in the order of the prompt; each keeps its places."""
    case, frames = internvl(), [noise((60, 40), seed=seed) for seed in range(2)]
    images = [noise((180, 112), 5), noise((56, 56), 6)]

    def prepared(images: list[np.ndarray], frames: list[np.ndarray]):
        content = [
            {"type": "image", "image": images[0]},
            {"type": "video", "video": frames},
            {"type": "image", "image": images[1]},
        ]
        return case.builder.prepare_chat([{"role": "user", "content": content}])

    before = prepared(images, frames)
    layout, features = case.builder.layout(before), case.embed(before)
    positions = layout.images.indices()
    assert [item.vision.kind for item in layout.placed[0]] == ["image", "video", "image"]
    painted = {
        0: lambda box: prepared([inverted(images[0], box), images[1]], frames),
        1: lambda box: prepared(images, [frames[0], inverted(frames[1], box)]),
        2: lambda box: prepared([images[0], inverted(images[1], box)], frames),
    }
    for number, paint in painted.items():
        own = layout.positions(image=number, rows=1, columns=1)
        at = int(own[-1]) if number == 1 else int(own[0])
        changed = positions[(features - case.embed(paint(middle(layout.table.box[0, at])))).abs().amax(-1) > 1e-6]
        assert at in changed
        assert {int(p) for p in changed if not layout.table.is_global[0, p]} == {at}
    assert [info.original_size for info in before.images] == [(180, 112), (56, 56)]
    shown = case.builder.show_inputs(before)
    assert len(shown.frames) == 2
    assert shown.frames[0].size == (28, 28)
    assert torch.equal(before.images[1].pixels.values, before["pixel_values"][-5:])


def test_latents_read_their_own_view_and_none_other() -> None:
    """Idefics2: a painted quarter changes the latents of its tile and of the whole image, and no place is claimed."""
    case, pixels = idefics2(split=True), noise((56, 56))
    layout, changed = changed_tokens(case, [pixels], 0, (35, 7, 49, 21))  # in the upper right quarter
    tiles = [layout.select(tile=(row, column)) for row in (0, 1) for column in (0, 1)]
    whole = layout.select(tile="global")
    assert changed.tolist() == sorted([*tiles[1].indices().tolist(), *whole.indices().tolist()])
    with pytest.raises(InputError, match="latents of a resampler"):
        layout.box((0, 0, 5, 5))


def test_overlapping_crops_are_laid_out_as_the_image() -> None:
    """Molmo 2's crops, side by side without what they repeat, are the image at the size of its canvas."""
    for size in ((180, 112), (90, 190), (30, 30)):
        pixels = noise(size)
        info = molmo2().builder.process_image(pixels)
        given = torch.from_numpy(pixels.copy()).permute(2, 0, 1)[None].float()
        resized = torch.nn.functional.interpolate(given, info.processed_size[::-1], mode="nearest-exact")
        assert np.array_equal(np.asarray(info.image), resized[0].permute(1, 2, 0))


def film(case: Case, frames: list[np.ndarray]) -> PreparedInputs:
    content = [{"type": "video", "video": frames, "fps": 2}, {"type": "text", "text": "?"}]
    return case.builder.prepare_chat([{"role": "user", "content": content}])


def test_tokens_of_got_ocr2_see_their_cells_and_their_neighbours() -> None:
    """SAM's convolutions let neighbours meet; its processor writes prompts of its own."""
    case, pixels = got_ocr2(), noise((64, 64))

    def prepared(image: np.ndarray):
        return case.builder.processor(images=image, num_image_tokens=16, return_tensors="pt")

    inputs = prepared(pixels)
    case.builder.check(inputs)
    layout, features = case.builder.layout(inputs), case.embed(inputs)
    positions = layout.images.indices()
    for row, column in ((0, 3), (2, 1)):
        (at,) = layout.positions(rows=row, columns=column)
        box = middle(layout.table.box[0, at])
        moved = features - case.embed(prepared(inverted(pixels, box)))
        changes = moved.abs().sum(-1)
        assert positions[int(changes.argmax())] == at
        near = (abs(layout.table.row[0] - row) <= 2) & (abs(layout.table.column[0] - column) <= 2)
        assert near[positions[changes > 1e-6]].all()


def test_the_first_patch_of_a_tower_without_class_token_has_no_token() -> None:
    layout, changed = changed_tokens(llava_siglip(), [noise((56, 56))], 0, (0, 0, 14, 14))
    assert len(layout.images) == 15
    assert changed.tolist() == []


def test_newlines_of_rows_stand_for_no_place() -> None:
    case = llava_next()
    layout = case.builder.layout(case.builder.prepare_messages("?", noise((180, 112))))
    tiles = layout.images.mask[0].numpy() & ~layout.table.is_global[0]
    newlines = tiles & (layout.table.row[0] < 0)
    assert newlines.sum() == layout.table.row[0, tiles].max() + 1
    assert np.isnan(layout.table.box[0, newlines]).all()


@pytest.mark.parametrize(
    "make", [internvl, pixtral, gemma3, gemma4, lfm2_vl, minicpmv4_6], ids=lambda make: make.__name__
)
def test_what_the_processor_writes_around_images_is_no_text(make: Callable[[], Case]) -> None:
    case = make()
    layout = case.builder.layout(case.builder.prepare_messages("?", noise((80, 60))))
    first, last = layout.image_token_range()
    assert layout.table.kind[0, last + 1] == MARKER
    assert set(layout.table.kind[0, first : last + 1].tolist()) <= {IMAGE, MARKER}


def test_features_of_many_tiles_are_interpolated_to_fewer() -> None:
    """LLaVA-OneVision's anyres_max: each token reads the patches about its box, two at most on a side."""
    case, pixels = llava_onevision(most=2), noise((180, 150))
    layout = case.builder.layout(case.builder.prepare_messages("?", pixels))
    table = layout.table
    fine = np.flatnonzero((table.image[0] == 0) & ~table.is_global[0] & (table.row[0] >= 0))
    assert len(fine) < 2 * 16 * 1.21
    for position in np.random.default_rng(0).permutation(fine)[:5]:
        _, changed = changed_tokens(case, [pixels], 0, middle(table.box[0, position]))
        changed = [int(p) for p in changed if not table.is_global[0, p]]
        assert position in changed
        near = np.abs(table.row[0, changed] - table.row[0, position]) <= 1
        assert (near & (np.abs(table.column[0, changed] - table.column[0, position]) <= 1)).all()


def test_crops_follow_the_processor() -> None:
    """Without pan and scan an image is one view; with it, its crops come behind the view of the whole."""
    plain, cropped = (
        made.builder.layout(made.builder.prepare_messages("?", noise((180, 60))))
        for made in (gemma3(), gemma3(crops=True))
    )
    assert not plain.table.is_global.any()
    assert cropped.table.is_global.sum() == 16
    assert sorted(set(cropped.table.tile_column[0].tolist())) == [-1, 0, 1, 2]
