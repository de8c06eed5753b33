"""Granite: Llama with factors. The wrappers around it leave the logits as they are.

Source: transformers' ``models/granite/modeling_granite.py``.
"""

from vlm_lens_native.conversions.backbones._granite import GRANITE_KEYS, granite_config
from vlm_lens_native.conversions.backbones._llama import LLAMA_RENAMES
from vlm_lens_native.families import Backbone

BACKBONE = Backbone(
    model_type="granite",
    hf_classes=("GraniteModel",),
    decoder_config=lambda text, _: granite_config(text),
    keys=GRANITE_KEYS,
    renames=LLAMA_RENAMES,
)
