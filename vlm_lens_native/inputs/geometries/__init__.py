"""The geometries that families name: how pixels become image tokens, one kind of processor and encoder a file."""

from .anyres import AnyRes
from .canvas import CanvasTiles
from .patches import PatchGrid
from .placeless import Latents, Runs
from .pooled import PanAndScan
from .thw import ThwGrid
from .tiles import TileGrid

__all__ = ["AnyRes", "CanvasTiles", "Latents", "PanAndScan", "PatchGrid", "Runs", "ThwGrid", "TileGrid"]
