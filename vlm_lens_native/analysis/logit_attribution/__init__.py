"""Direct logit attribution: which parts of the model wrote an answer's logit into the residual stream."""

from vlm_lens_native.analysis.logit_attribution.answer_result import AnswerAttribution
from vlm_lens_native.analysis.logit_attribution.direct_result import By, DirectAttribution
from vlm_lens_native.analysis.logit_attribution.splitting import Answer, direct

__all__ = ["Answer", "AnswerAttribution", "By", "DirectAttribution", "direct"]
