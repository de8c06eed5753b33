"""Groups of positions: by name, or by a function of the layout, so that one choice serves many inputs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor

from vlm_lens_native.analysis.stream import position_indices
from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs import Selection, TokenLayout
from vlm_lens_native.inputs.table import PAD
from vlm_lens_native.positions import Positions

Group = Positions | str | Callable[[TokenLayout], Positions]
Groups = Mapping[str, Group] | Iterable[str]


def last_image_tokens(n: int) -> Callable[[TokenLayout], Selection]:
    """The last ``n`` image tokens of each row; all of them where there are fewer."""

    def last(layout: TokenLayout) -> Selection:
        images = layout.images
        behind = images.mask.flip(1).cumsum(1).flip(1)
        return replace(images, mask=images.mask & (behind <= n))

    return last


def text_after_image(layout: TokenLayout) -> Selection:
    """The tokens behind the last image token of each row."""
    images = layout.images
    rest = images.mask.flip(1).cumsum(1).flip(1) == 0
    return replace(images, mask=rest)


GROUPS: Mapping[str, Callable[[TokenLayout], Selection]] = {
    "image": lambda layout: layout.images,
    "text": lambda layout: ~layout.images,
    "text after image": text_after_image,
    "last 16 image tokens": last_image_tokens(16),
    "last 32 image tokens": last_image_tokens(32),
    "question": lambda layout: layout.question,
    "last": lambda layout: layout.last,
}
"""Groups that are known by name. ``"text"`` is every token that is no image token, markers included."""


def group_positions(groups: Groups, layout: TokenLayout, *, row: int) -> dict[str, Tensor]:
    """The positions of one row that each group means.

    Args:
        groups: Positions by name; each a selection of the layout, an index, a slice, a list, a mask, a function of the
            layout, or the name of one of `GROUPS`. Names alone stand for themselves. Slices leave out padding.
        layout: Of the inputs.
        row: Row of the batch.

    Raises:
        InputError: No groups, an empty one, an unknown name, or positions that are not there.
    """
    named = dict(groups) if isinstance(groups, Mapping) else {name: name for name in groups}
    found = {str(name): one_group(group, layout, row=row) for name, group in named.items()}
    empty = [name for name, at in found.items() if len(at) == 0]
    if empty or not found:
        raise InputError(f"Groups of positions are needed, each with a position in it; empty: {empty or 'no groups'}.")
    return found


def one_group(group: Any, layout: TokenLayout, *, row: int) -> Tensor:
    """The positions of one row that a group means, in ascending order and without repetition.

    Raises:
        InputError: As for `group_positions`, but for empty groups.
    """
    if isinstance(group, str):
        if group not in GROUPS:
            raise InputError(f"There is no group {group!r}; known by name are {', '.join(GROUPS)}.")
        group = GROUPS[group]
    positions = group(layout) if callable(group) and not isinstance(group, Selection) else group
    at = position_indices(positions, layout, batch=row).cpu().unique()
    tokens = torch.from_numpy(layout.table.kind[row] != PAD)
    if isinstance(positions, slice):
        return at[tokens[at]]
    if not tokens[at].all():
        raise InputError(f"Positions {at[~tokens[at]].tolist()} of row {row} are padding.")
    return at
