"""Janus and Janus-Pro, the half that reads images: an encoder of its own on the image within a square, and Llama.

Source: transformers' ``models/janus/modeling_janus.py``.
"""

from vlm_lens_native.conversions._shared import CLIP_BLOCKS
from vlm_lens_native.families import VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import SquareGrid

WRAPPER = Wrapper(
    model_type="janus",
    geometry=SquareGrid(),
    vision_hooks=lambda config: VisionHooks(
        encoder="model.vision_model",
        n_blocks=config.vision_config.num_hidden_layers,
        adapter="model.aligner",
        **{**CLIP_BLOCKS, "out": "projection_layer"},
    ),
    missing=("Images are read, not made: the half that generates them has no hook points.",),
)
