from __future__ import annotations

from transformers import SmolVLMConfig

from tests.families import assertions as must
from tests.families.checkpoints import IMAGE, TEXT, pixels, rows, words

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


class TestSmolVLM(must.FamilyContract):
    config = staticmethod(config)
    batch = BATCH
    alone = ALONE
