"""The texts for the textometrists: IRaMuTeQ's corpus, and a folder that TXM imports (XTZ + CSV).

An article → "**** *titre_deux_rives *date_2018-09-19 *mois_2018-09" and its text; or its TEI with <s> and <said>.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from dragoman.model.spans import Span
from dragoman.model.stories import Sourced
from dragoman.show.export.archives import zipped
from dragoman.show.export.csv_tables import write_csv
from dragoman.show.export.tables import Table
from dragoman.show.marks import one_line
from dragoman.show.selections import Selection

CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
STARS = re.compile(r"\*{2,}|(?m:^)[ \t]*\*|(?<=\s)\*(?=\w)|-\*")  # what IRaMuTeQ reads as a mark of its own


def write_iramuteq(selection: Selection, table: str | None = None) -> bytes:
    """A text for each article; with the table `statements`, a text for each statement, by speaker."""
    out = []
    if table == "statements":
        for told in selection.statements:
            s = told.claim
            stars = [
                ("locuteur", s.speaker),
                ("camp", selection.sides.get(s.speaker or "")),
                ("genre", s.kind),
            ]
            out.append(_starred(stars, told.article, told.day, told.surface))
    else:
        out = [_starred([("texte", a.name)], a, a.published, a.text) for a in selection.articles]
    return "\n".join(out).encode("utf-8", "replace")


def _starred(stars: list[tuple[str, str | None]], article: Sourced, day: str | None, text: str) -> str:
    date = (day or "").partition("/")[0]
    stars = [*stars, ("titre", article.outlet), ("date", date), ("mois", date[:7]), ("annee", date[:4])]
    told = " ".join(f"*{name}_{_variable(value)}" for name, value in stars if value)
    return f"**** {told}\n{STARS.sub(' ', CONTROLS.sub(' ', text)).strip()}\n"


def _variable(value: str) -> str:
    """Letters, digits, hyphens and underscores are all that a starred variable may hold."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", value) if not unicodedata.combining(c))
    return re.sub(r"[^A-Za-z0-9-]+", "_", plain).strip("_").lower() or "sans"


def write_txm(selection: Selection, table: str | None = None) -> bytes:  # noqa: ARG001
    """A ZIP: one TEI file for each article and metadata.csv; unzip it and import the folder as XTZ + CSV."""
    said: dict[str, list[tuple[Span, str]]] = {}
    for told in selection.statements:
        said.setdefault(told.claim.article, []).append((told.claim.span, told.claim.speaker or ""))
    files: dict[str, bytes] = {}
    rows = []
    for article in selection.articles:
        name = article.article_id
        rows.append(
            (name, article.name, article.title, article.outlet, article.published, (article.published or "")[:7],
             (article.published or "")[:4], article.url)
        )  # fmt: skip
        tei = _tei(article, selection.sentences.get(name, []), said.get(name, []))
        files[f"{name}.xml"] = tei.encode("utf-8", "replace")
    columns = ("id", "name", "title", "outlet", "date", "month", "year", "url")
    files["metadata.csv"] = write_csv(Table("metadata", columns, tuple(rows)))
    return zipped(files)


def _tei(article: Sourced, sentences: list[Span], said: list[tuple[Span, str]]) -> str:
    body = "\n".join(f'<s n="{n.start}">{_sentence(article.text, n, said)}</s>' for n in sentences)
    head = f"<title>{_xml(article.title or article.name)}</title>"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n'
        f"<teiHeader><fileDesc><titleStmt>{head}</titleStmt><publicationStmt><p/></publicationStmt>"
        f"<sourceDesc><p>{_xml(article.url or article.name)}</p></sourceDesc></fileDesc></teiHeader>\n"
        f"<text><body><p>\n{body}\n</p></body></text>\n</TEI>\n"
    )


def _sentence(text: str, sentence: Span, said: list[tuple[Span, str]]) -> str:
    """Statements that lie wholly in the sentence and in no other are marked; XML knows no crossing."""
    inside: list[tuple[Span, str]] = []
    for span, speaker in sorted(said):
        if sentence.holds(span) and not (inside and inside[-1][0].end > span.start):
            inside.append((span, speaker))
    cuts = [sentence.start, *(x for span, _ in inside for x in span), sentence.end]
    speakers = iter(inside)
    out = []
    for n, (a, b) in enumerate(pairwise(cuts)):
        words = _xml(text[a:b])
        out.append(
            f"<said who={quoteattr(CONTROLS.sub(' ', next(speakers)[1]))}>{words}</said>" if n % 2 else words
        )
    return one_line("".join(out))


def _xml(words: str) -> str:
    return escape(CONTROLS.sub(" ", words))
