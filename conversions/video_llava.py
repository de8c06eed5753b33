"""Video-LLaVA: one CLIP-like encoder for images and one for videos, a two-layer projector, and Llama.

Source: transformers' ``models/video_llava/modeling_video_llava.py``.
"""

from dataclasses import replace

from vlm_lens_native.conversions._shared import CLIP_BLOCKS
from vlm_lens_native.families import VisionHooks, Wrapper, n_blocks_read
from vlm_lens_native.inputs.geometries import PatchGrid
from vlm_lens_native.inputs.geometry import Made, TokenGrid, VisionTokens


class ImagesAndFrames(PatchGrid):
    """Images as LLaVA's; each frame of a video keeps its class token."""

    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """Images, then videos."""
        films = made.inputs.get("pixel_values_videos")
        return (*super().tokens(made), *(self._film(made, film.shape) for film in (() if films is None else films)))

    def _film(self, made: Made, shape: tuple[int, ...]) -> VisionTokens:
        (n_frames, _, height, width), cell = shape, self.cell(made.hf_config)
        rows, cols = height // cell, width // cell
        patches = TokenGrid(rows=rows, cols=cols, box=(0.0, 0.0, float(cols * cell), float(rows * cell)))
        of_frame = (TokenGrid.placeless(1, is_global=True), patches)
        grids = tuple(replace(grid, frame=frame) for frame in range(n_frames) for grid in of_frame)
        return VisionTokens(kind="video", grids=grids, size=(width, height))


WRAPPER = Wrapper(
    model_type="video_llava",
    geometry=ImagesAndFrames(),
    vision_hooks=lambda config: VisionHooks(
        encoder="model.image_tower",
        n_blocks=n_blocks_read(config),
        adapter="model.multi_modal_projector",
        **CLIP_BLOCKS,
    ),
    missing=("Frames of videos go through an encoder of their own, which has no hook points.",),
)
