"""A pair of batches for each family: two rows, padding, and (but for SmolVLM) two images in one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
import torch

from tests import models
from tests.analysis.conftest import QUESTION, load
from tests.families import test_llava
from tests.families.checkpoints import random_model
from vlm_lens_native import HookedVLMTransformer
from vlm_lens_native.toys.scenes import Scene

LONGER = "What colour is the small square?"


@dataclass(frozen=True)
class Case:
    """Two batches that differ in their pixels."""

    model: HookedVLMTransformer
    source: Any
    target: Any

    @property
    def layout(self):
        return self.model.token_layout(self.target)


@pytest.fixture(params=["mistral with a window", "qwen2 with a window on one layer"])
def sliding(request: pytest.FixtureRequest) -> Case:
    """A decoder whose KV cache holds the last positions only, in some layers."""
    model = HookedVLMTransformer.from_hf(random_model(test_llava.config(request.param)))
    target = models.inputs("llava")
    return Case(model, {**target, "pixel_values": -target["pixel_values"]}, target)


@pytest.fixture(params=models.NAMES)
def case(request: pytest.FixtureRequest) -> Case:
    family = request.param
    if family == "smolvlm":  # its prompts can't be laid out without a processor
        model = load("toy-smolvlm")[0]
        scene = Scene.containing([("circle", "red"), ("square", "blue"), ("triangle", "green")], seed=3, grid=4)
        images = [scene.image, scene.recoloured(2, "purple").image]
        others = [scene.recoloured(0, "yellow").image, scene.recoloured(1, "red").image]
        tasks = [QUESTION, LONGER]
        return Case(model, *(model.prepare_messages_batch(tasks, each) for each in (others, images)))
    target = models.inputs(family)
    noise = torch.randn(target["pixel_values"].shape, generator=torch.Generator().manual_seed(5))
    return Case(models.model(family), {**target, "pixel_values": noise}, target)
