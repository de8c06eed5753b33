"""Every result can be tabulated, drawn, shown in a notebook, saved and read back."""

from __future__ import annotations

import inspect

import pytest

from vlm_lens_native.analysis import (
    attention_to_image,
    attribution,
    heads,
    knockout,
    logit_difference,
    logit_lens,
    patching,
    registers,
)
from vlm_lens_native.analysis.gradients import (
    attribution_patching,
    edge_attribution,
    integrated_gradients,
    pixel_saliency,
)

METRIC = logit_difference(7, 11)
RESULTS = {
    "lens": lambda model, source, target: logit_lens(model, target, words="red", layers=[0]),
    "map": lambda model, source, target: logit_lens(model, target, words="red", layers=[0]).map("red"),
    "sweep": lambda model, source, target: patching.sweep(model, source, target, METRIC, layers=[0], groups=["last"]),
    "sweep of heads": lambda model, source, target: patching.sweep(
        model, source, target, METRIC, hook="z", layers=[0], heads=[1]
    ),
    "paths": lambda model, source, target: patching.patch_paths(
        model, source, target, METRIC, senders=[patching.Node(hook="embed")]
    ),
    "knockout": lambda model, source, target: knockout.sweep(model, target, windows=[0], flows=[("image", "last")]),
    "attribution": lambda model, source, target: attribution_patching(
        model, source, target, metric=METRIC, names="lm.blocks.1.hook_attn_out"
    ),
    "integrated": lambda model, source, target: integrated_gradients(
        model, source, target, metric=METRIC, steps=1, tolerance=1e3
    ),
    "edges": lambda model, source, target: edge_attribution(model, source, target, metric=METRIC),
    "saliency": lambda model, source, target: pixel_saliency(model, target, metric=METRIC),
    "registers": lambda model, source, target: registers.find_registers(model, target, n_std=0.5),
    "no registers": lambda model, source, target: registers.find_registers(model, target, n_std=9),
    "direct": lambda model, source, target: attribution.direct(model, target, 7),
    "sources": lambda model, source, target: attribution.direct(model, target, 7, by="source"),
    "heads": lambda model, source, target: heads.attention_to_image(model, target, layers=[0]),
    "attention": lambda model, source, target: attention_to_image(model, target, layers=[0]),
}


@pytest.mark.parametrize("name", ["toy-qwen3_vl"], ids=["toy"])
@pytest.mark.parametrize("kind", list(RESULTS))
def test_it_is_tabulated_drawn_shown_and_saved(model, source, inputs, scene, kind, tmp_path):
    result = RESULTS[kind](model, source, inputs)
    frame, html = result.to_dataframe(), result._repr_html_()
    assert len(frame)
    assert "<table" in html
    wants_image = inspect.signature(result.plot).parameters.get("image")
    images = [scene.image] if wants_image and wants_image.default is inspect.Parameter.empty else []
    assert result.plot(*images).axes
    result.save(tmp_path / "result.safetensors")
    loaded = type(result).load(tmp_path / "result.safetensors")
    assert repr(loaded) == repr(result)
    assert loaded.to_dataframe().equals(frame)
    assert (loaded.to_dataframe().dtypes == frame.dtypes).all()
    assert loaded._repr_html_() == html
    assert loaded.plot(*images).axes
    numbers = {"head", "position", "row", "batch", "pair"} & set(frame.columns)
    assert all(frame[each].dtype.kind == "i" for each in numbers)
