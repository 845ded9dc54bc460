"""A PDF of one article → its text, lines joined to paragraphs, words cut at a line's end made whole.

"La délé-\\ngation est arrivée." → "La délégation est arrivée."

Layout is not meaning: columns, running heads and captions come as the file draws them. Where a database gives HTML
or a Word document, that is the better source.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter

from dragoman.model.articles import Article
from dragoman.model.errors import ReadError
from dragoman.read.dates import find_date
from dragoman.read.encodings import compose
from dragoman.read.sources import Found, Source

MOST_PAGES = 400
LONGEST = 20 * 2**20
_ENDED = re.compile(r"[.!?…:][\"”»)\]\s]*$")


def read_pdf(source: Source) -> Found:
    """The one article of the file."""
    content = source.content()
    if not content[:1024].lstrip().startswith(b"%PDF"):
        yield source.aside("no PDF (its first bytes are not %PDF): save it again")
        return
    pages, title = _extract(content, source)
    text = compose("\n\n".join(_paragraphs(pages)))
    if len(text) < 40:
        yield source.aside(
            "a PDF without text: it is a picture of pages; run a text recognition (OCR) on it first"
        )
        return
    told = (
        title if title and " ".join(title.split()).lower() in " ".join(text[:400].split()).lower() else None
    )
    yield Article(name=source.stem, text=text, title=told, published=_dated(pages), path=source.label)


def _extract(content: bytes, source: Source) -> tuple[list[list[str]], str | None]:
    """The lines of each page, and the title of the file's own description."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError(source.label, "locked with a password: save it without one")
        if len(reader.pages) > MOST_PAGES:
            raise ReadError(source.label, f"over {MOST_PAGES} pages: split it into its articles")
        pages: list[list[str]] = []
        length = 0
        for page in reader.pages:
            lines = (page.extract_text() or "").split("\n")
            length += sum(map(len, lines))
            if length > LONGEST:
                raise ReadError(source.label, f"its text is over {LONGEST // 2**20} MB: split it")
            pages.append([" ".join(line.split()) for line in lines])
        described = reader.metadata
        title = str(described.title) if described is not None and described.title else None
        return pages, title
    except ReadError:
        raise
    except (
        Exception
    ) as e:  # a damaged file breaks the library in ways without number; none may stop the batch
        raise ReadError(source.label, f"a damaged PDF ({type(e).__name__}: {e}): save it again") from e


def _dated(pages: list[list[str]]) -> str | None:
    """A date line near the top; the day on which the file was made tells nothing of the article."""
    top = [line for page in pages[:1] for line in page[:15] if len(line) < 80]
    return next((found for line in top if (found := find_date(line)) and len(found) >= 10), None)


def _paragraphs(pages: list[list[str]]) -> list[str]:
    """The paragraphs of all pages, without lines that stand on most of them."""
    heads = Counter(line for lines in pages for line in {*lines[:2], *lines[-2:]} if line)
    repeated = {line for line, n in heads.items() if n > 2 and n > len(pages) / 2}
    lines = [
        line
        for page in pages
        for line in page
        if line not in repeated
        and not re.fullmatch(r"(?:page\s)?\d{1,4}(?:\s?/\s?\d{1,4})?", line, re.IGNORECASE)
    ]
    lengths = sorted(len(line) for line in lines if line) or [0]
    full = 0.75 * lengths[(9 * (len(lengths) - 1)) // 10]
    whole = "\n".join(lines)
    out: list[str] = []
    held = ""
    for line in lines:
        if not line:
            out, held = ([*out, held] if held else out), ""
            continue
        held = _join(held, line, whole) if held else line
        dated = len(line) < full / 1.5 and find_date(line) is not None
        if len(line) < full and (_ENDED.search(line) or dated or not out):
            out.append(held)
            held = ""
    return [*out, held] if held else out


def _join(before: str, line: str, whole: str) -> str:
    """The two with the word between them made whole; a hyphen that the text has elsewhere is kept."""
    cut = re.search(r"(\w+)-$", before)
    start = re.match(r"\w+", line)
    if cut is None or start is None or not start[0][0].islower():
        return f"{before} {line}"
    hyphened = f"{cut[1]}-{start[0]}"
    return before + line if hyphened in whole.replace("-\n", "\n") else before[:-1] + line
