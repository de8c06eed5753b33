"""Prompts and chats in, tokens and pixels out: what the model is given, and what each of its positions saw."""

from vlm_lens_native.inputs.geometries import (
    AnyRes,
    CanvasTiles,
    Latents,
    PanAndScan,
    PatchGrid,
    PositionedPatches,
    Runs,
    ThwGrid,
    TileGrid,
)
from vlm_lens_native.inputs.geometry import Geometry, Made, TokenGrid, VisionTokens
from vlm_lens_native.inputs.images import (
    CorrectedBbox,
    CorrectedSeg,
    ImageInfo,
    PatchOverlap,
    describe_images,
    process_image,
)
from vlm_lens_native.inputs.layout import TokenLayout
from vlm_lens_native.inputs.loading import load_image
from vlm_lens_native.inputs.placeholders import check_placeholders, marker_tokens, placeholder_ids
from vlm_lens_native.inputs.prepared import PreparedInputs
from vlm_lens_native.inputs.promptable import Promptable
from vlm_lens_native.inputs.prompts import PromptBuilder
from vlm_lens_native.inputs.selection import Selection
from vlm_lens_native.inputs.transform import ImageTransform

__all__ = [
    "AnyRes",
    "CanvasTiles",
    "CorrectedBbox",
    "CorrectedSeg",
    "Geometry",
    "ImageInfo",
    "ImageTransform",
    "Latents",
    "Made",
    "PanAndScan",
    "PatchGrid",
    "PatchOverlap",
    "PositionedPatches",
    "PreparedInputs",
    "PromptBuilder",
    "Promptable",
    "Runs",
    "Selection",
    "ThwGrid",
    "TileGrid",
    "TokenGrid",
    "TokenLayout",
    "VisionTokens",
    "check_placeholders",
    "describe_images",
    "load_image",
    "marker_tokens",
    "placeholder_ids",
    "process_image",
]
