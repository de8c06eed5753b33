"""HyperCLOVA X: Granite's factors, and norms also behind attention and MLP.

Source: transformers' ``models/hyperclovax/modeling_hyperclovax.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.conversions.backbones._granite import GRANITE_KEYS, granite_config
from vlm_lens_native.conversions.backbones._llama import LLAMA_RENAMES
from vlm_lens_native.families import Backbone, ConfigKeys


def _config(text: PreTrainedConfig, outer: PreTrainedConfig) -> DecoderConfig:
    """The factor on logits is the wrapper's to apply (``HyperCLOVAXVisionV2ForConditionalGeneration``)."""
    return granite_config(
        text,
        norm_places="around" if text.use_post_norm else "before",
        logits_multiplier=text.logits_scaling if outer.model_type == "hyperclovax_vision_v2" else None,
    )


BACKBONE = Backbone(
    model_type="hyperclovax",
    hf_classes=("HyperCLOVAXModel",),
    decoder_config=_config,
    keys=ConfigKeys(handled=GRANITE_KEYS.handled | {"use_post_norm"}, ignored=GRANITE_KEYS.ignored),
    renames={
        r"layers\.(\d+)\.post_norm1\.": r"blocks.\1.ln1_post.",
        r"layers\.(\d+)\.post_norm2\.": r"blocks.\1.ln2_post.",
        **LLAMA_RENAMES,
    },
)
