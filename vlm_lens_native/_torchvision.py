"""Makes torchvision importable beside a CPU build of torch.

The processors of Qwen-VL (and of other families) import torchvision. PyPI's wheel is built for CUDA: beside a
CPU-only torch its C++ operators are missing, so ``import torchvision`` stops with
``operator torchvision::nms does not exist`` while it registers their shapes. Processors use only torchvision's
Python half, and that half works as soon as the operators' names are declared.
"""

from __future__ import annotations

import importlib
import sys

import torch

_SCHEMAS = (
    "nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
)
_declared: list[torch.library.Library] = []  # a Library takes its definitions back when it is collected


def ensure_torchvision() -> None:
    """Imports torchvision, declaring its operators first if that is what it lacks.

    Does nothing where torchvision works or is not installed, and lets every other error of the import through.
    """
    try:
        importlib.import_module("torchvision")
    except ModuleNotFoundError as error:
        if error.name != "torchvision":
            raise
    except RuntimeError as error:
        if "operator torchvision::nms does not exist" not in str(error):
            raise
        for name in [name for name in sys.modules if name.partition(".")[0] == "torchvision"]:
            del sys.modules[name]
        library = torch.library.Library("torchvision", "DEF")
        for schema in _SCHEMAS:
            library.define(schema)
        _declared.append(library)
        importlib.import_module("torchvision")
