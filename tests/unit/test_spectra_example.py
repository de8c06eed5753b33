"""The activation-patching example of the Spectra paper (its figure 4) runs with another import and class name."""

from __future__ import annotations

import pytest
import torch

from vlm_lens_native import HookedVLMTransformer
from vlm_lens_native.toys.scenes import Scene


@pytest.mark.parametrize("toy", ["toy-llava", "toy-qwen2_5_vl", "toy-qwen3_vl"])
def test_patching_the_last_row_of_image_tokens(toy: str) -> None:
    source_image = Scene.containing([("circle", "red")], seed=1).image
    target_image = Scene.containing([("square", "blue"), ("triangle", "green")], seed=2).image

    model = HookedVLMTransformer.from_pretrained(toy)
    hook = "lm.blocks.0.hook_resid_pre"

    src_inputs = model.prepare_messages("How many shapes are there?", source_image, assistant_prefill="There are")
    tgt_inputs = model.prepare_messages("How many shapes are there?", target_image, assistant_prefill="There are")

    with model.run_with_cache([hook]) as cache:
        model.forward(src_inputs)
    src_resid = cache[hook]

    info = model.process_image(source_image)
    row_start = (info.grid_h - 1) * info.grid_w
    row_end = info.grid_h * info.grid_w

    src_img, _ = model.get_image_token_range(src_inputs)
    tgt_img, _ = model.get_image_token_range(tgt_inputs)

    def patch_fn(module, args, kwargs, output):
        output[0, tgt_img + row_start : tgt_img + row_end] = src_resid[0, src_img + row_start : src_img + row_end]
        return output

    with model.run_with_hooks([hook, patch_fn]):
        patched_output = model.forward(tgt_inputs)

    # what it should have done, in this library's own terms
    source, target = model.token_layout(src_inputs), model.token_layout(tgt_inputs)

    def patch(resid: torch.Tensor, hook: object) -> torch.Tensor:
        patched = resid.clone()
        patched[0, target.positions(rows=info.grid_h - 1)] = src_resid[0, source.positions(rows=info.grid_h - 1)]
        return patched

    plain = model(tgt_inputs).logits
    assert torch.equal(patched_output.logits, model.run_with_hooks(tgt_inputs, [(hook, patch)]))
    assert not torch.equal(patched_output.logits[:, -1], plain[:, -1])
    assert torch.equal(patched_output.logits[:, :tgt_img], plain[:, :tgt_img])
