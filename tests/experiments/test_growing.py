"""Selections of a layout grow over their image's grid, also from tile to tile."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from tests.analysis.conftest import load
from tests.experiments.conftest import picture


@pytest.mark.parametrize("name", ["toy-llava", "toy-qwen2_5_vl", "toy-smolvlm"])
def test_a_token_grows_to_the_tokens_around_it(name: str):
    """Neighbours are those whose boxes are no more than a token apart; of two rows, each by itself."""
    model = load(name)[0]
    inputs = model.prepare_messages_batch(["What?", "What colour?"], [picture(0, 112, 112)] * 2)
    layout = model.token_layout(inputs)
    table, row = layout.table, 1
    seen = layout.images.indices(row).numpy()
    seen = seen[~table.is_global[row, seen]]
    for position in seen[[0, len(seen) // 2, -1]]:
        alone = layout.image(0, batch=row)
        mask = torch.zeros_like(alone.mask)
        mask[row, position] = True
        grown = (alone & type(alone)(mask=mask, tokens=alone.tokens)).grow(1)
        boxes = table.box[row, seen]
        x1, y1, x2, y2 = table.box[row, position]
        width, height = 0.5 * (x2 - x1), 0.5 * (y2 - y1)
        touching = (boxes[:, 0] < x2 + width) & (boxes[:, 2] > x1 - width)
        touching &= (boxes[:, 1] < y2 + height) & (boxes[:, 3] > y1 - height)
        assert np.array_equal(grown.indices(row).numpy(), np.sort(seen[touching]))
        assert not len(grown.indices(0))
    assert layout.last.grow(2) == layout.last
