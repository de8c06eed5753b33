"""Dictionaries from files are those that were written, and files that leave something open are refused."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor

from tests import models
from vlm_lens_native import InputError, dictionaries

D, N = models.model("llava").cfg.d_model, 20
PLACE = "lm.blocks.1.hook_resid_post"


def drawn(*shape: int, seed: int) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed)) / 4


W_enc, b_enc, W_dec, b_dec, THRESHOLD, W_skip, X = (
    drawn(*shape, seed=seed) for seed, shape in enumerate([(D, N), (N,), (N, D), (D,), (N,), (D, D), (7, D)])
)
PLAIN = {"W_enc": W_enc, "b_enc": b_enc, "W_dec": W_dec, "b_dec": b_dec}


def test_a_file_of_gemma_scope_is_a_jumprelu(tmp_path: Path):
    threshold = THRESHOLD.abs()
    np.savez(tmp_path / "params.npz", **{k: v.numpy() for k, v in (PLAIN | {"threshold": threshold}).items()})
    sae = dictionaries.load(tmp_path / "params.npz", PLACE)
    before = X @ W_enc + b_enc
    expected = torch.where(before > threshold, before, 0)
    assert 0 < int((expected != 0).sum()) < int((before > 0).sum())
    torch.testing.assert_close(sae.encode(X), expected)
    torch.testing.assert_close(sae.decode(expected), expected @ W_dec + b_dec)
    model, inputs = models.model("llava"), models.inputs("llava")
    names = [f"{PLACE}.hook_sae_acts_pre", f"{PLACE}.hook_sae_acts_post"]
    logits, cache = model.run_with_cache_with_saes(inputs, sae, [PLACE, *names], use_error_term=True)
    assert torch.equal(logits, model(inputs).logits)
    tokens = inputs["attention_mask"].bool()
    torch.testing.assert_close(cache[names[1]][tokens], sae.encode(cache[PLACE])[tokens])
    torch.testing.assert_close(cache[names[0]][tokens], (cache[PLACE] @ W_enc + b_enc)[tokens])
    assert not any(weight.requires_grad for weight in sae.parameters())


def test_a_transcoder_reads_and_writes_where_it_is_said_and_skips(tmp_path: Path):
    save_file(PLAIN | {"W_skip": W_skip}, tmp_path / "it.safetensors")
    with pytest.raises(InputError, match="say which"):
        dictionaries.load(tmp_path, PLACE)  # of SAEs, b_dec may be taken off first
    reads, writes = "lm.blocks.1.mlp.hook_in", "lm.blocks.1.hook_mlp_out"
    it = dictionaries.load(tmp_path, (reads, writes), kind="relu", dtype=torch.float64)
    assert it.W_enc.dtype == torch.float64
    model, inputs = models.model("llava"), models.inputs("llava")
    cache = model.run_with_cache_with_saes(inputs, it, [reads, writes])[1]
    x, y = (cache[name][inputs["attention_mask"].bool()].double() for name in (reads, writes))
    expected = (x @ W_enc.double() + b_enc).relu() @ W_dec.double() + b_dec + x @ W_skip.double().T
    torch.testing.assert_close(y, expected, atol=1e-5, rtol=1e-5)


@pytest.mark.parametrize("kind", ["AutoEncoder", "AutoEncoderNew", "AutoEncoderTopK", "BatchTopKSAE"])
def test_files_of_dictionary_learning_are_read_by_what_is_in_them(kind: str, tmp_path: Path):
    """As its code encodes, though it is not installed."""
    weights = {"encoder.weight": W_enc.T, "encoder.bias": b_enc, "decoder.weight": W_dec.T}
    weights |= {{"AutoEncoder": "bias", "AutoEncoderNew": "decoder.bias"}.get(kind, "b_dec"): b_dec}
    if "TopK" in kind:
        weights |= {"k": torch.tensor(3), "threshold": torch.tensor(0.2)}
    torch.save(weights, tmp_path / "ae.pt")
    (tmp_path / "config.json").write_text(json.dumps({"trainer": {"dict_class": kind}}))
    before = (X if kind == "AutoEncoderNew" else X - b_dec) @ W_enc + b_enc
    least = {"AutoEncoderTopK": before.topk(3).values[:, -1:] - 1e-6, "BatchTopKSAE": 0.2}.get(kind, 0)
    expected = torch.where(before > least, before, 0).relu()
    sae = dictionaries.load(tmp_path)
    torch.testing.assert_close(sae.encode(X), expected)
    torch.testing.assert_close(sae.decode(expected), expected @ W_dec + b_dec)


LEARNT = {
    "dictionary.AutoEncoder": {},
    "dictionary.AutoEncoderNew": {},
    "dictionary.GatedAutoEncoder": {},
    "dictionary.JumpReluAutoEncoder": {},
    "trainers.top_k.AutoEncoderTopK": {"k": 3},
    "trainers.batch_top_k.BatchTopKSAE": {"k": 3},
    "trainers.matryoshka_batch_top_k.MatryoshkaBatchTopKSAE": {"k": 3, "group_sizes": [8, 12]},
}


@pytest.mark.parametrize("name", LEARNT)
def test_what_dictionary_learning_trained_encodes_as_there(name: str, tmp_path: Path):
    pytest.importorskip("dictionary_learning", reason="dictionary_learning is not installed", exc_type=ImportError)
    module, _, kind = f"dictionary_learning.{name}".rpartition(".")
    theirs: Any = getattr(importlib.import_module(module), kind)(D, N, **LEARNT[name])
    state = theirs.state_dict()
    for nth, (key, value) in enumerate(state.items()):
        if value.is_floating_point():
            value.copy_(drawn(*value.shape, seed=nth).abs() if key == "threshold" else drawn(*value.shape, seed=nth))
    torch.save(state, tmp_path / "ae.pt")
    if "k" in LEARNT[name] and "group_sizes" not in LEARNT[name]:
        with pytest.raises(InputError, match=r"centred_topk.* or .*centred_jumprelu.*say which"):
            dictionaries.load(tmp_path)
    (tmp_path / "config.json").write_text(json.dumps({"trainer": {"dict_class": kind}}))
    ours = dictionaries.load(tmp_path)
    acts = theirs.encode(X)
    assert acts.any()
    torch.testing.assert_close(ours.encode(X), acts)
    torch.testing.assert_close(ours.decode(acts), theirs.decode(acts))


def test_saelens_loads_its_own(tmp_path: Path):
    pytest.importorskip("sae_lens", reason="SAELens is not installed (the extra 'sae')")
    from tests.unit.test_splicing_saelens import dictionary

    theirs = dictionary("topk")
    theirs.save_model(tmp_path)
    ours = dictionaries.load(tmp_path)
    assert type(ours) is type(theirs)
    assert torch.equal(ours.encode(X), theirs.encode(X))
    assert dictionaries.load(tmp_path, PLACE).cfg.metadata.hook_name == PLACE


def test_saelenss_that_are_for_training_or_look_back_are_refused(tmp_path: Path):
    lens: Any = pytest.importorskip("sae_lens", reason="SAELens is not installed (the extra 'sae')")
    config = lens.BatchTopKTrainingSAEConfig(d_in=D, d_sae=N, k=4)
    lens.BatchTopKTrainingSAE(config).save_model(tmp_path / "training")
    with pytest.raises(InputError, match=r"batchtopk.*save_inference_model"):
        dictionaries.load(tmp_path / "training")
    config = lens.TemporalSAEConfig(d_in=D, d_sae=N, n_heads=2, bottleneck_factor=2, kval_topk=4)
    lens.TemporalSAE(config).save_model(tmp_path / "temporal")
    with pytest.raises(InputError, match="TemporalSAE predicts"):
        dictionaries.load(tmp_path / "temporal")


def test_gated_ones_have_magnitudes_where_the_gate_is_open(tmp_path: Path):
    gate, r_mag = drawn(N, seed=7), drawn(N, seed=8)
    weights = {"encoder.weight": W_enc.T, "decoder.weight": W_dec.T, "decoder_bias": b_dec}
    torch.save(weights | {"gate_bias": gate, "mag_bias": b_enc, "r_mag": r_mag}, tmp_path / "ae.pt")
    sae = dictionaries.load(tmp_path)
    found = (X - b_dec) @ W_enc
    magnitude = (r_mag.exp() * found + b_enc).relu()
    expected = torch.where(found > -gate, magnitude, 0)
    assert 0 < int((expected != 0).sum()) < int((magnitude != 0).sum())
    torch.testing.assert_close(sae.encode(X), expected)
    torch.testing.assert_close(sae.decode(expected), expected @ W_dec + b_dec)


def test_what_is_no_dictionary_is_refused(tmp_path: Path):
    with pytest.raises(InputError, match="is not there"):
        dictionaries.load(tmp_path / "params.npz")
    with pytest.raises(InputError, match="holds none"):
        dictionaries.load(tmp_path)
    save_file({"W_enc": W_enc, "gate": b_enc}, tmp_path / "gated.safetensors")
    with pytest.raises(InputError, match="W_enc, gate: of no dictionary"):
        dictionaries.load(tmp_path)
    (tmp_path / "gated.safetensors").write_bytes(b"no")
    with pytest.raises(InputError, match="can't be read as weights"):
        dictionaries.load(tmp_path)
    torch.save({"W_enc": Path("x")}, tmp_path / "pickled.pt")
    with pytest.raises(InputError, match="can't be read as weights"):
        dictionaries.load(tmp_path / "pickled.pt")
