"""Loading checkpoints: what several threads may do."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from transformers import PreTrainedModel, initialization

from tests import models
from tests.families.checkpoints import saved
from vlm_lens_native import HookedVLMTransformer


def test_threads_load_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """HF's loader swaps ``PreTrainedModel.tie_weights`` while it works: two at once would leave it swapped."""
    inside, most = [], []
    no_tie_weights, tie_weights = initialization.no_tie_weights, PreTrainedModel.tie_weights

    @contextmanager
    def slowly() -> Iterator[None]:
        with no_tie_weights():
            inside.append(True)
            time.sleep(0.05)
            most.append(len(inside))
            yield
            inside.pop()

    monkeypatch.setattr(initialization, "no_tie_weights", slowly)
    path = saved(models.hf_model("smolvlm"), tmp_path)
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda _: HookedVLMTransformer.from_pretrained(path), range(3)))
    assert PreTrainedModel.tie_weights is tie_weights
    assert most == [1, 1, 1]
