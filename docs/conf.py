"""The documentation site: the pages of docs/ and the notebooks as they are, and a reference made from docstrings."""

from __future__ import annotations

import importlib
import re
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, get_origin

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from vlm_lens_native import __version__  # noqa: E402

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
REPOSITORY = PYPROJECT["project"]["urls"]["Homepage"]

# What users import, from top to bottom. tests/docs/test_site.py holds that every public object is in one of them.
MODULES = (
    "vlm_lens_native",
    "vlm_lens_native.analysis",
    "vlm_lens_native.interventions",
    "vlm_lens_native.analysis.patching",
    "vlm_lens_native.analysis.knockout",
    "vlm_lens_native.analysis.logit_attribution",
    "vlm_lens_native.analysis.heads",
    "vlm_lens_native.analysis.experts",
    "vlm_lens_native.analysis.gradients",
    "vlm_lens_native.analysis.corruptions",
    "vlm_lens_native.analysis.registers",
    "vlm_lens_native.experiments",
    "vlm_lens_native.experiments.circuits",
    "vlm_lens_native.experiments.directions",
    "vlm_lens_native.experiments.probes",
    "vlm_lens_native.dictionaries",
    "vlm_lens_native.inputs",
    "vlm_lens_native.inputs.geometries",
    "vlm_lens_native.weights",
    "vlm_lens_native.visualize",
    "vlm_lens_native.harvest",
    "vlm_lens_native.app",
    "vlm_lens_native.pages.demo",
    "vlm_lens_native.progress",
    "vlm_lens_native.utils",
    "vlm_lens_native.parity",
    "vlm_lens_native.families",
    "vlm_lens_native.shapes",
    "vlm_lens_native.toys",
    "vlm_lens_native.toys.scenes",
    "vlm_lens_native.toys.questions",
)

project = "vlm_lens_native"
author = "The vlm_lens_native authors"
copyright = author
release = version = __version__

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton", "sphinx_design"]
exclude_patterns = ["_build", "case_study/toy-*/**"]
html_theme = "furo"
html_title = f"vlm_lens_native {version}"
html_theme_options = {"source_repository": REPOSITORY, "source_branch": "main", "source_directory": "docs/"}
html_copy_source = False
html_static_path = ["_static"]
html_css_files = ["wide.css"]

myst_enable_extensions = ["colon_fence", "fieldlist"]
myst_heading_anchors = 3
nb_execution_mode = "off"  # scripts/notebooks runs them, and the tests do

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
autodoc_default_options = {"members": True, "imported-members": True, "show-inheritance": True}
python_use_unqualified_type_names = True
maximum_signature_line_length = 100
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_attr_annotations = False  # the members show them
napoleon_use_ivar = True  # attributes are documented as members too
suppress_warnings = ["ref.python"]  # several classes have an attribute of one name


def public_modules() -> list[ModuleType]:
    """The modules of the reference."""
    return [importlib.import_module(name) for name in MODULES]


def public_names(module: ModuleType) -> list[str]:
    """What a module offers: its exports, or what it defines itself; modules have pages of their own."""
    own = [name for name, value in vars(module).items() if getattr(value, "__module__", None) == module.__name__]
    names = getattr(module, "__all__", None) or [name for name in own if not name.startswith("_")]
    return [name for name in names if not isinstance(getattr(module, name), ModuleType)]


def write_reference(app: Any) -> None:
    """A page for each module, written anew with each build; what several modules offer is told by the first."""
    folder = Path(app.srcdir) / "reference"
    folder.mkdir(exist_ok=True)
    told: dict[int, str] = {}
    for module in public_modules():
        directives = [f".. automodule:: {module.__name__}\n   :no-members:\n"]
        for name in public_names(module):
            value = getattr(module, name)
            if (page := told.setdefault(id(value), module.__name__)) != module.__name__:
                directives.append(f"``{name}`` is told of at :doc:`{page}`.\n")
                continue
            directives.append(_directive(f"{module.__name__}.{name}", value))
        _write(folder / f"{module.__name__}.rst", _title(module.__name__) + "\n".join(directives))
    listed = "".join(f"   {name}\n" for name in MODULES)
    _write(folder / "index.rst", f"{_title('Reference')}{_ABOUT}.. toctree::\n   :maxdepth: 1\n\n{listed}")


def _directive(name: str, value: Any) -> str:
    if not callable(value) or get_origin(value) is not None:  # data and type aliases have no docstring of their own
        shown = ", ".join(map(str, value)) if isinstance(value, Mapping) else str(value)
        return f".. py:data:: {name}\n\n   ``{shown}``\n"
    if not isinstance(value, type):
        return f".. autofunction:: {name}\n"
    foreign = [base.__name__ for base in value.__mro__ if not base.__module__.startswith("vlm_lens_native")]
    return f".. autoclass:: {name}\n   :inherited-members: {', '.join(foreign)}\n"


_ABOUT = """Every public object, from its docstring. Shapes are annotations: ``Float[Tensor, 'batch pos d_model']``
is a tensor of floats with these axes, whose names :doc:`vlm_lens_native.shapes` explains.

"""


def _title(text: str) -> str:
    return f"{text}\n{'=' * len(text)}\n\n"


def _write(path: Path, text: str) -> None:
    if not path.exists() or path.read_text() != text:  # Sphinx reads only what changed
        path.write_text(text)


def links_out_of_the_site(app: Any, page: str, source: list[str]) -> None:
    """Links to files of the repository that are no pages lead to where the repository is read."""
    folder = (Path(app.srcdir) / page).parent

    def led(link: re.Match[str]) -> str:
        target = (folder / link[1]).resolve()
        is_page = target.suffix in (".md", ".ipynb", ".png") and target.is_relative_to(app.srcdir)
        outside = target.exists() and not is_page
        return f"]({REPOSITORY}/blob/main/{target.relative_to(ROOT)}" if outside else link[0]

    source[0] = re.sub(r"\]\((?!https?:|#)([^)#\s]+)", led, source[0])


def whole_sentences(app: Any, what: str, name: str, obj: Any, options: Any, lines: list[str]) -> None:
    """Napoleon takes a property's words in front of a colon for its type; behind an empty line it takes none."""
    if what in ("property", "attribute", "data"):
        lines.insert(0, "")


def setup(app: Any) -> None:
    """Called by Sphinx."""
    app.connect("autodoc-process-docstring", whole_sentences, priority=400)  # Napoleon comes at 500
    app.connect("builder-inited", write_reference)
    app.connect("source-read", links_out_of_the_site)
