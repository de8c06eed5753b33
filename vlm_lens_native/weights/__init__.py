"""Arithmetic on the weights: views by head, circuits as factored matrices, and models with folded weights."""

from .circuits import Circuits, composition_scores_of, ov_circuit, qk_circuit
from .factored import FactoredMatrix, composition_scores
from .processing import process_weights
from .stacked import StackedWeights
from .views import WeightViews

__all__ = [
    "Circuits",
    "FactoredMatrix",
    "StackedWeights",
    "WeightViews",
    "composition_scores",
    "composition_scores_of",
    "ov_circuit",
    "process_weights",
    "qk_circuit",
]
