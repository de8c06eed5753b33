"""Qwen3-VL with a mixture of experts: Qwen3-VL's encoder.

Source: transformers' ``models/qwen3_vl_moe/modeling_qwen3_vl_moe.py``.
"""

from vlm_lens_native.conversions._shared import qwen3_hooks
from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import ThwGrid

WRAPPER = Wrapper(model_type="qwen3_vl_moe", geometry=ThwGrid(), vision_hooks=qwen3_hooks)
