"""Grids of any size, whose patches follow each other in one sequence (Qwen-VL, GLM-V, VideoLLaMA3)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Literal

import torch
from einops import rearrange
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.errors import InputError, PlaceholderMismatchError
from vlm_lens_native.inputs.geometry import WHOLE, Geometry, Made, Repeated, TokenGrid, VisionTokens, patch_side


@dataclass(frozen=True, kw_only=True)
class ThwGrid(Geometry):
    """Grids from ``image_grid_thw`` and ``video_grid_thw [n 3]``: time, height and width in patches.

    ``spatial_merge_size`` x ``spatial_merge_size`` patches make one token. A video is one grid for each temporal patch;
    whether its frames follow each other directly (Qwen2.5-VL) or with timestamps between (Qwen3-VL) shows in the prompt
    alone, and changes nothing here.

    Attributes:
        videos_as_images: Whether videos fill the placeholders of images (GLM-V).
        merges_frames: Whether the adapter makes one token of several temporal patches, ``temporal_merge_size`` by the
            vision config (ERNIE 4.5 VL).
    """

    by_token: ClassVar[bool] = True
    videos_as_images: bool = False
    merges_frames: bool = False

    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """Images, then videos.

        Raises:
            InputError: pixels without their grid, or a grid that can't be merged evenly.
            PlaceholderMismatchError: another number of patches than the grid says; HF's Qwen3-VL would take a single
                one for all.
        """
        found = [
            _merged_patches(kind, patch_side(made.hf_config), self.merge(made, kind), *self._grouped(made, kind, row))
            for kind, grid_key, pixel_key in _KEYS
            for row in _grids(made.inputs, kind, grid_key, pixel_key)
        ]
        return tuple(replace(each, as_images=self.videos_as_images and each.kind == "video") for each in found)

    def _grouped(self, made: Made, kind: str, grid: list[int]) -> list[int]:
        """A grid, whose time is counted in what makes one token."""
        if not self.merges_frames or kind == "image":
            return grid
        return [-(-grid[0] // made.hf_config.vision_config.temporal_merge_size), *grid[1:]]

    def merge(self, made: Made, kind: Literal["image", "video"]) -> int:
        """Patches on a side that make one token."""
        return made.hf_config.vision_config.spatial_merge_size

    def shares(self, values: Tensor, made: Made, images: Sequence[VisionTokens]) -> Sequence[Tensor]:
        """``[patch features]`` for each image."""
        return values.split([image.n_tokens * self.merge(made, "image") ** 2 for image in images])

    def picture(
        self, share: Tensor, vision: VisionTokens, *, repeated: Repeated = "first"
    ) -> Float[Tensor, "3 height width"]:
        """A still image fills its temporal patch by repetition."""
        frames = unpatchified(share, vision.grids[0])
        return frames[0] if repeated == "first" else frames.sum(0)

    def frames(self, made: Made, videos: Sequence[VisionTokens]) -> Iterator[Float[Tensor, "3 height width"]]:
        """Every frame of the user's that a temporal patch merges."""
        grids, merge = [grid for video in videos for grid in video.grids], self.merge(made, "video")
        together = made.hf_config.vision_config.temporal_merge_size if self.merges_frames else 1
        sizes = [grid.rows * grid.cols * merge**2 for grid in grids for _ in range(together)]
        shares = iter(made.inputs["pixel_values_videos"].split(sizes))
        for grid in grids:
            frames = torch.cat([unpatchified(next(shares), grid) for _ in range(together)])
            yield from frames[: len(grid.sources)]


def unpatchified(values: Tensor, grid: TokenGrid) -> Float[Tensor, "frame 3 height width"]:
    """Undoes ``Qwen2VLImageProcessor.patchify``: the patches of one token are neighbours in the sequence.

    Args:
        values: ``[patch features]`` of one still image or temporal patch of a video.
        grid: Its tokens.

    Returns:
        The frames of the temporal patch, which a still image fills by repetition.
    """
    merge = math.isqrt(len(values) // (grid.rows * grid.cols))
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


@dataclass(frozen=True, kw_only=True)
class CompressedGrid(ThwGrid):
    """Grids of which the processor says how many patches make a token, and which tokens of videos are left out.

    ``video_compression_mask [token]`` is true for the tokens that differ from those of the frame before (VideoLLaMA3).
    """

    def merge(self, made: Made, kind: Literal["image", "video"]) -> int:
        """Patches on a side that make one token, by the processor."""
        return int(made.inputs[f"{kind}_merge_sizes"][0])

    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """Images, then videos, without the tokens that are left out."""
        found, mask = super().tokens(made), made.inputs.get("video_compression_mask")
        if mask is None:
            return found
        kept = iter(
            torch.as_tensor(mask).split([g.n_tokens for each in found if each.kind == "video" for g in each.grids])
        )
        return tuple(
            replace(each, grids=tuple(_kept(grid, next(kept)) for grid in each.grids)) if each.kind == "video" else each
            for each in found
        )


def _kept(grid: TokenGrid, mask: Tensor) -> TokenGrid:
    return grid if mask.all() else replace(grid, kept=tuple(mask.nonzero().flatten().tolist()))


_KEYS: tuple[tuple[Literal["image", "video"], str, str], ...] = (
    ("image", "image_grid_thw", "pixel_values"),
    ("video", "video_grid_thw", "pixel_values_videos"),
)


def _grids(inputs: Mapping[str, Any], kind: str, grid_key: str, pixel_key: str) -> list[list[int]]:
    thw, pixels = inputs.get(grid_key), inputs.get(pixel_key)
    if thw is None and pixels is None:
        return []
    if thw is None:
        raise InputError(
            f"{pixel_key} is given without {grid_key}: sizes of the {kind}s are unknown. Pass {grid_key} too."
        )
    thw = torch.as_tensor(thw)
    if thw.ndim != 2 or thw.shape[1] != 3 or thw.dtype not in WHOLE:
        raise InputError(
            f"{grid_key} has {thw.dtype} {list(thw.shape)}; expected whole numbers [{kind}, 3]: time, height and width "
            "in patches."
        )
    if pixels is not None and len(pixels) != (expected := int(thw.prod(-1).sum())):
        raise PlaceholderMismatchError(
            f"{pixel_key} has {len(pixels)} patches, but {grid_key} {thw.tolist()} says {expected}. Pass both as the "
            "processor made them."
        )
    return thw.tolist()


def _merged_patches(kind: Literal["image", "video"], patch: int, merge: int, t: int, h: int, w: int) -> VisionTokens:
    if h % merge or w % merge:
        raise InputError(
            f"A grid of {h} x {w} patches (height x width) can't be merged {merge} x {merge}. "
            "The processor's merge_size and the model's spatial_merge_size must agree."
        )
    size = (w * patch, h * patch)
    grid = TokenGrid.over(size, rows=h // merge, cols=w // merge)
    frames = [None] if kind == "image" and t == 1 else range(t)
    return VisionTokens(kind=kind, grids=tuple(replace(grid, frame=frame) for frame in frames), size=size)
