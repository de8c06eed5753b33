"""`ImageInfo` against the pixels that the processors really made."""

from __future__ import annotations

import copy
import math
import pickle
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from transformers.models.clip.image_processing_pil_clip import CLIPImageProcessorPil
from transformers.models.llava.image_processing_llava import LlavaImageProcessor
from transformers.utils.import_utils import is_torchvision_greater_or_equal

from tests.unit.inputs.processors import Builder, Case, llava, qwen2_5, qwen3, smolvlm
from tests.unit.inputs.test_probing import noise
from vlm_lens_native.errors import ImageError, InputError
from vlm_lens_native.inputs import ImageInfo, PatchGrid

SIZES = [(448, 448), (640, 400), (301, 523), (37, 296), (9, 7)]


def smooth(size: tuple[int, int]) -> Image.Image:
    """An image without sharp edges: resampling it in other ways differs by rounding alone, a shift by much more."""
    y, x = np.mgrid[: size[1], : size[0]]
    waves = [np.sin(x / (4 + k) + y / (7 - k)) for k in range(3)]
    return Image.fromarray(np.uint8(127 + 100 * np.stack(waves, axis=-1)))


def difference(seen: Image.Image, expected: Image.Image) -> int:
    assert seen.size == expected.size
    return int(np.abs(np.asarray(seen, dtype=int) - np.asarray(expected, dtype=int)).max())


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_clip_resizes_the_short_edge_and_crops_the_centre(size: tuple[int, int]) -> None:
    image = smooth(size)
    info = llava().builder.process_image(image)
    short = min(size)
    resized = tuple(56 if edge == short else int(56 * edge / short) for edge in size)
    left, top = (int((edge - 56) / 2) for edge in resized)
    expected = image.resize(resized, Image.Resampling.BICUBIC).crop((left, top, left + 56, top + 56))
    assert difference(info.image, expected) <= 2
    assert (info.original_size, info.processed_size) == (size, (56, 56))
    assert (info.grid_h, info.grid_w, info.patch_size, info.spatial_merge_size) == (4, 4, 14, 1)
    if size[0] == size[1]:
        assert info.crop_box is None
    else:
        scale = [edge / was for edge, was in zip(resized, size, strict=True)]
        box = (left / scale[0], top / scale[1], (left + 56) / scale[0], (top + 56) / scale[1])
        assert info.crop_box == pytest.approx(box)


