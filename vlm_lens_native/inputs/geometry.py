"""Which image token saw which pixels, read from a config, from what the processor made, and from its settings.

A `Geometry` says of a processor's output which tokens each image and video has, which of the pixels are its own, and
how the user's image became them. Nothing here depends on a model's name: a family names the geometry that describes
its processor's output, one of those in `geometries` or one of its own.

Pixels are those of the *processed* image, the one that the vision encoder receives; `transform.ImageTransform` leads
back to the user's original image. Boxes are ``x1, y1, x2, y2`` with half-open ends, sizes are ``(width, height)``.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Literal

import numpy as np
import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor, nn

from vlm_lens_native._transformers import images_kwargs
from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.transform import ImageTransform, Size
from vlm_lens_native.shapes import TokenIds

Number = int | float
Box = tuple[Number, Number, Number, Number]
BoxLike = Sequence[Any] | np.ndarray | Tensor  # four numbers of any type
PolygonLike = Sequence[Any] | np.ndarray  # corners (x, y), three at least
Markers = Mapping[tuple[int, ...], str]  # one or several token ids, and the text that they stand for
Kind = Literal["image", "video", "view"]
Repeated = Literal["first", "sum"]
Span = tuple[float, float]  # start and stop on one axis
OLD_PIXELS = "pixel_values_images"  # what Video-LLaVA called pixel_values, and its processor still does
PHI_PIXELS = "image_pixel_values"  # what Phi 4's processor and model call them
WHOLE = (torch.int64, torch.int32)  # dtypes of numbers that HF's models look things up by


def is_pixels(key: str) -> bool:
    """Whether a processor's output of this name holds pixels."""
    return key.startswith(("pixel_values", PHI_PIXELS))


def _equal_spans(start: Number, stop: Number, n: int) -> Float[np.ndarray, "span 2"]:
    edges = np.linspace(start, stop, n + 1)
    return np.stack([edges[:-1], edges[1:]], axis=-1)


@dataclass(frozen=True, kw_only=True)
class TokenGrid:
    """Consecutive image tokens, row by row, that divide a box of the processed image into equal cells.

    Attributes:
        rows: Number of token rows.
        cols: Number of tokens in a row.
        box: ``x1, y1, x2, y2`` of the whole grid, in pixels of the processed image. Without area where its tokens stand
            for no place in the image: a class token, or latents that read the whole image.
        frame: Index of the video frame (or of the group of frames that one token merges); None for images.
        sources: The user's frames that it saw, by number: the model may be shown a sample of them. Empty for images,
            and where unknown.
        tile: ``(row, column)`` of the tile, where an image is cut into tiles; else None.
        is_global: True where each token saw the image as a whole, beside finer tokens: the downscaled view beside
            tiles, or a class token.
        row_ends: Whether a token follows each row that ends it, and stands for no place (LLaVA-NeXT's newlines).
        kept: The cells that have a token, counted row by row; None for all of them. HF drops the first patch of a
            tower without class token, and of a video's frames what is as it was before (VideoLLaMA3).
        row_spans: Where each row starts and stops in processed pixels, if the rows don't divide the box equally, as
            where the encoder leaves the edges of tiles unseen; else empty.
        column_spans: Where each column does, likewise.
    """

    rows: int
    cols: int
    box: Box
    frame: int | None = None
    sources: tuple[int, ...] = ()
    tile: tuple[int, int] | None = None
    is_global: bool = False
    row_ends: bool = False
    kept: tuple[int, ...] | None = None
    row_spans: tuple[Span, ...] = ()
    column_spans: tuple[Span, ...] = ()

    @classmethod
    def over(cls, size: tuple[Number, Number], *, rows: int, cols: int, **kwargs: Any) -> TokenGrid:
        """Tokens that divide ``width x height`` processed pixels from the upper left corner on."""
        return cls(rows=rows, cols=cols, box=(0.0, 0.0, float(size[0]), float(size[1])), **kwargs)

    @classmethod
    def placeless(cls, n_tokens: int, **kwargs: Any) -> TokenGrid:
        """Tokens that stand for no place in the image."""
        return cls(rows=1, cols=n_tokens, box=(0.0, 0.0, 0.0, 0.0), **kwargs)

    def as_tile(self, row: int, col: int) -> TokenGrid:
        """The grid, which lies in the upper left corner, as one of several tiles of its size."""
        width, height = self.box[2:]
        box = (width * col, height * row, width * (col + 1), height * (row + 1))
        return replace(self, box=box, tile=(row, col))

    @property
    def n_tokens(self) -> int:
        """Number of tokens in the grid."""
        return self.rows * (self.cols + self.row_ends) if self.kept is None else len(self.kept)

    @property
    def has_no_place(self) -> bool:
        """Whether its tokens stand for no place in the image."""
        return self.box[0] == self.box[2]

    def places(self) -> tuple[Int[np.ndarray, " token"], Int[np.ndarray, " token"]]:
        """Row and column of every token in token order; both -1 for tokens that stand for no place."""
        cells = np.arange(self.n_tokens) if self.kept is None else np.array(self.kept, dtype=int)
        row, col = np.divmod(cells, self.cols + self.row_ends)
        nowhere = (col == self.cols) | self.has_no_place
        return np.where(nowhere, -1, row), np.where(nowhere, -1, col)

    def cell_boxes(self) -> Float[np.ndarray, "token 4"]:
        """The box ``x1, y1, x2, y2`` of every token in token order, in processed pixels; NaN for no place."""
        x1, y1, x2, y2 = self.box
        xs = np.array(self.column_spans) if self.column_spans else _equal_spans(x1, x2, self.cols)
        ys = np.array(self.row_spans) if self.row_spans else _equal_spans(y1, y2, self.rows)
        row, col = self.places()
        boxes = np.stack([xs[col, 0], ys[row, 0], xs[col, 1], ys[row, 1]], axis=-1)
        return np.where((row < 0)[:, None], np.nan, boxes)


