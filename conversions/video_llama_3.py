"""VideoLLaMA3: images of any size in one sequence, frames of videos with repeated tokens left out, and Qwen2.

Source: transformers' ``models/video_llama_3/modeling_video_llama_3.py``.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

import torch
from torch import nn

from vlm_lens_native.conversions._shared import CLIP_BLOCKS, packed_by_grid
from vlm_lens_native.families import PackedImages, VisionHooks, Wrapper
from vlm_lens_native.inputs.geometries import ThwGrid
from vlm_lens_native.inputs.geometry import Made, TokenGrid, VisionTokens

_COMPRESSED = "frames keep only the tokens that changed since the frame before (video_compression_mask)."


class VideoLlama3Grid(ThwGrid):
    """How many patches make a token is said by the processor, of images and videos by themselves."""

    def merge(self, made: Made, kind: Literal["image", "video"]) -> int:
        """Patches on a side that make one token."""
        return int(made.inputs[f"{kind}_merge_sizes"][0])

    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """Images, then videos; which of a frame's tokens are left is known by their number alone."""
        found, mask = super().tokens(made), made.inputs.get("video_compression_mask")
        if mask is None:
            return found
        frames = [(vision, grid) for vision in found if vision.kind == "video" for grid in vision.grids]
        kept = iter(torch.as_tensor(mask).split([grid.n_tokens for _, grid in frames]))
        return tuple(
            replace(
                vision,
                grids=tuple(TokenGrid.placeless(int(next(kept).sum()), frame=grid.frame) for grid in vision.grids),
                unplaced=_COMPRESSED,
            )
            if vision.kind == "video"
            else vision
            for vision in found
        )


def _packed(encoder: nn.Module, call: Mapping[str, Any]) -> PackedImages:
    merges = call["merge_sizes"]
    return packed_by_grid(encoder, call)._replace(merge=int(merges[0]) ** 2)


WRAPPER = Wrapper(
    model_type="video_llama_3",
    geometry=VideoLlama3Grid(),
    vision_hooks=lambda config: VisionHooks(
        encoder="model.vision_model",
        n_blocks=config.vision_config.num_hidden_layers,
        adapter="model.projector",
        adapter_reads="token",  # the encoder merges patches
        packed=_packed,
        **CLIP_BLOCKS,
    ),
)
