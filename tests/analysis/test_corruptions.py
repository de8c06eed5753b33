"""Corruptions change what they are meant to change, to the pixel, and nothing else."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PIL import Image

from tests.analysis.conftest import QUESTION
from vlm_lens_native import InputError
from vlm_lens_native.analysis import corruptions
from vlm_lens_native.interventions import ZeroAblation
from vlm_lens_native.toys.scenes import IMAGE_SIZE, Scene

BOX = (10, 20, 34, 29)
LLAVA = pytest.mark.parametrize("name", ["toy-llava"])


@pytest.fixture
def picture() -> Image.Image:
    rng = np.random.default_rng(0)
    return Image.fromarray(rng.integers(30, 220, (48, 64, 3), dtype=np.uint8))


def changed(before, after) -> np.ndarray:
    return (np.asarray(before) != np.asarray(after)).any(axis=-1)


CORRUPTIONS = {
    "gaussian_noise": lambda image, box: corruptions.gaussian_noise(image, std=30, seed=1, box=box),
    "blur": lambda image, box: corruptions.blur(image, radius=3, box=box),
    "mean_colour": lambda image, box: corruptions.mean_colour(image, box=box),
    "shuffle_patches": lambda image, box: corruptions.shuffle_patches(image, patches=3, seed=1, box=box),
    "swap": lambda image, box: corruptions.swap(image, image.transpose(Image.Transpose.ROTATE_180), box=box),
    "remove_box": lambda image, box: corruptions.remove_box(image, box or (0, 0, 63, 48)),
}


@pytest.mark.parametrize("corrupt", CORRUPTIONS.values(), ids=CORRUPTIONS)
def test_what_lies_outside_the_box_stays(picture, corrupt):
    x1, y1, x2, y2 = BOX
    outside = np.ones((48, 64), dtype=bool)
    outside[y1:y2, x1:x2] = False
    before = np.array(picture)
    after = corrupt(picture, BOX)
    assert (after.size, after.mode) == (picture.size, "RGB")
    assert not changed(picture, after)[outside].any()
    assert changed(picture, after)[~outside].mean() > 0.9
    assert np.array_equal(picture, before)  # the user's image is not written to
    assert np.array_equal(after, corrupt(picture, BOX))  # the same again
    fractional = corrupt(picture, (10.5, 20.0, 33.2, 28.1))  # the pixels that it touches
    assert np.array_equal(after, fractional)
    assert changed(picture, corrupt(picture, None)).mean() > 0.9
    for box in ((-1, 0, 5, 5), (0, 0, 65, 5), (5, 5, 5, 9), (1, 2, 3)):
        with pytest.raises(InputError):
            corrupt(picture, box)


def test_noise_has_its_deviation_and_follows_from_its_seed(picture):
    grey = Image.new("RGB", (200, 200), (128, 128, 128))
    noise = np.asarray(corruptions.gaussian_noise(grey, std=12, seed=0), dtype=float) - 128
    assert noise.std() == pytest.approx(12, rel=0.02)
    assert abs(noise.mean()) < 0.2
    within = np.asarray(corruptions.gaussian_noise(grey, std=12, seed=0, box=BOX), dtype=float) - 128
    x1, y1, x2, y2 = BOX
    assert np.array_equal(within[y1:y2, x1:x2], noise[y1:y2, x1:x2])
    assert changed(grey, corruptions.gaussian_noise(grey, std=12, seed=1)).any()
    assert not np.array_equal(
        corruptions.gaussian_noise(grey, std=12, seed=1), corruptions.gaussian_noise(grey, std=12, seed=0)
    )
    bright = np.asarray(corruptions.gaussian_noise(Image.new("RGB", (50, 50), "white"), std=40, seed=0))
    assert bright.min() > 50  # clipped, not wrapped round
    assert not changed(picture, corruptions.gaussian_noise(picture, std=0, seed=0)).any()


def test_blur_and_mean_colour_keep_the_mean(picture):
    means = np.asarray(picture, dtype=float).mean(axis=(0, 1))
    blurred = np.asarray(corruptions.blur(picture, radius=2), dtype=float)
    np.testing.assert_allclose(blurred.mean(axis=(0, 1)), means, atol=2)
    assert blurred.std() < 0.4 * np.asarray(picture).std()
    plain = np.asarray(corruptions.mean_colour(picture))
    assert (plain == np.rint(means)).all()
    assert (np.asarray(corruptions.mean_colour(picture, box=BOX))[25, 20] == np.rint(means)).all()


def test_shuffled_patches_are_all_there_and_none_in_its_place(picture):
    def patches(image):
        pixels = np.asarray(image)
        return [pixels[y : y + 8, x : x + 8].tobytes() for y in range(0, 48, 8) for x in range(0, 64, 8)]

    before, after = patches(picture), patches(corruptions.shuffle_patches(picture, patches=8, seed=3))
    assert sorted(before) == sorted(after)
    assert not any(one == other for one, other in zip(before, after, strict=True))
    assert after != patches(corruptions.shuffle_patches(picture, patches=8, seed=4))
    incomplete = corruptions.shuffle_patches(picture, patches=20, seed=0)  # 3 x 2 patches of 20 in 64 x 48
    assert not changed(picture, incomplete)[40:].any()
    assert not changed(picture, incomplete)[:, 60:].any()
    with pytest.raises(InputError, match="1 patches to shuffle"):
        corruptions.shuffle_patches(picture, patches=40, seed=0)
    with pytest.raises(InputError, match="patches=0"):
        corruptions.shuffle_patches(picture, patches=0, seed=0)


def test_the_cells_of_image_tokens_are_shuffled(model, scene, name):
    info = model.process_image(scene.image)
    shuffled = corruptions.shuffle_patches(scene.image, patches=info, seed=0)
    cell = IMAGE_SIZE // scene.grid
    before, after = (
        [
            np.asarray(image)[y : y + cell, x : x + cell].tobytes()
            for y in range(0, IMAGE_SIZE, cell)
            for x in range(0, IMAGE_SIZE, cell)
        ]
        for image in (scene.image, shuffled)
    )
    assert sorted(before) == sorted(after)
    assert not any(one == other for one, other in zip(before, after, strict=True))
    with pytest.raises(InputError, match="cells are those of an image"):
        corruptions.shuffle_patches(scene.image.resize((50, 50)), patches=info, seed=0)


@LLAVA
def test_cells_that_are_cropped_away_stay_and_unequal_ones_are_stretched(model):
    rng = np.random.default_rng(0)
    wide = Image.fromarray(rng.integers(0, 255, (150, 250, 3), dtype=np.uint8))
    info = model.process_image(wide)
    x1, _, x2, _ = map(round, info.crop_box)
    after = corruptions.shuffle_patches(wide, patches=info, seed=0)
    moved = changed(wide, after)
    assert not moved[:, :x1].any()
    assert not moved[:, x2:].any()
    assert moved[:, x1:x2].mean() > 0.95


def test_a_removed_object_takes_the_colour_around_it():
    scene = Scene.containing([("circle", "red"), ("square", "blue")], seed=5, grid=4)
    item = next(item for item in scene.objects if item.colour == "red")
    removed = np.asarray(corruptions.remove_box(scene.image, item.box), dtype=float)
    truth = np.asarray(scene.without(scene.objects.index(item)).image, dtype=float)
    x1, y1, x2, y2 = item.box
    inside = (slice(y1, y2), slice(x1, x2))
    assert np.abs(removed - truth)[inside].mean() < 10  # the background's own noise
    assert np.abs(np.asarray(scene.image, dtype=float) - truth)[inside].mean() > 30


def test_colours_flow_in_from_all_sides():
    halves = np.zeros((20, 40, 3), dtype=np.uint8)
    halves[:, 20:] = 200
    filled = np.asarray(corruptions.remove_box(Image.fromarray(halves), (10, 0, 30, 20), margin=3))[..., 0]
    assert (np.diff(filled[5, 10:30].astype(int)) >= 0).all()
    assert filled[5, 10] < 20
    assert filled[5, 29] > 180
    np.testing.assert_allclose(filled[:, 10:30] + filled[:, 29:9:-1].astype(int), 200, atol=1)
    with pytest.raises(InputError, match="whole image"):
        corruptions.remove_box(Image.fromarray(halves), (0, 0, 40, 20))
    with pytest.raises(InputError, match="margin=0"):
        corruptions.remove_box(Image.fromarray(halves), (0, 0, 4, 20), margin=0)


def test_a_counterpart_is_swapped_in(picture):
    scene = Scene.containing([("circle", "red"), ("square", "blue"), ("square", "green")], seed=1, grid=8)
    other = scene.recoloured(0, "yellow").recoloured(1, "purple")
    once = corruptions.swap(scene.image, other.image, box=scene.objects[0].box)
    assert np.array_equal(once, scene.recoloured(0, "yellow").image)
    assert np.array_equal(corruptions.swap(scene.image, other.image), other.image)
    with pytest.raises(InputError, match="64 x 48"):
        corruptions.swap(scene.image, picture)


def test_negative_strengths_are_errors(picture):
    with pytest.raises(InputError, match="std=-1"):
        corruptions.gaussian_noise(picture, std=-1, seed=0)
    with pytest.raises(InputError, match="radius=-1"):
        corruptions.blur(picture, radius=-1)


def test_embedding_noise_goes_wherever_the_image_comes_in(model, inputs):
    images = model.token_layout(inputs).images
    hooks = corruptions.embedding_noise(model, images, seed=4)
    names = [name for name, _ in hooks]
    assert names == [
        "lm.blocks.0.hook_resid_pre",
        *(f"lm.blocks.{i}.hook_deepstack" for i in range(len(model.cfg.deepstack))),
    ]
    _, plain = model.run_with_cache(inputs, names)
    with model.hooks(hooks):
        _, noisy = model.run_with_cache(inputs, names)
    for name in names:
        added = (noisy[name] - plain[name])[0]
        before = plain[name][0, images.indices()]
        assert not added[~images.mask[0]].any()
        assert float(added[images.indices()].std()) == pytest.approx(3 * float(before.std()), rel=0.05)
    with model.hooks(corruptions.embedding_noise(model, images, seed=4)):
        assert torch.equal(model.run_with_cache(inputs, names)[1][names[0]], noisy[names[0]])
    with model.hooks(corruptions.embedding_noise(model, images, seed=5)):
        assert not torch.equal(model.run_with_cache(inputs, names)[1][names[0]], noisy[names[0]])
    assert not torch.equal(model.run_with_hooks(inputs, hooks), model(inputs).logits)


@LLAVA
def test_noise_on_rows_of_a_batch_is_as_if_alone(model, scene):
    texts = [QUESTION, "How many red circles are there?"]
    scenes = [scene, scene.recoloured(0, "yellow")]
    batch = model.prepare_messages_batch(texts, [one.image for one in scenes])
    layout = model.token_layout(batch)
    noise = corruptions.EmbeddingNoise(positions=layout.images, scale=2)
    with model.hooks([("lm.hook_embed", noise)]):
        _, together = model.run_with_cache(batch, "lm.hook_embed")
    for row, (text, one) in enumerate(zip(texts, scenes, strict=True)):
        single = model.prepare_messages(text, one.image)
        own = model.token_layout(single).images
        with model.hooks([("lm.hook_embed", corruptions.EmbeddingNoise(positions=own, scale=2))]):
            _, alone = model.run_with_cache(single, "lm.hook_embed")
        ours = together["lm.hook_embed"][row, layout.images.indices(row)]
        torch.testing.assert_close(ours, alone["lm.hook_embed"][0, own.indices()], rtol=1e-4, atol=1e-4)


@LLAVA
def test_noise_of_a_given_deviation_and_under_generate(model, inputs):
    images = model.token_layout(inputs).images
    hooks = corruptions.embedding_noise(model, images, scale=1, std=0.5)
    _, plain = model.run_with_cache(inputs, hooks[0][0])
    with model.hooks(hooks):
        _, noisy = model.run_with_cache(inputs, hooks[0][0])
        first = model.generate(inputs, max_new_tokens=3, do_sample=False)
    added = (noisy[hooks[0][0]] - plain[hooks[0][0]])[0, images.indices()]
    assert float(added.std()) == pytest.approx(0.5, rel=0.03)
    with model.hooks([("lm.hook_embed", ZeroAblation(positions=images))]):
        zeroed = model.generate(inputs, max_new_tokens=3, do_sample=False)
    assert first.shape == zeroed.shape
    with model.hooks(hooks):
        assert torch.equal(model.generate(inputs, max_new_tokens=3, do_sample=False), first)
