"""What an export was made from: version, both dates, the filter, and the SHA-256 of every article and of itself.

make_manifest(selection, "csv", b"…") → {"format": "csv", "as_of": None, "inputs": [{"name": …, "sha256": …}], …}.
"""

from __future__ import annotations

import hashlib
import json

from dragoman.show.selections import Selection
from dragoman.version import __version__


def make_manifest(selection: Selection, name: str, table: str | None, content: bytes) -> bytes:
    """The manifest as JSON; the same record and filter give the same manifest."""
    scope = selection.scope
    told = {
        "made_by": f"dragoman {__version__}",
        "format": name,
        "table": table,
        "as_of": scope.as_of,
        "known_by": scope.known_by,
        "filter": {"actor": scope.actor, "from": scope.since, "to": scope.until, **selection.filters},
        "sha256": hashlib.sha256(content).hexdigest(),
        "inputs": [
            {"id": a.article_id, "name": a.name, "published": a.published, "url": a.url, "sha256": a.digest}
            for a in selection.articles
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
