"""The claim that everything rests on: the token at this row and column saw exactly these pixels.

A patch of the original image is painted over, the real processor runs, and the patch embedding of a tiny HF vision
tower (where tokens have not met yet) shows which tokens changed.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.unit.inputs.processors import CASES, Case, llava, placeholder_features, qwen2_5, qwen3, smolvlm
from vlm_lens_native.inputs import TileGrid, TokenLayout

Box = tuple[int, int, int, int]
VARIANTS: dict[str, Callable[[], Case]] = {case.__name__: case for case in CASES} | {
    "llava_padded": lambda: llava(size=40, crop=56),  # smaller than the crop: the processor pads with zeros
    "llava_strip": lambda: llava(size=80, crop=56),
    "smolvlm_whole": lambda: smolvlm(split=False),
    "smolvlm_nearest": lambda: smolvlm(resample=0),
    "idefics3": lambda: smolvlm(family="idefics3"),
}


def noise(size: tuple[int, int], seed: int = 0) -> np.ndarray:
    """Pixels that are all far from grey, so that inverting any of them is a large change."""
    return np.random.default_rng(seed).choice(np.array([20, 235], dtype=np.uint8), size=(size[1], size[0], 3))


def inverted(pixels: np.ndarray, box: Box) -> np.ndarray:
    x1, y1, x2, y2 = box
    painted = pixels.copy()
    painted[y1:y2, x1:x2] = 255 - painted[y1:y2, x1:x2]
    return painted


def changed_tokens(case: Case, images: list[np.ndarray], which: int, box: Box) -> tuple[TokenLayout, torch.Tensor]:
    """The layout of a prompt with these images, and the positions that differ once `box` of one is painted."""
    painted = [inverted(pixels, box) if i == which else pixels for i, pixels in enumerate(images)]
    inputs, others = (
        case.builder.prepare_chat(
            [
                {
                    "role": "user",
                    "content": [*({"type": "image", "image": i} for i in some), {"type": "text", "text": "?"}],
                }
            ]
        )
        for some in (images, painted)
    )
    assert torch.equal(inputs["input_ids"], others["input_ids"])
    layout = case.builder.layout(inputs)
    moved = (placeholder_features(case, inputs) - placeholder_features(case, others)).abs().amax(dim=-1) > 1e-6
    positions = layout.images.indices()
    return layout, positions[moved]


def reach(case: Case, layout: TokenLayout, image: int) -> np.ndarray:
    """How far the resampling filters smear a pixel, in original pixels, ``(x, y)``.

    Bicubic and Lanczos reach 3 pixels, at most, of the coarser side of each resize. Tiled images are resized three
    times, last to the global view.
    """
    transform = layout.placed[0][image].transform
    assert transform is not None
    size = np.array(transform.original_size)
    if isinstance(case.builder.geometry, TileGrid):
        return 9 * np.maximum(1, size / 64)
    return 3 * np.maximum(1, 1 / np.array(transform.scale))


def dilate(box: Box, by: np.ndarray, size: tuple[int, int]) -> tuple[float, float, float, float]:
    x1, y1, x2, y2 = box
    return max(0, x1 - by[0]), max(0, y1 - by[1]), min(size[0], x2 + by[0]), min(size[1], y2 + by[1])


SHAPES = [(name, size) for name in VARIANTS for size in ((448, 448), (640, 400), (301, 523))]
# Lanczos smears a very long image over its narrow tokens; without it tiles are told apart there too.
LONG = [(name, size) for name in ("llava", "qwen2_5", "qwen3", "smolvlm_nearest") for size in ((96, 768), (1024, 128))]


@pytest.mark.parametrize(("name", "size"), SHAPES + LONG, ids=str)
def test_exactly_the_named_token_changes(name: str, size: tuple[int, int]) -> None:
    """Painting the middle of one token's box changes that token, and the global tokens that saw the same pixels."""
    case, pixels = VARIANTS[name](), noise(size)
    table = case.builder.layout(case.builder.prepare_messages("?", pixels)).table
    fine = np.flatnonzero((table.image[0] == 0) & ~table.is_global[0])
    checked = 0
    for position in np.random.default_rng(1).permutation(fine)[:6]:
        (x1, y1), (x2, y2) = corners = table.box[0, position].reshape(2, 2)
        if x2 - x1 < 4 or y2 - y1 < 4:
            continue  # cut by the crop, or wholly in padding
        middle, quarter = corners.mean(axis=0), (corners[1] - corners[0]) / 8
        box = (*np.floor(middle - quarter).astype(int).tolist(), *np.ceil(middle + quarter).astype(int).tolist())
        layout, changed = changed_tokens(case, [pixels], 0, box)
        assert position in layout.box(box).indices()
        assert [int(p) for p in changed if not table.is_global[0, p]] == [position]
        assert set(layout.box(box).indices().tolist()) <= set(changed.tolist())
        checked += 1
    assert checked >= 2


