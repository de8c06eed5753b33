"""MiniCPM-OCR: MiniCPM-V 4.6 with four times as many tokens, and a processor that may size slices by what they show.

Source: transformers' ``models/minicpm_ocr/modeling_minicpm_ocr.py`` and ``image_processing_minicpm_ocr.py``.
"""

from vlm_lens_native.conversions._shared import minicpm_hooks
from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import Slices

WRAPPER = Wrapper(model_type="minicpm_ocr", geometry=Slices(), vision_hooks=minicpm_hooks)
