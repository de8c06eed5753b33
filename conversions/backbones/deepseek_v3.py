"""DeepSeek-V3: multi-head latent attention, and experts in groups beside a shared one; the first layers are dense.

Source: transformers' ``models/deepseek_v3/modeling_deepseek_v3.py``.
"""

import math

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig, LatentConfig
from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, llama_config
from vlm_lens_native.conversions.backbones._moe import GROUPED_KEYS, MOE_RENAMES, QWEN_MOE_KEYS, grouped_experts
from vlm_lens_native.conversions.backbones._rope import rotary_config
from vlm_lens_native.errors import ConfigError
from vlm_lens_native.families import Backbone, ConfigKeys

_WIDTHS = {"kv_lora_rank", "q_lora_rank", "qk_rope_head_dim", "qk_nope_head_dim", "qk_head_dim", "v_head_dim"}


def _config(text: PreTrainedConfig, _: PreTrainedConfig) -> DecoderConfig:
    """The decoder config.

    Raises:
        ConfigError: Heads share keys and values in groups, which HF's class would do to keys that it has for each head.
    """
    if text.num_key_value_heads != text.num_attention_heads:
        raise ConfigError(
            f"num_key_value_heads={text.num_key_value_heads} of {text.num_attention_heads} heads: latent attention "
            "makes keys and values for each head."
        )
    d_head = text.qk_nope_head_dim + text.qk_rope_head_dim
    return llama_config(
        text,
        d_head=d_head,
        qkv_bias=text.attention_bias,
        attention_scale=d_head**-0.5 * _mscale(text.rope_parameters) ** 2,
        mlp_bias=False,
        rotary=rotary_config(
            text.rope_parameters,
            d_head=text.qk_rope_head_dim,
            pairs="gathered" if text.rope_interleave else "halves",
        ),
        latent=LatentConfig(
            d_latent=text.kv_lora_rank,
            d_q_latent=text.q_lora_rank,
            d_unturned=text.qk_nope_head_dim,
            d_rot=text.qk_rope_head_dim,
            d_value=text.v_head_dim,
        ),
        experts=grouped_experts(text),
    )


def _mscale(rope: dict) -> float:
    """What scores are multiplied by twice in longer contexts (``yarn_apply_mscale``)."""
    share = rope.get("mscale_all_dim", 0) if rope["rope_type"] != "default" else 0
    return 0.1 * share * math.log(rope["factor"]) + 1.0 if share and rope["factor"] > 1 else 1.0


BACKBONE = Backbone(
    model_type="deepseek_v3",
    hf_classes=("DeepseekV3Model",),
    decoder_config=_config,
    keys=ConfigKeys(
        handled=(LLAMA_KEYS.handled - {"mlp_bias", "sliding_window", "layer_types"})
        | GROUPED_KEYS
        | _WIDTHS
        | {"rope_interleave"},
        ignored={
            **QWEN_MOE_KEYS.ignored,
            "num_nextn_predict_layers": "further layers draft tokens for generate(use_mtp=True), and do nothing else",
            "num_mtp_layers": "the same",
        },
    ),
    renames=MOE_RENAMES,
)
