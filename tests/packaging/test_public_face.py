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


def test_the_face_is_exactly_its_exports_which_type_checkers_see_too():
    exported = set(vlm_lens_native.__all__)
    names = [name for name in dir(vlm_lens_native) if not name.startswith("_")]
    visible = {name for name in names if not isinstance(getattr(vlm_lens_native, name), ModuleType)}
    assert visible == exported
    told = Path(vlm_lens_native.__file__).read_text().partition("if _TYPE_CHECKING:")[2].partition("__version__")[0]
    assert set(re.findall(r"\b[A-Z]\w+", told)) == exported


def test_modules_are_found_without_importing_them_first_and_names_that_are_not_there_are_not():
    assert vlm_lens_native.analysis is importlib.import_module("vlm_lens_native.analysis")
    with pytest.raises(AttributeError, match="has no attribute 'analyses'"):
        _ = vlm_lens_native.analyses


# In a process of its own, for other tests have imported everything. What it costs stands in docs/benchmarks.md.
IMPORT = """
import sys, torch, transformers
before = set(sys.modules)
import vlm_lens_native
print(*sorted({name.partition(".")[0] for name in set(sys.modules) - before}))
from vlm_lens_native import HookedVLMTransformer
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_importing_the_library_imports_nothing_else():
    run = subprocess.run([sys.executable, "-c", IMPORT], cwd=ROOT, capture_output=True, text=True)
    at_once, at_first_use = (set(line.split()) for line in run.stdout.splitlines())
    assert at_once == {"vlm_lens_native"}, run.stderr
    assert "transformers" in at_first_use
    assert at_first_use & {"matplotlib", "pandas", "sklearn", "typer", "fastapi", "IPython"} == set()


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
