"""Llama 3.2 Vision's language model: Llama, with cross-attention to image features in some layers.

Source: ``MllamaTextModel`` in transformers' ``models/mllama/modeling_mllama.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.config import CrossAttentionConfig, DecoderConfig
from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, LLAMA_RENAMES, derived_d_head, llama_config
from vlm_lens_native.errors import ConfigError
from vlm_lens_native.families import Backbone, ConfigKeys

_N_UNPREDICTED = 8  # MllamaTextModel's embedding has these more than the head; the first stands for images


def _config(text: PreTrainedConfig, outer: PreTrainedConfig) -> DecoderConfig:
    layers = frozenset(text.cross_attention_layers)
    if 0 in layers or not layers <= {*range(text.num_hidden_layers)}:
        raise ConfigError(
            f"cross_attention_layers {sorted(layers)} are not handled: they are some of layers 1 to "
            f"{text.num_hidden_layers - 1}. HF takes the length of a sequence from layer 0 of its KV cache, which has "
            "to be one of self-attention."
        )
    d_head, vision = derived_d_head(text), outer.vision_config
    n_keys = vision.max_num_tiles * ((vision.image_size // vision.patch_size) ** 2 + 1)
    return llama_config(
        text,
        d_head=d_head,
        attention_scale=d_head**-0.5,
        n_unpredicted=_N_UNPREDICTED,
        qkv_bias=False,
        out_bias=False,
        mlp_bias=False,
        cross=CrossAttentionConfig(layers=layers, n_keys=n_keys),
    )


BACKBONE = Backbone(
    model_type="mllama_text_model",
    hf_classes=("MllamaTextModel",),
    decoder_config=_config,
    keys=ConfigKeys(
        handled=(LLAMA_KEYS.handled - {"attention_bias", "mlp_bias", "sliding_window", "layer_types"})
        | {"cross_attention_layers"},
        ignored=LLAMA_KEYS.ignored,
    ),
    renames={
        r"layers\.(\d+)\.cross_attn_attn_gate$": r"blocks.\1.cross_attn.gate",
        r"layers\.(\d+)\.cross_attn_mlp_gate$": r"blocks.\1.mlp.gate",
        r"layers\.(\d+)\.cross_attn\.": r"blocks.\1.cross_attn.",
        **LLAMA_RENAMES,
    },
)