@pytest.mark.parametrize("name", VARIANTS)
def test_global_view_sees_the_whole_image(name: str) -> None:
    """Painting a whole cell of the global view changes that cell most."""
    case, pixels = VARIANTS[name](), noise((384, 256))
    layout, _ = changed_tokens(case, [pixels], 0, (0, 0, 1, 1))
    for position in np.flatnonzero(layout.table.is_global[0])[[0, 5, -1]] if layout.table.is_global.any() else ():
        box = tuple(np.rint(layout.table.box[0, position]).astype(int).tolist())
        _, changed = changed_tokens(case, [pixels], 0, box)
        among = {int(p) for p in changed if layout.table.is_global[0, p]}
        near = layout.box(dilate(box, np.array([384, 256]) / 64 * 3, (384, 256))) & layout.select(tile="global")
        assert position in among
        assert among <= set(near.indices().tolist())
        assert len(near) < 16


@settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    size=st.tuples(st.integers(1, 300), st.integers(1, 300)).filter(lambda s: max(s) < 60 * min(s)),
    at=st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 0.5), st.floats(0, 0.5)),
)
@pytest.mark.parametrize("name", VARIANTS)
def test_painted_pixels_change_their_tokens_at_any_size(
    name: str, size: tuple[int, int], at: tuple[float, float, float, float]
) -> None:
    """Tokens that a painted box covers by a third change; tokens out of the filters' reach don't."""
    case, pixels = VARIANTS[name](), noise(size)
    x1, y1 = (min(int(at[i] * size[i]), size[i] - 1) for i in (0, 1))
    x2, y2 = (min(size[i] - start, 1 + int(at[2 + i] * size[i])) + start for i, start in ((0, x1), (1, y1)))
    layout, changed = changed_tokens(case, [pixels], 0, (x1, y1, x2, y2))
    covered = set(layout.box((x1, y1, x2, y2), overlap=1 / 3).indices().tolist())
    touched = set(layout.box(dilate((x1, y1, x2, y2), reach(case, layout, 0), size)).indices().tolist())
    assert covered <= set(changed.tolist()) <= touched


