"""docs/architecture.md draws the tree and the arrows; the drawing must be the code's."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "vlm_lens_native"
DOCUMENT = (ROOT / "docs" / "architecture.md").read_text()


def drawing(heading: str) -> list[str]:
    """The lines of the first code block under a heading."""
    found = re.search(rf"^## {re.escape(heading)}\n.*?^```text\n(.*?)^```", DOCUMENT, re.MULTILINE | re.DOTALL)
    assert found, f"docs/architecture.md has no ```text block under '## {heading}'"
    return found[1].splitlines()


def drawn_tree() -> dict[str, list[str]]:
    """The entries at the top of the tree (under "") and those of each folder whose content is drawn."""
    tree: dict[str, list[str]] = {"": []}
    folder = ""
    for line in drawing("The tree"):
        entry = line.split()[0].rstrip("/")
        if line.startswith(" "):
            tree.setdefault(folder, []).append(entry)
        else:
            folder = entry
            tree[""].append(entry)
    return tree


def existing_modules() -> list[str]:
    modules = [path for path in PACKAGE.iterdir() if path.suffix == ".py" or path.is_dir()]
    return [path.name for path in modules if path.name != "__pycache__"]


def test_the_tree_names_every_module_and_no_other():
    drawn = drawn_tree()["vlm_lens_native"]
    assert set(drawn) == set(existing_modules())
    assert len(drawn) == len(set(drawn))


def test_everything_in_the_tree_exists():
    paths = [ROOT / folder / entry for folder, entries in drawn_tree().items() for entry in entries]
    assert [path for path in paths if not path.exists()] == []


def test_the_arrows_are_those_that_import_linter_enforces():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    existing = {name.removesuffix(".py") for name in existing_modules()}
    enforced = [set(re.findall(r"\w+", layer)) & existing for layer in layers]
    drawn = [set(re.findall(r"\w+", line)) for line in drawing("Who may import whom")]
    assert drawn == [layer for layer in enforced if layer]


def test_nothing_is_imported_by_name_behind_import_linters_back():
    """But public names when they are first asked for, families, and what an extra brings."""
    by_name = [path for path in PACKAGE.rglob("*.py") if re.search(r"\b(import_module|__import__)\b", path.read_text())]
    assert {str(path.relative_to(PACKAGE)) for path in by_name} == {
        "__init__.py",
        "families/registry.py",
        "harvest/extras.py",
    }
