"""Shared by the toys' tests: torchvision works, and each shipped toy is loaded once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from vlm_lens_native._torchvision import watch_torchvision
from vlm_lens_native.toys import TOYS, toy_path

if TYPE_CHECKING:
    from transformers import PreTrainedModel, ProcessorMixin

watch_torchvision()  # before any test module imports a processor


@cache
def load(name: str) -> tuple[PreTrainedModel, ProcessorMixin]:
    """A shipped toy as a user gets it, nothing but the directory given."""
    from transformers import AutoModelForImageTextToText, AutoProcessor

    directory = toy_path(name)
    model = AutoModelForImageTextToText.from_pretrained(directory).eval()
    return model, AutoProcessor.from_pretrained(directory)


@pytest.fixture(params=TOYS)
def name(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def toy(name: str) -> tuple[PreTrainedModel, ProcessorMixin]:
    return load(name)
