"""The notebooks run from top to bottom on a toy, and their stored outputs are there and small."""

from __future__ import annotations

import json
import re
import runpy
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import pytest

FOLDER = Path(__file__).parents[2] / "docs" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
MOST_BYTES = 400_000
BADGE = runpy.run_path(str(FOLDER.parents[1] / "scripts" / "notebooks"))["badge"]()


def cells(path: Path) -> list[dict[str, Any]]:
    return [cell for cell in json.loads(path.read_text())["cells"] if cell["cell_type"] == "code"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    namespace: dict[str, object] = {"__name__": "__main__"}
    try:
        for number, cell in enumerate(cells(path)):
            exec(compile("".join(cell["source"]), f"{path.name}, cell {number}", "exec"), namespace)
    finally:
        plt.close("all")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_installs_what_it_needs(path: Path) -> None:
    code = "".join(line for cell in cells(path) for line in cell["source"])
    told = re.search(r"%pip install 'vlm_lens_native\[([\w,]+)\]'", path.read_text())
    assert told is not None
    needed = {extra for extra, call in {"notebook": ".explore(", "harvest": "harvest."}.items() if call in code}
    assert needed <= set(told[1].split(","))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_is_as_it_is_published(path: Path) -> None:
    text = path.read_text()
    assert len(text) < MOST_BYTES
    assert f"({BADGE}/blob/main/docs/notebooks/{path.name})" in text
    code = cells(path)
    assert "".join(code[0]["source"]).startswith('MODEL = "toy-')  # the one line to change
    assert all(cell["execution_count"] == nth for nth, cell in enumerate(code, start=1))
    outputs = [output for cell in code for output in cell["outputs"]]
    assert any("image/png" in output.get("data", {}) for output in outputs)
    assert "error" not in {output["output_type"] for output in outputs}
