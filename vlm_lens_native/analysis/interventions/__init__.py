"""Interventions: hooks that replace, remove, add to, scale and block, at chosen positions, rows and heads.

Each is a hook, so it goes wherever hooks go: ``model.run_with_hooks(inputs, [(name, ZeroAblation(positions=3))])``.
Those that belong at one kind of hook point also name it: ``model.run_with_hooks(inputs, block.hooks(model))``.
"""

from .ablations import MeanAblation, ProjectOut, ResampleAblation
from .attention import BlockAttention, SetAttentionMask, ZeroAttention
from .base import Intervention
from .edits import AddActivation, PatchActivation, PatchHead, ScaleActivation, ZeroAblation
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
