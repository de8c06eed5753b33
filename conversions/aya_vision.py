"""Aya Vision: SigLIP on tiles and a thumbnail, pixel shuffle, and Cohere 2.

Source: transformers' ``models/aya_vision/modeling_aya_vision.py``.
"""

from vlm_lens_native.conversions._shared import ShuffledTiles
from vlm_lens_native.families import Wrapper

WRAPPER = Wrapper(model_type="aya_vision", geometry=ShuffledTiles())
