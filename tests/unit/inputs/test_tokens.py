"""Tokens as text, and text as one token, by TransformerLens's names."""

from __future__ import annotations

import pytest

from vlm_lens_native import HookedVLMTransformer, InputError
from vlm_lens_native.toys.scenes import Scene


@pytest.fixture(scope="module")
def model() -> HookedVLMTransformer:
    return HookedVLMTransformer.from_pretrained("toy-llava")


def test_every_position_has_its_text(model) -> None:
    images = [Scene.random(seed, n_objects=2).image for seed in (0, 1)]
    inputs = model.prepare_messages_batch(["What colour is the square?", "How many?"], images)
    layout = model.token_layout(inputs)
    for row in (0, 1):
        strings = model.to_str_tokens(inputs, batch=row)
        assert len(strings) == inputs["input_ids"].shape[1]
        assert {strings[position] for position in layout.images.indices(row)} == {"<image>"}
        assert "".join(strings[position] for position in layout.question.indices(row)) in inputs.text[row]
    assert model.to_str_tokens(model.encode(inputs), batch=1) == strings
    with pytest.raises(InputError, match="no row 2"):
        model.to_str_tokens(inputs, batch=2)


def test_a_text_is_one_token_or_an_error(model) -> None:
    assert model.tokenizer.decode([model.to_single_token(" blue")]) == " blue"
    assert model.to_single_token("blue") != model.to_single_token(" blue")
    with pytest.raises(InputError, match="must be a single token, but it is"):
        model.to_single_token("helicopter")
    bare = HookedVLMTransformer.from_hf(model.hf)
    assert bare.to_str_tokens({"input_ids": model.tokenizer(["a"], return_tensors="pt")["input_ids"]})[0].isdigit()
    with pytest.raises(InputError, match="needs a tokenizer"):
        bare.to_single_token(" blue")
