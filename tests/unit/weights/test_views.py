"""Weights of all layers: views, not copies, that write through."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from einops import einsum, rearrange
from torch import Tensor, nn

from tests import models
from tests.memory import PeakBytes
from tests.unit.test_big_models import offloaded, quantised
from vlm_lens_native import HookedVLMTransformer, InputError, OutOfRangeError, WeightsError
from vlm_lens_native.decoder import HookedDecoder
from vlm_lens_native.weights import WeightViews

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
    assert [model.kv_head(head) for head in (0, 1, 2, 3, -1)] == [0, 0, 1, 1, 1]


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


INDICES = {
    "layer": 1,
    "last layer": -1,
    "numpy's layer": torch.tensor([2]).numpy()[0],
    "head": (0, 3),
    "entry": (2, 1, 5, 7),
    "all": slice(None),
    "all by ellipsis": ...,
    "slice": slice(1, None),
    "no layer": slice(0, 0),
    "reversed slice of heads": (slice(None, None, 2), slice(1, 3)),
    "layers": [2, 0],
    "tensor of layers": (torch.tensor([0, 2]), 1),
    "mask of layers": torch.tensor([True, False, True]),
    "one head of every layer": (slice(None), 2),
    "one entry of every layer": (slice(None), 2, 3, 4),
    "heads of a layer": (1, [0, 2]),
    "heads of every layer": (slice(None), [0, 2]),
    "ellipsis behind": (slice(1, 3), ..., 5),
    "number and list apart": (slice(None), 1, slice(None), [0, 3]),
    "two lists of a layer": (0, [0, 2], slice(None), [1, 3]),
    "mask of heads and rows": (slice(None), torch.arange(256).view(4, 64) % 7 == 0),
    "new axis": (slice(None), None, 1),
}


@pytest.mark.parametrize("index", list(INDICES.values()), ids=list(INDICES))
def test_indices_mean_what_they_mean_to_torch(index: object) -> None:
    model = models.fresh("llava")
    whole = model.W_Q.stack()
    expected = whole[index]
    part = model.W_Q[index]
    assert part.shape == expected.shape
    assert torch.equal(torch.as_tensor(part), expected)
    value = torch.arange(expected.numel(), dtype=torch.float).view(expected.shape)
    model.W_Q[index] = value
    whole[index] = value
    assert torch.equal(model.W_Q.stack(), whole)
    model.W_Q[index] = 3
    whole[index] = 3
    assert torch.equal(model.W_Q.stack(), whole)


def test_written_values_broadcast_as_in_torch() -> None:
    model, by_head = models.fresh("llava"), torch.arange(3.0)[:, None, None].expand(3, 64, 16)
    whole = model.W_Q.stack()
    model.W_Q[:, :3] = by_head  # three heads, and three layers
    whole[:, :3] = by_head
    assert torch.equal(model.W_Q.stack(), whole)
    model.W_Q[:2] = model.W_Q[1:]
    assert torch.equal(model.W_Q.stack()[:2], whole[1:])
    with pytest.raises(InputError, match=r"\[5\] does not fit into \[4, 64, 16\] of W_Q"):
        model.W_Q[1] = torch.zeros(5)
    with pytest.raises(InputError, match="does not fit"):
        model.W_Q[:2] = whole


def test_parts_of_all_layers_are_views_too() -> None:
    model = models.fresh("llava")
    model.W_Q[1:][0][2].fill_(7)
    model.W_O[:, 1][2].fill_(7)
    model.W_V[[2, 0]][0] = 7
    for weight in (model.W_Q[1, 2], model.W_O[2, 1], model.W_V[2]):
        assert (weight == 7).all()
    assert type(model.W_Q[:, [0, 2]]) is Tensor  # no view, as in torch


def test_biases_write_through_and_missing_ones_refuse() -> None:
    model, inputs = models.fresh("qwen2_5_vl"), models.inputs("qwen2_5_vl")
    before = model(inputs).logits
    model.b_V[0, 1] = 3
    assert not torch.equal(model(inputs).logits, before)
    own = model.lm.blocks[0].attn
    for write in (
        lambda: model.b_O[0].add_(1),
        lambda: model.b_O[0][3].fill_(1),
        lambda: own.b_O.__setitem__(3, 1.0),
        lambda: model.b_U.__setitem__(3, 1.0),
    ):
        with pytest.raises(RuntimeError, match=r"inference tensor|single memory location"):
            write()
    for index in (0, (0, 3), (slice(None), 3)):
        with pytest.raises(InputError, match="The model has no b_O"):
            model.b_O[index] = 1.0
    assert not model.b_O.stack().any()
    assert not model.b_U.numpy().any()


def test_all_layers_together_are_a_copy_to_torch_numpy_and_einops() -> None:
    model = models.model("llava")
    w, o, whole = model.W_Q, model.W_O, torch.stack([block.attn.W_Q for block in model.lm.blocks])
    for result, expected in (
        (w * 2 - whole, whole),
        (2 - w, 2 - whole),
        (whole - w, torch.zeros_like(whole)),
        (w @ o, whole @ o.stack()),
        (torch.stack([w, w])[1], whole),
        (w.norm(dim=-1), whole.norm(dim=-1)),
        (torch.as_tensor(w.mean(0).numpy()), whole.mean(0)),
        (rearrange(w, "layer head m d -> (layer head) m d"), whole.flatten(0, 1)),
        (einsum(w, o, "l h m d, l h d n -> l h m n"), whole @ o.stack()),
        (torch.einsum("lhmd,lhdn->lhmn", w, o), whole @ o.stack()),
        (w.to(torch.float64), whole.double()),
    ):
        assert type(result) is Tensor
        torch.testing.assert_close(result, expected)
    assert torch.equal(w, whole)
    with pytest.warns(UserWarning, match="copy construct"):  # torch's advice; this way round __torch_function__
        assert torch.equal(torch.tensor(w), whole)
    assert repr(w) == "StackedWeights(W_Q [3, 4, 64, 16], float32 on cpu)"
    assert (w.ndim, w.size(1), w.dtype, w.device) == (4, 4, torch.float32, torch.device("cpu"))


def test_what_would_write_to_the_copy_raises() -> None:
    model = models.fresh("llava")
    w, before = model.W_Q, model.W_Q.stack()
    for write in (
        lambda: w.mul_(2),
        lambda: w.__iadd__(1),
        lambda: w.zero_(),
        lambda: w.copy_(before),
        lambda: torch.relu_(w),
        lambda: torch.mul(before, 2, out=w),
        lambda: torch.max(before, 0, out=(w, w)),
        lambda: nn.init.zeros_(w),
        lambda: nn.init.normal_(w),
        lambda: nn.functional.relu(w, inplace=True),
        lambda: setattr(w, "data", before),
        lambda: setattr(w, "requires_grad", True),
        lambda: w.requires_grad_(),
        lambda: w.data.zero_(),
        lambda: w.data_ptr(),
        lambda: w.untyped_storage(),
    ):
        with pytest.raises(InputError, match="W_Q of all layers is no tensor in memory"):
            write()
    assert torch.equal(model.W_Q, before)
    other = torch.zeros_like(before)
    other.copy_(w)
    assert torch.equal(other, before)


def test_gradients_flow_through_stacks_and_views() -> None:
    model = models.fresh("llava").requires_grad_()
    blocks: Any = model.lm.blocks
    (model.W_Q * 2).sum().backward()
    assert (blocks[2].attn.q_proj.weight.grad == 2).all()
    model.W_K[1, 0].sum().backward()
    assert blocks[1].attn.k_proj.weight.grad.sum() == 64 * 16
    model.W_K[1, 0] = 5.0
    assert (model.W_K[1, 0] == 5).all()


class SevenBillion(WeightViews):
    """A decoder of Qwen2.5-VL-7B's shape; the attention weights of a layer are mapped from a file with a hole."""

    def __init__(self, path: Path, layer: int) -> None:
        small = models.model("qwen2_5_vl")
        config = type(small.lm.hf_config)(
            hidden_size=3584,
            intermediate_size=18944,
            num_hidden_layers=28,
            num_attention_heads=28,
            num_key_value_heads=4,
            vocab_size=152064,
            rope_parameters={"rope_type": "default", "rope_theta": 1e6, "mrope_section": [16, 24, 24]},
        )
        outer = type(small.hf_config)(text_config=config)
        with torch.device("meta"):
            self._lm = HookedDecoder(small.family.convert_config(outer), outer.text_config)
        block: Any = self._lm.blocks[layer]
        for name, module in block.attn.named_children():
            for kind, weight in list(module.named_parameters()):
                mapped = torch.from_file(str(path / name) + kind, shared=True, size=weight.numel())
                setattr(module, kind, nn.Parameter(mapped.view(weight.shape), requires_grad=False))

    @property
    def lm(self) -> HookedDecoder:
        return self._lm


