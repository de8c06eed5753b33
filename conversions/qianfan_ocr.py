"""Qianfan-OCR: InternVL's encoder and tiles, and Qwen3.

Source: transformers' ``models/qianfan_ocr/modeling_qianfan_ocr.py``.
"""

from vlm_lens_native.conversions._shared import InternVLTiles, internvl_hooks
from vlm_lens_native.families import Wrapper

WRAPPER = Wrapper(
    model_type="qianfan_ocr",
    geometry=InternVLTiles(),
    vision_hooks=lambda config: internvl_hooks(config, "layers"),
)
