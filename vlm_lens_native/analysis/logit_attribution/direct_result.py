"""What direct logit attribution finds: parts that sum to a logit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, SupportsIndex

import numpy as np
from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.analysis.logit_attribution.answer_result import AnswerAttribution
from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import index_set, one_index

if TYPE_CHECKING:
    import pandas as pd
    import PIL.Image
    from matplotlib.figure import Figure

By = Literal["component", "head", "neuron", "source"]

_LABEL = re.compile(r"L(?P<layer>\d+)(?P<kind>[HN])(?P<number>\d+)|(?P<block>\d+)_(?P<part>\w+)")
_KINDS = {"H": "head", "N": "neuron"}


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class DirectAttribution(AnswerAttribution):
    """An answer's logit, or its lead over another answer's, as a sum of parts; for each row of the batch.

    Attributes:
        by: How the sum is split.
        labels: Names of the parts, as decompositions of a cache give them: ``embed``, ``image_embed``, ``3_attn_out``,
            ``3_mlp_out``, ``3_deepstack``, ``L3H1``, ``L3N17``; ``3_other_neurons``, those of the block that are not
            listed; ``bias``, the output projections' biases that belong to no head or neuron; ``b_U``, the
            unembedding's; ``ln_final``, the final norm's, where it has one.
        values: What each part adds, in logits.
        sources: By source: what each head adds from each position that it reads; these heads are not in `values`.
        positions: The position of each row after which the answer is read.

    And those of `AnswerAttribution`.
    """

    _shown = "The largest parts"
    _line_keys = ("part",)

    by: By
    labels: tuple[str, ...]
    values: Float[Tensor, "part row"]
    sources: Float[Tensor, "row layer head pos"] | None
    positions: Int[Tensor, " row"]

    @property
    def total(self) -> Float[Tensor, " row"]:
        """The sum of all parts."""
        sources = 0.0 if self.sources is None else self.sources.sum((1, 2, 3))
        return self.values.sum(0) + sources

    @property
    def error(self) -> Float[Tensor, " row"]:
        """By how much the sum exceeds the model's own logit: rounding, unless a hook changes what parts pass on."""
        return self.total - self.logit

    @property
    def heads(self) -> Float[Tensor, "row layer head"]:
        """What each head adds; 0 where a layer has fewer heads than another, or none.

        Raises:
            InputError: The sum was split otherwise.
        """
        if self.sources is not None:
            return self.sources.sum(-1)
        if self.by != "head":
            raise InputError(f'This attribution is by {self.by}; direct(..., by="head") has heads.')
        read = [_read(label) for label in self.labels]
        own = [nth for nth, (kind, _, _) in enumerate(read) if kind == "head"]
        layers, numbers = [read[nth][1] for nth in own], [read[nth][2] for nth in own]
        n_layers = 1 + max(layer for _, layer, _ in read)
        found = self.values.new_zeros(len(self.logit), n_layers, 1 + max(numbers))
        found[:, layers, numbers] = self.values[own].T
        return found

    def __getitem__(self, label: str) -> Float[Tensor, " row"]:
        """What one part adds.

        Raises:
            InputError: There is no such part.
        """
        if label in self.labels:
            return self.values[self.labels.index(label)]
        kind, layer, number = _read(label)
        if self.sources is not None and kind == "head":
            _, n_layers, n_heads, _ = self.sources.shape
            if layer < n_layers and number < n_heads:
                return self.sources[:, layer, number].sum(-1)
        shown = ", ".join(self.labels[:12]) + (", ..." if len(self.labels) > 12 else "")
        raise InputError(f"There is no part {label!r} in an attribution by {self.by}; there are {shown}.")

    def heatmap(
        self,
        layer: SupportsIndex | None = None,
        head: SupportsIndex | None = None,
        *,
        image: int = 0,
        row: int = 0,
        frame: int | None = None,
        combine: Literal["tiles", "global", "mean"] = "tiles",
    ) -> Float[np.ndarray, "height width"]:
        """What heads add from each token of an image, on the pixels of the original image; NaN where no token saw it.

        Args:
            layer: Only heads of this block; None sums over all.
            head: Only the head of this number; None sums over all.
            image: Number of the image in its row.
            row: Row of the batch.
            frame: Which frame of a video.
            combine: As for ``layout.heatmap``.

        Raises:
            InputError: The attribution is not by source, its inputs have no layout, or there is no such head or row.
        """
        row = one_index("row", row, len(self.logit))
        by_position = self._by_position(layer, head, row)
        if self.layout is None:
            raise InputError(
                "These inputs have no token layout: they are embeddings or prefilled, or it is not known which "
                "views make up an image. Give direct() what model.prepare_messages or prepare_chat made."
            )
        return self.layout.heatmap(by_position, image=image, batch=row, frame=frame, combine=combine)

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each row and part; by source, one for each row, head and position as well.

        Columns: ``row``, ``part``, ``kind``, ``layer``, ``number`` (of a head or neuron), ``position`` (of a source)
        and ``value``, in logits; -1 where a column does not apply.
        """
        import pandas as pd

        table = pd.DataFrame([(label, *_read(label)) for label in self.labels], columns=["part", *_COLUMNS])
        n_rows = len(self.logit)
        lines = pd.concat([table] * n_rows, ignore_index=True)
        lines.insert(0, "row", np.repeat(np.arange(n_rows), len(self.labels)))
        lines["position"] = -1
        lines["value"] = self.values.T.numpy().ravel()
        if self.sources is None:
            return lines
        row, layer, head, position = np.indices(self.sources.shape).reshape(4, -1)
        names = np.array([[f"L{i}H{j}" for j in range(self.sources.shape[2])] for i in range(self.sources.shape[1])])
        split = {"row": row, "part": names[layer, head].astype(object), "kind": "head", "layer": layer, "number": head}
        split |= {"position": position, "value": self.sources.numpy().ravel()}
        return pd.concat([lines, pd.DataFrame(split)], ignore_index=True)

    def plot(
        self,
        image: PIL.Image.Image | None = None,
        *,
        layer: SupportsIndex | None = None,
        head: SupportsIndex | None = None,
        number: int = 0,
        row: int = 0,
        frame: int | None = None,
        n: int = 20,
    ) -> Figure:
        """The largest parts as bars; heads as a map of layers by heads; by source, a map over the user's image.

        Args:
            image: By source: the image that the inputs were made from. Without it heads are shown.
            layer: By source, on an image: only heads of this block.
            head: Likewise only the head of this number.
            number: Likewise the image's number in its row.
            row: Row of the batch.
            frame: Likewise which frame of a video.
            n: How many bars.
        """
        from vlm_lens_native.visualize import plot_effect_map, plot_parts, plot_signed_map

        row = one_index("row", row, len(self.logit))
        if image is not None:
            painted = self.heatmap(layer, head, image=number, row=row, frame=frame)
            at = self.layout.positions(kind="image", image=number, batch=row) if self.layout is not None else []
            share = float(self._by_position(layer, head, row)[at].sum())
            which = "" if layer is None and head is None else " of these"
            title = f"{self._title(row)}, {share:+.2f} of them from heads{which} that read this image"
            return plot_signed_map(image, painted, label="logits", title=title)
        if self.by in ("head", "source"):
            values = self.heads[row].numpy()
            names = [f"layer {layer}" for layer in range(len(values))]
            columns = [str(head) for head in range(values.shape[1])]
            title = f"{self._title(row)}, {float(values.sum()):+.2f} of them from heads"
            return plot_effect_map(
                values, rows=names, columns=columns, label="logits", column_label="head", title=title
            )
        return plot_parts(self.values[:, row].numpy(), labels=self.labels, n=n, label="logits", title=self._title(row))

    def _by_position(self, layer: Any, head: Any, row: int) -> Float[Tensor, " pos"]:
        if self.sources is None:
            raise InputError(f'This attribution is by {self.by}; direct(..., by="source") splits by position.')
        _, n_layers, n_heads, _ = self.sources.shape
        return self.sources[row][index_set("layer", layer, n_layers)][:, index_set("head", head, n_heads)].sum((0, 1))

    def __repr__(self) -> str:
        parts = len(self.labels) + (0 if self.sources is None else self.sources[0].numel())
        return (
            f"DirectAttribution({parts} parts by {self.by}; {self._titles}; off by {float(self.error.abs().max()):.1e})"
        )


_COLUMNS = ["kind", "layer", "number"]


def _read(label: str) -> tuple[str, int, int]:
    """Kind, layer and number of a part, as its label tells them; -1 where there is none."""
    found = _LABEL.fullmatch(label)
    if found is None:
        return label, -1, -1
    if found["layer"] is not None:
        return _KINDS[found["kind"]], int(found["layer"]), int(found["number"])
    return found["part"], int(found["block"]), -1
