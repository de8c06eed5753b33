"""Qwen3: normalised queries and keys.

Source: transformers' ``models/qwen3/modeling_qwen3.py``.
"""

from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, LLAMA_RENAMES, llama_config
from vlm_lens_native.families import Backbone

BACKBONE = Backbone(
    model_type="qwen3",
    hf_classes=("Qwen3Model",),
    decoder_config=lambda text, _: llama_config(text, mlp_bias=False, qk_norm="head"),
    keys=LLAMA_KEYS,
    renames=LLAMA_RENAMES,
)
