"""The parts of the decoder, one idea a file."""

from vlm_lens_native.components.attention import Attention, Lent
from vlm_lens_native.components.block import Block
from vlm_lens_native.components.cross_attention import CrossAttention, CrossMLP, ImageKeys, has_image_keys
from vlm_lens_native.components.delta import GatedDeltaNet
from vlm_lens_native.components.embedding import ScaledEmbedding
from vlm_lens_native.components.inlet import Inlet
from vlm_lens_native.components.mask import additive, all_see_all, attention_masks
from vlm_lens_native.components.mixer import Mixer
from vlm_lens_native.components.mlp import GatedMLP
from vlm_lens_native.components.moe import Mixture
from vlm_lens_native.components.norm import HookedNorm, Norm
from vlm_lens_native.components.outlet import Outlet
from vlm_lens_native.components.per_layer import PerLayerPart, PerLayerProjection
from vlm_lens_native.components.rotary import Angles, Rotary, rotate, rotation
from vlm_lens_native.components.short_conv import ShortConv

__all__ = [
    "Angles",
    "Attention",
    "Block",
    "CrossAttention",
    "CrossMLP",
    "GatedDeltaNet",
    "GatedMLP",
    "HookedNorm",
    "ImageKeys",
    "Inlet",
    "Lent",
    "Mixer",
    "Mixture",
    "Norm",
    "Outlet",
    "PerLayerPart",
    "PerLayerProjection",
    "Rotary",
    "ScaledEmbedding",
    "ShortConv",
    "additive",
    "all_see_all",
    "attention_masks",
    "has_image_keys",
    "rotate",
    "rotation",
]
