"""Arithmetic on the weights: views by head, circuits as factored matrices, and models with folded weights."""

from vlm_lens_native.weights.circuits import OVCircuits, QKCircuits
from vlm_lens_native.weights.composition import all_composition_scores, composition_scores
from vlm_lens_native.weights.factored import FactoredMatrix
from vlm_lens_native.weights.processing import process_weights
from vlm_lens_native.weights.removal import remove_directions
from vlm_lens_native.weights.stacked import StackedWeights
from vlm_lens_native.weights.views import WeightViews

__all__ = [
    "FactoredMatrix",
    "OVCircuits",
    "QKCircuits",
    "StackedWeights",
    "WeightViews",
    "all_composition_scores",
    "composition_scores",
    "process_weights",
    "remove_directions",
]
