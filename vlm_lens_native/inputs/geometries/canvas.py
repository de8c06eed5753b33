"""Images cut into tiles by their aspect ratio, beside a view of the whole (InternVL, GOT-OCR2, Ovis2)."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from einops import rearrange
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.errors import InputError, PlaceholderMismatchError
from vlm_lens_native.inputs.geometry import Geometry, Made, Repeated, TokenGrid, VisionTokens

_UNKNOWN = (
    "how its tiles are arranged depends on its original size, which inputs made elsewhere don't hold. Prepare them "
    "with model.prepare_messages or model.prepare_chat."
)


@dataclass(frozen=True, kw_only=True)
class CanvasTiles(Geometry):
    """``pixel_values [view 3 height width]`` of all images: the tiles of each and, where it has several, a whole view.

    The image is stretched to ``rows x cols`` tiles, as fits its aspect ratio. The arrangement follows from the user's
    image and the processor's settings; where the image is not known, tokens of several tiles have no known place.

    Attributes:
        whole_first: Whether the view of the whole comes before the tiles.
    """

    whole_first: bool = False
    joins_frames: ClassVar[bool] = True

    @abstractmethod
    def cell(self, hf_config: Any) -> int:
        """Side of a token's square in pixels of a tile."""

    def canvas(self) -> Callable[..., tuple[int, int]]:
        """HF's rule for columns and rows of tiles: the aspect ratio nearest to the image's."""
        # not before: it imports torchvision, which models without tiles do without
        from transformers.models.got_ocr2.image_processing_got_ocr2 import get_optimal_tiled_canvas

        return get_optimal_tiled_canvas

    def arrangements(self, made: Made) -> list[tuple[int, int]] | None:
        """Rows and columns of tiles of each image, as HF's image processor chooses them; None if unknown."""
        if not (made.sizes or made.order) or made.sizes is None or made.processor is None:
            return None
        if not made.setting("crop_to_patches") or made.setting("max_patches") <= 1:
            return [(1, 1)] * len(made.sizes)
        tile, limits = made.setting("size"), [made.setting(f"{least}_patches") for least in ("min", "max")]
        canvas = self.canvas()
        sizes = [canvas(size[::-1], (tile["height"], tile["width"]), *limits) for size in made.sizes]
        return [(rows, cols) for cols, rows in sizes]

    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """One for each image or frame, in the order of ``pixel_values``.

        Raises:
            InputError: ``pixel_values`` is not 4-D, a tile can't be divided into tokens.
            PlaceholderMismatchError: Not as many views as the images' tiles come to.
        """
        pixels = made.pixels(4, "view, 3, height, width")
        if pixels is None:
            return ()
        side, cell = pixels.shape[-1], self.cell(made.hf_config)
        if side % cell or pixels.shape[-2] != side:
            raise InputError(f"Tiles of {tuple(pixels.shape[-2:])} pixels can't be divided into tokens of {cell}.")
        arrangements = self.arrangements(made)
        if arrangements is not None:
            images = list(self._in_order(made, [self._placed(side, cell, *arranged) for arranged in arrangements]))
            n_views = sum(len(image.grids) for image in images)
            if n_views != len(pixels):
                raise PlaceholderMismatchError(
                    f"pixel_values holds {len(pixels)} views, but by the processor's settings and the prompt these "
                    f"images have {n_views}."
                )
            return tuple(images)
        return tuple(self._unplaced(made, side, cell, len(pixels)))

    def _placed(self, side: int, cell: int, rows: int, cols: int) -> VisionTokens:
        view = TokenGrid.over((side, side), rows=side // cell, cols=side // cell)
        views = [view] * (1 if rows == cols == 1 else rows * cols + 1)
        return VisionTokens.tiled(views, rows, cols, whole_first=self.whole_first)

    def _in_order(self, made: Made, images: Sequence[VisionTokens]) -> Iterator[VisionTokens]:
        """Images with the videos between them, each frame of which is a view of its own."""
        left, side = iter(images), made.inputs["pixel_values"].shape[-1]
        frame = self._placed(side, self.cell(made.hf_config), 1, 1)
        for n_frames in made.order or (0,) * len(images):
            grids = tuple(replace(frame.grids[0], frame=n) for n in range(n_frames))
            yield replace(frame, kind="video", grids=grids, as_images=True) if n_frames else next(left)

    def _unplaced(self, made: Made, side: int, cell: int, n_views: int) -> Iterator[VisionTokens]:
        """Images as runs of placeholders: one view each has known places, several have not."""
        per_view = (side // cell) ** 2
        views = [n // per_view for n in made.runs()]
        if sum(views) != n_views:  # pixels alone, or a prompt that does not fit them
            view = self._placed(side, cell, 1, 1)
            yield from [replace(view, kind="view" if n_views > 1 else "image")] * n_views
            return
        for n in views:
            if n == 1:
                yield self._placed(side, cell, 1, 1)
            else:
                grid = TokenGrid.placeless(n * per_view)
                yield VisionTokens(kind="image", grids=(grid,), size=(side, side), unplaced=_UNKNOWN)

    def shares(self, values: Tensor, made: Made, images: Sequence[VisionTokens]) -> Sequence[Tensor]:
        """``[view 3 height width]`` for each image."""
        per_view, order = self._per_view(made, values), made.order or (0,) * len(images)
        left = iter(image.n_tokens // per_view for image in images)
        shares = values.split([n_frames or next(left) for n_frames in order])
        return [share for share, n_frames in zip(shares, order, strict=True) if not n_frames]

    def picture(
        self, share: Tensor, vision: VisionTokens, *, repeated: Repeated = "first"
    ) -> Float[Tensor, "3 height width"]:
        """The tiles side by side; views in a column where their arrangement is not known."""
        pairs = [(grid.tile, view) for grid, view in self.views(share, vision) if grid.tile is not None]
        rows = pairs[-1][0][0] + 1 if pairs else len(share)
        tiles = [view for _, view in pairs] or list(share)
        return rearrange(tiles, "(rows cols) c h w -> c (rows h) (cols w)", rows=rows)

    def views(self, share: Tensor, vision: VisionTokens) -> list[tuple[TokenGrid, Float[Tensor, "3 height width"]]]:
        """Each grid has a view of its own; a run without known places has no pixels of its own."""
        if vision.unplaced:
            return [(grid, share[0, :, :0, :0]) for grid in vision.grids]
        return list(zip(vision.grids, share, strict=True))

    def frames(self, made: Made, videos: Sequence[VisionTokens]) -> Iterator[Float[Tensor, "3 height width"]]:
        """Frames are made into images; each image and each frame has a run of placeholders of its own."""
        pixels, runs = made.inputs["pixel_values"], iter(made.runs())
        at, per_view = 0, self._per_view(made, pixels)
        for n_frames in made.order:
            own = [next(runs) // per_view for _ in range(n_frames or 1)]
            yield from pixels[at : at + n_frames]
            at += sum(own)

    def _per_view(self, made: Made, values: Tensor) -> int:
        """Tokens of a view."""
        return (values.shape[-1] // self.cell(made.hf_config)) ** 2
