"""The lens reads what HF's own norm and head say, once, at every layer."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from vlm_lens_native import InputError
from vlm_lens_native.analysis import find_word, lens_logits, logit_lens


@pytest.fixture
def hf_logits(hf, inputs):
    """HF's head on HF's norm of each stream, with deepstack put where the stream gets it; HF norms the last itself."""
    norm, states = hf.get_decoder().norm, []
    handles = [
        hf.get_decoder()
        .layers[0]
        .register_forward_pre_hook(
            lambda _, args, kwargs: states.append(args[0] if args else kwargs["hidden_states"]), with_kwargs=True
        ),
        *(
            layer.register_forward_pre_hook(
                lambda _, args, kwargs: states.append(args[0] if args else kwargs["hidden_states"]), with_kwargs=True
            )
            for layer in hf.get_decoder().layers[1:]
        ),
    ]
    try:
        with torch.no_grad():
            last = hf(**inputs).logits[0]
            return [*(hf.lm_head(norm(state))[0] for state in states), last]
    finally:
        for handle in handles:
            handle.remove()


def test_it_equals_hf_at_every_layer(model, inputs, hf_logits):
    lens = logit_lens(model, inputs, top_k=5, words=["red", "blue"])
    assert lens.layers == ("embed", *range(model.cfg.n_layers))
    for layer, logits in enumerate(hf_logits):
        logprobs = logits.log_softmax(-1)
        torch.testing.assert_close(lens.top_probs[layer], logprobs.exp().topk(5).values, rtol=1e-5, atol=1e-7)
        torch.testing.assert_close(lens.entropy[layer], -(logprobs.exp() * logprobs).sum(-1), rtol=1e-5, atol=1e-5)
    assert torch.equal(lens.top_ids[-1], hf_logits[-1].topk(5).indices)


def test_the_last_layer_is_the_models_own_logits(model, inputs):
    logits, cache = model.run_with_cache(inputs, "lm.blocks.*.hook_resid_post")
    assert torch.equal(lens_logits(model, cache["resid_post", model.cfg.n_layers - 1]), logits)


def test_top_tokens_and_ranks_by_brute_force(model, inputs, hf_logits):
    lens = logit_lens(model, inputs, layers=[2], top_k=3, words=["red"], chunk_bytes=1)
    for position, logits in enumerate(hf_logits[3]):
        order = sorted(range(len(logits)), key=lambda token: -float(logits[token]))
        assert lens.top_ids[0, position].tolist() == order[:3]
        best = min(order.index(token) for token in lens.words[0].token_ids)
        assert lens.word_ranks[0, position, 0] == best + 1
        probs = logits.softmax(-1)
        assert float(lens.word_probs[0, position, 0]) == pytest.approx(
            sum(float(probs[token]) for token in lens.words[0].token_ids), rel=1e-5
        )


def test_chunks_do_not_change_what_is_read(model, inputs):
    whole, chunked = logit_lens(model, inputs), logit_lens(model, inputs, chunk_bytes=5 * 4 * model.cfg.d_vocab)
    torch.testing.assert_close(whole.top_probs, chunked.top_probs)
    torch.testing.assert_close(whole.entropy, chunked.entropy)


def test_layers_and_positions_are_those_asked_for(model, inputs):
    layout = model.token_layout(inputs)
    lens = logit_lens(model, inputs, layers=[-1, "embed", 1], positions=layout.images, words=["red"])
    everything = logit_lens(model, inputs, words=["red"])
    assert lens.layers == ("embed", 1, model.cfg.n_layers - 1)
    assert torch.equal(lens.positions, layout.images.indices())
    rows = torch.tensor([0, 2, model.cfg.n_layers])
    torch.testing.assert_close(lens.word_probs, everything.word_probs[rows][:, lens.positions])


def test_it_sees_what_active_hooks_do(model, inputs):
    with model.hooks(fwd_hooks=[("lm.blocks.2.hook_resid_post", lambda x, hook: torch.zeros_like(x))]):
        lens = logit_lens(model, inputs, layers=[1, 2])
    assert lens.entropy[0].std() > 1e-3
    torch.testing.assert_close(lens.entropy[1], torch.full_like(lens.entropy[1], np.log(model.cfg.d_vocab)))


def test_a_map_paints_each_tokens_pixels(model, inputs, scene):
    layout = model.token_layout(inputs)
    lens = logit_lens(model, inputs, positions=layout.images, words=["red"])
    painted = lens.map("red")[3]
    assert painted.shape == (112, 112)
    token = layout.positions(box=scene.objects[0].box)[0]  # tiles come before the global view
    x1, y1, x2, y2 = layout.table.box[0, token]
    value = lens.word_probs[4, lens.positions.tolist().index(int(token)), 0]
    assert painted[int((y1 + y2) / 2), int((x1 + x2) / 2)] == pytest.approx(float(value), rel=1e-6)


def test_tables_and_figures(model, inputs):
    lens = logit_lens(model, inputs, positions=[1, 2], top_k=2, words=["red"])
    assert len(lens.to_dataframe()) == len(lens.layers) * 2 * 2
    assert len(lens.words_to_dataframe()) == len(lens.layers) * 2
    assert lens.plot().axes
    assert lens.plot(position=2, top=2).axes


def test_words_are_found_in_all_their_spellings(model):
    tokenizer = model.tokenizer
    found = find_word(tokenizer, "red")
    assert {tokenizer.decode([token]) for token in found.token_ids} == {"red", " red"}
    assert find_word(tokenizer, found.token_ids[0]).token_ids == found.token_ids[:1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"layers": [6]}, "numbers of blocks from 0 to 5"),
        ({"layers": []}, "numbers of blocks"),
        ({"layers": ["embeds"]}, "'embed'"),
        ({"words": ["zebra crossing"]}, "No single token spells"),
        ({"top_k": 0}, "at least one"),
        ({"positions": [1000]}, "outside"),
    ],
)
def test_what_does_not_exist_is_an_error(model, inputs, arguments, message):
    with pytest.raises(InputError, match=message):
        logit_lens(model, inputs, **arguments)
