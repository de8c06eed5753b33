"""LFM2-VL: SigLIP 2 with patches at the image's own aspect ratio, in front of short convolutions.

Source: transformers' ``models/lfm2_vl/modeling_lfm2_vl.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.conversions._shared import CLIP_BLOCKS
from vlm_lens_native.families import VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import VariableTiles


def _hooks(config: PreTrainedConfig) -> VisionHooks:
    return VisionHooks(
        encoder="model.vision_tower",
        n_blocks=config.vision_config.num_hidden_layers,
        adapter="model.multi_modal_projector",
        no_adapter="HF runs it once for each image, each with a number of tokens of its own.",
        **CLIP_BLOCKS,
    )


WRAPPER = Wrapper(model_type="lfm2_vl", geometry=VariableTiles(), vision_hooks=_hooks)
