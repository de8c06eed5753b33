"""The images that the vision encoder receives, put together again from the processor's output."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import torch
from einops import rearrange
from jaxtyping import Float
from PIL import Image
from torch import Tensor

from vlm_lens_native.inputs.geometry import VisionTokens
from vlm_lens_native.inputs.tiles import real_views

Pixels = Float[Tensor, "3 height width"]


def seen_pixels(hf_config: Any, inputs: Mapping[str, Any], vision_tokens: Sequence[VisionTokens]) -> Iterator[Pixels]:
    """The normalised pixels of each image in turn, as one picture; tiles are laid side by side.

    Args:
        hf_config: HF's config of the whole model.
        inputs: The processor's output.
        vision_tokens: The images in `inputs` (no videos), in order.
    """
    pixels = inputs["pixel_values"]
    if "image_grid_thw" in inputs:
        yield from _from_patches(hf_config.vision_config, pixels, vision_tokens)
    elif pixels.ndim == 5:
        yield from _from_views(pixels, vision_tokens)
    else:
        yield from pixels


def _from_patches(vision_config: Any, pixels: Tensor, vision_tokens: Sequence[VisionTokens]) -> Iterator[Tensor]:
    """Undoes ``Qwen2VLImageProcessor.patchify``: patches of one merged token are neighbours in the sequence."""
    patch, merge = vision_config.patch_size, vision_config.spatial_merge_size
    counts = [vision.n_tokens * merge**2 for vision in vision_tokens]
    for vision, patches in zip(vision_tokens, pixels.split(counts), strict=True):
        yield rearrange(
            patches,
            "(rows cols my mx) (c t py px) -> t c (rows my py) (cols mx px)",
            rows=vision.grids[0].rows,
            cols=vision.grids[0].cols,
            **dict.fromkeys(("my", "mx"), merge),
            **dict.fromkeys(("py", "px"), patch),
            c=3,
        )[0]  # a still image is repeated to fill a temporal patch


def _from_views(pixels: Tensor, vision_tokens: Sequence[VisionTokens]) -> Iterator[Tensor]:
    views = pixels[real_views(pixels)]
    counts = [len(vision.grids) for vision in vision_tokens]
    for vision, own in zip(vision_tokens, views.split(counts), strict=True):
        tiles = [grid.tile for grid in vision.grids if grid.tile is not None]
        if tiles:
            yield rearrange(own[: len(tiles)], "(rows cols) c h w -> c (rows h) (cols w)", rows=tiles[-1][0] + 1)
        else:
            yield own[0]


def unnormalise(image_processor: Any, pixels: Pixels) -> Image.Image:
    """Takes back the processor's rescaling and normalisation, and rounds to the 8-bit image that went into them."""
    values = pixels.detach().float().cpu()
    if image_processor.do_normalize:
        std, mean = (torch.tensor(v).view(-1, 1, 1) for v in (image_processor.image_std, image_processor.image_mean))
        values = values * std + mean
    if image_processor.do_rescale:
        values = values / image_processor.rescale_factor
    return Image.fromarray(values.round().clamp(0, 255).to(torch.uint8).permute(1, 2, 0).numpy())
