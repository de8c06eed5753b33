"""The text backbone of GLM-4.5V: experts in groups beside a shared one, and partial rotation.

Source: transformers' ``models/glm4v_moe/modeling_glm4v_moe.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.conversions.backbones._glm import GLM_KEYS, glm_rotary
from vlm_lens_native.conversions.backbones._llama import llama_config
from vlm_lens_native.conversions.backbones._moe import GROUPED_KEYS, MOE_RENAMES, QWEN_MOE_KEYS, grouped_experts
from vlm_lens_native.families import Backbone, ConfigKeys


def _config(text: PreTrainedConfig, _: PreTrainedConfig) -> DecoderConfig:
    return llama_config(text, out_bias=False, mlp_bias=False, rotary=glm_rotary(text), experts=grouped_experts(text))


BACKBONE = Backbone(
    model_type="glm4v_moe_text",
    hf_classes=("Glm4vMoeTextModel",),
    decoder_config=_config,
    keys=ConfigKeys(
        handled=GLM_KEYS.handled | GROUPED_KEYS,
        ignored=QWEN_MOE_KEYS.ignored,
    ),
    renames=MOE_RENAMES,
)
