from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

from vlm_lens_native import HookedVLMTransformer
from vlm_lens_native.families import all_wrappers
from vlm_lens_native.inputs import geometries

SCRIPT = Path(__file__).parents[2] / "scripts" / "models_table.py"


def script() -> Any:
    spec = importlib.util.spec_from_file_location("models_table", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_table_and_the_page_are_current() -> None:
    for path, text in script().texts().items():
        assert path.read_text() == text, f"run scripts/models_table.py: {path.name} is stale"


def test_the_guide_tells_of_every_kind_of_tokens() -> None:
    pages = [(SCRIPT.parents[1] / "docs" / page).read_text() for page in ("guides/tokens.md", "adding-a-family.md")]
    for page in pages:
        assert {f"`{name}`" for name in geometries.__all__} <= set(re.findall(r"^\| (`\w+`) \|", page, re.MULTILINE))


def test_the_table_holds_every_wrapper_that_has_a_file() -> None:
    table = HookedVLMTransformer.supported().set_index("model_type")
    assert set(all_wrappers()) <= set(table.index)
    assert "UI-TARS-1.5-7B" in table.loc["qwen2_5_vl", "checkpoints"]
    assert bool(table.loc["smolvlm", "vision hooks"])
    assert table.loc["internvl", "tokens"] == "CanvasTiles"
    assert bool(table.loc["video_llava", "boxes"])
    assert not bool(table.loc["aria", "boxes"])
