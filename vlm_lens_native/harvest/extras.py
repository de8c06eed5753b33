"""Packages of the extras, imported when they are needed."""

from __future__ import annotations

import importlib
from typing import Any

from vlm_lens_native.errors import InputError

_EXTRAS = {"pyarrow": "harvest", "ray": "ray", "datasets": "data", "duckdb": "data", "sae_lens": "sae"}


def extra(module: str) -> Any:
    """A module of an optional package.

    Raises:
        InputError: It is not installed; the message names the extra.
    """
    package = module.partition(".")[0]
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        if error.name != package:
            raise
        raise InputError(
            f"This needs {package}, which is not installed: pip install 'vlm_lens_native[{_EXTRAS[package]}]'."
        ) from error
