"""The token layout: every position of every prompt, what it is, and which pixels it saw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import check_index
from vlm_lens_native.inputs.conditions import (
    Numbers,
    kind_mask,
    number_mask,
    region_mask,
    said_by,
    tile_mask,
    turn_mask,
)
from vlm_lens_native.inputs.geometry import BoxLike, Markers, Number, PolygonLike, VisionTokens
from vlm_lens_native.inputs.heatmap import paint
from vlm_lens_native.inputs.selection import Axis, Selection
from vlm_lens_native.inputs.table import KINDS, PAD, BoxSpace, PlacedVision, TokenTable, fill_table, place_vision
from vlm_lens_native.inputs.transform import ImageTransform, Size
from vlm_lens_native.inputs.turns import Turns
from vlm_lens_native.shapes import TokenIds

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class TokenLayout:
    """Tokens and pixels of a batch of prompts.

    Images and videos are counted from 0 within their row, in order of appearance. Rows and columns of tokens are
    counted within their grid: of the image, or of the tile or frame. Boxes are ``x1, y1, x2, y2``, half-open.

    Attributes:
        table: One entry for every position.
        placed: The images and videos of each row.
        box_space: ``"original"`` where all boxes are in pixels of the users' images; ``"processed"`` where at least one
            original size is unknown, and all boxes are in pixels of the images that the vision encoder receives.
        n_turns: For each row how many turns each role has, where the prompt was prepared here.
        axis: ``"pos"``; or ``"image_key"``, where positions are not those of a prompt, but of the image features that
            cross-attention reads (``model.key_layout``).
    """

    table: TokenTable
    placed: tuple[tuple[PlacedVision, ...], ...]
    box_space: BoxSpace
    n_turns: tuple[Mapping[str, int], ...]
    axis: Axis = "pos"

    @classmethod
    def build(
        cls,
        input_ids: TokenIds,
        *,
        vision_tokens: Sequence[VisionTokens],
        image_token_ids: Mapping[str, int],
        attention_mask: Tensor | None = None,
        markers: Markers | None = None,
        transforms: Sequence[ImageTransform | None] | None = None,
        turns: Turns | None = None,
    ) -> TokenLayout:
        """Lays out a batch.

        Args:
            input_ids: The prompts, padded left or right.
            vision_tokens: Images and videos, in the order in which features fill the placeholders.
            image_token_ids: The placeholder of each kind (`placeholders.placeholder_ids`).
            attention_mask: ``[batch pos]``, 0 in padding; None means that there is none.
            markers: Tokens that the processor sets around images (`placeholders.marker_tokens`).
            transforms: For each of `vision_tokens` the map from the user's original image, or None where unknown.
            turns: Who says what (`prepared.PreparedInputs.turns`); left aside where it belongs to other tokens.

        Raises:
            PlaceholderMismatchError: placeholders and tokens don't match.
            InputError: sizes don't fit together, or it can't be known which views make up an image.
        """
        transforms = [None] * len(vision_tokens) if transforms is None else list(transforms)
        if len(transforms) != len(vision_tokens):
            raise InputError(f"Got {len(transforms)} transforms for {len(vision_tokens)} images and videos.")
        attention_mask = torch.ones_like(input_ids) if attention_mask is None else attention_mask
        if attention_mask.shape != input_ids.shape:
            raise InputError(
                f"attention_mask has shape {list(attention_mask.shape)}, input_ids {list(input_ids.shape)}; a layout "
                "needs the 2-D mask of the padding."
            )
        original = all(transform is not None for transform in transforms)
        placed = place_vision(input_ids, image_token_ids, vision_tokens, transforms)
        token_id = input_ids.cpu().numpy()
        if turns is None or not np.array_equal(turns.token_id, token_id):
            turns = Turns.unknown(token_id)
        table = fill_table(input_ids, attention_mask, placed, markers or {}, turns, original_boxes=original)
        space = "original" if original else "processed"
        return cls(table=table, placed=placed, box_space=space, n_turns=turns.n_turns)

    def select(
        self,
        *,
        kind: str | None = None,
        image: int | None = None,
        rows: Numbers | None = None,
        columns: Numbers | None = None,
        tile: tuple[int, int] | Literal["global"] | None = None,
        frame: int | None = None,
        box: BoxLike | None = None,
        mask: np.ndarray | Tensor | None = None,
        polygon: PolygonLike | None = None,
        overlap: Number = 0.0,
        batch: int | None = None,
    ) -> Selection:
        """The positions that meet every condition given.

        Args:
            kind: ``"text"``, ``"image"`` or ``"marker"``. Padding is never selected.
            image: Number of the image or video in its row.
            rows: Token rows within their grid: a number, a slice or several numbers. Negative ones count from the end
                of each grid, so ``-1`` is the last row of every image.
            columns: Token columns within their grid, likewise.
            tile: ``(row, column)`` of a tile, or ``"global"`` for the global view.
            frame: Frame of a video.
            box: ``x1, y1, x2, y2`` in pixels of the image, in `box_space`.
            mask: Region of the image, ``[height width]`` in the same pixels.
            polygon: Region of the image as corners ``(x, y)`` in the same pixels; a pixel is in it if its centre is.
            overlap: The part of a token's box that the region has to cover; 0 takes every token that it touches.
            batch: Only this row of the batch; None takes all rows.

        Raises:
            InputError: a kind, image, row, column, tile, frame or row of the batch that does not exist; a box that
                leaves the image, a mask of another size, or either where it is not clear which image is meant.
        """
        found = np.ones(self.table.kind.shape, dtype=bool)
        if kind is not None:
            found &= kind_mask(self.table, kind)
        if batch is not None:
            check_index("row", batch, len(self.placed))
            found &= (np.arange(len(self.placed)) == batch)[:, None]
        if not (box is mask is polygon is None):
            image = self._one_image(image)
            region = {"box": box, "mask": mask, "polygon": polygon, "overlap": overlap}
            found &= region_mask(self.table, self.placed, self.box_space, image=image, batch=batch, **region)
        if image is not None:
            check_index("image", image, max(len(row) for row in self._rows(batch)))
            found &= self.table.image == image
        for name, numbers in (("row", rows), ("column", columns), ("frame", frame)):
            if numbers is not None:
                found &= number_mask(self.table, name, numbers, within=found)
        if tile is not None:
            found &= tile_mask(self.table, tile, within=found)
        return self._selection(found)

    def positions(self, *, batch: int = 0, **conditions: Any) -> Int[Tensor, " selected"]:
        """The positions of one row of the batch that meet all conditions of `select`, in ascending order."""
        return self.select(batch=batch, **conditions).indices(batch)

    def image(self, image: int, *, batch: int | None = None) -> Selection:
        """The tokens of one image or video of each row (markers are not among them)."""
        return self.select(image=image, batch=batch)

    def rows(self, rows: Numbers, *, image: int | None = None, batch: int | None = None) -> Selection:
        """The image tokens in these token rows."""
        return self.select(rows=rows, image=image, batch=batch)

    def columns(self, columns: Numbers, *, image: int | None = None, batch: int | None = None) -> Selection:
        """The image tokens in these token columns."""
        return self.select(columns=columns, image=image, batch=batch)

    def box(
        self, box: BoxLike, *, image: int | None = None, overlap: Number = 0.0, batch: int | None = None
    ) -> Selection:
        """The image tokens whose boxes overlap a box ``x1, y1, x2, y2`` (see `select`)."""
        return self.select(box=box, image=image, overlap=overlap, batch=batch)

    def boxes(self, boxes: Sequence[BoxLike], *, image: int | None = None, overlap: Number = 0.0) -> Selection:
        """The image tokens that a box of their own row overlaps: one box for each row of the batch (see `select`).

        Raises:
            InputError: Another number of boxes than rows.
        """
        if len(boxes) != len(self.placed):
            raise InputError(f"Got {len(boxes)} boxes for {len(self.placed)} rows; boxes takes one box for each row.")
        found = [self.box(box, image=image, overlap=overlap, batch=row).mask for row, box in enumerate(boxes)]
        return self._selection(torch.stack(found).any(dim=0).numpy())

    def mask(
        self, mask: np.ndarray | Tensor, *, image: int | None = None, overlap: Number = 0.0, batch: int | None = None
    ) -> Selection:
        """The image tokens whose boxes overlap the marked pixels of a mask (see `select`)."""
        return self.select(mask=mask, image=image, overlap=overlap, batch=batch)

    def polygon(
        self, polygon: PolygonLike, *, image: int | None = None, overlap: Number = 0.0, batch: int | None = None
    ) -> Selection:
        """The image tokens whose boxes overlap a polygon with corners ``(x, y)`` (see `select`)."""
        return self.select(polygon=polygon, image=image, overlap=overlap, batch=batch)

    @property
    def images(self) -> Selection:
        """All image and video tokens."""
        return self.select(kind="image")

    @property
    def text(self) -> Selection:
        """All tokens that are neither image tokens nor markers."""
        return self.select(kind="text")

    @property
    def markers(self) -> Selection:
        """The tokens that the processor sets around and within images."""
        return self.select(kind="marker")

    @property
    def last(self) -> Selection:
        """The last token of each row, whose logits predict what follows."""
        tokens = self.table.kind != PAD
        last = tokens.shape[1] - 1 - tokens[:, ::-1].argmax(axis=1)
        return self._selection(np.arange(tokens.shape[1]) == last[:, None])

    def turn(self, role: str, n: int) -> Selection:
        """The text of a role's turn in each row, without what the chat template writes around it.

        Args:
            role: ``"user"``, ``"assistant"``, ``"system"``, or another role of the chat.
            n: Which of the role's turns, from 0; negative ones count from the last.

        Raises:
            InputError: A row has no such turn; or the inputs were made or changed elsewhere, or the chat template
                rewrites texts, so that it isn't known who says what.
        """
        return self._selection(turn_mask(self.table, self.n_turns, role, n))

    @property
    def question(self) -> Selection:
        """The tokens of the user's question: the last user turn's text (see `turn`)."""
        return self.turn("user", -1)

    @property
    def system(self) -> Selection:
        """The system prompt's text, the user's or the template's own; empty where there is none (see `turn`)."""
        return self._selection(said_by(self.table, "system"))

    @property
    def prefill(self) -> Selection:
        """The assistant's text with which the prompt ends, which the model goes on with; may be empty (see `turn`).

        That is ``assistant_prefill``. A chat whose last message is the assistant's is complete: its template closes
        that turn, so nothing is begun, and the text is ``turn("assistant", -1)``.
        """
        mine = said_by(self.table, "assistant")
        last = np.where(self.last.mask.numpy() & mine, self.table.turn, -1).max(axis=1, keepdims=True)
        return self._selection(mine & (self.table.turn == last))

    def row(self, batch: int, *, padded: bool = True) -> TokenLayout:
        """The layout of one row of the batch alone.

        Args:
            batch: Which row.
            padded: Whether padding stays where it is; else positions are those of the row's own tokens.

        Raises:
            InputError: There is no such row.
        """
        check_index("row", batch, len(self.placed))
        own = np.arange(self.table.kind.shape[1]) if padded else np.flatnonzero(self.table.kind[batch] != PAD)
        columns = {each.name: getattr(self.table, each.name)[batch][own][None] for each in fields(TokenTable)}
        placed = tuple(replace(each, positions=np.searchsorted(own, each.positions)) for each in self.placed[batch])
        n_turns = self.n_turns[batch : batch + 1]
        return replace(self, table=TokenTable(**columns), placed=(placed,), n_turns=n_turns)

    def image_token_range(self, *, image: int = 0, batch: int = 0) -> tuple[int, int]:
        """First and last position (inclusive) of an image's tokens; markers may stand between them."""
        positions = self._placed(image, batch).positions
        return int(positions[0]), int(positions[-1])

    def image_size(self, *, image: int = 0, batch: int = 0) -> Size:
        """``(width, height)`` of an image in the pixels of `box_space`."""
        return self._placed(image, batch).size(self.box_space)

    def heatmap(
        self,
        values: np.ndarray | Tensor | Sequence[Number],
        *,
        image: int = 0,
        batch: int = 0,
        frame: int | None = None,
        combine: Literal["tiles", "global", "mean"] = "tiles",
    ) -> Float[np.ndarray, "height width"]:
        """Paints one value for each token on the pixels that the token saw.

        Args:
            values: One number for every position of the row (or ``[batch pos]``), or for every token of the image.
            image: Number of the image or video in its row.
            batch: Row of the batch.
            frame: Which frame of a video.
            combine: Where tiles and a global view both saw a pixel: the tiles' value, the global view's, or their mean.

        Returns:
            An array in the pixels of `box_space`; NaN where no token saw the pixel (cropped away, or padding).

        Raises:
            InputError: another number of values, an unknown image or frame.
        """
        placed = self._placed(image, batch)
        array = values.detach().float().cpu().numpy() if isinstance(values, Tensor) else np.asarray(values, dtype=float)
        if array.shape == self.table.kind.shape:
            array = array[batch]
        if array.shape == self.table.kind.shape[1:]:
            array = array[placed.positions]
        if array.shape != placed.positions.shape:
            raise InputError(
                f"Got values of shape {array.shape}; expected one for each of the {self.table.kind.shape[1]} positions "
                f"or for each of the image's {len(placed.positions)} tokens."
            )
        boxes = self.table.box[batch, placed.positions]
        return paint(placed.vision, array, boxes, self.image_size(image=image, batch=batch), frame, combine)

    def to_dataframe(self) -> pd.DataFrame:
        """The table as a data frame, one line for each position; -1 and NaN where a column does not apply."""
        import pandas as pd

        table = self.table
        batch, position = np.indices(table.kind.shape)
        names = ("token_id", "image", "frame", "first_source", "last_source", "time")
        names += ("tile", "tile_row", "tile_column", "row", "column", "is_global", "role", "turn")
        columns = {"batch": batch, "position": position, "kind": np.array(KINDS, dtype=object)[table.kind]}
        columns |= {name: getattr(table, name) for name in names}
        columns |= {name: table.box[..., i] for i, name in enumerate(("x1", "y1", "x2", "y2"))}
        return pd.DataFrame({name: column.ravel() for name, column in columns.items()})

    def __repr__(self) -> str:
        batch, length = self.table.kind.shape
        counts = ", ".join(f"{int((self.table.kind == i).sum())} {name}" for i, name in enumerate(KINDS))
        images = [len(row) for row in self.placed]
        return f"TokenLayout({batch} x {length} positions: {counts}; images by row {images}; {self.box_space} pixels)"

    def _selection(self, found: np.ndarray) -> Selection:
        tokens = torch.from_numpy(self.table.kind != PAD)
        return Selection(mask=torch.from_numpy(found), tokens=tokens, places=self._places, axis=self.axis)

    @cached_property
    def _places(self) -> Int[Tensor, "batch pos place=3"]:
        """Of each position its grid's number in the row, and row and column there; tiles of an image are one grid."""
        table = self.table
        row, column, tiled = table.row.copy(), table.column.copy(), table.tile >= 0
        for batch, image in {(b, i) for b, row_ in enumerate(self.placed) for i in range(len(row_))}:
            own = tiled[batch] & (table.image[batch] == image)
            if own.any():
                row[batch, own] += table.tile_row[batch, own] * (table.row[batch, own].max() + 1)
                column[batch, own] += table.tile_column[batch, own] * (table.column[batch, own].max() + 1)
        grid = (table.image * (table.frame.max() + 2) + table.frame + 1) * 2 + table.is_global
        grid = np.where((table.image >= 0) & (table.row >= 0), grid, -1)
        return torch.from_numpy(np.stack([grid, row, column], axis=-1))

    def _rows(self, batch: int | None) -> Sequence[tuple[PlacedVision, ...]]:
        return self.placed if batch is None else self.placed[batch : batch + 1]

    def _placed(self, image: int, batch: int) -> PlacedVision:
        check_index("row", batch, len(self.placed))
        check_index("image", image, len(self.placed[batch]))
        return self.placed[batch][image]

    def _one_image(self, image: int | None) -> int:
        if image is None and max(map(len, self.placed)) > 1:
            raise InputError("There are several images: say with image= which one the region belongs to.")
        return image or 0
