"""What text backbones with experts have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from transformers import PreTrainedConfig

from vlm_lens_native.config import ExpertsConfig
from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, LLAMA_RENAMES
from vlm_lens_native.families import ConfigKeys

QWEN_MOE_KEYS = ConfigKeys(
    handled=LLAMA_KEYS.handled
    | {"num_experts", "num_local_experts", "num_experts_per_tok", "moe_intermediate_size", "norm_topk_prob"}
    | {"decoder_sparse_step", "mlp_only_layers"},
    ignored={
        **LLAMA_KEYS.ignored,
        "output_router_logits": "adds the routers' loss, while training; mlp.hook_router_logits has them",
        "router_aux_loss_coef": "for training",
        "_experts_implementation": "a choice of kernel",
    },
)
MOE_RENAMES: Mapping[str, str] = {r"layers\.(\d+)\.mlp\.gate\.": r"blocks.\1.mlp.router.", **LLAMA_RENAMES}


GROUPED_KEYS = frozenset(
    {"n_routed_experts", "num_local_experts", "num_experts_per_tok", "moe_intermediate_size", "norm_topk_prob"}
    | {"n_shared_experts", "routed_scaling_factor", "n_group", "topk_group", "first_k_dense_replace"}
)


def grouped_experts(text: PreTrainedConfig) -> ExpertsConfig:
    """DeepSeek's experts: in groups, scored by a sigmoid each, beside a shared one; the first layers have none."""
    return ExpertsConfig(
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


def qwen_experts(text: PreTrainedConfig, **variants: Any) -> ExpertsConfig:
    """Experts in every ``decoder_sparse_step``-th layer, weighed by a softmax over all."""
    step, dense = text.decoder_sparse_step, text.mlp_only_layers
    layers = range(text.num_hidden_layers) if text.num_experts > 0 else ()
    return ExpertsConfig(
        layers=frozenset(layer for layer in layers if layer not in dense and (layer + 1) % step == 0),
        n_experts=text.num_experts,
        n_chosen=text.num_experts_per_tok,
        d_expert=text.moe_intermediate_size,
        activation=text.hidden_act,
        **variants,
    )
