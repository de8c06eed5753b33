"""Corruptions: images, or image tokens, with some of their information taken away.

Functions take and return images of one size, so that prompts and token layouts stay aligned. Boxes are half-open
``x1, y1, x2, y2`` in pixels of the image; the pixels that a box touches are changed, and no others. What is random
follows from a seed.

Sources: noise on embeddings, Meng et al., "Locating and Editing Factual Associations in GPT" (2022); the others are
usual corruptions of images for causal tracing. A counterpart of the scene (``toys.scenes`` makes them) changes one fact
and stays a natural image; noise and blur don't.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float, Int
from PIL import Image, ImageFilter
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.hooks import Hook
from vlm_lens_native.indices import Indices
from vlm_lens_native.inputs import ImageInfo, load_image
from vlm_lens_native.inputs.geometry import BoxLike, Number
from vlm_lens_native.inputs.loading import ImageLike
from vlm_lens_native.inputs.regions import as_box
from vlm_lens_native.interventions import Intervention, image_hooks
from vlm_lens_native.interventions.base import Place
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.positions import Positions

Pixels = Float[np.ndarray, "height width 3"]
Seed = int | Sequence[int]
Slices = tuple[slice, slice]


def gaussian_noise(image: ImageLike, *, std: Number, seed: Seed, box: BoxLike | None = None) -> Image.Image:
    """Adds noise to every channel of every pixel, rounds, and clips to 0 to 255.

    Args:
        image: Anything that holds an image.
        std: Standard deviation, of 255.
        seed: Of the noise. Noise within a box is the part of the noise on the whole image.
        box: Where; None means the whole image.
    """
    if std < 0:
        raise InputError(f"std={std}: a standard deviation is not negative.")
    original = load_image(image)
    noise = np.random.default_rng(seed).normal(0, std, size=(original.height, original.width, 3))
    return _within(original, np.asarray(original) + noise, box)


def blur(image: ImageLike, *, radius: Number, box: BoxLike | None = None) -> Image.Image:
    """Blurs by a Gaussian; at a box's edge, pixels outside of it are mixed in.

    Args:
        image: Anything that holds an image.
        radius: Standard deviation of the Gaussian, in pixels.
        box: Where; None means the whole image.
    """
    if radius < 0:
        raise InputError(f"radius={radius}: a radius is not negative.")
    original = load_image(image)
    return _within(original, np.asarray(original.filter(ImageFilter.GaussianBlur(radius)), dtype=float), box)


def mean_colour(image: ImageLike, *, box: BoxLike | None = None) -> Image.Image:
    """Fills with the mean colour of the whole image.

    Args:
        image: Anything that holds an image.
        box: Where; None means the whole image.
    """
    original = load_image(image)
    pixels = np.asarray(original, dtype=float)
    return _within(original, np.broadcast_to(pixels.mean(axis=(0, 1)), pixels.shape), box)


def shuffle_patches(
    image: ImageLike, *, patches: int | ImageInfo, seed: Seed, box: BoxLike | None = None
) -> Image.Image:
    """Puts patches in a random order, each to a place where it was not: what is seen stays, where it is does not.

    Args:
        image: Anything that holds an image.
        patches: Their side in pixels, counted from the upper left corner of the image (or box); an incomplete patch at
            the edge stays. Or ``model.process_image(image)``, for the cells of image tokens: their edges are rounded to
            pixels, and where rounding makes them unequal, a patch is stretched into its place.
        seed: Of the order.
        box: Where: only patches wholly within it; None means the whole image.

    Raises:
        InputError: Fewer than two patches.
    """
    original = load_image(image)
    region = _region(box, original)
    cells = _cells(patches, original, region)
    if len(cells) < 2:
        raise InputError(f"There are {len(cells)} patches to shuffle; two at least are needed. Make them smaller.")
    order = np.random.default_rng(seed).permutation(len(cells))
    shuffled = original.copy()
    for place, patch in zip(order, np.roll(order, 1), strict=True):  # one cycle, so that no patch keeps its place
        x1, y1, x2, y2 = cells[place].tolist()
        piece = original.crop(tuple(cells[patch].tolist()))
        size = (x2 - x1, y2 - y1)
        shuffled.paste(piece if piece.size == size else piece.resize(size, Image.Resampling.BILINEAR), (x1, y1))
    return shuffled


def remove_box(image: ImageLike, box: BoxLike, *, margin: int = 4) -> Image.Image:
    """Removes what is in a box: fills it from its edges inwards with the colours around it.

    Each pixel is a mean of the mean colours that border the box on its left, right, top and bottom, weighted by how
    near each side is; on an even background that is the background's colour.

    Args:
        image: Anything that holds an image.
        box: What to remove.
        margin: How far around the box colours are taken from, in pixels.

    Raises:
        InputError: The box is the whole image, so that nothing borders it.
    """
    original = load_image(image)
    rows, columns = _region(box, original)
    pixels = np.asarray(original, dtype=float)
    if margin < 1:
        raise InputError(f"margin={margin}: at least one pixel around the box is needed.")
    sides = (
        (pixels[rows, max(columns.start - margin, 0) : columns.start], _distance(columns, rows, axis=1)),
        (pixels[rows, columns.stop : columns.stop + margin], _distance(columns, rows, axis=1)[:, ::-1]),
        (pixels[max(rows.start - margin, 0) : rows.start, columns], _distance(columns, rows, axis=0)),
        (pixels[rows.stop : rows.stop + margin, columns], _distance(columns, rows, axis=0)[::-1]),
    )
    found = [(side.mean(axis=(0, 1)), 1 / distance[..., None]) for side, distance in sides if side.size]
    if not found:
        raise InputError("The box is the whole image, so nothing around it says what would be behind; use mean_colour.")
    filled = pixels.copy()
    filled[rows, columns] = sum(colour * weight for colour, weight in found) / sum(weight for _, weight in found)
    return _within(original, filled, box)


def swap(image: ImageLike, counterpart: ImageLike, *, box: BoxLike | None = None) -> Image.Image:
    """Takes pixels from another image of the same size, such as a scene with another object in the same place.

    Args:
        image: Anything that holds an image.
        counterpart: The other image.
        box: Where; None takes all of it.

    Raises:
        InputError: Images of different sizes.
    """
    original, other = load_image(image), load_image(counterpart)
    if original.size != other.size:
        raise InputError(
            f"The counterpart has {other.width} x {other.height} pixels, the image {original.width} x "
            f"{original.height} (width x height); the layouts would differ. Resize one of them first."
        )
    return _within(original, np.asarray(other, dtype=float), box)


@dataclass(frozen=True, repr=False, eq=False)
class EmbeddingNoise(Intervention):
    """Adds Gaussian noise to embeddings, as Meng et al. do to a subject's tokens: an intervention like any other.

    A hook at ``lm.hook_embed``, or wherever the decoder gets an image: `embedding_noise` knows all these places.
    ``EmbeddingNoise(positions=layout.images)``.

    Args:
        scale: Standard deviation of the noise, in standard deviations of what it is added to.
        std: That standard deviation; None measures it over all entries of the selected embeddings of each row.
        seed: Of the noise. It depends on the hook point, and on how many selected positions come before; so it is the
            same in every pass, and for every row of a batch.
        token_idx: Spectra's word for ``positions``; see `Intervention` for the arguments that all have.
        batch_idx: Spectra's word for ``rows``.
    """

    scale: Number = 3.0
    std: Number | None = None
    seed: int = 0
    token_idx: Positions = None
    batch_idx: Indices | None = None

    def _changed(self, place: Place) -> tuple[Place, Tensor]:
        place = place.by_cells()
        old, nth = place.old, place.cells.nth
        generator = torch.Generator().manual_seed(zlib.crc32(f"{self.seed} {place.hook.name}".encode()))
        noise = torch.randn(int(nth.max()) + 1, *old.shape[1:], generator=generator).to(old.device)[nth]
        return place, (old.float() + self.scale * self._std(old, place.cells.row) * noise).to(old.dtype)

    def _std(self, old: Tensor, row: Tensor) -> Tensor | Number:
        """Of each cell's row, so shaped that it multiplies ``old``."""
        if self.std is not None:
            return self.std
        stds = {int(one): old[row == one].float().std() for one in row.unique()}
        return torch.stack([stds[int(one)] for one in row]).view(-1, *(1,) * (old.ndim - 1))


