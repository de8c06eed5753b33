"""What the model sees of its inputs: tokens in order, images folded."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image

from vlm_lens_native.bundle import data_uri
from vlm_lens_native.inputs.layout import TokenLayout
from vlm_lens_native.inputs.table import IMAGE, PAD

_MOST_FRAMES = 32  # of videos, in a notebook


@dataclass(frozen=True, kw_only=True)
class Run:
    """Consecutive positions of one kind.

    Attributes:
        first: First position.
        last: Last position (inclusive).
        text: The tokens' text; of image tokens a description in brackets.
        image: Number of the image or video; None for text and padding.
    """

    first: int
    last: int
    text: str
    image: int | None = None


@dataclass(frozen=True, kw_only=True, repr=False)
class ShownInputs:
    """Inputs as the model sees them; printing it shows each row's tokens in order.

    Attributes:
        rows: For each row of the batch its runs of positions.
        images: The images as the vision encoder receives them, in the order of ``pixel_values``; tiles are laid side by
            side. Empty for inputs that were not prepared here.
        frames: The frames of videos, likewise.
    """

    rows: tuple[tuple[Run, ...], ...]
    images: tuple[Image.Image, ...] = ()
    frames: tuple[Image.Image, ...] = ()

    def __str__(self) -> str:
        lines = []
        for number, row in enumerate(self.rows):
            lines += [f"row {number}"] if len(self.rows) > 1 else []
            lines += [f"{_span(run):>11}  {run.text}" for run in row]
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        body = "".join(
            f"<tr><td style='text-align:right'>{_span(run)}</td><td><code>{html.escape(run.text)}</code></td></tr>"
            for row in self.rows
            for run in row
        )
        pictures = "".join(f'<img src="{data_uri(image)}" style="max-height:14em">' for image in self.images)
        frames = "".join(
            f'<img src="{data_uri(frame)}" style="max-height:7em">' for frame in self.frames[:_MOST_FRAMES]
        )
        more = len(self.frames) - _MOST_FRAMES
        left_out = f"<p>{more} more frames: <code>shown.frames</code></p>" if more > 0 else ""
        return f"<table>{body}</table>{pictures}{frames}{left_out}"


def show(
    layout: TokenLayout, *, tokenizer: Any, images: tuple[Image.Image, ...] = (), frames: tuple[Image.Image, ...] = ()
) -> ShownInputs:
    """Folds a layout into runs of text, padding and images."""
    rows = tuple(tuple(_runs(layout, batch, tokenizer)) for batch in range(len(layout.placed)))
    return ShownInputs(rows=rows, images=images, frames=frames)


def _runs(layout: TokenLayout, batch: int, tokenizer: Any) -> Iterator[Run]:
    table = layout.table
    kind, image = table.kind[batch], table.image[batch]
    # a run ends where the kind changes between image, padding and the rest, or the image, tile or frame changes
    group = np.where(kind == IMAGE, 1, np.where(kind == PAD, 2, 0))
    columns = (table.image, table.frame, table.tile_row, table.tile_column)
    keys = np.stack([group, *(np.where(group == 1, column[batch], -1) for column in columns)])
    starts = np.flatnonzero(np.r_[True, (keys[:, 1:] != keys[:, :-1]).any(axis=0)])
    for start, stop in zip(starts, np.r_[starts[1:], len(kind)], strict=True):
        first, last = int(start), int(stop) - 1
        if group[start] == 2:
            yield Run(first=first, last=last, text="[padding]")
        elif group[start] == 0:
            ids = table.token_id[batch, start:stop].tolist()
            yield Run(first=first, last=last, text=str(ids) if tokenizer is None else tokenizer.decode(ids))
        else:
            yield Run(
                first=first, last=last, text=_described(layout, batch, slice(first, last + 1)), image=int(image[start])
            )


def _described(layout: TokenLayout, batch: int, at: slice) -> str:
    table, start = layout.table, at.start
    vision = layout.placed[batch][int(table.image[batch, start])].vision
    parts = [f"{vision.kind} {table.image[batch, start]}"]
    if table.tile_row[batch, start] >= 0:
        parts.append(f"tile {table.tile_row[batch, start]}, {table.tile_column[batch, start]}")
    elif table.is_global[batch, start]:
        parts.append("global view")
    if table.frame[batch, start] >= 0:
        parts.append(_frame(layout, batch, start))
    rows, columns = len(set(table.row[batch, at].tolist())), len(set(table.column[batch, at].tolist()))
    return f"[{', '.join(parts)}: {rows} x {columns} = {at.stop - at.start} tokens]"


def _frame(layout: TokenLayout, batch: int, start: int) -> str:
    """A frame with its time, and with the user's frames in it where they are numbered otherwise."""
    table = layout.table
    number, time = int(table.frame[batch, start]), table.time[batch, start]
    first, last = int(table.first_source[batch, start]), int(table.last_source[batch, start])
    given = f" (given as {first})" if first == last else f" (given as {first} and {last})"
    given = "" if first < 0 or first == last == number else given
    return f"frame {number}{given}" + ("" if np.isnan(time) else f" at {time:g} s")


def _span(run: Run) -> str:
    return str(run.first) if run.first == run.last else f"{run.first}-{run.last}"
