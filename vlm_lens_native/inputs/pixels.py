"""The images that the vision encoder receives, put together again from the processor's output."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from jaxtyping import Float
from PIL import Image
from torch import Tensor

from vlm_lens_native.inputs.geometry import Geometry, Made, VisionTokens


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
        values: The normalised pixels, in the shape that the geometry gives them.
        vision: The image's tokens.
        geometry: The family's geometry.
        normalisation: What the processor did to 8-bit values.
    """

    values: Tensor
    vision: VisionTokens
    geometry: Geometry
    normalisation: Normalisation

    def __getstate__(self) -> dict[str, Any]:
        """For pickling: a share is a view, with which all pixels of the batch would be written, once for each image."""
        return {**self.__dict__, "values": self.values.clone()}

    def picture(self) -> Image.Image:
        """The 8-bit image that went into rescaling and normalisation; tiles are laid side by side."""
        return self.normalisation.undone(self.geometry.picture(self.values, self.vision))


def seen_pixels(geometry: Geometry, made: Made, images: Sequence[VisionTokens]) -> Iterator[SeenPixels]:
    """Each image's share of a processor's output.

    Args:
        geometry: The family's geometry.
        made: The processor's output, with the processor.
        images: The tokens of the images in it (no videos), in order.
    """
    shares = geometry.shares(made.inputs["pixel_values"], made, images)
    normalisation = Normalisation.of(made.processor.image_processor)
    for values, vision in zip(shares, images, strict=True):
        yield SeenPixels(values=values, vision=vision, geometry=geometry, normalisation=normalisation)


def seen_frames(geometry: Geometry, made: Made, videos: Sequence[VisionTokens]) -> Iterator[Image.Image]:
    """The frames of videos as the vision encoder receives them, in order.

    Args:
        geometry: The family's geometry.
        made: The processor's output, with the processor.
        videos: The tokens of the videos in it, in order, with the users' frames that each grid saw.
    """
    yield from map(Normalisation.of(made.processor.video_processor).undone, geometry.frames(made, videos))
