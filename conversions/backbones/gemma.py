"""Gemma: ``1 + weight`` norms and scaled token embeddings.

Source: transformers' ``models/gemma/modeling_gemma.py``.
"""

from vlm_lens_native.conversions.backbones._gemma import GEMMA_KEYS, gemma_config
from vlm_lens_native.conversions.backbones._llama import LLAMA_RENAMES
from vlm_lens_native.families import Backbone

BACKBONE = Backbone(
    model_type="gemma",
    hf_classes=("GemmaModel",),
    decoder_config=gemma_config,
    keys=GEMMA_KEYS,
    renames=LLAMA_RENAMES,
)
