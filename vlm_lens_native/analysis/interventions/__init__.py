"""Interventions: hooks that replace, remove, add to, scale and block, at chosen positions, rows and heads.

Each is a hook, so it goes wherever hooks go: ``model.run_with_hooks(inputs, [(name, ZeroAblation(positions=3))])``.
"""

from .attention import BlockAttention, SetAttentionMask, ZeroAttention
from .base import Intervention
from .edits import (
    AddActivation,
    MeanAblation,
    PatchActivation,
    PatchHead,
    ProjectOut,
    ResampleAblation,
    ScaleActivation,
    ZeroAblation,
)
from .images import image_hooks

__all__ = [
    "AddActivation",
    "BlockAttention",
    "Intervention",
    "MeanAblation",
    "PatchActivation",
    "PatchHead",
    "ProjectOut",
    "ResampleAblation",
    "ScaleActivation",
    "SetAttentionMask",
    "ZeroAblation",
    "ZeroAttention",
    "image_hooks",
]
