"""Scenes: the same seed gives the same pixels, and what a scene says of itself is true of its pixels."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from vlm_lens_native import HookedVLMTransformer, InputError
from vlm_lens_native.toys.scenes import COLOURS, IMAGE_SIZE, SHAPES, Scene, SceneObject

RGB = {
    "red": (214, 40, 40),
    "green": (40, 165, 60),
    "blue": (45, 85, 220),
    "yellow": (235, 215, 45),
    "purple": (145, 55, 180),
    "orange": (245, 135, 25),
}
SEEDS = range(20)


def pixels(scene: Scene) -> np.ndarray:
    return np.asarray(scene.image).astype(int)


def crop(scene: Scene, item: SceneObject) -> np.ndarray:
    x1, y1, x2, y2 = item.box
    return pixels(scene)[y1:y2, x1:x2]


def is_colourful(values: np.ndarray) -> np.ndarray:
    return values.max(-1) - values.min(-1) > 60


def changed_box(first: Scene, second: Scene) -> tuple[int, int, int, int]:
    rows, columns = (pixels(first) != pixels(second)).any(-1).nonzero()
    return columns.min(), rows.min(), columns.max() + 1, rows.max() + 1


def contains(outer: tuple[int, int, int, int], inner: tuple[int, int, int, int]) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_seed_gives_the_same_pixels(seed):
    first, second = Scene.random(seed), Scene.random(seed)
    assert first == second
    assert (pixels(first) == pixels(second)).all()
    assert (pixels(first) != pixels(Scene.random(seed + 1000))).any()


@pytest.mark.parametrize("grid", [7, 8])
@pytest.mark.parametrize("seed", SEEDS)
def test_objects_keep_to_cells_of_their_own(seed, grid):
    scene = Scene.random(seed, grid=grid, n_objects=20)
    side = IMAGE_SIZE // grid
    assert len({item.cell for item in scene.objects}) == 20
    for item in scene.objects:
        row, column = item.cell
        x1, y1, x2, y2 = item.box
        assert column * side <= x1 < x2 <= (column + 1) * side
        assert row * side <= y1 < y2 <= (row + 1) * side
        assert x1 < item.centre[0] < x2
        assert y1 < item.centre[1] < y2


@pytest.mark.parametrize("seed", SEEDS)
def test_boxes_hold_all_the_colour(seed):
    scene = Scene.random(seed, n_objects=15)
    inside = np.zeros((IMAGE_SIZE, IMAGE_SIZE), dtype=bool)
    for item in scene.objects:
        x1, y1, x2, y2 = item.box
        inside[y1:y2, x1:x2] = True
        assert is_colourful(crop(scene, item)).mean() > 0.25  # a small triangle fills the least
    assert not is_colourful(pixels(scene))[~inside].any()


@pytest.mark.parametrize("seed", SEEDS)
def test_boxes_fit_tightly(seed):
    scene = Scene.random(seed, n_objects=15)
    for index, item in enumerate(scene.objects):
        touched = changed_box(scene, scene.without(index))
        assert contains(item.box, touched)
        assert np.abs(np.subtract(item.box, touched)).max() <= 1  # a thin apex may not tint its pixel


@pytest.mark.parametrize("seed", SEEDS)
def test_an_object_has_the_colour_that_it_is_said_to_have(seed):
    scene = Scene.random(seed)
    for item in scene.objects:
        x, y = (int(value) for value in item.centre)
        seen = pixels(scene)[y, x]
        nearest = min(COLOURS, key=lambda name: np.abs(seen - RGB[name]).sum())
        assert nearest == item.colour
        assert np.abs(seen - item.rgb).max() <= 1


@pytest.mark.parametrize(("shape", "area"), [("circle", np.pi), ("square", 1.7**2), ("triangle", 1.9 * 1.8 / 2)])
def test_a_shape_has_its_area(shape, area):
    for seed in SEEDS:
        scene = Scene.containing([(shape, "blue")] * 9, seed=seed, grid=7)
        for index, item in enumerate(scene.objects):
            x1, y1, x2, y2 = item.box
            before, after = (pixels(seen)[y1:y2, x1:x2, 2] for seen in (scene.without(index), scene))
            covered = ((after - before) / (item.rgb[2] - before)).sum()
            assert covered == pytest.approx(area * item.radius**2, rel=0.04)


def test_counts_are_those_of_what_was_asked_for():
    scene = Scene.containing([("circle", "red")] * 3 + [("square", "red")] * 2 + [("circle", "blue")], seed=3)
    assert scene.count() == 6
    assert scene.count(shape="circle") == 4
    assert scene.count(colour="red") == 5
    assert scene.count(shape="circle", colour="red") == 3
    assert scene.count(colour="green") == 0
    assert [item.cell for item in scene.objects] == sorted(item.cell for item in scene.objects)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_counterpart_differs_only_where_it_was_changed(seed):
    scene = Scene.random(seed, n_objects=5)
    item = scene.objects[2]
    colour = next(name for name in COLOURS if name != item.colour)
    shape = next(name for name in SHAPES if name != item.shape)
    recoloured, reshaped, without = scene.recoloured(2, colour), scene.reshaped(2, shape), scene.without(2)
    assert recoloured.objects[2].colour == colour
    assert contains(item.box, changed_box(scene, recoloured))
    assert reshaped.objects[2].shape == shape
    row, column = item.cell
    assert contains((column * 14, row * 14, (column + 1) * 14, (row + 1) * 14), changed_box(scene, reshaped))
    assert without.count() == 4
    assert contains(item.box, changed_box(scene, without))


@pytest.mark.parametrize("seed", SEEDS)
def test_another_object_goes_to_a_free_cell(seed):
    scene = Scene.random(seed, n_objects=5)
    more = scene.with_another("circle", "red", seed=seed)
    (new,) = set(more.objects) - set(scene.objects)
    assert more.count() == 6
    assert new.cell not in {item.cell for item in scene.objects}
    assert contains(new.box, changed_box(scene, more))


def test_shapes_and_colours_that_there_are_none_of_raise():
    for kinds, said in (
        ([("hexagon", "red")], "no shape 'hexagon'; the toys know circle"),
        ([("circle", "pink")], "no colour 'pink'"),
        ([("red", "circle")], "no shape 'red'"),
        (["red circle"], "kinds are pairs"),
    ):
        with pytest.raises(InputError, match=said):
            Scene.containing(iter(kinds), seed=0)  # the items of a list would be checked as annotations say


def test_too_many_objects_raise():
    with pytest.raises(ValueError, match="50 objects don't fit into the 49 cells"):
        Scene.random(0, grid=7, n_objects=50)
    with pytest.raises(ValueError, match="all 4 cells of this scene are taken"):
        Scene.random(0, grid=2, n_objects=4).with_another("circle", "red", seed=0)


def test_a_scene_tells_what_it_holds():
    scene = Scene.containing([("circle", "red")], seed=0)
    row, column = scene.objects[0].cell
    assert repr(scene) == f"Scene(1 objects on 8 x 8 cells: red circle at ({row}, {column}))"


@pytest.mark.parametrize("name", ["toy-llava", "toy-qwen2_5_vl", "toy-qwen3_vl", "toy-smolvlm"])
def test_scenes_for_a_model_have_its_image_tokens_as_cells(name: str) -> None:
    model = HookedVLMTransformer.from_pretrained(name)
    for scene in (
        Scene.for_model(model, seed=0),
        Scene.for_model(model, seed=0, n_objects=3),
        Scene.for_model(model, seed=0, kinds=[("circle", "red")]),
    ):
        layout = model.token_layout(model.prepare_messages("?", scene.image))
        fine = layout.images.indices()[~torch.from_numpy(layout.table.is_global[0, layout.images.indices()])]
        assert len(fine) == scene.grid**2
        for item in scene.objects:
            assert len(set(layout.box(item.box).indices().tolist()) & set(fine.tolist())) == 1


def test_a_toy_that_is_shown_a_scene_of_another_grid_warns(caplog: pytest.LogCaptureFixture) -> None:
    model = HookedVLMTransformer.from_pretrained("toy-qwen2_5_vl")
    question = "What colour is the square?"
    model.prepare_messages(question, Scene.for_model(model, seed=0).image)
    assert caplog.messages == []
    model.prepare_messages(question, Scene.random(0, grid=8).image)
    [said] = caplog.messages
    assert "8 x 8 cells, and toy-qwen2_5_vl sees 7 x 7" in said
    assert "Scene.for_model" in said
