"""The text backbone of ERNIE 4.5 VL: two sets of experts, for tokens of text and of images.

Source: transformers' ``models/ernie4_5_vl_moe/modeling_ernie4_5_vl_moe.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig, ExpertsConfig
from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, LLAMA_RENAMES, llama_config
from vlm_lens_native.conversions.backbones._moe import QWEN_MOE_KEYS
from vlm_lens_native.conversions.backbones._rope import mrope_config
from vlm_lens_native.families import Backbone, ConfigKeys

_MOE = ("intermediate_size", "k", "num_experts", "num_shared_experts", "norm_min")


def _config(text: PreTrainedConfig, _: PreTrainedConfig) -> DecoderConfig:
    of_text, of_images = text.moe_intermediate_size
    experts = ExpertsConfig(
        layers=frozenset(layer for layer, kind in enumerate(text.mlp_layer_types) if kind == "sparse"),
        n_experts=text.moe_num_experts,
        n_chosen=text.moe_k,
        d_expert=of_text,
        d_expert_of_images=of_images,
        d_shared=of_text * text.moe_num_shared_experts or None,
        score="biased_softmax",
        normalizes=True,
        least_sum=text.moe_norm_min,
        activation=text.hidden_act,
    )
    height, width, time = text.rope_parameters.get("mrope_section", (22, 22, 20))
    rotary = mrope_config(
        {**text.rope_parameters, "mrope_section": [time, height, width]},
        layout="alternating",
        default_sections=(20, 22, 22),
        pairs="neighbours",
        in_float32=True,
        rounds_waves=False,
    )
    bias = bool(text.use_bias)
    return llama_config(text, experts=experts, rotary=rotary, qkv_bias=bias, out_bias=bias, mlp_bias=bias)


BACKBONE = Backbone(
    model_type="ernie4_5_vl_moe_text",
    hf_classes=("Ernie4_5_VLMoeTextModel",),
    decoder_config=_config,
    keys=ConfigKeys(
        handled=(LLAMA_KEYS.handled - {"attention_bias", "mlp_bias", "sliding_window", "layer_types"})
        | {f"moe_{name}" for name in _MOE}
        | {"num_experts", "num_experts_per_tok", "mlp_layer_types", "use_bias"},
        ignored=QWEN_MOE_KEYS.ignored,
    ),
    # HF's rename of the hub's final norm takes that of its own model for it, too
    renames={**LLAMA_RENAMES, r"language_model\.norm\.": "ln_final."},
)
