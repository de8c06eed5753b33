"""Circuits give what the model computes, at image positions too; composition against brute force."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import Tensor

from tests import models
from tests.families import test_llava, test_qwen3_vl
from tests.families.checkpoints import IMAGE, random_model
from tests.memory import PeakBytes
from vlm_lens_native import HookedVLMTransformer, InputError, OutOfRangeError
from vlm_lens_native.weights import FactoredMatrix, OVCircuits, QKCircuits, all_composition_scores

FAMILIES = pytest.mark.parametrize("family", models.NAMES)


def with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)


def root_mean_square(model: HookedVLMTransformer, x: Tensor) -> Tensor:
    return (x.pow(2).mean(-1) + model.cfg.norm.eps).sqrt()


def positions_of(model: HookedVLMTransformer, encoded: Any) -> Tensor:
    """``[axis batch pos]``."""
    n_pos = encoded.embeddings.shape[1]
    positions = torch.arange(n_pos) if encoded.positions is None else encoded.positions
    positions = positions if positions.ndim == 3 else positions.expand(1, 2, n_pos)
    return positions[-model.cfg.rotary.n_axes :]  # HF may put a row of text positions in front


def check_scores(model: HookedVLMTransformer, inputs: dict[str, Tensor], *, fold_ln: bool, layer: int = 1) -> int:
    """Compares the rotated circuits of a layer with its scores, for all pairs of query and key that the mask leaves.

    Returns:
        How many pairs had an image token in them and other distances on some axes than on others.
    """
    encoded = model.encode(inputs)
    point = f"lm.blocks.{layer}." + ("ln1.hook_normalized" if fold_ln else "attn.hook_in")
    names = [f"lm.blocks.{layer}.attn.hook_{name}" for name in ("attn_scores", "mask", "q", "k")]
    _, cache = model.run_with_cache(encoded, [point, *names])
    x, positions, scores = with_one(cache[point]), positions_of(model, encoded), cache["attn_scores", layer]
    if model.cfg.qk_norm:
        circuits = model.QK[layer].with_bias().fold_qk_norm()
        scale_q, scale_k = (root_mean_square(model, cache[part, layer]).movedim(-1, 1) for part in "qk")
        scale_k = scale_k.repeat_interleave(model.cfg.n_groups, dim=1)
        scores = scores * scale_q[..., :, None] * scale_k[..., None, :]
    else:
        circuits = model.QK[layer].with_bias()
    circuits = circuits.fold_ln() if fold_ln else circuits
    rows, queries, keys = (cache["mask", layer][:, 0] == 0).nonzero().T
    offsets = positions[:, rows, queries] - positions[:, rows, keys]
    for offset in offsets.unique(dim=1).T:
        here = (offsets == offset[:, None]).all(0)
        row, query, key = rows[here], queries[here], keys[here]
        turned = circuits.rotary_at(offset.tolist())
        mine = ((x[row, query] @ turned.A) * (x[row, key] @ turned.B.mT)).sum(-1) * model.cfg.attention_scale
        torch.testing.assert_close(mine, scores[row, :, query, key].T, rtol=1e-3, atol=2e-4)
    apart = (offsets != offsets[:1]).any(0)
    at_images = inputs["input_ids"][rows, queries] == IMAGE
    return int((at_images & apart).sum() if model.cfg.rotary.n_axes > 1 else at_images.sum())


@FAMILIES
@pytest.mark.parametrize("fold_ln", [False, True], ids=["", "fold_ln"])
def test_the_rotated_circuit_gives_the_models_scores(family: str, fold_ln: bool) -> None:
    assert check_scores(models.model(family), models.inputs(family), fold_ln=fold_ln) > 20


@pytest.mark.parametrize("backbone", ["qwen2", "llama, llama3", "llama, yarn", "llama with biases and wide heads"])
def test_other_frequencies_and_biases_give_the_models_scores(backbone: str) -> None:
    model = HookedVLMTransformer.from_hf(random_model(test_llava.config(backbone)))
    assert check_scores(model, test_llava.BATCH, fold_ln=True) > 20


def test_without_norm_and_biases_nothing_has_to_be_folded() -> None:
    """``scale * x_q @ QK @ x_k`` as it stands, by single heads."""
    model, inputs = models.model("llava"), models.inputs("llava")
    _, cache = model.run_with_cache(inputs, ["lm.blocks.2.attn.hook_in", "lm.blocks.2.attn.hook_attn_scores"])
    x, scores = cache["lm.blocks.2.attn.hook_in"][0], cache["attn_scores", 2][0]
    for head in range(4):
        for query, key in ((9, 9), (9, 4), (13, 0), (5, 3)):
            circuit = model.QK[2][head].rotary_at(query - key)
            score = model.cfg.attention_scale * (x[query] @ circuit @ x[key])
            torch.testing.assert_close(score, scores[head, query, key], rtol=1e-3, atol=1e-4)
            torch.testing.assert_close(x[query] @ circuit.AB @ x[key], x[query] @ circuit @ x[key])


@FAMILIES
@pytest.mark.parametrize("fold_ln", [False, True], ids=["", "fold_ln"])
def test_values_through_the_circuit_are_what_heads_write(family: str, fold_ln: bool) -> None:
    model, inputs = models.model(family), models.inputs(family)
    _, cache = model.run_with_cache(inputs)
    for layer in range(3):
        x = cache["normalized", layer, "ln1"] if fold_ln else cache[f"lm.blocks.{layer}.attn.hook_in"]
        for head in range(4):
            circuit = model.OV[layer][head].with_bias()
            circuit = circuit.fold_ln() if fold_ln else circuit
            written = cache["pattern", layer][:, head] @ (with_one(x) @ circuit).AB
            torch.testing.assert_close(written, cache["result", layer][:, :, head], rtol=1e-3, atol=1e-3)


def test_what_is_folded_and_what_is_not() -> None:
    model = models.model("qwen3_vl")
    block: Any = model.lm.blocks[1]
    circuit, attn, norm = model.QK[1][3], block.attn, block.ln1.weight
    plain = model.W_Q[1, 3] @ model.W_K[1, 1].T
    torch.testing.assert_close(circuit.AB, plain)
    torch.testing.assert_close(circuit.fold_ln().AB, norm[:, None] * plain * norm)
    normed = (model.W_Q[1, 3] * attn.q_norm.weight) @ (model.W_K[1, 1] * attn.k_norm.weight).T
    torch.testing.assert_close(circuit.fold_qk_norm().AB, normed)
    torch.testing.assert_close(model.OV[1, 3].AB, model.W_V[1, 1] @ model.W_O[1, 3])
    torch.testing.assert_close(model.OV[1, 3].fold_ln().AB, norm[:, None] * (model.W_V[1, 1] @ model.W_O[1, 3]))
    torch.testing.assert_close(circuit.rotary_at(0).AB, plain)
    assert not torch.allclose(circuit.rotary_at(3).AB, plain, atol=1e-2)
    assert torch.equal(circuit.rotary_at(2).B, circuit.rotary_at((2, 2, 2)).B)
    assert not torch.allclose(circuit.rotary_at((2, 2, 1)).B, circuit.rotary_at((2, 2, 2)).B)
    with pytest.raises(InputError, match="2 offsets; this model's positions have 3"):
        circuit.rotary_at((1, 2))
    with pytest.raises(InputError, match="no q/k norm"):
        models.model("llava").QK.fold_qk_norm()


def test_factors_of_a_head_are_views() -> None:
    model = models.fresh("llava")
    for factor, weight in ((model.QK[1][3].A, "q"), (model.QK[1][3].B, "k"), (model.OV[1][3].A, "v")):
        own = getattr(model.lm.blocks[1].attn, f"{weight}_proj").weight
        assert factor.untyped_storage().data_ptr() == own.untyped_storage().data_ptr()
    circuit = model.QK[1][3]
    circuit.A.zero_()
    assert not model.W_Q[1, 3].any()
    assert circuit.norm() == 0


def test_layers_hold_all_their_heads() -> None:
    model = models.model("qwen2_5_vl")
    for circuits, kind in ((model.QK.rotary_at(2), QKCircuits), (model.OV.with_bias(), OVCircuits)):
        assert [len(layer) for layer in circuits] == [4, 4, 4]
        assert circuits.ndim == 4
        assert circuits.AB.shape == circuits.shape
        for layer in range(3):
            for head, one in enumerate(circuits[layer]):
                assert isinstance(one, FactoredMatrix)
                assert isinstance(one, kind)
                assert one.AB.shape == one.shape == (one.ldim, one.rdim)
                assert one.mdim == one.A.shape[-1]
                for same in (circuits[layer, head], circuits[:, head][layer], circuits[:][layer, head]):
                    assert torch.equal(same.AB, one.AB)
                torch.testing.assert_close(circuits[layer].AB[head], one.AB)
                torch.testing.assert_close(circuits.norm()[layer, head], one.norm())
        assert torch.equal(circuits[1:, 2, :5].AB, circuits.AB[1:, 2, :5])
        torch.testing.assert_close(circuits[..., -1].AB, circuits.AB[..., -1:])
        with pytest.raises(OutOfRangeError, match="no layer"):
            circuits[3:]
    assert repr(model.QK) == "QKCircuits([3, 4, 64, 64] through 16)"
    x = torch.randn(5, 64, generator=torch.Generator().manual_seed(0))
    torch.testing.assert_close((x @ model.OV[1]).AB, x @ model.OV[1].AB)
    torch.testing.assert_close((model.OV[1] @ model.QK[2].T).AB, model.OV[1].AB @ model.QK[2].AB.mT)


@FAMILIES
@pytest.mark.parametrize("mode", ["Q", "K", "V"])
def test_composition_against_brute_force(family: str, mode: str) -> None:
    model = models.model(family)
    scores = model.all_composition_scores(mode)
    norm, written = torch.linalg.matrix_norm, model.OV.AB
    read = {"Q": model.QK.AB, "K": model.QK.AB.mT, "V": written}[mode]
    for writer, reader in ((0, 1), (0, 2), (1, 2)):
        products = written[writer][:, None] @ read[reader]
        expected = norm(products) / (norm(written[writer])[:, None] * norm(read[reader]))
        torch.testing.assert_close(scores[writer, :, reader], expected, rtol=1e-4, atol=1e-5)
    assert not any(scores[layer, :, : layer + 1].any() for layer in range(3))
    assert torch.equal(model.all_composition_scores(mode, layers=[0, 2])[0, :, 1], scores[0, :, 2])


def test_composition_makes_no_large_matrix() -> None:
    text = {"hidden_size": 2048, "intermediate_size": 8, "head_dim": 8}
    rope = {"rope_type": "default", "rope_theta": 5e6, "mrope_section": [2, 1, 1], "mrope_interleaved": True}
    config: Any = test_qwen3_vl.config(**text, rope_parameters=rope)
    config.vision_config.out_hidden_size = 2048
    model = HookedVLMTransformer.from_hf(random_model(config))
    with PeakBytes() as memory:
        model.all_composition_scores("K")
    assert memory.peak < 4 * 2048 * 2048 / 2


def test_composition_refuses_layers_out_of_order() -> None:
    lm = models.model("llava").lm
    with pytest.raises(InputError, match="increasing"):
        all_composition_scores(lm, "Q", layers=[2, 1])
    with pytest.raises(OutOfRangeError, match="no layer 3: they are numbered 0 to 2"):
        all_composition_scores(lm, "Q", layers=[0, 3])
