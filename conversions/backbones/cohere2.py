"""Cohere 2: attention and MLP side by side behind one layer norm, and layers of full attention without rotation.

Source: transformers' ``models/cohere2/modeling_cohere2.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig, NormConfig
from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, LLAMA_RENAMES, llama_config
from vlm_lens_native.conversions.backbones._rope import rotary_config
from vlm_lens_native.families import Backbone, ConfigKeys


def _config(text: PreTrainedConfig, _: PreTrainedConfig) -> DecoderConfig:
    sliding = [kind == "sliding_attention" and text.sliding_window is not None for kind in text.layer_types]
    return llama_config(
        text,
        norm=NormConfig(eps=text.layer_norm_eps, kind="layer", cast="after_gain"),
        parallel=True,
        mlp_bias=False,
        rotary=rotary_config(text.rope_parameters, pairs="neighbours", in_float32=True),
        unrotated_layers=frozenset(layer for layer, slides in enumerate(sliding) if not slides),
    )


BACKBONE = Backbone(
    model_type="cohere2",
    hf_classes=("Cohere2Model",),
    decoder_config=_config,
    keys=ConfigKeys(
        handled=LLAMA_KEYS.handled | {"layer_norm_eps"},
        ignored={**LLAMA_KEYS.ignored, "logit_scale": "the wrappers' heads leave it out"},
    ),
    renames=LLAMA_RENAMES,
)
