"""Metrics: from the logits of a run to one number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import SupportsIndex

import torch
from torch import Tensor

from vlm_lens_native.errors import InputError

Metric = Callable[[Tensor], Tensor | float]
"""From float32 logits, ``[d_vocab]`` of the last token or ``[read d_vocab]`` of chosen ones, to a number."""


def logit_difference(answer: SupportsIndex, other: SupportsIndex) -> Metric:
    """A metric: the logit of one token less that of another, such as the source's answer and the target's."""

    def difference(logits: Tensor) -> Tensor:
        return logits[..., answer].mean() - logits[..., other].mean()

    return difference


def one_for_each(metric: Metric | Sequence[Metric], n: int, *, what: str) -> list[Metric]:
    """Metrics of ``n`` rows or pairs (``what`` they are), where one for all or one for each was given.

    Raises:
        InputError: Something else than functions, or another number of them.
    """
    metrics = [metric] * n if callable(metric) else metric
    if isinstance(metrics, str) or not isinstance(metrics, Sequence) or not all(map(callable, metrics)):
        raise InputError(
            f"metric={metric!r} is no metric. One is a function from logits to a number, such as "
            'analysis.logit_difference(answer_id, other_id) or gradients.word_logit(model, "red", minus="blue"); give '
            "one, or a list with one for each row."
        )
    if len(metrics) != n:
        raise InputError(f"Got {len(metrics)} metrics for {n} {what}; give one for each, or one for all.")
    return list(metrics)


def measured(metric: Metric, logits: Tensor) -> Tensor:
    """A metric's value, without axes; with the graph that it was computed by, if there is one.

    Raises:
        InputError: It takes logits of another form, or does not return one real number.
    """
    try:
        value = torch.as_tensor(metric(logits))
    except IndexError as error:
        axes = "d_vocab" if logits.ndim == 1 else "read d_vocab"
        raise InputError(
            f"The metric raised IndexError ({error}). It gets the logits of one row of the batch, [{axes}], here "
            f"{list(logits.shape)}: of the last token, unless read= asks for more positions."
        ) from error
    if value.numel() != 1 or value.is_complex():
        raise InputError(f"The metric returned {value.dtype} of shape {list(value.shape)}; expected one real number.")
    return value.reshape(())
