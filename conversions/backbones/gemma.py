"""Gemma: ``1 + weight`` norms and scaled token embeddings.

Source: transformers' ``models/gemma/modeling_gemma.py``.
"""

from vlm_lens_native.families import Backbone

from ._gemma import GEMMA_KEYS, gemma_config
from ._llama import LLAMA_RENAMES

BACKBONE = Backbone(
    model_type="gemma",
    hf_classes=("GemmaModel",),
    decoder_config=gemma_config,
    keys=GEMMA_KEYS,
    renames=LLAMA_RENAMES,
)
