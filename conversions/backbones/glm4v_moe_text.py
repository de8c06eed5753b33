"""The text backbone of GLM-4.5V: experts in groups beside a shared one, and partial rotation.

Source: transformers' ``models/glm4v_moe/modeling_glm4v_moe.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig, ExpertsConfig
from vlm_lens_native.conversions.backbones._glm import GLM_KEYS, glm_rotary
from vlm_lens_native.conversions.backbones._llama import llama_config
from vlm_lens_native.conversions.backbones._moe import MOE_RENAMES, QWEN_MOE_KEYS
from vlm_lens_native.families import Backbone, ConfigKeys


def _config(text: PreTrainedConfig, _: PreTrainedConfig) -> DecoderConfig:
    experts = ExpertsConfig(
        layers=frozenset(range(text.first_k_dense_replace, text.num_hidden_layers)),
        n_experts=text.num_local_experts,
        n_chosen=text.num_experts_per_tok,
        d_expert=text.moe_intermediate_size,
        d_shared=text.moe_intermediate_size * text.n_shared_experts,
        score="sigmoid",
        normalizes=text.norm_topk_prob,
        factor=text.routed_scaling_factor,
        n_groups=text.n_group,
        n_chosen_groups=text.topk_group,
        activation=text.hidden_act,
    )
    return llama_config(text, out_bias=False, mlp_bias=False, rotary=glm_rotary(text), experts=experts)


BACKBONE = Backbone(
    model_type="glm4v_moe_text",
    hf_classes=("Glm4vMoeTextModel",),
    decoder_config=_config,
    keys=ConfigKeys(
        handled=GLM_KEYS.handled
        | {"n_routed_experts", "num_local_experts", "num_experts_per_tok", "moe_intermediate_size", "norm_topk_prob"}
        | {"n_shared_experts", "routed_scaling_factor", "n_group", "topk_group", "first_k_dense_replace"},
        ignored=QWEN_MOE_KEYS.ignored,
    ),
    renames=MOE_RENAMES,
)
