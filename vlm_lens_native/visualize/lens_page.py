"""The page of a logit lens: the image and the table of tokens linked, layer by layer, by the app's own components."""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float, Int
from PIL import Image

from vlm_lens_native import bundle
from vlm_lens_native.bundle.wire import View, pack, packed_small
from vlm_lens_native.errors import InputError

_MOST_BYTES = 2_000_000
_MOST_IMAGE_BYTES = 300_000  # of all pictures together, as base64
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
        frames: The frame of a video that each row is of, -1 for none; None where there are no videos.
        is_global: Whether each row is of the smaller view of an image that is cut into tiles.
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
    frames: Int[np.ndarray, " row"] | None = None
    is_global: Bool[np.ndarray, " row"] | None = None
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
        pictures = self._pictures()
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

    def _render(self, pictures: list[list[str]], top: int, *, has_ranks: bool) -> str:
        views = {'lens {"top_k":5}': packed_small(self._lens(top))}
        if self.words and self.word_probs is not None:
            asked = json.dumps({"words": self.words}, separators=(",", ":"), ensure_ascii=False)
            views[f"words {asked}"] = packed_small(self._words(has_ranks=has_ranks))
        note = (
            f"{len(self.layers)} layers × {len(self.positions)} positions. Point at a cell or a patch to read it, "
            f"click to keep it; arrow keys move on. Shown are the {top} most probable tokens, with probabilities "
            f"rounded to within half a per cent.{'' if has_ranks else ' Ranks of words are left out for want of room.'}"
        )
        data = bundle.page_data(
            pack(self._tokens()), views, title=self.title, text=self.text, note=f"{note} {self.note}".strip(),
            pictures=pictures, tabs=["lens"], words=self.words, compressed=True,
        )  # fmt: skip
        return bundle.render(data, self.title)

    def _pictures(self) -> list[list[str]]:
        """Pictures as addresses that hold them, small enough together."""
        most = int(_MOST_IMAGE_BYTES * 0.75 / max(1, len(self.images)))  # base64 takes four bytes for three
        return [[] if image is None else [bundle.data_uri(image, most_bytes=most)] for image in self.images]

    def _tokens(self) -> View:
        sizes = [image.size if image is not None else (1, 1) for image in self.images]
        sizes = sizes if self.sizes is None else list(self.sizes)
        arrays = {"boxes": self.boxes, "images": self.image, "kinds": (self.image >= 0).astype(int)}
        arrays |= {} if self.frames is None else {"frames": self.frames}
        arrays |= {} if self.is_global is None else {"globals": self.is_global.astype(int)}
        images = [
            {
                "size": list(map(float, size)),
                "kind": "image" if self.frames is None or (self.frames[self.image == nth] < 0).all() else "video",
                "boxed": bool((self.image == nth).any()),
                "grids": [],
                "frames": [] if image is None else [{"area": [0, 0, *size]}],
            }
            for nth, (image, size) in enumerate(zip(self.images, sizes, strict=True))
        ]
        n_rows = len(self.positions)
        return View(
            arrays=arrays,
            about={
                "strings": list(self.labels),
                "numbers": self.positions.tolist(),
                "kinds": ["text", "image"],
                "images": images,
                "n_prompt": n_rows,
                "n_layers": len(self.layers) - 1,
                "n_heads": 0,
                "model": "",
            },
        )

    def _lens(self, top: int) -> View:
        ids, numbers, counts = np.unique(self.top_ids[..., :top], return_inverse=True, return_counts=True)
        order = np.argsort(-counts, kind="stable")  # the most frequent string first: it compresses better
        place = np.empty_like(order)
        place[order] = np.arange(len(order))
        measures = {"entropy": self.entropy, "kl": self.kl}
        arrays = {
            "ids": place[numbers.reshape(self.top_ids[..., :top].shape)],
            "tokens": ids[order],
            "probs": self.top_probs[..., :top],
            "positions": np.arange(len(self.positions)),
            **{name: values for name, values in measures.items() if values is not None},
        }
        strings = [self.strings[int(token)] for token in ids[order]]
        return View(arrays=arrays, about={"strings": strings, "layers": list(self.layers)})

    def _words(self, *, has_ranks: bool) -> View:
        assert self.word_probs is not None
        arrays = {"probs": np.moveaxis(self.word_probs, -1, 0), "positions": np.arange(len(self.positions))}
        if has_ranks and self.word_ranks is not None:
            arrays["ranks"] = np.moveaxis(self.word_ranks, -1, 0)
        return View(arrays=arrays, about={"words": list(self.words), "layers": list(self.layers)})
