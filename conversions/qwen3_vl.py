"""Qwen3-VL: interleaved M-RoPE, normalised queries and keys, and deepstack features after the first layers.

Source: transformers' ``models/qwen3_vl/modeling_qwen3_vl.py``.
"""

from vlm_lens_native.conversions._shared import qwen3_hooks
from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import ThwGrid

WRAPPER = Wrapper(model_type="qwen3_vl", geometry=ThwGrid(), vision_hooks=qwen3_hooks)
