"""MiniCPM-V 4.6: an encoder that merges windows on its way, in front of Qwen3.5.

Source: transformers' ``models/minicpmv4_6/modeling_minicpmv4_6.py``.
"""

from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import Runs

NO_HOOKS = (
    "Windows of patches become one patch in the middle of the encoder, and the adapter hands on a list with a tensor "
    "for each image, so that no shape would fit."
)

WRAPPER = Wrapper(
    model_type="minicpmv4_6",
    geometry=Runs(),
    vision_hooks=lambda _: NO_HOOKS,
    missing=("Image tokens have no boxes: no file says yet which slice of an image is where.",),
)
