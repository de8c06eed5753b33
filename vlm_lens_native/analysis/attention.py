"""How much the heads look at the image, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, SupportsIndex

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.analysis.result import Result, long_table
from vlm_lens_native.analysis.stream import position_indices
from vlm_lens_native.encoded import Inputs
from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import Indices, one_index
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.model import HookedVLMTransformer

if TYPE_CHECKING:
    import pandas as pd
    import PIL.Image
    from matplotlib.figure import Figure


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ImageAttention(Result):
    """Attention from some queries to the tokens of one image.

    Attributes:
        layers: The blocks.
        queries: The positions that look.
        tokens: The positions of the image's tokens, which are looked at; in layers of cross-attention, its keys.
        weights: Attention after the softmax. Its sum over tokens is the share of its attention that the head spends
            on this image.
        layout: Of the inputs; of cross-attention's keys (``model.key_layout``).
        image: Number of the image in its row.
        batch: Row of the batch.
    """

    _ranked_by = "weight"
    _line_keys = ("layer", "head")

    layers: tuple[int, ...]
    queries: Int[Tensor, " query"]
    tokens: Int[Tensor, " token"]
    weights: Float[Tensor, "layer head query token"]
    layout: TokenLayout
    image: int = 0
    batch: int = 0

    @property
    def share(self) -> Float[Tensor, "layer head query"]:
        """The part of its attention that each head spends on the image, from 0 to 1."""
        return self.weights.sum(-1)

    def map(
        self, layer: SupportsIndex, head: SupportsIndex, *, query: SupportsIndex = -1, frame: int | None = None
    ) -> Float[np.ndarray, "height width"]:
        """One head's attention, painted on the pixels of the original image; NaN where no token saw the pixel.

        Args:
            layer: Number of the block.
            head: Number of the head.
            query: Which of `queries`, counted from 0, or from the end.
            frame: Which frame of a video.

        Raises:
            InputError: A layer that was not asked for, a head or query that does not exist, or no frame of a video.
        """
        if layer not in self.layers:
            raise InputError(f"Layer {layer} was not asked for; there are {', '.join(map(str, self.layers))}.")
        _, n_heads, n_queries, _ = self.weights.shape
        head, query = one_index("head", head, n_heads), one_index("query", query, n_queries)
        weights = self.weights[self.layers.index(layer), head, query]
        return self.layout.heatmap(weights, image=self.image, batch=self.batch, frame=frame)

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each layer, head, query and image token."""
        _, n_heads, _, _ = self.weights.shape
        axes = {"layer": self.layers, "head": range(n_heads), "query": self.queries, "position": self.tokens}
        return long_table(axes, weight=self.weights.float())

    def plot(self, image: PIL.Image.Image, *, query: SupportsIndex = -1, frame: int | None = None) -> Figure:
        """A grid of heat maps over the user's image, layers by heads, each with the head's share beside it."""
        from vlm_lens_native.visualize import TokenMap, plot_head_grid

        token_map = TokenMap.of(image, self.layout, number=self.image, batch=self.batch, frame=frame)
        weights = self.weights[:, :, one_index("query", query, len(self.queries))].float().numpy()
        return plot_head_grid(token_map, weights, rows=[f"layer {layer}" for layer in self.layers])

    def _repr_html_(self) -> str:
        shares = self.share.float().mean(-1)
        lines = long_table({"layer": self.layers, "head": range(shares.shape[1])}, share=shares)
        best = lines.sort_values("share", ascending=False, kind="stable").head(10)
        return self._html(best, note="The heads that spend most on the image, on average over queries")

    def __repr__(self) -> str:
        layers, heads, queries, tokens = self.weights.shape
        return f"ImageAttention({layers} layers x {heads} heads; {queries} queries -> {tokens} image tokens)"


def attention_to_image(
    model: HookedVLMTransformer,
    inputs: Inputs,
    *,
    queries: Any = None,
    layers: Indices | None = None,
    image: int = 0,
    batch: int = 0,
) -> ImageAttention:
    """Attention from some positions to the tokens of an image, in every head.

    Of each pattern only the rows of these queries are kept. Where image features are not in the sequence but keys of
    cross-attention, it is that in its layers, which goes to images alone.

    Args:
        model: The model.
        inputs: What ``model.prepare_*``, HF's processor or ``model.encode`` made.
        queries: A selection, an index, a slice, a list or a mask; None takes the last token.
        layers: Numbers of blocks; negative ones count from the end, None takes all whose patterns have image tokens.
        image: Number of the image in its row.
        batch: Row of the batch.

    Raises:
        InputError: Queries, layers or an image that don't exist.
    """
    layout = model.token_layout(inputs)
    crosses = model.cfg.cross is not None
    chosen = model.cfg.with_image_keys(layers) if crosses else model.cfg.with_patterns(layers)
    at = position_indices(layout.last if queries is None else queries, layout, batch=batch)
    if len(at) == 0:
        raise InputError("There are no queries: the selection is empty in this row.")
    if not (tokens := layout.last.tokens[batch, at]).all():
        raise InputError(f"Positions {at[~tokens].tolist()} of row {batch} are padding, which looks at nothing.")
    layout = model.key_layout(inputs) if crosses else layout
    tokens = layout.positions(kind="image", image=image, batch=batch)
    names = [f"lm.blocks.{layer}.{model.cfg.mixer_of(layer)}.hook_pattern" for layer in chosen]
    with torch.no_grad():
        _, cache = model.run_with_cache(
            model.encode(inputs), names, positions=at, stop_at_layer=chosen[-1] + 1, return_type=None
        )
    weights = torch.stack([cache[name][batch][..., tokens.to(cache[name].device)].cpu() for name in names])
    return ImageAttention(
        layers=tuple(chosen), queries=at, tokens=tokens, weights=weights, layout=layout, image=image, batch=batch
    )
