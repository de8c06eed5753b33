"""What holds for every test: no hub, no network, fixed seeds, one thread, HF's classes as they were."""

from __future__ import annotations

import os
import random
import socket
from collections.abc import Iterator

os.environ.setdefault("HF_HUB_OFFLINE", "1")  # read when huggingface_hub is imported, so it stands before all imports
os.environ.setdefault("MPLBACKEND", "agg")

import numpy as np
import pytest
import torch

from vlm_lens_native._torchvision import watch_torchvision

watch_torchvision()  # a test may import HF's processors before it imports the library
pytest.register_assert_rewrite("tests.families.assertions")  # its asserts explain themselves like a test's
torch.set_num_threads(1)  # tiny tensors lose time on more, and results must not depend on the machine


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    offline = pytest.mark.skip(reason="offline; HF_HUB_OFFLINE=0 allows it")
    for item in items:
        if item.get_closest_marker("network") and os.environ["HF_HUB_OFFLINE"] != "0":
            item.add_marker(offline)


@pytest.fixture(autouse=True)
def _seeds() -> None:
    random.seed(0)
    np.random.seed(0)
    torch.manual_seed(0)


@pytest.fixture(autouse=True)
def _no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes every connection to another machine an error, so that no test passes thanks to a download."""
    if request.node.get_closest_marker("network"):
        return
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise RuntimeError(f"a test tried to reach {address}; mark it `network` if it must")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_here)


@pytest.fixture(autouse=True)
def _heads_are_tied() -> Iterator[None]:
    """Fails the test that leaves HF's loader at work, or in pieces: models that later tests load would go untied."""
    from transformers import PreTrainedModel

    tie_weights = PreTrainedModel.tie_weights
    yield
    assert PreTrainedModel.tie_weights is tie_weights
