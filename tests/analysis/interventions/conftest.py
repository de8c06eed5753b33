"""The model and inputs of the unit tests, in the place of the toys that other analyses take."""

from tests.unit.conftest import inputs, model

__all__ = ["inputs", "model"]
