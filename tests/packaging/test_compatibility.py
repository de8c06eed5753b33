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
        if (found := re.fullmatch(r"transformers>=5\.(\d+)\.\d+,<5\.(\d+)", entry))
    )
    supported = runpy.run_path(str(ROOT / "scripts" / "compat"))["SUPPORTED"]
    assert f"transformers>={supported[0]}," in "".join(project["dependencies"])
    assert [version.rpartition(".")[0] for version in supported] == [f"5.{minor}" for minor in range(first, beyond)]
    rows = re.findall(r"^\| (5[\d.]+) \|.*\| (.*) \|$", (ROOT / "docs" / "compatibility.md").read_text(), re.MULTILINE)
    assert [version for version, _ in rows] == list(supported)
    assert all(re.fullmatch(r"\d+ passed(, \d+ skipped)?", counts) for _, counts in rows), rows


def test_the_table_of_lower_bounds_is_what_is_installed_for_them():
    oldest = runpy.run_path(str(ROOT / "scripts" / "compat"))["oldest"]()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["video"]]
    newest = dict(
        line.lower().split("==") for line in (ROOT / "constraints.txt").read_text().splitlines() if "==" in line
    )
    bounds = [(*pin.split("=="), newest[pin.split("==")[0].lower()]) for pin in oldest]
    assert len(bounds) == len(declared)
    page = (ROOT / "docs" / "compatibility.md").read_text()
    told = re.findall(r"^\| ([a-z][\w-]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$", page, re.MULTILINE)
    assert [line[:3] for line in told] == bounds
    assert [f"{name}>={low},<{beyond}" for name, low, _, beyond in told] == declared
