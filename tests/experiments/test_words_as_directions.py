"""TransformerLens's way from words to tokens and directions, and back."""

from __future__ import annotations

import pytest
import torch

from tests import models
from tests.analysis.conftest import load
from tests.experiments.conftest import picture
from vlm_lens_native import InputError, MissingProcessorError
from vlm_lens_native.analysis import find_word


def test_texts_become_tokens_and_texts_again(model):
    tokens = model.to_tokens("red circle", prepend_bos=False)
    assert tokens.tolist() == [model.tokenizer.encode("red circle", add_special_tokens=False)]
    assert model.to_string(tokens)[0].strip() == "red circle"
    assert model.to_string(tokens[0]).strip() == "red circle"
    assert model.to_string(int(tokens[0, 0])) == model.tokenizer.decode([int(tokens[0, 0])])
    if model.tokenizer.bos_token_id is None:
        with pytest.raises(InputError, match="no BOS token"):
            model.to_tokens("red", prepend_bos=True)
    else:
        assert model.to_tokens("red", prepend_bos=True)[0, 0] == model.tokenizer.bos_token_id
    assert model.to_tokens("red").tolist() == [model.tokenizer.encode("red")]
    two = model.to_tokens(["red circle", "red"], prepend_bos=False)
    assert two.shape == (2, tokens.shape[1])
    assert two[1, -1] == model.tokenizer.pad_token_id


def test_directions_of_tokens_are_the_unembeddings_columns(model):
    ids = torch.tensor([[5, 6], [7, 8]])
    found = model.tokens_to_residual_directions(ids)
    assert found.shape == (2, 2, model.cfg.d_model)
    assert torch.equal(found[1, 0], model.W_U[:, 7])
    assert torch.equal(model.tokens_to_residual_directions(7), model.W_U[:, 7])
    text = model.tokenizer.decode([find_word(model.tokenizer, "red").token_ids[0]])
    assert torch.equal(model.tokens_to_residual_directions(text), model.W_U[:, model.to_single_token(text)])
    with pytest.raises(InputError, match="Token ids are integers"):
        model.tokens_to_residual_directions(model.cfg.d_vocab)


def test_a_words_direction_reads_its_logit_off_the_stream(model):
    """The stream times the direction, over the scale, is the mean of the logits of the word's tokens."""
    inputs = model.prepare_messages("What?", picture(0, 112, 112))
    last = f"lm.blocks.{model.cfg.n_layers - 1}.hook_resid_post"
    logits, cache = model.run_with_cache(inputs, [last, "lm.ln_final.hook_scale"])
    ids = list(find_word(model.tokenizer, "red").token_ids)
    expected = logits[0, -1, ids].mean() - model.b_U[ids].mean()
    said = cache[last][0, -1] @ model.word_direction("red", norm=True) / cache["lm.ln_final.hook_scale"][0, -1]
    torch.testing.assert_close(said[0], expected, rtol=1e-4, atol=1e-4)
    assert torch.equal(model.word_direction("red", norm=False), model.W_U[:, ids].mean(-1))
    assert not torch.allclose(model.word_direction("red"), model.word_direction("red", norm=False))


def test_without_a_tokenizer_they_say_so():
    with pytest.raises(MissingProcessorError, match="no tokenizer"):
        models.model("llava").to_tokens("red")
    with pytest.raises(MissingProcessorError, match="no tokenizer"):
        models.model("llava").to_string([1])
    assert load("toy-smolvlm")[0].to_string([5]) != ""
