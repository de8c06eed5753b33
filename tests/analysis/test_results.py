"""Every result can be tabulated, drawn, shown in a notebook, saved and read back."""

from __future__ import annotations

import copy
import inspect

import numpy as np
import pytest
import torch

from tests.analysis.conftest import load
from tests.analysis.results import METRIC, RESULTS
from vlm_lens_native import InputError
from vlm_lens_native.analysis import attention_to_image, logit_attribution, logit_lens, patching, registers


@pytest.mark.parametrize("name", ["toy-qwen3_vl"], ids=["toy"])
@pytest.mark.parametrize("kind", list(RESULTS))
def test_it_is_tabulated_drawn_shown_and_saved(model, source, inputs, scene, kind, tmp_path):
    result = RESULTS[kind](model, source, inputs)
    frame, html = result.to_dataframe(), result._repr_html_()
    assert len(frame)
    assert len(result.top(3)) == min(3, len(frame))
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


@pytest.fixture
def film(scene):
    model = load("toy-smolvlm")[0]
    frames = np.stack([np.asarray(scene.recoloured(0, colour).image) for colour in ("red", "yellow", "green", "blue")])
    content = [{"type": "video", "video": frames, "fps": 2.0}, {"type": "text", "text": "What colour is the square?"}]
    return model, model.prepare_chat([{"role": "user", "content": content}])


@pytest.mark.parametrize("name", ["toy-smolvlm"], ids=["toy"])
def test_frames_of_a_video_are_painted_one_by_one(film, scene, name):
    model, inputs = film
    layout = model.token_layout(inputs)
    lens = logit_lens(model, inputs, layers=[1], words="red")
    attention = attention_to_image(model, inputs, layers=[1])
    source = copy.copy(inputs)
    source.data = {**inputs, "pixel_values": inputs["pixel_values"] * 0.5}
    sweep = patching.sweep(model, source, inputs, METRIC, layers=[1], positions=layout.images)
    sources = logit_attribution.direct(model, inputs, 7, by="source")
    for frame in (0, 3):
        own = layout.select(kind="image", frame=frame).indices()
        for painted, values in [
            (lens.map("red", frame=frame)[1], lens.map("red").probs[0]),
            (attention.map(1, 0, frame=frame), attention.weights[0, 0, -1]),
            (sweep.map(1, frame=frame), sweep.effect[0]),
        ]:
            mine = values[torch.isin(layout.images.indices(), own)].numpy()
            np.testing.assert_allclose(np.unique(painted[~np.isnan(painted)]), np.unique(mine))
        for figure in (
            lens.map("red", frame=frame).plot(scene.image),
            attention.plot(scene.image, frame=frame),
            registers.find_registers(model, inputs).plot(scene.image, frame=frame),
            sources.plot(scene.image, frame=frame),
        ):
            assert figure.axes
    with pytest.raises(InputError, match="frame=None"):
        sweep.map(1)
    with pytest.raises(InputError, match="no head 9"):
        attention.map(1, 9, frame=0)
