"""Tiny models of all families with redrawn weights, their processors, and a pair of scenes."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
import torch

from vlm_lens_native import HookedVLMTransformer
from vlm_lens_native.toys import TOYS
from vlm_lens_native.toys.models import build_toy, toy_spec
from vlm_lens_native.toys.scenes import Scene

QUESTION = "What colour is the square?"


@cache
def load(name: str) -> tuple[HookedVLMTransformer, Any]:
    """The library's model and HF's own, on the same weights: large, with norms and biases that matter."""
    hf, processor = build_toy(name, seed=0)
    generator = torch.Generator().manual_seed(0)
    with torch.no_grad():
        for weight in hf.parameters():
            noise = torch.randn(weight.shape, generator=generator)
            weight.copy_(weight + 0.1 * noise if weight.ndim == 1 else 0.12 * noise)
    return HookedVLMTransformer.from_hf(hf.eval(), processor), hf


@pytest.fixture(params=TOYS)
def name(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def model(name: str) -> HookedVLMTransformer:
    return load(name)[0]


@pytest.fixture
def hf(name: str) -> Any:
    return load(name)[1]


@pytest.fixture
def scene(name: str) -> Scene:
    kinds = [("circle", "red"), ("square", "blue"), ("triangle", "green")]
    return Scene.containing(kinds, seed=3, grid=toy_spec(name).grid)


@pytest.fixture
def inputs(model: HookedVLMTransformer, scene: Scene) -> Any:
    return model.prepare_messages(QUESTION, scene.image)


@pytest.fixture
def source(model: HookedVLMTransformer, scene: Scene) -> Any:
    return model.prepare_messages(QUESTION, scene.recoloured(0, "yellow").recoloured(1, "orange").image)
