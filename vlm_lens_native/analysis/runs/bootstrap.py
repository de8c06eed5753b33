"""How far a mean over pairs or inputs can be trusted."""

from __future__ import annotations

import torch
from jaxtyping import Float
from torch import Tensor

from vlm_lens_native.errors import InputError


def bootstrap(
    samples: Float[Tensor, "sample *cell"], level: float, *, resamples: int, seed: int
) -> tuple[Float[Tensor, "*cell"], Float[Tensor, "*cell"]]:
    """The percentile bootstrap of the mean over samples, without those that are NaN.

    Raises:
        InputError: There is one sample only, or no such level.
    """
    n = len(samples)
    if n < 2 or not 0 < level < 1:
        raise InputError(f"An interval needs several pairs or inputs, and a level in (0, 1); got {n} and {level}.")
    drawn = torch.randint(n, (resamples, n), generator=torch.Generator().manual_seed(seed))
    means = torch.stack([samples[rows].nanmean(0) for rows in drawn])
    low, high = means.nanquantile(torch.tensor([(1 - level) / 2, (1 + level) / 2]), dim=0)
    return low, high
