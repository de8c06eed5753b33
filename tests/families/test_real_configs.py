"""``config.json`` files as released, or as fine-tuning tools write them; only sizes and token ids were made small."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file
from transformers import AutoConfig, AutoModelForImageTextToText

from tests.families.checkpoints import random_model, saved
from tests.families.types import batch_of, config_of
from vlm_lens_native import ConfigError, HookedVLMTransformer

CONFIGS = {
    "smolvlm2": "smolvlm",
    "smolvlm_first": "idefics3",
    "qwen2_5_vl_4_55": "qwen2_5_vl",
    "qwen2_5_vl_unsloth": "qwen2_5_vl",
}
FILES = Path(__file__).parent / "real_configs"


def checkpoint(name: str, path: Path) -> Path:
    """Weights for a config, beside the file as it was found."""
    text = (FILES / f"{name}.json").read_text()
    (path / "config.json").write_text(text)
    saved(random_model(AutoConfig.from_pretrained(path)), path)
    (path / "config.json").write_text(text)
    return path


@pytest.mark.parametrize("name", CONFIGS)
def test_it_loads_with_hfs_logits_and_says_what_nobody_reads(name: str, tmp_path: Path) -> None:
    checkpoint(name, tmp_path)
    theirs = AutoModelForImageTextToText.from_pretrained(tmp_path).requires_grad_(False)
    batch = batch_of(CONFIGS[name], theirs)
    ours = HookedVLMTransformer.from_pretrained(tmp_path, verify=True)
    assert torch.equal(ours(batch).logits, theirs(**ours._complete(batch, {})).logits)
    assert any("does not read" in note for note in ours.notes)


def as_written(name: str) -> dict[str, Any]:
    """A tiny model's config with every key."""
    return json.loads(config_of(name).to_json_string(use_diff=False))


def flat_qwen(**changes: Any) -> dict[str, Any]:
    """Qwen-VL's config as transformers before 4.52 wrote it: the text model's keys stand outside."""
    found = json.loads((FILES / "qwen2_5_vl_4_55.json").read_text())
    del found["text_config"]
    return {**found, "sliding_window": 32768, "transformers_version": "4.49.0", **changes}


def older_text(name: str, **changes: Any) -> dict[str, Any]:
    """A text config with the keys that ``rope_parameters`` came for."""
    text = as_written(name)["text_config"]
    return {key: value for key, value in text.items() if key not in ("rope_parameters", "layer_types")} | changes


_OLDER = {
    "qwen2_5_vl, 4.49 (UI-TARS 1.5)": ("qwen2_5_vl", lambda: flat_qwen(use_cache=False)),
    "qwen2_vl, 4.45 (UI-TARS, olmOCR)": (
        "qwen2_vl",
        lambda: flat_qwen(
            model_type="qwen2_vl",
            rope_scaling={"mrope_section": [2, 3, 3], "type": "mrope"},
            vision_config={"depth": 2, "embed_dim": 32, "hidden_size": 64, "num_heads": 4, "mlp_ratio": 2}
            | {"in_chans": 3, "in_channels": 3, "model_type": "qwen2_vl", "spatial_patch_size": 14, "patch_size": 14},
        ),
    ),
    "gemma3, 4.50": (
        "gemma3",
        lambda: (
            as_written("gemma3")
            | {"boi_token_index": 98, "eoi_token_index": 99, "eos_token_id": [1, 106]}
            | {
                "text_config": older_text(
                    "gemma3",
                    rope_theta=1e6,
                    rope_local_base_freq=1e4,
                    rope_scaling={"factor": 8.0, "rope_type": "linear"},
                    sliding_window=5,
                    sliding_window_pattern=2,
                    cache_implementation="hybrid",
                )
            }
        ),
    ),
    "internvl3, 4.52": (
        "internvl + qwen2",
        lambda: (
            as_written("internvl + qwen2")
            | {
                "text_config": older_text(
                    "internvl + qwen2",
                    rope_theta=1e6,
                    rope_scaling={"factor": 2.0, "rope_type": "dynamic", "type": "dynamic"},
                    max_window_layers=70,
                    use_bfloat16=True,
                    _attn_implementation_autoset=True,
                )
            }
        ),
    ),
}


@pytest.mark.parametrize("name", _OLDER)
def test_what_older_versions_wrote_loads_with_hfs_logits(name: str, tmp_path: Path) -> None:
    kind, make = _OLDER[name]
    (tmp_path / "config.json").write_text(text := json.dumps(make()))
    saved(random_model(AutoConfig.from_pretrained(tmp_path)), tmp_path)
    (tmp_path / "config.json").write_text(text)
    theirs = AutoModelForImageTextToText.from_pretrained(tmp_path).requires_grad_(False)
    batch = batch_of(kind, theirs)
    ours = HookedVLMTransformer.from_pretrained(tmp_path, verify=True)
    assert torch.equal(ours(batch).logits, theirs(**ours._complete(batch, {})).logits)


def test_another_code_bases_config_is_refused_as_such(tmp_path: Path) -> None:
    old = {"model_type": "llava", "architectures": ["LlavaLlamaForCausalLM"], "mm_hidden_size": 1024}
    (tmp_path / "config.json").write_text(json.dumps(old))
    with pytest.raises(ConfigError, match="LlavaLlamaForCausalLM"):
        HookedVLMTransformer.from_pretrained(tmp_path)


def test_rotary_frequencies_in_a_file_are_dropped_as_hf_drops_them(tmp_path: Path) -> None:
    hf = random_model(config_of("llava + llama"))
    file = saved(hf, tmp_path) / "model.safetensors"
    weights = load_file(file)
    for layer in range(3):
        weights[f"language_model.model.layers.{layer}.self_attn.rotary_emb.inv_freq"] = torch.ones(8)
    save_file(weights, file, metadata={"format": "pt"})
    batch = batch_of("llava + llama", hf)
    assert torch.equal(HookedVLMTransformer.from_pretrained(tmp_path)(batch).logits, hf(**batch).logits)


@pytest.mark.parametrize("tied", [False, True])
def test_a_head_in_the_file_is_used_as_hf_uses_it(tied: bool, tmp_path: Path) -> None:
    config = config_of("llava + llama")
    file = saved(random_model(config), tmp_path) / "model.safetensors"
    settings = json.loads((tmp_path / "config.json").read_text())
    settings["tie_word_embeddings"] = settings["text_config"]["tie_word_embeddings"] = tied
    (tmp_path / "config.json").write_text(json.dumps(settings))
    theirs = AutoModelForImageTextToText.from_pretrained(tmp_path).requires_grad_(False)
    batch = batch_of("llava + llama", theirs)
    assert torch.equal(HookedVLMTransformer.from_pretrained(tmp_path)(batch).logits, theirs(**batch).logits)
    assert any("lm_head" in name for name in load_file(file))
