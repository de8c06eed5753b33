from __future__ import annotations

from typing import Any

import pytest
import torch
from transformers import Gemma3Config, Gemma3TextConfig, SiglipVisionConfig

from tests.families import assertions as must
from tests.families.checkpoints import END, IMAGE, START, TEXT, pixels, random_model, rows, words
from vlm_lens_native import HookedVLMTransformer, InputError

VISION = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 4}
SLIDING = ["sliding_attention", "full_attention"]


def config(**text: Any) -> Gemma3Config:
    settings = {**TEXT, "num_hidden_layers": 4, "head_dim": 24, "sliding_window": 6, "query_pre_attn_scalar": 20}
    return Gemma3Config(
        vision_config=SiglipVisionConfig(**VISION, image_size=28, patch_size=7),
        text_config=Gemma3TextConfig(**{**settings, "layer_types": SLIDING * 2, **text}),
        image_token_index=IMAGE,
        boi_token_index=START,
        eoi_token_index=END,
        mm_tokens_per_image=4,
    )


FIRST = [1, *words(2, seed=1), *[IMAGE] * 4, *words(3, seed=2), *[IMAGE] * 4, *words(2, seed=3)]
SECOND = [1, *words(3, seed=4), *[IMAGE] * 4, *words(2, seed=5)]
PIXELS = pixels(3, 3, 28, 28)


def typed(*texts: list[int], length: int, images: Any) -> dict[str, torch.Tensor]:
    given = rows(*texts, length=length)
    return {**given, "pixel_values": images, "token_type_ids": (given["input_ids"] == IMAGE).long()}


BATCH = typed(FIRST, SECOND, length=len(FIRST), images=PIXELS)
ALONE = [
    typed(FIRST, length=len(FIRST), images=PIXELS[:2]),
    typed(SECOND, length=len(SECOND), images=PIXELS[2:]),
]


class TestGemma3(must.FamilyContract):
    config = staticmethod(config)
    batch = BATCH
    alone = ALONE
    hub_names = must.LLAVA_NAMES


def test_missing_token_types_are_completed() -> None:
    """HF masks images causally without them, and answers something else."""
    model = HookedVLMTransformer.from_hf(random_model(config()))
    expected, untyped = model(BATCH).logits, {key: BATCH[key] for key in BATCH if key != "token_type_ids"}
    assert torch.equal(model(untyped).logits, expected)
    assert torch.equal(model(model.encode(untyped)).logits, expected)
    assert not torch.equal(model.hf(**untyped).logits, expected)
    tokens = [model.generate(inputs, max_new_tokens=3, do_sample=False) for inputs in (BATCH, untyped)]
    assert torch.equal(*tokens)


def test_an_image_is_not_split_by_a_prefill() -> None:
    model = HookedVLMTransformer.from_hf(random_model(config()))
    with pytest.raises(InputError, match="3 can be split off"):
        model.prefill(ALONE[0], 5)
