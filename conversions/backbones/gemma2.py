"""Gemma 2: norms around attention and MLP, soft caps, and a sliding window on every other layer.

Source: transformers' ``models/gemma2/modeling_gemma2.py``.
"""

import inspect

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.conversions.backbones._gemma import GEMMA_KEYS, SANDWICH_HANDLED, SANDWICH_RENAMES, gemma2_config
from vlm_lens_native.families import Backbone, ConfigKeys, hf_class_for


def _config(text: PreTrainedConfig, outer: PreTrainedConfig) -> DecoderConfig:
    """The cap of the logits is the wrapper's to apply: PaliGemma's does since transformers 5.23, LLaVA's doesn't."""
    caps = "final_logit_softcapping" in inspect.getsource(hf_class_for(outer).forward)
    cap = text.final_logit_softcapping if caps else None
    return gemma2_config(text, outer, attention_cap=text.attn_logit_softcapping, logits_cap=cap)


BACKBONE = Backbone(
    model_type="gemma2",
    hf_classes=("Gemma2Model",),
    decoder_config=_config,
    keys=ConfigKeys(
        handled=SANDWICH_HANDLED | {"attn_logit_softcapping", "final_logit_softcapping"}, ignored=GEMMA_KEYS.ignored
    ),
    renames=SANDWICH_RENAMES,
)
