"""LLaVA-NeXT-Video: LLaVA-NeXT, with frames of videos that are pooled.

Source: transformers' ``models/llava_next_video/modeling_llava_next_video.py``.
"""

from vlm_lens_native.conversions._shared import CLIP_BLOCKS
from vlm_lens_native.families import VisionHooks, Wrapper, n_blocks_read
from vlm_lens_native.inputs.geometries import AnyRes

WRAPPER = Wrapper(
    model_type="llava_next_video",
    geometry=AnyRes(),
    vision_hooks=lambda config: VisionHooks(
        encoder="model.vision_tower",
        n_blocks=n_blocks_read(config),
        adapter="model.multi_modal_projector",  # a pooling of videos stands before it
        **CLIP_BLOCKS,
    ),
)
