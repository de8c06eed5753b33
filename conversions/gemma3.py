"""Gemma 3: SigLIP, pooled to one grid of tokens, and a decoder in which the tokens of an image see each other.

Source: transformers' ``models/gemma3/modeling_gemma3.py``.
"""

from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import PanAndScan

WRAPPER = Wrapper(model_type="gemma3", geometry=PanAndScan(), image_token_type=1)
