"""Experiments: tables of examples instead of prompts, conditions side by side, with intervals and controls."""

from vlm_lens_native.experiments import circuits, directions, probes
from vlm_lens_native.experiments.activations import Activations, activations
from vlm_lens_native.experiments.analysed import Analysed
from vlm_lens_native.experiments.analysing import analyse
from vlm_lens_native.experiments.comparison import Comparison, compare
from vlm_lens_native.experiments.direction import Direction
from vlm_lens_native.experiments.evaluation import evaluate
from vlm_lens_native.experiments.evaluation_result import Evaluation
from vlm_lens_native.experiments.examples import Example, Examples
from vlm_lens_native.experiments.means import Means, means
from vlm_lens_native.experiments.probes import Probe

__all__ = [
    "Activations",
    "Analysed",
    "Comparison",
    "Direction",
    "Evaluation",
    "Example",
    "Examples",
    "Means",
    "Probe",
    "activations",
    "analyse",
    "circuits",
    "compare",
    "directions",
    "evaluate",
    "means",
    "probes",
]
