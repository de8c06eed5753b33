"""What a processor made of an image: sizes, crop, token grid, and how to carry boxes and masks over to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate
from typing import Any

import numpy as np
from jaxtyping import Bool, Float
from PIL import Image
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.geometry import Box, BoxLike, Geometry, Made, Markers, TokenGrid, VisionTokens, patch_side
from vlm_lens_native.inputs.loading import ImageLike, load_image
from vlm_lens_native.inputs.overview import draw_overview
from vlm_lens_native.inputs.pixels import SeenPixels, seen_pixels
from vlm_lens_native.inputs.regions import cell_fractions, region_mass
from vlm_lens_native.inputs.transform import ImageTransform, Size


@dataclass(frozen=True, kw_only=True)
class CorrectedBbox:
    """A box carried over to the processed image.

    Attributes:
        bbox: ``x1, y1, x2, y2`` in pixels of the processed image; all zero where nothing of the box is visible.
        clipped: True if a part of the box lies outside what the model sees.
    """

    bbox: Box
    clipped: bool


@dataclass(frozen=True, kw_only=True)
class CorrectedSeg:
    """A mask carried over to the processed image.

    Attributes:
        mask: ``[height width]`` in pixels of the processed image.
        clipped: True if a marked pixel lies outside what the model sees.
    """

    mask: Bool[np.ndarray, "height width"]
    clipped: bool


@dataclass(frozen=True, kw_only=True)
class PatchOverlap:
    """The token cells that a region touches.

    Attributes:
        patch_indices: Cells in reading order, counted from 0 over the whole processed image.
        overlap_fractions: For each of them, the part of its area that the region covers, in (0, 1].
    """

    patch_indices: list[int]
    overlap_fractions: list[float]


@dataclass(frozen=True, kw_only=True)
class ImageInfo:
    """One image as the model sees it. Sizes are ``(width, height)``, boxes half-open ``x1, y1, x2, y2``.

    Attributes:
        original_size: Size of the user's image in pixels.
        processed_size: Size of the processed image in pixels; for tiles, of all of them laid side by side.
        crop_box: The part of the original image that the model sees, in original pixels; None if it sees all of it.
        patch_size: Side of the vision encoder's patches, in pixels of the processed image.
        spatial_merge_size: Patches on a side that make one token.
        grid_h: Rows of tokens. For a tiled image, over all tiles; the global view's tokens are not counted. 0 where
            tokens stand for no place (``vision_tokens.unplaced`` says why).
        grid_w: Tokens in a row, likewise.
        transform: The map from original to processed pixels.
        vision_tokens: The image's token grids in token order, in processed pixels.
        pixels: The image's share of the processor's output.
    """

    original_size: Size
    processed_size: Size
    crop_box: Box | None
    patch_size: int
    spatial_merge_size: int
    grid_h: int
    grid_w: int
    transform: ImageTransform = field(repr=False)
    vision_tokens: VisionTokens = field(repr=False)
    pixels: SeenPixels = field(repr=False)

    @cached_property
    def image(self) -> Image.Image:
        """The processed image, put together from the processor's real output (tiles laid side by side)."""
        return self.pixels.picture()

    @property
    def effective_patch_size(self) -> int:
        """Side of a token's cell, in pixels of the processed image."""
        return self.patch_size * self.spatial_merge_size

    @property
    def num_patches(self) -> int:
        """Number of token cells, ``grid_h * grid_w``."""
        return self.grid_h * self.grid_w

    @cached_property
    def cell_boxes(self) -> Float[np.ndarray, "row column 4"]:
        """``x1, y1, x2, y2`` of the grid's cells in pixels of the processed image; NaN for a cell without token."""
        cells = np.full((self.grid_h, self.grid_w, 4), np.nan)
        fine = self.vision_tokens.fine
        rows, cols = _tile_edges(fine)
        for grid in fine:
            (row, col), (tile_row, tile_col) = grid.places(), grid.tile or (0, 0)
            cells[row[row >= 0] + rows[tile_row], col[row >= 0] + cols[tile_col]] = grid.cell_boxes()[row >= 0]
        return cells

    def correct_bbox(self, bbox: BoxLike) -> CorrectedBbox:
        """Carries a box from pixels of the original image over to pixels of the processed image."""
        box = np.asarray(bbox, dtype=float)
        if box.shape != (4,) or not (box[0] <= box[2] and box[1] <= box[3]):
            raise InputError(f"Got the box {bbox!r}; expected x1, y1, x2, y2 with x1 <= x2 and y1 <= y2.")
        moved = self.transform.to_processed(box)
        bounds = self.transform.to_processed(np.asarray(self.transform.visible_box))
        inside = np.clip(moved, np.tile(bounds[:2], 2), np.tile(bounds[2:], 2))
        clipped = not np.allclose(moved, inside, rtol=0, atol=1e-6)
        x1, y1, x2, y2 = inside.tolist()
        visible = x1 < x2 and y1 < y2
        return CorrectedBbox(bbox=(x1, y1, x2, y2) if visible else (0.0, 0.0, 0.0, 0.0), clipped=clipped)

    def correct_seg(self, mask: np.ndarray | Tensor) -> CorrectedSeg:
        """Carries a mask ``[height width]`` of the original image over to the processed image.

        Each processed pixel takes the value of the original pixel under its centre; padding is False.
        """
        mask = np.asarray(mask).astype(bool)
        if mask.shape != self.original_size[::-1]:
            raise InputError(
                f"Got a mask of shape {mask.shape}; expected (height, width) of the original image, "
                f"{self.original_size[::-1]}."
            )
        columns, rows = (self._original_pixels(axis) for axis in (0, 1))
        moved = np.pad(mask, ((0, 1), (0, 1)))[np.ix_(rows, columns)]  # index -1 is the border added here
        visible = region_mass(mask, np.array([self.transform.visible_box]))[0]
        return CorrectedSeg(mask=moved, clipped=bool(visible < mask.sum() - 1e-6))

    def _original_pixels(self, axis: int) -> np.ndarray:
        """For each processed pixel along an axis (0: x), the original pixel under its centre, or -1 in padding."""
        centres = np.arange(self.processed_size[axis]) + 0.5
        pixels = np.floor((centres - self.transform.offset[axis]) / self.transform.scale[axis]).astype(int)
        return np.where((pixels >= 0) & (pixels < self.original_size[axis]), pixels, -1)

    def calc_overlay(self, bbox: BoxLike | None = None, mask: np.ndarray | Tensor | None = None) -> PatchOverlap:
        """The token cells that a region of the *processed* image touches (see `correct_bbox`, `correct_seg`).

        Args:
            bbox: ``x1, y1, x2, y2`` in pixels of the processed image; what lies outside of it is ignored. All zero,
                as `correct_bbox` has it where nothing is visible, touches nothing.
            mask: Instead of a box, ``[height width]`` in pixels of the processed image.

        Raises:
            InputError: both or neither are given, or a mask of another size.
        """
        if (bbox is None) == (mask is None):
            raise InputError("calc_overlay takes either bbox or mask, in pixels of the processed image.")
        if bbox is not None and not np.asarray(bbox, dtype=float).any():
            return PatchOverlap(patch_indices=[], overlap_fractions=[])
        region = None if mask is None else np.asarray(mask)
        fractions = cell_fractions(self.cell_boxes.reshape(-1, 4), size=self.processed_size, box=bbox, mask=region)
        touched = np.flatnonzero(fractions > 0)
        return PatchOverlap(patch_indices=touched.tolist(), overlap_fractions=fractions[touched].tolist())

    def patch_overview(
        self,
        *,
        labels: str = "every_10",
        start_number: int = 0,
        highlight: Sequence[int] = (),
        highlight_color: tuple[int, int, int, int] = (255, 200, 0, 100),
    ) -> Image.Image:
        """The processed image with its token grid, numbered in reading order from `start_number`.

        Args:
            labels: ``"all"``, ``"none"``, or ``"every_N"``.
            start_number: The number of the first cell.
            highlight: Cells to fill, by number.
            highlight_color: Red, green, blue, opacity; each 0 to 255.
        """
        return draw_overview(
            self.image,
            cells=self.cell_boxes,
            labels=labels,
            start_number=start_number,
            highlight=highlight,
            highlight_color=highlight_color,
        )


