"""The page of a logit lens: the image and the table of tokens linked, layer by layer."""

from __future__ import annotations

import base64
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from jaxtyping import Float, Int
from PIL import Image

from vlm_lens_native.errors import InputError
from vlm_lens_native.visualize.packing import as_bytes, as_rank_codes, largest, packed, picture_uris
from vlm_lens_native.visualize.page import fill

_MOST_BYTES = 2_000_000
_MOST_TOKENS = 5  # shown at each layer and position


@dataclass(frozen=True, kw_only=True, eq=False)
class LensPage:
    """What the page shows. Rows are positions.

    Attributes:
        title: Heading.
        text: A line below it, such as question and answer.
        note: A smaller line.
        layers: Their names, in the order of the model.
        positions: Number of each row.
        labels: What each position is, in a few letters.
        images: The pictures, RGB; None where there is none to show.
        image: The picture of each row, -1 for text.
        sizes: ``(width, height)`` of the pictures in the pixels of `boxes`; None takes the images' own.
        boxes: ``x1, y1, x2, y2`` of each row on its picture; NaN for text.
        views: For each row what it is a part of where an image has several (tiles and a global view, frames).
        strings: Text by token id.
        top_ids: The most probable tokens.
        top_probs: Their probabilities.
        entropy: In nats.
        kl: In nats.
        words: Words that were followed.
        word_probs: Their probabilities.
        word_ranks: Their ranks, from 1.
    """

    title: str
    text: str = ""
    note: str = ""
    layers: tuple[str, ...]
    positions: Int[np.ndarray, " row"]
    labels: tuple[str, ...]
    images: tuple[Image.Image | None, ...]
    image: Int[np.ndarray, " row"]
    sizes: tuple[tuple[int, int], ...] | None = None
    boxes: Float[np.ndarray, "row 4"]
    views: tuple[str, ...] | None = None
    strings: Mapping[int, str]
    top_ids: Int[np.ndarray, "layer row top"]
    top_probs: Float[np.ndarray, "layer row top"]
    entropy: Float[np.ndarray, "layer row"] | None = None
    kl: Float[np.ndarray, "layer row"] | None = None
    words: tuple[str, ...] = ()
    word_probs: Float[np.ndarray, "layer row word"] | None = None
    word_ranks: Int[np.ndarray, "layer row word"] | None = None

    def render(self) -> str:
        """The page as one HTML text: with as many of the top tokens as 2 MB can hold, up to five.

        If not even one token a cell fits, the ranks of words are left out.

        Raises:
            InputError: It does not fit even so.
        """
        pictures = picture_uris(self.images)
        most = min(_MOST_TOKENS, self.top_ids.shape[-1])
        page = ""
        for has_ranks, top in itertools.product((True, False), range(most, 0, -1)):
            page = self._render(pictures, top, has_ranks=has_ranks)
            if len(page.encode()) <= _MOST_BYTES:
                return page
        raise InputError(
            f"A page of {len(self.layers)} layers x {len(self.positions)} positions and {len(self.words)} words takes "
            f"{len(page.encode()) / 1e6:.1f} MB, and {_MOST_BYTES / 1e6:.0f} MB is the most. Read fewer layers, "
            "positions or words."
        )

    def _render(self, pictures: Sequence[str], top: int, *, has_ranks: bool) -> str:
        arrays = {name: values for name, values in self._arrays(top) if has_ranks or name != "word_ranks"}
        parts, blob = packed(arrays)
        payload = {
            "layers": self.layers,
            "positions": self.positions.tolist(),
            "labels": self.labels,
            "boxes": [None if np.isnan(box[0]) else np.round(box, 2).tolist() for box in self.boxes],
            "views": self._views(),
            "sizes": self._sizes(),
            "words": self.words,
            "top": top,
            "parts": parts,
            "high": {name: largest(values) for name, values in self._measures()},
        }
        return fill(
            "lens", payload, styles=("lens.css",), title=self.title, text=self.text, note=self.note, pictures=pictures,
            blob=base64.b64encode(blob).decode(), n_layers=len(self.layers), n_positions=len(self.positions), top=top,
            has_ranks=has_ranks,
        )  # fmt: skip

    def _arrays(self, top: int) -> Iterator[tuple[str, Any]]:
        """The page's numbers, each ``[... layer row]``; ids are numbers of strings, the most frequent first."""
        ids, numbers, counts = np.unique(self.top_ids[..., :top], return_inverse=True, return_counts=True)
        order = np.argsort(-counts, kind="stable")
        place = np.empty_like(order)
        place[order] = np.arange(len(order))
        yield "strings", [self.strings[int(token)] for token in ids[order]]
        numbers = place[numbers.reshape(self.top_ids[..., :top].shape)]
        yield "ids", np.moveaxis(numbers, -1, 0).astype(np.uint16 if len(ids) <= 2**16 else np.uint32)
        yield "probs", np.moveaxis(as_bytes(self.top_probs[..., :top], 1.0), -1, 0)
        for name, values in self._measures():
            yield name, as_bytes(values, largest(values))
        if self.word_probs is not None and self.words:
            yield "word_probs", np.moveaxis(as_bytes(self.word_probs, 1.0), -1, 0)
        if self.word_ranks is not None and self.words:
            yield "word_ranks", np.moveaxis(as_rank_codes(self.word_ranks), -1, 0)

    def _measures(self) -> list[tuple[str, np.ndarray]]:
        return [(name, values) for name, values in (("entropy", self.entropy), ("kl", self.kl)) if values is not None]

    def _sizes(self) -> list[tuple[int, int]]:
        if self.sizes is not None:
            return list(self.sizes)
        return [(0, 0) if image is None else image.size for image in self.images]

    def _views(self) -> list[dict[str, Any]]:
        """Rows that are shown together on one picture."""
        names = ("",) * len(self.labels) if self.views is None else self.views
        keys = [(int(image), name) for image, name in zip(self.image, names, strict=True)]
        found = dict.fromkeys(key for key in keys if key[0] >= 0)
        several = len({image for image, _ in found}) > 1
        return [
            {
                "name": ", ".join(filter(None, (f"image {key[0]}" if several else "", key[1]))),
                "image": key[0],
                "rows": [row for row, each in enumerate(keys) if each == key],
            }
            for key in found
        ]
