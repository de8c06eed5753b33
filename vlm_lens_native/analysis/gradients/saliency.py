"""Pixel saliency: which pixels account for a metric.

Sources: Simonyan et al., "Deep Inside Convolutional Networks" (2013), for gradients; Shrikumar et al., "Not Just a
Black Box" (2016), for gradient times input; Sundararajan et al., "Axiomatic Attribution for Deep Networks" (2017), for
integrated gradients; Smilkov et al., "SmoothGrad: removing noise by adding noise" (2017).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, get_args

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.analysis.gradients.metrics import Metrics, evaluate
from vlm_lens_native.analysis.gradients.passes import (
    check_completeness,
    gradients,
    last_logits,
    midpoints,
    shared_layout,
)
from vlm_lens_native.analysis.gradients.saliency_result import DIVIDES, Method, PixelSaliency
from vlm_lens_native.encoded import DecoderInput, Prepared
from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import is_number
from vlm_lens_native.inputs import TokenGrid, TokenLayout
from vlm_lens_native.inputs.geometries.tiles import real_views
from vlm_lens_native.inputs.geometry import Number
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.progress import tqdm


def pixel_saliency(
    model: HookedVLMTransformer,
    inputs: Prepared,
    *,
    metric: Metrics,
    method: Method = "gradient",
    baseline: Prepared | None = None,
    steps: int = 32,
    samples: int = 25,
    noise: Number = 0.1,
    seed: int = 0,
    tolerance: Number = 0.05,
) -> PixelSaliency:
    """The saliency of every pixel of every image, through the vision encoder and all of the decoder.

    Args:
        model: The model.
        inputs: What ``model.prepare_*`` made, or HF's processor, with images; any number of rows.
        metric: As for `attribution_patching`.
        method: ``"gradient"``; ``"gradient_x_input"`` (the input as normalised by the processor);
            ``"integrated_gradients"`` from a baseline; ``"smoothgrad"``, the mean gradient of noisy copies.
        baseline: For integrated gradients: inputs with the same layout where the line begins, such as the same prompt
            about ``corruptions.mean_colour(image)`` or a counterpart of the scene.
        steps: For integrated gradients: points on the line, the midpoints of as many equal parts.
        samples: For SmoothGrad: noisy copies.
        noise: For SmoothGrad: standard deviation of the noise, in the units of ``pixel_values``. Too much of it makes
            images that the model does not know, and gradients without meaning.
        seed: For SmoothGrad: of the noise.
        tolerance: Warns if integrated gradients miss the change that they divide by more than this share of it.

    Raises:
        InputError: An unknown method, inputs without images or with another layout than the baseline's, no baseline
            where one is needed, no steps or samples, or a metric without a gradient.
    """
    if isinstance(inputs, DecoderInput) or isinstance(baseline, DecoderInput):
        raise InputError("Saliency is about pixels, which encoded inputs don't hold; give those of model.prepare_*.")
    layout = model.token_layout(inputs)
    _check(method, inputs, baseline)
    shares = midpoints(steps)
    _check_noise(samples, noise)
    if baseline is not None:
        shared_layout(model, baseline, inputs)
    slope = _slope(model, inputs, metric, layout)
    pixels = inputs["pixel_values"].detach().to(model.device)
    value, gradient = slope(pixels)
    baseline_value = None
    if method == "gradient_x_input":
        gradient = gradient * pixels
    elif method == "smoothgrad":
        gradient = _mean(slope, _noisy(pixels, samples, noise, seed), samples)
    elif baseline is not None:
        start = baseline["pixel_values"].detach().to(pixels)
        baseline_value = slope(start)[0]
        points = (torch.lerp(start, pixels, share) for share in shares)
        gradient = _mean(slope, points, steps) * (pixels - start)
    result = _result(model, inputs, layout, method, gradient.cpu(), value, baseline_value)
    if baseline_value is not None:
        effect = value - baseline_value
        check_completeness(result.gap + effect, effect, tolerance=tolerance, steps=steps)
    return result


def _check(method: str, inputs: Mapping[str, Any], baseline: Mapping[str, Any] | None) -> None:
    if method not in get_args(Method):
        raise InputError(f"method={method!r} is unknown; expected one of {', '.join(get_args(Method))}.")
    if inputs.get("pixel_values") is None or inputs.get("pixel_values_videos") is not None:
        raise InputError(
            "Pixel saliency is about images; these inputs have none, or have videos. Pass frames as images."
        )
    if (baseline is None) == (method == "integrated_gradients"):
        raise InputError(
            "Integrated gradients need a baseline, and the other methods take none: the same prompt about an image "
            "without the information, such as model.prepare_messages(task, corruptions.mean_colour(image))."
        )


def _check_noise(samples: int, noise: Number) -> None:
    if not is_number(samples) or samples < 1:
        raise InputError(f"samples={samples!r}: expected a whole number of noisy copies, at least one.")
    if not noise >= 0:
        raise InputError(f"noise={noise} is a standard deviation, which is not negative.")


Slope = Callable[[Tensor], tuple[Tensor, Tensor]]


def _slope(model: HookedVLMTransformer, inputs: Mapping[str, Any], metric: Metrics, layout: TokenLayout) -> Slope:
    """From pixels to the metric of each row, and its gradient."""

    def slope(pixels: Tensor) -> tuple[Tensor, Tensor]:
        with gradients(model):
            leaf = pixels.clone().requires_grad_()
            value = evaluate(metric, last_logits(model, {**inputs, "pixel_values": leaf}, layout))
            (gradient,) = torch.autograd.grad(value.sum(), leaf)
        return value.detach().cpu(), gradient.float()

    return slope


def _mean(slope: Slope, points: Iterable[Tensor], n: int) -> Tensor:
    """The mean gradient at some pixels."""
    total = torch.zeros(())
    for point in tqdm(points, total=n, desc="Saliency", unit="pass", leave=False):
        total = total.to(point.device) + slope(point)[1] / n
    return total


def _noisy(pixels: Tensor, samples: int, noise: Number, seed: int) -> Iterator[Tensor]:
    """Noisy copies of pixels, one at a time; views that are padding (SmolVLM) stay what they are, zero."""
    generator = torch.Generator().manual_seed(seed)
    seen = real_views(pixels)[..., None, None, None] if pixels.ndim == 5 else 1.0
    for _ in range(samples):
        yield pixels + noise * seen * torch.randn(pixels.shape, generator=generator).to(pixels)


def _result(
    model: HookedVLMTransformer,
    inputs: Mapping[str, Any],
    layout: TokenLayout,
    method: Method,
    values: Tensor,
    metric_value: Tensor,
    baseline_value: Tensor | None,
) -> PixelSaliency:
    """Divides the values among rows and images, and brings them into pixels and tokens."""
    visions = [item.vision for row in layout.placed for item in row]
    known = model._prompts.made({**inputs, "pixel_values": inputs["pixel_values"].cpu()})
    geometry = model._prompts.geometry
    shares = iter(geometry.shares(values, known, visions))
    pixels, tokens = [], []
    for row in layout.placed:
        images = [(next(shares), item.vision) for item in row]
        views = [geometry.views(*image) for image in images]
        pixels.append(tuple(_over_channels(geometry.picture(*image, repeated="sum"), method) for image in images))
        tokens.append(tuple(torch.cat([_by_token(grid, view, method) for grid, view in each]) for each in views))
    return PixelSaliency(
        method=method,
        values=values,
        pixels=tuple(pixels),
        tokens=tuple(tokens),
        metric_value=metric_value,
        baseline_value=baseline_value,
        layout=layout,
    )


def _over_channels(view: Tensor, method: Method) -> Tensor:
    return view.sum(0) if method in DIVIDES else view.square().sum(0).sqrt()


def _by_token(grid: TokenGrid, view: Tensor, method: Method) -> Float[Tensor, " token"]:
    """The values of each token's pixels; what no token saw is left out."""
    per_pixel = _over_channels(view, method) if method in DIVIDES else view.square().sum(0)
    sums, (x1, y1, x2, y2) = torch.zeros(grid.n_tokens), grid.box
    placed = np.flatnonzero(grid.places()[0] >= 0)
    if len(placed):
        # a view spans the grid's box, in pixels of its own where it is a downscaled one of the whole image
        scale = np.array([view.shape[2] / (x2 - x1), view.shape[1] / (y2 - y1)] * 2)
        edges = np.rint((grid.cell_boxes()[placed] - np.array([x1, y1] * 2)) * scale).astype(int).tolist()
        cells = [per_pixel[top:bottom, left:right].sum() for left, top, right, bottom in edges]
        sums[placed] = torch.stack(cells).to(sums)
    return sums if method in DIVIDES else sums.sqrt()
