"""The text backbone of Qwen3.5: three gated DeltaNet layers to each of attention.

Source: transformers' ``models/qwen3_5/modeling_qwen3_5.py``.
"""

from vlm_lens_native.conversions.backbones._qwen3_5 import QWEN3_5_KEYS, QWEN3_5_RENAMES, qwen3_5_config
from vlm_lens_native.families import Backbone

BACKBONE = Backbone(
    model_type="qwen3_5_text",
    hf_classes=("Qwen3_5TextModel",),
    decoder_config=lambda text, outer: qwen3_5_config(text),
    keys=QWEN3_5_KEYS,
    renames=QWEN3_5_RENAMES,
)
