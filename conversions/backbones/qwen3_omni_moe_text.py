"""The text backbone of Qwen3-Omni's thinker: Qwen3-VL's with experts.

Source: transformers' ``models/qwen3_omni_moe/modeling_qwen3_omni_moe.py``.
"""

from vlm_lens_native.conversions.backbones._moe import MOE_RENAMES, QWEN_MOE_KEYS, qwen_experts
from vlm_lens_native.conversions.backbones._qwen_vl import qwen3_vl_config
from vlm_lens_native.families import Backbone

BACKBONE = Backbone(
    model_type="qwen3_omni_moe_text",
    hf_classes=("Qwen3OmniMoeThinkerTextModel",),
    decoder_config=lambda text, outer: qwen3_vl_config(
        text, outer, experts=qwen_experts(text, normalizes=text.norm_topk_prob)
    ),
    keys=QWEN_MOE_KEYS,
    renames=MOE_RENAMES,
)
