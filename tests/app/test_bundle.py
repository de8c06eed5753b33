"""The page's bundle is small, complete, and what its sources build."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from pathlib import Path

import pytest

from vlm_lens_native.bundle import STATIC

FRONTEND = Path(__file__).parents[2] / "frontend"


def test_it_is_below_200_kb_compressed():
    files = {file.name: file.read_bytes() for file in STATIC.iterdir()}
    assert files.keys() == {"app.js", "app.css", "index.html"}
    assert sum(len(gzip.compress(content)) for content in files.values()) < 200_000


def test_it_can_stand_in_a_page_and_loads_nothing():
    script = (STATIC / "app.js").read_text()
    assert "</script" not in script
    sources = "".join(file.read_text() for file in (FRONTEND / "src").rglob("*.*"))
    assert not [word for word in ("{@html", "innerHTML", "eval(", "new Function") if word in sources]
    styles = (STATIC / "app.css").read_text()
    assert "url(" not in styles
    assert "@import" not in styles


def test_the_lock_file_names_no_registry():
    assert "resolved" not in (FRONTEND / "package-lock.json").read_text()


@pytest.mark.skipif(not (FRONTEND / "node_modules").is_dir(), reason="needs npm ci in frontend/")
def test_its_sources_build_the_same_bytes(tmp_path: Path):
    npm = shutil.which("npm")
    assert npm is not None
    command = [npm, "run", "--silent", "build", "--", "--outDir", str(tmp_path), "--emptyOutDir", "--logLevel", "error"]
    subprocess.run(command, cwd=FRONTEND, check=True, capture_output=True)
    for file in STATIC.iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), f"{file.name}: run npm run build in frontend/"
