"""Weights of all layers: views, not copies, that write through."""

from __future__ import annotations

import pytest
import torch
from fancy_einsum import einsum

from tests import models
from tests.memory import PeakBytes
from vlm_lens_native import InputError
from vlm_lens_native.weights import FactoredMatrix

NAMES = ["W_Q", "W_K", "W_V", "W_O", "W_gate", "W_in", "W_out"]
BIASES = ["b_Q", "b_K", "b_V", "b_O", "b_gate", "b_in", "b_out"]


@pytest.mark.parametrize("family", models.NAMES)
def test_layers_are_those_of_the_blocks(family: str) -> None:
    model = models.model(family)
    for name in (*NAMES, *BIASES):
        part = "attn" if name[-1] in "QKVO" else "mlp"
        stacked = getattr(model, name)
        assert len(stacked) == model.cfg.n_layers
        assert stacked.shape == stacked.stack().shape
        for layer, (block, own) in enumerate(zip(model.lm.blocks, stacked, strict=True)):
            expected = getattr(getattr(block, part), name)
            assert torch.equal(own, expected)
            assert torch.equal(stacked[layer], expected)
            assert torch.equal(stacked[layer - len(stacked), 1], expected[1])
            assert torch.equal(stacked.stack()[layer], expected)
    cfg = model.cfg
    assert model.W_Q.shape == (3, cfg.n_heads, cfg.d_model, cfg.d_head)
    assert model.W_K.shape == (3, cfg.n_key_value_heads, cfg.d_model, cfg.d_head)
    assert model.W_O.shape == (3, cfg.n_heads, cfg.d_head, cfg.d_model)
    assert model.W_out.shape == (3, cfg.d_mlp, cfg.d_model)
    assert [model.kv_head(head) for head in range(4)] == [0, 0, 1, 1]


@pytest.mark.parametrize("name", NAMES)
def test_writing_changes_the_model(name: str) -> None:
    model, inputs = models.fresh("qwen2_5_vl"), models.inputs("qwen2_5_vl")
    storages = {weight.untyped_storage().data_ptr() for weight in model.parameters()}
    weights = getattr(model, name)
    assert weights[1, 0].untyped_storage().data_ptr() in storages
    logits = [model(inputs).logits]
    for write in (
        lambda: weights.__setitem__((0, 1), 0),
        lambda: weights[1][0].mul_(2),
        lambda: weights.__setitem__(slice(1, 3), weights[1:].stack() * 0.5),
        lambda: weights.__setitem__(2, torch.zeros_like(weights[2])),
    ):
        write()
        logits.append(model(inputs).logits)
        assert not torch.equal(logits[-1], logits[-2])
    assert not weights[0, 1].any()
    assert not weights[2].any()


def test_biases_write_through_and_missing_ones_refuse() -> None:
    model, inputs = models.fresh("qwen2_5_vl"), models.inputs("qwen2_5_vl")
    before = model(inputs).logits
    model.b_V[0, 1] = 3
    assert not torch.equal(model(inputs).logits, before)
    assert not model.b_O[0].any()
    for write in (
        lambda: model.b_O.__setitem__(0, 1.0),
        lambda: model.lm.blocks[0].attn.b_O.add_(1),
        lambda: model.b_U.add_(1),
    ):
        with pytest.raises(RuntimeError, match="single memory location"):
            write()


def test_reading_a_head_allocates_that_head_only() -> None:
    model = models.model("llava")
    with PeakBytes() as memory:
        for name in NAMES:
            getattr(model, name)[1, 0].sum()
        _ = model.QK[1][3].A, model.OV[2, 1].B
    assert memory.peak < 1000
    with PeakBytes() as memory:
        (model.W_Q[1, 0] * 2).sum()
    assert memory.peak <= model.W_Q[1, 0].numel() * 4 + 8


def test_torch_functions_get_a_stack() -> None:
    model = models.model("llava")
    by_function = torch.einsum("lhmd,lhdn->lhmn", model.W_Q, model.W_O)
    assert torch.equal(by_function, torch.einsum("lhmd,lhdn->lhmn", model.W_Q.stack(), model.W_O.stack()))
    assert torch.equal(torch.stack([model.W_Q, model.W_Q])[1], model.W_Q.stack())
    assert torch.equal(model.W_Q @ model.W_O, model.W_Q.stack() @ model.W_O.stack())
    assert torch.equal(model.W_Q[[2, 0]].stack(), model.W_Q.stack()[[2, 0]])
    assert torch.equal(model.W_Q[1:, 2].stack(), model.W_Q.stack()[1:, 2])


def test_what_does_not_exist_raises() -> None:
    model = models.model("llava")
    with pytest.raises(IndexError, match="no layer 3"):
        model.W_Q[3]
    with pytest.raises(InputError, match="by layer first"):
        model.W_Q[..., 0]
    with pytest.raises(InputError, match="no layer 3"):
        model.QK[3]
    with pytest.raises(InputError, match="no head 4"):
        model.OV[0, 4]
    assert repr(model.W_Q) == "StackedWeights(W_Q [3, 4, 64, 16], float32 on cpu)"
    assert repr(model.QK).startswith("Circuits(QK: 3 layers x 4 heads")
    assert "QK of layer 1" in repr(model.QK[1])


@pytest.mark.parametrize("family", models.NAMES)
def test_heads_from_stacked_weights_agree_with_activations(family: str) -> None:
    model, inputs = models.model(family), models.inputs(family)
    _, cache = model.run_with_cache(
        inputs, ["lm.*.attn.hook_in", "lm.*.hook_v", "lm.*.hook_result", "lm.*.hook_pattern"]
    )
    for layer in range(3):
        x, pattern = cache[f"lm.blocks.{layer}.attn.hook_in"], cache["pattern", layer]
        for head in range(4):
            circuit = model.OV[layer][head]
            assert isinstance(circuit, FactoredMatrix)
            moved = x @ circuit.AB + model.b_V[layer, model.kv_head(head)] @ model.W_O[layer, head]
            written = einsum("b q k, b k d -> b q d", pattern[:, head], moved)
            expected = cache["result", layer][:, :, head]
            real = inputs["attention_mask"].bool()
            torch.testing.assert_close(written[real], expected[real], rtol=1e-3, atol=1e-4)
