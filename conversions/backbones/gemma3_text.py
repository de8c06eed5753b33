"""Gemma 3: as Gemma 2 with q/k norm, a rotary embedding for each kind of layer, and no caps.

Source: transformers' ``models/gemma3/modeling_gemma3.py``.
"""

from vlm_lens_native.conversions.backbones._gemma import GEMMA_KEYS, SANDWICH_HANDLED, SANDWICH_RENAMES, gemma2_config
from vlm_lens_native.conversions.backbones._rope import rotary_config, rotary_of_sliding_layers
from vlm_lens_native.families import Backbone, ConfigKeys

_UNREAD = dict.fromkeys(("attn_logit_softcapping", "final_logit_softcapping"), "HF's class does not act on it")

BACKBONE = Backbone(
    model_type="gemma3_text",
    hf_classes=("Gemma3TextModel",),
    decoder_config=lambda text, outer: gemma2_config(
        text,
        outer,
        qk_norm="head",
        rotary=rotary_config(text.rope_parameters["full_attention"]),
        other_rotaries=rotary_of_sliding_layers(text),
    ),
    keys=ConfigKeys(
        handled=SANDWICH_HANDLED,
        ignored={**GEMMA_KEYS.ignored, **_UNREAD, "_sliding_window_pattern": "HF's config turns it into layer_types"},
    ),
    renames=SANDWICH_RENAMES,
)
