"""The text backbone of Granite 4 Vision: Granite, with deepstack features in front of some of its layers.

Source: transformers' ``models/granite4_vision/modeling_granite4_vision.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.config import DecoderConfig
from vlm_lens_native.conversions.backbones._granite import GRANITE_KEYS, granite_config
from vlm_lens_native.conversions.backbones._llama import LLAMA_RENAMES
from vlm_lens_native.families import Backbone


def _config(text: PreTrainedConfig, outer: PreTrainedConfig) -> DecoderConfig:
    layers = {*(layer for _, layer in outer.deepstack_layer_map), *outer.spatial_target_layers}
    return granite_config(
        text,
        logits_divisor=text.logits_scaling,
        deepstack=frozenset(layer for layer in layers if layer < text.num_hidden_layers),
    )


BACKBONE = Backbone(
    model_type="granite4_vision_text",
    hf_classes=("Granite4VisionTextModel",),
    decoder_config=_config,
    keys=GRANITE_KEYS,
    renames=LLAMA_RENAMES,
)
