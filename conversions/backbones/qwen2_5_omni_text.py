"""The text backbone of Qwen2.5-Omni's thinker: Qwen2 with M-RoPE.

Source: transformers' ``models/qwen2_5_omni/modeling_qwen2_5_omni.py``.
"""

from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, LLAMA_RENAMES
from vlm_lens_native.conversions.backbones._qwen_vl import qwen2_vl_config
from vlm_lens_native.families import Backbone

BACKBONE = Backbone(
    model_type="qwen2_5_omni_text",
    hf_classes=("Qwen2_5OmniThinkerTextModel",),
    decoder_config=lambda text, _: qwen2_vl_config(text),
    keys=LLAMA_KEYS,
    renames=LLAMA_RENAMES,
)
