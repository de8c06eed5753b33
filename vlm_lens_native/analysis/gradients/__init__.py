"""Gradient methods: what accounts for a metric, from gradients instead of many patched runs."""

from .attribution import attribution_patching
from .edge_result import EdgeAttribution
from .edges import edge_attribution
from .integrated import IntegratedGradients, integrated_gradients
from .metrics import Metric, word_logit, word_probability
from .result import Attribution
from .saliency import pixel_saliency
from .saliency_result import PixelSaliency

__all__ = [
    "Attribution",
    "EdgeAttribution",
    "IntegratedGradients",
    "Metric",
    "PixelSaliency",
    "attribution_patching",
    "edge_attribution",
    "integrated_gradients",
    "pixel_saliency",
    "word_logit",
    "word_probability",
]
