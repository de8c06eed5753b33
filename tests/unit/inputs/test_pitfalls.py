"""Mistakes with images and positions that other tools make, one test for each, named after what must hold."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from tests import models
from tests.unit.inputs.processors import CASES, Case, llava, qwen3, smolvlm
from tests.unit.inputs.test_probing import noise
from vlm_lens_native import HookedVLMTransformer, InputError, analysis
from vlm_lens_native.errors import PlaceholderMismatchError
from vlm_lens_native.toys.scenes import Scene

# isort: split

every_case = pytest.mark.parametrize("make", CASES, ids=lambda make: make.__name__)


def test_llavas_grid_is_that_of_the_pixels_it_sees() -> None:
    """24 x 24 at 336 pixels, whatever size the vision tower's config names."""
    builder = llava(size=336, crop=336).builder
    config = type(builder.hf_config).from_dict(builder.hf_config.to_dict())
    config.vision_config.image_size = 224
    builder = dataclasses.replace(builder, hf_config=config)
    info = builder.process_image(noise((500, 336)))
    assert (info.grid_h, info.grid_w, info.num_patches, info.processed_size) == (24, 24, 576, (336, 336))
    layout = builder.token_layout(builder.prepare_messages("?", noise((500, 336))))
    assert len(layout.images) == 576
    assert layout.table.box[0, layout.positions(rows=23, columns=23).item()].tolist() == [404, 322, 418, 336]


def test_small_images_grow_to_min_pixels() -> None:
    """224 x 224 pixels are 7 x 7 tokens of 32; a processor that enlarges them to 256 x 256 makes 8 x 8."""
    case = qwen3()
    processor = type(case.builder.processor)(
        type(case.builder.processor.image_processor)(
            patch_size=16, size={"shortest_edge": 256 * 256, "longest_edge": 1024 * 1024}
        ),
        case.builder.processor.tokenizer,
        case.builder.processor.video_processor,
        chat_template=case.builder.processor.chat_template,
    )
    builder = dataclasses.replace(case.builder, processor=processor)
    inputs = builder.prepare_messages("?", noise((224, 224)))
    assert (inputs["input_ids"] == builder.hf_config.image_token_id).sum() == 64
    assert len(builder.token_layout(inputs).images) == builder.process_image(noise((224, 224))).num_patches == 64
    assert builder.token_layout(inputs).image_size() == (224, 224)


@every_case
def test_images_reach_the_processor_as_they_are(make: Callable[[], Case]) -> None:
    """Resizing them beforehand would change pixels by 0.2 and more."""
    builder, image = make().builder, Image.fromarray(noise((301, 173)))
    ours = builder.prepare_messages("?", image)
    theirs = builder.processor(text=list(ours.text), images=[[image]], return_tensors="pt")
    assert torch.equal(ours["pixel_values"], theirs["pixel_values"])


def test_markers_are_no_image_tokens() -> None:
    """A tiled image spans 127 positions, of which 112 are image tokens."""
    builder = smolvlm().builder
    inputs = builder.prepare_messages("?", noise((192, 128)))
    first, last = builder.get_image_token_range(inputs)
    positions = builder.get_image_token_positions(inputs)
    assert (last - first + 1, len(positions)) == (127, 112)
    assert (inputs["input_ids"][0, positions] == builder.hf_config.image_token_id).all()


@every_case
def test_tokens_and_patches_that_do_not_match_raise(make: Callable[[], Case]) -> None:
    """Nothing is cut or filled up until the numbers fit."""
    builder = make().builder
    inputs = builder.prepare_messages("?", noise((120, 80)))
    layout, n_tokens = builder.token_layout(inputs), len(builder.token_layout(inputs).images)
    for wrong in (n_tokens - 1, n_tokens + 1):
        with pytest.raises(InputError, match="expected one for each"):
            layout.heatmap(np.zeros(wrong))
    first = layout.images.indices()[0]
    ids = inputs["input_ids"]
    for changed in (torch.cat([ids[:, :first], ids[:, first + 1 :]], 1), ids.index_select(1, torch.arange(first + 1))):
        with pytest.raises((PlaceholderMismatchError, InputError)):
            builder.token_layout({**inputs, "input_ids": changed, "attention_mask": torch.ones_like(changed)})


def test_head_widths_are_those_of_the_config() -> None:
    model = models.model("qwen3_vl")
    assert model.cfg.d_head == model.hf_config.text_config.head_dim == 24
    assert model.cfg.d_head != model.cfg.d_model // model.cfg.n_heads
    _, cache = model.run_with_cache(models.inputs("qwen3_vl"), "lm.blocks.0.attn.hook_z")
    assert cache["lm.blocks.0.attn.hook_z"].shape[-2:] == (model.cfg.n_heads, 24)


Helper = Callable[[HookedVLMTransformer, Mapping[str, Any], Mapping[str, Any]], object]
HELPERS: Mapping[str, Helper] = {
    "forward": lambda model, inputs, _: model(inputs),
    "generate": lambda model, inputs, _: model.generate(inputs, max_new_tokens=1),
    "encode": lambda model, inputs, _: model.encode(inputs),
    "run_with_cache": lambda model, inputs, _: model.run_with_cache(inputs, "lm.hook_embed"),
    "run_with_hooks": lambda model, inputs, _: model.run_with_hooks(inputs),
    "attention": lambda model, inputs, _: analysis.attention_to_image(model, inputs),
    "lens": lambda model, inputs, _: analysis.logit_lens(model, inputs),
    "patching": lambda model, inputs, others: analysis.patching.sweep(model, inputs, others, layers=[1]),
    "patching back": lambda model, inputs, others: analysis.patching.sweep(model, others, inputs, layers=[1]),
}


@pytest.mark.parametrize("name", HELPERS)
def test_no_helper_runs_without_the_pixels(name: str) -> None:
    """With placeholders in the prompt and no pixels, everything says so; nothing runs on text alone."""
    model = HookedVLMTransformer.from_pretrained("toy-llava")
    inputs, others = (
        model.prepare_messages("What colour is the circle?", Scene.containing([("circle", colour)], seed=0).image)
        for colour in ("red", "blue")
    )
    HELPERS[name](model, inputs, others)
    with pytest.raises(PlaceholderMismatchError, match="no \\(further\\) pixels"):
        HELPERS[name](model, {key: value for key, value in inputs.items() if key != "pixel_values"}, others)
