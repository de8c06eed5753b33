"""SmolVLM: SigLIP over tiles of the image, pixel shuffle, and a Llama decoder.

Source: transformers' ``models/smolvlm/modeling_smolvlm.py``.
"""

from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import TileGrid

WRAPPER = Wrapper(
    model_type="smolvlm",
    geometry=TileGrid(),
)
