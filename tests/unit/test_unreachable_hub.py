"""A hub that can't be reached: an error at once, and what was downloaded earlier loads without waiting."""

from __future__ import annotations

import socket
import time
from pathlib import Path
from typing import NoReturn

import pytest
from huggingface_hub import constants
from huggingface_hub.utils import httpx

from vlm_lens_native import HookedVLMTransformer, LoadingError, loading
from vlm_lens_native.toys import toy_path


@pytest.fixture(autouse=True)
def no_hub(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine without a network, where nobody has said so. Waiting for another try is an error."""

    def wait(seconds: float) -> NoReturn:
        raise AssertionError(f"waits for {seconds} s")

    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}"
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr(constants, "ENDPOINT", address)
    monkeypatch.setattr(time, "sleep", wait)


@pytest.fixture
def downloaded(tmp_path: Path) -> Path:
    """A cache of Hugging Face's that holds a checkpoint: someone/toy."""
    folder, commit = tmp_path / "models--someone--toy", "0" * 40
    (folder / "refs").mkdir(parents=True)
    (folder / "refs" / "main").write_text(commit)
    (folder / "snapshots").mkdir()
    (folder / "snapshots" / commit).symlink_to(toy_path("toy-llava"))
    return tmp_path


def test_it_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(LoadingError, match=r"not downloaded earlier.*can't be reached.*local directory"):
        HookedVLMTransformer.from_pretrained("nobody/nothing-7b", cache_dir=tmp_path)


def test_a_path_is_no_hub_id(tmp_path: Path) -> None:
    with pytest.raises(LoadingError, match=r"There is no directory .*nowhere, nor is that a hub id"):
        HookedVLMTransformer.from_pretrained(tmp_path / "nowhere")


def test_what_was_downloaded_loads_without_waiting(downloaded: Path) -> None:
    model = HookedVLMTransformer.from_pretrained("someone/toy", cache_dir=downloaded)
    assert model.family.model_type == "llava"
    with pytest.raises(LoadingError, match="can't be reached"):
        HookedVLMTransformer.from_pretrained("someone/toy", cache_dir=downloaded, revision="another")


def test_an_adapters_base_is_an_error_at_once(tmp_path: Path) -> None:
    (tmp_path / "adapter_config.json").write_text(
        '{"peft_type": "LORA", "base_model_name_or_path": "nobody/nothing-7b"}'
    )
    with pytest.raises(LoadingError, match=r"nobody/nothing-7b .* can't be reached"):
        HookedVLMTransformer.from_pretrained(tmp_path)


def test_a_slow_hub_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """By HF, whose way of asking stays as it is."""

    class Session:
        def head(self, *_: object, **__: object) -> NoReturn:
            raise httpx.ReadTimeout("no answer yet")

    monkeypatch.setattr(loading, "get_session", Session)
    assert loading._in_reach("nobody/nothing-7b", {}) == {}
