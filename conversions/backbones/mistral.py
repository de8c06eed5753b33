"""Mistral: Llama without biases; a window where the config says so.

Source: transformers' ``models/mistral/modeling_mistral.py``.
"""

from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, LLAMA_RENAMES, llama_config
from vlm_lens_native.families import Backbone

BACKBONE = Backbone(
    model_type="mistral",
    hf_classes=("MistralModel",),
    decoder_config=lambda text, _: llama_config(text, qkv_bias=False, out_bias=False, mlp_bias=False),
    keys=LLAMA_KEYS,
    renames=LLAMA_RENAMES,
)
