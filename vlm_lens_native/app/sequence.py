"""A prompt with one more token, and with fewer: what the decoder receives, what a layout reads, a KV cache."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import pad
from transformers import BatchFeature, DynamicCache

from vlm_lens_native.encoded import DecoderInput
from vlm_lens_native.inputs.prepared import PreparedInputs
from vlm_lens_native.model import HookedVLMTransformer


def extended(model: HookedVLMTransformer, encoded: DecoderInput, token: int) -> DecoderInput:
    """One row of encoded inputs with a token of text behind it; no image is encoded again."""
    embed = model.hf.get_input_embeddings()
    new = embed(torch.tensor([[token]], device=model.device)).to(encoded.embeddings)
    own, before = model.lm.per_layer_of(new, torch.tensor([[token]], device=model.device)), encoded.per_layer
    n_pos = encoded.embeddings.shape[1]
    mask, positions = encoded.attention_mask, encoded.positions
    if positions is not None:
        behind = 0 if encoded.offsets is None else int(encoded.offsets.flatten()[0])
        number = n_pos + behind if encoded.offsets is not None else int(positions[..., -1].max()) + 1
        positions = torch.cat([positions, torch.full_like(positions[..., :1], number)], dim=-1)
    return replace(
        encoded,
        embeddings=torch.cat([encoded.embeddings, new], dim=1),
        attention_mask=None if mask is None else pad(mask, (0, 1), value=1),
        positions=positions,
        visual=None if encoded.visual is None else pad(encoded.visual, (0, 1)),
        of_images=None if encoded.of_images is None else pad(encoded.of_images, (0, 1)),
        image_keys=None if encoded.image_keys is None else encoded.image_keys.with_token(),
        per_layer=before if own is None or before is None else torch.cat([before, own], dim=1),
        prompt=_longer(encoded.prompt, token),
    )


def _longer(prompt: Mapping[str, Any], token: int) -> Mapping[str, Any]:
    """Token ids, masks and token types of a prompt, one longer."""
    shape = prompt["input_ids"].shape
    fills = {"input_ids": token, "attention_mask": 1}
    data = {
        key: pad(value, (0, 1), value=fills.get(key, 0))
        if isinstance(value, Tensor) and value.shape == shape
        else value
        for key, value in prompt.items()
    }
    if not isinstance(prompt, PreparedInputs):
        return data
    attributes = {name: value for name, value in vars(prompt).items() if name != "data"}
    return PreparedInputs.of(BatchFeature(data, skip_tensor_conversion=prompt.skip_tensor_conversion), **attributes)


def cropped(past: DynamicCache, n_pos: int, *, whole: frozenset[int] = frozenset()) -> DynamicCache:
    """The first positions of a KV cache, without a copy; the cache itself stays as it is.

    Args:
        past: The cache.
        n_pos: How many.
        whole: Layers that hold no positions, but keys of images, which stay.
    """
    part = copy.copy(past)
    part.layers = [copy.copy(layer) for layer in past.layers]
    for number, layer in enumerate(part.layers):
        if number in whole:
            continue
        kept: Any = layer
        kept.keys, kept.values = kept.keys[:, :, :n_pos], kept.values[:, :, :n_pos]
    return part
