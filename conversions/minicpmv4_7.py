"""MiniCPM-V 4.7: MiniCPM-V 4.6 with M-RoPE, in which slices lie on one canvas.

Source: transformers' ``models/minicpmv4_7/modeling_minicpmv4_7.py``.
"""

from vlm_lens_native.conversions._shared import minicpm_hooks
from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import Slices

WRAPPER = Wrapper(model_type="minicpmv4_7", geometry=Slices(), vision_hooks=minicpm_hooks)
