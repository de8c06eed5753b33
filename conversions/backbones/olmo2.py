"""OLMo 2: norms only behind attention and MLP, and queries and keys of all heads normalised together.

Source: transformers' ``models/olmo2/modeling_olmo2.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig, NormConfig
from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, POST_NORM_RENAMES, llama_config
from vlm_lens_native.conversions.backbones._rope import rotary_config
from vlm_lens_native.families import Backbone


def _config(text: PreTrainedConfig, _: PreTrainedConfig) -> DecoderConfig:
    return llama_config(
        text,
        norm=NormConfig(eps=text.rms_norm_eps, cast="after_gain"),
        norm_places="behind",
        mlp_bias=False,
        qk_norm="all_heads",
        rotary=rotary_config(text.rope_parameters, in_float32=True, rounds_waves=False),
    )


BACKBONE = Backbone(
    model_type="olmo2",
    hf_classes=("Olmo2Model",),
    decoder_config=_config,
    keys=LLAMA_KEYS,
    renames=POST_NORM_RENAMES,
)
