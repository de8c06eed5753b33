"""Images at their own aspect ratio or, where they are large, cut into square tiles beside such a view (LFM2-VL)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import torch
from einops import rearrange
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.errors import InputError, PlaceholderMismatchError
from vlm_lens_native.inputs.geometry import Geometry, Made, Repeated, TokenGrid, VisionTokens, patch_side
from vlm_lens_native.inputs.transform import Size


class VariableTiles(Geometry):
    """``pixel_values [view patch features]`` of all images, and ``spatial_shapes [view 2]``: rows, columns of patches.

    ``downsample_factor`` patches on a side make a token. An image is one view, or tiles in reading order and, as a
    rule, a smaller view of the whole. Which, follows from the user's image and the processor's settings; where the
    image is not known and a view could be a tile, every view is returned by itself with kind ``"view"``, which is
    enough to check the placeholders, and not enough for a layout.
    """

    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """One for each image.

        Raises:
            InputError: ``pixel_values`` without ``spatial_shapes``, or views that can't be divided into tokens.
            PlaceholderMismatchError: Not as many views as the images' tiles come to.
        """
        pixels = made.pixels(3, "view, patch, features")
        if pixels is None:
            return ()
        shapes = made.inputs.get("spatial_shapes")
        if shapes is None or len(shapes) != len(pixels):
            raise InputError(
                "pixel_values has views of patches, but spatial_shapes not their sizes. Pass both as made."
            )
        factor, patch = made.hf_config.downsample_factor, patch_side(made.hf_config)
        views = [_view(rows, cols, factor, patch) for rows, cols in torch.as_tensor(shapes).tolist()]
        arranged = self._arrangements(made)
        if arranged is None:
            together = len(views) > _n_rows(made)  # a row has several of them
            kind = "view" if together and any(_may_be_tile(made, view) for view in views) else "image"
            return tuple(replace(VisionTokens.tiled([view], 1, 1), kind=kind) for view in views)
        counts = [_n_views(made, rows, cols) for rows, cols in arranged]
        if sum(counts) != len(views):
            raise PlaceholderMismatchError(
                f"pixel_values holds {len(views)} views, but by the processor's settings these images have "
                f"{sum(counts)}."
            )
        left = iter(views)
        return tuple(
            VisionTokens.tiled([next(left) for _ in range(count)], *each)
            for count, each in zip(counts, arranged, strict=True)
        )

    def _arrangements(self, made: Made) -> list[tuple[int, int]] | None:
        """Rows and columns of tiles of each image, as HF's image processor chooses them; None if unknown."""
        if made.processor is None:
            return None
        if not made.setting("do_image_splitting"):
            return [(1, 1)] * len(made.inputs["pixel_values"])
        return None if not made.sizes else [self._arrangement(made, size) for size in made.sizes]

    def _arrangement(self, made: Made, size: Size) -> tuple[int, int]:
        width, height = size
        of_size = ("max_image_tokens", "encoder_patch_size", "downsample_factor", "max_pixels_tolerance")
        processor = made.processor.image_processor
        if not processor._is_image_too_large(height, width, **{name: made.setting(name) for name in of_size}):
            return 1, 1
        of_grid = {name: made.setting(name) for name in ("min_tiles", "max_tiles", "tile_size")}
        cols, rows, *_ = processor._get_grid_layout(height, width, **of_grid)
        return rows, cols

    def shares(self, values: Tensor, made: Made, images: Sequence[VisionTokens]) -> Sequence[Tensor]:
        """``[view patch features]`` for each image, with the padding of smaller views."""
        return values.split([len(image.grids) for image in images])

    def picture(
        self, share: Tensor, vision: VisionTokens, *, repeated: Repeated = "first"
    ) -> Float[Tensor, "3 height width"]:
        """The tiles side by side; the one view of an image without tiles."""
        tiles = [view for grid, view in self.views(share, vision) if not grid.is_global]
        last = vision.fine[-1].tile
        return rearrange(tiles, "(rows cols) c h w -> c (rows h) (cols w)", rows=1 if last is None else last[0] + 1)

    def views(self, share: Tensor, vision: VisionTokens) -> list[tuple[TokenGrid, Float[Tensor, "3 height width"]]]:
        """Each grid has a view of its own."""
        side = round((share.shape[-1] / 3) ** 0.5)
        first = vision.grids[0]
        factor = round((first.box[2] - first.box[0]) / first.cols / side)
        return [(grid, _unpatchified(view, grid, factor, side)) for grid, view in zip(vision.grids, share, strict=True)]


def _n_rows(made: Made) -> int:
    """In how many rows of the prompt images stand; 1 where that is not known."""
    return 1 if made.is_image is None else int(made.is_image.any(-1).sum())


def _may_be_tile(made: Made, view: TokenGrid) -> bool:
    side = view.box[2] if made.processor is None else made.setting("tile_size")
    return view.box[2:] == (side, side)


def _n_views(made: Made, rows: int, cols: int) -> int:
    return 1 if rows * cols == 1 else rows * cols + bool(made.setting("use_thumbnail"))


def _view(rows: int, cols: int, factor: int, patch: int) -> TokenGrid:
    if rows % factor or cols % factor:
        raise InputError(
            f"A view of {rows} x {cols} patches (height x width) can't be merged {factor} x {factor}. The processor's "
            "and the model's downsample_factor must agree."
        )
    return TokenGrid.over((cols * patch, rows * patch), rows=rows // factor, cols=cols // factor)


def _unpatchified(patches: Tensor, grid: TokenGrid, factor: int, side: int) -> Float[Tensor, "3 height width"]:
    """Undoes ``convert_image_to_patches`` of HF's ``Lfm2VlImageProcessor``."""
    rows, cols = grid.rows * factor, grid.cols * factor
    own = patches[: rows * cols]
    return rearrange(own, "(rows cols) (py px c) -> c (rows py) (cols px)", rows=rows, py=side, px=side, c=3)
