"""Gemma 4: normalised values, full layers with wider heads, and layers that multiply the stream at their end.

Its E-models have inputs for each layer too, and later layers that attend to the keys and values of earlier ones; others
have experts beside the MLP.

Source: transformers' ``models/gemma4/modeling_gemma4.py``.
"""

from __future__ import annotations

from collections.abc import Sequence

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig, ExpertsConfig, HeadShape, NormConfig, PerLayerConfig
from vlm_lens_native.conversions.backbones._gemma import GEMMA_KEYS, SANDWICH_HANDLED, SANDWICH_RENAMES
from vlm_lens_native.conversions.backbones._llama import llama_config
from vlm_lens_native.conversions.backbones._rope import rotary_config, rotary_of_sliding_layers
from vlm_lens_native.errors import ConfigError
from vlm_lens_native.families import Backbone, ConfigKeys

_RENAMES = {
    r"layers\.(\d+)\.layer_scalar": r"blocks.\1.layer_scalar",
    r"layers\.(\d+)\.per_layer_input_gate\.": r"blocks.\1.per_layer.gate_proj.",
    r"layers\.(\d+)\.per_layer_projection\.": r"blocks.\1.per_layer.out_proj.",
    r"layers\.(\d+)\.post_per_layer_input_norm\.": r"blocks.\1.ln3_post.",
    r"per_layer_model_projection\.": "per_layer_projection.proj.",
    r"per_layer_projection_norm\.": "per_layer_projection.norm.",
    **SANDWICH_RENAMES,
}
# HF has experts beside its MLP, and we have both in one part.
_BESIDE_EXPERTS = {
    r"layers\.(\d+)\.mlp\.": r"blocks.\1.mlp.dense.",
    r"layers\.(\d+)\.pre_feedforward_layernorm\.": r"blocks.\1.mlp.ln_dense.",
    r"layers\.(\d+)\.post_feedforward_layernorm_1\.": r"blocks.\1.mlp.ln_dense_post.",
    r"layers\.(\d+)\.pre_feedforward_layernorm_2\.": r"blocks.\1.mlp.ln_experts.",
    r"layers\.(\d+)\.post_feedforward_layernorm_2\.": r"blocks.\1.mlp.ln_experts_post.",
    r"layers\.(\d+)\.router\.proj\.": r"blocks.\1.mlp.router.",
    r"layers\.(\d+)\.router\.": r"blocks.\1.mlp.router.",
    r"layers\.(\d+)\.experts\.": r"blocks.\1.mlp.experts.",
}


def _config(text: PreTrainedConfig, _: PreTrainedConfig) -> DecoderConfig:
    """The decoder config.

    Raises:
        ConfigError: It reads text in both directions.
    """
    if text.use_bidirectional_attention == "all":
        raise ConfigError("use_bidirectional_attention='all': the decoder reads text from left to right.")
    full = [layer for layer, kind in enumerate(text.layer_types) if kind == "full_attention"]
    by_layer = {layer: text.per_layer_config[layer] for layer in range(text.num_hidden_layers)}
    shapes = {
        layer: HeadShape(d_head=own.head_dim, n_key_value_heads=own.num_key_value_heads)
        for layer, own in by_layer.items()
    }
    first = next((layer for layer in by_layer if layer not in full), 0)
    lenders = _lenders(text.layer_types, text.num_kv_shared_layers)
    wide = rotary_config(
        text.rope_parameters["full_attention"],
        beside={"partial_rotary_factor"},
        d_head=shapes[full[0]].d_head if full else None,
    )
    return llama_config(
        by_layer[first],
        norm=NormConfig(eps=text.rms_norm_eps, cast="after_gain", root="pow"),
        norm_places="around",
        activation=text.hidden_activation,
        embedding_scale=text.hidden_size**0.5,
        attention_scale=1.0,
        mlp_bias=False,
        qk_norm="head",
        v_norm=True,
        rotary=wide,
        other_rotaries=rotary_of_sliding_layers(text),
        head_shapes={n: shape for n, shape in shapes.items() if shape != shapes[first]},
        mlp_widths=dict.fromkeys(lenders, 2 * text.intermediate_size) if text.use_double_wide_mlp else {},
        shared_projection=frozenset(full).difference(lenders) if text.attention_k_eq_v else frozenset(),
        lenders=lenders,
        per_layer=_per_layer(text),
        experts=_experts(text) if text.enable_moe_block else None,
        layer_scalars=True,
        logits_cap=text.final_logit_softcapping,
    )


def _lenders(kinds: Sequence[str], n_borrowers: int) -> dict[int, int]:
    """By layer without keys and values of its own, which are the last ones, the last layer of its kind before them."""
    first = len(kinds) - n_borrowers
    lending = {kind: layer for layer, kind in enumerate(kinds[:first])}
    return {layer: lending[kind] for layer, kind in enumerate(kinds) if layer >= first}


def _experts(text: PreTrainedConfig) -> ExpertsConfig:
    return ExpertsConfig(
        layers=frozenset(range(text.num_hidden_layers)),
        n_experts=text.num_experts,
        n_chosen=text.top_k_experts,
        d_expert=text.moe_intermediate_size,
        normalizes=True,
        activation=text.hidden_activation,
        beside_mlp=True,
    )


def _per_layer(text: PreTrainedConfig) -> PerLayerConfig | None:
    width = text.hidden_size_per_layer_input
    return PerLayerConfig(width=width, n_tokens=text.vocab_size_per_layer_input) if width else None


BACKBONE = Backbone(
    model_type="gemma4_text",
    hf_classes=("Gemma4TextModel",),
    decoder_config=_config,
    keys=ConfigKeys(
        handled=(SANDWICH_HANDLED - {"query_pre_attn_scalar"})
        | {"per_layer_config", "attention_k_eq_v", "final_logit_softcapping", "num_kv_shared_layers"}
        | {"use_double_wide_mlp", "hidden_size_per_layer_input", "vocab_size_per_layer_input"}
        | {"enable_moe_block", "num_experts", "top_k_experts", "moe_intermediate_size"},
        ignored={**GEMMA_KEYS.ignored, "_experts_implementation": "a choice of kernel"},
    ),
    renames=lambda text: {**_RENAMES, **(_BESIDE_EXPERTS if text.enable_moe_block else {})},
)
