"""One row for every position of every prompt: what it is, and which pixels it saw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from jaxtyping import Bool, Float, Int, Shaped
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.geometry import Markers, TokenGrid, VisionTokens
from vlm_lens_native.inputs.placeholders import check_placeholders
from vlm_lens_native.inputs.transform import ImageTransform, Size
from vlm_lens_native.inputs.turns import Turns
from vlm_lens_native.shapes import PositionMask, TokenIds

BoxSpace = Literal["original", "processed"]
KINDS = ("text", "image", "marker", "pad")
TEXT, IMAGE, MARKER, PAD = range(4)
_Places = dict[tuple[TokenGrid, ImageTransform | None], tuple[np.ndarray, np.ndarray, np.ndarray]]
"""Rows, columns and boxes of grids, which are the same for images of one size."""


@dataclass(frozen=True, kw_only=True, eq=False)
class TokenTable:
    """The columns of the table, each ``[batch pos]``; -1 where a column does not apply.

    Attributes:
        token_id: The prompt.
        kind: Index into `KINDS`.
        image: Which of the row's images and videos, counted from 0 in order of appearance.
        frame: The video frame of an image token, as the model counts them: several of the user's frames where one token
            merges several (Qwen-VL).
        first_source: The first of the user's frames that it saw.
        last_source: The last one.
        tile: Number of the token's tile, counted row by row in its image; also -1 for the global view.
        tile_row: Row of the token's tile; also -1 for the global view.
        tile_column: Column of the token's tile, likewise.
        row: Row of the token within its grid (of its tile, frame or image); -1 for a class token.
        column: Column of the token within its grid.
        is_global: True for tokens of a global view beside tiles, and for a class token.
        time: When the frame of an image token was shown, in seconds from the video's beginning; NaN where unknown.
        box: ``[batch pos 4]``: ``x1, y1, x2, y2``, half-open, in pixels; NaN for all but image tokens.
        role: Who says a text token: ``"system"``, ``"user"``, ``"assistant"`` or another role of the chat, or
            ``"template"`` for what the chat template writes of its own; None for all but text, and where unknown.
        turn: Which of the role's turns a text token belongs to, from 0.
    """

    token_id: Int[np.ndarray, "batch pos"]
    kind: Int[np.ndarray, "batch pos"]
    image: Int[np.ndarray, "batch pos"]
    frame: Int[np.ndarray, "batch pos"]
    first_source: Int[np.ndarray, "batch pos"]
    last_source: Int[np.ndarray, "batch pos"]
    tile: Int[np.ndarray, "batch pos"]
    tile_row: Int[np.ndarray, "batch pos"]
    tile_column: Int[np.ndarray, "batch pos"]
    row: Int[np.ndarray, "batch pos"]
    column: Int[np.ndarray, "batch pos"]
    is_global: Bool[np.ndarray, "batch pos"]
    time: Float[np.ndarray, "batch pos"]
    box: Float[np.ndarray, "batch pos 4"]
    role: Shaped[np.ndarray, "batch pos"]
    turn: Int[np.ndarray, "batch pos"]

    @classmethod
    def empty(cls, token_id: np.ndarray, turns: Turns) -> TokenTable:
        """A table of text, to be filled in by its builder."""
        numbers = ("image", "frame", "first_source", "last_source", "tile", "tile_row", "tile_column", "row", "column")
        return cls(
            token_id=token_id,
            kind=np.full(token_id.shape, TEXT),
            is_global=np.zeros(token_id.shape, dtype=bool),
            time=np.full(token_id.shape, np.nan),
            box=np.full((*token_id.shape, 4), np.nan),
            role=turns.role.copy(),
            turn=turns.turn.copy(),
            **{name: np.full(token_id.shape, -1) for name in numbers},
        )


@dataclass(frozen=True, kw_only=True)
class PlacedVision:
    """An image or video at its place in a prompt.

    Attributes:
        vision: Its tokens.
        positions: The positions that they fill, in token order.
        transform: The map to the user's original image, if known.
    """

    vision: VisionTokens
    positions: Int[np.ndarray, " token"]
    transform: ImageTransform | None

    def size(self, space: BoxSpace) -> Size:
        """``(width, height)`` in pixels of the original or of the processed image."""
        if space == "original" and self.transform is not None:
            return self.transform.original_size
        return self.vision.size

    def grids(self) -> Iterable[tuple[TokenGrid, np.ndarray]]:
        """Every grid with the positions of its tokens."""
        ends = np.cumsum([grid.n_tokens for grid in self.vision.grids])
        return zip(self.vision.grids, np.split(self.positions, ends[:-1]), strict=True)


def place_vision(
    input_ids: TokenIds,
    token_ids: Mapping[str, int],
    vision_tokens: Sequence[VisionTokens],
    transforms: Sequence[ImageTransform | None],
) -> tuple[tuple[PlacedVision, ...], ...]:
    """Gives every image and video its placeholders; for each row, in order of appearance.

    Raises:
        PlaceholderMismatchError: placeholders and tokens don't match.
        InputError: it is unknown which views make up an image.
    """
    if any(vision.kind == "view" for vision in vision_tokens):
        raise InputError(
            "It can't be known which of the views in pixel_values are tiles of one image: the prompt has no tile tags. "
            "Prepare them with model.prepare_messages or model.prepare_chat, or load the model with its processor."
        )
    rows = []
    for ids, filled in zip(input_ids, check_placeholders(input_ids, token_ids, vision_tokens), strict=True):
        free = {kind: (ids == token).nonzero().flatten().cpu().numpy() for kind, token in token_ids.items()}
        placed = []
        for index in filled:
            vision = vision_tokens[index]
            positions, free[vision.placeholder] = np.split(free[vision.placeholder], [vision.n_tokens])
            placed.append(PlacedVision(vision=vision, positions=positions, transform=transforms[index]))
        rows.append(tuple(sorted(placed, key=lambda each: each.positions[0])))
    return tuple(rows)


def fill_table(
    input_ids: TokenIds,
    attention_mask: PositionMask | Int[Tensor, "batch pos"],
    placed: Sequence[Sequence[PlacedVision]],
    markers: Markers,
    turns: Turns,
    *,
    original_boxes: bool,
) -> TokenTable:
    """Writes the table. Boxes are in pixels of the original or of the processed images."""
    table = TokenTable.empty(input_ids.cpu().numpy(), turns)
    places: _Places = {}
    for marker in markers:
        _fill_marker(table, marker)
    for batch, row in enumerate(placed):
        for number, item in enumerate(row):
            if item.vision.kind == "image":
                # Whatever stands between an image's tokens was set there by the processor: row breaks, tile tags.
                table.kind[batch, item.positions[0] : item.positions[-1]] = MARKER
            table.kind[batch, item.positions] = IMAGE
            table.image[batch, item.positions] = number
            _fill_grids(table, batch, item, item.transform if original_boxes else None, places)
    table.kind[~attention_mask.bool().cpu().numpy()] = PAD
    table.role[table.kind != TEXT], table.turn[table.kind != TEXT] = None, -1
    return table


def _fill_marker(table: TokenTable, marker: tuple[int, ...]) -> None:
    """Marks every occurrence of a sequence of tokens."""
    if len(marker) > table.token_id.shape[1]:
        return
    windows = np.lib.stride_tricks.sliding_window_view(table.token_id, len(marker), axis=1)
    batch, start = (windows == marker).all(axis=-1).nonzero()
    table.kind[batch[:, None], start[:, None] + np.arange(len(marker))] = MARKER


def _fill_grids(
    table: TokenTable, batch: int, item: PlacedVision, to_original: ImageTransform | None, places: _Places
) -> None:
    tiles = [grid.tile for grid in item.vision.grids if grid.tile is not None]
    for grid, positions in item.grids():
        at = (batch, positions)
        table.is_global[at] = grid.is_global
        if (grid, to_original) not in places:
            boxes = grid.cell_boxes()
            boxes = boxes if to_original is None else to_original.to_original(boxes)
            places[grid, to_original] = (*grid.places(), boxes)
        table.row[at], table.column[at], table.box[at] = places[grid, to_original]
        if grid.frame is not None:
            table.frame[at] = grid.frame
        if grid.sources:
            table.first_source[at], table.last_source[at] = grid.sources[0], grid.sources[-1]
        if grid.tile is not None:
            table.tile[at] = tiles.index(grid.tile)
            table.tile_row[at], table.tile_column[at] = grid.tile
