"""Images in tiles of any arrangement beside a view of the whole, with padding cut off (LLaVA-NeXT, Granite Vision).

Sources: transformers' ``models/llava_next/modeling_llava_next.py``, ``models/llava_onevision/...``,
``models/llava_next_video/...`` and ``models/granite4_vision/...`` (``pack_image_features``), and their image processors
(``_get_image_patches``).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import numpy as np
import torch
from einops import rearrange
from jaxtyping import Float
from torch import Tensor
from transformers.image_processing_utils import select_best_resolution

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.geometry import Geometry, Made, Repeated, Span, TokenGrid, VisionTokens, patch_side
from vlm_lens_native.inputs.transform import ImageTransform, Size


@dataclass(frozen=True, kw_only=True)
class AnyRes(Geometry):
    """``pixel_values [image view 3 height width]``: the whole image stretched to a tile, then the tiles, row by row.

    The image is fitted into the best of ``image_grid_pinpoints`` and padded. HF lays the tiles' features side by side,
    cuts off rows or columns of padding, and ends each row with a newline token. The layout follows from
    ``image_sizes`` alone.

    Attributes:
        video_pool: Side of the square of patches that make one token of a video.
        video_newline: Whether a newline token ends each video.
    """

    video_pool: int = 2
    video_newline: bool = False

    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """Images, then videos.

        Raises:
            InputError: ``pixel_values`` is not 5-D, or comes without ``image_sizes``; or an image is all padding.
        """
        pixels, sizes = made.pixels(5, "image, view, 3, height, width"), made.inputs.get("image_sizes")
        if pixels is not None and sizes is None:
            raise InputError("pixel_values is given without image_sizes, from which the tiles follow. Pass both.")
        images = () if pixels is None else zip(torch.as_tensor(sizes).tolist(), _is_cut(made, len(pixels)), strict=True)
        films = made.inputs.get("pixel_values_videos")
        return (
            *(self._cut(made, size) if cut else _whole(made) for size, cut in images),
            *(self._film(made, len(film)) for film in (() if films is None else films)),
        )

    def _cut(self, made: Made, size: Sequence[int]) -> VisionTokens:
        side, n = _tile(made)
        cell = _cell(made.hf_config)
        height, width = best = select_best_resolution(tuple(size), made.hf_config.image_grid_pinpoints)
        (rows, row_spans), (cols, column_spans) = _kept(size, best, side, n, cell)
        if not (rows and cols):
            raise InputError(
                f"The image, {size[1]} x {size[0]} pixels (width x height), is so thin that HF cuts all of its tiles "
                "off as padding. Crop it, or pad it yourself."
            )
        if (most := _most_tiles(made.hf_config)) and (ratio := math.sqrt(rows * cols / (most * n**2))) > 1.1:
            rows, cols = int(rows // ratio), int(cols // ratio)  # HF interpolates features to fewer
            row_spans, column_spans = _merged(row_spans, rows), _merged(column_spans, cols)
        box = (column_spans[0][0], row_spans[0][0], column_spans[-1][1], row_spans[-1][1])
        tiles = TokenGrid(rows=rows, cols=cols, box=box, row_ends=True, row_spans=row_spans, column_spans=column_spans)
        fitted, seen = _fitted((size[1], size[0]), (width, height)), n * cell / side
        (x, y), (w, h) = fitted.offset, (fitted.scale[0] * size[1], fitted.scale[1] * size[0])
        whole = TokenGrid(rows=n, cols=n, box=(x, y, x + w * seen, y + h * seen), is_global=True)
        return VisionTokens(kind="image", grids=(whole, tiles), size=(width, height))

    def _film(self, made: Made, n_frames: int) -> VisionTokens:
        n, patch = made.hf_config.vision_config.image_size // patch_side(made.hf_config), patch_side(made.hf_config)
        pooled = math.ceil(n / self.video_pool) if self.video_newline else n // self.video_pool
        whole = TokenGrid.over((n * patch, n * patch), rows=pooled, cols=pooled)
        grids = [replace(whole, frame=frame) for frame in range(n_frames)]
        if self.video_newline:
            grids.append(TokenGrid.placeless(1, frame=n_frames - 1))
        side = made.hf_config.vision_config.image_size
        return VisionTokens(kind="video", grids=tuple(grids), size=(side, side))

    def transform(self, made: Made, original_size: Size, vision: VisionTokens) -> ImageTransform:
        """Fitted into the tiles and padded around; likewise a single view of several images, which is a square."""
        return _fitted(original_size, vision.size)

    def shares(self, values: Tensor, made: Made, images: Sequence[VisionTokens]) -> Sequence[Tensor]:
        """``[view 3 height width]`` for each image, without the views that fill up the batch."""
        side = values.shape[-1]
        n_views = [_n_tiles(image, side) + len(image.grids) - 1 for image in images]
        return [share[:n] for share, n in zip(values, n_views, strict=True)]

    def picture(
        self, share: Tensor, vision: VisionTokens, *, repeated: Repeated = "first"
    ) -> Float[Tensor, "3 height width"]:
        """The tiles side by side, with their padding."""
        n_tiles = _n_tiles(vision, share.shape[-1])
        rows = vision.size[1] // share.shape[-1]
        return rearrange(share[-n_tiles:], "(rows cols) c h w -> c (rows h) (cols w)", rows=rows)

    def views(self, share: Tensor, vision: VisionTokens) -> list[tuple[TokenGrid, Float[Tensor, "3 height width"]]]:
        """The tiles within the padding that is cut off, and beside them the view of the whole."""
        found = super().views(share, vision)
        return [(grid, share[0] if grid.is_global else view) for grid, view in found]


def _tile(made: Made) -> tuple[int, int]:
    """Side of a tile in pixels, and its tokens on a side."""
    side = made.inputs["pixel_values"].shape[-1]
    if side != made.hf_config.vision_config.image_size:
        raise InputError(
            f"pixel_values has tiles of {side} pixels, the model's image_size is "
            f"{made.hf_config.vision_config.image_size}. Use the checkpoint's own processor."
        )
    return side, side // _cell(made.hf_config)


def _cell(hf_config: Any) -> int:
    """Side of a token's square in pixels of a tile: a patch, or as many as ``downsample_rate`` makes one of."""
    return int(patch_side(hf_config) / Fraction(getattr(hf_config, "downsample_rate", None) or 1))


