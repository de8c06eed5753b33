"""The text backbone of PaddleOCR-VL: Llama with M-RoPE.

Source: transformers' ``models/paddleocr_vl/modeling_paddleocr_vl.py``.
"""

from vlm_lens_native.conversions.backbones._llama import LLAMA_KEYS, LLAMA_RENAMES, llama_config
from vlm_lens_native.conversions.backbones._rope import mrope_config
from vlm_lens_native.families import Backbone, ConfigKeys

BACKBONE = Backbone(
    model_type="paddleocr_vl_text",
    hf_classes=("PaddleOCRTextModel",),
    decoder_config=lambda text, _: llama_config(
        text,
        **dict.fromkeys(("qkv_bias", "out_bias", "mlp_bias"), text.use_bias),
        rotary=mrope_config(text.rope_parameters, layout="sectioned", default_sections=(16, 24, 24)),
    ),
    keys=ConfigKeys(handled=LLAMA_KEYS.handled | {"use_bias"}, ignored=LLAMA_KEYS.ignored),
    renames=LLAMA_RENAMES,
)
