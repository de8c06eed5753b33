"""Which image token saw which pixels, read from a config and from what the processor made.

A function of this module turns ``(hf_config, inputs)`` into one `VisionTokens` for each image or video, in the order
in which their features fill the placeholders. Nothing here depends on a model's name: a family names the function
that describes its processor's output (its *geometry*).

Pixels are those of the *processed* image, the one that the vision encoder receives; `transform.ImageTransform` leads
back to the user's original image. Boxes are ``x1, y1, x2, y2`` with half-open ends, sizes are ``(width, height)``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol, runtime_checkable

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.errors import InputError, PlaceholderMismatchError

Number = int | float
Box = tuple[Number, Number, Number, Number]
BoxLike = Sequence[Any] | np.ndarray | Tensor  # four numbers of any type
PolygonLike = Sequence[Any] | np.ndarray  # corners (x, y), three at least
Markers = Mapping[tuple[int, ...], str]  # one or several token ids, and the text that they stand for
Kind = Literal["image", "video", "view"]


@dataclass(frozen=True, kw_only=True)
class TokenGrid:
    """Consecutive image tokens, row by row, that divide a box of the processed image into equal cells.

    Attributes:
        rows: Number of token rows.
        cols: Number of tokens in a row.
        box: ``x1, y1, x2, y2`` of the whole grid, in pixels of the processed image. A class token's has no area: it
            stands for no place in the image.
        frame: Index of the video frame (or of the group of frames that one token merges); None for images.
        sources: The user's frames that it saw, by number: the model may be shown a sample of them. Empty for images,
            and where unknown.
        tile: ``(row, column)`` of the tile, where an image is cut into tiles; else None.
        is_global: True where each token saw the image as a whole, beside finer tokens: the downscaled view beside
            tiles, or a class token.
    """

    rows: int
    cols: int
    box: Box
    frame: int | None = None
    sources: tuple[int, ...] = ()
    tile: tuple[int, int] | None = None
    is_global: bool = False

    @property
    def n_tokens(self) -> int:
        """Number of tokens in the grid."""
        return self.rows * self.cols

    @property
    def has_no_place(self) -> bool:
        """Whether the grid is a class token."""
        return self.box[0] == self.box[2]

    def cell_boxes(self) -> Float[np.ndarray, "token 4"]:
        """The box ``x1, y1, x2, y2`` of every token in token order, in pixels of the processed image."""
        x1, y1, x2, y2 = self.box
        xs, ys = np.linspace(x1, x2, self.cols + 1), np.linspace(y1, y2, self.rows + 1)
        row, col = np.divmod(np.arange(self.n_tokens), self.cols)
        return np.stack([xs[col], ys[row], xs[col + 1], ys[row + 1]], axis=-1)


@dataclass(frozen=True, kw_only=True)
class VisionTokens:
    """The tokens of one image or video.

    Attributes:
        kind: ``"image"`` or ``"video"``; ``"view"`` for one view (tile or whole image) of an image that is cut into
            tiles, where it can't be known which views make up an image.
        grids: The token grids, in token order.
        size: ``(width, height)`` of the processed image in pixels. For tiles, of all tiles laid side by side.
        as_images: Whether it is a video whose frames take the placeholders of images.
    """

    kind: Kind
    grids: tuple[TokenGrid, ...]
    size: tuple[int, int]
    as_images: bool = False

    @property
    def placeholder(self) -> Literal["image", "video"]:
        """Which placeholders it fills."""
        return "video" if self.kind == "video" and not self.as_images else "image"

    @property
    def n_tokens(self) -> int:
        """Number of placeholders that this image or video fills."""
        return sum(grid.n_tokens for grid in self.grids)


@runtime_checkable  # beartype needs it, where tests check annotations
class Geometry(Protocol):
    """What a family plugs in: from a config and the processor's output to the tokens of each image and video."""

    def __call__(
        self, hf_config: Any, inputs: Mapping[str, Any], *, markers: Markers | None = None
    ) -> tuple[VisionTokens, ...]:
        """Returns images, then videos, each in the order in which features fill the placeholders.

        Args:
            hf_config: HF's config of the whole model.
            inputs: What the processor made.
            markers: The tokens that the processor sets around images (`placeholders.marker_tokens`).
        """
        ...


