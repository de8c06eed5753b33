"""Makes torchvision importable beside a CPU build of torch.

Where torchvision is installed, HF's modules import it, whether they use it or not. PyPI's wheel is built for CUDA:
beside a CPU-only torch its C++ operators are missing, so ``import torchvision`` stops with ``operator torchvision::nms
does not exist`` while it registers their shapes. Processors use only torchvision's Python half, and that half works as
soon as the operators' names are declared. So the import is watched, and nothing is imported before somebody asks.
"""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.metadata import PackageNotFoundError, version
from types import ModuleType
from typing import Any

_SCHEMAS = (
    "nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
)
_declared: list[Any] = []  # a torch Library takes its definitions back when it is collected


def watch_torchvision() -> None:
    """Has every later ``import torchvision`` go through here; does nothing the second time."""
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


class _Finder(MetaPathFinder):
    def find_spec(self, fullname: str, path: Any, target: ModuleType | None = None) -> ModuleSpec | None:
        if fullname != "torchvision":
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(fullname, spec.loader.path)
        return spec


class _Loader(SourceFileLoader):
    def exec_module(self, module: ModuleType) -> None:
        try:
            super().exec_module(module)
        except Exception as error:
            if "operator torchvision::nms does not exist" not in str(error):
                raise ImportError(_explained(error)) from error
            for name in [name for name in sys.modules if name.startswith("torchvision.")]:
                del sys.modules[name]
            _declare()
            super().exec_module(module)


def _declare() -> None:
    import torch

    library = torch.library.Library("torchvision", "DEF")
    for schema in _SCHEMAS:
        library.define(schema)
    _declared.append(library)


def _explained(error: Exception) -> str:
    return (
        f"torchvision {installed('torchvision')} can't be imported beside torch {installed('torch')} ({error}), and "
        "Hugging Face's transformers imports it wherever it is installed. Install the torchvision that was built for "
        "this torch, or remove it: pip uninstall torchvision. vlm_lens_native itself does not need it."
    )


def installed(package: str) -> str:
    """A package's version, or that it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