@pytest.mark.parametrize("name", VARIANTS)
@pytest.mark.parametrize("which", [0, 1, 2])
def test_several_images_of_different_sizes(name: str, which: int) -> None:
    """Only the painted image's tokens change, also where images have different sizes, one smaller than a patch."""
    case, images = VARIANTS[name](), [noise((300, 200)), noise((9, 7), seed=1), noise((80, 320), seed=2)]
    height, width = images[which].shape[:2]
    box = (width // 2, height // 2, width // 2 + max(1, width // 4), height // 2 + max(1, height // 4))
    layout, changed = changed_tokens(case, images, which, box)
    assert len(changed)
    assert set(changed.tolist()) <= set(layout.image(which).indices().tolist())
    assert set(layout.box(box, image=which, overlap=0.5).indices().tolist()) <= set(changed.tolist())
    far = dilate(box, reach(case, layout, which), (width, height))
    assert set(changed.tolist()) <= set(layout.box(far, image=which).indices().tolist())


def test_rows_and_columns_are_not_swapped() -> None:
    """On a wide image, the token in row 0 and the last column is at the top right."""
    layout, changed = changed_tokens(qwen2_5(), [noise((400, 100))], 0, (380, 4, 396, 12))
    (position,) = changed.tolist()
    assert layout.table.row[0, position] == 0
    assert layout.table.column[0, position] == layout.table.column.max() > layout.table.row.max()
    assert layout.positions(rows=0, columns=int(layout.table.column.max())).tolist() == [position]


def test_batched_rows_are_laid_out_as_alone() -> None:
    for make in VARIANTS.values():
        case = make()
        images = [Image.fromarray(noise(size)) for size in ((200, 100), (60, 180), (5, 5))]
        tasks = ["Which?", "How many shapes are there?", "?"]
        batch = case.builder.layout(case.builder.prepare_messages_batch(tasks, images)).to_dataframe()
        for row, (task, image) in enumerate(zip(tasks, images, strict=True)):
            alone = case.builder.layout(case.builder.prepare_messages(task, image)).to_dataframe()
            mine = batch[(batch["batch"] == row) & (batch["kind"] != "pad")].reset_index(drop=True)
            assert mine.drop(columns=["batch", "position"]).equals(alone.drop(columns=["batch", "position"]))


@pytest.mark.parametrize("make", [qwen2_5, qwen3, smolvlm], ids=["qwen2_5", "qwen3", "smolvlm"])
@pytest.mark.parametrize("size", [(112, 112), (168, 84)], ids=str)
def test_a_painted_frame_changes_its_own_tokens(make: Callable[[], Case], size: tuple[int, int]) -> None:
    """A patch that is painted in one frame of a video changes the tokens there, of that frame, and no other."""
    case, frames = make(), [noise(size, seed=seed) for seed in range(4)]

    def prepared(given: list[np.ndarray]):
        return case.builder.prepare_chat([{"role": "user", "content": [{"type": "video", "video": given}]}])

    def features(made) -> torch.Tensor:
        if "pixel_values_videos" in made:
            made = {"pixel_values": made["pixel_values_videos"], "image_grid_thw": made["video_grid_thw"]}
        return case.embed(made)

    before = prepared(frames)
    layout = case.builder.layout(before)
    positions, per_frame = layout.images.indices(), 4 // (int(layout.table.frame.max()) + 1)
    for painted, place in ((0, (0.3, 0.3)), (2, (0.8, 0.4)), (3, (0.1, 0.9))):
        frame = painted // per_frame
        of_frame = layout.positions(frame=frame)
        x, y = (np.array(place) * layout.image_size()).tolist()
        boxes = layout.table.box[0, of_frame]
        inside = (boxes[:, 0] <= x) & (x < boxes[:, 2]) & (boxes[:, 1] <= y) & (y < boxes[:, 3])
        (hit,) = of_frame[inside].tolist()
        box = layout.table.box[0, hit] / np.tile(layout.image_size(), 2) * np.tile(size, 2)  # in pixels of the frame
        middle, eighth = (box[:2] + box[2:]) / 2, (box[2:] - box[:2]) / 8
        corners = (*np.floor(middle - eighth).astype(int).tolist(), *np.ceil(middle + eighth).astype(int).tolist())
        after = prepared([inverted(f, corners) if n == painted else f for n, f in enumerate(frames)])
        moved = (features(after) - features(before)).abs().amax(-1) > 1e-6
        assert positions[moved].tolist() == [hit]


def test_frames_know_their_times() -> None:
    frames = [noise((112, 112), seed=seed) for seed in range(4)]
    for make, expected in ((qwen2_5, [0.0, 1.0]), (qwen3, None), (smolvlm, None)):
        layout_of = make().builder
        made = layout_of.prepare_chat([{"role": "user", "content": [{"type": "video", "video": frames}]}])
        layout = layout_of.layout(made)
        n_frames = int(layout.table.frame.max()) + 1
        times = [layout.table.time[0, layout.positions(frame=frame)] for frame in range(n_frames)]
        assert all(np.unique(time).size == 1 for time in times)
        seconds = [float(time[0]) for time in times]
        assert seconds == sorted(seconds)
        assert seconds[-1] > seconds[0] or make is smolvlm  # which writes whole seconds
        if expected is not None:
            step = float(torch.as_tensor(made["second_per_grid_ts"]).flatten()[0])
            assert seconds == [step * frame for frame in range(n_frames)]
        assert np.isnan(layout.table.time[layout.table.kind == 0]).all()
