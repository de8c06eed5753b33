"""A view of the whole image, and slices of it behind, all of any size and packed into one sequence (MiniCPM-V)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Literal

import torch
from einops import rearrange
from jaxtyping import Float
from torch import Tensor
from torch.nn.functional import interpolate

from vlm_lens_native.errors import InputError, PlaceholderMismatchError
from vlm_lens_native.inputs.geometry import Geometry, Made, Repeated, TokenGrid, VisionTokens, patch_side

_KEYS: tuple[tuple[Literal["image", "video"], str, str], ...] = (
    ("image", "pixel_values", "target_sizes"),
    ("video", "pixel_values_videos", "target_sizes_videos"),
)
_STACKED = "the processor made pictures of several frames each (stack_frames), and it is not known which."
_TAGS = 2  # between neighbours: one's closing tag, the next one's opening tag; a newline too where a row ends
Run = tuple[int, int]  # where a view's tokens start and stop, in all prompts laid side by side


class Slices(Geometry):
    """``pixel_values [1 3 side columns]``: all views' patches side by side; ``target_sizes [view 2]``: rows, columns.

    An image is a view of the whole at its own aspect ratio and, where it is large, slices behind it in reading order.
    A tag in the prompt stands in front of each slice, and something more than tags between rows of them. Where it is
    not known which tag, and a view could be a slice, every view is returned by itself with kind ``"view"``, which is
    enough to check the placeholders, and not enough for a layout. Videos are such images, frame by frame; those that
    follow each other directly are one video, unless it is known how many frames each has.

    Slices may differ in size (MiniCPM-OCR's ``small_image_upsize="adaptive"``); the cuts between them are then at whole
    pixels of the user's image, at most half a pixel from where boxes have them.
    """

    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """Images, then videos.

        Raises:
            InputError: Pixels without ``target_sizes``, views that can't be divided into tokens, or slices that don't
                fill a grid.
            PlaceholderMismatchError: Another number of patches than the sizes say.
        """
        found = []
        for kind, pixel_key, size_key in _KEYS:
            views = _views(made, pixel_key, size_key)
            tag, runs = _slice_tag(made), _runs(made, kind, views)
            if tag is None or runs is None:
                several = len(views) > _n_rows(made)
                found += [
                    VisionTokens(kind="view" if several else kind, grids=(each,), size=_size(each)) for each in views
                ]
            else:
                pictures = _pictures(made, tag, views, runs)
                found += [_image(*each) for each in pictures] if kind == "image" else _videos(made, pictures)
        return tuple(found)

    def shares(self, values: Tensor, made: Made, images: Sequence[VisionTokens]) -> Sequence[Tensor]:
        """``[3 side columns]`` for each image: the patches of its views, side by side."""
        sizes = torch.as_tensor(made.inputs["target_sizes"]).prod(1).split([len(image.grids) for image in images])
        return values[0].split([int(each.sum()) * values.shape[2] for each in sizes], dim=-1)

    def picture(
        self, share: Tensor, vision: VisionTokens, *, repeated: Repeated = "first"
    ) -> Float[Tensor, "3 height width"]:
        """The slices side by side; the one view of an image without slices."""
        views = [(grid, view) for grid, view in self.views(share, vision) if not grid.is_global]
        if len(views) == 1:
            return views[0][1]
        canvas = share.new_zeros(len(share), vision.size[1], vision.size[0])
        for grid, view in views:
            x1, y1, x2, y2 = map(int, grid.box)
            canvas[:, y1:y2, x1:x2] = interpolate(view[None], size=(y2 - y1, x2 - x1))[0]
        return canvas

    def views(self, share: Tensor, vision: VisionTokens) -> list[tuple[TokenGrid, Float[Tensor, "3 height width"]]]:
        """Each grid has a view of its own."""
        return list(zip(vision.grids, _unpacked(share, vision.grids), strict=True))

    def frames(self, made: Made, videos: Sequence[VisionTokens]) -> Iterator[Float[Tensor, "3 height width"]]:
        """Frame by frame, each as `picture` gives an image."""
        values = made.inputs["pixel_values_videos"][0]
        columns = torch.as_tensor(made.inputs["target_sizes_videos"]).prod(1) * values.shape[1]
        left = iter(values.split(columns.tolist(), dim=-1))
        for video in videos:
            shares = [next(left) for _ in video.grids]
            for frame in dict.fromkeys(grid.frame for grid in video.grids):
                own = [n for n, grid in enumerate(video.grids) if grid.frame == frame]
                alone = replace(video, grids=tuple(video.grids[n] for n in own))
                yield self.picture(torch.cat([shares[n] for n in own], dim=-1), alone)


def _merge(made: Made) -> int:
    """Patches on a side that make one token: windows merge within the encoder, unless that is switched off."""
    config: Any = made.hf_config
    mode = made.inputs.get("downsample_mode") or config.downsample_mode
    return config.merge_kernel_size[0] ** config.merger_times * (1 if mode == "4x" else 2)


def _views(made: Made, pixel_key: str, size_key: str) -> list[TokenGrid]:
    """One grid for each view, in pixels of the view."""
    pixels, sizes = made.inputs.get(pixel_key), made.inputs.get(size_key)
    if pixels is None and sizes is None:
        return []
    if sizes is None or (pixels is not None and pixels.ndim != 4):
        raise InputError(f"{pixel_key} [1, 3, patch, columns] and {size_key} [view, 2] belong together; pass both.")
    patch, merge = patch_side(made.hf_config), _merge(made)
    sizes = torch.as_tensor(sizes).tolist()
    n_patches = sum(rows * cols for rows, cols in sizes)
    if pixels is not None and pixels.shape[-1] != n_patches * patch:
        raise PlaceholderMismatchError(
            f"{pixel_key} has {pixels.shape[-1]} columns of pixels, but {size_key} {sizes} says {n_patches} patches of "
            f"{patch}. Pass both as the processor made them."
        )
    for rows, cols in sizes:
        if rows % merge or cols % merge:
            raise InputError(
                f"A view of {rows} x {cols} patches (height x width) can't be merged {merge} x {merge}. The "
                "processor's and the model's downsample_mode must agree."
            )
    return [
        TokenGrid.over((cols * patch, rows * patch), rows=rows // merge, cols=cols // merge) for rows, cols in sizes
    ]


def _ids(made: Made) -> Tensor | None:
    ids = made.inputs.get("input_ids")
    return None if ids is None else torch.as_tensor(ids).cpu()


def _n_rows(made: Made) -> int:
    ids = _ids(made)
    return 1 if ids is None else len(ids)


def _slice_tag(made: Made) -> int | None:
    """The token in front of each slice, by the config or by the tokenizer; None where neither says."""
    own = getattr(made.hf_config, "slice_start_id", None)
    return getattr(getattr(made.processor, "tokenizer", None), "slice_start_token_id", None) if own is None else own


def _runs(made: Made, kind: str, views: Sequence[TokenGrid]) -> list[Run] | None:
    """Where each view's tokens stand; None if that is not known: without a prompt, or where it has others."""
    ids = _ids(made)
    if ids is None:
        return None
    places = (ids.flatten() == getattr(made.hf_config, f"{kind}_token_id")).nonzero()[:, 0].tolist()
    if len(places) != sum(view.n_tokens for view in views):
        return None
    runs, at = [], 0
    for view in views:
        own, at = places[at : at + view.n_tokens], at + view.n_tokens
        runs.append((own[0], own[-1] + 1))
    return runs


def _pictures(
    made: Made, tag: int, views: Sequence[TokenGrid], runs: Sequence[Run]
) -> list[tuple[list[TokenGrid], list[Run]]]:
    """Views, and where they stand, by image or frame: one of the whole, and the slices behind it."""
    ids = _ids(made)
    assert ids is not None
    found: list[tuple[list[TokenGrid], list[Run]]] = []
    for view, (start, stop) in zip(views, runs, strict=True):
        is_slice = start > 0 and int(ids.view(-1)[start - 1]) == tag
        if is_slice and not found:
            raise InputError("The prompt begins with a slice, without a view of the whole image in front of it.")
        if not is_slice:
            found.append(([], []))
        found[-1][0].append(view)
        found[-1][1].append((start, stop))
    return found


def _image(views: Sequence[TokenGrid], runs: Sequence[Run], frame: int | None = None) -> VisionTokens:
    """The view of the whole, and slices that together are the processed image."""
    whole, *slices = views
    if not slices:
        return VisionTokens(kind="image", grids=(replace(whole, frame=frame),), size=_size(whole))
    n_slices = len(slices)
    gaps = [later[0] - earlier[1] for earlier, later in pairwise(runs[1:])]
    cols = next((n for n, gap in enumerate(gaps, 1) if gap > _TAGS), n_slices)
    if n_slices % cols:
        raise InputError(f"An image has {n_slices} slices, {cols} of them in the first row: they don't fill a grid.")
    width, height = (max(side) for side in zip(*map(_size, slices), strict=True))
    size = (width * cols, height * (n_slices // cols))
    grids = [TokenGrid.over(size, rows=whole.rows, cols=whole.cols, is_global=True, frame=frame)]
    for number, each in enumerate(slices):
        row, col = divmod(number, cols)
        box = tuple(map(float, (width * col, height * row, width * (col + 1), height * (row + 1))))
        grids.append(replace(each, box=box, tile=(row, col), frame=frame))
    return VisionTokens(kind="image", grids=tuple(grids), size=size)


def _videos(made: Made, frames: Sequence[tuple[list[TokenGrid], list[Run]]]) -> list[VisionTokens]:
    """Frames by video: as many as are said, or those that nothing but two tags stands between."""
    counts = [n for n in made.order if n]
    if sum(counts) != len(frames):
        counts, end = [], -1
        for _, runs in frames:
            counts = [*counts[:-1], counts[-1] + 1] if runs[0][0] - end == _TAGS and counts else [*counts, 1]
            end = runs[-1][1]
    left, stacked = iter(frames), getattr(getattr(made.processor, "video_processor", None), "stack_frames", 1) > 1
    films = []
    for count in counts:
        pictures = [_image(*next(left), frame=frame) for frame in range(count)]
        grids = tuple(grid for picture in pictures for grid in picture.grids)
        unplaced = _STACKED if stacked else ""
        films.append(VisionTokens(kind="video", grids=grids, size=pictures[0].size, unplaced=unplaced))
    return films


def _size(view: TokenGrid) -> tuple[int, int]:
    return int(view.box[2]), int(view.box[3])


def _unpacked(share: Tensor, grids: Sequence[TokenGrid]) -> list[Tensor]:
    """Undoes ``reshape_by_patch`` of HF's ``MiniCPMV4_6ImageProcessor``: ``[3 height width]`` of each view."""
    side = share.shape[1]
    merge = math.isqrt(share.shape[-1] // side // sum(grid.n_tokens for grid in grids))
    views = share.split([grid.n_tokens * merge**2 * side for grid in grids], dim=-1)
    return [
        rearrange(view, "c y (rows cols x) -> c (rows y) (cols x)", rows=grid.rows * merge, x=side)
        for grid, view in zip(grids, views, strict=True)
    ]
