"""Blocks of the vision encoder are read through the rest of the encoder's path, the adapter and the lens."""

from __future__ import annotations

import pytest
import torch

from vlm_lens_native import InputError
from vlm_lens_native.analysis import lens_logits, logit_lens, vision_layers


def test_the_last_block_reads_like_the_embeddings(model, inputs):
    images = model.token_layout(inputs).images
    layers = vision_layers(model)
    lens = logit_lens(model, inputs, layers=[*layers, "embed"], positions=images, words=["red"])
    assert lens.layers == (*layers, "embed")
    assert torch.equal(lens.top_probs[-2], lens.top_probs[-1])
    assert torch.equal(lens.word_probs[-2], lens.word_probs[-1])
    for nth in range(len(layers) - 1):
        assert not torch.allclose(lens.top_probs[nth], lens.top_probs[-1], atol=1e-3)


def test_an_early_block_reads_as_if_the_encoder_ended_there(model, inputs):
    """The same by another way: the blocks behind it write nothing."""
    images = model.token_layout(inputs).images
    lens = logit_lens(model, inputs, layers=["vision.0"], positions=images)
    silent = [
        (f"vision.blocks.{name.removeprefix('vision.')}.{out}", lambda x, hook: torch.zeros_like(x))
        for name in vision_layers(model)[1:]
        for out in ("hook_attn_out", "hook_mlp_out")
    ]
    with model.hooks(fwd_hooks=silent):
        embeddings = model.encode(inputs).embeddings
    probs = lens_logits(model, embeddings[:1, images.indices()])[0].softmax(-1)
    torch.testing.assert_close(lens.top_probs[0], probs.topk(10).values, rtol=1e-4, atol=1e-6)


def test_it_goes_as_it_goes_by_too(model, inputs):
    images = model.token_layout(inputs).images
    chosen = {"layers": ["vision.0", 1], "positions": images, "words": ["red"]}
    kept, passing = logit_lens(model, inputs, **chosen), logit_lens(model, inputs, **chosen, keep="nothing")
    assert torch.equal(kept.kl, passing.kl)
    assert torch.equal(kept.word_ranks, passing.word_ranks)


def test_hooks_in_the_encoder_have_their_effect(model, inputs):
    images = model.token_layout(inputs).images
    plain = logit_lens(model, inputs, layers=["vision.0", "vision.1"], positions=images)
    with model.hooks(fwd_hooks=[("vision.blocks.1.hook_attn_out", lambda x, hook: torch.zeros_like(x))]):
        edited = logit_lens(model, inputs, layers=["vision.0", "vision.1"], positions=images)
    assert torch.equal(plain.top_probs[0], edited.top_probs[0])
    assert not torch.allclose(plain.top_probs[1], edited.top_probs[1], atol=1e-3)


@pytest.mark.parametrize("name", ["toy-llava"])
def test_text_has_no_place_in_the_encoder(model, inputs):
    with pytest.raises(InputError, match=r"positions=layout\.images"):
        logit_lens(model, inputs, layers=["vision.0"])
