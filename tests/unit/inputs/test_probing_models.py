"""The same claim in whole models: what is painted on an image arrives at the positions that the layout names.

Without attention in the vision encoder, each patch goes its own way through encoder, adapter and merge. So the
decoder's input may change at the painted token's position, and nowhere else.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
import torch
from PIL import Image

from tests.unit.inputs.test_probing import inverted, noise
from vlm_lens_native import HookedVLMTransformer

TOYS = ("toy-llava", "toy-qwen2_5_vl", "toy-qwen3_vl", "toy-smolvlm")


@cache
def toy(name: str) -> HookedVLMTransformer:
    return HookedVLMTransformer.from_pretrained(name)


def embeddings(model: HookedVLMTransformer, images: list[np.ndarray]) -> torch.Tensor:
    """What block 0 receives when patches don't see each other."""

    def silence(activation, hook):
        return torch.zeros_like(activation)

    inputs = prepared(model, images)
    with model.hooks(fwd_hooks=[("vision.*.hook_attn_out", silence)]):
        _, cache = model.run_with_cache(inputs, "lm.hook_embed")
    return cache["lm.hook_embed"]


def prepared(model: HookedVLMTransformer, images: list[np.ndarray]):
    content = [*({"type": "image", "image": image} for image in images), {"type": "text", "text": "?"}]
    return model.prepare_chat([{"role": "user", "content": content}])


@pytest.mark.parametrize("name", TOYS)
@pytest.mark.parametrize("size", [(112, 112), (150, 90), (70, 200)], ids=str)
def test_a_painted_patch_arrives_at_its_position(
    name: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Lanczos, SmolVLM's filter, would smear small images over neighbouring tokens.
    monkeypatch.setattr(toy(name).processor.image_processor, "resample", Image.Resampling.NEAREST)
    model, images = toy(name), [noise(size), noise((100, 130), seed=1)]
    layout = model.token_layout(prepared(model, images))
    before, table, checked = embeddings(model, images), layout.table, 0
    fine = np.flatnonzero((table.image[0] == 0) & ~table.is_global[0])
    for position in np.random.default_rng(0).permutation(fine)[:4]:
        (x1, y1), (x2, y2) = corners = table.box[0, position].reshape(2, 2)
        if x2 - x1 < 3 or y2 - y1 < 3:
            continue  # cut off by the crop
        middle, eighth = corners.mean(axis=0), (corners[1] - corners[0]) / 8
        box = (*np.floor(middle - eighth).astype(int).tolist(), *np.ceil(middle + eighth).astype(int).tolist())
        after = embeddings(model, [inverted(images[0], box), images[1]])
        moved = ((after - before)[0].abs().amax(-1) > 1e-6).nonzero().flatten().tolist()
        assert [p for p in moved if not table.is_global[0, p]] == [position]
        assert set(moved) <= set(layout.image(0).indices().tolist())
        assert set(layout.box(box, image=0).indices().tolist()) <= set(moved)  # in the global view too
        checked += 1
    assert checked >= 2
