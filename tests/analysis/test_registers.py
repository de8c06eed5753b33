"""Register tokens: the outliers of each image, wherever they are planted, and their overlap with others."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.analysis.conftest import QUESTION
from vlm_lens_native import HookNameError, InputError
from vlm_lens_native.analysis.registers import Registers, find_registers

LLAVA = pytest.mark.parametrize("name", ["toy-llava"])


def longer(patches, factor=30.0):
    """A hook that makes the vectors of some patches ``[(row, patch)]`` longer, and turns them."""

    def hook(activation, hook):
        for row, patch in patches:
            activation[row, patch] *= factor
            activation[row, patch, ::2] *= -1

    return hook


def test_the_definition(model, inputs):
    """Norms beyond the mean and two standard deviations of the image's, by hand."""
    _, cache = model.run_with_cache(inputs, "lm.hook_embed")
    at = model.token_layout(inputs).images.indices()
    norms = cache["lm.hook_embed"][0, at].norm(dim=-1)
    for n_std in (2, 0.5):
        found = find_registers(model, inputs, n_std=n_std)
        expected = at[norms > norms.mean() + n_std * norms.std()]
        assert found.selection.indices().tolist() == expected.tolist()
        torch.testing.assert_close(found.norms[0, at], norms)
        assert found.norms[0].isnan().sum() == len(found.norms[0]) - len(at)
    assert len(found.selection) > 5
    limit = float(norms.sort().values[-4])
    assert len(find_registers(model, inputs, threshold=limit).selection) == 3
    assert len(find_registers(model, inputs, threshold=1e9).selection) == 0


