"""A word over the image, layer by layer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.analysis.result import Result, long_table
from vlm_lens_native.analysis.stream import StreamLayer
from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs import TokenLayout

if TYPE_CHECKING:
    import pandas as pd
    import PIL.Image
    from matplotlib.figure import Figure


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class WordMap(Result):
    """A word's probability at the tokens of an image, at every layer that was read.

    ``word_map[layer]`` paints one layer on the pixels of the original image, ``np.asarray(word_map)`` all of them,
    ``[layer height width]``.

    Attributes:
        word: The word.
        layers: The layers.
        positions: The image's positions that were read.
        probs: The word's probability, all spellings together.
        ranks: The rank of its best spelling; 1 is the most probable token.
        layout: Of the inputs.
        image: Number of the image in its row.
        batch: Row of the batch.
        frame: Of a video, the frame that is painted.
    """

    _ranked_by, _shown = "probability", "Where the word is most probable"
    _line_keys = ("layer",)

    word: str
    layers: tuple[StreamLayer, ...]
    positions: Int[Tensor, " token"]
    probs: Float[Tensor, "layer token"]
    ranks: Int[Tensor, "layer token"]
    layout: TokenLayout
    image: int = 0
    batch: int = 0
    frame: int | None = None

    def __getitem__(self, layer: StreamLayer) -> Float[np.ndarray, "height width"]:
        """One layer's probabilities on the original image's pixels; NaN where no token that was read saw the pixel.

        Raises:
            InputError: A layer that was not read, or a video without a frame.
        """
        if layer not in self.layers:
            raise InputError(f"Layer {layer!r} was not read; there are {', '.join(map(str, self.layers))}.")
        values = self._everywhere(self.layers.index(layer))
        return self.layout.heatmap(values, image=self.image, batch=self.batch, frame=self.frame)

    def __iter__(self) -> Iterator[StreamLayer]:
        return iter(self.layers)

    def __len__(self) -> int:
        return len(self.layers)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> np.ndarray:
        return np.stack([self[layer] for layer in self.layers]).astype(dtype or float, copy=False)

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each layer and token, with the token's place in its grid and its box in the image's pixels."""
        table, at = self.layout.table, self.positions.numpy()
        boxes = {name: table.box[self.batch, at, nth] for nth, name in enumerate(("x1", "y1", "x2", "y2"))}
        return long_table(
            {"layer": np.array(self.layers, dtype=object), "position": at},
            row=table.row[self.batch, at],
            column=table.column[self.batch, at],
            **boxes,
            probability=self.probs,
            rank=self.ranks,
        )

    def plot(self, image: PIL.Image.Image, *, high: float | None = None) -> Figure:
        """A small heat map for each layer over the user's image; ``high`` is the bright end of their one scale."""
        from vlm_lens_native.visualize import TokenMap, plot_layer_maps, printable

        token_map = TokenMap.of(image, self.layout, number=self.image, batch=self.batch, frame=self.frame)
        own = self.layout.positions(kind="image", image=self.image, batch=self.batch)
        values = np.stack([self._everywhere(nth)[self.batch, own].numpy() for nth in range(len(self.layers))])
        return plot_layer_maps(
            token_map,
            values,
            titles=[str(layer) for layer in self.layers],
            title=f"Logit lens: probability of “{printable(self.word)}” by layer",
            label="probability",
            high=high,
        )

    def __repr__(self) -> str:
        return f"WordMap({self.word!r}: {len(self.layers)} layers x {len(self.positions)} tokens of image {self.image})"

    def _everywhere(self, nth: int) -> Float[Tensor, "batch pos"]:
        values = torch.full(self.layout.table.kind.shape, torch.nan)
        values[self.batch, self.positions] = self.probs[nth]
        return values
