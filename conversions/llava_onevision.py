"""LLaVA-OneVision: LLaVA-NeXT's tiles with SigLIP, many tiles interpolated to fewer tokens; pooled frames of videos.

Source: transformers' ``models/llava_onevision/modeling_llava_onevision.py``.
"""

from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import AnyRes

WRAPPER = Wrapper(model_type="llava_onevision", geometry=AnyRes(video_newline=True))
