"""The inputs of these tests are without padding."""

from __future__ import annotations

import pytest
from torch import Tensor

from tests import models


@pytest.fixture
def inputs() -> dict[str, Tensor]:
    return models.level("llava")
