"""Which reader takes a file, by its ending and its first bytes.

presse.html with "cedrom-sni" in it → the reader of Europresse; klow.txt → the reader of plain texts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.model.articles import Article, SetAside
from dragoman.model.errors import ReadError
from dragoman.read.addresses import find_addresses, read_addresses
from dragoman.read.archives import unpack
from dragoman.read.docx import docx_paragraphs
from dragoman.read.encodings import mend
from dragoman.read.exports import choose_html, choose_rtf, choose_xml, is_nexis, read_nexis_docx
from dragoman.read.exports.factiva import read_factiva_rtf
from dragoman.read.feeds import is_feed, read_feed
from dragoman.read.pages import read_page
from dragoman.read.parquet import read_parquet
from dragoman.read.pdf import read_pdf
from dragoman.read.sources import Found, Reader, Source
from dragoman.read.tables import read_csv, read_json, read_jsonl
from dragoman.read.text import LARGEST, decode_text
from dragoman.read.warc import read_warc
from dragoman.read.zotero import read_ris


@dataclass(frozen=True, slots=True)
class Format:
    """`single` where a file is one article: then metadata.csv may tell of it."""

    read: Reader
    single: bool


def read_text(source: Source) -> Found:
    """A plain text: exactly as it is, but for what was decoded wrongly before it came here."""
    try:
        decoded = mend(decode_text(source.content(LARGEST)))
    except ValueError as e:
        yield source.aside(str(e))
        return
    if find_addresses(decoded.text[:2000].rpartition("\n")[0] or decoded.text[:2000]) is not None:
        yield source.aside(
            "a list of addresses and no text: name the file .urls and add --fetch to read their pages"
        )
        return
    yield Article(name=source.stem, text=decoded.text, path=source.label, original=decoded.original)


def read_html(source: Source) -> Found:
    """A page of the web, or an export of a press database saved as one."""
    content = source.content()
    if (reader := choose_html(content)) is not None:
        yield from reader(source)
    elif len(content) > LARGEST:
        yield source.aside(
            f"a page over {LARGEST // 2**20} MB: no article is that long; save its text as .txt"
        )
    else:
        yield read_page(content, name=source.stem, path=source.label)


def read_xml(source: Source) -> Found:
    """Factiva's XML, or a feed that was saved."""
    head = source.head()
    if (reader := choose_xml(head)) is not None:
        yield from reader(source)
    elif is_feed(head):
        yield from read_feed(source)
    else:
        yield source.aside("XML of a form that we do not know (expected Factiva's PPSResponse, RSS or Atom)")


def read_rtf(source: Source) -> Found:
    """Factiva's RTF; any other rich text is told, not guessed at."""
    if choose_rtf(source.content()) is not None:
        yield from read_factiva_rtf(source)
    else:
        yield source.aside("rich text that is no Factiva export: save it as .docx or .txt")


def read_docx(source: Source) -> Found:
    """A Nexis export, or one article, its title in a style of title."""
    lines = docx_paragraphs(source)
    if is_nexis(text for _, text in lines):
        yield from read_nexis_docx(source)
        return
    if not lines:
        yield source.aside("empty: there is no text in the document")
        return
    style, first = lines[0]
    titled = style.lower().startswith(("title", "titre", "heading1")) and len(lines) > 1
    yield Article(
        name=source.stem,
        text="\n\n".join(text for _, text in lines),
        title=first if titled else None,
        path=source.label,
    )


def read_zip(source: Source) -> Found:
    """Every file of the archive in its own format; an archive in an archive is not opened."""
    empty = True
    for path, name in unpack(source):
        empty = False
        inner = replace(source, path=path)
        where = f"{source.label}#{name}"
        if inner.suffix == ".zip":
            yield SetAside(where, "an archive in an archive: unpack it")
            continue
        try:
            for found in find_format(inner).read(inner):
                if isinstance(found, Article):
                    yield replace(found, path=where)
                else:
                    yield SetAside(found.path.replace(str(path), where), found.reason)
        except ReadError as e:
            yield SetAside(e.path.replace(str(path), where), e.reason)
    if empty:
        yield source.aside("empty: there is no article in it")


FORMATS: dict[str, Format] = {
    ".txt": Format(read_text, True),
    ".html": Format(read_html, True),
    ".htm": Format(read_html, True),
    ".xhtml": Format(read_html, True),
    ".docx": Format(read_docx, True),
    ".pdf": Format(read_pdf, True),
    ".xml": Format(read_xml, False),
    ".rss": Format(read_xml, False),
    ".atom": Format(read_xml, False),
    ".rtf": Format(read_rtf, False),
    ".csv": Format(read_csv, False),
    ".tsv": Format(read_csv, False),
    ".jsonl": Format(read_jsonl, False),
    ".ndjson": Format(read_jsonl, False),
    ".json": Format(read_json, False),
    ".parquet": Format(read_parquet, False),
    ".ris": Format(read_ris, False),
    ".warc": Format(read_warc, False),
    ".zip": Format(read_zip, False),
    ".urls": Format(read_addresses, False),
}


def find_format(source: Source) -> Format:
    """The format of the file. Raises ReadError for one that we do not know."""
    known = FORMATS.get(source.suffix)
    if known is None:
        told = source.suffix or source.path.name
        raise ReadError(source.label, f"unknown format '{told}': known are {', '.join(FORMATS)}")
    return known
