"""Qwen3.5 with experts: Qwen3-VL's encoder without deepstack, in front of gated DeltaNet layers.

Source: transformers' ``models/qwen3_5_moe/modeling_qwen3_5_moe.py``.
"""

from vlm_lens_native.conversions._shared import qwen3_hooks
from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import ThwGrid

WRAPPER = Wrapper(model_type="qwen3_5_moe", geometry=ThwGrid(), vision_hooks=qwen3_hooks)
