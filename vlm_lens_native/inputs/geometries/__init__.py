"""The geometries that families name: how pixels become image tokens, one kind of processor and encoder a file."""

from vlm_lens_native.inputs.geometries.anyres import AnyRes
from vlm_lens_native.inputs.geometries.canvas import CanvasTiles
from vlm_lens_native.inputs.geometries.crops import OverlappingCrops
from vlm_lens_native.inputs.geometries.cross import KeyTiles
from vlm_lens_native.inputs.geometries.patches import PatchGrid, SquareGrid
from vlm_lens_native.inputs.geometries.placeless import Latents, Runs
from vlm_lens_native.inputs.geometries.pooled import PanAndScan
from vlm_lens_native.inputs.geometries.positioned import PositionedPatches
from vlm_lens_native.inputs.geometries.slices import Slices
from vlm_lens_native.inputs.geometries.thw import CompressedGrid, ThwGrid
from vlm_lens_native.inputs.geometries.tiles import TileGrid
from vlm_lens_native.inputs.geometries.variable import VariableTiles

__all__ = [
    "AnyRes",
    "CanvasTiles",
    "CompressedGrid",
    "KeyTiles",
    "Latents",
    "OverlappingCrops",
    "PanAndScan",
    "PatchGrid",
    "PositionedPatches",
    "Runs",
    "Slices",
    "SquareGrid",
    "ThwGrid",
    "TileGrid",
    "VariableTiles",
]
