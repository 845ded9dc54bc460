"""What stands before every page: who may ask, from where, how much, and what the browser may do with the answer.

A page elsewhere that makes the browser post to 127.0.0.1 → its Origin is not ours → 403, nothing is changed.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]", "::1"})
BIGGEST = 64 * 1024  # bytes of a form; nothing is uploaded
SAFE = frozenset({"GET", "HEAD"})
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # not "no-referrer": browsers then leave the Origin out of our own forms
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}


@dataclass(slots=True)
class Keys:
    """The secrets of one run: `password` where one is asked for; forms are signed with `secret`."""

    password: str | None = None
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def token(self, session: str) -> str:
        """The token that a form of this session carries."""
        return hmac.new(self.secret, session.encode(), "sha256").hexdigest()

    def owns(self, session: str | None, token: str) -> bool:
        """Whether a form's token was given to this session."""
        return bool(session) and hmac.compare_digest(self.token(session or "").encode(), token.encode())


class Guard:
    """An ASGI application around another one."""

    def __init__(self, app: Application, *, hosts: frozenset[str], keys: Keys) -> None:
        self.app = app
        self.hosts = hosts
        self.keys = keys

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":  # no web sockets
            return
        headers = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in scope["headers"]}
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await _refuse(send, *refusal)
            return
        await self.app(scope, _limited(receive), _with_headers(send))

    def _refusal(self, scope: Message, headers: dict[str, str]) -> tuple[int, str] | None:
        host = headers.get("host", "")
        if _name(host) not in self.hosts:
            return 421, "this address is not one of ours: open the one that `dragoman serve` printed"
        if self.keys.password is not None and not _knows(
            headers.get("authorization", ""), self.keys.password
        ):
            return 401, "a password is needed"
        if scope["method"] not in (*SAFE, "POST"):
            return 405, "only GET and POST"
        if headers.get("sec-fetch-site") in ("cross-site", "same-site") and not _is_visit(scope, headers):
            return 403, "asked for by another site"
        if scope["method"] == "POST":
            origin = headers.get("origin")
            if origin is None or urlsplit(origin).netloc != host:
                return 403, "the form is not one of ours"
            if not headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
                return 415, "only forms"
            length = headers.get("content-length", "")
            if not length.isdigit() or int(length) > BIGGEST:
                return 413, "the form is too large"
        return None


def _is_visit(scope: Message, headers: dict[str, str]) -> bool:
    """A link elsewhere may lead here; anything else that another site makes the browser do may not."""
    return scope["method"] in SAFE and headers.get("sec-fetch-mode") == "navigate"


def _name(host: str) -> str:
    """A host without its port."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].lower()


def _knows(authorization: str, password: str) -> bool:
    kind, _, told = authorization.partition(" ")
    if kind.lower() != "basic":
        return False
    try:
        given = base64.b64decode(told, validate=True).partition(b":")[2]
    except binascii.Error:
        return False
    return hmac.compare_digest(given, password.encode())


def _limited(receive: Receive) -> Receive:
    """A body that is longer than it said it would be ends where it should have."""
    seen = 0

    async def limited() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        return {"type": "http.disconnect"} if seen > BIGGEST else message

    return limited


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = {k for k, _ in message["headers"]}
            extra = [(k.encode(), v.encode()) for k, v in HEADERS.items() if k.encode() not in own]
            message = {**message, "headers": [*message["headers"], *extra]}
        await send(message)

    return sent


async def _refuse(send: Send, status: int, why: str) -> None:
    headers = {**HEADERS, "content-type": "text/plain; charset=utf-8"}
    if status == 401:
        headers["www-authenticate"] = 'Basic realm="dragoman", charset="UTF-8"'
    pairs = [(k.encode(), v.encode()) for k, v in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": pairs})
    await send({"type": "http.response.body", "body": f"{status}: {why}\n".encode()})
