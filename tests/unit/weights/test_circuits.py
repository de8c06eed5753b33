"""QK circuits give the scores that the model computes, at image positions too; composition against brute force."""

from __future__ import annotations

import pytest
import torch

from tests import models
from vlm_lens_native import InputError
from vlm_lens_native.weights import composition_scores_of, ov_circuit, qk_circuit

FAMILIES = pytest.mark.parametrize("family", models.NAMES)


def with_one(x: torch.Tensor) -> torch.Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)


@FAMILIES
@pytest.mark.parametrize("fold_ln", [False, True], ids=["", "fold_ln"])
def test_the_rotated_circuit_gives_the_models_scores(family: str, fold_ln: bool) -> None:
    model, inputs = models.model(family), models.inputs(family)
    encoded = model.encode(inputs)
    point = "ln1.hook_normalized" if fold_ln else "attn.hook_in"
    names = ["attn_scores", "mask", "q", "k"]
    _, cache = model.run_with_cache(encoded, ["lm.blocks.1." + point, *[f"lm.blocks.1.attn.hook_{n}" for n in names]])
    x, n_pos = with_one(cache[f"lm.blocks.1.{point}"]), encoded.embeddings.shape[1]
    positions = encoded.positions
    if positions is None:
        positions = torch.arange(n_pos).expand(1, 2, -1)
    positions = positions[None] if positions.ndim == 2 else positions[-model.cfg.rotary.n_axes :]
    scores = cache["attn_scores", 1]
    compared = 0
    for row in range(2):
        for query in (n_pos - 1, n_pos - 4):
            for key in (n_pos - 9, n_pos - 6, n_pos - 4):
                if cache["mask", 1][row, 0, query, key] != 0:
                    continue
                offset = (positions[:, row, query] - positions[:, row, key]).tolist()
                for head in range(4):
                    options = {"fold_ln": fold_ln, "fold_qk_norm": True, "with_bias": True}
                    circuit = qk_circuit(model.lm, 1, head, offset=offset, **options)
                    score = model.cfg.attention_scale * (x[row, query] @ circuit @ x[row, key])
                    if model.cfg.qk_norm:  # their scales are of each position
                        for part, place, own in (("q", query, head), ("k", key, model.kv_head(head))):
                            vector = cache[part, 1][row, place, own]
                            score = score / (vector.pow(2).mean() + model.cfg.norm_eps).sqrt()
                    torch.testing.assert_close(score, scores[row, head, query, key], rtol=1e-3, atol=1e-4)
                    compared += 1
    assert compared >= 30


def test_without_an_offset_positions_play_no_part() -> None:
    model = models.model("llava")
    plain = model.QK[1][2]
    torch.testing.assert_close(qk_circuit(model.lm, 1, 2, offset=0).AB, plain.AB)
    assert not torch.allclose(qk_circuit(model.lm, 1, 2, offset=3).AB, plain.AB, atol=1e-2)
    assert torch.equal(
        qk_circuit(models.model("qwen3_vl").lm, 1, offset=2).A,
        qk_circuit(models.model("qwen3_vl").lm, 1, offset=(2, 2, 2)).A,
    )
    with pytest.raises(InputError, match="2 offsets; this model's positions have 3"):
        qk_circuit(models.model("qwen3_vl").lm, 1, offset=(1, 2))


def test_layers_hold_all_their_heads() -> None:
    model = models.model("llava")
    for circuits, make in ((model.QK, qk_circuit), (model.OV, ov_circuit)):
        for head in range(4):
            torch.testing.assert_close(circuits[1][head].AB, circuits.of_layer(1)[head].AB)
            torch.testing.assert_close(circuits[1].AB[head], make(model.lm, 1, head).AB)
            torch.testing.assert_close(circuits.stack()[1, head].AB, circuits[1, head].AB)
        assert circuits[1].shape == (4, 64, 64)
        assert circuits[1].norm().shape == (4,)
        assert (len(circuits), len(circuits[0])) == (3, 4)
        assert circuits.stack().shape == (3, 4, 64, 64)


@FAMILIES
@pytest.mark.parametrize("kind", ["Q", "K", "V"])
def test_composition_against_brute_force(family: str, kind: str) -> None:
    model = models.model(family)
    scores = composition_scores_of(model.lm, kind)
    norm = torch.linalg.matrix_norm
    for writer, reader in ((0, 1), (0, 2), (1, 2)):
        for first in range(4):
            for second in range(4):
                written = model.OV[writer][first].AB
                read = {
                    "Q": model.QK[reader][second].AB,
                    "K": model.QK[reader][second].AB.T,
                    "V": model.OV[reader][second].AB,
                }
                expected = norm(written @ read[kind]) / norm(written) / norm(read[kind])
                torch.testing.assert_close(scores[writer, first, reader, second], expected, rtol=1e-4, atol=1e-5)
    assert not scores[1, :, :2].any()
    assert torch.equal(composition_scores_of(model.lm, kind, layers=[0, 2])[0, :, 1], scores[0, :, 2])