@dataclass(frozen=True, kw_only=True)
class VisionTokens:
    """The tokens of one image or video.

    Attributes:
        kind: ``"image"`` or ``"video"``; ``"view"`` for one view (tile or whole image) of an image that is cut into
            tiles, where it can't be known which views make up an image.
        grids: The token grids, in token order.
        size: ``(width, height)`` of the processed image in pixels. For tiles, of all tiles laid side by side.
        as_images: Whether it is a video whose frames take the placeholders of images.
        unplaced: Why it is not known which pixels the tokens saw; empty where it is.
    """

    kind: Kind
    grids: tuple[TokenGrid, ...]
    size: tuple[int, int]
    as_images: bool = False
    unplaced: str = ""

    @classmethod
    def tiled(cls, views: Sequence[TokenGrid], rows: int, cols: int, *, whole_first: bool = False) -> VisionTokens:
        """An image of ``rows x cols`` tiles.

        Args:
            views: One for each tile, in reading order, and one of the whole, if it is there; each as if it were alone.
                Of a single one, that is the image.
            rows: Of tiles.
            cols: Likewise.
            whole_first: Whether the view of the whole comes before the tiles.
        """
        width, height = map(int, views[0].box[2:])
        if len(views) == 1:
            return cls(kind="image", grids=tuple(views), size=(width, height))
        size, places = (width * cols, height * rows), [(row, col) for row in range(rows) for col in range(cols)]
        tiles = [view.as_tile(*place) for view, place in zip(views, places, strict=False)]
        whole = [TokenGrid.over(size, rows=view.rows, cols=view.cols, is_global=True) for view in views[len(places) :]]
        return cls(kind="image", grids=(*whole, *tiles) if whole_first else (*tiles, *whole), size=size)

    @property
    def placeholder(self) -> Literal["image", "video"]:
        """Which placeholders it fills."""
        return "video" if self.kind == "video" and not self.as_images else "image"

    @property
    def fine(self) -> tuple[TokenGrid, ...]:
        """The grids whose tokens stand for places, without the views of the whole image beside them."""
        return tuple(grid for grid in self.grids if not (grid.is_global or grid.has_no_place))

    @property
    def n_tokens(self) -> int:
        """Number of placeholders that this image or video fills."""
        return sum(grid.n_tokens for grid in self.grids)


def patch_side(hf_config: Any) -> int:
    """Side of the vision encoder's square patches in pixels; some configs write it for each axis."""
    patch = hf_config.vision_config.patch_size
    return patch if isinstance(patch, int) else int(patch[0])


