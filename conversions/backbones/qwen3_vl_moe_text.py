"""The text backbone of Qwen3-VL with experts.

Source: transformers' ``models/qwen3_vl_moe/modeling_qwen3_vl_moe.py``.
"""

from vlm_lens_native.families import Backbone, ConfigKeys

from ._llama import llama_config, mrope_config
from ._moe import MOE_RENAMES, QWEN_MOE_KEYS, qwen_experts

BACKBONE = Backbone(
    model_type="qwen3_vl_moe_text",
    hf_classes=("Qwen3VLMoeTextModel",),
    decoder_config=lambda text, outer: llama_config(
        text,
        mlp_bias=False,
        qk_norm="head",
        rotary=mrope_config(text.rope_parameters, layout="interleaved", default_sections=(24, 20, 20)),
        n_deepstack=len(outer.vision_config.deepstack_visual_indexes),
        experts=qwen_experts(text, normalizes=True),
    ),
    keys=ConfigKeys(
        handled=QWEN_MOE_KEYS.handled - {"norm_topk_prob"},
        ignored={**QWEN_MOE_KEYS.ignored, "norm_topk_prob": "HF's class divides by the sum always"},
    ),
    renames=MOE_RENAMES,
)
