"""Pixel saliency: right numbers, at the right pixels of the user's image."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from tests.analysis.conftest import QUESTION, load
from tests.analysis.gradients.conftest import metric
from vlm_lens_native import InputError
from vlm_lens_native.analysis import corruptions
from vlm_lens_native.analysis.gradients import PixelSaliency, pixel_saliency
from vlm_lens_native.analysis.gradients.saliency import _check
from vlm_lens_native.toys.scenes import IMAGE_SIZE

ONE = pytest.mark.parametrize("name", ["toy-smolvlm"])  # tiles


def value(model, inputs, pixels):
    with torch.no_grad():
        logits = model({**inputs, "pixel_values": pixels}).logits[:, -1].double()
    return sum(metric(row) for row in logits)


def test_it_is_the_derivative_by_pixels(case):
    pixels = case.target["pixel_values"]
    found = pixel_saliency(case.model, case.target, metric=metric)
    assert found.values.shape == pixels.shape
    generator = torch.Generator().manual_seed(0)
    for _ in range(2):
        direction = torch.randn(pixels.shape, generator=generator) * (pixels != 0)  # views of zeros are padding
        step = 0.003 / float(direction.norm() / pixels.norm())
        ends = [value(case.model, case.target, pixels + share * step * direction) for share in (1, -1)]
        expected = (ends[0] - ends[1]) / (2 * step)
        assert float((found.values * direction).sum()) == pytest.approx(float(expected), rel=0.03, abs=2e-3)
    times = pixel_saliency(case.model, case.target, metric=metric, method="gradient_x_input")
    torch.testing.assert_close(times.values, found.values * pixels)
    assert float(times.metric_value.sum()) == pytest.approx(float(value(case.model, case.target, pixels)), rel=1e-4)


def test_integrated_gradients_are_where_images_differ_and_add_up(model, inputs, scene):
    """Pixels of which the baseline has the same value account for nothing; the rest for all."""
    item = scene.objects[1]
    baseline = model.prepare_messages(QUESTION, scene.recoloured(1, "orange").image)
    how = {"metric": metric, "method": "integrated_gradients", "baseline": baseline}
    found = pixel_saliency(model, inputs, steps=16, **how)
    effect = float(found.metric_value - found.baseline_value)
    assert float(found.gap) == pytest.approx(0, abs=0.02 * abs(effect) + 1e-4)
    coarse = pixel_saliency(model, inputs, steps=2, tolerance=9, **how)
    assert float(found.gap.abs()) < float(coarse.gap.abs()) / 4 + 1e-4
    x1, y1, x2, y2 = item.box
    pixels = found.map()
    inside = pixels[y1:y2, x1:x2]
    assert pixels.shape == (IMAGE_SIZE, IMAGE_SIZE)
    assert np.abs(inside).max() > 0
    assert np.abs(pixels).sum() == pytest.approx(np.abs(inside).sum())
    lines = found.to_dataframe()
    touched = lines["saliency"] != 0
    box = lines[["x1", "y1", "x2", "y2"]].to_numpy()[touched]
    assert len(box)
    margin = 7  # the small global view beside tiles mixes neighbouring pixels
    assert (np.maximum(box[:, 0], x1 - margin) < np.minimum(box[:, 2], x2 + margin)).all()
    assert (np.maximum(box[:, 1], y1 - margin) < np.minimum(box[:, 3], y2 + margin)).all()
    own = model.token_layout(inputs).heatmap(found.tokens[0][0])
    np.testing.assert_array_equal(found.map(of="tokens"), own)


@pytest.mark.parametrize("name", ["toy-llava", "toy-qwen2_5_vl"])
def test_it_finds_its_way_back_through_crop_and_resizing(name):
    """A wide image: LLaVA's processor crops its sides off, Qwen's stretches all of it."""
    model, _ = load(name)
    rng = np.random.default_rng(0)
    image = Image.fromarray(rng.integers(0, 255, (240, 320, 3), dtype=np.uint8))
    box = (150, 60, 190, 100)
    target, baseline = (
        model.prepare_messages(QUESTION, each) for each in (image, corruptions.mean_colour(image, box=box))
    )
    saliency = pixel_saliency(
        model, target, metric=metric, method="integrated_gradients", baseline=baseline, steps=2, tolerance=99
    )
    found = saliency.map()
    assert np.nansum(found) == pytest.approx(float(saliency.pixels[0][0].sum()), rel=1e-4)
    assert np.nansum(found) == pytest.approx(float(saliency.tokens[0][0].sum()), rel=1e-3)
    lengths = pixel_saliency(model, target, metric=metric)
    assert np.nanmean(lengths.map()) == pytest.approx(float(lengths.pixels[0][0].mean()), rel=0.02)
    assert found.shape == (240, 320)
    crop = target.images[0].crop_box
    seen = np.zeros((240, 320), dtype=bool)
    x1, y1, x2, y2 = (0, 0, 320, 240) if crop is None else crop
    seen[math.floor(y1) : math.ceil(y2), math.floor(x1) : math.ceil(x2)] = True  # also pixels seen in part
    np.testing.assert_array_equal(~np.isnan(found), seen)
    rows, columns = np.nonzero(np.nan_to_num(found))
    margin = 10  # of the resizing filter, in pixels of this image
    assert columns.min() in range(box[0] - margin, box[0] + 3)
    assert columns.max() in range(box[2] - 3, box[2] + margin)
    assert rows.min() in range(box[1] - margin, box[1] + 3)
    assert rows.max() in range(box[3] - 3, box[3] + margin)


def test_rows_and_images_are_kept_apart(model, batch, alone):
    together = pixel_saliency(model, batch[0], metric=metric, method="gradient_x_input")
    for row, (target, _) in enumerate(alone):
        single = pixel_saliency(model, target, metric=metric, method="gradient_x_input")
        largest = float(np.nanmax(np.abs(single.map())))
        np.testing.assert_allclose(together.map(batch=row), single.map(), atol=1e-3 * largest)
        torch.testing.assert_close(together.tokens[row][0], single.tokens[0][0], rtol=1e-2, atol=0.1 * largest)
        assert together.metric_value[row] == pytest.approx(float(single.metric_value), abs=1e-4)


def test_two_images_of_one_prompt_have_their_own_maps():
    model, _ = load("toy-qwen3_vl")
    rng = np.random.default_rng(0)
    first, second = (
        Image.fromarray(rng.integers(0, 255, size, dtype=np.uint8)) for size in ((96, 64, 3), (64, 128, 3))
    )

    def prepare(*images):
        content = [{"type": "image", "image": image} for image in images]
        return model.prepare_chat([{"role": "user", "content": [*content, {"type": "text", "text": QUESTION}]}])

    baseline = prepare(first, corruptions.mean_colour(second, box=(0, 0, 64, 64)))
    how = {"method": "integrated_gradients", "baseline": baseline, "steps": 1, "tolerance": 99}
    found = pixel_saliency(model, prepare(first, second), metric=metric, **how)
    assert found.map(image=0).shape == (96, 64)
    assert not found.map(image=0).any()
    assert found.map(image=1)[:, :64].any()
    assert not found.map(image=1)[:, 80:].any()
    assert len(found.tokens[0][1]) == found.layout.select(image=1).mask.sum()
    with pytest.raises(InputError, match="no image 2"):
        found.map(image=2)


@ONE
def test_smoothgrad_is_the_mean_over_noisy_copies(model, inputs):
    how = {"metric": metric, "method": "smoothgrad", "samples": 3}
    still = pixel_saliency(model, inputs, noise=0.0, **how)
    torch.testing.assert_close(still.values, pixel_saliency(model, inputs, metric=metric).values, rtol=1e-4, atol=1e-6)
    noisy = pixel_saliency(model, inputs, noise=0.05, seed=1, **how)
    generator = torch.Generator().manual_seed(1)
    pixels, gradients = inputs["pixel_values"], []
    for _ in range(3):
        moved = pixels + 0.05 * torch.randn(pixels.shape, generator=generator)
        gradients.append(pixel_saliency(model, {**inputs, "pixel_values": moved}, metric=metric).values)
    torch.testing.assert_close(noisy.values, torch.stack(gradients).mean(0), rtol=1e-3, atol=1e-5)
    assert not torch.equal(noisy.values, still.values)


@ONE
def test_results_can_be_read_and_kept(model, inputs, source, scene, tmp_path: Path):
    found = pixel_saliency(model, inputs, metric=metric)
    assert found.plot(scene.image).axes
    assert found.plot(scene.image, of="tokens").axes
    assert "saliency" in found._repr_html_()
    assert (found.to_dataframe()["saliency"] >= 0).all()  # lengths
    cells = found.values[0, :4].square().sum().sqrt()
    assert float(torch.tensor(found.map()).square().sum().sqrt()) == pytest.approx(float(cells), rel=1e-5)
    found.save(tmp_path / "saliency.safetensors")
    again = PixelSaliency.load(tmp_path / "saliency.safetensors")
    np.testing.assert_array_equal(again.map(), found.map())
    with pytest.raises(InputError, match="don't add up"):
        _ = found.gap
    with pytest.raises(InputError, match="50 x 50 pixels"):
        found.plot(scene.image.resize((50, 50)))


@ONE
def test_what_has_no_saliency_is_an_error(model, inputs, source):
    def saliency(inputs=inputs, **how):
        return pixel_saliency(model, inputs, metric=metric, **how)

    with pytest.raises(InputError, match="'gradients' is unknown"):
        _check("gradients", inputs, None)  # pixel_saliency itself has its annotations checked here
    with pytest.raises(InputError, match="need a baseline"):
        saliency(method="integrated_gradients")
    with pytest.raises(InputError, match="take none"):
        saliency(baseline=source)
    with pytest.raises(InputError, match="samples=0"):
        saliency(method="smoothgrad", samples=0)
    with pytest.raises(InputError, match="steps=0"):
        saliency(method="integrated_gradients", baseline=source, steps=0)
    with pytest.raises(InputError, match="these inputs have none"):
        saliency(model.prepare_chat([{"role": "user", "content": QUESTION}]))
