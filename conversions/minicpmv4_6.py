"""MiniCPM-V 4.6: an encoder that merges windows on its way, in front of Qwen3.5.

Source: transformers' ``models/minicpmv4_6/modeling_minicpmv4_6.py``.
"""

from vlm_lens_native.conversions._shared import minicpm_hooks
from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import Slices

WRAPPER = Wrapper(model_type="minicpmv4_6", geometry=Slices(), vision_hooks=minicpm_hooks)
