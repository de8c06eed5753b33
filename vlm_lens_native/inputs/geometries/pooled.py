"""Images of one size whose patches are pooled, with crops of the image beside it (Gemma 3's pan and scan)."""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from einops import rearrange
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.inputs.geometry import Geometry, Made, Repeated, TokenGrid, VisionTokens
from vlm_lens_native.inputs.transform import ImageTransform, Size


class PanAndScan(Geometry):
    """``pixel_values [view 3 height width]``: the whole image, then its crops; ``mm_tokens_per_image`` tokens a view.

    Crops follow from the original size and the processor's settings. Each is stretched to the encoder's square, the
    last one too, which may be a few pixels narrower (``Gemma3ImageProcessor.pan_and_scan_batched``). Of inputs that
    were made elsewhere it can't be known which views are crops: each is an image of its own, which is right where pan
    and scan is off, as in HF's processor by default.
    """

    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """One for each image.

        Raises:
            InputError: ``pixel_values`` is not 4-D.
        """
        pixels = made.pixels(4, "view, 3, height, width")
        if pixels is None:
            return ()
        side, n = pixels.shape[-1], math.isqrt(made.hf_config.mm_tokens_per_image)
        sizes = made.sizes if made.sizes is not None and made.setting("do_pan_and_scan") else None
        if sizes is None:
            return (_image(side, n, 1, 1, (1.0, 1.0)),) * len(pixels)
        return tuple(_image(side, n, *_crops(made, size)) for size in sizes)

    def transform(self, made: Made, original_size: Size, vision: VisionTokens) -> ImageTransform:
        """The whole image is stretched; of crops, those before the last fill their squares."""
        if len(vision.grids) == 1:
            return super().transform(made, original_size, vision)
        rows, cols = _n_crops(vision)
        step = (math.ceil(original_size[0] / cols), math.ceil(original_size[1] / rows))
        side = vision.size[0] // cols
        return ImageTransform(
            original_size=original_size, processed_size=vision.size, scale=(side / step[0], side / step[1])
        )

    def shares(self, values: Tensor, made: Made, images: Sequence[VisionTokens]) -> Sequence[Tensor]:
        """``[view 3 height width]`` for each image."""
        return values.split([len(image.grids) for image in images])

    def picture(
        self, share: Tensor, vision: VisionTokens, *, repeated: Repeated = "first"
    ) -> Float[Tensor, "3 height width"]:
        """The crops side by side; the image itself where there are none."""
        if len(share) == 1:
            return share[0]
        return rearrange(share[1:], "(rows cols) c h w -> c (rows h) (cols w)", rows=_n_crops(vision)[0])

    def views(self, share: Tensor, vision: VisionTokens) -> list[tuple[TokenGrid, Float[Tensor, "3 height width"]]]:
        """Each grid has a view of its own."""
        return list(zip(vision.grids, share, strict=True))


def _n_crops(vision: VisionTokens) -> tuple[int, int]:
    """Rows and columns of crops: the last one's place says how many there are."""
    row, column = vision.grids[-1].tile or (0, 0)
    return row + 1, column + 1


def _crops(made: Made, size: Size) -> tuple[int, int, tuple[float, float]]:
    """Rows and columns of crops, and how much of the last column and row the image fills."""
    processor = made.processor.image_processor
    settings = ("pan_and_scan_min_crop_size", "pan_and_scan_max_num_crops", "pan_and_scan_min_ratio_to_activate")
    blank = torch.empty((1, *size[::-1]), device="meta")
    crops = processor.pan_and_scan_batched(blank, *(made.setting(name) for name in settings))
    if not crops:
        return 1, 1, (1.0, 1.0)
    height, width = crops[0].shape[-2:]
    last = crops[-1].shape
    return math.ceil(size[1] / height), math.ceil(size[0] / width), (last[-1] / width, last[-2] / height)


def _image(side: int, n: int, rows: int, cols: int, last: tuple[float, float]) -> VisionTokens:
    size = (side * cols, side * rows)
    seen = (side * (cols - 1 + last[0]), side * (rows - 1 + last[1]))  # in processed pixels, which are those of a crop
    whole = TokenGrid.over(seen, rows=n, cols=n, is_global=rows * cols > 1)
    if rows * cols == 1:
        return VisionTokens(kind="image", grids=(whole,), size=size)
    crops = [
        TokenGrid(
            rows=n,
            cols=n,
            tile=(row, col),
            box=(
                float(side * col), float(side * row), min(side * (col + 1), seen[0]), min(side * (row + 1), seen[1]),
            ),
        )
        for row in range(rows)
        for col in range(cols)
    ]  # fmt: skip
    return VisionTokens(kind="image", grids=(whole, *crops), size=size)
