"""Tokens that stand for no place, or for none that is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.inputs.geometries.tiles import real_views
from vlm_lens_native.inputs.geometry import Geometry, Made, TokenGrid, VisionTokens

_LATENTS = "its tokens are latents of a resampler, each of which read the whole view."


_UNSAID = "the model's family does not say how its processor and encoder lay out tokens."


@dataclass(frozen=True, kw_only=True)
class Runs(Geometry):
    """Every run of placeholders is an image, without places: what is known of a wrapper that no family describes.

    Attributes:
        why: Why the places are not known.
    """

    why: str = _UNSAID
    has_places: ClassVar[bool] = False

    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """One for each run of image placeholders, if there are pixels."""
        if not any(key.startswith("pixel_values") for key in made.inputs):
            return ()
        return tuple(
            VisionTokens(kind="image", grids=(TokenGrid.placeless(n),), size=(0, 0), unplaced=self.why)
            for n in made.runs()
        )


@dataclass(frozen=True, kw_only=True)
class Latents(Geometry):
    """``pixel_values [batch view 3 height width]`` whose views become a number of latents each (Idefics2).

    Where images are split (``do_image_splitting``), their four quarters come before the whole image. All latents of a
    view read all of it, so they stand for no place in it; which quarter they read is their tile.
    """

    has_places: ClassVar[bool] = False

    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """One for each image."""
        pixels = made.pixels(5, "batch, view, 3, height, width")
        if pixels is None:
            return ()
        n, n_views = made.hf_config.perceiver_config.resampler_n_latents, int(real_views(pixels).sum())
        split = made.processor is not None and bool(made.setting("do_image_splitting"))
        size = (pixels.shape[-1], pixels.shape[-2])
        quarters = [TokenGrid.placeless(n, tile=(row, col)) for row in (0, 1) for col in (0, 1)]
        grids = (*quarters, TokenGrid.placeless(n, is_global=True)) if split else (TokenGrid.placeless(n),)
        image = VisionTokens(kind="image", grids=grids, size=size, unplaced=_LATENTS)
        return (image,) * (n_views // len(grids))

    def shares(self, values: Tensor, made: Made, images: Sequence[VisionTokens]) -> Sequence[Tensor]:
        """``[view 3 height width]`` for each image, without padding."""
        return values[real_views(made.inputs["pixel_values"])].split([len(image.grids) for image in images])

    def picture(self, share: Tensor, vision: VisionTokens, **_: str) -> Float[Tensor, "3 height width"]:
        """The whole image, with the padding of smaller ones in its batch."""
        return share[-1]

    def views(self, share: Tensor, vision: VisionTokens) -> list[tuple[TokenGrid, Float[Tensor, "3 height width"]]]:
        """No token has pixels of its own."""
        return [(grid, view[:, :0, :0]) for grid, view in zip(vision.grids, share, strict=True)]
