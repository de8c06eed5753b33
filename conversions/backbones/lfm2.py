"""LFM2: short convolutions, with attention in some layers.

Source: transformers' ``models/lfm2/modeling_lfm2.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig, NormConfig, ShortConvConfig
from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, llama_config
from vlm_lens_native.families import Backbone, ConfigKeys

_FF = ("block_multiple_of", "block_ffn_dim_multiplier", "block_auto_adjust_ff_dim")


def _config(text: PreTrainedConfig, _: PreTrainedConfig) -> DecoderConfig:
    convolutions = frozenset(layer for layer, kind in enumerate(text.layer_types) if kind == "conv")
    return llama_config(
        text,
        norm=NormConfig(eps=text.norm_eps),
        activation="silu",
        d_mlp=_d_mlp(text),
        qkv_bias=False,
        out_bias=False,
        mlp_bias=False,
        qk_norm="head",
        other_layers=convolutions,
        short_conv=ShortConvConfig(layers=convolutions, n_taps=text.conv_L_cache, bias=text.conv_bias),
    )


def _d_mlp(text: PreTrainedConfig) -> int:
    """As HF's ``Lfm2MLP`` computes it."""
    width = text.intermediate_size
    if not text.block_auto_adjust_ff_dim:
        return width
    width = int(2 * width / 3)
    if text.block_ffn_dim_multiplier is None:
        return width
    multiple = text.block_multiple_of
    return multiple * ((int(text.block_ffn_dim_multiplier * width) + multiple - 1) // multiple)


BACKBONE = Backbone(
    model_type="lfm2",
    hf_classes=("Lfm2Model",),
    decoder_config=_config,
    keys=ConfigKeys(
        handled=(LLAMA_KEYS.handled - {"rms_norm_eps", "hidden_act", "attention_bias", "mlp_bias"})
        | {"norm_eps", "conv_bias", "conv_L_cache", *_FF},
        ignored={**LLAMA_KEYS.ignored, "full_attn_idxs": "HF's config turns it into layer_types"},
    ),
    renames={
        r"layers\.(\d+)\.self_attn\.out_proj\.": r"blocks.\1.attn.o_proj.",
        r"layers\.(\d+)\.self_attn\.q_layernorm\.": r"blocks.\1.attn.q_norm.",
        r"layers\.(\d+)\.self_attn\.k_layernorm\.": r"blocks.\1.attn.k_norm.",
        r"layers\.(\d+)\.self_attn\.": r"blocks.\1.attn.",
        r"layers\.(\d+)\.conv\.": r"blocks.\1.conv.",
        r"layers\.(\d+)\.feed_forward\.w1\.": r"blocks.\1.mlp.gate_proj.",
        r"layers\.(\d+)\.feed_forward\.w3\.": r"blocks.\1.mlp.up_proj.",
        r"layers\.(\d+)\.feed_forward\.w2\.": r"blocks.\1.mlp.down_proj.",
        r"layers\.(\d+)\.operator_norm\.": r"blocks.\1.ln1.",
        r"layers\.(\d+)\.ffn_norm\.": r"blocks.\1.ln2.",
        r"embedding_norm\.": "ln_final.",
    },
)
