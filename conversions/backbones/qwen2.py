"""Qwen2 and Qwen2.5: biases on queries, keys and values.

Source: transformers' ``models/qwen2/modeling_qwen2.py``.
"""

from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, LLAMA_RENAMES, llama_config
from vlm_lens_native.families import Backbone

BACKBONE = Backbone(
    model_type="qwen2",
    hf_classes=("Qwen2Model",),
    decoder_config=lambda text, _: llama_config(text, qkv_bias=True, out_bias=False, mlp_bias=False),
    keys=LLAMA_KEYS,
    renames=LLAMA_RENAMES,
)
