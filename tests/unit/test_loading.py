"""Loading checkpoints: what several threads may do."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
import torch
from transformers import PreTrainedModel, initialization

from tests import models
from tests.families.checkpoints import saved
from vlm_lens_native import ConfigError, HookedVLMTransformer


def test_threads_load_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """HF's loader swaps ``PreTrainedModel.tie_weights`` while it works: two at once would leave it swapped."""
    inside, most = [], []
    no_tie_weights, tie_weights = initialization.no_tie_weights, PreTrainedModel.tie_weights

    @contextmanager
    def slowly() -> Iterator[None]:
        with no_tie_weights():
            inside.append(True)
            time.sleep(0.05)
            most.append(len(inside))
            yield
            inside.pop()

    monkeypatch.setattr(initialization, "no_tie_weights", slowly)
    path = saved(models.hf_model("smolvlm"), tmp_path)
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda _: HookedVLMTransformer.from_pretrained(path), range(3)))
    assert PreTrainedModel.tie_weights is tie_weights
    assert most == [1, 1, 1]


def test_what_was_changed_on_hfs_modules_is_not_lost_without_a_word():
    hf = models.hf_model("qwen3_vl")
    layer = hf.model.language_model.layers[1]
    layer.self_attn.scaling = 0.5
    with pytest.raises(ConfigError, match=r"Layers differ.*0.5: 'layers.1.self_attn'"):
        HookedVLMTransformer.from_hf(hf)
    layer.self_attn.scaling = hf.model.language_model.layers[0].self_attn.scaling
    layer.input_layernorm.variance_epsilon = 0.1
    with pytest.raises(ConfigError, match=r"epsilon of layers.1.input_layernorm is 0.1"):
        HookedVLMTransformer.from_hf(hf)
    layer.input_layernorm.variance_epsilon = layer.post_attention_layernorm.variance_epsilon
    hf(input_ids=torch.ones(1, 2, dtype=torch.long), output_hidden_states=True)  # leaves hooks of HF's own
    assert not any("Hooks on" in note for note in HookedVLMTransformer.from_hf(hf).notes)
    plain = layer.mlp.__class__
    layer.mlp.__class__ = type("Louder", (plain,), {"__module__": __name__})
    assert any("layers.1.mlp of" in note and "classes" in note for note in HookedVLMTransformer.from_hf(hf).notes)
    layer.mlp.__class__ = plain
    assert not any("classes" in note for note in HookedVLMTransformer.from_hf(hf).notes)
    layer.mlp.register_forward_hook(lambda module, given, out: out * 2)
    assert any("Hooks on" in note for note in HookedVLMTransformer.from_hf(hf).notes)
    rounded = HookedVLMTransformer.from_hf(models.hf_model("qwen3_vl").to(torch.bfloat16))
    assert any("rounded its rotary frequencies" in note for note in rounded.notes)
