"""Token grids from configs and tensors, and placeholders against them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch

from tests.unit.inputs.processors import llava, qwen2_5, smolvlm
from vlm_lens_native.errors import InputError, PlaceholderMismatchError
from vlm_lens_native.inputs import (
    Geometry,
    Latents,
    Made,
    PatchGrid,
    Runs,
    ThwGrid,
    TileGrid,
    TokenGrid,
    TokenLayout,
    VisionTokens,
    check_placeholders,
    marker_tokens,
    placeholder_ids,
)

CLIP = SimpleNamespace(
    vision_config=SimpleNamespace(patch_size=14, image_size=224),
    vision_feature_select_strategy="default",
    image_token_id=7,
)
QWEN = SimpleNamespace(vision_config=SimpleNamespace(patch_size=14, spatial_merge_size=2))
SMOL = SimpleNamespace(vision_config=SimpleNamespace(patch_size=8), scale_factor=2, image_token_id=7)


def tokens(geometry: Geometry, hf_config: Any, inputs: Any, **known: Any) -> tuple[VisionTokens, ...]:
    return geometry.tokens(Made(inputs=inputs, hf_config=hf_config, **known))


def fixed_grid(*args: Any, **known: Any) -> tuple[VisionTokens, ...]:
    return tokens(PatchGrid(), *args, **known)


def thw_grid(*args: Any, **known: Any) -> tuple[VisionTokens, ...]:
    return tokens(ThwGrid(), *args, **known)


def tile_grid(*args: Any, **known: Any) -> tuple[VisionTokens, ...]:
    return tokens(TileGrid(), *args, **known)


def test_cell_boxes_run_row_by_row_and_fill_the_grid() -> None:
    boxes = TokenGrid(rows=2, cols=3, box=(0.0, 0.0, 30.0, 40.0)).cell_boxes()
    assert boxes.tolist() == [
        *([x, 0, x + 10, 20] for x in (0, 10, 20)),
        *([x, 20, x + 10, 40] for x in (0, 10, 20)),
    ]


def test_fixed_grid_follows_the_pixels_not_the_config() -> None:
    """336-pixel inputs of a tower whose config says 224 are 24 x 24 tokens."""
    tokens = fixed_grid(CLIP, {"pixel_values": torch.zeros(2, 3, 336, 336)})
    assert [(v.grids[0].rows, v.grids[0].cols, v.n_tokens) for v in tokens] == [(24, 24, 576)] * 2


def test_images_of_sizes_of_their_own_have_grids_of_their_own() -> None:
    sizes = [[28, 56], [56, 28], [28, 84], [28, 56]]  # height, width
    images = fixed_grid(CLIP, {"pixel_values": torch.zeros(4, 3, 56, 84), "image_sizes": torch.tensor(sizes)})
    assert [image.size for image in images] == [(width, height) for height, width in sizes]
    assert [(image.grids[0].rows, image.grids[0].cols) for image in images] == [(2, 4), (4, 2), (2, 6), (2, 4)]
    for image, (height, width) in zip(images, sizes, strict=True):
        assert image.grids[0].cell_boxes()[-1].tolist() == [width - 14, height - 14, width, height]
    (wide,) = fixed_grid(CLIP, {"pixel_values": torch.zeros(1, 3, 28, 84)})
    assert (wide.size, wide.grids[0].rows, wide.grids[0].cols) == ((84, 28), 2, 6)


def test_fixed_grid_with_a_class_token() -> None:
    config = SimpleNamespace(**{**vars(CLIP), "vision_feature_select_strategy": "full"})
    pixels = torch.zeros(2, 3, 28, 28)
    (first, _) = fixed_grid(config, {"pixel_values": pixels, "input_ids": torch.tensor([[7] * 10])})
    assert first.n_tokens == 5
    assert [grid.is_global for grid in first.grids] == [True, False]
    (first, _) = fixed_grid(config, {"pixel_values": pixels, "input_ids": torch.tensor([[7] * 8])})
    assert first.n_tokens == 4
    with pytest.raises(InputError, match="input_ids"):
        fixed_grid(config, {"pixel_values": pixels})


def test_of_a_tower_without_class_token_hf_drops_the_first_patch() -> None:
    """LLaVA with SigLIP and vision_feature_select_strategy="default": the top left patch has no token."""
    siglip = SimpleNamespace(patch_size=14, model_type="siglip_vision_model")
    config = SimpleNamespace(**{**vars(CLIP), "vision_config": siglip})
    geometry = PatchGrid(classless=frozenset({"siglip_vision_model"}))
    (image,) = tokens(geometry, config, {"pixel_values": torch.zeros(1, 3, 28, 28)})
    assert image.n_tokens == 3
    assert image.grids[0].cell_boxes().tolist() == [[14, 0, 28, 14], [0, 14, 14, 28], [14, 14, 28, 28]]


def test_tokens_that_end_rows_stand_for_no_place() -> None:
    grid = TokenGrid(rows=2, cols=2, box=(0.0, 0.0, 20.0, 20.0), row_ends=True)
    row, col = grid.places()
    assert (grid.n_tokens, row.tolist(), col.tolist()) == (6, [0, 0, -1, 1, 1, -1], [0, 1, -1, 0, 1, -1])
    assert np.isnan(grid.cell_boxes()).all(axis=1).tolist() == [False, False, True, False, False, True]


def test_pixels_of_another_kind_of_processor_raise() -> None:
    with pytest.raises(InputError, match="pixel_values has shape"):
        fixed_grid(CLIP, {"pixel_values": torch.zeros(1, 2, 3, 28, 28)})
    with pytest.raises(InputError, match="pixel_values has shape"):
        tile_grid(SMOL, {"pixel_values": torch.zeros(2, 3, 64, 64)})
    with pytest.raises(InputError, match="without image_grid_thw"):
        thw_grid(QWEN, {"pixel_values": torch.zeros(16, 1176)})
    with pytest.raises(InputError, match="merge"):
        thw_grid(QWEN, {"image_grid_thw": torch.tensor([[1, 3, 4]])})
    with pytest.raises(InputError, match="divided"):
        tile_grid(SMOL, {"pixel_values": torch.zeros(1, 1, 3, 60, 60)})


def test_thw_grid_merges_patches_and_numbers_frames() -> None:
    image, video = thw_grid(
        QWEN, {"image_grid_thw": torch.tensor([[1, 4, 6]]), "video_grid_thw": torch.tensor([[3, 2, 4]])}
    )
    assert (image.kind, image.n_tokens, image.size) == ("image", 6, (84, 56))
    assert [(grid.rows, grid.cols, grid.frame) for grid in image.grids] == [(2, 3, None)]
    assert (video.kind, video.n_tokens) == ("video", 6)
    assert [(grid.rows, grid.cols, grid.frame) for grid in video.grids] == [(1, 2, 0), (1, 2, 1), (1, 2, 2)]


def test_tiles_come_from_the_processors_rows_and_cols() -> None:
    pixels = torch.ones(2, 7, 3, 64, 64)
    pixels[1, 2:] = 0  # padding of the batch
    rows, cols = [[2], [0, 0]], [[3], [0, 0]]
    tiled, *single = tile_grid(SMOL, {"pixel_values": pixels, "rows": rows, "cols": cols})
    assert [grid.tile for grid in tiled.grids] == [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), None]
    assert [grid.is_global for grid in tiled.grids] == [False] * 6 + [True]
    assert tiled.grids[5].box == (128.0, 64.0, 192.0, 128.0)
    assert tiled.grids[6].box == (0.0, 0.0, 192.0, 128.0)
    assert tiled.size == (192, 128)
    assert [(len(image.grids), image.n_tokens, image.size) for image in single] == [(1, 16, (64, 64))] * 2


def test_tiles_are_not_guessed() -> None:
    """Seven views may be one image of 2 x 3 tiles or of 3 x 2, or seven images."""
    tokens = tile_grid(SMOL, {"pixel_values": torch.ones(1, 7, 3, 64, 64)})
    assert [image.kind for image in tokens] == ["view"] * 7
    check_placeholders(torch.full((1, 7 * 16), 7), {"image": 7}, tokens)


def test_a_row_with_a_single_view_has_an_image_that_is_not_cut() -> None:
    tokens = tile_grid(SMOL, {"pixel_values": torch.ones(2, 1, 3, 64, 64)})
    assert [(image.kind, image.n_tokens, image.size) for image in tokens] == [("image", 16, (64, 64))] * 2


def test_tile_tags_must_agree_with_the_views() -> None:
    case = smolvlm()
    inputs = case.builder.prepare_messages("?", np.zeros((128, 192, 3), dtype=np.uint8))
    markers = marker_tokens(case.builder.hf_config, case.builder.processor.tokenizer)
    assert [len(image.grids) for image in tile_grid(case.builder.hf_config, inputs, markers=markers)] == [7]
    fewer = {**inputs, "pixel_values": inputs["pixel_values"][:, :-1]}
    with pytest.raises(InputError, match=r"\[6\] views .* come to \[7\]"):
        tile_grid(case.builder.hf_config, fewer, markers=markers)
    ids = {text: token for (token,), text in markers.items()}
    swapped = inputs["input_ids"].clone()
    swapped[inputs["input_ids"] == ids["<row_1_col_2>"]] = ids["<row_1_col_3>"]
    with pytest.raises(InputError, match="do not fill a grid"):
        tile_grid(case.builder.hf_config, {**inputs, "input_ids": swapped}, markers=markers)
    cut = inputs["input_ids"].clone()
    cut[inputs["input_ids"] == ids["<global-img>"]] = 0
    with pytest.raises(InputError, match="without a tile tag"):
        tile_grid(case.builder.hf_config, {**inputs, "input_ids": cut}, markers=markers)


def test_a_prompt_cut_before_the_global_view_raises() -> None:
    case = smolvlm()
    inputs = case.builder.prepare_messages("?", np.zeros((128, 192, 3), dtype=np.uint8))
    markers = marker_tokens(case.builder.hf_config, case.builder.processor.tokenizer)
    (end,) = (inputs["input_ids"][0] == {text: ids for ids, text in markers.items()}["<global-img>"][0]).nonzero()
    with pytest.raises(InputError, match="without their image's global view"):
        tile_grid(case.builder.hf_config, {**inputs, "input_ids": inputs["input_ids"][:, :end]}, markers=markers)


def test_tags_may_be_several_tokens() -> None:
    """Idefics3's tokenizer has no token for the global view's tag; a tokenizer may lack tile tags too."""
    case = smolvlm()
    tokenizer = case.builder.processor.tokenizer
    inputs = case.builder.prepare_messages("?", np.zeros((128, 192, 3), dtype=np.uint8))
    markers = marker_tokens(case.builder.hf_config, tokenizer)
    spelled = {tuple(tokenizer.encode("ab") + list(ids)): text for ids, text in markers.items()}
    ids: list[int] = []
    for token in inputs["input_ids"][0].tolist():
        ids += [*tokenizer.encode("ab"), token] if (token,) in markers else [token]
    longer = {**inputs, "input_ids": torch.tensor([ids])}
    expected = tile_grid(case.builder.hf_config, inputs, markers=markers)
    assert tile_grid(case.builder.hf_config, longer, markers=spelled) == expected
    unknown = {ids: text for ids, text in spelled.items() if text != "<row_2_col_3>"}
    with pytest.raises(InputError, match="without a tile tag"):
        tile_grid(case.builder.hf_config, longer, markers=unknown)


def grids(*sizes: int, kind: str = "image") -> list[VisionTokens]:
    return [
        VisionTokens(kind=kind, grids=(TokenGrid(rows=1, cols=n, box=(0, 0, 14.0 * n, 14.0)),), size=(14 * n, 14))
        for n in sizes
    ]


def ids_of(*rows: str) -> torch.Tensor:
    """Digits as ids: 7 is the image placeholder, 8 the video's."""
    return torch.tensor([[int(char) for char in row] for row in rows])


