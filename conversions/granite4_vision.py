"""Granite 4 Vision: streams of several vision blocks, each added in front of a layer of its own, through Q-Formers.

Source: transformers' ``models/granite4_vision/modeling_granite4_vision.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.conversions._shared import CLIP_BLOCKS
from vlm_lens_native.families import VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import AnyRes


def _vision_hooks(config: PreTrainedConfig) -> VisionHooks:
    n_blocks = config.vision_config.num_hidden_layers
    read = [*(layer for layer, _ in config.deepstack_layer_map), config.spatial_vision_layer]
    last = max(layer % (n_blocks + 1) for layer in read)
    paths = [f"model.layerwise_projectors.{nth}" for nth in range(len(config.deepstack_layer_map))]
    paths += [f"model.spatial_projectors.{nth}" for nth in range(len(config.spatial_target_layers))]
    return VisionHooks(
        encoder="model.vision_tower",
        n_blocks=last,
        adapter="",
        no_adapter="there is one for each layer in front of which features are added: adapter.deepstack.*.",
        deepstack=tuple((path, last - 1) for path in paths),  # HF runs them behind the encoder
        **CLIP_BLOCKS,
    )


WRAPPER = Wrapper(model_type="granite4_vision", geometry=AnyRes(), vision_hooks=_vision_hooks)
