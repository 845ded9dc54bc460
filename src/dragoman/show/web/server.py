"""The server of `dragoman serve`: one process on this machine, on others' networks only with a password."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

from dragoman.model.errors import UsageError
from dragoman.needs import need

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def serve(
    path: Path,
    *,
    host: str,
    port: int,
    password: str | None,
    names: tuple[str, ...],
    on_ready: Callable[[str], None],
) -> None:
    """Serve until interrupted; `on_ready` is told the address.

    Raises UsageError beyond loopback without a password, or where the port is taken."""
    if host not in LOOPBACK and not password:
        raise UsageError(
            f"serve --host {host}: others could read the record: give a password with DRAGOMAN_PASSWORD"
        )
    uvicorn = need("uvicorn", "serve", "web")
    need("fastapi", "serve", "web")
    need("python_multipart", "serve", "web")
    from dragoman.show.web.application import build_application
    from dragoman.show.web.guards import LOOPBACK as OURS

    app = build_application(
        path, hosts=OURS | {host.lower(), *(n.lower() for n in names)}, password=password, ahead=True
    )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as bound:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, port))
        except OSError as e:
            raise UsageError(
                f"serve: {host}:{port} cannot be opened ({e.strerror}): take another --port"
            ) from e
        shown = f"[{host}]" if family == socket.AF_INET6 else host
        on_ready(f"http://{shown}:{bound.getsockname()[1]}/")
        settings = uvicorn.Config(app, log_level="warning", server_header=False, access_log=False)
        uvicorn.Server(settings).run(sockets=[bound])