def test_reading_a_head_of_seven_billion_weights_allocates_that_head_only(tmp_path: Path) -> None:
    model = SevenBillion(tmp_path, layer=27)
    block: Any = model.lm.blocks[27]
    with PeakBytes() as memory:
        views = [block.attn.W_Q[5], model.QK[27][5].A, model.QK[27, 5].B, model.OV[27][5].A]
        assert model.QK[27].shape == (28, 3584, 3584)
        assert len(model.QK) == 28
    assert memory.peak < 1000  # nothing but zero-dimensional numbers
    one_head = 4 * 3584 * 128
    assert [view.untyped_storage().nbytes() for view in views] == [one_head * heads for heads in (28, 28, 4, 4)]
    with PeakBytes() as memory:
        turned = model.QK[27][5].rotary_at((0, 3, 1))
        turned.norm()
    assert memory.peak < 12 * one_head
    with pytest.raises(WeightsError, match="on meta"):
        model.QK[3][5].A  # noqa: B018


def test_reading_a_head_allocates_that_head_only() -> None:
    model = models.model("llava")
    with PeakBytes() as memory:
        for name in NAMES:
            getattr(model, name)[1, 0].sum()
            _ = getattr(model, name).shape, len(getattr(model, name)), getattr(model, name)[:, 1]
        _ = model.QK[1][3].A, model.OV[2, 1].B
    assert memory.peak < 1000
    with PeakBytes() as memory:
        (model.W_Q[1, 0] * 2).sum()
    assert memory.peak <= model.W_Q[1, 0].numel() * 4 + 8


