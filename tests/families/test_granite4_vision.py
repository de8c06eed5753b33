"""Granite 4 Vision: features that are added in front of layers, the first of them into embeddings that are zero.

`test_backbones`, `test_wrappers` and `test_contract` compare activations, generation and analyses with HF's.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest
import torch

from tests.families.checkpoints import IMAGE, random_model
from tests.families.types import batch_of, config_of
from vlm_lens_native import HookedVLMTransformer, HookNameError, InputError

DEPTHS = {0: "lm.hook_embed", 1: "lm.blocks.0.hook_deepstack", 2: "lm.blocks.1.hook_deepstack"}


@cache
def adopted() -> tuple[HookedVLMTransformer, dict[str, Any], Any]:
    hf = random_model(config_of("granite4_vision"))
    return HookedVLMTransformer.from_hf(hf), batch_of("granite4_vision", hf), hf


def shift(x: torch.Tensor, hook: Any) -> None:
    x += 0.3


@pytest.mark.parametrize("depth", DEPTHS)
def test_features_act_in_front_of_the_layer_that_hfs_config_names(depth: int) -> None:
    ours, inputs, hf = adopted()

    def by_hand(module: Any, args: Any, kwargs: dict[str, Any]) -> Any:
        features = kwargs["deepstack_features"]
        return args, {**kwargs, "deepstack_features": {**features, depth: features[depth] + 0.3}}

    handle = hf.model.language_model.register_forward_pre_hook(by_hand, with_kwargs=True)
    expected = hf(**inputs).logits
    handle.remove()
    is_image = inputs["input_ids"] == IMAGE

    def by_hook(x: torch.Tensor, hook: Any) -> None:
        x[is_image] += 0.3

    assert torch.equal(ours.run_with_hooks(inputs, [(DEPTHS[depth], by_hook)]), expected)
    assert not torch.equal(expected, ours(inputs).logits)


@pytest.mark.parametrize("number", range(3))
def test_what_each_projector_makes_is_real(number: int) -> None:
    ours, inputs, hf = adopted()
    projector = [*hf.model.layerwise_projectors, *hf.model.spatial_projectors][number]
    handle = projector.register_forward_hook(lambda module, args, out: out + 0.3)
    expected = hf(**inputs).logits
    handle.remove()
    assert torch.equal(ours.run_with_hooks(inputs, [(f"adapter.deepstack.{number}.hook_out", shift)]), expected)
    assert not torch.equal(expected, hf(**inputs).logits)


def test_an_image_is_the_features_alone() -> None:
    """Its token's embedding is no part of it, and features are not multiplied as embeddings are."""
    ours, inputs, hf = adopted()
    fired = Counter()
    logits, cache = ours.run_with_cache(inputs)
    count = [(name, lambda x, hook: fired.update([hook.name])) for name in DEPTHS.values()]
    assert torch.equal(ours.run_with_hooks(inputs, count), logits)
    assert fired == dict.fromkeys(DEPTHS.values(), 1)
    is_image = inputs["input_ids"] == IMAGE
    by_layer = hf.model.get_image_features(inputs["pixel_values"], inputs["image_sizes"]).deepstack_features
    for layer, features in by_layer:
        assert torch.equal(cache[DEPTHS[layer]][is_image], torch.cat(features))
    assert not cache[DEPTHS[1]][~is_image].any()
    assert torch.equal(cache["lm.blocks.1.hook_resid_post"], cache["lm.blocks.2.hook_resid_pre"])
    states = ours(inputs, output_hidden_states=True).hidden_states
    expected = hf(**inputs, output_hidden_states=True).hidden_states
    assert all(map(torch.equal, states, expected))
    blind = [(name, lambda x, hook: x.masked_fill(is_image[..., None], 0)) for name in DEPTHS.values()]
    other = {**inputs, "pixel_values": inputs["pixel_values"].flip(-1)}
    assert torch.equal(ours.run_with_hooks(inputs, blind), ours.run_with_hooks(other, blind))


def test_other_depths_have_none() -> None:
    ours, inputs, _ = adopted()
    with pytest.raises(HookNameError, match="behind some layers only"):
        ours.run_with_cache(inputs, "lm.blocks.2.hook_deepstack")
    encoded = ours.encode(inputs)
    encoded.deepstack[3] = encoded.deepstack[1]
    with pytest.raises(InputError, match=r"depths \[0, 1, 2, 3\]"):
        ours(encoded)
