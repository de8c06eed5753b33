"""The check against HF sees what it should see: a difference, and where it begins."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from tests import models
from tests.families.checkpoints import random_model
from tests.families.test_llava import BATCH, config
from tests.families.types import config_of
from vlm_lens_native import HookedVLMTransformer
from vlm_lens_native.cli import main
from vlm_lens_native.parity import check_parity, random_inputs

ROOT = Path(__file__).parents[2]


@pytest.fixture
def pair() -> tuple[HookedVLMTransformer, torch.nn.Module]:
    return HookedVLMTransformer.from_hf(random_model(config())), random_model(config())


def test_equal_models_are_equal(pair) -> None:
    report = check_parity(*pair, BATCH)
    assert report.equal
    assert report.first_difference is None
    assert len(report.to_dataframe()) == len(report.comparisons) > 40
    assert "all equal" in str(report)
    shown = {comparison.name for comparison in report.comparisons}
    assert shown | set(report.unseen) == {*pair[0].hook_names(), "logits"}


@pytest.mark.parametrize(
    ("weight", "first"),
    [
        ("blocks.1.ln1.weight", "lm.blocks.1.attn.hook_in"),
        ("blocks.1.attn.k_proj.weight", "lm.blocks.1.attn.hook_k"),
        ("blocks.1.attn.o_proj.weight", "lm.blocks.1.hook_attn_out"),
        ("blocks.2.mlp.up_proj.weight", "lm.blocks.2.mlp.hook_pre_linear"),
        ("ln_final.weight", "logits"),
    ],
)
def test_the_first_difference_is_named(pair, weight: str, first: str) -> None:
    model, hf_model = pair
    with torch.no_grad():
        model.lm.get_parameter(weight).flatten()[3] *= 1.001
    report = check_parity(model, hf_model, BATCH)
    assert not report.equal
    assert report.first_difference is not None
    assert report.first_difference.name == first
    assert f"first difference: {first}" in str(report)


FORMS = {  # of pixel values, by one type that takes them; None where the config alone doesn't say
    "glm4v": (32, 1176),
    "mistral3": (2, 3, 16, 16),
    "gemma3": (2, 3, 28, 28),
    "smolvlm": (2, 1, 3, 64, 64),
    "mllama": None,
}


@pytest.mark.parametrize("name", FORMS)
def test_random_inputs_have_images_where_the_config_says_how_large(name: str) -> None:
    model, hf_model = HookedVLMTransformer.from_hf(random_model(config_of(name))), random_model(config_of(name))
    hf_model.set_attn_implementation("eager")  # which shows patterns, of the layers that run
    model.hf.set_attn_implementation("eager")
    inputs = random_inputs(model, hf_model)
    pixels = inputs.get("pixel_values")
    assert (None if pixels is None else tuple(pixels.shape)) == FORMS[name]
    assert inputs["attention_mask"].sum(1).unique().numel() == 2
    report = check_parity(model, hf_model, inputs)
    assert report.equal, str(report)
    assert any(each.name.endswith("hook_pattern") for each in report.comparisons)
    name, first = ("lm.blocks.2.hook_mlp_out",) * 2 if pixels is None else ("adapter.hook_out", "lm.hook_embed")
    with model.hooks([(name, lambda activation, hook: activation + 1)]):
        wrong = check_parity(model, hf_model, inputs).first_difference
    assert wrong is not None
    assert wrong.name == first


def test_a_swapped_rotary_layout_is_seen() -> None:
    model, inputs = models.fresh("qwen2_5_vl"), models.inputs("qwen2_5_vl")
    other = models.fresh("qwen2_5_vl")
    object.__setattr__(model.cfg.rotary, "layout", "interleaved")
    assert not torch.equal(model(inputs).logits, other(inputs).logits)


@pytest.mark.parametrize("broken", [False, True], ids=["equal", "different"])
def test_the_command_says_so_by_its_exit_status(broken: bool, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    load = HookedVLMTransformer.from_pretrained

    def load_broken(*args: object, **kwargs: object) -> HookedVLMTransformer:
        model = load(*args, **kwargs)
        with torch.no_grad():
            model.lm.get_parameter("blocks.2.mlp.down_proj.weight")[0, 0] += 1
        return model

    if broken:
        monkeypatch.setattr(HookedVLMTransformer, "from_pretrained", load_broken)
    status = main(["verify", "toy-qwen3_vl", "--dtype", "float32", "--attention", "sdpa"])
    assert status == int(broken)
    said = capsys.readouterr().out.partition(" activations compared")[2]
    assert ("lm.blocks.2.hook_mlp_out" in said) == broken
