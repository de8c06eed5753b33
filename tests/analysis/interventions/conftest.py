"""The model and inputs of the unit tests, in the place of the toys that other analyses take; without padding."""

from __future__ import annotations

import pytest
from torch import Tensor

from tests import models
from tests.unit.conftest import model

__all__ = ["model"]


@pytest.fixture
def inputs() -> dict[str, Tensor]:
    return models.level("llava")
