"""What the text backbones of Microsoft's Phi 3 and 4 have in common."""

from __future__ import annotations

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, LLAMA_RENAMES, llama_config
from vlm_lens_native.conversions.backbones._rope import rotary_config
from vlm_lens_native.families import ConfigKeys

PHI_KEYS = ConfigKeys(
    handled=(LLAMA_KEYS.handled - {"attention_bias", "mlp_bias", "layer_types"})
    | {"original_max_position_embeddings", "partial_rotary_factor"},  # HF copies the second into rope_parameters
    ignored={**LLAMA_KEYS.ignored, "resid_pdrop": "for training", "embd_pdrop": "for training"},
)
PHI_RENAMES = LLAMA_RENAMES


def phi_config(text: PreTrainedConfig) -> DecoderConfig:
    """Fused projections, and rotation of ``partial_rotary_factor`` of each head."""
    rope = text.rope_parameters
    d_head = getattr(text, "head_dim", None) or text.hidden_size // text.num_attention_heads
    beside = ("partial_rotary_factor", "short_factor", "long_factor")
    d_rotary = int(d_head * rope.get("partial_rotary_factor", 1.0))  # also where it is all: HF joins the parts
    return llama_config(
        text,
        fused_qkv=True,
        fused_gate=True,
        qkv_bias=False,
        out_bias=False,
        mlp_bias=False,
        rotary=rotary_config(rope, beside=beside, d_rotary=d_rotary),
    )