def embedding_noise(
    model: HookedVLMTransformer, positions: Positions, *, scale: Number = 3.0, std: Number | None = None, seed: int = 0
) -> list[tuple[str, Hook]]:
    """Hooks that add noise to all that the decoder gets of an image: embeddings and what deepstack adds later.

    ``model.run_with_hooks(inputs, embedding_noise(model, layout.images))``.

    Args:
        model: The model.
        positions: Image tokens: a selection, an index, a slice, a list or a mask.
        scale: Standard deviation of the noise, in standard deviations of the embeddings; Meng et al. take 3.
        std: The embeddings' standard deviation; None measures it over those that get noise, at each hook point.
        seed: Of the noise.
    """
    return image_hooks(model, EmbeddingNoise(positions=positions, scale=scale, std=std, seed=seed))


def _region(box: BoxLike | None, image: Image.Image) -> Slices:
    """Rows and columns of the pixels that a box touches.

    Raises:
        InputError: Not a box, or one that leaves the image.
    """
    if box is None:
        return slice(0, image.height), slice(0, image.width)
    x1, y1, x2, y2 = as_box(box).tolist()
    if min(x1, y1) < 0 or x2 > image.width or y2 > image.height:
        raise InputError(
            f"The box {[x1, y1, x2, y2]} leaves the image, which has {image.width} x {image.height} pixels (width x "
            "height). Boxes are x1, y1, x2, y2; clip it first."
        )
    return slice(math.floor(y1), math.ceil(y2)), slice(math.floor(x1), math.ceil(x2))