def test_an_ellipsis_stands_for_whole_axes() -> None:
    model = models.model("llava")
    whole = model.W_Q.stack()
    for index in (..., (..., 0), (..., 1, 2), (..., 2, 1, 0, 3), (1, ..., 0)):
        assert torch.equal(model.W_Q[index] + 0, whole[index]), index


def test_what_does_not_exist_raises() -> None:
    model = models.model("llava")
    for read, message in (
        (lambda: model.W_Q[3], "no layer 3"),
        (lambda: model.W_Q[[0, -4]], "no layer -4"),
        (lambda: model.W_Q[0, 4], r"W_Q of one layer is \[4, 64, 16\]"),
        (lambda: model.W_Q[:, 4], r"W_Q of one layer is \[4, 64, 16\]"),
        (lambda: model.kv_head(4), "no head 4"),
        (lambda: model.QK[3], "no layer 3"),
        (lambda: model.OV[0, 4], "no head 4"),
        (lambda: model.OV[0][-5], "no head -5"),
    ):
        with pytest.raises(OutOfRangeError, match=message):
            read()
    for index in ((..., None), None, True, 1.0, "W", torch.ones(2, 2, dtype=torch.long), torch.tensor([True])):
        with pytest.raises(InputError, match="by layer first"):
            model.W_Q[index]
    for index in (([0, 1], [2, 3]), (slice(None), [0, 1], slice(None), [0, 1])):
        with pytest.raises(InputError, match="Several lists"):
            model.W_Q[index]


def refuses(model: HookedVLMTransformer, layer: int, message: str) -> None:
    for read in (
        lambda: model.W_Q[layer],
        lambda: model.W_Q.stack(),
        lambda: model.W_Q * 2,
        lambda: model.b_V[layer, 0],
        lambda: model.W_out[layer],
        lambda: model.QK[layer][0].AB,
        lambda: model.OV[layer, 0].svd(),
        lambda: model.QK.norm(),
        lambda: model.all_composition_scores("Q"),
        lambda: model.process_weights(),
        lambda: model.process_weights(fold_ln=False, fold_value_biases=False),
    ):
        with pytest.raises(WeightsError, match=message):
            read()


def test_offloaded_and_quantised_weights_never_enter_arithmetic(tmp_path: Path) -> None:
    model = offloaded("llava", tmp_path)
    refuses(model, 1, "on meta")
    assert torch.equal(model.W_Q[0], models.model("llava").W_Q[0])
    for bits in (8, 4):
        how = {"device_map": "cpu", "quantization_config": quantised(bits)}
        refuses(HookedVLMTransformer.from_pretrained("toy-llava", **how), 1, f"Linear{bits}bit")
