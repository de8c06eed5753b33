"""Images of any aspect ratio as padded rows of patches, with the place of each patch (Gemma 4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Literal

import torch
from einops import rearrange
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.geometry import Geometry, Made, Repeated, TokenGrid, VisionTokens, patch_side

_KEYS: tuple[tuple[Literal["image", "video"], str, str], ...] = (
    ("image", "pixel_values", "image_position_ids"),
    ("video", "pixel_values_videos", "video_position_ids"),
)


class PositionedPatches(Geometry):
    """``pixel_values [image patch features]`` and ``image_position_ids [image patch 2]``: column, row; -1 at padding.

    ``pooling_kernel_size`` patches on a side are averaged into a token. Videos are such images too, frame by frame;
    ``num_frames_per_video`` says how many.
    """

    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """Images, then videos.

        Raises:
            InputError: Pixels without the places of their patches, or another number of frames than is said.
        """
        found = []
        for kind, pixel_key, place_key in _KEYS:
            places = _places(made, pixel_key, place_key)
            if kind == "image":
                found += [self._vision(made, kind, each[None]) for each in places]
            elif len(places):
                counts = torch.as_tensor(made.inputs.get("num_frames_per_video", [len(places)])).tolist()
                if sum(counts) != len(places):
                    raise InputError(f"{len(places)} frames are there, but num_frames_per_video is {counts}.")
                found += [self._vision(made, kind, part) for part in places.split(counts)]
        return tuple(found)

    def _vision(self, made: Made, kind: Literal["image", "video"], views: Tensor) -> VisionTokens:
        patch, merge = patch_side(made.hf_config), made.hf_config.vision_config.pooling_kernel_size
        cols, rows = (views[0].amax(0) + 1).tolist()
        size = (cols * patch, rows * patch)
        grid = TokenGrid.over(size, rows=rows // merge, cols=cols // merge)
        frames = [None] if kind == "image" else range(len(views))
        return VisionTokens(kind=kind, grids=tuple(replace(grid, frame=frame) for frame in frames), size=size)

    def shares(self, values: Tensor, made: Made, images: Sequence[VisionTokens]) -> Sequence[Tensor]:
        """``[patch features]`` for each image, without padding."""
        patch = patch_side(made.hf_config)
        sizes = [(image.size[0] // patch) * (image.size[1] // patch) for image in images]
        return [value[:n] for value, n in zip(values, sizes, strict=True)]

    def picture(
        self, share: Tensor, vision: VisionTokens, *, repeated: Repeated = "first"
    ) -> Float[Tensor, "3 height width"]:
        """The patches, side by side."""
        return from_patches(share, vision.size)

    def frames(self, made: Made, videos: Sequence[VisionTokens]) -> Iterator[Float[Tensor, "3 height width"]]:
        """Frame by frame, without padding."""
        values: Any = iter(made.inputs["pixel_values_videos"])
        patch = patch_side(made.hf_config)
        for video in videos:
            for _ in video.grids:
                yield from_patches(next(values)[: (video.size[0] // patch) * (video.size[1] // patch)], video.size)


def from_patches(patches: Tensor, size: tuple[int, int]) -> Float[Tensor, "3 height width"]:
    """Undoes ``convert_image_to_patches`` of HF's ``Gemma4ImageProcessor``."""
    side = round((patches.shape[-1] / 3) ** 0.5)
    return rearrange(
        patches, "(rows cols) (py px c) -> c (rows py) (cols px)", rows=size[1] // side, py=side, px=side, c=3
    )


def _places(made: Made, pixel_key: str, place_key: str) -> Tensor:
    """``[image patch 2]``; none where there are no pixels."""
    pixels, places = made.inputs.get(pixel_key), made.inputs.get(place_key)
    if pixels is None:
        return torch.empty(0, 0, 2, dtype=torch.long)
    if places is None or pixels.ndim != 3 or pixels.shape[:2] != places.shape[:2]:
        raise InputError(
            f"{pixel_key} has shape {tuple(pixels.shape)}, expected [image, patch, features], with {place_key} "
            "[image, patch, 2] beside it. Use the checkpoint's own processor."
        )
    return torch.as_tensor(places).cpu()
