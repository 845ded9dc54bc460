"""When, where and by whom the article was published: told, or read in its text, never guessed.

"Genève, 3 mai 2018 (AFP) – La délégation…" → published 2018-05-03, dateline Genève, agency AFP.

`published` is what the source or the user told; failing that a publication stamp, a dateline's date or a header
that a crawler left (`date 2018-12`). What names only a month is narrowed by the text ("a déclaré ce jeudi" → the
Thursdays of that month: `2018-12-06/2018-12-27?`). With nothing, None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dragoman.annotate.times import read_times
from dragoman.annotate.times.anchors import Anchor
from dragoman.annotate.times.rules import Found
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document
from dragoman.model.edtf import Day, bounds, interval
from dragoman.model.errors import DateError
from dragoman.model.spans import Span

# A publication stamp stands near the top or the bottom of a page: no further than this from either.
MARGIN = 600
# Only a span of days this short is narrowed day by day.
LONGEST = 62

HEADER = re.compile(r"\A\s*date\s*:?\s+(\d{4}-\d\d(?:-\d\d)?)(?![\w-])")
PLACE = re.compile(r"\(?\s*([A-ZÀ-Ý][\wÀ-ÿ’' -]*?)\s*(?:[,/(|)–—:]|\s-|$)")


def infer_published(document: Document) -> None:
    """Fill `document.published`, `document.dateline`, `document.agency`."""
    article = document.article
    document.dateline = article.dateline or _dateline(document)
    document.agency = article.agency or _agencies(document)
    document.published = _day(article.published) or _told_by_text(document)
    if document.published:
        document.published = _narrowed(document, document.published)


def _day(told: str | None) -> str | None:
    """The day of what the source told to the minute; an interval as it is."""
    return told.partition("T")[0] if told and "/" not in told else told


# --- the date -----------------------------------------------------------------------------------------


def _told_by_text(document: Document) -> str | None:
    """The date of a stamp, else of the dateline, else of the header; None where there is none of them."""
    text = document.text
    stamped = [m.end() for m in _stamp().finditer(text) if min(m.start(), len(text) - m.end()) < MARGIN]
    datelines = [b.span for b in document.blocks if b.kind == "dateline"]
    if stamped or datelines:
        found = [f for f, _ in read_times(document) if f.moment.day is not None]
        for at in stamped:
            for f in found:
                if at - 4 <= f.span.start <= at + 3 and len(f.moment.value) >= 10:
                    return f.moment.value[:10]
        for f in found:
            if any(span.holds(f.span) for span in datelines):
                return f.moment.value[:10]
    header = HEADER.match(text)
    return header[1] if header and _is_date(header[1]) else None


def _patterns(kind: str) -> list[str]:
    """The lexicon's patterns of a class."""
    return [entry["pattern"] for entry in load_yaml("fr/publication") if entry["class"] == kind]


@lru_cache(maxsize=1)
def _stamp() -> re.Pattern[str]:
    """What stands before the date of publication, with its preposition."""
    words = "|".join(_patterns("stamp"))
    return re.compile(rf"\b(?:{words})\s*(?:(?:le|:|par .{{2,40}}? le)\s*)+(?=\w)", re.IGNORECASE)


def _is_date(edtf: str) -> bool:
    try:
        bounds(edtf)
    except DateError:
        return False
    return True


@dataclass(slots=True)
class _Window:
    """The days on which the article may have appeared."""

    first: Day
    last: Day
    weekday: int | None = None

    def days(self) -> list[Day]:
        span = range(self.first.toordinal(), self.last.toordinal() + 1)
        days = [Day.fromordinal(n) for n in span]
        return [d for d in days if self.weekday is None or d.isoweekday() == self.weekday]


def _narrowed(document: Document, published: str) -> str:
    """The days of `published` that the text allows; `published` itself where it allows them all."""
    try:
        first, last = bounds(published)
    except DateError:
        return published
    if not 0 < (last - first).days < LONGEST:
        return published
    document.published = published
    window = _Window(first, last)
    datelines = [b.span for b in document.blocks if b.kind == "dateline"]
    for found, name in read_times(document):
        day = found.moment.day
        if day is not None and first <= day <= last and any(span.holds(found.span) for span in datelines):
            return day.isoformat()
        if document.quote_at(found.span.start) is None:
            _narrow(document, window, found, name)
    days = window.days()
    if not days or (days[0], days[-1]) == (first, last):
        return published
    return interval(days[0], days[-1]) + ("" if len(days) == 1 else "?")


def _narrow(document: Document, window: _Window, found: Found, name: str) -> None:
    """What one time of the author's own voice says of the day that speaks."""
    surface = found.span.of(document.text).lower()
    if name == "bare_weekday" and surface.startswith("ce ") and "-WXX-" in found.moment.value:
        window.weekday = window.weekday or int(found.moment.value.partition("-WXX-")[2][0])
        return
    day = found.moment.day
    if name == "numbered_day" and day is not None and re.search(r"\d{4}", surface):
        direction = _direction(document, found.span)
        if direction == "past" and window.first < day <= window.last:
            window.first = day
        elif direction == "future" and window.first <= day < window.last:
            window.last = day


def _direction(document: Document, span: Span) -> str | None:
    return Anchor(document, None).direction(span.end - 1)


# --- place and agency ---------------------------------------------------------------------------------


def _dateline(document: Document) -> str | None:
    """The place that opens a dateline; None where none is set apart."""
    for block in document.blocks:
        if block.kind == "dateline":
            m = PLACE.match(block.span.of(document.text))
            if m and not _is_agency(m[1]):
                place = m[1].strip()
                return place.title() if place.isupper() and len(place) > 3 else place
    return None


@lru_cache(maxsize=1)
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str], str]:
    """All agencies' forms, the phrases in which one listens, form → name, and the agency that desks sign for."""
    names: dict[str, str] = {}
    hosts: list[str] = []
    desk = ""
    for entry in load_yaml("fr/agencies"):
        for form in entry["forms"]:
            names[form] = entry["lemma"]
            if entry.get("host"):
                hosts.append(form)
        if entry.get("desk"):
            desk = entry["lemma"]
    longest = sorted(names, key=len, reverse=True)
    any_form = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)")
    host = "|".join(map(re.escape, hosts))
    reporter = "|".join(_patterns("reporter"))
    listening = re.compile(
        rf"(?:\bà (?:l['’]|l['’]agence )?|\bpar (?:l['’])?|\b(?:{reporter}) (?:de l['’]|de |d['’]))({host})(?!\w)"
    )
    return any_form, listening, names, desk


def _is_agency(text: str) -> bool:
    return text.strip() in _forms()[2]


def _agencies(document: Document) -> tuple[str, ...]:
    """The agencies that provide the article: signed, in the dateline, or spoken to; not those merely quoted."""
    any_form, listening, names, desk = _forms()
    text = document.text
    out: list[str] = []
    for block in document.blocks:
        if block.kind in ("dateline", "agency", "byline"):
            surface = block.span.of(text)
            out += [names[m[0]] for m in any_form.finditer(surface)]
            if block.kind == "agency" and re.fullmatch(r"[a-z-]+(?:/[a-z-]+){2,}", surface.strip()):
                out.append(desk)
    out += [names[m[1]] for m in listening.finditer(text)]
    return tuple(dict.fromkeys(out))
