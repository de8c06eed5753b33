"""Who is let in: hosts, origins, the token, and how much they may send."""

from __future__ import annotations

import hmac
import json
from collections.abc import Sequence
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs, urlsplit

MOST_BODY_BYTES = 33 * 2**20
COOKIE = "vlm_lens_token"
_OWN = ("127.0.0.1", "localhost", "::1")
_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
    "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Guard:
    """Lets a request pass if it comes from where it should, and with the token, if there is one.

    ``Host`` names this machine, so that no name that somebody else's server hands out leads here (DNS rebinding);
    ``Origin``, where a browser sends one, is that host, so that no other page can post here.

    Args:
        app: What is guarded.
        hosts: Further names of this machine.
        token: What has to be shown: as ``?token=`` once, which sets a cookie; or in ``Authorization: Bearer``.
    """

    def __init__(self, app: Any, *, hosts: Sequence[str] = (), token: str | None = None) -> None:
        self._app, self._hosts, self._token = app, {*_OWN, *hosts}, token

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answers itself, or lets the application answer."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        refused = self._refusal(scope, headers)
        if refused is not None:
            await _say(send, *refused)
            return
        cookie = self._new_cookie(scope)
        if cookie is not None and scope["method"] == "GET" and scope["path"] == "/":
            await _say(send, 303, "", (("location", "/"), ("set-cookie", cookie)))
            return
        await self._app(scope, _bounded(receive), _with_headers(send))

    def _refusal(self, scope: Any, headers: dict[str, str]) -> tuple[int, str] | None:
        host = headers.get("host", "")
        if _name(host) not in self._hosts:
            return 403, "This server answers to its own name only."
        origin = headers.get("origin")
        if origin is not None and (urlsplit(origin).netloc != host or urlsplit(origin).scheme not in ("http", "https")):
            return 403, "Another page may not ask this server."
        if headers.get("sec-fetch-site") in ("cross-site", "same-site") and scope["path"] != "/":
            return 403, "Another page may not ask this server."
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or int(length) > MOST_BODY_BYTES:
            return 413, f"A request has at most {MOST_BODY_BYTES} bytes."
        if self._token is not None and not any(map(self._is_token, self._shown(scope, headers))):
            return 401, "The address with its token, as the server printed it, opens this page."
        return None

    def _shown(self, scope: Any, headers: dict[str, str]) -> list[str]:
        shown = parse_qs(scope["query_string"].decode("latin-1")).get("token", [])
        scheme, _, bearer = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            shown.append(bearer)
        try:
            cookies = SimpleCookie(headers.get("cookie", ""))
        except CookieError:
            cookies = SimpleCookie()
        return [*shown, *([cookies[COOKIE].value] if COOKIE in cookies else [])]

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), (self._token or "").encode())

    def _new_cookie(self, scope: Any) -> str | None:
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [])
        if self._token is None or not any(map(self._is_token, given)):
            return None
        return f"{COOKIE}={self._token}; HttpOnly; SameSite=Strict; Path=/"


def _name(host: str) -> str:
    """The name in a ``Host`` header, without the port."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _bounded(receive: Any) -> Any:
    """Breaks off bodies that are longer than they may be, whatever their header says."""
    total = 0

    async def bounded() -> Any:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        return {"type": "http.disconnect"} if total > MOST_BODY_BYTES else message

    return bounded


def _with_headers(send: Any) -> Any:
    async def sending(message: Any) -> None:
        if message["type"] == "http.response.start":
            own = [(name.encode(), value.encode()) for name, value in _HEADERS.items()]
            message = {**message, "headers": [*message["headers"], *own]}
        await send(message)

    return sending


async def _say(send: Any, status: int, text: str, headers: Sequence[tuple[str, str]] = ()) -> None:
    body = json.dumps({"error": text}).encode() if text else b""
    own = [("content-type", "application/json"), ("content-length", str(len(body))), *_HEADERS.items(), *headers]
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [(name.encode(), value.encode()) for name, value in own],
        }
    )
    await send({"type": "http.response.body", "body": body})
