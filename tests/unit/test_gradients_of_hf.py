"""Gradients of a loss are HF's, bit for bit: at pixels and at every hook point that HF's modules show."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

import pytest
import torch
from torch import Tensor

from tests import models
from vlm_lens_native import HookedVLMTransformer

# HF's module within a layer, its input or output, and our hook point
SHOWN = {
    "input_layernorm": ("input", "hook_resid_pre"),
    "self_attn.q_proj": ("output", "attn.hook_q"),
    "self_attn.k_proj": ("output", "attn.hook_k"),
    "self_attn.v_proj": ("output", "attn.hook_v"),
    "self_attn.o_proj": ("input", "attn.hook_z"),
    "post_attention_layernorm": ("input", "hook_resid_mid"),
    "mlp.gate_proj": ("output", "mlp.hook_pre"),
    "mlp.up_proj": ("output", "mlp.hook_pre_linear"),
    "mlp.down_proj": ("input", "mlp.hook_post"),
}


def labelled(family: str) -> dict[str, Tensor]:
    inputs = models.inputs(family)
    pixels = inputs["pixel_values"].clone().requires_grad_()
    return {**inputs, "pixel_values": pixels, "labels": inputs["input_ids"].masked_fill(inputs["input_ids"] > 90, -100)}


def gradients_of_hf(hf: Any, layers: list[Any], inputs: dict[str, Tensor], *, eager: bool) -> dict[str, Tensor]:
    kept: dict[str, Tensor] = {}

    def tap(name: str, side: str):
        def keep(module: object, args: tuple[Tensor, ...], output: Tensor) -> None:
            kept[name] = args[0] if side == "input" else output
            kept[name].retain_grad()

        return keep

    with ExitStack() as stack:
        for number, layer in enumerate(layers):
            for path, (side, point) in SHOWN.items():
                hook = tap(f"lm.blocks.{number}.{point}", side)
                stack.callback(layer.get_submodule(path).register_forward_hook(hook).remove)
        out = hf(**inputs, use_cache=False, output_attentions=eager)
        for number, pattern in enumerate(out.attentions or ()):
            pattern.retain_grad()
            kept[f"lm.blocks.{number}.attn.hook_pattern"] = pattern
        out.loss.backward()
    gradients = {name: value.grad for name, value in kept.items() if value.grad is not None}
    assert len(gradients) == len(kept)
    return gradients


@pytest.mark.parametrize("family", models.NAMES)
@pytest.mark.parametrize("kernel", ["sdpa", "eager"])
def test_gradients_of_a_loss_equal_hf(family: str, kernel: str) -> None:
    hf = models.hf_model(family, kernel)
    model = HookedVLMTransformer.from_hf(hf)
    layers = getattr(hf.base_model, "text_model", None) or hf.base_model.language_model
    theirs_in, ours_in = labelled(family), labelled(family)
    theirs = gradients_of_hf(hf, list(layers.layers), theirs_in, eager=kernel == "eager")

    _, cache = model.run_with_cache(ours_in, list(theirs), return_type="loss", incl_bwd=True)
    for name, gradient in theirs.items():
        ours = cache[f"{name}_grad"]
        assert gradient.abs().max() > 0, name
        assert torch.equal(ours, gradient.reshape(ours.shape)), name
    pixels = ours_in["pixel_values"].grad
    assert pixels is not None
    assert pixels.abs().max() > 0
    assert torch.equal(pixels, theirs_in["pixel_values"].grad)


@pytest.mark.parametrize("case", [*models.NAMES, "llava with biases"])
def test_gradients_through_the_heads_writes_are_those_without(case: str) -> None:
    """At hook points before, and at the output projection's weight and bias."""
    model, family = models.case(case)[0], case.split()[0]
    projection = model.lm.blocks[1].attn.o_proj
    weights = [weight for weight in (projection.weight, projection.bias) if weight is not None]
    found = []
    for watched in ([], ["lm.*.hook_result"]):
        for weight in weights:
            weight.requires_grad_()
        names = ["lm.hook_embed", "lm.*.hook_z", *watched]
        cache = model.run_with_cache(labelled(family), names, incl_bwd=True, return_type="loss")[1]
        found.append({name: cache[name] for name in cache if name.endswith("_grad") and "result" not in name})
        found[-1] |= {str(number): weight.grad for number, weight in enumerate(weights) if weight.grad is not None}
        for weight in weights:
            weight.grad = None
            weight.requires_grad_(False)
    assert len(found[0]) == 1 + model.cfg.n_layers + len(weights)
    for name, gradient in found[0].items():
        assert gradient.abs().max() > 0
        torch.testing.assert_close(found[1][name], gradient, rtol=1e-4, atol=1e-6)
