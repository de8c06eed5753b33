"""Which runs ride together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")

_MOST_WASTE = 1.5  # positions that a batch computes, over those that its rows need


def batches(
    items: Sequence[Item], *, first: Callable[[Item], int], n_pos: int, n_rows: Callable[[int], int]
) -> list[list[Item]]:
    """Puts runs that start at one layer into batches, each in the order of their first positions.

    A batch begins at the earliest position of its rows, so rows that begin much later are kept out of it.

    Args:
        items: The runs.
        first: The first position that a run has to compute.
        n_pos: Length of the sequence.
        n_rows: From a batch's first position to the number of rows that may run at once.
    """
    found: list[list[Item]] = []
    needed = 0
    for item in sorted(items, key=first):
        own = n_pos - first(item)
        if found:
            begin, n = first(found[-1][0]), len(found[-1]) + 1
            if n <= n_rows(begin) and n * (n_pos - begin) <= _MOST_WASTE * (needed + own):
                found[-1].append(item)
                needed += own
                continue
        found.append([item])
        needed = own
    return found
