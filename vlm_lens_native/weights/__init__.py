"""Arithmetic on the weights: views by head, circuits as factored matrices, and models with folded weights."""

from .circuits import OVCircuits, QKCircuits
from .composition import all_composition_scores, composition_scores
from .factored import FactoredMatrix
from .processing import process_weights
from .stacked import StackedWeights
from .views import WeightViews

__all__ = [
    "FactoredMatrix",
    "OVCircuits",
    "QKCircuits",
    "StackedWeights",
    "WeightViews",
    "all_composition_scores",
    "composition_scores",
    "process_weights",
]
