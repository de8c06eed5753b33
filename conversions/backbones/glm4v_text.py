"""The text backbone of GLM-4.1V and GLM-4.6V-Flash.

Source: transformers' ``models/glm4v/modeling_glm4v.py``.
"""

from vlm_lens_native.conversions.backbones._glm import GLM_KEYS, GLM_RENAMES, glm_config
from vlm_lens_native.conversions.backbones._llama import derived_d_head
from vlm_lens_native.families import Backbone

BACKBONE = Backbone(
    model_type="glm4v_text",
    hf_classes=("Glm4vTextModel",),
    decoder_config=lambda text, _: glm_config(text, qkv_bias=True, d_head=derived_d_head(text)),
    keys=GLM_KEYS,
    renames=GLM_RENAMES,
)
