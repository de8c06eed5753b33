"""Batches for training: every row once an epoch, mixed over shards, aligned between hook points, resumable."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
import torch
from torch import Tensor

from tests.harvest.conftest import NAMES
from vlm_lens_native import InputError, harvest
from vlm_lens_native.harvest.batches import Shuffled

SMALL: dict[str, Any] = {"batch": 100, "block": 64, "mixed": 3}


def rows_of(values: Tensor) -> list[tuple[float, ...]]:
    return sorted(map(tuple, values.tolist()))


def test_every_row_comes_once_an_epoch(store: harvest.Store):
    batches = store.batches(NAMES[1], **SMALL, epochs=2)
    found = list(batches)
    assert [len(each) for each in found] == [100] * 33 + [28]
    assert {each.dtype for each in found} == {torch.float32}  # the store's rows are in bfloat16
    assert len(batches) == len(found)
    assert "1,664 rows, 2 times, 100 at a time, from 26 blocks, 3 of them mixed; 34 batches done" in repr(batches)
    every = store.activations(NAMES[1]).float()
    once, again = torch.cat(found)[: len(every)], torch.cat(found)[len(every) :]
    assert rows_of(once) == rows_of(again) == rows_of(every)
    assert not torch.equal(once, again)
    assert not torch.equal(once, every)
    assert torch.equal(torch.cat(list(store.batches(NAMES[1], **SMALL))), once)
    assert not torch.equal(torch.cat(list(store.batches(NAMES[1], **SMALL, seed=1))), once)


def test_hook_points_are_aligned_and_conditions_hold(store: harvest.Store):
    where = "row > 5 and n_objects > 1"
    index = store.rows(where)
    pairs = list(store.batches(NAMES, where, **SMALL))
    assert sum(len(each[NAMES[0]]) for each in pairs) == len(index) > 0
    both = [torch.cat([each[name].flatten(1) for each in pairs]) for name in NAMES]
    expected = [store.activations(name, index).float().flatten(1) for name in NAMES]
    assert rows_of(torch.cat(both, 1)) == rows_of(torch.cat(expected, 1))


def test_conditions_hold_in_blocks_of_any_size(store: harvest.Store):
    expected = store.activations(NAMES[1], store.rows("row > 5"))
    found = torch.cat(list(store.batches(NAMES[1], "row > 5", dtype=torch.bfloat16)))
    assert found.dtype == torch.bfloat16
    assert rows_of(found.float()) == rows_of(expected.float())


def test_rows_of_several_blocks_are_mixed_and_no_more_are_read_than_that():
    read: list[int] = []

    def block(nth: int) -> dict[str, Tensor]:
        read.append(nth)
        return {"x": torch.full((10,), float(nth))}

    how: dict[str, Any] = {"alone": "x", "batch": 10, "seed": 0, "epochs": 1, "dtype": torch.float32, "device": "cpu"}
    batches = Shuffled(blocks=[partial(block, nth) for nth in range(6)], lengths=[10] * 6, mixed=3, **how)
    first = next(batches)
    assert len(read) == len(first.unique()) == 3
    assert {*first.tolist()} == {*read}


@pytest.mark.parametrize("n", [0, 1, 7, 17, 20])
def test_a_run_that_was_stopped_goes_on(store: harvest.Store, n: int):
    whole = list(store.batches(NAMES[1], **SMALL, epochs=2))
    first = store.batches(NAMES[1], **SMALL, epochs=2)
    for _ in range(n):
        next(first)
    then = store.batches(NAMES[1], **SMALL, epochs=2)
    then.load_state_dict(first.state_dict())
    rest = list(then)
    assert len(rest) == len(whole) - n
    assert all(map(torch.equal, rest, whole[n:]))


def test_what_is_refused(store: harvest.Store):
    with pytest.raises(InputError, match="no such rows"):
        store.batches(NAMES[1], "row > 100")
    with pytest.raises(InputError, match="say which one"):
        store.batches()
    with pytest.raises(InputError, match="state of other batches"):
        store.batches(NAMES[1]).load_state_dict(store.batches(NAMES[1], seed=3).state_dict())
    with pytest.raises(InputError, match="state of other batches"):  # of as many rows, in another order
        store.batches(NAMES[1], block=30).load_state_dict(store.batches(NAMES[1], block=64).state_dict())
    with pytest.raises(InputError, match="state of other batches"):
        store.batches(NAMES[1], mixed=2).load_state_dict(store.batches(NAMES[1], mixed=3).state_dict())
    with pytest.raises(InputError, match="1 or more"):
        store.batches(NAMES[1], batch=0)
