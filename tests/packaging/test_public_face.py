"""The public face: what ``import vlm_lens_native`` gives, and that version and changelog agree."""

from __future__ import annotations

import importlib
import pkgutil
import pydoc
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from torch import nn

import vlm_lens_native
from tests import models
from vlm_lens_native import HookedVLMTransformer

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(vlm_lens_native.__path__, "vlm_lens_native.")
    if not module.name.endswith(".__main__")
)


def test_the_face_is_exactly_its_exports():
    exported = set(vlm_lens_native.__all__)
    visible = {
        name
        for name, value in vars(vlm_lens_native).items()
        if not name.startswith("_") and not isinstance(value, ModuleType)
    }
    assert visible - {"annotations"} == exported - {"__version__"}


@pytest.mark.parametrize("name", ["vlm_lens_native", *MODULES])
def test_every_module_imports_and_has_what_it_exports(name: str):
    module = importlib.import_module(name)
    exported = list(getattr(module, "__all__", []))
    assert len(exported) == len(set(exported))
    assert [export for export in exported if not hasattr(module, export)] == []


def test_the_version_is_in_the_changelog():
    changelog = (ROOT / "CHANGELOG.md").read_text()
    assert f"\n## [{vlm_lens_native.__version__}] - " in changelog


def test_conversions_is_no_top_level_name():
    run = subprocess.run([sys.executable, "-c", "import conversions"], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode != 0
    assert "ImportError: import vlm_lens_native.conversions" in run.stderr


def test_the_docstring_of_the_model_names_everything_that_it_can():
    own = {name for name in dir(HookedVLMTransformer) if not name.startswith("_") and not hasattr(nn.Module, name)}
    text = (HookedVLMTransformer.__doc__ or "").partition("- Loading")[2].partition("Attributes:")[0]
    assert set(re.findall(r"``(\w+)``", text)) == own | {"forward"}


def test_help_of_a_model_shows_what_is_its_own():
    model = models.model("llava")
    text = pydoc.plain(pydoc.render_doc(model))
    assert all(f" {name}(" in text for name in ("run_with_cache", "from_pretrained", "prepare_messages", "hooks"))
    assert "register_full_backward_hook" not in text
    assert len(text.splitlines()) < 900
    assert {"run_with_cache", "named_parameters", "hf", "register_full_backward_hook"} <= set(dir(model))
