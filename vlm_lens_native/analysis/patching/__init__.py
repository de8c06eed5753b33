"""Activation patching: one run's activations in another, to see where the answer comes from."""

from vlm_lens_native.analysis.patching.groups import GROUPS, last_image_tokens, text_after_image
from vlm_lens_native.analysis.patching.metrics import logit_difference
from vlm_lens_native.analysis.patching.nodes import Node, nodes
from vlm_lens_native.analysis.patching.path_result import PathPatching
from vlm_lens_native.analysis.patching.paths import patch_paths
from vlm_lens_native.analysis.patching.result import PatchingSweep
from vlm_lens_native.analysis.patching.sweeps import sweep

__all__ = [
    "GROUPS",
    "Node",
    "PatchingSweep",
    "PathPatching",
    "last_image_tokens",
    "logit_difference",
    "nodes",
    "patch_paths",
    "sweep",
    "text_after_image",
]
