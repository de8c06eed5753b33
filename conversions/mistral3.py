"""Mistral Small 3.1 and 3.2: Pixtral's encoder, 2 x 2 patches a token, rows with breaks, and Mistral.

Source: transformers' ``models/mistral3/modeling_mistral3.py``.
"""

from vlm_lens_native.conversions._shared import pixtral_hooks
from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import PatchGrid

WRAPPER = Wrapper(
    model_type="mistral3",
    geometry=PatchGrid(),
    vision_hooks=lambda config: pixtral_hooks(config, "model.vision_tower", "model.multi_modal_projector"),
)
