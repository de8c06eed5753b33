"""Activations of a table of examples: a vector for each example, or for each of its tokens."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import torch
from jaxtyping import Float, Int
from torch import Tensor

from vlm_lens_native.analysis.runs.groups import one_group
from vlm_lens_native.cache import ActivationCache
from vlm_lens_native.errors import InputError
from vlm_lens_native.experiments.batching import Batch, Batches
from vlm_lens_native.experiments.examples import Example, Examples, Table
from vlm_lens_native.experiments.hooking import Hooks
from vlm_lens_native.hook_names import NamesFilter, in_every_block
from vlm_lens_native.inputs import Selection, TokenLayout
from vlm_lens_native.model import HookedVLMTransformer
from vlm_lens_native.progress import tqdm


@dataclass(frozen=True, kw_only=True, eq=False)
class Activations:
    """What passes at some hook points at chosen positions of examples.

    Attributes:
        values: By full name, in float32 on the CPU; heads are laid side by side, ``[row head * d_head]``.
        example: Which example each row belongs to.
    """

    values: Mapping[str, Float[Tensor, "row width"]]
    example: Int[Tensor, " row"]


def activations(
    model: HookedVLMTransformer,
    examples: Table,
    hook: NamesFilter,
    positions: Any = "last",
    *,
    mean: bool = True,
    hooks: Hooks = None,
    batch_size: int | None = None,
) -> Activations:
    """Reads hook points at chosen positions of every example.

    In memory are one batch (see `batching.Batches`), and 4 bytes for each row and entry of what is read.

    Args:
        model: The model.
        examples: The table, or its rows.
        hook: Names of the decoder's hook points: a name, a pattern, a list of these; or a short name
            (``"resid_post"``), which means every block's.
        positions: Where: ``"last"``, ``"image"`` or another of ``patching.GROUPS``, an index, a slice, a list, or a
            function of the example's layout, or of its layout and the example.
        mean: Whether an example's row is the mean over its positions; else each position has a row.
        hooks: What acts meanwhile, as for `evaluate`.
        batch_size: Examples at a time; None goes by the memory.

    Raises:
        InputError: Hook points in front of the decoder, or of masks, scores and patterns; an example without such
            positions.
    """
    table = Examples.of(examples)
    names = hook_names(model, hook)
    found: dict[str, list[Any]] = {name: [None] * len(table) for name in names}
    batches = Batches(model=model, examples=table, hooks=hooks, batch_size=batch_size, kept=names)
    with torch.no_grad(), tqdm(total=len(table), desc="Activations", leave=False) as bar:
        for batch, at, cache in kept_by_batch(batches, positions):
            for name in names:
                for nth, number in enumerate(batch.numbers):
                    rows = cache[name][nth].index_select(0, at[nth].to(cache[name].device)).float().flatten(1)
                    found[name][number] = (rows.mean(0, keepdim=True) if mean else rows).cpu()
            bar.update(len(batch.numbers))
    lengths = torch.tensor([len(rows) for rows in found[names[0]]])
    return Activations(
        values={name: torch.cat(rows) for name, rows in found.items()},
        example=torch.arange(len(table)).repeat_interleave(lengths),
    )


def kept_by_batch(batches: Batches, positions: Any) -> Iterator[tuple[Batch, list[Tensor], ActivationCache]]:
    """Runs batches; each comes with its examples' positions, and what was kept at ``batches.kept``."""
    model = batches.model
    for batch in batches():
        layout = model.token_layout(batch.inputs)
        at = [positions_in(layout.row(nth), positions, each) for nth, each in enumerate(batch.examples)]
        with model.hooks(batch.hooks), model.caching(list(batches.kept)) as cache:
            model(batch.inputs, logits_to_keep=1)
        yield batch, at, cache


def hook_names(model: HookedVLMTransformer, hook: NamesFilter) -> list[str]:
    """The decoder's hook points that a name, pattern or short name means.

    Raises:
        HookNameError: There are none.
        InputError: They have no vector at each position.
    """
    short = in_every_block(hook, model.hook_names()) if isinstance(hook, str) else None
    names = short or model.hook_names(hook)
    points = {name: model.hook_dict[name] for name in names}
    if wrong := [name for name, point in points.items() if point.query_axis is None or point.is_by_key]:
        raise InputError(f"{wrong[0]} has no vector at each position of the prompt; give hook points that have.")
    return names


def positions_in(layout: TokenLayout, positions: Any, example: Example) -> Tensor:
    """The positions of one example that are meant, as for `activations`.

    Numbers and functions know nothing of the padding that an example has in its batch.

    Args:
        layout: Of the example's row, with its padding.
        positions: What is meant.
        example: The example.

    Returns:
        Where they stand in the row, padding counted.

    Raises:
        InputError: There are none, or they aren't positions.
    """
    asked = f" {positions!r}" if isinstance(positions, str) else ""
    own = layout.row(0, padded=False)
    if callable(positions) and not isinstance(positions, Selection):
        takes_example = len(inspect.signature(positions).parameters) > 1
        positions = positions(own, example) if takes_example else positions(own)
    at = one_group(positions, own, row=0)
    if not len(at):
        raise InputError(f"{example!r} has no such positions{asked}.")
    return layout.last.tokens[0].nonzero().flatten()[at]
