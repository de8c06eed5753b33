"""Attention to the image is HF's attention, at the image's tokens."""

from __future__ import annotations

import pytest
import torch

from vlm_lens_native import InputError
from vlm_lens_native.analysis import attention_to_image


def test_it_is_the_pattern_at_image_tokens(model, inputs):
    layout = model.token_layout(inputs)
    queries = layout.last | layout.select(rows=0)
    attention = attention_to_image(model, inputs, queries=queries, layers=[-1, 1])
    _, cache = model.run_with_cache(inputs, "lm.*hook_pattern")
    assert attention.layers == (1, model.cfg.n_layers - 1)
    for row, layer in enumerate(attention.layers):
        pattern = cache["pattern", layer][0]
        expected = pattern[:, queries.indices()][..., layout.images.indices()]
        torch.testing.assert_close(attention.weights[row], expected)


def test_last_token_is_the_default_and_a_map_shows_it(model, inputs):
    attention = attention_to_image(model, inputs)
    assert torch.equal(attention.queries, model.token_layout(inputs).last.indices())
    assert attention.map(2, 1)[0, 0] == pytest.approx(float(attention.weights[2, 1, 0, 0]))
    assert (attention.share <= 1 + 1e-5).all()
    assert len(attention.to_dataframe()) == attention.weights.numel()


def test_a_figure_of_all_heads(model, inputs, scene):
    assert attention_to_image(model, inputs).plot(scene.image).axes


@pytest.mark.parametrize("arguments", [{"layers": [6]}, {"layers": []}, {"queries": []}, {"image": 1}])
def test_what_does_not_exist_is_an_error(model, inputs, arguments):
    with pytest.raises(InputError):
        attention_to_image(model, inputs, **arguments)
