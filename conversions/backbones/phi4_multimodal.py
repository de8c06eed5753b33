"""Phi 4 multimodal, which is its own language model: Phi's, with the encoders of images and speech inside.

Source: transformers' ``models/phi4_multimodal/modeling_phi4_multimodal.py``.
"""

from vlm_lens_native.conversions.backbones._phi import PHI_KEYS, PHI_RENAMES, phi_config
from vlm_lens_native.families import Backbone, ConfigKeys

BACKBONE = Backbone(
    model_type="phi4_multimodal",
    hf_classes=("Phi4MultimodalModel",),
    decoder_config=lambda text, _: phi_config(text),
    keys=ConfigKeys(
        handled=PHI_KEYS.handled,
        ignored={
            **PHI_KEYS.ignored,
            **dict.fromkeys(("vision_config", "audio_config"), "HF's module that merges features reads it"),
        },
    ),
    renames=PHI_RENAMES,
)
