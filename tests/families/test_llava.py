from __future__ import annotations

from pathlib import Path

import pytest
import torch
from transformers import CLIPVisionConfig, LlamaConfig, LlavaConfig, MistralConfig, Qwen2Config, Qwen3Config

from tests.families import assertions as must
from tests.families.checkpoints import IMAGE, TEXT, pixels, rows, words

VISION = CLIPVisionConfig(
    hidden_size=32,
    intermediate_size=64,
    num_hidden_layers=3,
    num_attention_heads=4,
    image_size=28,
    patch_size=14,
    projection_dim=32,
)
LLAMA3 = {
    "rope_type": "llama3",
    "rope_theta": 500000.0,
    "factor": 8.0,
    "low_freq_factor": 1.0,
    "high_freq_factor": 4.0,
    "original_max_position_embeddings": 16,
}
YARN = {"rope_type": "yarn", "rope_theta": 10000.0, "factor": 4.0, "original_max_position_embeddings": 128}
BACKBONES = {
    "llama": LlamaConfig(**TEXT),
    "llama with biases and wide heads": LlamaConfig(**TEXT, attention_bias=True, mlp_bias=True, head_dim=24),
    "llama, linear": LlamaConfig(**TEXT, rope_parameters={"rope_type": "linear", "rope_theta": 1e4, "factor": 4.0}),
    "llama, llama3": LlamaConfig(**TEXT, rope_parameters=LLAMA3),
    "llama, yarn": LlamaConfig(**TEXT, rope_parameters=YARN),
    "llama, dynamic": LlamaConfig(
        **{**TEXT, "max_position_embeddings": 8},
        rope_parameters={"rope_type": "dynamic", "rope_theta": 1e4, "factor": 2.0},
    ),
    "mistral": MistralConfig(**TEXT, sliding_window=None),
    "mistral with a window": MistralConfig(**TEXT, sliding_window=5),
    "qwen2": Qwen2Config(**TEXT),
    "qwen2 with a window on one layer": Qwen2Config(
        **TEXT, use_sliding_window=True, sliding_window=5, max_window_layers=2
    ),
    "qwen3": Qwen3Config(**TEXT, head_dim=24),
}


def config(backbone: str = "llama") -> LlavaConfig:
    return LlavaConfig(vision_config=VISION, text_config=BACKBONES[backbone], image_token_index=IMAGE)


FIRST = [1, *words(2, seed=1), *[IMAGE] * 4, *words(3, seed=2), *[IMAGE] * 4, *words(2, seed=3)]
SECOND = [1, *words(3, seed=4), *[IMAGE] * 4, *words(2, seed=5)]
PIXELS = pixels(3, 3, 28, 28)
BATCH = {**rows(FIRST, SECOND, length=len(FIRST)), "pixel_values": PIXELS}
ALONE = [
    {**rows(FIRST, length=len(FIRST)), "pixel_values": PIXELS[:2]},
    {**rows(SECOND, length=len(SECOND)), "pixel_values": PIXELS[2:]},
]


@pytest.mark.parametrize(("kernel", "dtype"), must.EACH, ids=must.KERNELS)
@pytest.mark.parametrize("backbone", [name for name in BACKBONES if name not in ("llama", "mistral", "qwen2", "qwen3")])
def test_other_backbones_equal_hf(backbone: str, kernel: str, dtype: torch.dtype, tmp_path: Path) -> None:
    """Llama is in the contract below, the plain forms of the others in wrappers of ``test_wrappers``."""
    must.assert_equal_to_hf(config(backbone), BATCH, tmp_path, dtype=dtype, kernel=kernel)


@pytest.mark.parametrize("backbone", ["mistral with a window", "llama, dynamic"])
def test_positions_and_masks_of_single_steps_equal_hf(backbone: str, tmp_path: Path) -> None:
    must.assert_generates_like_hf(config(backbone), BATCH, tmp_path)


def test_strict_about_weights(tmp_path: Path) -> None:
    must.assert_strict_about_weights(config(), BATCH, tmp_path)


class TestLlava(must.FamilyContract):
    config = staticmethod(config)
    batch = BATCH
    alone = ALONE
    hub_names = must.LLAVA_NAMES
