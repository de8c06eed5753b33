"""A real browser for the pages that the library writes: Chromium, driven over its DevTools pipe.

Nothing is installed for it: the protocol is JSON between NUL bytes on two pipes. Tests that use it are skipped where no
Chromium is on the path.
"""

from __future__ import annotations

import base64
import fcntl
import itertools
import json
import os
import select
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-quic", "--disable-dev-shm-usage",
    "--hide-scrollbars", "--remote-debugging-pipe",
)  # fmt: skip
_PATIENCE = 30.0  # seconds for one answer


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser that ends with the block; skips the test where there is none."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        pytest.skip(f"no browser: none of {', '.join(_NAMES)} is on the path")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        running = Browser(path, profile)
        try:
            yield running
        finally:
            running.close()


class Browser:
    """Chromium, and the two pipes to it."""

    def __init__(self, path: str, profile: str) -> None:
        (read_here, write_there), (read_there, self._out) = os.pipe(), os.pipe()
        self._in = read_here
        # numbers above those that the browser will see as 3 and 4, so that none is overwritten before it is copied
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 64) for end in (read_there, write_there)]
        actions = [(os.POSIX_SPAWN_DUP2, end, number) for number, end in enumerate(ends, start=3)]
        actions += [(os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
        command = [path, *_FLAGS, f"--user-data-dir={profile}"]
        self._process = os.posix_spawn(path, command, os.environ, file_actions=actions, setpgroup=0)
        for end in (read_there, write_there, *ends):
            os.close(end)
        self._numbers, self._buffer = itertools.count(1), b""
        self.events: list[dict[str, Any]] = []

    def open(self, file: Path, *, size: tuple[int, int] = (1280, 900)) -> Page:
        """Shows a file of this machine."""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        page = Page(self, self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])
        for domain in ("Page", "Runtime", "Log", "Network"):
            page.send(f"{domain}.enable")
        page.send(
            "Emulation.setDeviceMetricsOverride", width=size[0], height=size[1], deviceScaleFactor=1, mobile=False
        )
        still = [{"name": "prefers-reduced-motion", "value": "reduce"}]  # scrolling is over at once
        page.send("Emulation.setEmulatedMedia", features=still)
        page.send("Page.navigate", url=file.resolve().as_uri())
        page.wait_for("document.readyState === 'complete' && location.protocol === 'file:'")
        return page

    def send(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        """Sends a command and waits for its result; events that come meanwhile are kept."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": params} | ({"sessionId": session} if session else {})
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") != number:
                self.events.append(answer)
            elif "error" in answer:
                raise RuntimeError(f"{method}: {answer['error']}")
            else:
                return answer["result"]

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            if not select.select([self._in], [], [], _PATIENCE)[0]:
                raise TimeoutError("the browser does not answer")
            read = os.read(self._in, 2**20)
            if not read:
                raise RuntimeError("the browser has ended")
            self._buffer += read
        message, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(message)

    def close(self) -> None:
        """Ends the browser and all its processes."""
        os.close(self._out)
        os.close(self._in)
        os.killpg(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)


class Page:
    """A page that is shown, used as a person would use it."""

    def __init__(self, owner: Browser, session: str) -> None:
        self._owner, self._session = owner, session

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """A command of the DevTools protocol to this page."""
        return self._owner.send(method, self._session, **params)

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression; a promise is waited for."""
        found = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in found:
            raise RuntimeError(f"{script}: {found['exceptionDetails']}")
        return found["result"].get("value")

    def wait_for(self, condition: str, *, seconds: float = 10.0) -> None:
        """Waits until a JavaScript expression is true."""
        end = time.monotonic() + seconds
        while not self.run(f"!!({condition})"):
            if time.monotonic() > end:
                raise TimeoutError(f"never true: {condition}")
            time.sleep(0.02)

    def text(self, selector: str) -> str:
        """What stands in an element."""
        return self.run(f"document.querySelector({json.dumps(selector)}).textContent")

    def centre(self, selector: str) -> tuple[float, float]:
        """The middle of an element in the window, which is scrolled to it."""
        x, y = self.run(
            f"(() => {{ const node = document.querySelector({json.dumps(selector)});"
            " node.scrollIntoViewIfNeeded(); const box = node.getBoundingClientRect();"
            " return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        return x, y

    def point(self, x: float, y: float) -> None:
        """Moves the mouse."""
        self.send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        self.run("new Promise(requestAnimationFrame)")

    def click(self, x: float, y: float) -> None:
        """Moves the mouse and clicks."""
        self.point(x, y)
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        self.run("new Promise(requestAnimationFrame)")

    def type(self, text: str) -> None:
        """Types into what has the focus."""
        self.send("Input.insertText", text=text)
        self.run("new Promise(requestAnimationFrame)")

    def key(self, name: str) -> None:
        """Presses a key, such as ``ArrowDown``."""
        codes = {"ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40, "Escape": 27, "Enter": 13}
        for kind in ("keyDown", "keyUp"):
            code = codes[name]
            text = {"text": "\r"} if name == "Enter" and kind == "keyDown" else {}
            self.send("Input.dispatchKeyEvent", type=kind, key=name, code=name, windowsVirtualKeyCode=code, **text)
        self.run("new Promise(requestAnimationFrame)")

    def screenshot(self, file: Path, *, whole: bool = False) -> None:
        """Writes a PNG of the window, or of the whole page."""
        shot = self.send("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        file.write_bytes(base64.b64decode(shot["data"]))

    def complaints(self) -> list[str]:
        """Errors and warnings of the page so far: exceptions, blocked requests, the console."""
        self.run("new Promise((done) => setTimeout(done, 0))")
        kinds = ("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded")
        own = [event for event in self._owner.events if event.get("sessionId") == self._session]
        return [json.dumps(event["params"]) for event in own if event["method"] in kinds]

    def requests(self) -> list[str]:
        """Addresses that the page asked for, itself and data in it aside."""
        own = [event for event in self._owner.events if event.get("sessionId") == self._session]
        asked = [each["params"]["request"]["url"] for each in own if each["method"] == "Network.requestWillBeSent"]
        return [url for url in asked[1:] if not url.startswith(("data:", "blob:"))]


class Tags(HTMLParser):
    """The tags of a page, none of which has a script of its own."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]
