"""Activation patching: one run's activations in another, to see where the answer comes from."""

from typing import Any as _Any

from vlm_lens_native.analysis.patching.nodes import Node, nodes
from vlm_lens_native.analysis.patching.path_result import PathPatching
from vlm_lens_native.analysis.patching.paths import patch_paths
from vlm_lens_native.analysis.patching.sweep_result import PatchingSweep
from vlm_lens_native.analysis.patching.sweeps import sweep
from vlm_lens_native.analysis.runs.groups import GROUPS, last_image_tokens, text_after_image
from vlm_lens_native.analysis.runs.metrics import logit_difference
from vlm_lens_native.elsewhere import PATCHING as _PATCHING
from vlm_lens_native.elsewhere import point_elsewhere as _point_elsewhere

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


def __getattr__(name: str) -> _Any:
    _point_elsewhere(name, _PATCHING)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
