"""The model that most unit tests run."""

from __future__ import annotations

import pytest
from torch import Tensor

from tests import models
from vlm_lens_native import HookedVLMTransformer


@pytest.fixture
def model() -> HookedVLMTransformer:
    return models.model("llava")


@pytest.fixture
def inputs() -> dict[str, Tensor]:
    return models.inputs("llava")
