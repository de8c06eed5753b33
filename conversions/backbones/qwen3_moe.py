"""Qwen3 with experts.

Source: transformers' ``models/qwen3_moe/modeling_qwen3_moe.py``.
"""

from vlm_lens_native.conversions.backbones._llama import llama_config
from vlm_lens_native.conversions.backbones._moe import MOE_RENAMES, QWEN_MOE_KEYS, qwen_experts
from vlm_lens_native.families import Backbone

BACKBONE = Backbone(
    model_type="qwen3_moe",
    hf_classes=("Qwen3MoeModel",),
    decoder_config=lambda text, _: llama_config(
        text, mlp_bias=False, qk_norm="head", experts=qwen_experts(text, normalizes=text.norm_topk_prob)
    ),
    keys=QWEN_MOE_KEYS,
    renames=MOE_RENAMES,
)