TOKENS = {"image": 7, "video": 8}


def test_rows_are_filled_by_consecutive_images() -> None:
    assert check_placeholders(ids_of("1771770", "7777777"), TOKENS, grids(2, 2, 3, 4)) == ((0, 1), (2, 3))
    both = [*grids(2), *grids(3, kind="video")]
    assert check_placeholders(ids_of("8177188"), TOKENS, both) == ((0, 1),)


@pytest.mark.parametrize(
    ("rows", "tokens", "message"),
    [
        (("1777", "7100"), grids(2, 2), r"Row 0 has 3 image placeholders.* need 2, 2 tokens"),
        (("1770", "7100"), grids(2, 2), r"Row 1 has 1 image placeholders.* need 2 tokens"),
        (("1770", "7700"), grids(2), r"Row 1 has 2 image placeholders, but there are no \(further\) pixels"),
        (("1770", "1000"), grids(2, 3), r"room for 1 images, but pixels of 2 .* \[3\]"),
        (("1000",), grids(2), r"room for 0 images"),
        (("1780",), grids(2), r"Row 0 has 1 image placeholders"),
        (("1888",), [], r"Row 0 has 3 video placeholders, but there are no"),
    ],
)
def test_mismatches_name_the_row_and_both_numbers(
    rows: tuple[str, ...], tokens: list[VisionTokens], message: str
) -> None:
    """Three placeholders and one for two images of two tokens: the sum is right, and each row is wrong."""
    with pytest.raises(PlaceholderMismatchError, match=message):
        check_placeholders(ids_of(*rows), TOKENS, tokens)


