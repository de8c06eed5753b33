"""ViP-LLaVA: LLaVA with the features of several blocks side by side.

Source: transformers' ``models/vipllava/modeling_vipllava.py``.
"""

from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import PatchGrid

WRAPPER = Wrapper(model_type="vipllava", geometry=PatchGrid())
