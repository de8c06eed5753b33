"""Ministral 3: Mistral with a factor on queries that grows with their position.

Source: transformers' ``models/ministral3/modeling_ministral3.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig, QueryScale
from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, LLAMA_RENAMES, llama_config
from vlm_lens_native.conversions.backbones._rope import rotary_config
from vlm_lens_native.families import Backbone


def _config(text: PreTrainedConfig, _: PreTrainedConfig) -> DecoderConfig:
    rope = text.rope_parameters
    scale = QueryScale(beta=rope["llama_4_scaling_beta"], length=rope["original_max_position_embeddings"])
    beside = ("llama_4_scaling_beta", "max_position_embeddings")  # HF reads the latter from outside
    return llama_config(
        text,
        **dict.fromkeys(("qkv_bias", "out_bias", "mlp_bias"), False),
        rotary=rotary_config(rope, beside=beside, query_scale=scale),
    )


BACKBONE = Backbone(
    model_type="ministral3",
    hf_classes=("Ministral3Model",),
    decoder_config=_config,
    keys=LLAMA_KEYS,
    renames=LLAMA_RENAMES,
)