def test_videos_for_a_model_without_them() -> None:
    with pytest.raises(PlaceholderMismatchError, match="without a video placeholder"):
        check_placeholders(ids_of("77"), {"image": 7}, [*grids(2), *grids(2, kind="video")])


def test_ids_come_from_config_and_tokenizer() -> None:
    config, tokenizer = qwen2_5().builder.hf_config, qwen2_5().builder.processor.tokenizer
    named = {text: tokenizer.convert_tokens_to_ids(f"<|{text}_pad|>") for text in ("image", "video")}
    assert placeholder_ids(config) == named
    assert set(placeholder_ids(llava().builder.hf_config)) == {"image"}
    ends = {(tokenizer.convert_tokens_to_ids(f"<|vision_{end}|>"),) for end in ("start", "end")}
    assert set(marker_tokens(config)) == ends
    case = smolvlm()
    markers = marker_tokens(case.builder.hf_config, case.builder.processor.tokenizer)
    assert all(len(ids) == 1 for ids in markers)
    assert {"<global-img>", "<fake_token_around_image>", "<row_6_col_6>"} <= set(markers.values())
    assert "<image>" not in markers.values()


def test_runs_of_an_undescribed_wrapper_have_no_places() -> None:
    """Every run is an image, and whoever asks for pixels is told why they are not known."""
    inputs = {"input_ids": torch.tensor([[1, 7, 7, 2, 7], [7, 7, 7, 1, 1]]), "pixel_values": torch.zeros(3, 5)}
    images = tokens(Runs(), SimpleNamespace(image_token_id=7), inputs)
    assert [image.n_tokens for image in images] == [2, 1, 3]
    layout = TokenLayout.build(inputs["input_ids"], vision_tokens=images, image_token_ids={"image": 7})
    assert layout.image(1).indices(0).tolist() == [4]
    assert np.isnan(layout.table.box).all()
    with pytest.raises(InputError, match="family does not say"):
        layout.box((0, 0, 1, 1), image=0)
    assert tokens(Runs(), SimpleNamespace(image_token_id=7), {"input_ids": inputs["input_ids"]}) == ()


def test_latents_of_a_resampler_stand_for_no_place() -> None:
    """Idefics2: of an image that is split, four quarters come before the whole."""
    config = SimpleNamespace(perceiver_config=SimpleNamespace(resampler_n_latents=3))
    split = SimpleNamespace(image_processor=SimpleNamespace(do_image_splitting=True))
    pixels = torch.ones(1, 5, 3, 8, 8)
    (image,) = tokens(Latents(), config, {"pixel_values": pixels}, processor=split)
    assert [(grid.n_tokens, grid.tile, grid.is_global) for grid in image.grids] == [
        *((3, (row, col), False) for row in (0, 1) for col in (0, 1)),
        (3, None, True),
    ]
    pixels[0, 2:] = 0  # padding
    assert [image.n_tokens for image in tokens(Latents(), config, {"pixel_values": pixels})] == [3, 3]
