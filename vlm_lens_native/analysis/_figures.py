"""The drawing functions, for the results' ``plot``."""

from __future__ import annotations

import importlib
from typing import Any


def figures() -> Any:
    """``vlm_lens_native.visualize``, imported when a picture is asked for.

    It stands above the analyses, and only their results' ``plot`` reaches up to it. No analysis depends on it, and
    matplotlib is not loaded before it is needed.
    """
    return importlib.import_module("vlm_lens_native.visualize")
