"""Which way information flows, and the layers in which it is stopped."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, SupportsIndex

from torch import Tensor

from vlm_lens_native.analysis.runs.groups import Group, one_group
from vlm_lens_native.errors import InputError
from vlm_lens_native.indices import Indices, index_set, is_number, listed
from vlm_lens_native.inputs import Selection, TokenLayout
from vlm_lens_native.inputs.selection import Axis

Flows = Mapping[str, tuple[Group, Group]] | Iterable[tuple[str, str]]
Windows = SupportsIndex | Iterable[Indices]

FLOWS: tuple[tuple[str, str], ...] = (("image", "question"), ("question", "last"), ("image", "last"))
"""From the image into the question, from the question to the last token, and from the image straight to it."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Flow:
    """A flow in one prompt: queries that lose keys.

    Attributes:
        keys: Positions that information comes from; or image features that cross-attention reads.
        queries: Positions that it would go to.
        axis: Which of the two.
    """

    keys: Tensor
    queries: Tensor
    axis: Axis = "pos"


def flow_names(flows: Flows | None) -> dict[str, tuple[Group, Group]]:
    """Flows by name.

    Raises:
        InputError: There are none, or something that is no pair.
    """
    given = FLOWS if flows is None else flows
    pairs = list(given.items()) if isinstance(given, Mapping) else [("", pair) for pair in given]
    if not pairs or any(not isinstance(pair, tuple | list) or len(pair) != 2 for _, pair in pairs):
        raise InputError(f"A flow is a pair of groups (from, to), such as ('image', 'last'); got {flows!r}.")
    return {str(name) or f"{pair[0]} -> {pair[1]}": (pair[0], pair[1]) for name, pair in pairs}


def flow_in(name: str, groups: tuple[Group, Group], layout: TokenLayout, *, row: int) -> Flow:
    """A flow in one row of some inputs.

    Raises:
        InputError: A group is empty, or no query comes after a key, so that there is nothing to knock out.
    """
    source, queries = groups[0], one_group(groups[1], layout, row=row)
    axis: Axis = source.axis if isinstance(source, Selection) else "pos"
    if isinstance(source, Selection) and axis == "image_key":
        keys = source.indices(row)
    else:
        keys = one_group(source, layout, row=row)
    if not len(keys) or not len(queries):
        raise InputError(f"The flow {name!r} has {len(keys)} positions to come from and {len(queries)} to go to.")
    if axis == "image_key":
        return Flow(keys=keys, queries=queries, axis=axis)
    if int(keys[0]) > int(queries[-1]):
        raise InputError(
            f"In the flow {name!r} all positions to go to come before those to come from, so nothing flows there. A "
            "flow is (from, to): ('image', 'last') stops the last token's attention to the image."
        )
    return Flow(keys=keys, queries=queries)


def layer_windows(windows: Any, n_layers: int, attending: Sequence[int] | None = None) -> tuple[tuple[int, ...], ...]:
    """The layers of each window.

    Args:
        windows: `Windows`: a number of layers, for one window around each layer (cut off at both ends, and reaching
            one layer further down than up where it is even); or the windows, each a layer or several.
        n_layers: Number of blocks.
        attending: Those that have attention, among which a number of layers is counted; None for all.

    Raises:
        InputError: No windows, an empty one, one of more layers than there are, or layers that don't exist.
    """
    attending = range(n_layers) if attending is None else attending
    if is_number(windows):
        width = operator.index(windows)
        if not 1 <= width <= len(attending):
            raise InputError(f"A window has 1 to {len(attending)} layers, as many as have attention; got {width}.")
        below, above = width // 2, (width - 1) // 2
        return tuple(tuple(attending[max(0, nth - below) : nth + above + 1]) for nth in range(len(attending)))
    found = tuple(tuple(index_set("layer", window, n_layers)) for window in listed(windows))
    if not found:
        raise InputError(f"Got the windows {windows!r}; expected a number of layers, or at least one window.")
    return found
