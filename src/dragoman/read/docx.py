"""A Word document (.docx) → its paragraphs, with the name of their style.

word/document.xml in the archive → [("Title", "Klow attend"), ("", "La délégation…")].

Source: ECMA-376, WordprocessingML. Nothing but the main text is opened; what is deleted in it is left out.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from dragoman.model.errors import ReadError
from dragoman.read.encodings import compose
from dragoman.read.sources import Source
from dragoman.read.trees import parse_xml

MAIN = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The text of a thousand articles is a tenth of this; more is an archive made to swell.
LARGEST_TEXT = 200 * 2**20


def docx_paragraphs(source: Source) -> list[tuple[str, str]]:
    """(style, text) of each paragraph that is not empty. Raises ReadError where it is no Word document."""
    tree = parse_xml(_main(source))
    if tree is None:
        raise ReadError(source.label, "no Word document (its text is no XML): save it again as .docx")
    return [(style, text) for p in tree.iter(f"{W}p") for style, text in _paragraph(p)]


def _main(source: Source) -> bytes:
    packed = source.content()
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive, archive.open(MAIN) as part:
            content = part.read(LARGEST_TEXT + 1)
    except (
        Exception
    ) as e:  # a damaged archive breaks the library in ways without number; none may stop the batch
        raise ReadError(source.label, f"no Word document ({e}): save it again as .docx") from e
    if len(content) > LARGEST_TEXT:
        raise ReadError(source.label, f"its text is over {LARGEST_TEXT // 2**20} MB: split it")
    return content


def _paragraph(p: etree._Element) -> Iterator[tuple[str, str]]:
    """A break inside it starts a new line."""
    named = p.find(f"{W}pPr/{W}pStyle")
    style = (named.get(f"{W}val") or "") if named is not None else ""
    out: list[str] = []
    for node in p.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen"):
        if node.tag == f"{W}t":
            out.append(node.text or "")
        else:
            out.append({f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}.get(str(node.tag), "\n"))
    for line in "".join(out).split("\n"):
        if text := compose(line).strip(" \t\u00a0"):
            yield style, text
