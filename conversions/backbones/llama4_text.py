"""Llama 4: chunks of keys, layers without rotation, and experts whose inputs are weighed.

Source: transformers' ``models/llama4/modeling_llama4.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig, ExpertsConfig, QueryScale
from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, llama_config
from vlm_lens_native.conversions.backbones._moe import QWEN_MOE_KEYS
from vlm_lens_native.conversions.backbones._rope import rotary_config
from vlm_lens_native.errors import ConfigError
from vlm_lens_native.families import Backbone, ConfigKeys


def _config(text: PreTrainedConfig, _: PreTrainedConfig) -> DecoderConfig:
    layers = range(text.num_hidden_layers)
    chunked = frozenset(layer for layer in layers if text.layer_types[layer] == "chunked_attention")
    if chunked and not text.attention_chunk_size:
        raise ConfigError(f"Layers {sorted(chunked)} attend by chunks, and attention_chunk_size says no size of them.")
    experts = ExpertsConfig(
        layers=frozenset(text.moe_layers),
        n_experts=text.num_local_experts,
        n_chosen=text.num_experts_per_tok,
        d_expert=text.intermediate_size,
        d_shared=text.intermediate_size,
        score="chosen_sigmoid",
        weighs="inputs",
        activation=text.hidden_act,
        transposed=True,
    )
    temperature = QueryScale(beta=text.attn_scale, length=text.floor_scale, first=1)
    return llama_config(
        text,
        other_layers=chunked,
        d_mlp=text.intermediate_size_mlp,
        experts=experts,
        rotary=rotary_config(text.rope_parameters, pairs="complex"),
        unrotated_layers=frozenset(layer for layer in layers if not text.no_rope_layers[layer]),
        unrotated_query_scale=temperature if text.attn_temperature_tuning else None,
        qk_norm="turned_head" if text.use_qk_norm else None,
        softmax_in_float32=False,
        chunk_size=text.attention_chunk_size if chunked else None,
        chunked_layers=chunked,
    )


BACKBONE = Backbone(
    model_type="llama4_text",
    hf_classes=("Llama4TextModel",),
    decoder_config=_config,
    keys=ConfigKeys(
        handled=(LLAMA_KEYS.handled - {"mlp_bias", "sliding_window"})
        | {"intermediate_size_mlp", "num_local_experts", "num_experts_per_tok", "moe_layers", "use_qk_norm"}
        | {"no_rope_layers", "attention_chunk_size", "attn_temperature_tuning", "floor_scale", "attn_scale"},
        ignored={
            **QWEN_MOE_KEYS.ignored,
            "interleave_moe_layer_step": "HF's config turns it into moe_layers",
            "no_rope_layer_interval": "HF's config turns it into no_rope_layers",
            "router_jitter_noise": "HF's class does not read it",
        },
    ),
    renames={
        r"layers\.(\d+)\.self_attn\.": r"blocks.\1.attn.",
        r"layers\.(\d+)\.feed_forward\.shared_expert\.": r"blocks.\1.mlp.shared_experts.",
        r"layers\.(\d+)\.feed_forward\.": r"blocks.\1.mlp.",
        r"layers\.(\d+)\.input_layernorm\.": r"blocks.\1.ln1.",
        r"layers\.(\d+)\.post_attention_layernorm\.": r"blocks.\1.ln2.",
        r"norm\.": "ln_final.",
    },
)