def test_a_planted_outlier_is_found_where_the_encoder_has_it(model, inputs):
    """The token of a patch is the one whose features change with it: seen, not computed."""
    names = [model.hook_names("vision.*.hook_resid_post")[-1], "adapter.hook_in"]
    layout = model.token_layout(inputs)
    at = layout.images.indices()
    _, cache = model.run_with_cache(inputs, [*names, "lm.hook_embed"])
    for name in names:
        images, patches, _ = cache[name].shape
        is_class = int(patches % (len(at) // images))  # CLIP's first patch is its class token
        for row, patch in ((0, is_class), (images - 1, patches - 1), (images - 1, is_class + patches // 3)):
            hooks = [(name, longer([(row, patch)]))]
            with model.hooks(hooks):
                found = find_registers(model, inputs, at=name, n_std=5)
                _, changed = model.run_with_cache(inputs, "lm.hook_embed")
            moved = (changed["lm.hook_embed"] - cache["lm.hook_embed"])[0].abs().amax(-1) > 1e-5
            if name == "adapter.hook_in":  # behind it, each token has only its own patches
                assert found.selection.mask[0].tolist() == moved.tolist()
            assert len(found.selection) == 1


@LLAVA
def test_the_class_token_is_none_of_the_image(model, inputs):
    with model.hooks([("vision.blocks.1.hook_resid_post", longer([(0, 0)], factor=1000))]):
        found = find_registers(model, inputs, at="vision.blocks.1.hook_resid_post", n_std=5)
    assert len(found.selection) == 0
    assert found.norms.nan_to_num().max() < 1000


def test_each_image_has_its_own_mean(model, scene):
    texts = [QUESTION, "How many red circles are there?"]
    batch = model.prepare_messages_batch(texts, [scene.image, scene.recoloured(0, "yellow").image])
    layout = model.token_layout(batch)

    def scale_a_row(activation, hook):
        activation[0] *= 100

    plain = find_registers(model, batch, n_std=1)
    with model.hooks([("lm.hook_embed", scale_a_row)]):
        scaled = find_registers(model, batch, n_std=1)
    assert scaled.selection == plain.selection
    assert len(plain.selection) > 2
    torch.testing.assert_close(scaled.mean[0], 100 * plain.mean[0])
    torch.testing.assert_close(scaled.mean[1], plain.mean[1])
    for row, (text, image) in enumerate(zip(texts, (scene.image, scene.recoloured(0, "yellow").image), strict=True)):
        alone = find_registers(model, model.prepare_messages(text, image), n_std=1)
        single = model.prepare_messages(text, image)["input_ids"].shape[1]
        start = layout.table.kind.shape[1] - single
        assert (plain.selection.indices(row) - start).tolist() == alone.selection.indices().tolist()


@pytest.mark.parametrize("name", ["toy-qwen2_5_vl", "toy-qwen3_vl"])
def test_two_images_of_different_sizes(model, name):
    """Within Qwen's encoders the smaller image's row is filled up with zeros, which are no patches."""
    rng = np.random.default_rng(0)
    images = [rng.integers(0, 255, size, dtype=np.uint8) for size in ((96, 64, 3), (64, 128, 3))]
    content = [*({"type": "image", "image": image} for image in images), {"type": "text", "text": QUESTION}]
    inputs = model.prepare_chat([{"role": "user", "content": content}])
    layout = model.token_layout(inputs)
    at = "vision.blocks.0.hook_resid_post"
    with model.hooks([(at, longer([(0, 5)]))]):
        found = find_registers(model, inputs, at=at, n_std=4)
    _, cache = model.run_with_cache(inputs, at)
    norms = cache[at].norm(dim=-1)
    own = [norms[0, : 4 * len(layout.image(0))], norms[1, : 4 * len(layout.image(1))]]
    torch.testing.assert_close(found.mean[0, 1], own[1].mean())
    torch.testing.assert_close(found.std[0, 1], own[1].std())
    assert len(own[0]) != len(own[1])
    assert found.selection.indices().tolist() == [int(layout.image(0).indices()[1])]  # patch 5 is of token 1


@LLAVA
def test_overlap_with_other_tokens(model, inputs):
    found = find_registers(model, inputs, n_std=0)
    registers = found.selection.indices().tolist()
    others = [*registers[:3], *(p for p in model.token_layout(inputs).images.indices().tolist() if p not in registers)][
        :7
    ]
    line = found.overlap([*others, 1]).iloc[0]  # position 1 is text
    assert line[["batch", "image", "tokens", "registers", "others", "both"]].tolist() == [
        0,
        0,
        64,
        len(registers),
        7,
        3,
    ]
    assert line["share_of_registers"] == 3 / len(registers)
    assert line["expected"] == pytest.approx(7 / 64)
    assert found.overlap(found.selection)["share_of_registers"].item() == 1
    assert math.isnan(find_registers(model, inputs, threshold=1e9).overlap(others)["share_of_registers"].item())


@LLAVA
def test_results_can_be_read_and_kept(model, inputs, scene, tmp_path: Path):
    found = find_registers(model, inputs, n_std=1)
    lines = found.to_dataframe()
    assert len(lines) == 64
    assert lines.loc[lines["is_register"], "position"].tolist() == found.selection.indices().tolist()
    assert (lines["is_register"] == (lines["z"] > 1)).all()
    assert lines["z"].mean() == pytest.approx(0, abs=1e-5)
    figure = found.plot(scene.image)
    assert len(figure.axes[0].lines) == len(found.selection)
    assert "is_register" in found._repr_html_()
    found.save(tmp_path / "registers.safetensors")
    assert Registers.load(tmp_path / "registers.safetensors").selection == found.selection
    with model.hooks([("lm.hook_embed", lambda activation, hook: None)]):
        model.run_with_cache(inputs, "lm.hook_embed", positions=found.selection)  # a selection like any other


@LLAVA
def test_what_has_no_registers_is_an_error(model, inputs):
    for at in ("lm.blocks.0.attn.hook_z", "lm.blocks.0.ln1.hook_scale", "vision.blocks.0.attn.hook_pattern"):
        with pytest.raises(InputError, match="no vector for each token"):
            find_registers(model, inputs, at=at)
    with pytest.raises(InputError, match="6 hook points"):
        find_registers(model, inputs, at="lm.*.hook_resid_post")
    with pytest.raises(HookNameError, match="nearest"):
        find_registers(model, inputs, at="vision.blocks.0.hook_resid_past")
    with pytest.raises(InputError, match="no images"):
        find_registers(model, model.prepare_chat([{"role": "user", "content": QUESTION}]))


@LLAVA
def test_registers_at_layers_of_the_decoder(model, inputs):
    _, cache = model.run_with_cache(inputs, ["lm.blocks.2.hook_resid_mid", "lm.ln_final.hook_normalized"])
    for name, values in cache.items():
        norms = values[0].norm(dim=-1)
        found = find_registers(model, inputs, at=name)
        at = model.token_layout(inputs).images.indices()
        torch.testing.assert_close(found.norms[0, at], norms[at])


def test_hooks_in_front_of_the_decoder_have_all_images(model, inputs):
    """Every hook point with a vector for each patch or token can be asked, of every family."""
    n_images = len(model.token_layout(inputs).images)
    names = model.hook_names(["vision.blocks.0.hook_*", "adapter.*"])
    for name in names:
        found = find_registers(model, inputs, at=name)
        assert int((~found.norms.isnan()).sum()) == n_images
        assert found.norms.nan_to_num(1).min() > 0
