"""Llama.

Source: transformers' ``models/llama/modeling_llama.py``.
"""

from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, LLAMA_RENAMES, llama_config
from vlm_lens_native.families import Backbone

BACKBONE = Backbone(
    model_type="llama",
    hf_classes=("LlamaModel",),
    decoder_config=lambda text, _: llama_config(text),
    keys=LLAMA_KEYS,
    renames=LLAMA_RENAMES,
)
