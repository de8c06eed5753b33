"""The parts of the decoder, one idea a file."""

from .attention import Attention
from .embedding import ScaledEmbedding
from .mask import additive, attention_masks
from .mlp import GatedMLP
from .norm import HookedNorm, Norm
from .outlet import Outlet
from .rotary import Rotary, rotate

__all__ = [
    "Attention",
    "GatedMLP",
    "HookedNorm",
    "Norm",
    "Outlet",
    "Rotary",
    "ScaledEmbedding",
    "additive",
    "attention_masks",
    "rotate",
]
