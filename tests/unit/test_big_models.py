"""Models that don't fit: offloaded and quantised weights give exact hooks, and never enter arithmetic as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from tests import models
from tests.families.checkpoints import saved
from vlm_lens_native import HookedVLMTransformer, WeightsError

VIEWS = ("W_Q", "W_K", "W_V", "W_O", "b_Q", "b_O")


def offloaded(family: str, path: Path) -> HookedVLMTransformer:
    """A model whose embedding, middle block and head are on disk."""
    checkpoint = saved(models.hf_model(family), path / "checkpoint")
    host, lm = models.model(family).hf, models.model(family).family.language_model
    outside = [name for name, _ in host.named_modules() if name.count(".") == 1 and name != lm]
    places = dict.fromkeys(outside, "cpu") | {f"{lm}.{part}": "cpu" for part in ("blocks.0", "blocks.2", "ln_final")}
    places |= dict.fromkeys([f"{lm}.embed_tokens", f"{lm}.blocks.1", "lm_head"], "disk")
    return HookedVLMTransformer.from_pretrained(checkpoint, device_map=places, offload_folder=path / "offloaded")


@pytest.mark.parametrize("family", models.NAMES)
def test_offloaded_models_give_the_same_activations(family: str, tmp_path: Path) -> None:
    model, whole, inputs = offloaded(family, tmp_path), models.model(family), models.inputs(family)
    assert model.lm.blocks[1].attn.q_proj.weight.device.type == "meta"
    assert model.device == torch.device("cpu")
    logits, cache = model.run_with_cache(inputs)
    expected_logits, expected = whole.run_with_cache(inputs)
    assert torch.equal(logits, expected_logits)
    assert set(cache) == set(expected)
    for name, value in cache.items():
        if name.endswith("hook_result"):  # by another product
            torch.testing.assert_close(value, expected[name], rtol=1e-4, atol=1e-5)
        else:
            assert torch.equal(value, expected[name]), name

    def second_head(result: Tensor, hook: object) -> None:
        result[:, :, 1] *= 2

    hooks = [("lm.blocks.1.attn.hook_result", second_head)]
    edited = whole.run_with_hooks(inputs, hooks)
    torch.testing.assert_close(model.run_with_hooks(inputs, hooks), edited, rtol=1e-3, atol=1e-4)
    assert not torch.allclose(edited, expected_logits, atol=1e-2)


def test_offloaded_weights_never_enter_arithmetic(tmp_path: Path) -> None:
    model = offloaded("llava", tmp_path)
    for view in VIEWS:
        assert torch.equal(
            getattr(model.lm.blocks[0].attn, view), getattr(models.model("llava").lm.blocks[0].attn, view)
        )
        with pytest.raises(WeightsError, match="offloaded or quantised"):
            getattr(model.lm.blocks[1].attn, view)
    for read in (lambda: model.W_E, lambda: model.W_U, lambda: model.b_U, lambda: model.lm.blocks[1].mlp.W_out):
        with pytest.raises(WeightsError, match="device_map"):
            read()


class Int8Linear(nn.Linear):
    """A quantised projection as quantisers put it in: integers, and a factor for each output."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__(linear.in_features, linear.out_features, bias=linear.bias is not None, device="meta")
        self.factor = linear.weight.abs().amax(1, keepdim=True) / 127
        self.weight = nn.Parameter((linear.weight / self.factor).round().to(torch.int8), requires_grad=False)
        self.bias = linear.bias

    def forward(self, x: Tensor) -> Tensor:
        return nn.functional.linear(x, self.weight * self.factor, self.bias)


def test_quantised_models_run_with_hooks_and_refuse_views() -> None:
    model, inputs = models.fresh("llava"), models.inputs("llava")
    plain = model(inputs).logits
    for block in model.lm.blocks:
        for parent, names in ((block.attn, "qkvo"), (block.mlp, ("gate", "up", "down"))):
            for name in names:
                setattr(parent, f"{name}_proj", Int8Linear(getattr(parent, f"{name}_proj")))
    logits, cache = model.run_with_cache(inputs)
    assert not torch.equal(logits, plain)
    torch.testing.assert_close(cache["result", 0].sum(2), cache["attn_out", 0], rtol=1e-4, atol=1e-4)
    alone = {"fwd_hooks": [("lm.blocks.1.attn.hook_z", lambda z, hook: z[:, :, :1] * (torch.arange(4) == 0)[:, None])]}
    first_head = model.run_with_cache(inputs, "lm.blocks.1.attn.hook_result")[1]["result", 1][:, :, 0]
    with model.hooks(**alone):
        out = model.run_with_cache(inputs, "lm.blocks.1.hook_attn_out")[1]["attn_out", 1]
    torch.testing.assert_close(out, first_head, rtol=1e-4, atol=1e-4)
    assert not torch.equal(model.run_with_hooks(inputs, [("lm.blocks.1.attn.hook_result", lambda x, h: x * 2)]), logits)
    for view in VIEWS:
        with pytest.raises(WeightsError, match="Int8Linear"):
            getattr(model.lm.blocks[0].attn, view)
    with pytest.raises(WeightsError, match="Int8Linear"):
        model.lm.blocks[0].mlp.W_in  # noqa: B018
