"""What a family of models is, how it is found or derived, and the guard over its config.

A family is a wrapper times a text backbone: a file in ``conversions/`` and one in ``conversions/backbones/``. What HF's
classes show by themselves is read off them, so a wrapper without a file runs too. ``docs/adding-a-family.md`` walks
through both.
"""

from vlm_lens_native.families.anatomy import n_blocks_read
from vlm_lens_native.families.declarations import (
    Backbone,
    CheckpointDefaults,
    ConfigKeys,
    PackedImages,
    VisionHooks,
    Wrapper,
)
from vlm_lens_native.families.family import Family, family_for, hf_class_for
from vlm_lens_native.families.registry import all_backbones, all_wrappers, register
from vlm_lens_native.families.supported import supported

__all__ = [
    "Backbone",
    "CheckpointDefaults",
    "ConfigKeys",
    "Family",
    "PackedImages",
    "VisionHooks",
    "Wrapper",
    "all_backbones",
    "all_wrappers",
    "family_for",
    "hf_class_for",
    "n_blocks_read",
    "register",
    "supported",
]