def process_image(
    processor: Any, hf_config: Any, image: ImageLike, *, geometry: Geometry, markers: Markers
) -> ImageInfo:
    """Runs the processor on one image and describes what it made.

    Args:
        processor: HF's processor of the checkpoint.
        hf_config: HF's config of the whole model.
        image: Anything that `load_image` takes.
        geometry: The family's geometry.
        markers: The tokens that the processor sets around images (`placeholders.marker_tokens`).

    Raises:
        ImageError: `image` is not an image.
        InputError: the processor refuses the image, or its output can't be explained by its settings.
    """
    original = load_image(image)
    # not through the image half alone: processors give it settings of their own, and the prompt tells of tiles
    with refusals_of(processor):
        inputs = processor(text=[processor.image_token], images=[[original]], return_tensors="pt")
    made = Made(inputs=inputs, hf_config=hf_config, processor=processor, markers=markers, sizes=(original.size,))
    (info,) = describe_images(geometry, made, geometry.tokens(made) if geometry.in_sequence else geometry.keys(made)[1])
    return info


@contextmanager
def refusals_of(processor: Any) -> Iterator[None]:
    """Says which processor refuses inputs, such as a panorama beyond its ratio."""
    try:
        yield
    except StopIteration as error:  # before transformers 5.23, without a word
        raise InputError(
            f"{type(processor).__name__} rejects these inputs: the prompt has more places for images or videos than "
            "there are images or videos."
        ) from error
    except (ValueError, TypeError, LookupError, ArithmeticError) as error:
        raise InputError(f"{type(processor).__name__} rejects these inputs: {error}") from error


