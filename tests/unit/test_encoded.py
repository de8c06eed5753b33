"""Encoded inputs go wherever inputs go, and give the same."""

from __future__ import annotations

import pytest
import torch

from tests import models
from vlm_lens_native import HookedVLMTransformer, InputError
from vlm_lens_native._transformers import KV_CACHE
from vlm_lens_native.analysis import attention_to_image, knockout, logit_lens, patching
from vlm_lens_native.analysis.heads import grounding
from vlm_lens_native.toys.scenes import Scene

FAMILIES = pytest.mark.parametrize("family", models.NAMES)


@FAMILIES
def test_every_layer_can_be_the_first(family: str) -> None:
    model, encoded = models.model(family), models.model(family).encode(models.inputs(family))
    logits, cache = model.run_with_cache(encoded, "lm.*.hook_resid_pre")
    for layer in (0, 1, 2, -1):
        assert torch.equal(model(encoded, start_at_layer=layer, resid=cache["resid_pre", layer]).logits, logits)


@FAMILIES
def test_hf_arguments_of_forward(family: str) -> None:
    model, inputs = models.model(family), models.inputs(family)
    encoded, n_pos = model.encode(inputs), inputs["input_ids"].shape[1]
    asked = {"output_hidden_states": True, "output_attentions": True, "logits_to_keep": 2, "use_cache": True}
    mine, whole = model(encoded, **asked), model(inputs, **asked)
    assert mine.logits.shape[1] == 2
    assert torch.equal(mine.logits, whole.logits)
    assert mine[KV_CACHE].get_seq_length() == n_pos
    assert model(encoded).get(KV_CACHE) is None
    for name in ("hidden_states", "attentions"):
        assert len(mine[name]) == len(whole[name])
        assert all(map(torch.equal, mine[name], whole[name]))
    assert torch.equal(model(encoded, return_dict=False)[0], model(inputs).logits)
    with pytest.raises(InputError, match="hold all layers"):
        model(encoded, start_at_layer=1, resid=encoded.embeddings, output_hidden_states=True)


@FAMILIES
def test_a_pass_that_stops_makes_no_kv_cache(family: str) -> None:
    model, inputs = models.model(family), models.inputs(family)
    resid = model.run_with_cache(inputs, "lm.blocks.1.hook_resid_pre")[1]["resid_pre", 1]
    for given in (inputs, model.encode(inputs)):
        for use_cache in (True, False):
            assert torch.equal(model.run_with_hooks(given, stop_at_layer=1, use_cache=use_cache), resid)


@FAMILIES
def test_the_layout_is_that_of_the_prompt(family: str) -> None:
    model, inputs = models.model(family), models.alone(family)[1]
    encoded, image = model.encode(inputs), (inputs["input_ids"][0] == 100).nonzero()[:, 0]
    assert not any("pixel" in key for key in encoded.prompt)
    assert model.token_layout(encoded).to_dataframe().equals(model.token_layout(inputs).to_dataframe())
    assert torch.equal(model.get_image_token_positions(encoded), image)
    assert model.get_image_token_range(encoded) == (int(image[0]), int(image[-1]))
    with pytest.raises(InputError, match="no token ids"):
        model.token_layout(model.prefill(inputs, 2))


def test_image_tokens_are_known_where_it_is_not_known_what_makes_up_an_image() -> None:
    model, inputs = models.model("smolvlm"), models.alone("smolvlm")[0]
    assert model.get_image_token_positions(inputs).tolist() == (inputs["input_ids"][0] == 100).nonzero()[:, 0].tolist()
    with pytest.raises(InputError, match="no tile tags"):
        model.token_layout(inputs)


def test_analyses_take_encoded_inputs() -> None:
    model = HookedVLMTransformer.from_pretrained("toy-llava")
    red, blue = (
        model.prepare_messages("What colour is the square?", Scene.containing([("square", colour)], seed=0).image)
        for colour in ("red", "blue")
    )
    ours, theirs = model.encode(red), model.encode(blue)
    layout = model.token_layout(ours)
    assert (layout.box_space, layout.question) == ("original", model.token_layout(red).question)
    metric = patching.logit_difference(*(model.tokenizer.encode(word)[-1] for word in ("red", "blue")))
    for run in (
        lambda first, _: logit_lens(model, first).to_dataframe(),
        lambda first, _: attention_to_image(model, first).to_dataframe(),
        lambda first, _: grounding(model, first, (0, 0, 40, 40)).to_dataframe(),
        lambda first, _: knockout.sweep(model, first, answers=["red"]).to_dataframe(),
        lambda first, second: patching.sweep(model, first, second, metric, layers=[0, 3]).to_dataframe(),
    ):
        assert run(ours, theirs).equals(run(red, blue))
    with pytest.raises(InputError, match=r"encoded already, so vision\.blocks\.0"):
        logit_lens(model, ours, layers=["vision.0", 1], positions=layout.images)
    with pytest.raises(InputError, match="encoded already, so image_sizes"):
        model.encode(ours, image_sizes=None)


def test_the_repr_tells_sizes() -> None:
    model, inputs = models.model("llava"), models.inputs("llava")
    assert repr(model.encode(inputs)) == "DecoderInput(2 x 16 positions of width 64, 12 of image features)"
    rest = repr(model.prefill(inputs, 3))
    assert rest.startswith("DecoderInput(2 x 13 positions")
    assert rest.endswith("behind 3 in a KV cache)")
