"""Encoded inputs are taken wherever inputs are, and every analysis says the same of them."""

from __future__ import annotations

import dataclasses

import numpy as np
import pandas as pd
import pytest

from tests import models
from tests.analysis.results import METRIC, RESULTS
from vlm_lens_native import InputError
from vlm_lens_native.analysis import logit_lens, patching, registers
from vlm_lens_native.analysis.gradients import pixel_saliency


@pytest.mark.parametrize("name", ["toy-qwen3_vl", "toy-smolvlm"])
@pytest.mark.parametrize("analysis", [kind for kind in RESULTS if kind != "saliency"])  # which needs pixels
def test_every_analysis_says_the_same(model, source, inputs, analysis):
    given, encoded = (
        RESULTS[analysis](model, *pair) for pair in ((source, inputs), (model.encode(source), model.encode(inputs)))
    )
    pd.testing.assert_frame_equal(given.to_dataframe(), encoded.to_dataframe())


def test_the_layout_is_the_same(model, inputs):
    layout, encoded = model.token_layout(inputs), model.token_layout(model.encode(inputs))
    for field in dataclasses.fields(layout.table):
        np.testing.assert_array_equal(getattr(layout.table, field.name), getattr(encoded.table, field.name))
    assert encoded.box_space == layout.box_space
    assert encoded.question == layout.question


@pytest.mark.parametrize("family", ["llava", "qwen2_5_vl", "qwen3_vl"])
def test_so_is_that_of_a_users_own_inputs(family):
    model, inputs = models.model(family), models.inputs(family)
    layout, encoded = model.token_layout(inputs), model.token_layout(model.encode(inputs))
    assert encoded.to_dataframe().equals(layout.to_dataframe())
    assert model.encode(given := model.encode(inputs)) is given


def test_what_is_not_there_any_more_is_an_error(model, inputs):
    encoded, layout = model.encode(inputs), model.token_layout(inputs)
    for call, message in [
        (lambda: pixel_saliency(model, encoded, metric=METRIC), "pixels"),
        (lambda: registers.find_registers(model, encoded, at="adapter.hook_out"), "encoded already"),
        (
            lambda: logit_lens(model, encoded, layers=["vision.0"], positions=[layout.images.indices()[0]]),
            "encoded already",
        ),
        (lambda: model.encode(encoded, input_ids=inputs["input_ids"]), "encoded already"),
        (lambda: logit_lens(model, model.prefill(encoded, 5)), "token ids"),
        (lambda: patching.sweep(model, model.prefill(encoded, 5), encoded), "token ids"),
    ]:
        with pytest.raises(InputError, match=message):
            call()
