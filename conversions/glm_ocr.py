"""GLM-OCR: GLM-4.1V's design, small.

Source: transformers' ``models/glm_ocr/modeling_glm_ocr.py``.
"""

from vlm_lens_native.conversions._shared import glm_hooks
from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import ThwGrid

WRAPPER = Wrapper(model_type="glm_ocr", geometry=ThwGrid(videos_as_images=True), vision_hooks=glm_hooks)
