"""What pixel saliency finds, by pixel and by token, and where that is in the user's image."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.analysis.result import Result
from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import check_index
from vlm_lens_native.inputs import TokenLayout

if TYPE_CHECKING:
    import pandas as pd
    import PIL.Image
    from matplotlib.figure import Figure

Method = Literal["gradient", "gradient_x_input", "integrated_gradients", "smoothgrad"]
DIVIDES = ("gradient_x_input", "integrated_gradients")  # they divide a change of the metric, so signs and sums count


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PixelSaliency(Result):
    """How much pixels matter to a metric.

    Of the methods that divide a change of the metric (``gradient_x_input``, ``integrated_gradients``), values have
    signs and are summed over channels and over a token's pixels. Of the others they are lengths of gradients.

    Attributes:
        method: How they were found.
        values: In the shape of ``pixel_values``, for each channel.
        pixels: For each row and image ``[height width]`` of the processed image; of tiles laid side by side, without
            the global view.
        tokens: For each row and image, one for each of its tokens, global views included.
        metric_value: Of each row's unchanged run.
        baseline_value: Of integrated gradients: the metric at the baseline; else None.
        layout: Of the inputs.
    """

    _ranked_by, _shown = "saliency", "The tokens with the largest values"
    _line_keys, line_row = ("image",), "batch"

    method: Method
    values: Tensor
    pixels: tuple[tuple[Float[Tensor, "_height _width"], ...], ...]
    tokens: tuple[tuple[Float[Tensor, " _token"], ...], ...]
    metric_value: Float[Tensor, " batch"]
    baseline_value: Float[Tensor, " batch"] | None
    layout: TokenLayout

    @property
    def gap(self) -> Float[Tensor, " batch"]:
        """Of integrated gradients: by how much all values of a row miss the metric's change from the baseline.

        Raises:
            InputError: Another method's values are not meant to add up.
        """
        if self.baseline_value is None:
            raise InputError(f"The values of {self.method} don't add up to anything; those of integrated gradients do.")
        totals = [sum(float(tokens.sum()) for tokens in row) for row in self.tokens]
        return torch.tensor(totals) - (self.metric_value - self.baseline_value)

    def map(
        self, *, of: Literal["pixels", "tokens"] = "pixels", image: int = 0, batch: int = 0
    ) -> Float[np.ndarray, "height width"]:
        """The saliency of an image, in pixels of the original image (of the processed one, if that is unknown).

        Args:
            of: ``"pixels"``: of methods that divide a change of the metric, each original pixel has its share of the
                processed pixels that lie on it, so that the sum over a region is what the region accounts for, and the
                sum of the map is that of ``pixels`` (of tiles, the global view's values are in ``tokens`` only). Of
                lengths of gradients it has the mean of the processed pixels that lie on it. ``"tokens"``: the value of
                its token, of tiles the finest one; these don't add up over pixels.
            image: Number of the image in its row.
            batch: Row of the batch.

        Returns:
            NaN where the model does not see the pixel.
        """
        check_index("row", batch, len(self.pixels))
        check_index("image", image, len(self.pixels[batch]))
        if of == "tokens":
            return self.layout.heatmap(self.tokens[batch][image], image=image, batch=batch)
        if of != "pixels":
            raise InputError(f"of={of!r} is unknown; expected 'pixels' or 'tokens'.")
        pixels, transform = self.pixels[batch][image].numpy(), self.layout.placed[batch][image].transform
        if transform is None or self.layout.box_space == "processed":
            return pixels
        columns, rows = (
            _overlap(size, transform.scale[axis], transform.offset[axis], pixels.shape[1 - axis])
            for axis, size in enumerate(transform.original_size)
        )
        seen = np.outer(rows.sum(1), columns.sum(1))  # in processed pixels
        values = rows @ pixels.astype(np.float64) @ columns.T
        if self.method not in DIVIDES:
            values = np.divide(values, seen, out=values, where=seen > 0)
        return np.where(seen > 1e-9, values, np.nan)

    def to_dataframe(self) -> pd.DataFrame:
        """One line for each image token: its row, image, position, box in the layout's pixels, and saliency."""
        import pandas as pd

        frames = []
        for batch, row in enumerate(self.tokens):
            for image, tokens in enumerate(row):
                at = self.layout.placed[batch][image].positions
                boxes = {name: self.layout.table.box[batch, at, i] for i, name in enumerate(("x1", "y1", "x2", "y2"))}
                columns = {"batch": batch, "image": image, "position": at, **boxes, "saliency": tokens.numpy()}
                frames.append(pd.DataFrame(columns))
        return pd.concat(frames, ignore_index=True)

    def plot(
        self,
        image: PIL.Image.Image,
        *,
        of: Literal["pixels", "tokens"] = "pixels",
        number: int = 0,
        batch: int = 0,
    ) -> Figure:
        """The saliency over the user's image: red raises the metric, blue lowers it; of lengths there is only red.

        Args:
            image: The image that the inputs were made from.
            of: Single pixels, or tokens.
            number: Of the image in its row.
            batch: Row of the batch.
        """
        from vlm_lens_native.visualize import plot_signed_map

        values = self.map(of=of, image=number, batch=batch)
        label = "change of the metric" if self.method in DIVIDES else "length of the gradient"
        return plot_signed_map(image, values, label=label, title=self.method.replace("_", " "))

    def __repr__(self) -> str:
        images = [len(row) for row in self.pixels]
        return f"PixelSaliency({self.method}; images by row {images}; pixel_values {list(self.values.shape)})"


def _overlap(n: int, scale: float, offset: float, n_processed: int) -> Float[np.ndarray, "original processed"]:
    """How much of each processed pixel along an axis lies on each of ``n`` original ones: from 0 to 1."""
    edges = np.arange(n + 1) * scale + offset
    first = np.arange(n_processed)
    inside = np.minimum(edges[1:, None], first + 1) - np.maximum(edges[:-1, None], first)
    return inside.clip(min=0)
