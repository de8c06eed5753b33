from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from transformers import Qwen3VLConfig

from tests.families import assertions as must
from tests.families.checkpoints import IMAGE, TEXT, VIDEO, VISION_IDS, pixels, random_model, rows, saved, words
from tests.families.test_qwen2_5_vl import BATCH as OTHER_BATCH
from tests.families.test_qwen2_5_vl import FIRST, GRIDS, SECOND, image, typed
from vlm_lens_native import ConfigError, HookedVLMTransformer, HookNameError

VISION = {
    "depth": 3,
    "hidden_size": 32,
    "intermediate_size": 48,
    "num_heads": 4,
    "out_hidden_size": 64,
    "num_position_embeddings": 64,
    "deepstack_visual_indexes": [0, 1],
}


def config(**text: object) -> Qwen3VLConfig:
    rope = {"rope_type": "default", "rope_theta": 5e6, "mrope_section": [6, 3, 3], "mrope_interleaved": True}
    text_config = {**TEXT, "head_dim": 24, "rope_parameters": rope, **text}
    return Qwen3VLConfig(text_config=text_config, vision_config=VISION, **VISION_IDS)


PATCHES = pixels(int(GRIDS.prod(-1).sum()), 3 * 2 * 16 * 16)
BATCH = {**OTHER_BATCH, "pixel_values": PATCHES}
ALONE = [
    typed({**rows(FIRST, length=len(FIRST)), "pixel_values": PATCHES[:40], "image_grid_thw": GRIDS[:2]}),
    typed({**rows(SECOND, length=len(SECOND)), "pixel_values": PATCHES[40:], "image_grid_thw": GRIDS[2:]}),
]
FRAMES = [*words(2, seed=6), *image(4, VIDEO), *words(2, seed=7), *image(4, VIDEO), *words(2, seed=8)]
MIXED = [*words(1, seed=9), *image(2), *FRAMES]
VIDEO_AND_IMAGE = typed(
    {
        **rows(MIXED, length=len(MIXED)),
        "pixel_values": PATCHES[:8],
        "image_grid_thw": torch.tensor([[1, 2, 4]]),
        "pixel_values_videos": PATCHES[8:40],
        "video_grid_thw": torch.tensor([[2, 4, 4]]),
    }
)


@pytest.mark.parametrize(("kernel", "dtype"), must.EACH, ids=must.KERNELS)
def test_a_video_and_an_image_equals_hf(kernel: str, dtype: torch.dtype, tmp_path: Path) -> None:
    must.assert_equal_to_hf(config(), VIDEO_AND_IMAGE, tmp_path, dtype=dtype, kernel=kernel)


def test_biases_equal_hf(tmp_path: Path) -> None:
    must.assert_equal_to_hf(config(attention_bias=True), BATCH, tmp_path, dtype=torch.float32, kernel="sdpa")


def test_deepstack_is_a_component_of_its_own(tmp_path: Path) -> None:
    """Without its hook, resid_post of a layer would not be resid_pre of the next, and image edits would be undone."""
    model = HookedVLMTransformer.from_pretrained(saved(random_model(config()), tmp_path))
    _, cache = model.run_with_cache(BATCH)
    is_image = BATCH["input_ids"] == IMAGE
    for layer in range(2):
        added = cache["deepstack", layer]
        assert torch.equal(cache["resid_mid", layer] + cache["mlp_out", layer] + added, cache["resid_post", layer])
        assert torch.equal(cache["resid_post", layer], cache["resid_pre", layer + 1])
        assert added[is_image].abs().min(-1).values.max() > 0
        assert added[~is_image].abs().max() == 0
    with pytest.raises(HookNameError, match="behind some layers only"):
        model.run_with_cache(BATCH, "lm.blocks.2.hook_deepstack")


def test_wrong_rotary_settings_raise(tmp_path: Path) -> None:
    """HF takes wrong sections, and the other layout, without a word."""
    directory = saved(random_model(config()), tmp_path)
    original = json.loads((directory / "config.json").read_text())
    for change, message in (({"mrope_section": [5, 3, 3]}, "sum to 11"), ({"mrope_interleaved": False}, "interleaved")):
        settings = json.loads(json.dumps(original))
        settings["text_config"]["rope_parameters"].update(change)
        (directory / "config.json").write_text(json.dumps(settings))
        with pytest.raises(ConfigError, match=message):
            HookedVLMTransformer.from_pretrained(directory)


def test_strict_about_weights(tmp_path: Path) -> None:
    must.assert_strict_about_weights(config(), BATCH, tmp_path)


class TestQwen3VL(must.FamilyContract):
    config = staticmethod(config)
    batch = BATCH
    alone = ALONE
