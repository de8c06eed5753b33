"""Images that cross-attention reads: their features are keys, and one token of the prompt stands for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import torch
from einops import rearrange
from jaxtyping import Bool, Float
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.geometry import WHOLE, Geometry, Made, Repeated, TokenGrid, VisionTokens, patch_side
from vlm_lens_native.inputs.transform import ImageTransform, Size

_ELSEWHERE = (
    "its features are keys of cross-attention and not in the sequence, where one token stands for the image; "
    "model.key_layout(inputs) lays them out."
)
_WHOLE_OUTPUT = "Pass the processor's whole output."


class KeyTiles(Geometry):
    """Images ``pixel_values [batch image tile 3 height width]`` of ``rows x cols`` tiles, filled up with black ones.

    Which arrangement an image has is its ``aspect_ratio_ids``, a number in the config's ``supported_aspect_ratios``; 0
    fills up rows with fewer images. Each tile has a class token, then its patches. The image is scaled to fit the
    tiles, and lies in their upper left corner.
    """

    in_sequence: ClassVar[bool] = False

    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """One for each image: the single token that stands for it."""
        if made.inputs.get("pixel_values") is None and made.inputs.get("cross_attention_mask") is None:
            return ()
        token = TokenGrid.placeless(1)
        return tuple(
            VisionTokens(kind="image", grids=(token,), size=vision.size, unplaced=_ELSEWHERE)
            for vision in self.keys(made)[1]
        )

    def keys(self, made: Made) -> tuple[Bool[Tensor, "batch image_key"], tuple[VisionTokens, ...]]:
        """One for each image, its tiles side by side.

        Raises:
            InputError: Pixels of another shape, without ``aspect_ratio_ids``, or an id that the config does not know.
        """
        vision_config = made.hf_config.vision_config
        shapes, side, patch = (
            vision_config.supported_aspect_ratios,
            vision_config.image_size,
            patch_side(made.hf_config),
        )
        pixels = made.pixels(6, "batch, image, tile, 3, height, width")
        ids, n_tiles = made.inputs.get("aspect_ratio_ids"), vision_config.max_num_tiles
        if ids is None or ids.ndim != 2 or ids.dtype not in WHOLE or int(ids.max()) > len(shapes):
            found = "missing" if ids is None else ids.tolist()
            raise InputError(
                f"aspect_ratio_ids are {found}: they say how the tiles of an image lie, and are whole numbers up to "
                f"{len(shapes)}, [batch, image]. {_WHOLE_OUTPUT}"
            )
        if pixels is not None and (pixels.shape[2] != n_tiles or {*pixels.shape[-2:]} != {side}):
            raise InputError(
                f"pixel_values has shape {tuple(pixels.shape)}, and the model takes {n_tiles} tiles of {side} x {side} "
                "pixels for each image. Use the checkpoint's own processor."
            )
        _check_shapes(made.inputs, (*ids.shape, n_tiles))
        n = side // patch
        images, own = [], torch.zeros(*ids.shape, n_tiles, dtype=torch.bool)
        for row, image in (ids > 0).nonzero().tolist():
            rows, cols = shapes[int(ids[row, image]) - 1]
            own[row, image, : rows * cols] = True
            grids = [grid for r in range(rows) for c in range(cols) for grid in _tile(r, c, n=n, side=side)]
            images.append(VisionTokens(kind="image", grids=tuple(grids), size=(side * cols, side * rows)))
        return own.flatten(1).repeat_interleave(n * n + 1, dim=1), tuple(images)

    def transform(self, made: Made, original_size: Size, vision: VisionTokens) -> ImageTransform:
        """Scaled to fit its tiles, by HF's own rule; black to the right and below."""
        from transformers.models.mllama.image_processing_mllama import get_image_size_fit_to_canvas

        (width, height), (canvas_width, canvas_height) = original_size, vision.size
        side = made.hf_config.vision_config.image_size
        fitted = get_image_size_fit_to_canvas(height, width, canvas_height, canvas_width, side)
        scale = (float(fitted[1]) / width, float(fitted[0]) / height)
        return ImageTransform(original_size=original_size, processed_size=vision.size, scale=scale)

    def shares(self, values: Tensor, made: Made, images: Sequence[VisionTokens]) -> Sequence[Tensor]:
        """``[tile 3 height width]`` for each image, without those that fill it up."""
        there = (made.inputs["aspect_ratio_ids"] > 0).nonzero().tolist()
        sides = [(image.size[0] // values.shape[-1], image.size[1] // values.shape[-2]) for image in images]
        return [values[row, nth, : x * y] for (row, nth), (x, y) in zip(there, sides, strict=True)]

    def picture(
        self, share: Tensor, vision: VisionTokens, *, repeated: Repeated = "first"
    ) -> Float[Tensor, "3 height width"]:
        """The tiles side by side."""
        return rearrange(share, "(rows cols) c h w -> c (rows h) (cols w)", cols=vision.size[0] // share.shape[-1])


def _check_shapes(inputs: Mapping[str, Any], expected: tuple[int, ...]) -> None:
    """Raises an InputError for pixels or masks of other rows, images or tiles than are ``expected``."""
    n_rows, n_images, n_tiles = expected
    shapes = {
        "pixel_values": expected,
        "aspect_ratio_mask": expected,
        "cross_attention_mask": (n_rows, -1, n_images, n_tiles),
    }
    if inputs.get("pixel_values") is not None and inputs.get("aspect_ratio_mask") is None:
        raise InputError("aspect_ratio_mask, which says what tiles are an image's, is missing. " + _WHOLE_OUTPUT)
    for key, shape in shapes.items():
        if (value := inputs.get(key)) is None:
            continue
        found = tuple(value.shape[: len(shape)])
        if len(found) != len(shape) or any(n not in (own, -1) for own, n in zip(found, shape, strict=True)):
            raise InputError(
                f"{key} has shape {tuple(value.shape)}, and aspect_ratio_ids say {n_rows} rows of {n_images} images, "
                f"each of {n_tiles} tiles. {_WHOLE_OUTPUT}"
            )


def _tile(row: int, col: int, *, n: int, side: int) -> tuple[TokenGrid, TokenGrid]:
    """A tile's class token, and its patches."""
    patches = TokenGrid.over((side, side), rows=n, cols=n)
    return TokenGrid.placeless(1, is_global=True), patches.as_tile(row, col)
