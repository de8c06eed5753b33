"""The text backbone of Qwen2-VL: Qwen2 with M-RoPE.

Source: transformers' ``models/qwen2_vl/modeling_qwen2_vl.py``.
"""

from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, LLAMA_RENAMES
from vlm_lens_native.conversions.backbones._qwen_vl import qwen2_vl_config
from vlm_lens_native.families import Backbone

BACKBONE = Backbone(
    model_type="qwen2_vl_text",
    hf_classes=("Qwen2VLTextModel",),
    decoder_config=lambda text, _: qwen2_vl_config(text),
    keys=LLAMA_KEYS,
    renames=LLAMA_RENAMES,
)