@pytest.mark.parametrize("case", [qwen2_5(), qwen3()], ids=lambda case: case.name)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_qwen_resizes_to_multiples_of_a_token(case: Case, size: tuple[int, int]) -> None:
    image, cell = smooth(size), 28 if case.name == "qwen2_5" else 32
    low, high = (56 * 56, 28 * 28 * 40) if case.name == "qwen2_5" else (64 * 64, 32 * 32 * 40)
    rounded = [round(edge / cell) * cell for edge in size]
    if math.prod(rounded) > high:
        shrink = math.sqrt(math.prod(size) / high)
        rounded = [max(cell, math.floor(edge / shrink / cell) * cell) for edge in size]
    elif math.prod(rounded) < low:
        grow = math.sqrt(low / math.prod(size))
        rounded = [math.ceil(edge * grow / cell) * cell for edge in size]
    info = case.builder.process_image(image)
    assert difference(info.image, image.resize(rounded, Image.Resampling.BICUBIC)) <= 2
    assert info.processed_size == tuple(rounded)
    assert (info.grid_w, info.grid_h) == (rounded[0] // cell, rounded[1] // cell)
    assert (info.effective_patch_size, info.num_patches) == (cell, math.prod(rounded) // cell**2)
    assert info.crop_box is None


@pytest.mark.parametrize("family", ["smolvlm", "idefics3"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_tiled_images_are_stretched_to_whole_tiles(family: str, size: tuple[int, int]) -> None:
    image = smooth(size)
    info = smolvlm(family=family).builder.process_image(image)
    wide = size[0] >= size[1]
    long, short = 192, int(192 / (max(size) / min(size)))
    first = (long, short + short % 2) if wide else (short + short % 2, long)
    tiles = (3, math.ceil(192 / (first[0] / first[1]) / 64)) if wide else (math.ceil(192 * first[0] / first[1] / 64), 3)
    # HF takes the second where torchvision has no Lanczos (TorchvisionBackend.resize)
    by = Image.Resampling.LANCZOS if is_torchvision_greater_or_equal("0.27") else Image.Resampling.BICUBIC
    expected = image.resize(first, by).resize((64 * tiles[0], 64 * tiles[1]), by)
    assert difference(info.image, expected) <= 4
    assert info.processed_size == (64 * tiles[0], 64 * tiles[1])
    assert (info.grid_w, info.grid_h) == (4 * tiles[0], 4 * tiles[1])
    assert (info.patch_size, info.spatial_merge_size) == (8, 2)


@pytest.mark.parametrize("make", [llava, qwen2_5, qwen3, smolvlm], ids=lambda make: make.__name__)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_image_is_the_processors_output_pixel_by_pixel(make: Any, size: tuple[int, int]) -> None:
    """Normalising `ImageInfo.image` again gives back every value of pixel_values, each where the encoder reads it."""
    case = make()
    inputs = case.builder.prepare_messages("?", noise(size))
    (info,) = inputs.images
    settings = case.builder.processor.image_processor
    mean, std = (torch.tensor(channel).view(3, 1, 1) for channel in (settings.image_mean, settings.image_std))
    again = (torch.from_numpy(np.array(info.image)).permute(2, 0, 1) * settings.rescale_factor - mean) / std
    pixels, cell = inputs["pixel_values"], info.effective_patch_size
    if pixels.ndim == 2:  # a token's patches are neighbours; in each, channels, two equal frames, rows, columns
        merge, patch = info.spatial_merge_size, info.patch_size
        cells = again.unfold(1, cell, cell).unfold(2, cell, cell)
        patches = cells.unfold(3, patch, patch).unfold(4, patch, patch).permute(1, 2, 3, 4, 0, 5, 6)
        twice = patches.unsqueeze(5).expand(*patches.shape[:5], 2, patch, patch)
        assert twice.shape[2:4] == (merge, merge)
        again = twice.reshape(-1, pixels.shape[1])
    elif pixels.ndim == 5:  # tiles in reading order; the last view is the whole
        side = pixels.shape[-1]
        again = again.unfold(1, side, side).unfold(2, side, side).permute(1, 2, 0, 3, 4).flatten(0, 1)
        pixels = pixels[0, : len(again)]
    else:
        pixels = pixels[0]
    torch.testing.assert_close(again, pixels, rtol=0, atol=1e-5)


def with_image_processor(image_processor: object) -> Builder:
    processor = copy.copy(llava().builder.processor)
    processor.image_processor = image_processor
    return Builder(processor=processor, hf_config=llava().builder.hf_config, geometry=PatchGrid())


STEPS = {
    "short": {"size": {"shortest_edge": 56}},
    "padded": {"size": {"shortest_edge": 31}},  # odd padding, which the back ends split differently
    "stretched": {"size": {"height": 70, "width": 60}},
    "unresized": {"do_resize": False},
}
SETTINGS = [(made, steps) for made in (CLIPImageProcessorPil, LlavaImageProcessor) for steps in STEPS.values()]
SETTINGS += [(LlavaImageProcessor, {"size": {"shortest_edge": 80}, "do_pad": True})]  # padded to a square first


@pytest.mark.parametrize(("made", "steps"), SETTINGS)
def test_other_settings_and_back_ends(made: type, steps: dict) -> None:
    """A bright square is found where the transform says, whatever the processor does with the image."""
    builder = with_image_processor(made(crop_size={"height": 56, "width": 56}, **steps))
    pixels = np.zeros((63, 101, 3), dtype=np.uint8)
    pixels[24:40, 40:56] = 255
    info = builder.process_image(pixels)
    seen = np.asarray(info.image).max(axis=-1) > 140
    ys, xs = seen.nonzero()
    found = np.array([xs.min(), ys.min(), xs.max() + 1, ys.max() + 1])
    assert np.abs(np.array(info.correct_bbox((40, 24, 56, 40)).bbox) - found).max() <= 0.75


def test_a_processor_whose_output_is_not_understood_raises() -> None:
    class Odd(LlavaImageProcessor):
        def center_crop(self, image: Any, size: Any, **kwargs: Any) -> Any:
            kept = super().center_crop(image, size, **kwargs)
            return kept if image.dtype == torch.int64 else kept[..., :-14]  # of positions, not of pixels

    with pytest.raises(InputError, match="settings explain"):
        with_image_processor(Odd(crop_size={"height": 56, "width": 56})).process_image(noise((90, 70)))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    size=st.tuples(st.integers(2, 400), st.integers(2, 400)).filter(lambda s: max(s) < 50 * min(s)),
    at=st.lists(st.floats(0, 1), min_size=4, max_size=4),
    which=st.sampled_from([llava, qwen2_5, smolvlm]),
)
def test_boxes_come_back_from_the_processed_image(size: tuple[int, int], at: list[float], which: Any) -> None:
    info: ImageInfo = which().builder.process_image(np.zeros((*size[::-1], 3), dtype=np.uint8))
    xs, ys = sorted((at[0] * size[0], at[1] * size[0])), sorted((at[2] * size[1], at[3] * size[1]))
    box = (xs[0], ys[0], xs[1], ys[1])
    moved = info.correct_bbox(box)
    back = info.transform.to_original(np.array(moved.bbox)).tolist()
    if not moved.clipped and box[0] < box[2] and box[1] < box[3]:
        assert back == pytest.approx(box, abs=1e-6)
    elif moved.bbox != (0, 0, 0, 0):
        visible = info.crop_box or (0, 0, *size)
        assert back == pytest.approx([max(box[0], visible[0]), max(box[1], visible[1]),
                                      min(box[2], visible[2]), min(box[3], visible[3])], abs=1e-6)  # fmt: skip


def test_what_is_shown_of_an_image_is_exact_and_short() -> None:
    """28 / 0.56 is 49.99999999999999 in floats; and a processor's output is no way to describe an image."""
    info = with_image_processor(
        LlavaImageProcessor(size={"shortest_edge": 112}, crop_size={"height": 112, "width": 112})
    ).process_image(np.zeros((200, 300, 3), dtype=np.uint8))
    assert info.crop_box == (50, 0, 250, 200)
    assert len(repr(info)) < 250


def test_boxes_that_leave_the_crop_are_clipped() -> None:
    info = llava().builder.process_image(noise((112, 56)))  # sees x from 28 to 84
    assert info.crop_box == (28, 0, 84, 56)
    assert vars(info.correct_bbox((30, 10, 40, 20))) == {"bbox": (2, 10, 12, 20), "clipped": False}
    assert vars(info.correct_bbox((20, 10, 40, 20))) == {"bbox": (0, 10, 12, 20), "clipped": True}
    assert vars(info.correct_bbox((0, 0, 20, 20))) == {"bbox": (0, 0, 0, 0), "clipped": True}
    assert info.calc_overlay(info.correct_bbox((0, 0, 20, 20)).bbox).patch_indices == []
    with pytest.raises(InputError, match="x1 <= x2"):
        info.correct_bbox((40, 10, 30, 20))


def test_masks_move_with_their_pixels() -> None:
    info = llava().builder.process_image(noise((112, 56)))
    mask = np.zeros((56, 112), dtype=bool)
    mask[10:20, 30:40] = True
    moved = info.correct_seg(mask)
    ys, xs = moved.mask.nonzero()
    assert (xs.min(), ys.min(), xs.max() + 1, ys.max() + 1) == (2, 10, 12, 20)
    assert not moved.clipped
    mask[0, 0] = True
    assert info.correct_seg(mask).clipped
    with pytest.raises(InputError, match=r"\(56, 112\)"):
        info.correct_seg(mask.T)


def test_masks_of_padded_images_stay_false_in_the_padding() -> None:
    info = llava(size=40, crop=56).builder.process_image(noise((40, 40)))
    moved = info.correct_seg(np.ones((40, 40), dtype=bool))
    assert not moved.clipped
    assert moved.mask[8:48, 8:48].all()
    assert moved.mask.sum() == 40 * 40
    assert info.crop_box is None


def test_overlaps_of_cells_with_boxes_and_masks() -> None:
    info = llava().builder.process_image(noise((56, 56)))
    touched = info.calc_overlay(bbox=(7, 0, 28, 14))
    assert (touched.patch_indices, touched.overlap_fractions) == ([0, 1], [0.5, 1.0])
    mask = np.zeros((56, 56), dtype=bool)
    mask[:14, 7:28] = True
    assert vars(info.calc_overlay(mask=mask)) == vars(touched)
    assert info.calc_overlay(bbox=(-5, -5, 0, 0)).patch_indices == []
    assert vars(info.calc_overlay((7, 0, 28, 14))) == vars(touched)
    with pytest.raises(InputError, match="either bbox or mask"):
        info.calc_overlay()
    with pytest.raises(InputError, match=r"\(56, 56\)"):
        info.calc_overlay(mask=mask[1:])


def test_overview_draws_the_grid_and_marks_cells() -> None:
    info = llava().builder.process_image(np.zeros((56, 56, 3), dtype=np.uint8))
    plain = np.asarray(info.patch_overview(labels="none"))
    assert plain.shape == (56, 56, 3)
    assert (plain[:, 14] > 0).all()
    assert (plain[1:13, 1:13] == 0).all()
    marked = np.asarray(info.patch_overview(labels="none", start_number=5, highlight=[6]))
    changed = np.argwhere((marked != plain).any(axis=-1))
    assert changed.min(axis=0).tolist() == [0, 14 + 1]
    assert changed.max(axis=0).tolist() == [13, 27]
    assert (np.asarray(info.patch_overview(labels="all")) != plain).any()
    for bad in ({"highlight": [16]}, {"labels": "every_0"}, {"labels": "some"}):
        with pytest.raises(InputError):
            info.patch_overview(**bad)


def test_infos_can_be_kept() -> None:
    info = qwen2_5().builder.process_image(noise((100, 60)))
    again = pickle.loads(pickle.dumps(info))
    assert again.crop_box == info.crop_box
    assert difference(again.image, info.image) == 0
    with pytest.raises(ImageError):
        qwen2_5().builder.process_image("nothing here")


@pytest.mark.parametrize("make", [llava, qwen2_5, qwen3, smolvlm], ids=lambda make: make.__name__)
def test_images_that_the_processor_refuses_are_input_errors_everywhere(make: Any) -> None:
    """The same from `process_image` and from prompts: a panorama beyond the processor's ratio, a line of pixels."""
    builder = make().builder
    for width in (1, 3, 2000):
        panorama = np.zeros((1, width, 3), dtype=np.uint8)
        outcomes = []
        for ask in (builder.process_image, lambda image: builder.prepare_messages("?", image).images[0]):
            try:
                outcomes.append(ask(panorama).processed_size)
            except InputError as error:
                outcomes.append(str(error))
        assert outcomes[0] == outcomes[1]
        assert width < 2000 or make not in (qwen2_5, qwen3) or "rejects these inputs" in str(outcomes[0])


def test_pickles_grow_with_the_batch_and_no_faster() -> None:
    builder = qwen2_5().builder
    sizes = []
    for count in (2, 8):
        batch = builder.prepare_messages_batch(["?"] * count, [noise((64, 64), seed=n) for n in range(count)])
        pickled = pickle.dumps(batch)
        sizes.append(len(pickled))
        again = pickle.loads(pickled)
        for one, other in zip(batch.images, again.images, strict=True):
            assert np.array_equal(np.asarray(one.image), np.asarray(other.image))
    assert sizes[1] < 4.4 * sizes[0]
