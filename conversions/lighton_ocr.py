"""LightOnOCR: Pixtral's encoder, 2 x 2 patches a token, and Qwen3.

Source: transformers' ``models/lighton_ocr/modeling_lighton_ocr.py``.
"""

from vlm_lens_native.conversions._shared import pixtral_hooks
from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import PatchGrid

WRAPPER = Wrapper(
    model_type="lighton_ocr",
    geometry=PatchGrid(),
    vision_hooks=lambda config: pixtral_hooks(config, "model.vision_encoder", "model.vision_projection"),
)
