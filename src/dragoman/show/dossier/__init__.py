"""A record as one self-contained HTML page, every entry linked to its sentence; or as Markdown or Word with footnotes.

write_dossier(record, Path("hanoi.html")) → briefing, chronology, statements, positions, meetings, disputes, sources.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from dragoman.model.errors import UsageError
from dragoman.record import Record, Scope
from dragoman.show.dossier.contexts import gather_dossier
from dragoman.show.dossier.markdown import write_markdown
from dragoman.show.dossier.outlines import outline
from dragoman.show.dossier.word import write_word
from dragoman.show.marks import legible, quoted
from dragoman.show.words import Words


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("dragoman.show.dossier"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(legible=legible, quoted=quoted)
    return made


def render_dossier(
    record: Record, scope: Scope | None = None, *, issue: str | None = None, lang: str = "fr"
) -> str:
    """The page as HTML text."""
    words = Words(lang)
    dossier = gather_dossier(record, words, scope or Scope(), issue)
    fields = {name: getattr(dossier, name) for name in dossier.__dataclass_fields__}
    return _environment().get_template("dossier.html").render(**fields, words=words)


def write_dossier(
    record: Record,
    path: str | os.PathLike[str],
    scope: Scope | None = None,
    *,
    issue: str | None = None,
    lang: str = "fr",
) -> Path:
    """Write the dossier to `path` and give the path back; its ending says in which form: .html, .md, .docx.

    Raises UsageError for another ending, and where the file cannot be written.
    """
    target = Path(path)
    ending = target.suffix.lower()
    if ending not in (".html", ".htm", ".md", ".docx"):
        raise UsageError(f"{target}: a dossier ends in .html, .md or .docx: name another file with -o")
    if ending in (".html", ".htm"):
        content = render_dossier(record, scope, issue=issue, lang=lang).encode("utf-8", "replace")
    else:
        words = Words(lang)
        told = outline(gather_dossier(record, words, scope or Scope(), issue), words)
        content = write_markdown(told, words) if ending == ".md" else write_word(told, words)
    try:
        target.write_bytes(content)
    except OSError as e:
        raise UsageError(f"{target}: cannot be written ({e.strerror}): name another file with -o") from e
    return target


__all__ = ["render_dossier", "write_dossier"]
