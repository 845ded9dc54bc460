"""A record as one self-contained HTML page, every entry linked to its sentence in the article's text.

write_dossier(record, Path("hanoi.html")) → briefing, chronology, statements, positions, meetings, disputes, sources.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from dragoman.model.errors import UsageError
from dragoman.record import Record
from dragoman.show.dossier.contexts import gather_dossier
from dragoman.show.words import Words


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("dragoman.show.dossier"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render_dossier(
    record: Record, *, as_of: str | None = None, known_by: str | None = None, lang: str = "fr"
) -> str:
    """The page as HTML text; `as_of` and `known_by` are EDTF."""
    words = Words(lang)
    dossier = gather_dossier(record, words, as_of=as_of, known_by=known_by)
    fields = {name: getattr(dossier, name) for name in dossier.__dataclass_fields__}
    return _environment().get_template("dossier.html").render(**fields, words=words)


def write_dossier(
    record: Record,
    path: str | os.PathLike[str],
    *,
    as_of: str | None = None,
    known_by: str | None = None,
    lang: str = "fr",
) -> Path:
    """Write the page to `path` and give the path back. Raises UsageError where it cannot be written."""
    page = render_dossier(record, as_of=as_of, known_by=known_by, lang=lang)
    target = Path(path)
    try:
        target.write_text(page, encoding="utf-8")
    except OSError as e:
        raise UsageError(f"{target}: cannot be written ({e.strerror}): name another file with -o") from e
    return target


__all__ = ["render_dossier", "write_dossier"]
