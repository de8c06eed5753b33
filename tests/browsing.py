"""A real browser for what the library shows: Chromium from the path, driven by Playwright.

Tests that use it are skipped where there is none: ``apt-get install chromium``.
"""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage")


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser that ends with the block; skips the test where there is none."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        pytest.skip(f"no browser: none of {', '.join(_NAMES)} is on the path; apt-get install chromium")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def shown(browser: Any, address: str, *, strict: bool = True, **given: Any) -> Iterator[Any]:
    """A page; ``page.asked`` are the addresses that it asked for, and errors in it fail the test where it is strict."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce", **given})
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.asked, complaints = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.goto(address)
    try:
        yield page
        assert not complaints or not strict, complaints
        outside = [url for url in page.asked if not url.startswith((address.partition("#")[0], "data:", "blob:"))]
        assert outside == []
    finally:
        context.close()


class Serving:
    """An application on a port of this machine, which can be stopped and started again; ``desk`` is the app's."""

    def __init__(self, make: Any) -> None:
        self._make = make
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/"
        self.start()

    def start(self) -> None:
        import uvicorn

        application = self._make()
        self.desk = application.state.desk
        config = uvicorn.Config(application, port=self.port, log_level="error", timeout_graceful_shutdown=1)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join()


def until(page: Any, condition: str, *, seconds: float = 60.0) -> None:
    """Waits until a JavaScript expression is true; Playwright's own way needs ``eval``, which our pages forbid."""
    end = time.monotonic() + seconds
    while not page.evaluate(f"() => !!({condition})"):
        if time.monotonic() > end:
            raise TimeoutError(f"never true: {condition}")
        page.wait_for_timeout(20)
