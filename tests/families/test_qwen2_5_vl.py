from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from transformers import Qwen2_5_VLConfig

from tests.families import assertions as must
from tests.families.checkpoints import (
    END,
    IMAGE,
    START,
    TEXT,
    VIDEO,
    VISION_IDS,
    pixels,
    random_model,
    rows,
    saved,
    words,
)
from vlm_lens_native import ConfigError, HookedVLMTransformer

VISION = {
    "depth": 2,
    "hidden_size": 32,
    "intermediate_size": 48,
    "num_heads": 4,
    "out_hidden_size": 64,
    "window_size": 56,
    "fullatt_block_indexes": [1],
}


def config(**text: object) -> Qwen2_5_VLConfig:
    rope = {"rope_type": "default", "rope_theta": 1e6, "mrope_section": [2, 3, 3]}
    text_config = {**TEXT, "rope_parameters": rope, "bos_token_id": 1, "eos_token_id": 2, **text}
    return Qwen2_5_VLConfig(text_config=text_config, vision_config=VISION, **VISION_IDS)


def image(n_tokens: int, token: int = IMAGE) -> list[int]:
    return [START, *[token] * n_tokens, END]


FIRST = [*words(2, seed=1), *image(4), *words(3, seed=2), *image(6), *words(2, seed=3)]
SECOND = [*words(3, seed=4), *image(2), *words(2, seed=5)]
GRIDS = torch.tensor([[1, 4, 4], [1, 4, 6], [1, 2, 4]])
PATCHES = pixels(int(GRIDS.prod(-1).sum()), 3 * 2 * 14 * 14)


def typed(inputs: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    return {**inputs, "mm_token_type_ids": (inputs["input_ids"] == IMAGE) + 2 * (inputs["input_ids"] == VIDEO)}


BATCH = typed({**rows(FIRST, SECOND, length=len(FIRST)), "pixel_values": PATCHES, "image_grid_thw": GRIDS})
ALONE = [
    typed({**rows(FIRST, length=len(FIRST)), "pixel_values": PATCHES[:40], "image_grid_thw": GRIDS[:2]}),
    typed({**rows(SECOND, length=len(SECOND)), "pixel_values": PATCHES[40:], "image_grid_thw": GRIDS[2:]}),
]
FILM = [*words(2, seed=6), *image(8, VIDEO), *words(2, seed=7)]
VIDEO_INPUTS = typed(
    {
        **rows(FILM, length=len(FILM)),
        "pixel_values_videos": PATCHES[:32],
        "video_grid_thw": torch.tensor([[2, 4, 4]]),
        "second_per_grid_ts": torch.tensor([1.5]),
    }
)


@pytest.mark.parametrize(("kernel", "dtype"), must.EACH, ids=must.KERNELS)
def test_a_video_equals_hf(kernel: str, dtype: torch.dtype, tmp_path: Path) -> None:
    must.assert_equal_to_hf(config(), VIDEO_INPUTS, tmp_path, dtype=dtype, kernel=kernel)


def test_sliding_layers_equal_hf(tmp_path: Path) -> None:
    window = config(use_sliding_window=True, sliding_window=5, max_window_layers=1)
    must.assert_equal_to_hf(window, BATCH, tmp_path, dtype=torch.float32, kernel="sdpa")


def test_missing_token_types_are_completed_not_ignored(tmp_path: Path) -> None:
    """HF numbers images as if they were text when they are missing, and says nothing."""
    ours, theirs = must.load_both(saved(random_model(config()), tmp_path))
    without = {key: value for key, value in BATCH.items() if key != "mm_token_type_ids"}
    assert torch.equal(ours(without).logits, ours(BATCH).logits)
    assert not torch.allclose(theirs(**without).logits, ours(BATCH).logits, atol=0.1)


def test_positions_of_an_earlier_call_are_forgotten(tmp_path: Path) -> None:
    """HF keeps ``rope_deltas`` of the last call with images on the module."""
    model = HookedVLMTransformer.from_pretrained(saved(random_model(config()), tmp_path))
    text = rows(words(6, seed=8), length=6)
    fresh = model.generate(text, max_new_tokens=3, do_sample=False)
    model(BATCH)
    assert torch.equal(model.generate(text, max_new_tokens=3, do_sample=False), fresh)


def test_sections_that_do_not_fit_the_heads_raise(tmp_path: Path) -> None:
    directory = saved(random_model(config()), tmp_path)
    settings = json.loads((directory / "config.json").read_text())
    settings["text_config"]["rope_parameters"]["mrope_section"] = [2, 2, 3]
    (directory / "config.json").write_text(json.dumps(settings))
    with pytest.raises(ConfigError, match=r"sum to 7.*8 frequencies"):
        HookedVLMTransformer.from_pretrained(directory)


def test_ui_tars_brings_its_own_prompt(tmp_path: Path) -> None:
    directory = saved(random_model(config()), tmp_path / "UI-TARS-1.5-7B")
    assert "{task}" in (HookedVLMTransformer.from_pretrained(directory)._prompts.default_prompt or "")
    assert (
        HookedVLMTransformer.from_pretrained(directory, default_prompt="Be brief.")._prompts.default_prompt
        == "Be brief."
    )
    plain = saved(random_model(config()), tmp_path / "plain")
    assert HookedVLMTransformer.from_pretrained(plain)._prompts.default_prompt is None


class TestQwen2_5VL(must.FamilyContract):
    config = staticmethod(config)
    batch = BATCH
    alone = ALONE
    hub_names = (("model.visual.", "visual."), ("model.language_model.", "model."))
