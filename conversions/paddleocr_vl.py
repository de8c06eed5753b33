"""PaddleOCR-VL: a SigLIP-like encoder on images of any size in one sequence, and Ernie 4.5 with M-RoPE.

Source: transformers' ``models/paddleocr_vl/modeling_paddleocr_vl.py``.
"""

from einops import rearrange
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.conversions._shared import CLIP_BLOCKS, packed_by_grid
from vlm_lens_native.families import VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import ThwGrid
from vlm_lens_native.inputs.geometry import Repeated, VisionTokens


class PaddleGrid(ThwGrid):
    """Patches ``[patch 3 height width]`` follow each other row by row over the whole image."""

    by_token = False

    def picture(
        self, share: Tensor, vision: VisionTokens, *, repeated: Repeated = "first"
    ) -> Float[Tensor, "3 height width"]:
        """The patches side by side."""
        return rearrange(share, "(rows cols) c h w -> c (rows h) (cols w)", rows=vision.size[1] // share.shape[-1])


WRAPPER = Wrapper(
    model_type="paddleocr_vl",
    geometry=PaddleGrid(),
    vision_hooks=lambda config: VisionHooks(
        encoder="model.visual.vision_model",
        n_blocks=config.vision_config.num_hidden_layers,
        adapter="model.projector",
        packed=packed_by_grid,
        **CLIP_BLOCKS,
    ),
)
