"""One queue a model: passes run one at a time, in the order in which they were asked for."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any, TypeVar

T = TypeVar("T")
Left = Callable[[], Awaitable[bool]]


class LeftError(Exception):
    """Whoever asked has gone."""


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
                return await _in_thread(work)
        finally:
            self.waiting -= 1

    async def stream(self, work: Callable[[], Iterator[T]], left: Left) -> AsyncIterator[T]:
        """Runs an iterator step by step, and stops it between two steps once whoever asked has left."""
        self.waiting += 1
        try:
            async with self._turn:
                pieces = work()
                try:
                    while not await left():
                        piece = await _in_thread(lambda: next(pieces, _END))
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


async def _in_thread(work: Callable[[], T]) -> T:
    """Runs ``work`` in a thread to its end, also when the task that waits for it is cancelled meanwhile.

    A pass can't be broken off in the middle; if the turn were given up before it has ended, two would run at once.
    """
    loop, done = asyncio.get_running_loop(), asyncio.Event()
    result: list[Any] = []

    def target() -> None:
        try:
            result.append((True, work()))
        except BaseException as error:
            result.append((False, error))
        loop.call_soon_threadsafe(done.set)

    threading.Thread(target=target, daemon=True).start()
    cancelled: asyncio.CancelledError | None = None
    while not done.is_set():
        try:
            await done.wait()
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        raise cancelled
    worked, value = result[0]
    if not worked:
        raise value
    return value
