"""Phi 4 multimodal: a language model that holds its encoders, from HF's bits to boxes."""

from __future__ import annotations

import copy
import pickle
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from tests.families import assertions as must
from tests.families.checkpoints import random_model, rows, saved, words
from tests.families.types import batch_of, config_of
from tests.unit.inputs import families
from tests.unit.inputs import test_probing_families as probing
from tests.unit.inputs.test_probing import changed_tokens, noise
from vlm_lens_native import ConfigError, HookedVLMTransformer, WeightsError
from vlm_lens_native.parity import check_parity


@cache
def adopted() -> tuple[HookedVLMTransformer, Any, dict[str, Tensor]]:
    hf = random_model(config_of("phi4_multimodal"))
    return HookedVLMTransformer.from_hf(hf), hf, batch_of("phi4_multimodal", hf)


@pytest.mark.parametrize("dtype", must.DTYPES, ids=str)
@pytest.mark.parametrize("kernel", must.KERNELS)
def test_activations_and_logits_equal_hf(kernel: str, dtype: torch.dtype, tmp_path: Path) -> None:
    saved(random_model(config_of("phi4_multimodal")), tmp_path)
    ours, theirs = must.load_both(tmp_path, attn_implementation=kernel, dtype=dtype)
    inputs = must.in_dtype(batch_of("phi4_multimodal", theirs), dtype)
    report = check_parity(ours, theirs.requires_grad_(False), inputs)
    assert report.equal, report
    assert len(report.comparisons) > 40
    assert torch.equal(ours.run_with_cache(inputs)[0], ours(inputs).logits)
    assert torch.equal(ours(ours.encode(inputs)).logits, ours(inputs).logits)


def test_generates_like_hf(tmp_path: Path) -> None:
    model, hf, inputs = adopted()
    how = {"max_new_tokens": 5, "eos_token_id": None, "do_sample": False}
    expected = hf.generate(**inputs, **how)
    assert torch.equal(model.generate(inputs, **how), expected)
    assert torch.equal(model.generate(model.encode(inputs), **how), expected)
    must.assert_generates_like_hf(
        config_of("phi4_multimodal"), rows(words(15, seed=1), words(9, seed=2), length=15), tmp_path
    )


def test_speech_goes_through_hfs_encoder() -> None:
    model, hf, _ = adopted()
    generator = torch.Generator().manual_seed(0)
    speech = {
        "input_ids": torch.tensor([[1, 5, *[101] * 4, 7]]),
        "attention_mask": torch.ones(1, 7, dtype=torch.long),
        "audio_input_features": torch.randn(1, 32, 16, generator=generator),
        "audio_embed_sizes": torch.tensor([4]),
    }
    logits = hf(**speech).logits
    assert torch.equal(model(speech).logits, logits)
    silent = {**speech, "audio_input_features": speech["audio_input_features"] * 0}
    assert not torch.equal(model(silent).logits, logits)


@pytest.mark.parametrize("kernel", must.KERNELS)
def test_the_encoders_pattern_is_the_one_that_was_used(kernel: str) -> None:
    """HF's sdpa takes this encoder for a causal one where nothing is padding; its eager attention does not."""
    hf = random_model(config_of("phi4_multimodal"))
    hf.set_attn_implementation(kernel)
    model, inputs = HookedVLMTransformer.from_hf(hf), batch_of("phi4_multimodal", hf)
    unpadded = {**inputs, "image_attention_mask": torch.ones(3, 3, 4, 4)}
    row = [1, *[100] * (2 * 5 + 1 + 6), 2]
    unpadded |= {"input_ids": torch.tensor([row]), "attention_mask": torch.ones(1, len(row), dtype=torch.long)}
    unpadded |= {key: unpadded[key][:1] for key in ("image_pixel_values", "image_attention_mask", "image_sizes")}
    for given in (inputs, unpadded):
        _, cache = model.run_with_cache(given, "vision.blocks.0.attn.*")
        part = {key: cache[f"vision.blocks.0.attn.hook_{key}"] for key in ("pattern", "v", "z")}
        z = torch.einsum("ihqk,ikhd->iqhd", part["pattern"], part["v"])
        torch.testing.assert_close(z, part["z"], rtol=1e-4, atol=1e-5)
    looks_ahead = bool(part["pattern"].triu(1).any())
    assert looks_ahead == (kernel == "eager")


def test_hooks_in_the_encoder_act_and_copies_have_their_own() -> None:
    model, _, inputs = adopted()
    logits = model(inputs).logits
    names = model.hook_names(lambda name: name.startswith("vision."))
    assert {name.split(".")[2] for name in names} == {"0", "1"}  # the last block is behind what is read
    unused = HookedVLMTransformer.from_hf(random_model(config_of("phi4_multimodal")))
    pickled = pickle.loads(pickle.dumps(unused))  # HF's encoder, once it ran, holds functions that can't be
    for other in (model, copy.deepcopy(model), pickled):
        assert torch.equal(other(inputs).logits, logits)
        changed = other.run_with_hooks(inputs, [("vision.blocks.1.hook_resid_post", lambda x, hook: x * 0)])
        assert not torch.equal(changed, logits)
    with pytest.raises(Exception, match="once for each image"):
        model.run_with_cache(inputs, ["adapter.hook_in"])


def test_weights_are_views_of_one_projection() -> None:
    model, hf, _ = adopted()
    attn = model.lm.blocks[1].attn
    stored = hf.model.layers[1].self_attn.qkv_proj.weight
    views = (attn.W_Q, attn.W_K, attn.W_V)
    assert {view.untyped_storage().data_ptr() for view in views} == {stored.untyped_storage().data_ptr()}
    flat = torch.cat([view.mT.flatten(0, 1) for view in views])
    assert torch.equal(flat, stored)


def test_checkpoints(tmp_path: Path) -> None:
    hf = random_model(config_of("phi4_multimodal"))
    state = hf.state_dict()
    del state["model.layers.1.self_attn.qkv_proj.weight"]
    hf.save_pretrained(tmp_path, state_dict=state)
    with pytest.raises(WeightsError, match=r"lacks 1 weights.*qkv_proj"):
        HookedVLMTransformer.from_pretrained(tmp_path)
    assert HookedVLMTransformer.from_pretrained(saved(hf, tmp_path / "whole"), verify=True).notes == ()
    config = config_of("phi4_multimodal")
    config.attention_chunk_size = 4
    with pytest.raises(ConfigError, match="attention_chunk_size=4"):
        HookedVLMTransformer.from_hf(random_model(config))


def test_painted_pixels_are_seen_by_the_tokens_of_their_boxes() -> None:
    """Of the crops one, and of the view of the whole one; rows end in tokens without a place."""
    case = families.phi4()
    for size in ((180, 112), (460, 300)):
        probing.test_exactly_the_named_token_changes(families.phi4, size)
        table = case.builder.layout(case.builder.prepare_messages("?", pixels := noise(size))).table
        whole = np.flatnonzero(table.is_global[0] & (table.row[0] >= 0))
        boxes = table.box[0, whole]
        shown = whole[(boxes[:, 2:] - boxes[:, :2]).min(-1) >= 5]  # what lies in padding has a box without area
        assert len(shown) > 50
        for position in shown[[0, len(shown) // 2, -1]]:
            _, changed = changed_tokens(case, [pixels], 0, probing.middle(table.box[0, position]))
            assert [int(p) for p in changed if table.is_global[0, p]] == [position]
