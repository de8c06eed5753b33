"""Analyses: functions over a model and its inputs. They return frozen results that hold tensors.

All of them name places along the residual stream alike: ``"embed"`` is what block 0 receives, and layer ``i`` is the
stream after block ``i`` (``lm.blocks.i.hook_resid_post``). An analysis runs within hooks that are already active, so a
model that is being changed can be looked at too.
"""

from vlm_lens_native import interventions
from vlm_lens_native.analysis import (
    corruptions,
    experts,
    gradients,
    heads,
    knockout,
    logit_attribution,
    patching,
    registers,
)
from vlm_lens_native.analysis.attention import ImageAttention, attention_to_image
from vlm_lens_native.analysis.knockout import KnockoutSweep
from vlm_lens_native.analysis.lens import (
    LogitLens,
    TunedLens,
    WordMap,
    compute_logit_lens,
    create_logit_lens,
    lens_logits,
    logit_lens,
    vision_layers,
)
from vlm_lens_native.analysis.patching import PatchingSweep, PathPatching, logit_difference
from vlm_lens_native.analysis.stream import EMBED, StreamLayer
from vlm_lens_native.inputs.words import Word, find_word, token_strings
from vlm_lens_native.interventions import (
    AddActivation,
    BlockAttention,
    PatchActivation,
    PatchHead,
    ScaleActivation,
    SetAttentionMask,
    ZeroAblation,
)

__all__ = [
    "EMBED",
    "AddActivation",
    "BlockAttention",
    "ImageAttention",
    "KnockoutSweep",
    "LogitLens",
    "PatchActivation",
    "PatchHead",
    "PatchingSweep",
    "PathPatching",
    "ScaleActivation",
    "SetAttentionMask",
    "StreamLayer",
    "TunedLens",
    "Word",
    "WordMap",
    "ZeroAblation",
    "attention_to_image",
    "compute_logit_lens",
    "corruptions",
    "create_logit_lens",
    "experts",
    "find_word",
    "gradients",
    "heads",
    "interventions",
    "knockout",
    "lens_logits",
    "logit_attribution",
    "logit_difference",
    "logit_lens",
    "patching",
    "registers",
    "token_strings",
    "vision_layers",
]
