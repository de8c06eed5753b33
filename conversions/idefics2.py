"""Idefics2: SigLIP, a resampler that makes 64 latents of each view, and Mistral.

Source: transformers' ``models/idefics2/modeling_idefics2.py``.
"""

from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import Latents

WRAPPER = Wrapper(model_type="idefics2", geometry=Latents())
