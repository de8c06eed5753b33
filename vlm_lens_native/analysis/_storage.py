"""Results on disk: frozen dataclasses as safetensors files, with numbers as tensors and the rest as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from vlm_lens_native.analysis.words import Word
from vlm_lens_native.errors import InputError
from vlm_lens_native.inputs import TokenLayout
from vlm_lens_native.inputs.geometry import TokenGrid, VisionTokens
from vlm_lens_native.inputs.table import PlacedVision, TokenTable
from vlm_lens_native.inputs.transform import ImageTransform

Result = TypeVar("Result", bound="Stored")

_PARTS = (TokenLayout, TokenTable, PlacedVision, VisionTokens, TokenGrid, ImageTransform, Word)
_VERSION = "1"


class Stored:
    """A result that can be kept: a dataclass of tensors, plain values and the dataclasses that results hold."""

    def save(self, path: str | Path) -> None:
        """Writes the result to a safetensors file; ``load`` reads it back, without a model. It holds data only."""
        tensors: dict[str, Tensor] = {}
        form = _packed(self, tensors, known=(*_PARTS, type(self)))
        metadata = {"format": _format(type(self)), "version": _VERSION, "form": json.dumps(form)}
        save_file(tensors, path, metadata=metadata)

    @classmethod
    def load(cls: type[Result], path: str | Path) -> Result:
        """Reads what ``save`` wrote.

        Raises:
            InputError: The file holds something else.
        """
        try:
            with safe_open(path, framework="pt") as file:
                metadata = file.metadata() or {}
                tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118  # no mapping
        except SafetensorError as error:
            raise InputError(f"{path} is no safetensors file: {error}.") from error
        if (metadata.get("format"), metadata.get("version")) != (_format(cls), _VERSION):
            raise InputError(
                f"{path} holds {metadata.get('format', 'something else')!r} (version {metadata.get('version')}), not "
                f"what {cls.__name__}.save of this version of the library writes."
            )
        return _unpacked(json.loads(metadata["form"]), tensors, {each.__name__: each for each in (*_PARTS, cls)})


def _format(kind: type) -> str:
    return f"vlm_lens_native.{kind.__name__}"


def _packed(value: Any, tensors: dict[str, Tensor], known: tuple[type, ...]) -> Any:
    """A JSON form of a value, whose arrays go into ``tensors``."""
    if isinstance(value, Tensor | np.ndarray):
        name = str(len(tensors))
        tensors[name] = torch.as_tensor(value).detach().cpu().contiguous().clone()
        return {"array": name, "numpy": isinstance(value, np.ndarray)}
    if is_dataclass(value) and type(value) in known:
        values = {field.name: _packed(getattr(value, field.name), tensors, known) for field in fields(value)}
        return {"class": type(value).__name__, "fields": values}
    if isinstance(value, Mapping):
        return {"pairs": [[_packed(each, tensors, known) for each in pair] for pair in value.items()]}
    if isinstance(value, tuple | list):
        return {"tuple": [_packed(each, tensors, known) for each in value]}
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"A result can't hold {type(value).__name__}: it would not come back from a file as it was.")


def _unpacked(form: Any, tensors: Mapping[str, Tensor], classes: Mapping[str, type]) -> Any:
    if not isinstance(form, dict):
        return form
    if "array" in form:
        tensor = tensors[form["array"]]
        return tensor.numpy() if form["numpy"] else tensor
    if "class" in form:
        values = {name: _unpacked(value, tensors, classes) for name, value in form["fields"].items()}
        return classes[form["class"]](**values)
    if "pairs" in form:
        return {_unpacked(key, tensors, classes): _unpacked(value, tensors, classes) for key, value in form["pairs"]}
    return tuple(_unpacked(each, tensors, classes) for each in form["tuple"])
