from __future__ import annotations

from pathlib import Path

import pytest
import torch
from transformers import SmolVLMConfig

from . import assertions as must
from .checkpoints import IMAGE, TEXT, pixels, rows, words

VISION = {
    "hidden_size": 32,
    "intermediate_size": 48,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "image_size": 64,
    "patch_size": 8,
}


def config() -> SmolVLMConfig:
    return SmolVLMConfig(
        text_config={**TEXT, "model_type": "llama"},
        vision_config=VISION,
        image_token_id=IMAGE,
        scale_factor=2,
    )


FIRST = [1, *words(2, seed=1), *[IMAGE] * 16, *words(3, seed=2), *[IMAGE] * 16, *words(2, seed=3)]
SECOND = [1, *words(3, seed=4), *[IMAGE] * 16, *words(2, seed=5)]
PIXELS = pixels(2, 2, 3, 64, 64)
PIXELS[1, 1] = 0  # the second row has one image; the place of another is padding
BATCH = {**rows(FIRST, SECOND, length=len(FIRST)), "pixel_values": PIXELS}
ALONE = [
    {**rows(FIRST, length=len(FIRST)), "pixel_values": PIXELS[:1]},
    {**rows(SECOND, length=len(SECOND)), "pixel_values": PIXELS[1:, :1]},
]


@pytest.mark.parametrize("dtype", must.DTYPES, ids=str)
@pytest.mark.parametrize("kernel", must.KERNELS)
def test_activations_and_logits_equal_hf(kernel: str, dtype: torch.dtype, tmp_path: Path) -> None:
    must.assert_equal_to_hf(config(), BATCH, tmp_path, dtype=dtype, kernel=kernel)


def test_generates_like_hf(tmp_path: Path) -> None:
    must.assert_generates_like_hf(config(), BATCH, tmp_path)


def test_padding_changes_nothing(tmp_path: Path) -> None:
    must.assert_padding_changes_nothing(config(), BATCH, ALONE, tmp_path)


def test_resumes_at_any_layer(tmp_path: Path) -> None:
    must.assert_resumes(config(), BATCH, tmp_path)


def test_strict_about_weights(tmp_path: Path) -> None:
    must.assert_strict_about_weights(config(), BATCH, tmp_path)


def test_tied_head(tmp_path: Path) -> None:
    must.assert_tied_head_loads(config(), BATCH, tmp_path)


def test_config_is_guarded(tmp_path: Path) -> None:
    must.assert_guards_config(config(), tmp_path)
