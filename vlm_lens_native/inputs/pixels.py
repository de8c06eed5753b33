"""The images that the vision encoder receives, put together again from the processor's output."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from einops import rearrange
from jaxtyping import Float
from PIL import Image
from torch import Tensor

from vlm_lens_native.inputs.geometry import TokenGrid, VisionTokens
from vlm_lens_native.inputs.tiles import real_views


@dataclass(frozen=True, kw_only=True, eq=False)
class SeenPixels:
    """One image's share of ``pixel_values``, and how to turn it back into a picture.

    Attributes:
        values: The normalised pixels: ``[3 height width]``, ``[view 3 height width]`` or ``[patch features]``.
        vision: The image's tokens.
        merge: Patches on a side that make one token.
        mean: What the processor subtracted from each channel.
        std: What it divided by afterwards.
        rescale: What it multiplied 8-bit values by before both.
    """

    values: Tensor
    vision: VisionTokens
    merge: int
    mean: tuple[float, ...]
    std: tuple[float, ...]
    rescale: float

    def picture(self) -> Image.Image:
        """The 8-bit image that went into rescaling and normalisation; tiles are laid side by side."""
        pixels = self._assembled().detach().float().cpu()
        mean, std = (torch.tensor(channel).view(-1, 1, 1) for channel in (self.mean, self.std))
        pixels = ((pixels * std + mean) / self.rescale).round().clamp(0, 255).to(torch.uint8)
        return Image.fromarray(pixels.permute(1, 2, 0).numpy())

    def _assembled(self) -> Float[Tensor, "3 height width"]:
        if self.values.ndim == 3:
            return self.values
        if self.values.ndim == 2:
            return unpatchified(self.values, self.vision.grids[0], merge=self.merge)[0]
        tiles = [grid.tile for grid in self.vision.grids if grid.tile is not None]
        if not tiles:
            return self.values[0]
        return rearrange(self.values[: len(tiles)], "(rows cols) c h w -> c (rows h) (cols w)", rows=tiles[-1][0] + 1)


def unpatchified(values: Tensor, grid: TokenGrid, *, merge: int) -> Float[Tensor, "frame 3 height width"]:
    """Undoes ``Qwen2VLImageProcessor.patchify``: the patches of one token are neighbours in the sequence.

    Args:
        values: ``[patch features]`` of one still image or temporal patch of a video.
        grid: Its tokens.
        merge: Patches on a side that make one token.

    Returns:
        The frames of the temporal patch, which a still image fills by repetition.
    """
    patch = round(grid.box[2] / grid.cols / merge)
    return rearrange(
        values,
        "(rows cols my mx) (c t py px) -> t c (rows my py) (cols mx px)",
        rows=grid.rows,
        cols=grid.cols,
        **dict.fromkeys(("my", "mx"), merge),
        **dict.fromkeys(("py", "px"), patch),
        c=3,
    )


def image_shares(
    values: Tensor, hf_config: Any, inputs: Mapping[str, Any], images: Sequence[VisionTokens]
) -> Sequence[Tensor]:
    """Each image's share of ``pixel_values``, or of other values in their shape.

    Args:
        values: In the shape of ``pixel_values``.
        hf_config: HF's config of the whole model.
        inputs: The processor's output.
        images: The tokens of the images in `inputs` (no videos), in order.

    Returns:
        For each image ``[3 height width]``, ``[view 3 height width]`` or ``[patch features]``.
    """
    pixels = inputs["pixel_values"]
    if "image_grid_thw" in inputs:
        merge = hf_config.vision_config.spatial_merge_size
        return values.split([image.n_tokens * merge**2 for image in images])
    if pixels.ndim == 5:
        return values[real_views(pixels)].split([len(image.grids) for image in images])
    return list(values)


def seen_pixels(
    image_processor: Any, hf_config: Any, inputs: Mapping[str, Any], images: Sequence[VisionTokens]
) -> Iterator[SeenPixels]:
    """Each image's share of a processor's output.

    Args:
        image_processor: The image half of HF's processor, for its normalisation.
        hf_config: HF's config of the whole model.
        inputs: The processor's output.
        images: The tokens of the images in `inputs` (no videos), in order.
    """
    pixels, merge = inputs["pixel_values"], getattr(hf_config.vision_config, "spatial_merge_size", 1)
    shares = image_shares(pixels, hf_config, inputs, images)
    normalised = image_processor.do_normalize
    mean = tuple(image_processor.image_mean) if normalised else (0.0,)
    std = tuple(image_processor.image_std) if normalised else (1.0,)
    rescale = image_processor.rescale_factor if image_processor.do_rescale else 1.0
    for values, vision in zip(shares, images, strict=True):
        yield SeenPixels(values=values, vision=vision, merge=merge, mean=mean, std=std, rescale=rescale)
