"""Progress bars: one kind, on standard error, and one switch for all of them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

_shown = os.environ.get("VLM_LENS_PROGRESS", "1") != "0"


def progress_bars(shown: bool) -> None:
    """Switches the library's progress bars on or off, and Hugging Face's with them.

    The environment variable ``VLM_LENS_PROGRESS=0`` starts a program with the library's own switched off.
    """
    global _shown
    _shown = bool(shown)
    from transformers.utils import logging

    (logging.enable_progress_bar if _shown else logging.disable_progress_bar)()


def tqdm(iterable: Iterable[Any] | None = None, **options: Any) -> Any:
    """Tqdm's bar; none where standard error is no terminal, and none where bars are switched off."""
    from tqdm.auto import tqdm as bar

    options["disable"] = True if options.get("disable") or not _shown else None
    return bar(iterable, **options)
