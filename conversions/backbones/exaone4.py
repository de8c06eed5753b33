"""EXAONE 4: norms only behind attention and MLP, and layers of full attention without rotation beside sliding ones.

Source: transformers' ``models/exaone4/modeling_exaone4.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, POST_NORM_RENAMES, llama_config
from vlm_lens_native.families import Backbone, ConfigKeys


def _config(text: PreTrainedConfig, _: PreTrainedConfig) -> DecoderConfig:
    full = {layer for layer, kind in enumerate(text.layer_types) if kind == "full_attention"}
    return llama_config(
        text,
        **dict.fromkeys(("qkv_bias", "out_bias", "mlp_bias"), False),
        norm_places="behind",
        qk_norm="head",
        unrotated_layers=frozenset() if text.sliding_window is None else frozenset(full),
    )


BACKBONE = Backbone(
    model_type="exaone4",
    hf_classes=("Exaone4Model",),
    decoder_config=_config,
    keys=ConfigKeys(
        handled=LLAMA_KEYS.handled,
        ignored={**LLAMA_KEYS.ignored, "sliding_window_pattern": "HF's config turns it into layer_types"},
    ),
    renames=POST_NORM_RENAMES,
)
