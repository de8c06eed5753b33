"""Granite Docling: two routes from patches to tokens, of which a pass takes one.

`test_backbones`, `test_wrappers` and `test_contract` compare activations, generation and analyses with HF's.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
import torch

from tests.families.checkpoints import random_model
from tests.unit.inputs import families
from tests.unit.inputs.test_probing import noise
from vlm_lens_native import HookedVLMTransformer


@cache
def prepared(*, fine: bool) -> tuple[HookedVLMTransformer, Any, Any]:
    builder = families.granite_docling(fine=fine).builder
    hf = random_model(builder.hf_config)
    ours = HookedVLMTransformer.from_hf(hf, processor=builder.processor)
    return ours, ours.prepare_messages("?", noise((90, 60))), hf


@pytest.mark.parametrize("fine", [False, True], ids=["coarse", "fine"])
@pytest.mark.parametrize("point", ["adapter.hook_out", "adapter.deepstack.1.hook_out", "lm.blocks.1.hook_deepstack"])
def test_an_edit_acts_on_the_route_that_is_taken(point: str, fine: bool) -> None:
    ours, inputs, hf = prepared(fine=fine)
    connector = hf.model.vision_model.connector
    module = (
        connector.ln_out
        if point == "adapter.hook_out"
        else (connector.coarse, connector.fine)[fine].deepstack_mergers[1]
    )
    handle = module.register_forward_hook(lambda module, args, out: out + 0.3)
    expected = hf(**inputs).logits
    handle.remove()
    at = ours.token_layout(inputs).images.mask

    def shift(x: torch.Tensor, hook: Any) -> None:
        x[...] += 0.3 if point.startswith("adapter") else 0.3 * at[..., None]

    assert torch.equal(ours.run_with_hooks(inputs, [(point, shift)]), expected)
    assert not torch.equal(expected, ours(inputs).logits)
    n_tokens = 16 if fine else 4
    assert ours.run_with_cache(inputs, "adapter.hook_out")[1]["adapter.hook_out"].shape[:2] == (7, n_tokens)


def test_an_image_of_one_tile_is_a_view_of_the_whole() -> None:
    ours, *_ = prepared(fine=False)
    images = [noise((28, 28)), noise((30, 30), 1), noise((90, 60), 2)]
    content = [*({"type": "image", "image": image} for image in images), {"type": "text", "text": "?"}]
    layout = ours.token_layout(ours.prepare_chat([{"role": "user", "content": content}]))
    assert [len(layout.image(n)) for n in range(3)] == [4, 4, 28]
    assert layout.table.box[0, layout.image(1).indices()[-1]].tolist() == [15, 15, 30, 30]
