"""Granite Docling: SigLIP over tiles of a page, merged by one of two routes, and Granite.

Source: transformers' ``models/granite_docling/modeling_granite_docling.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.conversions._shared import CLIP_BLOCKS
from vlm_lens_native.families import VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import TileGrid


def _vision_hooks(config: PreTrainedConfig) -> VisionHooks:
    vision, connector = config.vision_config, "model.vision_model.connector"
    routes = ("coarse", "fine") if vision.use_fine_route else ("coarse",)
    mergers = [
        tuple(f"{connector}.{route}.deepstack_mergers.{nth}" for route in routes)
        for nth in range(len(vision.deepstack_visual_indexes))
    ]
    return VisionHooks(
        encoder="model.vision_model",
        n_blocks=vision.num_hidden_layers,
        adapter=(f"{connector}.ln_in", f"{connector}.ln_out"),
        deepstack=tuple((paths, vision.num_hidden_layers - 1) for paths in mergers),  # HF runs them behind the encoder
        deepstack_reads="token",
        **CLIP_BLOCKS,
    )


WRAPPER = Wrapper(model_type="granite_docling", geometry=TileGrid(), vision_hooks=_vision_hooks)
