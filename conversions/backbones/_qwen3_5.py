"""What the text backbones of Qwen3.5 have in common: gated DeltaNet layers, and gates on attention's outputs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig, DeltaNetConfig, NormConfig
from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, LLAMA_RENAMES, llama_config
from vlm_lens_native.conversions.backbones._rope import mrope_config
from vlm_lens_native.families import ConfigKeys

_SHAPES = ("conv_kernel_dim", "key_head_dim", "value_head_dim", "num_key_heads", "num_value_heads")
QWEN3_5_KEYS = ConfigKeys(
    handled=LLAMA_KEYS.handled | {"partial_rotary_factor"} | {f"linear_{name}" for name in _SHAPES},
    ignored=LLAMA_KEYS.ignored,
)
QWEN3_5_RENAMES: Mapping[str, str] = {
    r"layers\.(\d+)\.linear_attn\.": r"blocks.\1.linear_attn.",
    **LLAMA_RENAMES,
}


def qwen3_5_config(text: PreTrainedConfig, **variants: Any) -> DecoderConfig:
    """The decoder config; ``layer_types`` say which layers are gated DeltaNets."""
    rope = text.rope_parameters
    linear = frozenset(layer for layer, kind in enumerate(text.layer_types) if kind == "linear_attention")
    return llama_config(
        text,
        norm=NormConfig(eps=text.rms_norm_eps, gain="one_plus_weight", cast="after_gain"),
        mlp_bias=False,
        qk_norm="head",
        gated_attention=True,
        other_layers=linear,
        rotary=mrope_config(
            rope,
            layout="interleaved",
            default_sections=(11, 11, 10),
            beside={"partial_rotary_factor"},
            d_rotary=int(text.head_dim * rope.get("partial_rotary_factor", 1.0)),
        ),
        delta=DeltaNetConfig(
            layers=linear,
            n_key_heads=text.linear_num_key_heads,
            n_value_heads=text.linear_num_value_heads,
            d_key=text.linear_key_head_dim,
            d_value=text.linear_value_head_dim,
            n_taps=text.linear_conv_kernel_dim,
            activation=text.hidden_act,
            eps=text.rms_norm_eps,
        ),
        **variants,
    )
