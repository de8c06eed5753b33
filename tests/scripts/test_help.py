"""Every script answers --help at once: nothing is installed or imported for it, and it lists all options."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = [path for path in (ROOT / "scripts").iterdir() if os.access(path, os.X_OK) and path.is_file()]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_needs_no_installation_and_lists_all_options(script: Path, flag: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    copy = tmp_path / "scripts" / script.name
    is_shell = "bash" in copy.read_text().splitlines()[0]
    how = ["bash"] if is_shell else [sys.executable, "-I", "-S"]  # -S: no packages
    done = subprocess.run(
        [*how, copy, flag], capture_output=True, text=True, env={"PATH": "/usr/bin:/bin"}, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    assert "Installing" not in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["scripts"]

    parser = script.with_suffix(".py")
    source = (parser if parser.exists() else script).read_text()
    declared = re.findall(r"add_argument\(\s*\"(--[\w-]+)\"(?![^\n]*SUPPRESS)", source)
    assert [option for option in declared if option not in done.stdout] == []
