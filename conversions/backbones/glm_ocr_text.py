"""The text backbone of GLM-OCR.

Source: transformers' ``models/glm_ocr/modeling_glm_ocr.py``.
"""

from vlm_lens_native.conversions.backbones._glm import GLM_KEYS, GLM_RENAMES, glm_config
from vlm_lens_native.families import Backbone

BACKBONE = Backbone(
    model_type="glm_ocr_text",
    hf_classes=("GlmOcrTextModel",),
    decoder_config=lambda text, _: glm_config(text, qkv_bias=False),
    keys=GLM_KEYS,
    renames=GLM_RENAMES,
)
