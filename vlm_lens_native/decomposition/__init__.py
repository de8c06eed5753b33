"""Exact decompositions of the residual stream, as methods of a cache."""

from .parts import HasWeights
from .stacks import Decompositions

__all__ = ["Decompositions", "HasWeights"]
