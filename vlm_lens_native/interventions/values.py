"""Values for the places of an intervention: which part of a given tensor goes where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import torch
from jaxtyping import Bool
from torch import Tensor

from vlm_lens_native.cache import ActivationCache, Step
from vlm_lens_native.cells import chosen_positions
from vlm_lens_native.errors import InputError
from vlm_lens_native.hooks import HookPoint
from vlm_lens_native.interventions.base import Place
from vlm_lens_native.positions import Positions, as_positions, has_rows
from vlm_lens_native.span import Span

Value = Tensor | Mapping[str, Tensor]
"""A tensor; or activations by hook name, such as a cache, of which each hook point gets its own."""


@dataclass(frozen=True)
class Given:
    """The value for a hook point.

    Attributes:
        tensor: It.
        tokens: Which of its positions are tokens rather than padding, on the CPU; None for a tensor by itself, which
            doesn't tell.
    """

    tensor: Tensor
    tokens: Bool[Tensor, "row pos"] | None = None


def value_at(value: Value, hook: HookPoint) -> Given:
    """The value for a hook point.

    Raises:
        InputError: There is none.
    """
    if isinstance(value, Tensor):
        return Given(value)
    if hook.name not in value:
        raise InputError(f"There is no value for {hook.name}, only for {', '.join(list(value)[:4])}, ...")
    tensor = value[hook.name]
    if not isinstance(value, ActivationCache | Step):
        return Given(tensor)
    rowless = tensor.ndim < len(hook.axes)  # after remove_batch_dim
    shape = (1 if rowless else len(tensor), tensor.shape[hook.position_axis - rowless])
    tokens = value.tokens.get(hook.axes[hook.position_axis])
    return Given(tensor, torch.ones(shape, dtype=torch.bool) if tokens is None else tokens.view(shape))


def values_for(
    given: Given,
    place: Place,
    *,
    source: Positions = None,
    sample: Tensor | None = None,
    per_row: bool | None = None,
) -> tuple[Place, Tensor]:
    """Takes out of a value what belongs into each cell.

    A value has the axes of the activation, or only the last of them; it is the same along those that it lacks. Along

    - the batch it has one row, the prompt's rows, or those of the batch,
    - positions it has one, the chosen ones, or those of the whole prompt (behind a prefill also: of the pass),
    - heads it has one, the chosen ones, or all.

    Where no positions are chosen, the n-th token goes to the n-th token, so far as padding is known: that of a cache.

    Args:
        given: The value.
        place: Where it goes.
        source: The positions of the value to take: the n-th for the n-th chosen position. None: as above.
        sample: ``[own]``: for each row of the prompt, the row of the value to take. None: as above.
        per_row: Whether the first axis of a value that lacks some stands for the prompt's rows, and those that it lacks
            come behind: ``[row d_model]``. None: it does not.

    Returns:
        The place, without cells for which the value has nothing (under ``generate``: new tokens), and what goes there,
        of the dtype and device of ``place.old``, and of its shape or broadcast to it.

    Raises:
        InputError: The value does not fit; it would put padding into a token; or, without ``per_row``, its first axis
            could as well stand for the rows.
    """
    value = given.tensor
    whole = _with_all_axes(value, place, per_row=bool(per_row))
    lacks_one = value.ndim == place.view.ndim - 1
    could_be_rows = per_row is None and lacks_one and len(value) == place.span.n_prompt_rows > 1
    by_cells = source is not None or sample is not None or could_be_rows or _has_padding(given)
    if place.everywhere and not by_cells and _broadcasts(whole, place):
        return place, whole.to(place.view)
    place = place.by_cells()
    row = _rows(whole, value, place) if sample is None else sample.to(place.cells.own.device)[place.cells.own]
    if source is not None:
        pos = _sources(whole, place, row, source)
        _check_no_padding_goes_in(given.tokens, place, row, pos)
    else:
        pos = _own_positions(whole, given, place, row, drawn=sample is not None)
    if place.span.end > place.span.n_whole:  # there are new tokens
        kept = pos >= 0
        place, row, pos = replace(place, cells=place.cells.only(kept)), row[kept], pos[kept]
    if could_be_rows:  # and it fits as positions too, or the lines above would have raised
        raise InputError(
            f"The first axis of a value {list(value.shape)} for {place.hook.name} could be the batch's rows, or the "
            "axis behind them: say per_row=True (each row its own) or per_row=False (the same in all rows)."
        )
    picked = whole[row.to(whole.device), pos.to(whole.device)].to(place.view)
    if picked.ndim == 3:
        picked = _of_heads(picked, value, place)
    return place, _of_keys(picked, value, place).expand(place.old.shape)


def _with_all_axes(value: Tensor, place: Place, *, per_row: bool) -> Tensor:
    """The value with each axis of the activation, of size 1 where it lacks one; positions second.

    Raises:
        InputError: It has more axes, or by row not a row for each of the prompt's.
    """
    lacking = place.view.ndim - value.ndim
    if lacking < 0 or (per_row and value.ndim < 2):
        raise _misfit(value, place)
    if per_row and len(value) != place.span.n_prompt_rows:
        raise InputError(f"per_row=True: the value {list(value.shape)} needs {place.span.n_prompt_rows} rows.")
    shape = (len(value), *[1] * lacking, *value.shape[1:]) if per_row else (*[1] * lacking, *value.shape)
    return value.reshape(shape).movedim(place.hook.position_axis, 1)


def _broadcasts(whole: Tensor, place: Place) -> bool:
    """Whether the value goes into the whole activation as it is, each part into its own place."""
    own_places = place.span.length == place.span.n_whole
    there = list(place.view.shape)
    there[1] = there[1] if own_places else 1
    leading = zip(whole.shape[:-1], there[:-1], strict=True)
    return whole.shape[-1] == there[-1] and all(given in (1, n) for given, n in leading)


def _rows(whole: Tensor, value: Tensor, place: Place) -> Tensor:
    """The value's row for each cell."""
    span, cells = place.span, place.cells
    rows = {span.n_rows: cells.row, span.n_prompt_rows: cells.own, 1: torch.zeros_like(cells.row)}
    if len(whole) not in rows:
        raise _misfit(value, place)
    return rows[len(whole)]


