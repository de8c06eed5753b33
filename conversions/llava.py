"""LLaVA-1.5: CLIP, a two-layer projector, and a Llama, Mistral or Qwen decoder.

Source: transformers' ``models/llava/modeling_llava.py``.
"""

from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import PatchGrid

WRAPPER = Wrapper(
    model_type="llava",
    geometry=PatchGrid(classless=frozenset({"siglip_vision_model"})),
)