def _within(original: Image.Image, corrupted: np.ndarray, box: BoxLike | None) -> Image.Image:
    """The original with corrupted pixels in a box, rounded to 8 bits."""
    pixels, region = np.array(original), _region(box, original)
    pixels[region] = np.clip(np.rint(corrupted[region]), 0, 255).astype(np.uint8)
    return Image.fromarray(pixels)


def _cells(patches: int | ImageInfo, image: Image.Image, region: Slices) -> Int[np.ndarray, "cell 4"]:
    """The patches within a region, as boxes in whole pixels."""
    rows, columns = region
    if isinstance(patches, ImageInfo):
        if patches.original_size != image.size:
            raise InputError(
                f"The cells are those of an image of {patches.original_size} pixels (width, height), but this one has "
                f"{image.size}; take model.process_image of this image."
            )
        grids = [grid.cell_boxes() for grid in patches.vision_tokens.grids if not grid.is_global]
        boxes = np.rint(patches.transform.to_original(np.concatenate(grids))).astype(int)
        boxes = boxes[(boxes[:, 0] < boxes[:, 2]) & (boxes[:, 1] < boxes[:, 3])]
    elif patches < 1:
        raise InputError(f"patches={patches}: the side of a patch is at least one pixel.")
    else:
        xs = np.arange(columns.start, columns.stop - patches + 1, patches)
        ys = np.arange(rows.start, rows.stop - patches + 1, patches)
        x, y = (axis.ravel() for axis in np.meshgrid(xs, ys))
        boxes = np.stack([x, y, x + patches, y + patches], axis=-1)
    low, high = np.array([columns.start, rows.start]), np.array([columns.stop, rows.stop])
    return boxes[(boxes[:, :2] >= low).all(-1) & (boxes[:, 2:] <= high).all(-1)]


def _distance(columns: slice, rows: slice, *, axis: int) -> Float[np.ndarray, "height width"]:
    """For each pixel of a box its distance from the left (axis 1) or upper edge (axis 0), in pixels."""
    height, width = rows.stop - rows.start, columns.stop - columns.start
    steps = np.arange(1, (height, width)[axis] + 1, dtype=float)
    return np.broadcast_to(steps[None] if axis else steps[:, None], (height, width))
