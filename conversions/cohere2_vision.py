"""Command A Vision: SigLIP on tiles and a thumbnail, pixel shuffle, and Cohere 2.

Source: transformers' ``models/cohere2_vision/modeling_cohere2_vision.py``.
"""

from typing import Any

from vlm_lens_native.conversions._shared import ShuffledTiles
from vlm_lens_native.families import Wrapper


class CohereTiles(ShuffledTiles):
    """Tiles by least enlargement, not by aspect ratio."""

    def canvas(self) -> Any:
        """HF's rule."""
        from transformers.models.cohere2_vision.image_processing_cohere2_vision import get_optimal_tiled_canvas

        return get_optimal_tiled_canvas


WRAPPER = Wrapper(model_type="cohere2_vision", geometry=CohereTiles())
