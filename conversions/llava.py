"""LLaVA-1.5, and Pixtral-12B: CLIP, SigLIP or Pixtral, a two-layer projector, and a Llama, Mistral or Qwen decoder.

Source: transformers' ``models/llava/modeling_llava.py``.
"""

from transformers import PreTrainedConfig

from vlm_lens_native.conversions._shared import pixtral_hooks
from vlm_lens_native.families import VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import PatchGrid


def _vision_hooks(config: PreTrainedConfig) -> VisionHooks | None:
    if config.vision_config.model_type != "pixtral":
        return None
    return pixtral_hooks(config, "model.vision_tower", "model.multi_modal_projector")


WRAPPER = Wrapper(
    model_type="llava",
    geometry=PatchGrid(classless=frozenset({"siglip_vision_model"})),
    vision_hooks=_vision_hooks,
)
