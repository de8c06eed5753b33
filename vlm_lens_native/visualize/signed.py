"""Values with signs over an image, pixel by pixel."""

from __future__ import annotations

import matplotlib
import numpy as np
from jaxtyping import Float
from matplotlib.cm import ScalarMappable
from matplotlib.colors import Normalize
from matplotlib.figure import Figure

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs import load_image
from vlm_lens_native.inputs.loading import ImageLike
from vlm_lens_native.visualize.style import SIGNED_MAP, SLIM, bare, picture_figure, put_title, scale_bar


def plot_signed_map(
    image: ImageLike,
    values: Float[np.ndarray, "height width"],
    *,
    label: str = "",
    title: str = "",
    high: float | None = None,
) -> Figure:
    """Values over the image in grey, on a scale that is even around zero: the larger, the less of the image is seen.

    Args:
        image: The image, in the size of the values.
        values: One for each pixel; NaN fades the pixel to white.
        label: Of the colour bar.
        title: Above the picture.
        high: The end of the scale; None takes the largest value, leaving out the largest thousandth of the pixels.

    Raises:
        InputError: The image has another size than the values.
    """
    height, width, image = *values.shape, load_image(image)
    if image.size != (width, height):
        raise InputError(
            f"The image has {image.width} x {image.height} pixels, but the values {width} x {height} (width x height); "
            "give the image that the inputs were made from."
        )
    sizes = np.abs(values[np.isfinite(values)])
    high = float(np.quantile(sizes, 0.999)) if high is None and sizes.size else high or 0.0
    high = high if high > 0 else 1.0
    norm = Normalize(-high, high)
    grey = np.asarray(image.convert("L"), dtype=float)[..., None].repeat(3, axis=-1)
    colours = matplotlib.colormaps[SIGNED_MAP](norm(np.nan_to_num(values)))[..., :3] * 255
    opacity = np.clip(np.nan_to_num(np.abs(values)) / high, 0, 1)[..., None] ** 0.5 * 0.9
    mixed = np.where(np.isnan(values)[..., None], 0.25 * grey + 191, (1 - opacity) * grey + opacity * colours)
    figure, axes = picture_figure(image.size)
    bare(axes).imshow(mixed.round().astype(np.uint8))
    put_title(axes, title, size=11)
    bar = scale_bar(figure, axes, ScalarMappable(norm, SIGNED_MAP), label=label, **SLIM)
    if not (values < 0).any():
        bar.set_ylim(0, high)  # the colours stay those of a scale with two sides
    return figure
