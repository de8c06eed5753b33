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


@dataclass(frozen=True, kw_only=True)
class Normalisation:
    """How a processor turned 8-bit values into ``pixel_values``.

    Attributes:
        mean: What it subtracted from each channel.
        std: What it divided by afterwards.
        rescale: What it multiplied by before both.
    """

    mean: tuple[float, ...]
    std: tuple[float, ...]
    rescale: float

    @classmethod
    def of(cls, processor: Any) -> Normalisation:
        """Reads it from the image or video half of HF's processor."""
        normalised = processor.do_normalize
        return cls(
            mean=tuple(processor.image_mean) if normalised else (0.0,),
            std=tuple(processor.image_std) if normalised else (1.0,),
            rescale=processor.rescale_factor if processor.do_rescale else 1.0,
        )

    def undone(self, pixels: Float[Tensor, "3 height width"]) -> Image.Image:
        """The 8-bit image that went in."""
        mean, std = (torch.tensor(channel).view(-1, 1, 1) for channel in (self.mean, self.std))
        pixels = ((pixels.detach().float().cpu() * std + mean) / self.rescale).round().clamp(0, 255).to(torch.uint8)
        return Image.fromarray(pixels.permute(1, 2, 0).numpy())


@dataclass(frozen=True, kw_only=True, eq=False)
class SeenPixels:
    """One image's share of ``pixel_values``, and how to turn it back into a picture.

    Attributes:
        values: The normalised pixels: ``[3 height width]``, ``[view 3 height width]`` or ``[patch features]``.
        vision: The image's tokens.
        merge: Patches on a side that make one token.
        normalisation: What the processor did to 8-bit values.
    """

    values: Tensor
    vision: VisionTokens
    merge: int
    normalisation: Normalisation

    def picture(self) -> Image.Image:
        """The 8-bit image that went into rescaling and normalisation; tiles are laid side by side."""
        return self.normalisation.undone(self._assembled())

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
    normalisation = Normalisation.of(image_processor)
    for values, vision in zip(shares, images, strict=True):
        yield SeenPixels(values=values, vision=vision, merge=merge, normalisation=normalisation)


def seen_frames(
    video_processor: Any, hf_config: Any, inputs: Mapping[str, Any], videos: Sequence[VisionTokens]
) -> Iterator[Image.Image]:
    """The frames of videos as the vision encoder receives them, in order.

    Args:
        video_processor: The video half of HF's processor, for its normalisation.
        hf_config: HF's config of the whole model.
        inputs: The processor's output.
        videos: The tokens of the videos in `inputs`, in order, with the users' frames that each grid saw.
    """
    normalisation, grids = Normalisation.of(video_processor), [grid for video in videos for grid in video.grids]
    if "pixel_values_videos" not in inputs:  # frames were made into images
        pixels = inputs["pixel_values"]
        yield from map(normalisation.undone, pixels[real_views(pixels)])
        return
    merge = hf_config.vision_config.spatial_merge_size
    shares = inputs["pixel_values_videos"].split([grid.n_tokens * merge**2 for grid in grids])
    for share, grid in zip(shares, grids, strict=True):
        yield from map(normalisation.undone, unpatchified(share, grid, merge=merge)[: len(grid.sources)])
