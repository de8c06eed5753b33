"""Gradient methods: what accounts for a metric, from gradients instead of many patched runs."""

from vlm_lens_native.analysis.gradients.attribution_result import Attribution
from vlm_lens_native.analysis.gradients.circuit import Circuit
from vlm_lens_native.analysis.gradients.edge_result import EdgeAttribution
from vlm_lens_native.analysis.gradients.edges import edge_attribution
from vlm_lens_native.analysis.gradients.first_order import attribution_patching
from vlm_lens_native.analysis.gradients.integrated import IntegratedGradients, integrated_gradients
from vlm_lens_native.analysis.gradients.metrics import Metric, word_logit, word_probability
from vlm_lens_native.analysis.gradients.saliency import pixel_saliency
from vlm_lens_native.analysis.gradients.saliency_result import PixelSaliency

__all__ = [
    "Attribution",
    "Circuit",
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
