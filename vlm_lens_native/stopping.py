"""Progress of long work that Ctrl-C ends early; what is done by then is kept."""

from __future__ import annotations

import warnings
from types import TracebackType

from vlm_lens_native.progress import tqdm


class Stoppable:
    """A progress bar around long work whose parts count one by one.

    Ctrl-C ends the block with a warning, and the program goes on behind it with what is done; before anything is done,
    it is the KeyboardInterrupt that it is elsewhere. (Methods whose parts mean nothing alone, such as gradients along a
    line, use a plain bar.)

    Attributes:
        n_done: How many parts are done.
        stopped: Whether Ctrl-C ended the work.
    """

    def __init__(self, title: str, total: int, *, unit: str = "it", n_done: int = 0) -> None:
        self.n_done, self.stopped = n_done, False
        self._title, self._total, self._unit = title, total, unit

    def __enter__(self) -> Stoppable:
        self._bar = tqdm(total=self._total, initial=self.n_done, desc=self._title, unit=self._unit, leave=False)
        return self

    def done(self, n: int = 1) -> None:
        """Counts so many parts more."""
        self.n_done += n
        self._bar.update(n)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self._bar.close()
        self.stopped = kind is KeyboardInterrupt and self.n_done > 0
        if self.stopped:
            what = f"{self._title} was stopped: {self.n_done} of {self._total} are done and kept."
            warnings.warn(what, stacklevel=3)
        return self.stopped
