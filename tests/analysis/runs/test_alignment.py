"""Positions correspond by layout, or it is said what differs."""

from __future__ import annotations

import pytest

from tests import models
from tests.analysis.conftest import QUESTION, load
from vlm_lens_native import InputError
from vlm_lens_native.analysis import patching
from vlm_lens_native.analysis.runs.alignment import align
from vlm_lens_native.toys.scenes import Scene

NAME = "toy-smolvlm"  # markers before and after an image


@pytest.fixture(scope="module")
def prompts():
    model = load(NAME)[0]
    image = Scene.random(1, grid=4).image
    texts = (QUESTION, "What colour is the small square?")
    return {text: model.token_layout(model.prepare_messages(text, image)) for text in texts}


def test_equal_layouts_correspond_one_by_one(prompts):
    layout = prompts[QUESTION]
    found = align(layout, layout, row=0)
    assert found.source.tolist() == list(range(layout.table.kind.shape[1]))
    assert found.notes == ()


def test_text_of_another_length_is_aligned_from_its_end(prompts):
    short, long = prompts.values()
    n, longer = (layout.table.kind.shape[1] for layout in (short, long))
    end = int(short.markers.indices()[-1]) + 1  # a marker stands behind the image
    assert end == int(short.images.indices()[-1]) + 2
    found = align(long, short, row=0)
    assert found.source[:end].tolist() == list(range(end))
    assert (found.source[end:] < 0).sum() == longer - n
    assert found.source[-(n - end) :].tolist() == list(range(end, n))
    assert "the target has" in found.notes[0]
    back = align(short, long, row=0)
    assert (back.source[end:] - (longer - n)).tolist() == list(range(end, n))
    with pytest.raises(InputError, match="no counterpart in the source: after the image, the target has"):
        found.counterparts(patching.text_after_image(long).indices(), "all text")


def test_a_mapping_takes_precedence(prompts):
    short, long = prompts.values()
    at = int(patching.text_after_image(long).indices()[1])
    found = align(long, short, row=0, mapping={at: 3})
    assert found.source[at] == 3
    for mapping, message in (({999: 3}, "position 999 of the target"), ({at: 999}, "position 999 of the source")):
        with pytest.raises(InputError, match=message):
            align(long, short, row=0, mapping=mapping)


def test_padding_does_not_matter(prompts):
    model = load(NAME)[0]
    image = Scene.random(1, grid=4).image
    texts = list(prompts)
    padded = model.token_layout(model.prepare_messages_batch(texts, [image, image]))
    (alone, _), n_pad = prompts.values(), int((~padded.last.tokens[0]).sum())
    assert n_pad > 0
    turned = model.token_layout(model.prepare_messages_batch(texts[::-1], [image, image]))
    found = align(padded, turned, row=0)
    n = alone.table.kind.shape[1]
    assert (found.source[:n_pad] == -1).all()
    assert int(found.source[-1]) == padded.table.kind.shape[1] - 1
    assert int(found.source[padded.images.indices(0)[0]]) == int(turned.images.indices(0)[0])
    assert (found.source >= 0).sum() == n


def test_other_grids_are_an_error():
    layout = models.model("qwen2_5_vl").token_layout(models.inputs("qwen2_5_vl"))
    wide = models.inputs("qwen2_5_vl")
    turned = {**wide, "image_grid_thw": wide["image_grid_thw"][:, [0, 2, 1]]}
    other = models.model("qwen2_5_vl").token_layout(turned)
    with pytest.raises(InputError, match=r"is \d at position \d+ of the source and \d at position \d+ of the target"):
        align(layout, other, row=0)
    llava = models.model("llava").token_layout(models.inputs("llava"))
    with pytest.raises(InputError, match="8 and 14 image tokens and markers in row 0"):
        align(layout, llava, row=0)


def test_groups_are_found_by_name():
    layout = load(NAME)[0].token_layout(load(NAME)[0].prepare_messages(QUESTION, Scene.random(1, grid=4).image))
    groups = {name: group(layout) for name, group in patching.GROUPS.items()}
    assert len(groups["image"]) + len(groups["text"]) == layout.table.kind.shape[1]
    assert groups["last 16 image tokens"].indices().tolist() == layout.images.indices()[-16:].tolist()
    assert groups["text after image"].indices().tolist() == list(
        range(int(layout.images.indices()[-1]) + 1, layout.table.kind.shape[1])
    )
