"""The text backbone of Granite-Docling: Granite, with deepstack features after its first layers.

Source: transformers' ``models/granite_docling/modeling_granite_docling.py``.
"""

from vlm_lens_native.conversions.backbones._granite import GRANITE_KEYS, granite_config
from vlm_lens_native.conversions.backbones._llama import LLAMA_RENAMES, behind_first_layers
from vlm_lens_native.families import Backbone

BACKBONE = Backbone(
    model_type="granite_docling_text",
    hf_classes=("GraniteDoclingTextModel",),
    decoder_config=lambda text, outer: granite_config(
        text,
        logits_divisor=text.logits_scaling,
        deepstack=behind_first_layers(outer),
    ),
    keys=GRANITE_KEYS,
    renames=LLAMA_RENAMES,
)
