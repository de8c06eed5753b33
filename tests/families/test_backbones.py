"""Backbones whose blocks differ from Llama's: activations and generation, each in a wrapper that has it.

`test_contract` proves the analyses of all; `test_variants`, for each field that these set.
"""

from __future__ import annotations

from pathlib import Path
from types import MethodType
from typing import Any

import pytest
import torch
from transformers import GenerationMixin

from tests.families import assertions as must
from tests.families.checkpoints import random_model, saved
from tests.families.types import batch_of, config_of
from vlm_lens_native import HookedVLMTransformer
from vlm_lens_native.components.rotary import rotate
from vlm_lens_native.parity import check_parity

NAMES = (
    "glm4v", "glm46v", "glm_ocr", "llava + granite", "granite_docling", "hyperclovax_vision_v2",
    "mistral3 + ministral3", "cohere2_vision", "exaone4_5", "granite4_vision",
    "molmo2", "molmo2 + olmo", "llava + olmo2", "llava + phi3",
)  # fmt: skip
EACH = pytest.mark.parametrize("name", NAMES)


@EACH
@pytest.mark.parametrize(("kernel", "dtype"), must.EACH, ids=must.KERNELS)
def test_activations_and_logits_equal_hf(name: str, kernel: str, dtype: torch.dtype, tmp_path: Path) -> None:
    hf = random_model(config_of(name))
    batch = must.in_dtype(batch_of(name, hf), dtype)
    saved(hf.to(dtype), tmp_path)
    ours, theirs = must.load_both(tmp_path, attn_implementation=kernel)
    report = check_parity(ours, theirs.requires_grad_(False), ours._complete(batch, {}))
    assert report.equal, report
    assert len(report.comparisons) > 40
    assert torch.equal(ours.run_with_cache(batch)[0], ours(batch).logits)


@pytest.mark.parametrize("name", [name for name in NAMES if "glm" not in name and name != "granite4_vision"])
def test_generates_like_hf(name: str, tmp_path: Path) -> None:
    hf = random_model(config_of(name))
    ours = HookedVLMTransformer.from_pretrained(saved(hf, tmp_path))
    must.assert_generates_like_hf(hf.config, ours._complete(batch_of(name, hf), {}), tmp_path)


def _with_layers_in_order(self: Any, input_ids: torch.Tensor, outputs: Any, expand_size: int = 1, **_: Any) -> Any:
    """Granite 4 Vision's features by layer, of a batch whose first row has two images and whose second one has one."""
    by_layer = outputs["image"].deepstack_features
    outputs["image"].deepstack_features = [
        (layer, [*(first, second) * expand_size, *[third] * expand_size]) for layer, (first, second, third) in by_layer
    ]
    return outputs


@pytest.mark.parametrize("name", ["glm46v", "granite4_vision"])
def test_beams_get_their_images_in_order(name: str, tmp_path: Path) -> None:
    """HF's classes hand the beams of a row with two images A, A, B, B; its own newer method, A, B, A, B."""
    ours, theirs = must.load_both(saved(random_model(config_of(name)), tmp_path))
    inputs = ours._complete(batch_of(name, theirs), {})
    how = {"max_new_tokens": 6, "eos_token_id": None, "do_sample": False}
    assert torch.equal(ours.generate(**inputs, **how), theirs.generate(**inputs, **how))
    adopted = HookedVLMTransformer.from_hf(theirs)
    if name == "glm46v":
        in_order = MethodType(GenerationMixin._expand_multimodal_outputs, theirs)
    else:
        in_order = MethodType(_with_layers_in_order, theirs)
    theirs._expand_multimodal_outputs = in_order
    for beams in (1, 3):
        expected = theirs.generate(**inputs, **how, num_beams=beams)
        assert torch.equal(ours.generate(**inputs, **how, num_beams=beams), expected)
        assert torch.equal(ours.generate(ours.encode(inputs), **how, num_beams=beams), expected)
        assert torch.equal(adopted.generate(inputs, **how, num_beams=beams), expected)


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float32, torch.float64])
@pytest.mark.parametrize("waves", [torch.bfloat16, torch.float32])
def test_turning_is_as_precise_as_the_more_precise_of_both(dtype: torch.dtype, waves: torch.dtype) -> None:
    x = torch.randn(2, 3, 5, 8).to(dtype)
    cos, sin = (each.to(waves) for each in (torch.rand(2, 1, 5, 8), torch.rand(2, 1, 5, 8)))
    given = x.clone()
    expected = x * cos + torch.cat([-x[..., 4:], x[..., :4]], dim=-1) * sin
    turned = rotate(x, cos, sin)
    assert turned.dtype == expected.dtype
    assert torch.equal(turned, expected)
    assert torch.equal(x, given)


def test_long_sequences_have_frequencies_of_their_own() -> None:
    """Those of Phi's longrope; a prompt that is prefilled in parts has those of the whole."""
    config = config_of("llava + phi3")
    config.text_config.original_max_position_embeddings = 12
    config.text_config.rope_parameters["original_max_position_embeddings"] = 12
    hf = random_model(config)
    model, inputs = HookedVLMTransformer.from_hf(hf), batch_of("llava + phi3", hf)
    short = {key: value[1:, -9:] for key, value in inputs.items() if key != "pixel_values"}
    short["input_ids"] = short["input_ids"].clamp(max=90)
    for given in (inputs, short, inputs):
        assert torch.equal(model(given).logits, hf(**given).logits)
    logits, encoded = model(inputs).logits, model.encode(inputs)
    rest = model(model.prefill(encoded, 6)).logits
    torch.testing.assert_close(rest[0], logits[0, 6:], rtol=1e-3, atol=1e-3)
    how = {"max_new_tokens": 6, "eos_token_id": None, "do_sample": False}  # beyond 12 positions
    assert torch.equal(model.generate(short, **how), hf.generate(**short, **how))
