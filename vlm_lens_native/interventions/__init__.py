"""Interventions: hooks that replace, remove, add to, scale and block, at chosen positions, rows and heads.

Each is a hook, so it goes wherever hooks go: ``model.run_with_hooks(inputs, [(name, ZeroAblation(positions=3))])``.
Those that belong at one kind of hook point also name it: ``model.run_with_hooks(inputs, block.hooks(model))``.
"""

from vlm_lens_native.interventions.ablations import MeanAblation, ProjectOut, ResampleAblation
from vlm_lens_native.interventions.attention import BlockAttention, SetAttentionMask, ZeroAttention
from vlm_lens_native.interventions.base import Intervention
from vlm_lens_native.interventions.edits import AddActivation, PatchActivation, PatchHead, ScaleActivation, ZeroAblation
from vlm_lens_native.interventions.features import AblateFeatures, ClampFeatures, SteerFeatures
from vlm_lens_native.interventions.images import image_hooks

__all__ = [
    "AblateFeatures",
    "AddActivation",
    "BlockAttention",
    "ClampFeatures",
    "Intervention",
    "MeanAblation",
    "PatchActivation",
    "PatchHead",
    "ProjectOut",
    "ResampleAblation",
    "ScaleActivation",
    "SetAttentionMask",
    "SteerFeatures",
    "ZeroAblation",
    "ZeroAttention",
    "image_hooks",
]
