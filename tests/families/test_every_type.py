"""Wrappers times backbones: each loads and equals HF bit for bit, or is refused before a weight is read."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from transformers import LlamaConfig
from transformers.models.auto.configuration_auto import CONFIG_MAPPING

from tests.families import test_backbones, test_experts, test_wrappers
from tests.families.checkpoints import random_model, rows, saved, words
from tests.families.types import TYPES, batch_of, config_of
from vlm_lens_native import ConfigError, HookedVLMTransformer
from vlm_lens_native.families import all_backbones, all_wrappers, family_for
from vlm_lens_native.inputs.geometries import Runs

REFUSED = {
    "llava + gpt_oss": "attention sinks",
}
# built at HF's defaults, on the meta device alone
REFUSED_TYPES = {
    "blip-2": "opt",
    "florence2": "bart",
}
COMPARED = {*test_backbones.NAMES, *test_experts.NAMES, *test_wrappers.NAMES}  # there activation by activation
EAGER_ONLY = {"got_ocr2", "pp_chart2table", "llava + gemma2", "paligemma + gemma2"}
KERNELS = {
    **dict.fromkeys(EAGER_ONLY, ("eager",)),
    "deepseek_vl_hybrid": ("sdpa",),  # HF's SAM takes its kernel when it is built, and can't change
}


@pytest.mark.parametrize("name", [name for name in TYPES if name not in {*REFUSED, *COMPARED}])
def test_logits_equal_hf_under_every_kernel_plain_and_cached(name: str, tmp_path: Path) -> None:
    hf = random_model(config_of(name))
    saved(hf, tmp_path)
    batch = batch_of(name, hf)
    ours: Any = None
    for kernel in KERNELS.get(name, ("sdpa", "eager")):
        ours = HookedVLMTransformer.from_pretrained(tmp_path, attn_implementation=kernel)
        hf.set_attn_implementation(kernel)
        expected = hf(**ours._complete(batch, {})).logits
        assert torch.equal(ours(batch).logits, expected)
        logits, cache = ours.run_with_cache(batch)
        assert torch.equal(logits, expected)
        assert cache["pattern", ours.cfg.attention_layers[0]].shape[1] == ours.cfg.n_heads
    assert isinstance(ours.family.geometry, Runs) == any("have no boxes" in note for note in ours.notes)


@pytest.mark.parametrize("name", REFUSED)
def test_what_the_decoder_lacks_is_named_before_weights_are_read(name: str) -> None:
    with pytest.raises(ConfigError, match=REFUSED[name]):
        family_for(config_of(name))


@pytest.mark.parametrize("model_type", REFUSED_TYPES)
def test_types_of_other_designs_are_refused(model_type: str) -> None:
    with pytest.raises(ConfigError, match=REFUSED_TYPES[model_type]):
        family_for(CONFIG_MAPPING[model_type]())


@pytest.mark.parametrize("name", ["got_ocr2", "llava + siglip"])
def test_without_a_choice_each_part_has_hfs_kernel(name: str, tmp_path: Path) -> None:
    hf = random_model(config_of(name))
    ours = HookedVLMTransformer.from_pretrained(saved(hf, tmp_path))
    again = type(hf).from_pretrained(tmp_path)
    for part in ("text_config", "vision_config"):
        ours_part, hf_part = (getattr(model.config, part)._attn_implementation for model in (ours.hf, again))
        assert ours_part == hf_part
    both = {"text_config": "sdpa", "vision_config": "eager"}
    mixed = HookedVLMTransformer.from_pretrained(tmp_path, attn_implementation=both)
    assert mixed.hf_config.vision_config._attn_implementation == "eager"
    assert mixed.lm.hf_config._attn_implementation == "sdpa"
    with pytest.raises(ConfigError, match="flash_attention_2"):
        HookedVLMTransformer.from_pretrained(tmp_path, attn_implementation={"text_config": "flash_attention_2"})


def test_the_self_check_names_the_first_layer_that_differs(monkeypatch: pytest.MonkeyPatch) -> None:
    """It runs by itself for wrappers without a file, and on request for others."""
    monkeypatch.delitem(all_wrappers(), "llava")
    granite = all_backbones()["granite"]

    def wrong(text: LlamaConfig, outer: LlamaConfig):
        return replace(granite.decoder_config(text, outer), attention_scale=0.3)

    hf = random_model(config_of("llava + granite"))
    assert HookedVLMTransformer.from_hf(hf).family.is_derived
    monkeypatch.setitem(all_backbones(), "granite", replace(granite, decoder_config=wrong))
    with pytest.raises(ConfigError, match=r"GraniteModel.*layer 0 differs"):
        HookedVLMTransformer.from_hf(hf)


def test_a_copy_of_a_fused_gate_has_its_bits() -> None:
    """A half of one projection's output lies in memory with gaps, by which the activation function rounds."""
    config = config_of("glm4v")
    config.text_config.intermediate_size = 100  # no multiple of the width in which it is computed
    hf = random_model(config)
    model = HookedVLMTransformer.from_hf(hf)
    inputs = batch_of("glm4v", hf)
    logits = model(inputs).logits
    for name in ("lm.*.mlp.hook_pre", "lm.*.mlp.hook_pre_linear", "lm.*.mlp.hook_post"):
        assert torch.equal(model.run_with_hooks(inputs, [(name, lambda x, hook: x.clone())]), logits), name
    hooks = [("lm.*.hook_pre", lambda x, hook: None)]
    with model.hooks(fwd_hooks=hooks, bwd_hooks=[("lm.blocks.0.hook_resid_pre", lambda gradient, hook: None)]):
        assert torch.equal(model(inputs).logits, logits)


def test_one_key_value_head_has_hfs_bits() -> None:
    """HF's eager attention then multiplies with a view of the one head's keys, and bits follow the memory's layout."""
    config = config_of("llava + llama")
    config.text_config.num_key_value_heads = 1
    hf = random_model(config)
    hf.set_attn_implementation("eager")
    ours = HookedVLMTransformer.from_hf(hf)
    for n_pos in (8, 13):
        inputs = rows(words(n_pos, seed=1), words(n_pos - 3, seed=2), length=n_pos)
        assert torch.equal(ours(inputs).logits, hf(**inputs).logits)


def test_heads_of_which_all_entries_rotate_have_glms_bits() -> None:
    """HF joins rotated and other entries also where there are no others, which lays queries and keys out anew."""
    config = config_of("glm_ocr")
    config.text_config.head_dim = 18
    config.text_config.rope_parameters = {"rope_type": "default", "rope_theta": 1e6, "mrope_section": [3, 3, 3]}
    hf = random_model(config)
    inputs = rows(words(8, seed=1), words(5, seed=2), length=8)
    ours = HookedVLMTransformer.from_hf(hf)
    assert torch.equal(ours(inputs).logits, hf(**ours._complete(inputs, {})).logits)


def test_a_language_model_of_a_wrappers_own_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    llama = all_backbones()["llama"]
    monkeypatch.setitem(all_backbones(), "llama", replace(llama, hf_classes=("OtherModel",)))
    with pytest.raises(ConfigError, match="LlamaModel, for the text config 'llama'"):
        family_for(copy.deepcopy(config_of("llava + llama")))
