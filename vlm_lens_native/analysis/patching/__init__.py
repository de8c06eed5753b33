"""Activation patching: one run's activations in another, to see where the answer comes from."""

from vlm_lens_native.analysis.patching.groups import GROUPS, last_image_tokens, text_after_image
from vlm_lens_native.analysis.patching.metrics import logit_difference
from vlm_lens_native.analysis.patching.result import PatchingSweep
from vlm_lens_native.analysis.patching.sweeps import sweep

__all__ = ["GROUPS", "PatchingSweep", "last_image_tokens", "logit_difference", "sweep", "text_after_image"]
