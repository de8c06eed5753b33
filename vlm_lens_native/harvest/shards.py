"""The contract of a store: a shard is there whole, or it is not there.

A shard is written into a folder of its own; its files and the folder are flushed to the disk; the folder is renamed.
Renaming is atomic, and fails where the shard is there already. So whatever runs the work may be killed at any moment,
work may be done twice, and two runs may write to one store at once.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ACTIVATIONS, ROWS, FAILURES = "activations.safetensors", "rows.parquet", "errors.parquet"
STATES = "reductions.safetensors"
_SHARD = re.compile(r"shard-(\d{6,})")
_HERE = re.sub(r"[^\w-]", "_", socket.gethostname())
_UNFINISHED = re.compile(rf"\.writing-{_HERE}-(\d+)-")


def shard_path(root: Path, shard: int) -> Path:
    """Where a shard is, or will be."""
    return root / f"shard-{shard:06d}"


def shards_in(root: Path) -> list[int]:
    """The shards that are there."""
    with os.scandir(root) as found:
        return sorted(int(match[1]) for each in found if (match := _SHARD.fullmatch(each.name)))


def write_shard(root: Path, shard: int, write: Callable[[Path], None]) -> bool:
    """Puts a shard into a store.

    Args:
        root: The store.
        shard: Which one.
        write: Writes its files into a folder.

    Returns:
        Whether it was put there; False where somebody else was first.

    Raises:
        OSError: The disk is full, or can't be written to. Nothing is left of the shard then.
    """
    with _explained(root, shard):
        folder = Path(tempfile.mkdtemp(prefix=f".writing-{_HERE}-{os.getpid()}-", dir=root))
        mask = _umask()
        try:
            folder.chmod(0o777 & ~mask)
            write(folder)
            for path in folder.iterdir():
                path.chmod(0o666 & ~mask)  # tempfile's folder and safetensors' files are their owner's alone
                _flush(path)
            _flush(folder)
            try:
                folder.rename(shard_path(root, shard))
            except OSError as error:
                if error.errno not in (errno.EEXIST, errno.ENOTEMPTY):
                    raise
                return False
            _flush(root)
            return True
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def remove_unfinished(root: Path) -> None:
    """Removes what processes of this machine left behind that are no more."""
    for path in root.glob(f".writing-{_HERE}-*"):
        match = _UNFINISHED.match(path.name)
        if match and not _is_alive(int(match[1])):
            shutil.rmtree(path, ignore_errors=True)


def put_if_absent(path: Path, content: bytes) -> None:
    """Writes a file whole, unless there is one."""
    descriptor, name = tempfile.mkstemp(prefix=f".writing-{_HERE}-{os.getpid()}-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o666 & ~_umask())
        try:
            os.link(name, path)  # unlike a rename, it never takes the place of another
        except FileExistsError:
            return
        _flush(path.parent)
    finally:
        Path(name).unlink()


@contextmanager
def _explained(root: Path, shard: int) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        left = f"Shard {shard} was not written, and nothing of it is left in {root}. The shards before it are whole."
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            left += " Make room, and run the same again: it goes on from there."
        raise OSError(error.errno, f"{error.strerror or error}. {left}") from error


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _umask() -> int:
    """Python reads it only by setting it, which other threads would notice."""
    for line in Path("/proc/self/status").read_text().splitlines() if os.path.exists("/proc/self/status") else ():
        if line.startswith("Umask:"):
            return int(line.split()[1], 8)
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