def _is_cut(made: Made, n_images: int) -> list[bool]:
    """Which images are cut into tiles: LLaVA-OneVision leaves them whole where a prompt has several."""
    counts = made.inputs.get("batch_num_images")
    if counts is None:
        return [True] * n_images
    return [count == 1 for count in torch.as_tensor(counts).tolist() for _ in range(count)]


def _whole(made: Made) -> VisionTokens:
    """An image padded to a square, with one newline behind it."""
    side, n = _tile(made)
    seen = n * _cell(made.hf_config)
    grids = (TokenGrid.over((seen, seen), rows=n, cols=n), TokenGrid.placeless(1))
    return VisionTokens(kind="image", grids=grids, size=(side, side))


def _n_tiles(vision: VisionTokens, side: int) -> int:
    return (vision.size[0] // side) * (vision.size[1] // side)


def _most_tiles(hf_config: Any) -> int:
    """LLaVA-OneVision's "anyres_max_9": features of more tiles than 9 are interpolated to fewer; 0 without limit."""
    return int(str(getattr(hf_config, "vision_aspect_ratio", "")).removeprefix("anyres_max_") or 0)


def _fitted(original: Size, processed: Size) -> ImageTransform:
    """The image as large as fits, in the middle (``get_patch_output_size``, ``_get_padding_size``)."""
    (width, height), (most_w, most_h) = original, processed
    scale = min(most_w / width, most_h / height)
    new = (min(math.ceil(width * scale), most_w), min(math.ceil(height * scale), most_h))
    new = (most_w, new[1]) if most_w / width < most_h / height else (new[0], most_h)
    return ImageTransform(
        original_size=original,
        processed_size=processed,
        scale=(new[0] / width, new[1] / height),
        offset=(float((most_w - new[0]) // 2), float((most_h - new[1]) // 2)),
    )


def _kept(
    size: Sequence[int], best: tuple[int, int], side: int, n: int, cell: int
) -> tuple[tuple[int, tuple[Span, ...]], tuple[int, tuple[Span, ...]]]:
    """Rows and columns of tokens that HF keeps of all tiles, with where they are (``unpad_image``)."""
    spans = [
        [(float(tile * side + i * cell), float(tile * side + (i + 1) * cell)) for tile in range(length // side)
         for i in range(n)]
        for length in best
    ]  # fmt: skip
    (height, width), (rows, cols) = size, (len(spans[0]), len(spans[1]))
    if width / height > cols / rows:
        cut = (rows - int(round(height * (cols / width), 7))) // 2
        spans[0] = spans[0][cut : rows - cut]
    else:
        cut = (cols - int(round(width * (rows / height), 7))) // 2
        spans[1] = spans[1][cut : cols - cut]
    return (len(spans[0]), tuple(spans[0])), (len(spans[1]), tuple(spans[1]))


def _merged(spans: Sequence[Span], n: int) -> tuple[Span, ...]:
    """As many spans as `n`, each over an equal share of the given ones."""
    starts, stops = np.array(spans).T
    at, edges = np.arange(len(spans)), np.linspace(0, len(spans), n + 1)
    first, last = np.floor(edges[:-1]).astype(int), np.ceil(edges[1:]).astype(int) - 1
    low = starts[first] + (edges[:-1] - at[first]) * (stops - starts)[first]
    high = starts[last] + (edges[1:] - at[last]) * (stops - starts)[last]
    return tuple(zip(low.tolist(), high.tolist(), strict=True))
