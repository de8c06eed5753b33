from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import torch
from transformers import Gemma2Config, GemmaConfig, PaliGemmaConfig, SiglipVisionConfig

from tests.families import assertions as must
from tests.families.checkpoints import IMAGE, TEXT, pixels, random_model, rows, saved, words
from tests.families.identities import IDENTITIES
from vlm_lens_native import HookedVLMTransformer, InputError

VISION = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 4}
GEMMA2 = {"num_hidden_layers": 4, "head_dim": 24, "sliding_window": 6, "query_pre_attn_scalar": 20}
BACKBONES = {
    "gemma": GemmaConfig(**TEXT, head_dim=24),
    "gemma2": Gemma2Config(
        **{**TEXT, **GEMMA2}, attn_logit_softcapping=5.0, final_logit_softcapping=7.0, tie_word_embeddings=False
    ),
}


def config(backbone: str = "gemma") -> PaliGemmaConfig:
    return PaliGemmaConfig(
        vision_config=SiglipVisionConfig(**VISION, image_size=28, patch_size=14, vision_use_head=False),
        text_config=BACKBONES[backbone],
        image_token_index=IMAGE,
        projection_dim=64,
        hidden_size=64,
        vocab_size=128,
        tie_word_embeddings=False,
    )


FIRST = [*[IMAGE] * 4, 1, *words(3, seed=1), *words(4, seed=2)]
SECOND = [*[IMAGE] * 4, 1, *words(2, seed=3), *words(3, seed=4)]
TEXT_ALONE = torch.tensor([[1, *words(7, seed=5)]])
PIXELS = pixels(2, 3, 28, 28)


def typed(*texts: list[int], suffixes: list[int], length: int, images: Any) -> dict[str, torch.Tensor]:
    """0 in image and prompt, which see each other, 1 in the suffix, which is causal."""
    given = rows(*texts, length=length)
    types = torch.zeros_like(given["input_ids"])
    for row, n_suffix in enumerate(suffixes):
        types[row, length - n_suffix :] = 1
    return {**given, "pixel_values": images, "token_type_ids": types}


BATCH = typed(FIRST, SECOND, suffixes=[4, 3], length=len(FIRST), images=PIXELS)
ALONE = [
    typed(FIRST, suffixes=[4], length=len(FIRST), images=PIXELS[:1]),
    typed(SECOND, suffixes=[3], length=len(SECOND), images=PIXELS[1:]),
]


class TestPaliGemma(must.FamilyContract):
    config = staticmethod(config)
    batch = BATCH
    alone = ALONE
    hub_names = must.LLAVA_NAMES


@cache
def tiny(backbone: str) -> HookedVLMTransformer:
    hf = random_model(config(backbone))
    hf.set_attn_implementation("eager")
    return HookedVLMTransformer.from_hf(hf)


@pytest.mark.parametrize("dtype", must.DTYPES, ids=str)
def test_gemma2_equals_hf_with_its_caps(dtype: torch.dtype, tmp_path: Path) -> None:
    must.assert_equal_to_hf(config("gemma2"), BATCH, tmp_path, dtype=dtype, kernel="eager")


def test_gemma2_generates_like_hf(tmp_path: Path) -> None:
    path = saved(random_model(config("gemma2")), tmp_path)
    ours, theirs = must.load_both(path, attn_implementation="eager")
    how = {"max_new_tokens": 6, "do_sample": False, "eos_token_id": None, "suppress_tokens": [IMAGE]}
    expected = theirs.generate(**BATCH, **how)
    assert torch.equal(ours.generate(BATCH, **how), expected)
    assert torch.equal(ours.generate(ours.encode(BATCH), **how), expected)


@pytest.mark.parametrize("identity", IDENTITIES, ids=lambda identity: identity.__name__)
@pytest.mark.parametrize("backbone", BACKBONES)
def test_every_analysis_is_exact_with_a_suffix(backbone: str, identity: Any) -> None:
    identity(tiny(backbone), BATCH)


@pytest.mark.parametrize("kernel", ["sdpa", "eager"])
@pytest.mark.parametrize("batch", [BATCH, ALONE[0], {"input_ids": TEXT_ALONE}], ids=["padded", "alone", "text"])
def test_without_token_types_tokens_see_what_hf_lets_them(batch: dict[str, torch.Tensor], kernel: str) -> None:
    """All of each other under sdpa, if none is padded; else those before them. It is told."""
    hf = random_model(config())
    hf.set_attn_implementation(kernel)
    model = HookedVLMTransformer.from_hf(hf)
    untyped = {key: value for key, value in batch.items() if key != "token_type_ids"}
    with pytest.warns(UserWarning, match="no token_type_ids"):
        logits, cache = model.run_with_cache(untyped)
    assert torch.equal(logits, hf(**untyped).logits)
    with pytest.warns(UserWarning, match="no token_type_ids"):
        encoded = model.encode(untyped)
    assert torch.equal(model(encoded).logits, logits)
    assert bool(encoded.closed_before(3)) != (kernel == "sdpa" and batch is not BATCH)
    sees_ahead = cache["lm.blocks.0.attn.hook_pattern"][0].triu(1).any()
    assert sees_ahead == (kernel == "sdpa" and batch is not BATCH)


@pytest.mark.parametrize("how", [{}, {"use_cache": False}, {"cache_implementation": "static"}], ids=str)
@pytest.mark.filterwarnings("ignore:The inputs have no token_type_ids")
def test_without_token_types_it_generates_like_hf(how: dict[str, Any]) -> None:
    """Each cache has HF make its masks elsewhere."""
    hf = random_model(config())
    model = HookedVLMTransformer.from_hf(copy.deepcopy(hf))
    how = {**how, "max_new_tokens": 6, "do_sample": False, "eos_token_id": None, "suppress_tokens": [IMAGE]}
    for batch in ({"input_ids": TEXT_ALONE}, ALONE[0]):
        untyped = {key: value for key, value in batch.items() if key != "token_type_ids"}
        expected = hf.generate(**untyped, **how)
        assert torch.equal(model.generate(untyped, **how), expected)
        assert torch.equal(model.generate(model.encode(untyped), **how), expected)


def test_centring_capped_logits_raises() -> None:
    model = HookedVLMTransformer.from_hf(random_model(config("gemma2")))
    if model.cfg.logits_cap is None:
        pytest.skip("before transformers 5.23 PaliGemma left out the cap of its logits")
    with pytest.raises(InputError, match="soft cap"):
        model.process_weights(center_unembed=True)
    assert "center_unembed" not in model.process_weights().processing
