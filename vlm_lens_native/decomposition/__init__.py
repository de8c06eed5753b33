"""Exact decompositions of the residual stream, as methods of a cache."""

from vlm_lens_native.decomposition.parts import HasWeights
from vlm_lens_native.decomposition.stacks import Decompositions

__all__ = ["Decompositions", "HasWeights"]
