"""SAELens's own dictionaries, spliced in: its numbers, and none of the model's changed. Needs the extra ``sae``."""

from __future__ import annotations

import importlib
from typing import Any

import pytest
import torch

from tests import models
from vlm_lens_native import dictionaries
from vlm_lens_native.interventions import AblateFeatures

pytest.importorskip("sae_lens", reason="SAELens is not installed (the extra 'sae')")

WIDTH, FEATURES = models.model("llava").cfg.d_model, 40
KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "standard": ("hook_resid_post", {}),
    "standard, normalised": ("hook_resid_post", {"normalize_activations": "layer_norm"}),
    "topk": ("hook_resid_post", {"k": 4}),
    "jumprelu": ("hook_resid_post", {}),
    "standard, of heads": ("attn.hook_z", {"reshape_activations": "hook_z"}),
    "transcoder": ("mlp.hook_in", {"d_out": WIDTH, "apply_b_dec_to_input": False}),
}


def dictionary(kind: str) -> Any:
    """One of random weights."""
    name = kind.partition(",")[0]
    module = importlib.import_module(f"sae_lens.saes.{name}" if name == "transcoder" else f"sae_lens.saes.{name}_sae")
    sae, saes = (importlib.import_module("sae_lens.saes.sae"), vars(module))
    wanted = {"topk": "TopKSAE", "jumprelu": "JumpReLUSAE", "standard": "StandardSAE", "transcoder": "Transcoder"}[name]
    place, options = KINDS[kind]
    written = "blocks.1.hook_mlp_out" if name == "transcoder" else None
    metadata = sae.SAEMetadata(hook_name=f"blocks.1.{place}", hook_name_out=written)
    config = saes[f"{wanted}Config"](d_in=WIDTH, d_sae=FEATURES, metadata=metadata, **options)
    made = saes[wanted](config)
    generator = torch.Generator().manual_seed(0)
    for weight in made.parameters():
        weight.data = torch.randn(weight.shape, generator=generator) / 10
    return made


def _edits_and_attributions(model: Any, inputs: Any, sae: Any, plain: torch.Tensor) -> None:
    found = dictionaries.attribute(model, inputs, sae, 7, method="gradient")
    best = int(found.top(1)["feature"].iloc[0])
    ablated = model.run_with_hooks(inputs, AblateFeatures(sae, best).hooks(model))
    acts = f"lm.{sae.cfg.metadata.hook_name_out or sae.cfg.metadata.hook_name}.hook_sae_acts_post"
    by_hand = [(acts, lambda x, hook: x.index_fill(-1, torch.tensor([best]), 0.0))]
    expected = model.run_with_hooks_with_saes(inputs, sae, by_hand, use_error_term=True)
    torch.testing.assert_close(ablated, expected, atol=1e-4, rtol=1e-4)
    assert not torch.equal(ablated, plain)
    if not acts.startswith("lm.blocks.1.attn"):
        direct = dictionaries.attribute(model, inputs, sae, 7)
        torch.testing.assert_close(direct.total, direct.logit, atol=1e-4, rtol=1e-4)


@pytest.mark.parametrize("kind", KINDS)
def test_its_numbers_are_saelenss(kind: str) -> None:
    model, inputs, sae = models.model("llava"), models.inputs("llava"), dictionary(kind)
    reads = sae.cfg.metadata.hook_name
    writes = f"lm.{sae.cfg.metadata.hook_name_out or reads}"
    plain = model(inputs).logits
    assert torch.equal(model.run_with_saes(inputs, sae, use_error_term=True), plain)
    tokens = inputs["attention_mask"].bool()
    read = model.run_with_cache(inputs, reads)[1][reads]
    acts = sae.encode(read)
    recons = sae.decode(acts)  # which one that normalises can do once
    cache = model.run_with_cache_with_saes(inputs, sae)[1]
    assert torch.equal(cache[f"{writes}.hook_sae_acts_post"][tokens], acts[tokens])
    assert torch.equal(cache[writes][tokens], recons[tokens])
    _edits_and_attributions(model, inputs, sae, plain)
    more = [(f"{writes}.hook_sae_acts_pre", lambda x, hook: x + 1)]
    assert not torch.equal(model.run_with_hooks_with_saes(inputs, sae, more, use_error_term=True), plain)
