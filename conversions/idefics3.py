"""Idefics3, and the first SmolVLM and SmolDocling: tiles beside a view of the whole, pixel shuffle, and Llama.

Source: transformers' ``models/idefics3/modeling_idefics3.py``.
"""

from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import TileGrid

WRAPPER = Wrapper(model_type="idefics3", geometry=TileGrid())
