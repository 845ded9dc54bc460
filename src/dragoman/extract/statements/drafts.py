"""A statement in the making: its content, what introduced it and whom to ask for the speaker."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.statements.cues import Cue
from dragoman.extract.statements.zones import Zone, trim
from dragoman.model.spans import Span

# A content does not end on one of these.
DANGLING = ("DET", "ADP", "CCONJ", "SCONJ")


@dataclass(slots=True)
class Draft:
    """`span` is the content, `begin`..`end` (exclusive) its tokens; `holes` are the incises inside it.

    `frame` is the shape that gave it (que, inf, object, incise, selon…), `key` says which drafts are variants of
    one another. `who` is the token that heads the speaker's phrase, where the frame tells it; `source` says how
    else to find the speaker: subject, incise, complement, noun, carry (the previous one), nobody. `sure` marks what
    the codebook leaves no doubt on.
    """

    zone: Zone
    span: Span
    begin: int
    end: int
    frame: str
    source: str
    key: tuple[str, int]
    cue: Cue | None = None
    cue_span: Span | None = None
    lemma: str | None = None
    cls: str | None = None
    who: int | None = None
    clitic: Span | None = None
    holes: tuple[Span, ...] = ()
    score: float = 0.5
    sure: bool = False

    @property
    def rule(self) -> str:
        """As the evidence names it: `que/affirmer`, `incise/ajouter`, `carry`."""
        return f"{self.frame}/{self.lemma}" if self.lemma else self.frame


def draft(zone: Zone, begin: int, end: int, frame: str, source: str, key: tuple[str, int]) -> Draft | None:
    """The draft over tokens `begin`..`end`, None where nothing is left of it."""
    while (
        end > begin
        and zone.quote_of(end - 1) < 0
        and zone.tokens[end - 1].text in (",", ";", ":", ".", "-", "–", "--")
    ):
        end -= 1
    if end <= begin or (zone.quote_of(end - 1) < 0 and _dangles(zone, end)):
        return None
    span = trim(zone.document.text, zone.tokens[begin].start, zone.tokens[end - 1].end)
    if span.end - span.start < 2:
        return None
    return Draft(zone, span, begin, end, frame, source, key)


def _dangles(zone: Zone, end: int) -> bool:
    """Whether the content would end on a word that calls for another; "ne l'a pas vu depuis." does not."""
    last = zone.tokens[end - 1]
    if last.pos not in DANGLING:
        return False
    return last.pos != "ADP" or end >= zone.last or zone.tokens[end].text not in (".", ",", ";")


def of_cue(zone: Zone, cue: Cue, begin: int, end: int, frame: str) -> Draft | None:
    """The draft of a content that a verb introduces."""
    d = draft(zone, begin, end, frame, "subject", ("verb", cue.anchor))
    if d is not None:
        d.cue, d.cue_span, d.lemma, d.cls = cue, cue.span, cue.entry.lemma, cue.entry.cls
    return d
