"""The text backbone of Qwen3.5 with experts, beside a shared one behind a gate.

Source: transformers' ``models/qwen3_5_moe/modeling_qwen3_5_moe.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig, ExpertsConfig
from vlm_lens_native.conversions.backbones._moe import MOE_RENAMES, QWEN_MOE_KEYS
from vlm_lens_native.conversions.backbones._qwen3_5 import QWEN3_5_KEYS, QWEN3_5_RENAMES, qwen3_5_config
from vlm_lens_native.families import Backbone, ConfigKeys


def _config(text: PreTrainedConfig, _: PreTrainedConfig) -> DecoderConfig:
    experts = ExpertsConfig(
        layers=frozenset(range(text.num_hidden_layers)),
        n_experts=text.num_experts,
        n_chosen=text.num_experts_per_tok,
        d_expert=text.moe_intermediate_size,
        d_shared=text.shared_expert_intermediate_size,
        gates_shared=True,
        normalizes=True,
        activation=text.hidden_act,
    )
    return qwen3_5_config(text, experts=experts, d_mlp=text.moe_intermediate_size)


BACKBONE = Backbone(
    model_type="qwen3_5_moe_text",
    hf_classes=("Qwen3_5MoeTextModel",),
    decoder_config=_config,
    keys=ConfigKeys(
        handled=QWEN3_5_KEYS.handled
        | {"num_experts", "num_experts_per_tok", "moe_intermediate_size", "shared_expert_intermediate_size"},
        ignored=QWEN_MOE_KEYS.ignored,
    ),
    renames={
        r"layers\.(\d+)\.mlp\.shared_expert\.": r"blocks.\1.mlp.shared_experts.",
        r"layers\.(\d+)\.mlp\.shared_expert_gate\.": r"blocks.\1.mlp.shared_gate.",
        **MOE_RENAMES,
        **QWEN3_5_RENAMES,
    },
)
