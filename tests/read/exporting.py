# ruff: noqa: E501
"""Small exports of our own invention, in the layouts of the press databases; shared by the tests of the readers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from dragoman.model.articles import Article, SetAside
from dragoman.read import read_articles

LEAD = (
    "La délégation syldave est arrivée lundi à Klow pour trois jours de pourparlers avec la Bordurie, a annoncé le "
    "ministère des Affaires étrangères."
)
MORE = "« Nous ne signerons rien sans garanties », a prévenu le chef de la délégation devant le palais royal."
LAST = "Une nouvelle séance est prévue mardi, sous l'égide des Nations unies."


def read(path: Path) -> tuple[list[Article], list[SetAside]]:
    found = list(read_articles([path]))
    return [a for a in found if isinstance(a, Article)], [a for a in found if isinstance(a, SetAside)]


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def docx(paragraphs: Sequence[tuple[str, str]]) -> bytes:
    """A Word document with (style, text) paragraphs."""
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
        for style, text in paragraphs
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f"<?xml version='1.0'?><w:document {w}><w:body>{body}</w:body></w:document>"
        )
    return out.getvalue()


def rtf(lines: Sequence[str]) -> bytes:
    """Rich text as Factiva writes it, its accents as \\u escapes and \\'xx by turns."""

    def escaped(line: str) -> str:
        out = ""
        for k, c in enumerate(line):
            if c in "\\{}":
                out += "\\" + c
            elif c < "\x80":
                out += c
            elif k % 2 and c.encode("cp1252", "ignore"):
                out += f"\\'{c.encode('cp1252')[0]:02x}"
            else:
                out += f"\\u{ord(c)}?"
        return out

    head = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title Factiva}}{\*\generator x}"
    return (head + "".join(rf"\pard\f0 {escaped(line)}\par" + "\n" for line in lines) + "}").encode("ascii")
