"""The text backbone of Aria: experts weighed by a softmax over the chosen ones, beside shared ones.

Source: transformers' ``models/aria/modeling_aria.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig, ExpertsConfig
from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, LLAMA_RENAMES, llama_config
from vlm_lens_native.conversions.backbones._moe import QWEN_MOE_KEYS
from vlm_lens_native.families import Backbone, ConfigKeys


def _config(text: PreTrainedConfig, _: PreTrainedConfig) -> DecoderConfig:
    experts = ExpertsConfig(
        layers=frozenset(range(text.num_hidden_layers)),
        n_experts=text.moe_num_experts,
        n_chosen=text.moe_topk,
        d_expert=text.intermediate_size,
        d_shared=text.intermediate_size * text.moe_num_shared_experts,
        score="chosen_softmax",
        activation="silu",  # whatever hidden_act says, which is for the shared ones
        transposed=True,
    )
    return llama_config(text, experts=experts)


BACKBONE = Backbone(
    model_type="aria_text",
    hf_classes=("AriaTextModel",),
    decoder_config=_config,
    keys=ConfigKeys(
        handled=LLAMA_KEYS.handled | {"moe_num_experts", "moe_topk", "moe_num_shared_experts"},
        ignored=QWEN_MOE_KEYS.ignored,
    ),
    renames=LLAMA_RENAMES,
)
