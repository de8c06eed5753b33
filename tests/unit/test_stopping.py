"""Long work that is stopped goes on with what is done, or was not begun."""

from __future__ import annotations

import pytest

from vlm_lens_native.stopping import Stoppable


def stopped_by(error: type[BaseException], *parts: int, n_done: int = 0) -> Stoppable:
    with Stoppable("Counting", 9, n_done=n_done) as work:
        for n in parts:
            work.done(n)
        raise error
    return work


def test_what_is_done_is_kept_with_a_warning() -> None:
    with pytest.warns(UserWarning, match="Counting was stopped: 5 of 9 are done and kept"):
        work = stopped_by(KeyboardInterrupt, 2, 2, n_done=1)
    assert work.stopped


def test_before_anything_is_done_an_interruption_is_one_and_errors_always_are_errors() -> None:
    with pytest.raises(KeyboardInterrupt):
        stopped_by(KeyboardInterrupt)
    with pytest.raises(ArithmeticError):
        stopped_by(ArithmeticError, 4)
