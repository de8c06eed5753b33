"""The text backbone of Qwen3-VL with experts.

Source: transformers' ``models/qwen3_vl_moe/modeling_qwen3_vl_moe.py``.
"""

from vlm_lens_native.conversions.backbones._moe import MOE_RENAMES, QWEN_MOE_KEYS, qwen_experts
from vlm_lens_native.conversions.backbones._qwen_vl import qwen3_vl_config
from vlm_lens_native.families import Backbone, ConfigKeys

BACKBONE = Backbone(
    model_type="qwen3_vl_moe_text",
    hf_classes=("Qwen3VLMoeTextModel",),
    decoder_config=lambda text, outer: qwen3_vl_config(text, outer, experts=qwen_experts(text, normalizes=True)),
    keys=ConfigKeys(
        handled=QWEN_MOE_KEYS.handled - {"norm_topk_prob"},
        ignored={**QWEN_MOE_KEYS.ignored, "norm_topk_prob": "HF's class divides by the sum always"},
    ),
    renames=MOE_RENAMES,
)
