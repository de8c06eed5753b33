"""Metrics: from the logits of a run to one number."""

from __future__ import annotations

from collections.abc import Callable
from typing import SupportsIndex

from torch import Tensor

Metric = Callable[[Tensor], Tensor | float]
"""From float32 logits, ``[d_vocab]`` of the last token or ``[read d_vocab]`` of chosen ones, to a number."""


def logit_difference(answer: SupportsIndex, other: SupportsIndex) -> Metric:
    """A metric: the logit of one token less that of another, such as the source's answer and the target's."""

    def difference(logits: Tensor) -> Tensor:
        return logits[..., answer].mean() - logits[..., other].mean()

    return difference
