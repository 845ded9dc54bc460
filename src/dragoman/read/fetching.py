"""Pages and feeds from the web, where the user asked for it: politely, within limits, and never twice in vain.

Fetcher().get("https://courrier.example/flux", etag='"7"') → Fetched(status=304): nothing new, nothing sent.

One request at a time; a pause between two to the same host; robots.txt is kept to; 429 and 503 are waited out as the
host asks (Retry-After) and then with growing pauses. Only http and https, only so many bytes, and no address inside
the user's own network unless he named it.
"""

from __future__ import annotations

import gzip
import http.client
import io
import ipaddress
import random
import socket
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from dragoman.model.errors import DragomanError
from dragoman.version import __version__

AGENT = f"dragoman/{__version__} (+https://pypi.org/project/dragoman/)"
TIMEOUT = 20.0  # seconds without a byte
PAUSE = 2.0  # seconds between two requests to one host
LONGEST_WAIT = 120.0
TRIES = 3
LARGEST = 10 * 2**20


class FetchError(DragomanError):
    """A page that could not be fetched; the message says why. Never leaves the read stage."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a host answered: `content` is empty where nothing changed (304)."""

    url: str
    status: int
    content: bytes = b""
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None


@dataclass(slots=True)
class Fetcher:
    """`own` are the hosts that the user named himself; `wait` and `clock` are the world's, or a test's."""

    own: frozenset[str] = frozenset()
    wait: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    pause: float = PAUSE
    _last: dict[str, float] = field(default_factory=dict)
    _robots: dict[str, RobotFileParser | None] = field(default_factory=dict)

    def get(
        self, url: str, *, etag: str | None = None, modified: str | None = None, robots: bool = True
    ) -> Fetched:
        """The answer to one request. Raises FetchError where there is none."""
        host = self._host(url)
        if robots and not self._allowed(url):
            raise FetchError("the site's robots.txt asks not to fetch it")
        headers = {"User-Agent": AGENT, "Accept-Encoding": "gzip", "Accept-Language": "fr, en;q=0.5"}
        if etag:
            headers["If-None-Match"] = etag
        if modified:
            headers["If-Modified-Since"] = modified
        for n in range(1, TRIES + 1):
            self._breathe(host)
            try:
                return _request(urllib.request.Request(url, headers=headers), self._check)
            except urllib.error.HTTPError as e:
                if e.code == 304:
                    return Fetched(url, 304, etag=etag, modified=modified)
                pause = _asked_for(e.headers, n) if e.code in (429, 500, 502, 503, 504) else None
                if pause is None or pause > LONGEST_WAIT or n == TRIES:
                    raise FetchError(f"the site answered {e.code} {e.reason}") from e
                self.wait(pause)
            except (OSError, http.client.HTTPException, ValueError) as e:
                if n == TRIES or isinstance(e, ValueError):
                    raise FetchError(f"no answer ({e})") from e
                self.wait(_asked_for({}, n))
        raise FetchError("no answer")

    def _host(self, url: str) -> str:
        try:
            parts = urlsplit(url)
            host = parts.hostname
        except ValueError as e:
            raise FetchError(f"no address ({e})") from e
        if parts.scheme not in ("http", "https") or not host:
            raise FetchError("no address of the web (http or https)")
        self._check(host)
        return host

    def _check(self, host: str | None) -> None:
        """Raises FetchError for an address inside the user's own network that he did not name."""
        if host is None or host in self.own:
            return
        try:
            told = {info[4][0] for info in socket.getaddrinfo(host, None)}
        except (OSError, UnicodeError) as e:
            raise FetchError(f"there is no host {host}") from e
        if any(not ipaddress.ip_address(str(a).partition("%")[0]).is_global for a in told):
            raise FetchError(f"{host} is inside your own network: name it yourself to fetch from it")

    def _breathe(self, host: str) -> None:
        last = self._last.get(host)
        if last is not None and (rest := self.pause - (self.clock() - last)) > 0:
            self.wait(rest)
        self._last[host] = self.clock()

    def _allowed(self, url: str) -> bool:
        """Whether the site's robots.txt lets us; a site without one does."""
        parts = urlsplit(url)
        base = f"{parts.scheme}://{parts.netloc}"
        if base not in self._robots:
            rules = RobotFileParser()
            try:
                rules.parse(
                    self.get(f"{base}/robots.txt", robots=False)
                    .content.decode("utf-8", "replace")
                    .splitlines()
                )
                self._robots[base] = rules
            except FetchError:
                self._robots[base] = None
        found = self._robots[base]
        return found is None or found.can_fetch("dragoman", url)


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows only to what could be asked for directly."""

    def __init__(self, check: Callable[[str | None], None]) -> None:
        self._check = check

    def redirect_request(self, req: Any, fp: Any, code: Any, msg: Any, headers: Any, newurl: str) -> Any:
        parts = urlsplit(newurl)
        if parts.scheme not in ("http", "https"):
            raise FetchError("the site sends us to no address of the web")
        self._check(parts.hostname)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _request(request: urllib.request.Request, check: Callable[[str | None], None]) -> Fetched:
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(), urllib.request.HTTPHandler(), urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(), urllib.request.HTTPErrorProcessor(), _Redirects(check),
    ):  # fmt: skip
        opener.add_handler(handler)
    with opener.open(request, timeout=TIMEOUT) as answer:
        content = answer.read(LARGEST + 1)
        headers = answer.headers
        if headers.get("Content-Encoding") == "gzip":
            try:
                content = gzip.GzipFile(fileobj=io.BytesIO(content)).read(LARGEST + 1)
            except (EOFError, zlib.error) as e:
                raise FetchError(f"its answer is damaged ({e})") from e
        if len(content) > LARGEST:
            raise FetchError(f"over {LARGEST // 2**20} MB")
        return Fetched(
            answer.url,
            answer.status,
            content,
            headers.get_content_charset(),
            headers.get("ETag"),
            headers.get("Last-Modified"),
        )


def _asked_for(headers: Mapping[str, str] | Any, n: int) -> float:
    """The seconds that the host asks us to wait; else longer each time, with some chance in it."""
    told = (headers.get("Retry-After") or "").strip() if headers else ""
    if told.isascii() and told.isdigit():
        return float(told)
    if told:
        try:
            at = parsedate_to_datetime(told)
            return max(0.0, at.timestamp() - time.time())
        except (TypeError, ValueError):
            pass
    return float(4**n) * random.uniform(0.75, 1.25)
