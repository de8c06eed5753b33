"""How wrappers and backbones are found: modules of ``conversions``, then entry points of other packages."""

from __future__ import annotations

import importlib
import importlib.metadata
import pkgutil
from collections.abc import Iterable
from functools import cache
from typing import Any

from vlm_lens_native.errors import UnsupportedModelError
from vlm_lens_native.families.declarations import Backbone, Wrapper

_CONVERSIONS = "vlm_lens_native.conversions"


@cache
def all_wrappers() -> dict[str, Wrapper]:
    """Every wrapper by model_type.

    Raises:
        UnsupportedModelError: Two of them claim one model_type.
    """
    return _by_type(_CONVERSIONS, "WRAPPER", "vlm_lens_native.families")


@cache
def all_backbones() -> dict[str, Backbone]:
    """Every text backbone by the model_type of its config.

    Raises:
        UnsupportedModelError: Two of them claim one model_type.
    """
    return _by_type(f"{_CONVERSIONS}.backbones", "BACKBONE", "vlm_lens_native.backbones")


def register(*declared: Wrapper | Backbone) -> None:
    """Makes wrappers and backbones known until the session ends, as a package's entry points do for good.

    Raises:
        UnsupportedModelError: One of that ``model_type`` is known already.
    """
    for item in declared:
        known: dict[str, Any] = all_wrappers() if isinstance(item, Wrapper) else all_backbones()
        if known.get(item.model_type, item) is not item:
            raise UnsupportedModelError(
                f"There is a {known[item.model_type]!r} already; {item!r} would take its place."
            )
        known[item.model_type] = item


def lacking() -> dict[str, str]:
    """What the decoder would have to learn for HF's other text backbones, by the model_type of their config."""
    return importlib.import_module(f"{_CONVERSIONS}.backbones._lacking").LACKING


def known_wrapper(model_type: str) -> Wrapper:
    """For pickle, which finds functions by name."""
    return all_wrappers()[model_type]


def known_backbone(model_type: str) -> Backbone:
    """For pickle, which finds functions by name."""
    return all_backbones()[model_type]


def _by_type(package: str, attribute: str, group: str) -> dict[str, Any]:
    found: dict[str, tuple[str, Any]] = {}
    for origin, item in [*_built_in(package, attribute), *_entry_points(group)]:
        if item.model_type in found:
            raise UnsupportedModelError(
                f"Both {found[item.model_type][0]} and {origin} claim model_type {item.model_type!r}; "
                "uninstall one, or rename what it claims."
            )
        found[item.model_type] = (origin, item)
    return {model_type: item for model_type, (_, item) in found.items()}


def _built_in(package: str, attribute: str) -> Iterable[tuple[str, Any]]:
    for module in pkgutil.iter_modules(importlib.import_module(package).__path__):
        if not (module.name.startswith("_") or module.ispkg):
            name = f"{package}.{module.name}"
            yield name, getattr(importlib.import_module(name), attribute)


def _entry_points(group: str) -> Iterable[tuple[str, Any]]:
    for entry in importlib.metadata.entry_points(group=group):
        yield entry.value, entry.load()
