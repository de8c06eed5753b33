"""DeepSeek-VL with one encoder: SigLIP on the image within a square, and Llama.

Source: transformers' ``models/deepseek_vl/modeling_deepseek_vl.py``.
"""

from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import SquareGrid

WRAPPER = Wrapper(model_type="deepseek_vl", geometry=SquareGrid())