def describe_images(geometry: Geometry, made: Made, vision_tokens: Sequence[VisionTokens]) -> tuple[ImageInfo, ...]:
    """An `ImageInfo` for each image of a processor's output.

    Args:
        geometry: The family's geometry.
        made: The processor's output, with the processor and the sizes of the users' images.
        vision_tokens: What the geometry says of it; videos are left aside.

    Raises:
        InputError: the processor's output can't be explained by its settings.
    """
    images, sizes = [vision for vision in vision_tokens if vision.kind != "video"], made.sizes or ()
    if len(images) != len(sizes):
        raise InputError(f"{len(sizes)} images were given, but the processor's output holds {len(images)}.")
    if not images:
        return ()
    known: dict[tuple[Size, VisionTokens], ImageInfo] = {}  # images of one size differ in their pixels alone
    infos = []
    for size, pixels in zip(sizes, seen_pixels(geometry, made, images), strict=True):
        alike = size, pixels.vision
        if alike not in known:
            known[alike] = _info(made, geometry.transform(made, *alike), pixels)
        infos.append(replace(known[alike], pixels=pixels))
    return tuple(infos)


def _info(made: Made, transform: ImageTransform, pixels: SeenPixels) -> ImageInfo:
    vision, patch = pixels.vision, patch_side(made.hf_config)
    if transform.processed_size != vision.size:
        raise InputError(
            f"{type(made.processor.image_processor).__name__} made an image of {vision.size} pixels (width, height) "
            f"from one of {transform.original_size}; its settings explain {transform.processed_size}. This processor "
            "is not supported."
        )
    fine = vision.fine
    rows, cols = _tile_edges(fine)
    (width, height), visible = transform.original_size, transform.visible_box
    whole = np.allclose(visible, (0, 0, width, height), rtol=0, atol=1e-6)
    cell = (fine[0].box[2] - fine[0].box[0]) / fine[0].cols if fine else patch
    return ImageInfo(
        original_size=transform.original_size,
        processed_size=transform.processed_size,
        crop_box=None if whole else visible,
        patch_size=patch,
        spatial_merge_size=round(cell / patch),
        grid_h=rows[-1],
        grid_w=cols[-1],
        transform=transform,
        vision_tokens=vision,
        pixels=pixels,
    )


def _tile_edges(grids: Sequence[TokenGrid]) -> tuple[list[int], list[int]]:
    """Where rows and columns of tiles begin, counted in cells, and where the last ones end.

    Tiles may have cells of different sizes; a row is then as high as its highest tile, and others leave cells empty.
    """
    sides: tuple[dict[int, int], dict[int, int]] = {}, {}
    for grid in grids:
        for own, nth, n_cells in zip(sides, grid.tile or (0, 0), (grid.rows, grid.cols), strict=True):
            own[nth] = max(own.get(nth, 0), n_cells)
    rows, cols = ([*accumulate((own[nth] for nth in sorted(own)), initial=0)] for own in sides)
    return rows, cols
