"""Head-level arithmetic on the weights agrees with what the model computes, and writing to a view changes the model."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from fancy_einsum import einsum

from tests import models
from vlm_lens_native import HookedVLMTransformer


@pytest.mark.parametrize("family", models.NAMES)
def test_heads_computed_from_the_weights(family: str) -> None:
    model, inputs = models.model(family), models.inputs(family)
    _, cache = model.run_with_cache(inputs, "lm.blocks.1.*")
    attn, mlp = model.lm.blocks[1].attn, model.lm.blocks[1].mlp
    x = cache["lm.blocks.1.attn.hook_in"]
    for letter in "QKV":
        weight, bias = getattr(attn, f"W_{letter}"), getattr(attn, f"b_{letter}")
        mine = einsum("batch pos d_model, head d_model d_head -> batch pos head d_head", x, weight) + bias
        torch.testing.assert_close(mine, cache[letter.lower(), 1], rtol=1e-4, atol=1e-5)
    writes = einsum("batch pos head d_head, head d_head d_model -> batch pos head d_model", cache["z", 1], attn.W_O)
    torch.testing.assert_close(writes, cache["result", 1], rtol=1e-4, atol=1e-5)
    torch.testing.assert_close(writes.sum(2) + attn.b_O, cache["attn_out", 1], rtol=1e-4, atol=1e-5)
    x = cache["lm.blocks.1.mlp.hook_in"]
    hidden = torch.nn.functional.silu(x @ mlp.W_gate) * (x @ mlp.W_in)
    torch.testing.assert_close(hidden @ mlp.W_out, cache["mlp_out", 1], rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize("name", ["W_Q", "W_K", "W_V", "W_O"])
def test_views_write_through(name: str) -> None:
    model, inputs = models.fresh("qwen3_vl"), models.inputs("qwen3_vl")
    before = model(inputs).logits
    view = getattr(model.lm.blocks[0].attn, name)
    storage = view.untyped_storage().data_ptr()
    assert storage in {weight.untyped_storage().data_ptr() for weight in model.parameters()}
    with torch.no_grad():
        view[1] = 0
    assert not torch.equal(model(inputs).logits, before)
    assert getattr(model.lm.blocks[0].attn, name)[1].abs().max() == 0


def test_unembedding_and_embedding_are_the_models_own() -> None:
    model, inputs = models.model("llava"), models.inputs("llava")
    logits, cache = model.run_with_cache(inputs, ["lm.blocks.2.hook_resid_post", "lm.hook_embed"])
    stream = model.lm.ln_final(cache["resid_post", 2])
    assert torch.equal(model.unembed(stream), logits)
    torch.testing.assert_close(stream @ model.W_U + model.b_U, logits, rtol=1e-4, atol=1e-5)
    text = inputs["input_ids"] != 100
    assert torch.equal(cache["embed",][text], model.W_E[inputs["input_ids"]][text])


def test_weights_follow_the_hf_model_that_they_were_taken_from() -> None:
    model = models.fresh("llava")
    state = model.hf.state_dict()
    assert (
        model.lm.blocks[0].attn.q_proj.weight.data_ptr()
        == state["model.language_model.blocks.0.attn.q_proj.weight"].data_ptr()
    )


def test_frequencies_are_not_rounded_with_the_weights() -> None:
    """``model.to(bfloat16)`` rounds HF's rotary frequencies; ours are recomputed in float32."""
    model, reference = models.fresh("llava"), models.model("llava")
    positions, like = torch.arange(300)[None, None], torch.zeros(1)
    model.to(torch.bfloat16)
    own, other = model.lm.rotaries[0], reference.lm.rotaries[0]
    assert own is not None
    assert other is not None
    assert torch.equal(own(positions, like=like)[0], other(positions, like=like)[0])


@pytest.mark.parametrize("family", models.NAMES)
def test_the_vision_encoders_frequencies_are_not_rounded_either(family: str, tmp_path: Path) -> None:
    """A model that is taken to bfloat16 computes what HF's does that was loaded so; HF's loader leaves buffers."""
    hf, inputs = models.hf_model(family), models.inputs(family)
    hf.to(torch.bfloat16).save_pretrained(tmp_path / "half")
    models.hf_model(family).save_pretrained(tmp_path / "whole")
    loaded = HookedVLMTransformer.from_pretrained(tmp_path / "half")
    taken = HookedVLMTransformer.from_pretrained(tmp_path / "whole").to(torch.bfloat16)
    assert taken.dtype == torch.bfloat16
    assert torch.equal(taken(inputs).logits, loaded(inputs).logits)
    assert all(buffer.dtype in (torch.float32, torch.int64) for buffer in taken.buffers())
