"""GLM-4.5V and GLM-4.6V: GLM-4.1V's encoder, and GLM with a mixture of experts.

Source: transformers' ``models/glm4v_moe/modeling_glm4v_moe.py``.
"""

from vlm_lens_native.conversions._shared import glm_hooks
from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import ThwGrid

WRAPPER = Wrapper(model_type="glm4v_moe", geometry=ThwGrid(videos_as_images=True), vision_hooks=glm_hooks)
