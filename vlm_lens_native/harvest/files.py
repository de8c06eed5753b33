"""The files of a shard, opened; one that can't be read is named, with what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open

from vlm_lens_native.errors import InputError
from vlm_lens_native.harvest.extras import extra
from vlm_lens_native.harvest.shards import shard_path

REMEDY = "; delete the folder that it is in, and run again."


def check_files(root: Path, shards: Sequence[int], names: Sequence[str]) -> None:
    """Sees that no file of some shards is missing or cut off; of each its head or its end is read.

    Raises:
        InputError: One is.
    """
    for path in (shard_path(root, shard) / name for shard in shards for name in names):
        if path.suffix == ".parquet":
            with explained(path):
                extra("pyarrow.parquet").read_metadata(path)
        else:
            with opened(path):
                pass


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """A shard's file of activations, whose data are read when they are asked for."""
    with explained(path):
        file = safe_open(path, framework="pt")
    with file as opened:
        yield opened


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Says which file can't be read, whatever the library that reads it raises."""
    try:
        yield
    except (OSError, SafetensorError, extra("pyarrow").ArrowException) as error:
        what = f"is corrupt or cut off ({error})" if path.is_file() else "is not there"
        raise InputError(f"{path} {what}{REMEDY}") from error
