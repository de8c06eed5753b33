"""Workers and drivers that are killed without a warning cost time, and nothing else."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.harvest import slow_run
from vlm_lens_native import harvest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> str:
    store = harvest.run(slow_run.PLAN, slow_run.Scenes(), tmp_path_factory.mktemp("plain"))
    assert len(store) == 22 * 64
    return store.verify().sha256()


@contextmanager
def running(out: Path, launcher: str, loaders: int = 0) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.harvest.slow_run", str(out), launcher, str(loaders)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=-1, stderr=-1, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def shards(out: Path) -> int:
    return len(list(out.glob("shard-*")))


def wait_for(condition: Any, process: subprocess.Popen[str]) -> Any:
    end = time.monotonic() + 600
    while not (found := condition()):
        if process.poll() is not None:
            said = "".join(process.communicate())
            if "timed out during startup" in said:
                pytest.skip("Ray gives its own processes 30 seconds to start, and this machine is too busy")
            raise AssertionError(said)
        assert time.monotonic() < end
        time.sleep(0.02)
    return found


def test_a_process_that_is_killed_is_gone_on_with(expected: str, tmp_path: Path):
    with running(tmp_path, "here") as process:
        wait_for(lambda: shards(tmp_path) >= 2, process)
    assert 2 <= shards(tmp_path) < 6
    (tmp_path / ".writing-else-1-x").mkdir()  # of another machine, perhaps at work
    store = harvest.run(slow_run.PLAN, slow_run.Scenes(), tmp_path)
    assert store.verify().sha256() == expected
    assert [path.name for path in tmp_path.glob(".writing*")] == [".writing-else-1-x"]


def test_a_killed_loader_is_told_of(expected: str, tmp_path: Path):
    with running(tmp_path, "here", loaders=1) as process:
        wait_for(lambda: shards(tmp_path) >= 1, process)
        psutil.Process(process.pid).children()[0].kill()
        _, errors = process.communicate(timeout=600)
    assert process.returncode == 1
    assert "ChildProcessError: A process that loads inputs was killed" in errors
    assert "run the same again" in errors
    assert shards(tmp_path) < 6
    assert harvest.run(slow_run.PLAN, slow_run.Scenes(), tmp_path).verify().sha256() == expected


def test_two_runs_at_once_and_one_in_reverse_fill_one_store(expected: str, tmp_path: Path):
    with ThreadPoolExecutor(2) as pool:
        runs = [
            pool.submit(harvest.run, slow_run.PLAN, slow_run.Scenes(), tmp_path, shards=order)
            for order in (range(6), range(6)[::-1])
        ]
        stores = [run.result() for run in runs]
    assert stores[1].verify().sha256() == expected
    assert not list(tmp_path.glob(".writing*"))


@pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="ray is not installed")
@pytest.mark.parametrize("loaders", [0, 1])
def test_rays_workers_and_their_loaders_may_be_killed(expected: str, tmp_path: Path, loaders: int):
    def busy() -> list[psutil.Process]:
        """Actors in the middle of a shard."""
        found = psutil.Process(process.pid).children(recursive=True)
        return [each for each in found if "_Actor.fill" in " ".join(each.cmdline())]

    with running(tmp_path, "ray", loaders) as process:
        wait_for(lambda: shards(tmp_path) >= 1, process)
        worker = wait_for(busy, process)[0]
        (worker.children()[0] if loaders else worker).kill()
        said, errors = process.communicate(timeout=600)
        assert process.returncode == 0, errors
    # a worker that is killed behind its last write has filled a shard that nobody reports
    assert re.search(r"(18|20|22) samples", said)
    assert "1 workers were begun anew" in said
    assert harvest.open(tmp_path).verify().sha256() == expected
    assert harvest.open(tmp_path).missing == []
    other = replace(slow_run.PLAN, dtype="float32")
    with pytest.raises(Exception, match="is a store of something else"):  # though no shard is missing
        harvest.run(other, slow_run.Scenes(), tmp_path, launcher="ray")
