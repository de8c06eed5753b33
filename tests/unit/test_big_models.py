"""Models that don't fit: offloaded and quantised weights give exact hooks, and never enter arithmetic as they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor
from transformers import BitsAndBytesConfig

from tests import models
from tests.families.checkpoints import saved
from vlm_lens_native import HookedVLMTransformer, WeightsError
from vlm_lens_native.parity import check_parity
from vlm_lens_native.toys import toy_path
from vlm_lens_native.toys.scenes import Scene

VIEWS = ("W_Q", "W_K", "W_V", "W_O", "b_Q", "b_O")


def offloaded(family: str, path: Path) -> HookedVLMTransformer:
    """A model whose embedding, middle block and head are on disk."""
    checkpoint = saved(models.hf_model(family), path / "checkpoint")
    host, lm = models.model(family).hf, models.model(family).family.language_model
    outside = [name for name, _ in host.named_modules() if name.count(".") == 1 and name != lm]
    places = dict.fromkeys(outside, "cpu") | {f"{lm}.{part}": "cpu" for part in ("blocks.0", "blocks.2", "ln_final")}
    places |= dict.fromkeys([f"{lm}.embed_tokens", f"{lm}.blocks.1", "lm_head"], "disk")
    return HookedVLMTransformer.from_pretrained(checkpoint, device_map=places, offload_folder=path / "offloaded")


@pytest.mark.parametrize("family", models.NAMES)
def test_offloaded_models_give_the_same_activations(family: str, tmp_path: Path) -> None:
    model, whole, inputs = offloaded(family, tmp_path), models.model(family), models.inputs(family)
    assert model.lm.blocks[1].attn.q_proj.weight.device.type == "meta"
    assert model.device == torch.device("cpu")
    logits, cache = model.run_with_cache(inputs)
    expected_logits, expected = whole.run_with_cache(inputs)
    assert torch.equal(logits, expected_logits)
    assert set(cache) == set(expected)
    for name, value in cache.items():
        if name.endswith("hook_result"):  # by another product
            torch.testing.assert_close(value, expected[name], rtol=1e-4, atol=1e-5)
        else:
            assert torch.equal(value, expected[name]), name

    def second_head(result: Tensor, hook: object) -> None:
        result[:, :, 1] *= 2

    hooks = [("lm.blocks.1.attn.hook_result", second_head)]
    edited = whole.run_with_hooks(inputs, hooks)
    torch.testing.assert_close(model.run_with_hooks(inputs, hooks), edited, rtol=1e-3, atol=1e-4)
    assert not torch.allclose(edited, expected_logits, atol=1e-2)


def test_offloaded_weights_never_enter_arithmetic(tmp_path: Path) -> None:
    model = offloaded("llava", tmp_path)
    for view in VIEWS:
        assert torch.equal(
            getattr(model.lm.blocks[0].attn, view), getattr(models.model("llava").lm.blocks[0].attn, view)
        )
        with pytest.raises(WeightsError, match="offloaded or quantised"):
            getattr(model.lm.blocks[1].attn, view)
    for read in (lambda: model.W_E, lambda: model.W_U, lambda: model.b_U, lambda: model.lm.blocks[1].mlp.W_out):
        with pytest.raises(WeightsError, match="device_map"):
            read()


@pytest.mark.parametrize("toy", ["toy-llava", "toy-qwen3_vl"])
@pytest.mark.parametrize("bits", [8, 4])
def test_quantised_models_equal_hfs_and_their_views_are_refused(toy: str, bits: int) -> None:
    how = {"dtype": torch.float32, "device_map": "cpu", "quantization_config": quantised(bits)}
    model = HookedVLMTransformer.from_pretrained(toy, **how)
    assert type(model.lm.blocks[0].attn.q_proj).__name__ == {8: "Linear8bitLt", 4: "Linear4bit"}[bits]
    inputs = model.prepare_messages("How many circles?", Scene.random(3).image)
    theirs = type(model.hf).__mro__[1].from_pretrained(toy_path(toy), **how)
    report = check_parity(model, theirs, inputs)
    assert report.equal, report

    logits, cache = model.run_with_cache(inputs)
    assert torch.equal(logits, model(inputs).logits)
    with model.hooks([("lm.blocks.1.attn.hook_result", lambda x, hook: x * torch.tensor([1, 1, 2, 1])[:, None])]):
        out = model.run_with_cache(inputs, "lm.blocks.1.hook_attn_out")[1]["attn_out", 1]
    assert torch.equal(out, cache["attn_out", 1] + cache["result", 1][:, :, 2])  # and not the sum of all writes
    torch.testing.assert_close(cache["result", 1].sum(2), cache["attn_out", 1], rtol=0.02, atol=0.02)
    for read in (*(lambda view=view: getattr(model, view) for view in VIEWS), lambda: model.lm.blocks[0].mlp.W_in):
        with pytest.raises(WeightsError, match=f"Linear{bits}bit"):
            read()


def quantised(bits: int) -> BitsAndBytesConfig:
    outside = [
        "lm_head",
        "visual",
        "vision_tower",
    ]  # 4 bits want multiples of 64 columns, the toys' encoders have fewer
    how: dict[str, Any] = {8: {"load_in_8bit": True}, 4: {"load_in_4bit": True}}[bits]
    return BitsAndBytesConfig(**how, llm_int8_skip_modules=outside, bnb_4bit_compute_dtype=torch.float32)
