"""The versions of transformers that are declared, tested and documented are the same."""

from __future__ import annotations

import re
import runpy
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_compat_and_its_page_cover_the_supported_minor_versions():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    first, beyond = next(
        map(int, found.groups())
        for entry in project["dependencies"]
        if (found := re.fullmatch(r"transformers>=5\.(\d+),<5\.(\d+)", entry))
    )
    supported = runpy.run_path(str(ROOT / "scripts" / "compat"))["SUPPORTED"]
    assert [version.rpartition(".")[0] for version in supported] == [f"5.{minor}" for minor in range(first, beyond)]
    rows = re.findall(r"^\| (5[\d.]+) \|.*\| (.*) \|$", (ROOT / "docs" / "compatibility.md").read_text(), re.MULTILINE)
    assert [version for version, _ in rows] == list(supported)
    assert all(re.fullmatch(r"\d+ passed(, \d+ skipped)?", counts) for _, counts in rows), rows
