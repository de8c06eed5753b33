"""GLM-4.1V and GLM-4.6V-Flash: images of any size in one sequence, and GLM with M-RoPE.

Source: transformers' ``models/glm4v/modeling_glm4v.py``.
"""

from vlm_lens_native.conversions._shared import glm_hooks
from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import ThwGrid

WRAPPER = Wrapper(model_type="glm4v", geometry=ThwGrid(videos_as_images=True), vision_hooks=glm_hooks)
