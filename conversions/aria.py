"""Aria: an Idefics3-like encoder, a resampler that makes latents of each view, and a mixture of experts.

Source: transformers' ``models/aria/modeling_aria.py``.
"""

from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import Runs

WRAPPER = Wrapper(
    model_type="aria",
    geometry=Runs(why="its tokens are latents of a resampler, each of which read the whole view."),
)
