"""Patterns of vision encoders are those of HF's eager attention, an image in each entry; streams add up."""

from __future__ import annotations

import sys
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from tests import models
from tests.families.checkpoints import random_model
from vlm_lens_native import HookedVLMTransformer

FAMILIES = pytest.mark.parametrize("family", models.NAMES)
KERNELS = pytest.mark.parametrize("kernel", ["sdpa", "eager"])
ENCODERS = {
    "llava": ("model.vision_tower", "encoder.layers"),
    "smolvlm": ("model.vision_model", "encoder.layers"),
    "qwen2_5_vl": ("model.visual", "blocks"),
    "qwen3_vl": ("model.visual", "blocks"),
}
LENGTHS = [16, 24, 8]  # patches of Qwen's three images
VISUAL = ["vision.*", "adapter.*"]
PATTERN = "vision.blocks.1.attn.hook_pattern"


def setting(family: str, kernel: str = "sdpa") -> tuple[HookedVLMTransformer, dict[str, Tensor], Tensor]:
    model, inputs = models.model(family, kernel), models.inputs(family)
    return model, inputs, model(inputs).logits


class EagerEncoder:
    """HF's own encoder under eager attention, and what it shows: the weights, and the input of block 0."""

    def __init__(self, family: str, inputs: dict[str, Tensor], monkeypatch: pytest.MonkeyPatch) -> None:
        hf_model = random_model(models._FAMILIES[family].config())
        hf_model.set_attn_implementation("eager")
        path, blocks = ENCODERS[family]
        self.encoder, self.weights, self.inputs = hf_model.get_submodule(path), [], inputs
        self.encoder.get_submodule(blocks)[0].register_forward_pre_hook(
            lambda _, args: setattr(self, "packed", args[0])
        )
        home, own = sys.modules[type(self.encoder).__module__], set(self.encoder.modules())
        eager = home.eager_attention_forward

        def spy(module: nn.Module, *args: Any, **kwargs: Any) -> tuple[Tensor, Tensor]:
            output, weights = eager(module, *args, **kwargs)
            self.weights += [weights] if module in own else []
            return output, weights

        monkeypatch.setattr(home, "eager_attention_forward", spy)
        hf_model(**inputs)
        monkeypatch.undo()

    def order(self) -> Tensor:
        """Which row of all images each packed row is, found by looking where each embedded patch went."""
        embedded = self.encoder.patch_embed(self.inputs["pixel_values"])
        return (self.packed[:, None] == embedded[None]).all(-1).long().argmax(-1)


def per_image(packed: Tensor, order: Tensor | None, lengths: list[int]) -> Tensor:
    """``[packed ...]`` as ``[image row ...]``; ``order``: which row of all images each packed row is."""
    rows = torch.empty_like(packed)
    rows[torch.arange(len(packed)) if order is None else order] = packed
    return nn.utils.rnn.pad_sequence(list(rows.split(lengths)), batch_first=True)


def squares(weights: list[Tensor], order: Tensor | None) -> Tensor:
    """HF's weights of one block, ``[1 head n n]`` for each image or window, as ``[image head row row]``."""
    packed = torch.stack([torch.block_diag(*heads) for heads in zip(*(w[0] for w in weights), strict=True)], dim=-1)
    queries = per_image(packed, order, [len(packed)])[0]
    whole = per_image(queries.transpose(0, 1), order, [len(packed)])[0].transpose(0, 1)  # [query key head]
    found, first = torch.zeros(len(LENGTHS), 4, max(LENGTHS), max(LENGTHS)), 0
    for image, length in enumerate(LENGTHS):
        own = slice(first, first + length)
        found[image, :, :length, :length] = whole[own, own].permute(2, 0, 1)
        first += length
    return found


@FAMILIES
@KERNELS
def test_patterns_are_those_of_hfs_eager_attention(family: str, kernel: str, monkeypatch: pytest.MonkeyPatch) -> None:
    model, inputs, _ = setting(family, kernel)
    _, cache = model.run_with_cache(inputs, "vision.*.hook_pattern")
    shown = EagerEncoder(family, inputs, monkeypatch)
    order = shown.order() if family == "qwen2_5_vl" else None
    n_calls = {"qwen2_5_vl": [4, 3], "qwen3_vl": [3, 3, 3]}.get(family, [1] * len(cache))  # windows, images, batch
    for value, n in zip(cache.values(), n_calls, strict=True):
        weights, shown.weights = shown.weights[:n], shown.weights[n:]
        expected = squares(weights, order) if family.startswith("qwen") else weights[0]
        if kernel == "eager":
            assert torch.equal(value, expected)
        else:
            torch.testing.assert_close(value, expected, rtol=1e-5, atol=1e-6)
    assert len(shown.weights) == (family == "llava")  # whose last block does not reach the logits


@FAMILIES
def test_streams_add_up_and_pass_on(family: str) -> None:
    model, inputs, _ = setting(family)
    _, cache = model.run_with_cache(inputs, VISUAL)
    for layer in range(2):
        pre, attn, mlp, post = (
            cache[f"vision.blocks.{layer}.hook_{part}"] for part in ("resid_pre", "attn_out", "mlp_out", "resid_post")
        )
        assert torch.equal(pre + attn + mlp, post)
    assert torch.equal(cache["vision.blocks.0.hook_resid_post"], cache["vision.blocks.1.hook_resid_pre"])


def test_padded_patches_of_smolvlm_are_not_seen() -> None:
    inputs = models.inputs("smolvlm")
    mask = torch.ones(2, 2, 64, 64, dtype=torch.long)
    mask[0, 0, 40:] = 0  # of the first image, the lower 3 of 8 rows of patches
    inputs = {**inputs, "pixel_attention_mask": mask}
    patterns = []
    for kernel in ("sdpa", "eager"):
        model = models.model("smolvlm", kernel)
        logits, cache = model.run_with_cache(inputs, PATTERN)
        assert torch.equal(logits, model(inputs).logits)
        patterns.append(cache[PATTERN])
    assert patterns[0][0, :, :, 40:].abs().max() == 0
    torch.testing.assert_close(*patterns, rtol=1e-5, atol=1e-6)
