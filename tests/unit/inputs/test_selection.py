"""Sets of positions."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs import Selection

TOKENS = torch.tensor([[False, True, True, True, True], [True, True, True, True, True]])


def chosen(*rows: str) -> Selection:
    return Selection(mask=torch.tensor([[char == "x" for char in row] for row in rows]), tokens=TOKENS)


def test_set_operations() -> None:
    a, b = chosen(".xx..", "xx..."), chosen("..xx.", "....x")
    assert a | b == chosen(".xxx.", "xx..x")
    assert a & b == chosen("..x..", ".....")
    assert a - b == chosen(".x...", "xx...")
    assert a != b
    assert a != "xx"


def test_complement_leaves_padding_out() -> None:
    assert ~chosen(".xx..", "xx...") == chosen("...xx", "..xxx")
    assert chosen("x....", ".....") == chosen(".....", ".....")  # a padded position can't be selected


def test_indices_and_length_and_array() -> None:
    a = chosen(".x.x.", "xx...")
    assert a.indices().tolist() == [1, 3]
    assert a.indices(1).tolist() == [0, 1]
    assert len(a) == 4
    values = np.arange(10).reshape(2, 5)
    assert values[np.asarray(a)].tolist() == [1, 3, 5, 6]
    np.asarray(a)[:] = False
    assert len(a) == 4
    with pytest.raises(InputError, match="no row 2: they are numbered 0 to 1"):
        a.indices(2)


def test_selections_of_other_inputs_do_not_mix() -> None:
    other = Selection(mask=torch.ones(2, 4, dtype=torch.bool), tokens=torch.ones(2, 4, dtype=torch.bool))
    with pytest.raises(InputError, match="different inputs"):
        _ = other | chosen(".....", ".....")
    with pytest.raises(InputError, match="different inputs"):
        _ = chosen(".xx..", ".....") & Selection(mask=TOKENS, tokens=torch.ones_like(TOKENS))
    with pytest.raises(TypeError):
        _ = other | 3  # type: ignore[operator]
    with pytest.raises(InputError, match="can't select"):
        Selection(mask=TOKENS[:1], tokens=TOKENS)


def test_repr_shows_runs() -> None:
    assert repr(chosen(".xxx.", "x...x")) == "Selection(5 of 9 positions; row 0: 1-3; row 1: 0, 4)"
    assert "row 0: none" in repr(chosen(".....", "....."))


def test_it_grows_within_its_grid() -> None:
    """A grid of 2 x 2, another of 2 x 1, and text around them."""
    places = torch.tensor([[[-1] * 3, [0, 0, 0], [0, 0, 1], [0, 1, 0], [0, 1, 1], [1, 0, 0], [1, 1, 0], [-1] * 3]])
    tokens = torch.ones(1, 8, dtype=torch.bool)

    def of(row: str) -> Selection:
        return Selection(mask=torch.tensor([[char == "x" for char in row]]), tokens=tokens, places=places)

    assert of("xx......").grow() == of("xxxxx...")
    assert of(".....x.x").grow(1) == of(".....xxx")
    assert of(".....x.x").grow(0) == of(".....x.x")
    assert (of(".x......") | of(".....x..")).grow(1) == of(".xxxxxx.")
    assert of("x......x").grow(3) == of("x......x")
    with pytest.raises(InputError, match="0 or more"):
        of("x......x").grow(-1)
    with pytest.raises(InputError, match="knows no grid"):
        chosen(".xx..", ".....").grow()
