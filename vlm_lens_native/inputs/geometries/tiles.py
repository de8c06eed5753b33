"""Images that are cut into tiles beside a downscaled view of the whole (Idefics3, SmolVLM, Granite Docling)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import torch
from einops import rearrange
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.geometry import Geometry, Made, Markers, Repeated, TokenGrid, VisionTokens
from vlm_lens_native.shapes import TokenIds

TILE_TAG = re.compile(r"<row_(\d+)_col_(\d+)>")
GLOBAL_TAG = "<global-img>"
MAX_TAG = 6  # HF's tokenizers know tags for 6 x 6 tiles (Idefics3Processor.row_col_ids)
_LONGEST_TAG = 12  # tokens of "<fake_token_around_image><row_1_col_2>" where a tokenizer has none of its own for tags
_REMEDY = (
    "Prepare the inputs with model.prepare_messages or model.prepare_chat, and keep the processor's size at no more "
    f"than {MAX_TAG} tiles on a side."
)


class TileGrid(Geometry):
    """Images ``pixel_values [batch view 3 height width]`` of ``rows x cols`` tiles and a global view each.

    Views that are zero everywhere are padding and are dropped, as HF does (``SmolVLMModel.get_image_features``); or
    those that a ``pixel_attention_mask [batch view]`` leaves out (``GraniteDoclingModel.get_image_features``). Which
    views make up an image is never guessed: it comes from the processor's ``rows`` and ``cols``, or from the tags
    before each run of image tokens. Where neither is there and a row has several views, every view is returned by
    itself with kind ``"view"``, which is enough to check the placeholders, and not enough for a layout.
    """

    def tokens(self, made: Made) -> tuple[VisionTokens, ...]:
        """One for each image.

        Raises:
            InputError: ``pixel_values`` is not 5-D, tokens don't divide a view evenly, or tiles and views disagree.
        """
        pixels = made.pixels(5, "batch, view, 3, height, width")
        if pixels is None:
            return ()
        view = _view_grid(_cell(made), height=pixels.shape[-2], width=pixels.shape[-1])
        n_views = _own_views(made.inputs).sum(dim=1).tolist()
        shapes = _shapes_of_processor(made.inputs) or _shapes_of_tags(made)
        if shapes is None and max(n_views) <= 1:
            shapes = [[(0, 0)] * n for n in n_views]  # an image that is cut into tiles has two views at least
        if shapes is None:
            size = (pixels.shape[-1], pixels.shape[-2])
            return (VisionTokens(kind="view", grids=(view,), size=size),) * sum(n_views)
        _check_views(shapes, n_views)
        return tuple(VisionTokens.tiled([view] * (rows * cols + 1), rows, cols) for row in shapes for rows, cols in row)

    def shares(self, values: Tensor, made: Made, images: Sequence[VisionTokens]) -> Sequence[Tensor]:
        """``[view 3 height width]`` for each image, without padding."""
        return values[_own_views(made.inputs)].split([len(image.grids) for image in images])

    def views(self, share: Tensor, vision: VisionTokens) -> list[tuple[TokenGrid, Float[Tensor, "3 height width"]]]:
        """Each grid has a view of its own."""
        return list(zip(vision.grids, share, strict=True))

    def picture(
        self, share: Tensor, vision: VisionTokens, *, repeated: Repeated = "first"
    ) -> Float[Tensor, "3 height width"]:
        """The tiles side by side; the one view of an image without tiles."""
        tiles = [grid.tile for grid in vision.grids if grid.tile is not None]
        if not tiles:
            return share[0]
        return rearrange(share[: len(tiles)], "(rows cols) c h w -> c (rows h) (cols w)", rows=tiles[-1][0] + 1)

    def markers_around(self, input_ids: TokenIds, image_token_id: int) -> Markers:
        """The fake token stands behind every image, and before every view with a tag behind it."""
        found: dict[tuple[int, ...], str] = {}
        for ids in input_ids.tolist():
            behind = {ids[at + 1] for at in _run_ends(ids[:-1], image_token_id)} - {image_token_id}
            for start in _run_starts(ids, image_token_id):
                fences = [at for at in range(max(0, start - _LONGEST_TAG), start) if ids[at] in behind]
                if fences:
                    found |= {tuple(ids[fences[-1] : start]): "<image tag>", (ids[fences[-1]],): "<image fence>"}
        return found

    def frames(self, made: Made, videos: Sequence[VisionTokens]) -> Iterator[Float[Tensor, "3 height width"]]:
        """Frames are made into images."""
        yield from made.inputs["pixel_values"][_own_views(made.inputs)]


def real_views(pixels: torch.Tensor) -> torch.Tensor:
    """Which views of ``[batch view 3 height width]`` are no padding, as a mask ``[batch view]``.

    HF keeps the very first view where it finds none at all.
    """
    real = pixels.flatten(2).any(dim=-1)
    real[0, 0] |= ~real.any()
    return real


def _own_views(inputs: Mapping[str, Any]) -> torch.Tensor:
    mask = inputs.get("pixel_attention_mask")
    return real_views(inputs["pixel_values"]) if mask is None or mask.ndim != 2 else mask.bool()


def _cell(made: Made) -> int:
    """Side of a token's square; Granite Docling makes four times as many tokens where it is told to be fine."""
    config, vision = made.hf_config, made.hf_config.vision_config
    shuffled = config.scale_factor if hasattr(config, "scale_factor") else vision.scale_factor
    return vision.patch_size * (shuffled // 2 if made.inputs.get("tile_fine_mask") is not None else shuffled)


def _view_grid(cell: int, *, height: int, width: int) -> TokenGrid:
    if height != width or height % cell:
        raise InputError(
            f"A view of {width} x {height} pixels (width x height) can't be divided into square tokens of {cell} "
            "pixels. The processor's max_image_size and the model's image_size must agree."
        )
    return TokenGrid.over((width, height), rows=height // cell, cols=width // cell)


def _shapes_of_processor(inputs: Mapping[str, Any]) -> list[list[tuple[int, int]]] | None:
    if inputs.get("rows") is None or inputs.get("cols") is None:
        return None
    pairs = zip(inputs["rows"], inputs["cols"], strict=True)
    shapes = [[(int(r), int(c)) for r, c in zip(rows, cols, strict=True)] for rows, cols in pairs]
    return [[(0, 0) if shape == (1, 1) else shape for shape in row] for row in shapes]


def _shapes_of_tags(made: Made) -> list[list[tuple[int, int]]] | None:
    if made.inputs.get("input_ids") is None:
        return None
    tags = {ids: text for ids, text in made.markers.items() if text == GLOBAL_TAG or TILE_TAG.fullmatch(text)}
    rows = torch.as_tensor(made.inputs["input_ids"]).tolist()
    found = [[_tag_before(row, at, tags) for at in _run_starts(row, made.hf_config.image_token_id)] for row in rows]
    if not any(tag for row in found for tag in row):
        return None
    return [_images_of(row) for row in found]


def _run_starts(ids: Sequence[int], image_token_id: int) -> list[int]:
    previous = [None, *ids]
    return [i for i, token in enumerate(ids) if token == image_token_id and previous[i] != image_token_id]


def _run_ends(ids: Sequence[int], image_token_id: int) -> list[int]:
    following = [*ids[1:], None]
    return [i for i, token in enumerate(ids) if token == image_token_id and following[i] != image_token_id]


def _tag_before(ids: Sequence[int], position: int, tags: Markers) -> str:
    """The text of the tag that ends before a position; empty where there is none. A tag may be several tokens."""
    for tag, text in tags.items():
        if tuple(ids[max(0, position - len(tag)) : position]) == tag:
            return text
    return ""


def _images_of(tags: Sequence[str]) -> list[tuple[int, int]]:
    """Rows and columns of each image: its tiles come first, in reading order, and its global view closes it.

    Granite Docling's has none where there is one tile, which then is a view of the whole.
    """
    images: list[tuple[int, int]] = []
    tiles: list[tuple[int, int]] = []
    for tag in tags:
        if numbers := TILE_TAG.fullmatch(tag):
            tile = (int(numbers[1]) - 1, int(numbers[2]) - 1)
            if tile == (0, 0) and tiles == [tile]:
                images.append((0, 0))
                tiles = []
            tiles.append(tile)
            continue
        if tag != GLOBAL_TAG:
            raise InputError(
                f"Image tokens follow the tiles {tiles} without a tile tag that the tokenizer knows. {_REMEDY}"
            )
        rows, cols = (tiles[-1][0] + 1, tiles[-1][1] + 1) if tiles else (0, 0)
        if tiles != [(r, c) for r in range(rows) for c in range(cols)]:
            raise InputError(f"The prompt names the tiles {tiles}, which do not fill a grid row by row. {_REMEDY}")
        images.append((rows, cols))
        tiles = []
    if tiles == [(0, 0)]:
        images.append((0, 0))
    elif tiles:
        raise InputError(f"The prompt ends after the tiles {tiles}, without their image's global view. {_REMEDY}")
    return images


def _check_views(shapes: Sequence[Sequence[tuple[int, int]]], n_views: Sequence[int]) -> None:
    expected = [sum(rows * cols + 1 for rows, cols in row) for row in shapes]
    # Several videos of one prompt are rows of pixel_values of their own.
    agree = expected == list(n_views) if len(expected) == len(n_views) else sum(expected) == sum(n_views)
    if not agree:
        raise InputError(
            f"pixel_values holds {list(n_views)} views for each row of the batch, but the prompt's tiles and global "
            f"views come to {expected}. {_REMEDY}"
        )
