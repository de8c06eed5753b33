"""Functions that TransformerLens's users know by this module's name."""

from vlm_lens_native.hook_names import get_act_name

__all__ = ["get_act_name"]
