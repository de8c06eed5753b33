"""Files that the library writes are as open to others as the user's umask says."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from tests import models
from vlm_lens_native import ActivationCache
from vlm_lens_native.analysis import TunedLens, registers
from vlm_lens_native.files import save_tensors

WRITERS: dict[str, Callable[[Path], object]] = {
    "cache": lambda path: ActivationCache([{"lm.hook_embed": torch.zeros(1, 2, 3)}]).save(path),
    "tuned lens": lambda path: TunedLens.identity(models.model("llava"), layers=[0]).save(path),
    "result": lambda path: registers.find_registers(models.model("llava"), models.inputs("llava")).save(path),
}


@pytest.mark.parametrize("umask", [0o022, 0o002, 0o077])
@pytest.mark.parametrize("what", WRITERS)
def test_saved_files_honour_the_umask(what: str, umask: int, tmp_path: Path) -> None:
    path = tmp_path / "file.safetensors"
    before = os.umask(umask)
    try:
        WRITERS[what](path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~umask


def test_a_file_that_is_written_again_stays_as_open_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "file.safetensors"
    path.touch()
    path.chmod(0o640)
    WRITERS["cache"](path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_what_can_not_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="contiguous"):
        save_tensors(tmp_path / "file", {"a": torch.zeros(2, 3).T}, writer="Nobody")
    assert list(tmp_path.iterdir()) == []
