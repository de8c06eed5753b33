"""One grid of patches for each image: all of one size (CLIP, SigLIP), or each of its own (Pixtral)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.geometry import Geometry, Made, TokenGrid, VisionTokens, patch_side
from vlm_lens_native.inputs.transform import ImageTransform, Size, crop_transform


@dataclass(frozen=True, kw_only=True)
class PatchGrid(Geometry):
    """Images ``pixel_values [image 3 height width]``, patch by patch.

    The grid follows the real size of the pixels, not the config's ``image_size``: that of all images, or of each one
    in the upper left of its entry, where the processor says ``image_sizes [image 2]`` (height, width). By
    ``vision_feature_select_strategy`` HF drops a tower's first feature ("default") or keeps it ("full"). Of a tower
    with a class token that is the class token, a global grid without a place; of one without, it is the first patch.

    Attributes:
        classless: HF's model types of towers without class token.
    """

    classless: frozenset[str] = frozenset()

    def cell(self, hf_config: Any) -> int:
        """Side of a token's square in pixels; ``spatial_merge_size`` x ``spatial_merge_size`` patches make one."""
        return patch_side(hf_config) * getattr(hf_config, "spatial_merge_size", 1)

    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """One for each image.

        Raises:
            InputError: ``pixel_values`` is not 4-D, or an unknown feature selection.
        """
        pixels = made.pixels(4, "image, 3, height, width")
        if pixels is None:
            return ()
        cell = self.cell(made.hf_config)
        sizes = self._sizes(made, pixels)
        found: dict[Size, VisionTokens] = {}
        for width, height in dict.fromkeys(sizes):
            rows, cols = height // cell, width // cell
            grid = TokenGrid.over((cols * cell, rows * cell), rows=rows, cols=cols)
            grids = self._selected(made, grid, len(pixels))
            found[width, height] = VisionTokens(kind="image", grids=grids, size=(width, height))
        return tuple(found[size] for size in sizes)

    def _sizes(self, made: Made, pixels: Tensor) -> list[Size]:
        """Width and height of each image."""
        sizes = made.inputs.get("image_sizes")
        if sizes is None:
            height, width = pixels.shape[-2:]
            return [(width, height)] * len(pixels)
        if len(sizes) != len(pixels):
            raise InputError(f"pixel_values holds {len(pixels)} images, image_sizes {len(sizes)}. Pass both as made.")
        return [(width, height) for height, width in torch.as_tensor(sizes).tolist()]

    def transform(self, made: Made, original_size: Size, vision: VisionTokens) -> ImageTransform:
        """The processor pads, resizes and crops, as it is set to; or it stretches images to sizes of their own."""
        if made.inputs.get("image_sizes") is not None:
            return super().transform(made, original_size, vision)
        return crop_transform(made.processor.image_processor, original_size)

    def shares(self, values: Tensor, made: Made, images: Sequence[VisionTokens]) -> Sequence[Tensor]:
        """``[3 height width]`` for each image, without the padding of smaller ones."""
        return [share[:, : image.size[1], : image.size[0]] for share, image in zip(values, images, strict=True)]

    def _selected(self, made: Made, grid: TokenGrid, n_images: int) -> tuple[TokenGrid, ...]:
        """What HF's feature selection leaves of an image's patches (``LlavaModel.get_image_features``)."""
        strategy = getattr(made.hf_config, "vision_feature_select_strategy", None)
        if strategy is None:
            return (grid,)
        if strategy not in ("default", "full"):
            raise InputError(f"vision_feature_select_strategy is {strategy!r}; expected 'default' or 'full'.")
        if getattr(made.hf_config.vision_config, "model_type", None) in self.classless:
            return (replace(grid, kept=tuple(range(1, grid.n_tokens))) if strategy == "default" else grid,)
        if strategy == "full" and _placeholders(made) == n_images * (grid.n_tokens + 1):
            return (TokenGrid.placeless(1, is_global=True), grid)
        return (grid,)


@dataclass(frozen=True, kw_only=True)
class SquareGrid(PatchGrid):
    """Images whose longer side is fitted to a square, in whose middle they stand (DeepSeek-VL, Janus)."""

    def transform(self, made: Made, original_size: Size, vision: VisionTokens) -> ImageTransform:
        """Fitted and padded (``DeepseekVLImageProcessor``)."""
        (width, height), side, least = original_size, vision.size[0], made.setting("min_size")
        fitted = [max(round(length * side / max(width, height)), least) for length in (width, height)]
        return ImageTransform(
            original_size=original_size,
            processed_size=vision.size,
            scale=(fitted[0] / width, fitted[1] / height),
            offset=(float((side - fitted[0]) // 2), float((side - fitted[1]) // 2)),
        )


def _placeholders(made: Made) -> int:
    if made.is_image is None:
        raise InputError(
            "With vision_feature_select_strategy='full' only the prompt shows whether a class token stands before the "
            "patches; the inputs have no input_ids. Pass them together with pixel_values."
        )
    return int(made.is_image.sum())
