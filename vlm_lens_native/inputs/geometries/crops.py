"""Images in overlapping crops beside a view of the whole, whose patches are pooled into tokens (Molmo 2)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.geometries.positioned import from_patches
from vlm_lens_native.inputs.geometry import Geometry, Made, Repeated, Span, TokenGrid, VisionTokens, patch_side


class OverlappingCrops(Geometry):
    """``pixel_values [crop patch features]``: the image stretched to a crop; then stretched to a canvas and cut up.

    Crops are squares that overlap. Of each, only patches away from its neighbours are pooled, so that every patch of
    the canvas is read once. ``image_token_pooling [token slot]`` says which patches a token is pooled of, -1 for none;
    ``image_grids [image 4]``, the rows and columns of tokens of the whole, and of the canvas; ``image_num_crops``, how
    many crops an image has. Frames of videos are views of the whole: ``video_grids [video 3]``, frames, rows, columns.

    Source: transformers' ``models/molmo2/image_processing_molmo2.py``.
    """

    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """Images, or a video: HF's class takes one or the other.

        Raises:
            InputError: ``pixel_values`` comes without what says how its patches are pooled.
        """
        return (*self._images(made), *self._films(made))

    def _images(self, made: Made) -> Iterator[VisionTokens]:
        if made.pixels(3, "crop, patch, features") is None:
            return
        grids, pooling = (_beside(made, "pixel_values", key) for key in ("image_grids", "image_token_pooling"))
        shapes = [((rows, cols), (n_rows, n_cols)) for rows, cols, n_rows, n_cols in grids.tolist()]
        slots = iter(pooling.split([rows * cols for pair in shapes for rows, cols in pair]))
        for small, large in shapes:
            window = _window(made, pooling.shape[1], *small)
            whole, (high, wide) = (_spans(made, next(slots), grid, window) for grid in (small, large))
            size = (round(wide[-1][1]), round(high[-1][1]))
            scaled = (_scaled(spans, length) for spans, length in zip(whole, size[::-1], strict=True))
            yield VisionTokens(kind="image", grids=(_grid(*scaled, is_global=True), _grid(high, wide)), size=size)

    def _films(self, made: Made) -> Iterator[VisionTokens]:
        if made.inputs.get("pixel_values_videos") is None:
            return
        grids, pooling = (_beside(made, "pixel_values_videos", key) for key in ("video_grids", "video_token_pooling"))
        slots = pooling.split(grids.prod(1).tolist())
        for (n_frames, rows, cols), own in zip(grids.tolist(), slots, strict=True):
            window = _window(made, pooling.shape[1], rows, cols)
            high, wide = _spans(made, own[: rows * cols], (rows, cols), window)
            size = (round(wide[-1][1]), round(high[-1][1]))
            frames = tuple(_grid(high, wide, frame=frame) for frame in range(n_frames))
            yield VisionTokens(kind="video", grids=frames, size=size, as_images=True)

    def shares(self, values: Tensor, made: Made, images: Sequence[VisionTokens]) -> Sequence[Tensor]:
        """``[crop patch features]`` for each image."""
        return values.split(torch.as_tensor(made.inputs["image_num_crops"]).tolist())

    def picture(
        self, share: Tensor, vision: VisionTokens, *, repeated: Repeated = "first"
    ) -> Float[Tensor, "3 height width"]:
        """The canvas, of which neighbouring crops show the same pixels."""
        crops = [_crop(patches) for patches in share[1:]]
        side, (width, height) = crops[0].shape[-1], vision.size
        tops, lefts = _corners(len(crops), side, height, width)
        canvas = share.new_zeros(3, height, width)
        corners = [(top, left) for top in tops for left in lefts]
        for (top, left), crop in reversed([*zip(corners, crops, strict=True)]):
            at = canvas[:, top : top + side, left : left + side]
            at.copy_(at + crop if repeated == "sum" else crop)
        return canvas

    def views(self, share: Tensor, vision: VisionTokens) -> list[tuple[TokenGrid, Float[Tensor, "3 height width"]]]:
        """The view of the whole, and the canvas."""
        whole, canvas = vision.grids
        return [(whole, _crop(share[0])), (canvas, self.picture(share, vision, repeated="sum"))]

    def frames(self, made: Made, videos: Sequence[VisionTokens]) -> Iterator[Float[Tensor, "3 height width"]]:
        """All frames of all videos."""
        yield from map(_crop, made.inputs["pixel_values_videos"])


def _beside(made: Made, pixels: str, key: str) -> Tensor:
    if made.inputs.get(key) is None:
        raise InputError(f"{pixels} is given without {key}, which says where its tokens are. Pass both.")
    return torch.as_tensor(made.inputs[key]).cpu()


def _crop(patches: Tensor) -> Float[Tensor, "3 height width"]:
    """One crop, laid out of its patches: a square."""
    side = round((patches.numel() / 3) ** 0.5)
    return from_patches(patches, (side, side))


def _corners(n_crops: int, side: int, height: int, width: int) -> tuple[list[int], list[int]]:
    """Where rows and columns of crops begin: they lie at equal steps, which both axes share, and fill the canvas."""
    for n_rows in (n for n in range(1, n_crops + 1) if n_crops % n == 0):
        axes = ((n_rows, height - side), (n_crops // n_rows, width - side))
        steps = {left / (n - 1) for n, left in axes if n > 1}
        if len(steps) < 2 and not any(left for n, left in axes if n == 1):
            step = int(steps.pop()) if steps else 0
            return [step * n for n in range(n_rows)], [step * n for n in range(n_crops // n_rows)]
    raise InputError(f"{n_crops} crops of {side} pixels can't be laid out on a canvas of {width} x {height}.")


def _window(made: Made, n_slots: int, rows: int, cols: int) -> tuple[int, int]:
    """Rows and columns of patches that are pooled into a token, where those of a whole crop are ``rows x cols``."""
    n_high, n_wide = (side // patch_side(made.hf_config) for side in made.hf_config.vision_config.image_size)
    for high in (n for n in range(1, n_slots + 1) if n_slots % n == 0):
        wide = n_slots // high
        if (math.ceil(n_high / high), math.ceil(n_wide / wide)) == (rows, cols):
            return high, wide
    raise InputError(
        f"Crops of {n_high} x {n_wide} patches can't be pooled into {rows} x {cols} tokens of {n_slots} patches. Use "
        "the checkpoint's own processor."
    )


def _spans(
    made: Made, pooling: Tensor, grid: tuple[int, int], window: tuple[int, int]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Where rows and columns of tokens are, in pixels of the crop or canvas whose patches they are pooled of.

    A window at the edge may hold fewer patches than others.
    """
    own, patch = (pooling >= 0).view(*grid, *window), patch_side(made.hf_config)
    return _edges(own.any(3).any(1), patch), _edges(own.any(2).any(0), patch)


def _edges(own: Bool[Tensor, "token slot"], patch: int) -> tuple[Span, ...]:
    """Where tokens start and stop that have so many patches each, one behind another."""
    stops = (own.sum(1).cumsum(0) * patch).tolist()
    return tuple((float(start), float(stop)) for start, stop in zip([0, *stops], stops, strict=False))


def _scaled(spans: tuple[Span, ...], length: int) -> tuple[Span, ...]:
    """Spans of the view of the whole, in pixels of the canvas."""
    factor = length / spans[-1][1]
    return tuple((start * factor, stop * factor) for start, stop in spans)


def _grid(row_spans: tuple[Span, ...], column_spans: tuple[Span, ...], **more: Any) -> TokenGrid:
    box = (0.0, 0.0, column_spans[-1][1], row_spans[-1][1])
    return TokenGrid(
        rows=len(row_spans), cols=len(column_spans), box=box, row_spans=row_spans, column_spans=column_spans, **more
    )
