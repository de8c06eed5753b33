"""The parts of the decoder, one idea a file."""

from .attention import Attention
from .mask import additive, attention_masks
from .mlp import GatedMLP
from .norm import HookedRMSNorm, RMSNorm
from .rotary import Rotary, rotate

__all__ = ["Attention", "GatedMLP", "HookedRMSNorm", "RMSNorm", "Rotary", "additive", "attention_masks", "rotate"]
