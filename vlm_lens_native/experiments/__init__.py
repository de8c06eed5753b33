"""Experiments: tables of examples instead of prompts, conditions side by side, with intervals and controls."""

from vlm_lens_native.experiments.comparison import Comparison, compare
from vlm_lens_native.experiments.evaluation import evaluate
from vlm_lens_native.experiments.evaluation_result import Evaluation
from vlm_lens_native.experiments.examples import Example, Examples

__all__ = [
    "Comparison",
    "Evaluation",
    "Example",
    "Examples",
    "compare",
    "evaluate",
]
