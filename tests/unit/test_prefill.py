"""Passes that take the first positions of a prompt from a KV cache."""

from __future__ import annotations

import pytest
import torch

from tests import models
from vlm_lens_native import InputError

FAMILIES = pytest.mark.parametrize("family", models.NAMES)
N = 9  # within an image in every family's batch, and behind the padding


@FAMILIES
def test_the_rest_of_a_prefilled_prompt_comes_out_as_in_a_whole_pass(family: str) -> None:
    model, inputs = models.model(family), models.inputs(family)
    whole, cache = model.run_with_cache(inputs, "lm.*hook_resid*")
    rest = model.prefill(inputs, N)
    for _ in range(2):  # the prefix is not used up
        logits, kept = model.run_with_cache(rest, "lm.*hook_resid*")
        torch.testing.assert_close(logits, whole[:, N:], rtol=1e-4, atol=1e-4)
        for name, value in kept.items():
            torch.testing.assert_close(value, cache[name][:, N:], rtol=1e-4, atol=1e-4)


@FAMILIES
@pytest.mark.parametrize("kernel", ["sdpa", "eager"])
@pytest.mark.parametrize("side", ["left", "right"])
def test_tokens_come_out_as_in_a_whole_pass_wherever_the_padding_stands(family: str, kernel: str, side: str) -> None:
    """Padding itself need not: under eager attention it attends to everything, and behind a prefix that is less."""
    model, inputs = models.model(family, kernel), models.inputs(family)
    n_padding = int((inputs["attention_mask"] == 0).sum())
    start = n_padding - 1
    if side == "right":
        start = N
        for key in ("input_ids", "attention_mask", "mm_token_type_ids"):
            if key in inputs:
                inputs[key] = torch.stack([inputs[key][0], inputs[key][1].roll(-n_padding)])
    tokens = inputs["attention_mask"][:, start:].bool()
    logits = model(model.prefill(inputs, start)).logits
    torch.testing.assert_close(logits[tokens], model(inputs).logits[:, start:][tokens], rtol=1e-4, atol=1e-4)


@FAMILIES
def test_an_edit_behind_the_prefix_acts_as_in_a_whole_pass_also_from_the_middle(family: str) -> None:
    model, inputs = models.model(family), models.inputs(family)
    name = "lm.blocks.1.hook_resid_pre"

    def edit(resid, hook):
        resid[:, N + 1 - hook.first_position] *= -2

    whole = model.run_with_hooks(inputs, [(name, edit)])
    rest = model.prefill(inputs, N)
    torch.testing.assert_close(model.run_with_hooks(rest, [(name, edit)]), whole[:, N:], rtol=1e-4, atol=1e-4)
    resid = model.run_with_cache(rest, name)[1][name].clone()
    resid[:, 1] *= -2
    resumed = model(rest, start_at_layer=1, resid=resid).logits
    torch.testing.assert_close(resumed, whole[:, N:], rtol=1e-4, atol=1e-4)
    assert not torch.allclose(resumed, model(rest).logits, atol=1e-2)


def test_positions_of_a_cache_count_from_the_start_of_the_prompt() -> None:
    model, inputs = models.model("llava"), models.inputs("llava")
    rest = model.prefill(inputs, N)
    name = "lm.blocks.1.attn.hook_pattern"
    whole = model.run_with_cache(inputs, name, positions=[N + 2, -1])[1][name]
    kept = model.run_with_cache(rest, name, positions=[N + 2, -1])[1][name]
    torch.testing.assert_close(kept, whole, rtol=1e-4, atol=1e-5)


def test_what_can_not_be_prefilled_raises() -> None:
    model, inputs = models.model("llava"), models.inputs("llava")
    for n in (0, 16, -1):
        with pytest.raises(InputError, match="1 to 15 can"):
            model.prefill(inputs, n)
    rest = model.prefill(inputs, N)
    with pytest.raises(InputError, match="already"):
        model.prefill(rest, 2)
    with pytest.raises(InputError, match="leave it out"):
        model(rest, past_key_values=rest.past)
    with pytest.raises(InputError, match="token ids"):
        model.generate(rest)
