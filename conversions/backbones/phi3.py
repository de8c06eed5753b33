"""Phi 3 and 4: Llama with one projection for queries, keys and values, one for gate and up, and rotation of a part.

Source: transformers' ``models/phi3/modeling_phi3.py``.
"""

from vlm_lens_native.conversions.backbones._phi import PHI_KEYS, PHI_RENAMES, phi_config
from vlm_lens_native.families import Backbone

BACKBONE = Backbone(
    model_type="phi3",
    hf_classes=("Phi3Model",),
    decoder_config=lambda text, _: phi_config(text),
    keys=PHI_KEYS,
    renames=PHI_RENAMES,
)
