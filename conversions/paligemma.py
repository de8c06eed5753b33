"""PaliGemma and PaliGemma 2: SigLIP, a linear projector, and a Gemma that reads image and prompt in both directions.

Source: transformers' ``models/paligemma/modeling_paligemma.py``.
"""

from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import PatchGrid

WRAPPER = Wrapper(model_type="paligemma", geometry=PatchGrid())
