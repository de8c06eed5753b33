"""The text backbone of Qwen3-VL: Qwen3 with interleaved M-RoPE, and deepstack features after its first layers.

Source: transformers' ``models/qwen3_vl/modeling_qwen3_vl.py``.
"""

from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, LLAMA_RENAMES
from vlm_lens_native.conversions.backbones._qwen_vl import qwen3_vl_config
from vlm_lens_native.families import Backbone

BACKBONE = Backbone(
    model_type="qwen3_vl_text",
    hf_classes=("Qwen3VLTextModel",),
    decoder_config=qwen3_vl_config,
    keys=LLAMA_KEYS,
    renames=LLAMA_RENAMES,
)
