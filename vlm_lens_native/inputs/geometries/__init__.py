"""The geometries that families name: how pixels become image tokens, one kind of processor and encoder a file."""

from .fixed import FixedGrid
from .thw import ThwGrid
from .tiles import TileGrid

__all__ = ["FixedGrid", "ThwGrid", "TileGrid"]
