"""LLaVA-NeXT-Video: LLaVA-NeXT, with frames of videos that are pooled.

Source: transformers' ``models/llava_next_video/modeling_llava_next_video.py``.
"""

from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import AnyRes

WRAPPER = Wrapper(model_type="llava_next_video", geometry=AnyRes())
