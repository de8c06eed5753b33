"""Every ```python block of README, CONTRIBUTING and docs/ runs, those of one page in order and in one namespace.

Where a line reads ``print(...)  # text``, the text is what the block must print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from vlm_lens_native.families import all_backbones, all_wrappers
from vlm_lens_native.toys import TOYS

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def python_blocks(page: Path) -> list[str]:
    """The blocks, each below as many empty lines as stand above it, so that tracebacks show the page's lines."""
    text = page.read_text()
    blocks = re.finditer(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return ["\n" * text.count("\n", 0, block.start(1)) + block[1] for block in blocks]


PAGES_WITH_CODE = [page for page in PAGES if python_blocks(page)]


@pytest.fixture
def own_families() -> Iterator[None]:
    """A page may register families of its own."""
    before = [(known, dict(known)) for known in (all_wrappers(), all_backbones())]
    yield
    for known, as_it_was in before:
        known.clear()
        known.update(as_it_was)


@pytest.mark.usefixtures("own_families")
@pytest.mark.parametrize("page", PAGES_WITH_CODE, ids=[page.relative_to(ROOT).as_posix() for page in PAGES_WITH_CODE])
def test_the_code_on_the_page_runs(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)  # a page may write files
    namespace: dict[str, object] = {"__name__": "__main__"}
    for block in python_blocks(page):
        exec(compile(block, page, "exec"), namespace)
        printed = [line.strip() for line in capsys.readouterr().out.splitlines()]
        promised = re.findall(r"^print\(.*\)  # (.+)$", block, re.MULTILINE)
        assert printed == promised or not promised


@pytest.mark.parametrize("name", [name for name in TOYS if name != "toy-llava"])
def test_the_lines_of_the_readme_work_with_every_toy(name: str, capsys: pytest.CaptureFixture[str]):
    for block in python_blocks(ROOT / "README.md"):
        exec(compile(block.replace("toy-llava", name), "README.md", "exec"), {"__name__": "__main__"})
    assert capsys.readouterr().out.split() == ["blue"]


@pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(ROOT).as_posix() for page in PAGES])
def test_relative_links_lead_somewhere(page: Path):
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text())
    broken = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert broken == []