@dataclass(frozen=True, kw_only=True, eq=False)
class Made:
    """What a processor made, and what is known beside it.

    Attributes:
        inputs: The processor's output, or any inputs of a model.
        hf_config: HF's config of the whole model.
        processor: HF's processor, whose settings say how it went about; None where there is none.
        markers: The tokens that the processor sets around images (`placeholders.marker_tokens`).
        sizes: ``(width, height)`` of each of the user's images, in order; None for inputs that were made elsewhere.
        order: For each of the user's images and videos, in the order of the prompt: 0 for an image, how many frames
            are shown of a video. Empty for inputs that were made elsewhere.
    """

    inputs: Mapping[str, Any]
    hf_config: Any
    processor: Any = None
    markers: Markers = field(default_factory=dict)
    sizes: tuple[Size, ...] | None = None
    order: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        for name in (OLD_PIXELS, PHI_PIXELS):
            if self.inputs.get(name) is not None:
                object.__setattr__(self, "inputs", {"pixel_values": self.inputs[name], **self.inputs})

    def setting(self, name: str) -> Any:
        """A setting of the image processor, as HF's processor calls it: its own ``images_kwargs`` come first."""
        own = images_kwargs(self.processor)
        return own[name] if name in own else getattr(self.processor.image_processor, name, None)

    @property
    def is_image(self) -> Bool[Tensor, "batch pos"] | None:
        """Which positions are placeholders of images, on the CPU; None for inputs without token ids."""
        ids = self.inputs.get("input_ids")
        return None if ids is None else torch.as_tensor(ids).cpu() == self.hf_config.image_token_id

    def runs(self) -> list[int]:
        """Lengths of all runs of image placeholders, row by row; empty for inputs without token ids."""
        if self.is_image is None:
            return []
        edges = nn.functional.pad(self.is_image.long(), (1, 1)).diff(dim=1)
        return ((edges == -1).nonzero()[:, 1] - (edges == 1).nonzero()[:, 1]).tolist()

    def pixels(self, ndim: int, axes: str) -> Tensor | None:
        """``pixel_values``, if there are any.

        Raises:
            InputError: It has another number of axes, so another kind of processor made it.
        """
        pixels = self.inputs.get("pixel_values")
        if pixels is not None and pixels.ndim != ndim:
            raise InputError(
                f"pixel_values has shape {tuple(pixels.shape)}; expected [{axes}]. Use the checkpoint's own processor."
            )
        return pixels


class Geometry(ABC):
    """How a family's processor and vision encoder turn images into tokens. Without state: a family's is one object.

    Attributes:
        has_places: Whether it says which pixels tokens saw, where that can be known.
        joins_frames: Whether the processor puts frames of videos between images, where both become ``pixel_values``.
        in_sequence: Whether features take the places of placeholders in the sequence. Otherwise they are keys of
            cross-attention.
        by_token: Whether the patches that become one token follow each other in the encoder; else all patches of an
            image come row by row.
    """

    has_places: ClassVar[bool] = True
    joins_frames: ClassVar[bool] = False
    in_sequence: ClassVar[bool] = True
    by_token: ClassVar[bool] = False

    @abstractmethod
    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """Images and videos, each in the order in which features fill the placeholders.

        Raises:
            InputError: The inputs are not of the kind that the family's processor makes.
        """

    def keys(self, made: Made) -> tuple[Bool[Tensor, "batch image_key"], tuple[VisionTokens, ...]]:
        """Where features are keys of cross-attention: which keys are some image's, and what those of each image are.

        Raises:
            InputError: Features stand in the sequence.
        """
        raise InputError(
            "The image features of this model stand in the sequence, and no cross-attention reads them: "
            "model.token_layout(inputs) lays them out."
        )

    def transform(self, made: Made, original_size: Size, vision: VisionTokens) -> ImageTransform:
        """From pixels of a user's image to those of the processed one. Most processors stretch the whole image."""
        return ImageTransform.resize(original_size, vision.size)

    def shares(self, values: Tensor, made: Made, images: Sequence[VisionTokens]) -> Sequence[Tensor]:
        """Each image's share of ``pixel_values``, or of other values in their shape; one entry each, by default."""
        return list(values)

    def picture(
        self, share: Tensor, vision: VisionTokens, *, repeated: Repeated = "first"
    ) -> Float[Tensor, "3 height width"]:
        """An image's share as the one picture that the encoder saw; tiles are laid side by side.

        Args:
            share: Of `shares`.
            vision: The image.
            repeated: What to take where pixels stand in the share several times: the first of them, or for values that
                add up, such as gradients, their sum.
        """
        return share

    def views(self, share: Tensor, vision: VisionTokens) -> list[tuple[TokenGrid, Float[Tensor, "3 height width"]]]:
        """An image's share by token grid: the values of the pixels in its box; none for a grid without a place.

        A grid that reads a downscaled view of the image has that view. Values that repeat one another are summed.
        """
        whole, boxes = self.picture(share, vision, repeated="sum"), [tuple(map(round, g.box)) for g in vision.grids]
        return [(grid, whole[:, y1:y2, x1:x2]) for grid, (x1, y1, x2, y2) in zip(vision.grids, boxes, strict=True)]

    def markers_around(self, input_ids: TokenIds, image_token_id: int) -> Markers:
        """What the processor set around images, read off the prompt itself where no tokenizer tells it."""
        return {}

    def frames(self, made: Made, videos: Sequence[VisionTokens]) -> Iterator[Float[Tensor, "3 height width"]]:
        """The frames of videos as the vision encoder receives them, in order."""
        for video in made.inputs.get("pixel_values_videos", ()):  # [video frame 3 height width]
            yield from video
