"""Overlaps of regions with boxes that cut through pixels."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs.regions import as_box, cell_fractions, region_mass


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.integers(0, 2**30 - 1), st.lists(st.floats(0, 6), min_size=4, max_size=4))
def test_a_pixel_counts_by_the_part_that_the_box_holds(bits: int, at: list[float]) -> None:
    mask = np.array([bool(bits >> i & 1) for i in range(30)]).reshape(5, 6)
    (x1, x2), (y1, y2) = sorted(at[:2]), sorted(min(5.0, y) for y in at[2:])
    widths = np.clip(np.minimum(np.arange(1, 7), x2) - np.maximum(np.arange(6), x1), 0, None)
    heights = np.clip(np.minimum(np.arange(1, 6), y2) - np.maximum(np.arange(5), y1), 0, None)
    expected = (mask * np.outer(heights, widths)).sum()
    assert region_mass(mask, np.array([[x1, y1, x2, y2]]))[0] == pytest.approx(expected, abs=1e-9)


def test_fractions_are_of_the_cell_and_zero_without_area() -> None:
    cells = np.array([[0.0, 0.0, 2.5, 2.0], [2.5, 0.0, 5.0, 2.0], [5.0, 0.0, 5.0, 2.0]])
    assert cell_fractions(cells, size=(6, 5), box=(1, 0, 3, 1)).tolist() == pytest.approx([0.3, 0.1, 0.0])
    mask = np.zeros((5, 6), dtype=bool)
    mask[0, 1:3] = True
    assert cell_fractions(cells, size=(6, 5), mask=mask).tolist() == pytest.approx([0.3, 0.1, 0.0])


@pytest.mark.parametrize("box", [(1, 2, 3), (3, 0, 1, 4), (0, 1, 4, 1), None, (float("nan"), 0, 1, 1)], ids=str)
def test_what_is_no_box_raises(box: object) -> None:
    with pytest.raises(InputError, match="x1, y1, x2, y2"):
        as_box(box)
