"""Patches, what they leave as it is, and which of them ride together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from vlm_lens_native.analysis.runs.clean import CleanRun
from vlm_lens_native.encoded import DecoderInput
from vlm_lens_native.hooks import HookPoint


@dataclass(frozen=True, kw_only=True, eq=False)
class Swap:
    """What of a donor's activation takes the place of what in a host's.

    Attributes:
        at: Positions of the host, ascending.
        taken_from: The positions of the donor whose activations they get.
        head: Only this head; None for all.
    """

    at: Tensor
    taken_from: Tensor
    head: int | None


@dataclass(frozen=True, kw_only=True, eq=False)
class Patch(Swap):
    """A swap at one hook point.

    Attributes:
        cell: Where the result goes.
        name: The hook point.
        also: Hook points that are patched at the same positions (deepstack, from this layer on).
    """

    cell: tuple[int, int]
    name: str
    also: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Planned:
    """A patch, and from where on its run differs from a clean one.

    Attributes:
        patch: The patch.
        first: First position that has to be computed.
        lender: The clean run whose earlier positions it shares.
    """

    patch: Patch
    first: int
    lender: CleanRun


@dataclass(frozen=True, kw_only=True, eq=False)
class Sharing:
    """How far two clean runs go together.

    Attributes:
        n_equal: At so many leading positions both are the same.
        n_alike: At so many leading positions rotary positions and mask are the same, so that keys can be exchanged.
    """

    n_equal: int
    n_alike: int

    @classmethod
    def of(cls, host: DecoderInput, donor: DecoderInput) -> Sharing:
        """Compares what goes into two rows' runs."""
        n_alike = _n_alike(host, donor)
        same = (host.embeddings[0, :n_alike] == donor.embeddings[0, :n_alike]).all(-1)
        if host.per_layer is not None and donor.per_layer is not None:
            same = same & (host.per_layer[0, :n_alike] == donor.per_layer[0, :n_alike]).flatten(1).all(-1)
        for given in (host, donor):
            if given.deepstack and given.visual is not None:  # its features are not looked at here
                same = same & ~given.visual[0, :n_alike].to(same.device)
        return cls(n_equal=_leading(same), n_alike=n_alike)


def plan(patch: Patch, host: CleanRun, donor: CleanRun, sharing: Sharing, *, whole: bool, last: int) -> Planned:
    """Finds the first position at which a patched run differs from both clean runs.

    Before the first patched position it is the host's. Where the whole stream is patched, deepstack included, it is
    the donor's as far as every position was patched or is the same in both: what is computed from there on comes from
    the donor's stream alone.

    Args:
        patch: The patch.
        host: The run that is patched.
        donor: The run that the activations come from.
        sharing: Of the two.
        whole: Whether the patch replaces all that later layers get at its positions.
        last: First position whose logits are read, which is always computed.
    """
    as_host, as_donor = host.shared_before(int(patch.at[0])), 0
    if whole and torch.equal(patch.at, patch.taken_from):
        covered = torch.zeros(max(sharing.n_alike, sharing.n_equal), dtype=torch.bool)
        covered[: sharing.n_equal] = True
        covered[patch.at[patch.at < len(covered)]] = True
        as_donor = _leading(covered)
    first, lender = (as_donor, donor) if as_donor > as_host else (as_host, host)
    return Planned(patch=patch, first=host.shared_before(min(first, last)), lender=lender)


def writer(swaps: Sequence[tuple[int, Swap]], donor: CleanRun, *, first: int) -> Callable[[Tensor, HookPoint], None]:
    """A hook that writes the donor's activations into some rows of a batch.

    Args:
        swaps: Each with its row.
        donor: The run that the activations come from.
        first: The position of the batch's first activation.
    """

    def write(activation: Tensor, hook: HookPoint) -> None:
        for row, swap in swaps:
            put(activation, row, swap, donor.activations[hook.name], first=first, axis=hook.position_axis)

    return write


def put(activation: Tensor, row: int, swap: Swap, donated: Tensor, *, first: int, axis: int = 1) -> None:
    """Writes a swap into one row of an activation, in place, at the positions that the activation holds.

    Args:
        activation: From position ``first`` on.
        row: Its row.
        swap: What goes where.
        donated: The donor's activation at the same hook point, from position 0 on; one row.
        first: The position of the activation's first entry.
        axis: The axis of positions. Heads stand on the other one of axes 1 and 2.
    """
    there, given = activation.movedim(axis, 1)[row], donated.movedim(axis, 1)[0]
    held = swap.at >= first
    to, by = (swap.at[held] - first).to(there.device), swap.taken_from[held].to(given.device)
    if swap.head is None:
        there[to] = given[by].to(there)
    else:
        there[to, swap.head] = given[by, swap.head].to(there)


def _n_alike(host: DecoderInput, donor: DecoderInput) -> int:
    n = min(host.embeddings.shape[1], donor.embeddings.shape[1])
    same = torch.ones(n, dtype=torch.bool)
    if (host.positions is None) != (donor.positions is None):
        return 0
    if host.positions is not None and donor.positions is not None:
        ours, theirs = (given.reshape(-1, given.shape[-1])[:, :n].cpu() for given in (host.positions, donor.positions))
        same &= (ours == theirs).all(0)
    if host.own_masks or donor.own_masks:
        return 0  # they may do anything
    masks = [None if given.attention_mask is None else given.attention_mask.cpu() for given in (host, donor)]
    ours, theirs = (torch.ones(n) if mask is None else mask[0, :n] for mask in masks)
    return _leading(same & (ours == theirs))


def _leading(same: Tensor) -> int:
    """How many leading entries are True."""
    return int(same.cpu().long().cumprod(0).sum())
