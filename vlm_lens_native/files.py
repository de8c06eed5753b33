"""Files of tensors: safetensors files that say what wrote them."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from vlm_lens_native.errors import InputError


def save_tensors(path: str | Path, tensors: Mapping[str, Tensor], *, writer: str, **metadata: str) -> None:
    """Writes tensors, with the name of the class that they are of.

    Safetensors writes a file beside and renames it, and since 0.8 it is the owner's alone, whatever the umask says.
    """
    path = Path(path)
    is_new = not path.exists()
    path.touch()
    mode = stat.S_IMODE(path.stat().st_mode)
    try:
        save_file(dict(tensors), path, metadata={**_form(writer), **metadata})
    except BaseException:
        path.unlink() if is_new else None
        raise
    path.chmod(mode)


def load_tensors(
    path: str | Path, *, writer: str, device: torch.device | str = "cpu"
) -> tuple[dict[str, Tensor], dict[str, str]]:
    """The tensors of a file that `save_tensors` wrote, and what else it says.

    Raises:
        InputError: The file is something else.
    """
    form = tuple(_form(writer).values())
    try:
        with safe_open(path, framework="pt", device=str(device)) as file:
            metadata = file.metadata() or {}
            found = metadata.get("format"), metadata.get("version")
            tensors = {name: file.get_tensor(name) for name in file.keys() if found == form}  # noqa: SIM118
    except SafetensorError as error:
        raise InputError(f"{path} is no safetensors file: {error}.") from error
    if found != form:
        raise InputError(
            f"{path} is a safetensors file, but not one written by {writer}.save of this version: it is of format "
            f"{found[0]!r}, version {found[1]!r}."
        )
    return tensors, metadata


def _form(writer: str) -> dict[str, str]:
    return {"format": f"vlm_lens_native.{writer}", "version": "1"}
