"""The text backbone of Molmo 2: Qwen3's block or OLMo's, by its config; some layers' positions may be left unscaled.

Source: ``Molmo2TextModel`` in transformers' ``models/molmo2/modeling_molmo2.py``.
"""

from collections.abc import Mapping

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig, RotaryConfig
from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, LLAMA_RENAMES, llama_config
from vlm_lens_native.families import Backbone, ConfigKeys


def _config(text: PreTrainedConfig, _: PreTrainedConfig) -> DecoderConfig:
    unscaled = RotaryConfig(theta=float(text.rope_parameters["rope_theta"]), scaling_parameters={})
    return llama_config(
        text,
        n_unpredicted=text.additional_vocab_size,
        norm_places="behind" if text.norm_after else "before",
        out_bias=False,
        mlp_bias=False,
        qk_norm="head" if text.qk_norm_type == "qwen3" else "all_heads",
        other_rotaries=dict.fromkeys({*range(text.num_hidden_layers)}.difference(text.rope_scaling_layers), unscaled),
    )


def _renames(text: PreTrainedConfig) -> Mapping[str, str]:
    if not text.norm_after:
        return LLAMA_RENAMES
    behind = {
        r"layers\.(\d+)\.input_layernorm\.": r"blocks.\1.ln1_post.",
        r"layers\.(\d+)\.post_attention_layernorm\.": r"blocks.\1.ln2_post.",
    }
    return {**LLAMA_RENAMES, **behind}


BACKBONE = Backbone(
    model_type="molmo2_text",
    hf_classes=("Molmo2TextModel",),
    decoder_config=_config,
    keys=ConfigKeys(
        handled=(LLAMA_KEYS.handled - {"mlp_bias", "sliding_window", "layer_types"})
        | {"additional_vocab_size", "qk_norm_type", "rope_scaling_layers", "norm_after"},
        ignored=LLAMA_KEYS.ignored,
    ),
    renames=_renames,
)
