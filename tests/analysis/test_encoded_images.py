"""Patches in front of the decoder go into the tokens, and lie in the boxes, that are said: seen, not computed."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor

from tests.families.checkpoints import random_model
from tests.families.types import batch_of, config_of
from vlm_lens_native import HookedVLMTransformer, InputError
from vlm_lens_native.analysis.encoded_images import find_patches

READ_ALONE = ["internvl + qwen2", "mistral3", "smolvlm", "gemma4", "qwen2_5_vl", "minicpmv4_6", "paddleocr_vl"]
READ_ALONE += ["video_llama_3", "aya_vision"]


@pytest.mark.parametrize("name", READ_ALONE)
def test_a_token_has_the_patches_that_the_adapter_makes_it_of(name: str):
    hf_model = random_model(config_of(name))
    inputs = batch_of(name, hf_model)
    model = HookedVLMTransformer.from_hf(hf_model)
    seen: dict[str, Tensor] = {}

    def begin(x: Tensor, hook: object) -> Tensor:
        seen["in"] = x.detach().requires_grad_()
        return seen["in"]

    last = [each for each in model.hook_names("vision.blocks.*.hook_resid_post") if each.count(".") == 3][-1]
    hooks = [(last, begin), ("adapter.hook_out", lambda x, hook: seen.update(out=x))]
    with torch.enable_grad(), model.hooks(hooks):
        model.encode(inputs)
    layout, out = model.token_layout(inputs), seen["out"]
    patches, tokens = (find_patches(model, layout, *seen[which].shape[:2]) for which in ("in", "out"))
    asked = 0
    for image, nth in (tokens.position >= 0).nonzero().tolist():
        (gradient,) = torch.autograd.grad(out[image, nth].sum(), seen["in"], retain_graph=True)
        position, batch = tokens.position[image, nth], tokens.batch[image, nth]
        assert torch.equal((gradient != 0).any(-1), (patches.position == position) & (patches.batch == batch))
        asked += 1
    assert asked == len(layout.images)


@pytest.mark.parametrize("name", ["toy-llava", "toy-qwen2_5_vl", "toy-smolvlm"])
def test_a_patch_lies_where_a_change_of_the_picture_reaches_it(name: str):
    model = HookedVLMTransformer.from_pretrained(name)
    plain = np.full((112, 112, 3), 90, dtype=np.uint8)
    inputs = model.prepare_messages("How many?", Image.fromarray(plain))
    first = "vision.blocks.0.hook_resid_pre"
    before = model.run_with_cache(inputs, first)[1][first]
    found = find_patches(model, model.token_layout(inputs), *before.shape[:2])
    painted = plain.copy()
    painted[44:52, 68:76] = 255
    after = model.run_with_cache(model.prepare_messages("How many?", Image.fromarray(painted)), first)[1][first]
    changed = (after - before).abs().amax(-1) > 1e-2
    x1, y1, x2, y2 = found.box.unbind(-1)
    inside = (x1 < 76) & (x2 > 68) & (y1 < 52) & (y2 > 44)
    near = (x1 < 80) & (x2 > 64) & (y1 < 56) & (y2 > 40)  # resizing blurs
    assert inside.any()
    assert (changed | ~inside).all()
    assert (near | ~changed).all()


def test_rows_that_are_cut_and_joined_have_no_tokens():
    hf_model = random_model(config_of("llava_next"))
    inputs = batch_of("llava_next", hf_model)
    model = HookedVLMTransformer.from_hf(hf_model)
    with pytest.raises(InputError, match="rows are cut and joined"):
        find_patches(model, model.token_layout(inputs), 3, 4)