def _has_padding(given: Given) -> bool:
    return given.tokens is not None and not bool(given.tokens.all())


def _own_positions(whole: Tensor, given: Given, place: Place, row: Tensor, *, drawn: bool) -> Tensor:
    """As `_positions`, but no padding gets into a token.

    Raises:
        InputError: It would; or the rows have other numbers of tokens than the value's, and no positions are given.
    """
    n_pos, span = whole.shape[1], place.span
    if n_pos == 1 or (span.known_tokens is None and not _has_padding(given)):
        return _positions(whole, given.tensor, place)
    if given.tokens is None:
        _check_whose_padding(whole, given.tensor, place, drawn=drawn)
        return _positions(whole, given.tensor, place)
    tokens = given.tokens.to(row.device)
    row = row if len(tokens) > 1 else torch.zeros_like(row)
    if place.of_tokens and not (
        (n_pos == span.length and _same_tokens(tokens, place, row)) or _same_prompt(tokens, place, row)
    ):
        if place.hook.is_by_key:
            raise InputError(
                f"Values at {place.hook.name} are by key, and the keys of rows padded otherwise are others."
            )
        return _sources(whole, place, row, tokens.cpu(), what="Without positions the tokens are meant:")
    pos = _positions(whole, given.tensor, place)
    _check_no_padding_goes_in(tokens, place, row, pos)
    return pos


def _check_no_padding_goes_in(tokens: Tensor | None, place: Place, row: Tensor, pos: Tensor) -> None:
    """Raises an InputError where the value has padding at ``[row pos]``, and a token would be replaced by it."""
    if tokens is None:
        return
    tokens, row = tokens.to(row.device), row if len(tokens) > 1 else torch.zeros_like(row)
    bad = (place.cells.are_tokens(place.span) & (pos >= 0) & ~tokens[row, pos]).nonzero().flatten().tolist()
    if bad:
        own, at = int(place.cells.row[bad[0]]), place.span.first + int(place.cells.pos[bad[0]])
        raise InputError(
            f"At {place.hook.name}, padding of the value (its position {int(pos[bad[0]])}) would stand in for the "
            f"token at position {at} of row {own}; say which of its positions are meant: source_positions, best a "
            "selection of its own inputs' layout."
        )


def _check_whose_padding(whole: Tensor, value: Tensor, place: Place, *, drawn: bool) -> None:
    """Raises an InputError where a run, as a tensor by itself, is put into several rows that are padded differently."""
    counts = place.cells.counts[place.cells.rows]
    is_run = len(whole) == 1 and value.ndim == place.view.ndim
    if place.of_tokens and (drawn or (is_run and len(counts) > 1)) and (counts != whole.shape[1]).any():
        raise InputError(
            f"A value of shape {list(value.shape)} for rows of {counts.tolist()} tokens, which are padded: a tensor "
            "doesn't tell which of its positions are padding. Give the cache that it came from (cache.row(n) is "
            "one row's), or positions and source_positions."
        )


