"""Pairs of inputs whose images differ, alone and as a padded batch."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import Tensor

from tests.analysis.patching.conftest import Case, case  # noqa: F401  # a fixture
from vlm_lens_native import HookedVLMTransformer
from vlm_lens_native.toys.scenes import Scene

QUESTIONS = ("What colour is the square?", "How many red circles are there?")


STEP = 0.03


def metric(logits: Tensor) -> Tensor:
    return logits[7] - logits[11]


def derivative(model: HookedVLMTransformer, inputs: Any, name: str, moved: Tensor, *, size: float = 1.0) -> Tensor:
    """How fast the metric's sum over rows changes as an activation moves: two passes, a little either way."""

    def at(share: float) -> Tensor:
        logits = model.run_with_hooks(inputs, [(name, lambda activation, hook: activation + share * moved)])
        return torch.stack([metric(row) for row in logits[:, -1].double()]).sum()

    with torch.no_grad():
        return ((at(size * STEP) - at(-size * STEP)) / (2 * size * STEP)).float()


@pytest.fixture
def scenes(scene: Scene) -> list[tuple[Scene, Scene]]:
    """For each question, the target's scene and the source's."""
    return [(scene, scene.recoloured(0, "yellow")), (scene.without(2), scene.recoloured(1, "orange").without(2))]


@pytest.fixture
def batch(model: HookedVLMTransformer, scenes: list[tuple[Scene, Scene]]) -> tuple[Any, Any]:
    """Target and source, each of two rows, the first padded on the left."""
    images = zip(*scenes, strict=True)
    target, source = (model.prepare_messages_batch(list(QUESTIONS), [one.image for one in each]) for each in images)
    assert target["attention_mask"][0, 0] == 0
    return target, source


@pytest.fixture
def alone(model: HookedVLMTransformer, scenes: list[tuple[Scene, Scene]]) -> list[tuple[Any, Any]]:
    """The rows of the batch, each by itself."""
    prepare = model.prepare_messages
    return [
        (prepare(text, target.image), prepare(text, source.image))
        for text, (target, source) in zip(QUESTIONS, scenes, strict=True)
    ]
