"""The picture of a sweep over layers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.analysis.runs.bootstrap import bootstrap

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_CURVES = 6
"""Beyond them a sweep is a map."""


def plot_samples(
    samples: Float[Tensor, "sample layer column"],
    *,
    layers: Sequence[str],
    columns: Sequence[str],
    label: str,
    place: str,
    most_curves: int = MOST_CURVES,
    **curves: Any,
) -> Figure:
    """The mean over samples, as a curve for each column, with 95 % intervals if there are several samples; or a map.

    Args:
        samples: What was measured.
        layers: Names of layers.
        columns: Names of columns.
        label: What the numbers are.
        place: What was done at the layers.
        most_curves: With more columns it is a map of layers by columns.
        curves: For `visualize.plot_patching`.
    """
    from vlm_lens_native.visualize import plot_effect_map, plot_patching

    mean = samples.nanmean(0).numpy()
    if len(columns) > most_curves:
        return plot_effect_map(mean, rows=layers, columns=columns, label=label, row_label=place)
    ends = bootstrap(samples, 0.95, resamples=2000, seed=0) if len(samples) > 1 else None
    band = None if ends is None else (ends[0].numpy(), ends[1].numpy())
    return plot_patching(mean, layers=layers, groups=columns, label=label, place=place, band=band, **curves)
