"""Why this: an entry with the sentences that it rests on, the rule, the cue, whom its phrases were taken for.

"/why/m1ec…" → the meeting and each report of it, with its sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any
from urllib.parse import quote

from dragoman.model.claims import Claim
from dragoman.model.errors import UsageError
from dragoman.model.judgements import Judgement
from dragoman.model.ledgers import LedgerEntry
from dragoman.model.measures import Measure
from dragoman.model.spans import Span
from dragoman.record import Evidence, find_judgements
from dragoman.show.explanations import explain, in_words
from dragoman.show.marks import legible, one_line
from dragoman.show.web.pages.articles import Resolved
from dragoman.show.web.views import Pager, Ref, View

PROOFS = 20  # on one page
COMMON = {f.name for f in fields(Claim)} | {
    "speaker_span",
    "fragments",
    "mentions",
    "conditional_on",
    "id",
    "claim",
    "met_by",
    "tellings",
    "reports",
    "part_of",
}
DATES = ("date", "said_on", "made_on", "horizon", "since", "met_on")
NAMED = ("label", "matter", "what")  # the words of a noun of the story


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence with the passage in it: `before`, `words`, `after`; `href` leads to it in the reader.

    `understood` pairs a field of the claim with what it was taken to say, in words; `condition` is what is asked in
    exchange.
    """

    evidence: Evidence
    before: str
    words: str
    after: str
    cue: str | None
    condition: str | None
    resolved: tuple[Resolved, ...]
    understood: tuple[tuple[str, str], ...]
    href: str


@dataclass(frozen=True, slots=True)
class ExplanationPage:
    """`layer` is that of the entry; `title` its words where it is a noun of the story, `facts` what is held of it.

    `proofs` are the claims that it rests on, in parts; `life` the passages that tell of an agreement, a measure or a
    channel; `judgements` what people decided about it.
    """

    id: str
    layer: str
    title: str | None
    facts: tuple[tuple[str, str], ...]
    proofs: tuple[Proof, ...]
    pager: Pager
    life: tuple[tuple[LedgerEntry, Ref | None], ...]
    judgements: tuple[Judgement, ...]


def gather(view: View, name: str) -> ExplanationPage | None:
    """The page; None where there is no such entry."""
    with view.open() as record:
        try:
            told = explain(record, name, story=view.whole.story)
        except UsageError:
            return None
        judged = tuple(j for j in find_judgements(record) if name in (j.about, j.value))
    noun = told.noun
    known, pager = view.part([e for e in told.evidence if e.article.article_id in view.whole.texts], PROOFS)
    life = getattr(noun, "life", ())
    return ExplanationPage(
        told.id,
        told.layer,
        next((getattr(noun, n) for n in NAMED if hasattr(noun, n)), None),
        () if noun is None else _understood(view, noun),
        tuple(_proof(view, e) for e in known),
        pager,
        tuple((e, view.ref_at(e.article, e.start, e.end)) for e in life if isinstance(e, LedgerEntry)),
        judged,
    )


def _proof(view: View, e: Evidence) -> Proof:
    text, claim = e.article.text, e.claim
    path = f"/articles/{quote(e.article.article_id)}"
    condition: Span | None = getattr(claim, "conditional_on", None)
    return Proof(
        e,
        text[e.sentence.start : claim.start],
        e.surface,
        text[claim.end : e.sentence.end],
        claim.cue and one_line(claim.cue.of(text)),
        condition and one_line(condition.of(text)),
        tuple(in_words(r, text, view.words.label, view.words.lang) for r in claim.resolved),
        _understood(view, claim),
        f"{view.asked.link(path, claim=claim.id)}#{e.article.article_id}-{e.sentence.start}",
    )


def _understood(view: View, noun: Any) -> tuple[tuple[str, str], ...]:
    """Each field of a claim or a noun that says something, with its value in words."""
    out = []
    for name in (f.name for f in fields(noun) if f.name not in COMMON and f.name not in NAMED):
        value = getattr(noun, name)
        told = view.words.column(
            f"{name}_whom" if isinstance(noun, Measure) and name in ("by", "on") else name
        )
        simple = not isinstance(value, tuple) or all(isinstance(v, str) for v in value)
        if told and simple and value not in (None, "", (), False):
            out.append((told, _in_words(view, name, value)))
    return tuple(out)


def _in_words(view: View, name: str, value: Any) -> str:
    if value is True:
        return view.words("yes")
    if isinstance(value, tuple):
        return ", ".join(view.words.label(name, str(v)) for v in value)
    if name in DATES:
        return view.words.date(value)
    return view.words.label(name, legible(str(value)))
