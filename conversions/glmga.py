"""GLM-GA: GLM-4.6V's classes, with a processor of its own.

Source: transformers' ``models/glm46v/modeling_glm46v.py``.
"""

from vlm_lens_native.conversions._shared import glm_hooks
from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import ThwGrid

WRAPPER = Wrapper(model_type="glmga", geometry=ThwGrid(videos_as_images=True), vision_hooks=glm_hooks)
