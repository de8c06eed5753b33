"""One queue a model: passes run one at a time, in the order in which they were asked for."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")
_POLL = 0.2  # seconds between looks whether whoever asked is still there
_here = threading.local()
Left = Callable[[], Awaitable[bool]]


class LeftError(Exception):
    """Whoever asked has gone."""


def stop_if_left(*_: Any) -> None:
    """A hook that breaks a pass off once whoever asked for it has left; elsewhere it does nothing.

    Raises:
        LeftError: They have.
    """
    gone: threading.Event | None = getattr(_here, "gone", None)
    if gone is not None and gone.is_set():
        raise LeftError


class Gate:
    """Passes go beside each other, each in its thread; the loading of a model goes alone.

    While HF loads a model, torch's default dtype is the model's, and HF's own classes are changed, for the whole
    process: a pass of another model at that time could compute in the wrong dtype.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._passing, self._loading = 0, False

    @contextmanager
    def passing(self) -> Iterator[None]:
        """Within the block no model is loaded."""
        with self._changed:
            self._changed.wait_for(lambda: not self._loading)
            self._passing += 1
        try:
            yield
        finally:
            with self._changed:
                self._passing -= 1
                self._changed.notify_all()

    @contextmanager
    def loading(self) -> Iterator[None]:
        """Within the block nothing else runs; who comes meanwhile waits."""
        with self._changed:
            self._changed.wait_for(lambda: not self._loading)
            self._loading = True
        try:
            with self._changed:
                self._changed.wait_for(lambda: self._passing == 0)
            yield
        finally:
            with self._changed:
                self._loading = False
                self._changed.notify_all()


class Queue:
    """The queue of one model.

    Attributes:
        waiting: How many are in it, the running one included.
    """

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self.waiting = 0

    async def run(self, work: Callable[[], T], left: Left) -> T:
        """Runs ``work`` in a thread when its turn has come, unless whoever asked has left by then.

        Raises:
            LeftError: They have.
        """
        self.waiting += 1
        try:
            async with self._turn:
                if await left():
                    raise LeftError
                return await _in_thread(work, left)
        finally:
            self.waiting -= 1

    async def stream(self, work: Callable[[], Iterator[T]], left: Left) -> AsyncIterator[T]:
        """Runs an iterator step by step, and stops it once whoever asked has left."""
        self.waiting += 1
        try:
            async with self._turn:
                pieces = work()
                try:
                    while not await left():
                        piece = await _in_thread(lambda: next(pieces, _END), left)
                        if piece is _END:
                            return
                        yield piece  # type: ignore[misc]
                finally:
                    close = getattr(pieces, "close", None)
                    if close is not None:
                        close()
        finally:
            self.waiting -= 1


_END: Any = object()


async def _in_thread(work: Callable[[], T], left: Left) -> T:
    """Runs ``work`` in a thread to its end, also when the task that waits for it is cancelled meanwhile.

    If the turn were given up before the work has ended, two passes would run at once. Once whoever asked has left,
    `stop_if_left` ends the pass.
    """
    loop, done, gone = asyncio.get_running_loop(), asyncio.Event(), threading.Event()
    result: list[Any] = []

    def target() -> None:
        _here.gone = gone
        try:
            result.append((True, work()))
        except BaseException as error:
            result.append((False, error))
        loop.call_soon_threadsafe(done.set)

    threading.Thread(target=target, daemon=True).start()
    waiting = asyncio.ensure_future(done.wait())
    cancelled: asyncio.CancelledError | None = None
    while not done.is_set():
        try:
            await asyncio.wait([waiting], timeout=_POLL)
            if not done.is_set() and await left():
                gone.set()
        except asyncio.CancelledError as error:
            cancelled = error
            gone.set()
    if cancelled is not None:
        raise cancelled
    worked, value = result[0]
    if not worked:
        raise value
    return value
