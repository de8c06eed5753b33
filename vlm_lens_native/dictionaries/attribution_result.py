"""What feature attribution finds: an entry for each feature that is active somewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.analysis.logit_attribution import AnswerAttribution
from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import check_index, one_index

if TYPE_CHECKING:
    import pandas as pd
    import PIL.Image
    from matplotlib.figure import Figure


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class FeatureAttribution(AnswerAttribution):
    """What features add to an answer's logit, or to its lead over another answer's; for each row of the batch.

    Only active features are listed: one that is 0 adds nothing.

    Attributes:
        place: The hook point that the dictionary writes to.
        method: ``"direct"``, ``"gradient"`` or ``"integrated"`` (`attribute`).
        n_features: How many features the dictionary has; of one that reads heads one by one, those of all heads.
        row: Of each entry: the row of the batch.
        position: Its position; of a patch in front of the decoder, that of the token that it goes into, -1 for a class
            token's.
        feature: Its feature.
        activations: How active the feature is there.
        values: What it adds, in logits.
        parts: What else the logit is a sum of, by name. Direct: ``b_dec``, the decoder's bias; ``error``, what the
            dictionary leaves out; ``rest``, everything that does not come by this hook point. Integrated: ``without
            features``, the logit where all of them are 0. By gradient there is no sum.

    And those of `logit_attribution.AnswerAttribution`.
    """

    _shown = "The features that add most"
    _line_keys = ("feature",)

    place: str
    method: Literal["direct", "gradient", "integrated"]
    n_features: int
    row: Int[Tensor, " entry"]
    position: Int[Tensor, " entry"]
    feature: Int[Tensor, " entry"]
    activations: Float[Tensor, " entry"]
    values: Float[Tensor, " entry"]
    parts: Mapping[str, Float[Tensor, " row"]]

    @property
    def by_feature(self) -> Float[Tensor, "row feature"]:
        """What each feature adds, over all positions."""
        sums = self.values.new_zeros(len(self.logit), self.n_features)
        return sums.index_put((self.row, self.feature), self.values, accumulate=True)

    @property
    def total(self) -> Float[Tensor, " row"]:
        """The sum of what features add and of the other parts: the logit, but for rounding, if not by gradient."""
        total = self.by_feature.sum(1)
        return total + sum((part.to(total) for part in self.parts.values()), torch.zeros_like(total))

    def heatmap(
        self,
        feature: int | None = None,
        *,
        image: int = 0,
        row: int = 0,
        frame: int | None = None,
        combine: Literal["tiles", "global", "mean"] = "tiles",
    ) -> Float[np.ndarray, "height width"]:
        """What a feature (None: all) adds at each token of an image, on the pixels of the original image.

        Args:
            feature: Which.
            image: Number of the image in its row.
            row: Row of the batch.
            frame: Which frame of a video.
            combine: As for ``layout.heatmap``.

        Raises:
            InputError: The inputs have no layout, the attribution is direct, or there is no such feature or row.
        """
        if self.layout is None or self.method == "direct":
            raise InputError(
                "A map needs the inputs' token layout, and features of all positions: attribute(..., "
                'method="gradient").'
            )
        row = one_index("row", row, len(self.logit))
        mine = (self.row == row) & (self.position >= 0)
        if feature is not None:
            check_index("feature", feature, self.n_features)
            mine &= self.feature == feature
        n_pos = self.layout.table.kind.shape[1]
        by_position = self.values.new_zeros(n_pos).index_add(0, self.position[mine], self.values[mine])
        return self.layout.heatmap(by_position, image=image, batch=row, frame=frame, combine=combine)

    def to_dataframe(self, *, by: Literal["feature", "position"] = "feature") -> pd.DataFrame:
        """One line for each row and active feature: ``n`` positions, its largest ``activation``, and its ``value``.

        Args:
            by: ``"position"``: one line for each position as well.
        """
        import pandas as pd

        columns = {"row": self.row, "position": self.position, "feature": self.feature}
        columns |= {"activation": self.activations, "value": self.values}
        lines = pd.DataFrame({name: values.numpy() for name, values in columns.items()})
        if by == "position":
            return lines
        found = lines.groupby(["row", "feature"], as_index=False)
        return found.agg(n=("position", "size"), activation=("activation", "max"), value=("value", "sum"))

    def plot(
        self,
        image: PIL.Image.Image | None = None,
        *,
        feature: int | None = None,
        number: int = 0,
        row: int = 0,
        frame: int | None = None,
        n: int = 20,
    ) -> Figure:
        """The features that add most, as bars; with an image, where on it they do.

        Args:
            image: The image that the inputs were made from.
            feature: On an image: only this one.
            number: On an image: its number in the row.
            row: Row of the batch.
            frame: On an image: which frame of a video.
            n: How many bars.
        """
        from vlm_lens_native.visualize import plot_parts, plot_signed_map

        row = one_index("row", row, len(self.logit))
        if image is not None:
            painted = self.heatmap(feature, image=number, row=row, frame=frame)
            which = "features" if feature is None else f"feature {feature}"
            return plot_signed_map(image, painted, label="logits", title=f"{self._title(row)}, by {which}")
        names = [*map(str, range(self.n_features)), *self.parts]
        values = [self.by_feature[row].double(), *(part[row : row + 1].double() for part in self.parts.values())]
        return plot_parts(torch.cat(values).numpy(), labels=names, n=n, label="logits", title=self._title(row))

    def __repr__(self) -> str:
        n = len(self.feature.unique())
        return f"FeatureAttribution({n} of {self.n_features} features of {self.place}, {self.method}; {self._titles})"
