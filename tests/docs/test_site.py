"""The documentation site: scripts/docs builds it; here, that nothing is left out of it."""

from __future__ import annotations

import importlib
import pkgutil
import re
import runpy
import subprocess
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sphinx.ext.napoleon.docstring import GoogleDocstring

import vlm_lens_native

DOCS = Path(__file__).parents[2] / "docs"
CONF: dict[str, Any] = runpy.run_path(str(DOCS / "conf.py"))
# What the library is made of (docs/architecture.md); what users need of it is exported by the modules of the reference.
INTERNAL = ("bundle", "cli", "components", "conversions", "decomposition", "vision", "pages", "app.views")
USERS_PAGES = ("../README.md", "guides/*.md", "papers/*.md", "notebooks/*.ipynb")


def exports(module: ModuleType) -> dict[str, Any]:
    return {name: getattr(module, name) for name in CONF["public_names"](module)}


def test_the_repositorys_address_stands_in_one_file() -> None:
    """Whoever publishes the project changes pyproject.toml; scripts/notebooks puts it into the notebooks."""
    owner = CONF["REPOSITORY"].split("/")[-2]
    found = subprocess.run(["git", "grep", "-I", "-l", f"{owner}[./]"], cwd=DOCS.parent, capture_output=True, text=True)
    if found.returncode > 1:
        pytest.skip("this is no clone")
    assert {path for path in found.stdout.split() if not path.endswith(".ipynb")} == {"pyproject.toml"}


def test_the_reference_names_every_public_object() -> None:
    named = {id(value) for module in CONF["public_modules"]() for value in exports(module).values()}
    left_out = {
        f"{module.name}.{name}"
        for module in pkgutil.walk_packages(vlm_lens_native.__path__, "vlm_lens_native.")
        if module.ispkg and not module.name.removeprefix("vlm_lens_native.").startswith(INTERNAL)
        for name, value in exports(importlib.import_module(module.name)).items()
        if id(value) not in named
    }
    assert left_out == set()


def test_a_module_that_is_exported_has_a_page() -> None:
    exported = {
        value
        for module in CONF["public_modules"]()
        for value in (getattr(module, name) for name in getattr(module, "__all__", ()))
        if isinstance(value, ModuleType)
    }
    assert "vlm_lens_native.experiments.circuits" in {module.__name__ for module in exported}
    assert exported <= set(CONF["public_modules"]())


def test_what_users_are_told_to_import_is_in_the_reference() -> None:
    text = "\n".join(path.read_text() for pages in USERS_PAGES for path in DOCS.glob(pages))
    imports = set(re.findall(r"\bfrom (vlm_lens_native[\w.]*) import ([\w, ]+)", text))
    assert ("vlm_lens_native.toys.scenes", "Scene") in imports
    shown = {id(value) for module in CONF["public_modules"]() for value in (module, *exports(module).values())}
    told = {(module, name.partition(" as ")[0]) for module, names in imports for name in names.split(", ")}
    assert {(module, name) for module, name in told if id(_imported(module, name)) not in shown} == set()


def _imported(module: str, name: str) -> Any:
    found = getattr(importlib.import_module(module), name, None)
    return importlib.import_module(f"{module}.{name}") if found is None else found


def test_a_propertys_words_in_front_of_a_colon_are_kept() -> None:
    lines = [str(vlm_lens_native.ActivationCache.tokens.__doc__)]
    CONF["whole_sentences"](None, "property", "", None, None, lines)
    shown = str(GoogleDocstring("\n".join(lines), what="property"))
    assert shown.strip().startswith("Which positions are tokens") and "see `Step`" in shown  # noqa: PT018


def test_every_page_is_in_a_table_of_contents() -> None:
    index = (DOCS / "index.md").read_text()
    listed = re.findall(r"^([\w/*-]+)$", index, re.MULTILINE)
    pages = {path.relative_to(DOCS).with_suffix("").as_posix() for path in DOCS.rglob("*.md")}
    pages |= {path.relative_to(DOCS).with_suffix("").as_posix() for path in (DOCS / "notebooks").glob("*.ipynb")}
    pages = {page for page in pages if not page.startswith(("_build/", "reference/", "case_study/toy-"))}
    found = {page for page in pages for entry in listed if re.fullmatch(entry.replace("*", "[^/]*"), page)}
    assert pages - found == {"index"}


def test_the_reference_shows_what_a_class_inherits_from_the_library_and_no_more() -> None:
    line = CONF["_directive"]("vlm_lens_native.HookedVLMTransformer", vlm_lens_native.HookedVLMTransformer)
    assert line.endswith(":inherited-members: Module, object\n")  # so run_with_cache, from a base of the library's
    assert ":inherited-members:" not in CONF["_directive"]("vlm_lens_native.test", lambda: None)
