"""Qwen2-VL, and UI-TARS, ShowUI and olmOCR, which are the same class: images of any size in one sequence, M-RoPE.

Source: transformers' ``models/qwen2_vl/modeling_qwen2_vl.py``.
"""

from vlm_lens_native.conversions._shared import qwen_hooks
from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import ThwGrid

WRAPPER = Wrapper(model_type="qwen2_vl", geometry=ThwGrid(), vision_hooks=qwen_hooks)