def _same_tokens(tokens: Tensor, place: Place, row: Tensor) -> bool:
    """Whether the cells are where the value has tokens, all of them; ``row`` is the value's for each cell."""
    cells = place.cells
    n_cells = torch.bincount(cells.row, minlength=place.span.n_rows)[cells.row]
    return bool((tokens[row, cells.pos] & (tokens.sum(1)[row] == n_cells)).all())


def _same_prompt(tokens: Tensor, place: Place, row: Tensor) -> bool:
    """Whether the prompt's rows, of which this pass is a step, are padded as those of the value that they get."""
    known, n_pos = place.span.known_tokens, tokens.shape[1]
    if known is None or n_pos != place.span.n_whole or known.shape[1] < n_pos:
        return False
    given, own = torch.stack([row, place.cells.row]).cpu().unique(dim=1)
    return torch.equal(tokens.cpu()[given], known[own, :n_pos])


def _positions(whole: Tensor, value: Tensor, place: Place) -> Tensor:
    """The value's position for each cell; -1 where it has none."""
    span, cells, n_pos = place.span, place.cells, whole.shape[1]
    if n_pos == 1:
        return torch.zeros_like(cells.pos)
    if (cells.counts[cells.rows] == n_pos).all():
        return torch.where(cells.nth < n_pos, cells.nth, -1)
    if n_pos == span.n_whole:
        absolute = span.first + cells.pos
        return torch.where(absolute < n_pos, absolute, -1)
    if span.n_prompt is None and n_pos == span.length:
        return cells.pos
    raise _misfit(value, place)


def _sources(
    whole: Tensor, place: Place, row: Tensor, source: Positions, *, what: str = "source_positions choose"
) -> Tensor:
    """The value's position for each cell, by source positions; -1 for new tokens.

    Raises:
        InputError: There are more or fewer source positions than chosen ones.
    """
    n_rows, n_pos = whole.shape[:2]
    given, cells = as_positions(source), place.cells
    table, n_sources = chosen_positions(given, Span.of_value(n_rows, n_pos))
    if has_rows(given) and len(table) != n_rows:
        raise InputError(f"source_positions has {len(table)} rows, but the value {list(whole.shape)} has {n_rows}.")
    row = row if len(table) > 1 else torch.zeros_like(row)
    n_sources = n_sources.to(row.device)[row]
    n_chosen = cells.counts.to(row.device)[cells.own]
    if (n_sources != n_chosen).any():
        nth = int((n_sources != n_chosen).nonzero()[0])
        raise InputError(
            f"{what} {int(n_sources[nth])} positions of the value, but {int(n_chosen[nth])} positions of row "
            f"{int(cells.own[nth])} are to be changed."
        )
    known = cells.nth < n_chosen
    return torch.where(known, table.to(row.device)[row, torch.where(known, cells.nth, 0)], -1)


def _of_heads(picked: Tensor, value: Tensor, place: Place) -> Tensor:
    """``[cell head ...]``: one head for all, or those that are chosen."""
    n_all, n_given = place.view.shape[2], picked.shape[1]
    n_chosen = n_all if place.heads is None else place.heads.shape[1]
    if n_given in (1, n_chosen):
        return picked
    if n_given != n_all or place.heads is None:
        raise _misfit(value, place)
    return picked[:, place.heads[0]]


def _of_keys(picked: Tensor, value: Tensor, place: Place) -> Tensor:
    """The value's last axis against the activation's."""
    n_given, n_there = picked.shape[-1], place.view.shape[-1]
    if value.ndim == 0 or n_given == n_there:
        return picked
    if place.hook.is_by_key and n_given == place.span.n_prompt and n_there == place.span.end:
        new = place.old[..., n_given:]  # without a KV cache, later passes have keys that the prompt had not
        return torch.cat([picked.expand(*new.shape[:-1], -1), new], dim=-1)
    raise _misfit(value, place)


def _misfit(value: Tensor, place: Place) -> InputError:
    span, counts, axis = place.span, place.cells.counts[place.cells.rows].tolist(), place.hook.position_axis
    chosen = str(counts[0]) if len(set(counts)) == 1 else f"by row {counts}"
    heads = "" if place.heads is None else f", {place.heads.shape[1]} heads"
    return InputError(
        f"A value of shape {list(value.shape)} does not fit {place.hook.name}, whose activation is "
        f"{list(place.view.movedim(1, axis).shape)} and where {chosen} positions{heads} are to be changed. It may have "
        f"the activation's axes or only the last of them: one row or all; one position, all {span.n_whole}, or the "
        "chosen ones; one head, all, or the chosen ones. Of a run with another number of positions, source_positions= "
        "says which stand in for the chosen ones."
    )
