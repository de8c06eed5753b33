"""Direct logit attribution: which parts of the model wrote an answer's logit into the residual stream."""

from vlm_lens_native.analysis.attribution.result import By, DirectAttribution
from vlm_lens_native.analysis.attribution.run import Answer, direct

__all__ = ["Answer", "By", "DirectAttribution", "direct"]
