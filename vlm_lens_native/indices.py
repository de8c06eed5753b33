"""Layers, heads and other things by number: one rule, and one form of message, for the whole library."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Sequence
from typing import Any, SupportsIndex, TypeGuard

import numpy as np
from torch import Tensor

from vlm_lens_native.errors import InputError, OutOfRangeError

Indices = SupportsIndex | slice | Iterable[SupportsIndex]
"""A whole number of Python, numpy or torch, a slice, a range, or several numbers."""


def one_index(what: str, index: Any, n: int) -> int:
    """A number as one from 0 to ``n - 1``.

    Args:
        what: What is numbered, in the singular: ``"layer"``.
        index: A whole number; negative ones count from the end.
        n: How many there are.

    Raises:
        InputError: Something else, such as True.
        OutOfRangeError: There are not so many.
    """
    if not is_number(index):
        raise InputError(f"Got {index!r} for a {what}; expected a whole number from 0 to {n - 1}, or from -{n} to -1.")
    number = operator.index(index)
    if not -n <= number < n:
        raise OutOfRangeError(f"There is no {what} {number}: {_known(n)}; negative numbers count from the end.")
    return number % n


def indices(what: str, given: Any, n: int) -> list[int]:
    """A choice (`Indices`, or None for all) as numbers from 0 to ``n - 1``, in the order in which they were given.

    Raises:
        InputError: As for `one_index`, or a number that is there twice.
        OutOfRangeError: As for `one_index`, or no number at all.
    """
    chosen = _numbers(what, given, n)
    if len(set(chosen)) < len(chosen):
        raise InputError(f"{given!r} names a {what} twice; give each once.")
    return chosen


def index_set(what: str, given: Any, n: int) -> list[int]:
    """A choice (`Indices`, or None for all) as numbers from 0 to ``n - 1``, in ascending order and each once.

    Raises:
        InputError: As for `one_index`.
        OutOfRangeError: As for `one_index`, or no number at all.
    """
    return sorted(set(_numbers(what, given, n)))


def check_index(what: str, index: int, n: int) -> None:
    """Raises an OutOfRangeError unless ``0 <= index < n``.

    For what prompts have in different numbers, such as images, so that there is no one end to count from.
    """
    if not 0 <= index < n:
        raise OutOfRangeError(f"There is no {what} {index}: {_known(n)}.")


def is_number(given: Any) -> TypeGuard[int]:
    """Whether this is one whole number, of whatever library; neither True nor a list of one number is."""
    given = _of_python(given)
    return hasattr(given, "__index__") and not isinstance(given, bool)


def is_one(given: Any) -> bool:
    """Whether something stands for itself: a number, a text, or whatever else holds no others."""
    return isinstance(given, str) or not isinstance(given, Iterable) or getattr(given, "ndim", 1) == 0


def listed(given: Any) -> list[Any]:
    """What may be given as one or as several (words, answers), as a list in which numbers are Python's."""
    return [operator.index(each) if is_number(each) else each for each in ([given] if is_one(given) else given)]


def runs(numbers: Sequence[int]) -> str:
    """``0-3, 7`` for ``[0, 1, 2, 3, 7]``; at most six runs are spelled out."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1] = [found[-1][0], number]
        else:
            found.append([number])
    shown = ["-".join(map(str, run)) for run in found[:6]] + ["..."] * (len(found) > 6)
    return ", ".join(shown) or "none"


def _numbers(what: str, given: Any, n: int) -> list[int]:
    if given is None or isinstance(given, slice):
        chosen = list(range(n)[given or slice(None)])
    else:
        plain = _of_python(given)
        chosen = [one_index(what, each, n) for each in ([plain] if is_one(plain) else plain)]
    if not chosen:
        raise OutOfRangeError(f"{given!r} chooses no {what}: {_known(n)}; None takes all.")
    return chosen


def _of_python(index: Any) -> Any:
    """Numbers of numpy and torch as Python's own, so that True is no number."""
    return index.tolist() if isinstance(index, Tensor | np.ndarray | np.generic) else index


def _known(n: int) -> str:
    return f"they are numbered 0 to {n - 1}" if n else "there is none"
