"""Toys, asked about scenes whose truth is known."""

from __future__ import annotations

from functools import cache
from typing import Any

from PIL import Image

from vlm_lens_native import HookedVLMTransformer
from vlm_lens_native.app.examples import scene_example
from vlm_lens_native.app.prompt import Prompt
from vlm_lens_native.app.study import Study
from vlm_lens_native.toys.scenes import Scene

GRIDS = {"toy-llava": 8, "toy-smolvlm": 8, "toy-qwen2_5_vl": 7, "toy-qwen3_vl": 7}


@cache
def toy(name: str) -> HookedVLMTransformer:
    return HookedVLMTransformer.from_pretrained(name)


def scene(name: str, number: int = 0) -> tuple[str, Image.Image, Scene]:
    """The n-th example of a toy: question, image, and the scene."""
    example, made = scene_example(number, grid=GRIDS[name])
    return example.question, example.images[0], made


def asked(name: str, number: int = 0, **given: Any) -> Study:
    question, image, _ = scene(name, number)
    return Study(toy(name), Prompt.ask(question, image), name=name, **given)


@cache
def filming() -> HookedVLMTransformer:
    """A toy whose chat template has a place for videos."""
    model = HookedVLMTransformer.from_pretrained("toy-qwen3_vl")
    image = "{%- if part['type'] == 'image' -%}{{ image }}"
    video = "{%- elif part['type'] == 'video' -%}{{ '<|vision_start|><|video_pad|><|vision_end|>' }}"
    template = model.processor.chat_template
    assert image in template
    model.processor.chat_template = template.replace(image, image + video)
    return model
