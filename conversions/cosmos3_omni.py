"""Cosmos 3: Qwen3-VL's encoder and decoder.

Source: transformers' ``models/cosmos3_omni/modeling_cosmos3_omni.py``.
"""

from vlm_lens_native.conversions._shared import qwen3_hooks
from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import ThwGrid

WRAPPER = Wrapper(model_type="cosmos3_omni", geometry=ThwGrid(), vision_hooks=qwen3_hooks)
