"""GOT-OCR2: SAM's encoder on the image, or on its tiles and a thumbnail, and Qwen2.

Source: transformers' ``models/got_ocr2/modeling_got_ocr2.py``.
"""

from typing import Any

from vlm_lens_native.families import Wrapper
from vlm_lens_native.inputs.geometries import CanvasTiles
from vlm_lens_native.inputs.geometry import patch_side

NO_HOOKS = (
    "SAM's blocks cut a stream of rows and columns into windows and compute attention in a kernel of their own, so "
    "there are no patches in one row for hook points to show."
)


class GotTiles(CanvasTiles):
    """Two convolutions of stride 2 make one token of 4 x 4 patches (``GotOcr2MultiModalProjector``)."""

    def cell(self, hf_config: Any) -> int:
        """In pixels of a tile."""
        return 4 * patch_side(hf_config)


WRAPPER = Wrapper(
    model_type="got_ocr2",
    geometry=GotTiles(),
    vision_hooks=lambda _: NO_HOOKS,
    missing=("GotOcr2Processor writes prompts of its own: call processor(images), and the model with what it makes.",),
)
