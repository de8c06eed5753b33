"""Positions mean the same in every analysis, and masks of other inputs are no positions."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from tests import models
from vlm_lens_native import InputError
from vlm_lens_native.analysis import (
    attention_to_image,
    heads,
    knockout,
    logit_difference,
    logit_lens,
    patching,
    registers,
)

METRIC = logit_difference(7, 11)
WHERE = {
    "lens": lambda model, inputs, at: (
        logit_lens(model, inputs, positions=at, batch=1, layers=[0], words=[7]).word_probs
    ),
    "attention": lambda model, inputs, at: attention_to_image(model, inputs, queries=at, batch=1, layers=[0]).weights,
    "overlap": lambda model, inputs, at: torch.tensor(
        registers.find_registers(model, inputs, n_std=0.5).overlap(at)[["others", "both"]].to_numpy()
    ),
    "sweep": lambda model, inputs, at: (
        patching.sweep(
            model, {**inputs, "pixel_values": -inputs["pixel_values"]}, inputs, METRIC, layers=[0], groups={"a": at}
        ).values
    ),
    "knockout": lambda model, inputs, at: knockout.sweep(model, inputs, windows=[0], flows={"a": (at, "last")}).logits,
    "heads": lambda model, inputs, at: heads.attention_mass(model, inputs, to=at, layers=[0]).by_row,
}


@pytest.mark.parametrize("family", ["llava"])
@pytest.mark.parametrize("where", list(WHERE))
def test_a_mask_of_each_row_is_a_selection(family, where):
    model, inputs = models.model(family), models.inputs(family)
    images = model.token_layout(inputs).images
    expected = WHERE[where](model, inputs, images)
    for same in (images.mask, np.asarray(images), images.mask.tolist()):
        assert torch.equal(WHERE[where](model, inputs, same), expected)


@pytest.mark.parametrize("family", ["llava"])
@pytest.mark.parametrize("where", list(WHERE))
def test_what_means_no_positions_of_these_inputs_is_an_error(family, where):
    model, inputs = models.model(family), models.inputs(family)
    n_pos = inputs["input_ids"].shape[1]
    for wrong in (torch.ones(n_pos - 1, dtype=torch.bool), torch.ones(3, n_pos, dtype=torch.bool), [True] * 3):
        with pytest.raises(InputError, match="was made on inputs"):
            WHERE[where](model, inputs, wrong)
    for wrong in ({12, 13}, [1.5], [[1, 2], [3, 4]], [n_pos]):
        with pytest.raises(InputError, match=r"Positions|outside"):
            WHERE[where](model, inputs, wrong)


def test_padding_looks_at_nothing():
    with pytest.raises(InputError, match=r"\[3\] of row 1 are padding"):
        attention_to_image(models.model("llava"), models.inputs("llava"), queries=[3, -1], batch=1)