def fixed_grid(
    hf_config: Any, inputs: Mapping[str, Any], *, markers: Markers | None = None
) -> tuple[VisionTokens, ...]:
    """One grid of patches for each image of ``pixel_values [image 3 height width]`` (LLaVA's CLIP and SigLIP towers).

    The grid follows the real size of the pixels, not the config's ``image_size``. With
    ``vision_feature_select_strategy="full"`` a tower's class token stays in front of the patches: it becomes a global
    1 x 1 grid without a place. Whether the tower has one shows in the number of placeholders for each image.

    Raises:
        InputError: ``pixel_values`` is not 4-D, or an unknown feature selection.
    """
    pixels = inputs.get("pixel_values")
    if pixels is None:
        return ()
    if pixels.ndim != 4:
        raise InputError(
            f"pixel_values has shape {tuple(pixels.shape)}; expected [image, 3, height, width], one entry an image. "
            "Use the checkpoint's own processor."
        )
    n_images, _, height, width = pixels.shape
    patch = hf_config.vision_config.patch_size
    rows, cols = height // patch, width // patch
    grid = TokenGrid(rows=rows, cols=cols, box=(0.0, 0.0, float(cols * patch), float(rows * patch)))
    grids = (grid,)
    if _keeps_class_token(hf_config, inputs, n_images, grid):
        grids = (TokenGrid(rows=1, cols=1, box=(0.0, 0.0, 0.0, 0.0), is_global=True), grid)
    return (VisionTokens(kind="image", grids=grids, size=(width, height)),) * n_images


def _keeps_class_token(hf_config: Any, inputs: Mapping[str, Any], n_images: int, grid: TokenGrid) -> bool:
    strategy = getattr(hf_config, "vision_feature_select_strategy", "default")
    if strategy == "default":  # HF drops the first feature (LlavaModel.get_image_features)
        return False
    if strategy != "full":
        raise InputError(f"vision_feature_select_strategy is {strategy!r}; expected 'default' or 'full'.")
    if inputs.get("input_ids") is None:
        raise InputError(
            "With vision_feature_select_strategy='full' only the prompt shows whether a class token stands before the "
            "patches; the inputs have no input_ids. Pass them together with pixel_values."
        )
    found = int((torch.as_tensor(inputs["input_ids"]) == hf_config.image_token_id).sum())
    return found == n_images * (grid.n_tokens + 1)


def thw_grid(hf_config: Any, inputs: Mapping[str, Any], *, markers: Markers | None = None) -> tuple[VisionTokens, ...]:
    """Grids from ``image_grid_thw`` and ``video_grid_thw [n 3]`` (time, height, width in patches; Qwen-VL, GLM-V).

    ``spatial_merge_size`` x ``spatial_merge_size`` patches make one token. A video is one grid for each temporal patch;
    whether its frames follow each other directly (Qwen2.5-VL) or with timestamps between (Qwen3-VL) shows in the prompt
    alone, and changes nothing here.

    Raises:
        InputError: pixels without their grid, or a grid that can't be merged evenly.
        PlaceholderMismatchError: another number of patches than the grid says; HF's Qwen3-VL would take a single one
            for all.
    """
    found: list[VisionTokens] = []
    keys: tuple[tuple[Literal["image", "video"], str, str], ...] = (
        ("image", "image_grid_thw", "pixel_values"),
        ("video", "video_grid_thw", "pixel_values_videos"),
    )
    for kind, grid_key, pixel_key in keys:
        thw = inputs.get(grid_key)
        if thw is None:
            if inputs.get(pixel_key) is not None:
                raise InputError(
                    f"{pixel_key} is given without {grid_key}: sizes of the {kind}s are unknown. Pass {grid_key} too."
                )
            continue
        thw, pixels = torch.as_tensor(thw), inputs.get(pixel_key)
        if pixels is not None and len(pixels) != (expected := int(thw.prod(-1).sum())):
            raise PlaceholderMismatchError(
                f"{pixel_key} has {len(pixels)} patches, but {grid_key} {thw.tolist()} says {expected}. Pass both as "
                "the processor made them."
            )
        found += [_merged_patches(kind, hf_config.vision_config, *row) for row in thw.tolist()]
    return tuple(found)


def _merged_patches(kind: Literal["image", "video"], vision_config: Any, t: int, h: int, w: int) -> VisionTokens:
    merge, patch = vision_config.spatial_merge_size, vision_config.patch_size
    if h % merge or w % merge:
        raise InputError(
            f"A grid of {h} x {w} patches (height x width) can't be merged {merge} x {merge}. "
            "The processor's merge_size and the model's spatial_merge_size must agree."
        )
    box = (0.0, 0.0, float(w * patch), float(h * patch))
    frames = [None] if kind == "image" and t == 1 else range(t)
    grids = tuple(TokenGrid(rows=h // merge, cols=w // merge, box=box, frame=frame) for frame in frames)
    return VisionTokens(kind=kind, grids=grids, size=(w * patch, h * patch))
