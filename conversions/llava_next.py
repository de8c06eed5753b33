"""LLaVA-NeXT: tiles of any arrangement beside the whole image, rows that end in a newline token.

Source: transformers' ``models/llava_next/modeling_llava_next.py``.
"""

from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import AnyRes

WRAPPER = Wrapper(model_type="llava_next", geometry=AnyRes())
