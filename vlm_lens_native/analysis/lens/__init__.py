"""The logit lens: what the residual stream says at every layer, read with the model's own norm and unembedding.

Source: nostalgebraist, "interpreting GPT: the logit lens" (2020); over image tokens: Neo et al., "Towards Interpreting
Visual Information Processing in Vision-Language Models" (ICLR 2025); within the vision encoder: Li et al. (2025), as
cited by the Spectra paper.
"""

from vlm_lens_native.analysis.lens.layer_by_layer import logit_lens
from vlm_lens_native.analysis.lens.lens_result import LogitLens
from vlm_lens_native.analysis.lens.maps import WordMap
from vlm_lens_native.analysis.lens.spectra import compute_logit_lens, create_logit_lens
from vlm_lens_native.analysis.lens.streams import vision_layers
from vlm_lens_native.analysis.lens.tuned import TunedLens
from vlm_lens_native.analysis.lens.unembedding import lens_logits

__all__ = [
    "LogitLens",
    "TunedLens",
    "WordMap",
    "compute_logit_lens",
    "create_logit_lens",
    "lens_logits",
    "logit_lens",
    "vision_layers",
]
