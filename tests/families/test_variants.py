"""Variants of the decoder that no family needs to have: every analysis is exact for them all the same.

Each is put into a tiny LLaVA in this file alone, by fields of ``DecoderConfig``.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest
import torch
from torch import nn
from transformers import LlavaForConditionalGeneration

from tests.families.checkpoints import random_model
from tests.families.identities import IDENTITIES, as_logits
from tests.families.test_llava import BATCH, config
from vlm_lens_native import HookedVLMTransformer, host
from vlm_lens_native.config import DecoderConfig, NormConfig, QueryScale, RotaryConfig
from vlm_lens_native.decoder import HookedDecoder

ROTARY = RotaryConfig(
    theta=1e4,
    scaling_parameters={},
    pairs="neighbours",
    d_rotary=8,
    in_float32=True,
    query_scale=QueryScale(beta=0.3, length=4),
)
GEMMA = NormConfig(eps=1e-6, gain="one_plus_weight", cast="after_gain")
VARIANTS: dict[str, dict[str, Any]] = {
    "as it is": {},
    "1 + weight": {"norm": GEMMA},
    "layer norms": {"norm": NormConfig(eps=1e-5, kind="layer", bias=True)},
    "norms around, scaled embedding and residual": {
        "norm": GEMMA,
        "norm_places": "around",
        "embedding_scale": 8.1,
        "residual_multiplier": 0.7,
    },
    "layer norms around": {
        "norm": NormConfig(eps=1e-5, kind="layer", cast="after_gain", bias=True),
        "norm_places": "around",
    },
    "neighbours turned, of a part of each head, and a scale of queries": {"rotary": ROTARY},
    "norms behind, fused gate": {"norm_places": "behind", "fused_gate": True},
    "fused queries, keys and values, with biases": {"fused_qkv": True},
    "parallel, layer norm without bias, layers without rotation": {
        "norm": NormConfig(eps=1e-5, kind="layer", cast="after_gain"),
        "parallel": True,
        "unrotated_layers": frozenset({1}),
    },
    "caps, multipliers and q/k norm over all heads": {
        "attention_cap": 3.0,
        "embedding_multiplier": 2.5,
        "logits_divisor": 1.5,
        "logits_cap": 4.0,
        "qk_norm": "all_heads",
    },
}


class Finishing(LlavaForConditionalGeneration):
    """As HF's wrappers of models whose logits are divided and capped."""

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        out = super().forward(*args, **kwargs)
        cfg = self.model.language_model.cfg
        out.logits = out.logits / cfg.logits_divisor if cfg.logits_divisor else out.logits
        out.logits = as_logits(self.model.language_model, out.logits)
        return out


@cache
def variant(name: str, kernel: str = "sdpa") -> HookedVLMTransformer:
    """A model whose decoder has other fields; what weights they add is drawn here."""

    def build(cfg: DecoderConfig, hf_config: Any) -> HookedDecoder:
        return HookedDecoder(replace(cfg, **VARIANTS[name]), hf_config)

    hf = random_model(config("llama with biases and wide heads"))
    hf.__class__ = Finishing
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(host, "HookedDecoder", build)
        patch.setattr(host, "check_weights", lambda *args, **kwargs: None)
        hf.set_attn_implementation(kernel)
        model = HookedVLMTransformer.from_hf(hf)
    generator = torch.Generator().manual_seed(1)
    for module in model.lm.modules():
        for key, weight in list(module.named_parameters(recurse=False)):
            if weight.is_meta:
                drawn = torch.randn(weight.shape, generator=generator) * 0.3 + (key == "weight")
                setattr(module, key, nn.Parameter(drawn, requires_grad=False))
    return model


@pytest.mark.parametrize("identity", IDENTITIES, ids=lambda identity: identity.__name__)
@pytest.mark.parametrize("name", VARIANTS)
def test_every_analysis_is_exact(name: str, identity: Any) -> None:
    identity(variant(name), BATCH)
