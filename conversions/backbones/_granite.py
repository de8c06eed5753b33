"""What the text backbones of the Granite line have in common."""

from __future__ import annotations

from typing import Any

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, llama_config
from vlm_lens_native.families import ConfigKeys

_MULTIPLIERS = {"embedding_multiplier", "residual_multiplier", "attention_multiplier", "logits_scaling"}
GRANITE_KEYS = ConfigKeys(handled=LLAMA_KEYS.handled | _MULTIPLIERS, ignored=LLAMA_KEYS.ignored)


def granite_config(text: PreTrainedConfig, **variants: Any) -> DecoderConfig:
    """Llama with factors on embeddings, scores and what is added to the stream; that on logits is the wrapper's."""
    return llama_config(
        text,
        embedding_multiplier=text.embedding_multiplier,
        residual_multiplier=text.residual_multiplier,
        attention_scale=text.attention_multiplier,
        **variants,
    )
