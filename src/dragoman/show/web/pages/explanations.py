"""Why this: an entry with the sentences that it rests on, the rule, the cue, whom its phrases were taken for.

"/why/m1ec…" → the meeting and each report of it, with its sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from dragoman.model.errors import UsageError
from dragoman.record import Evidence
from dragoman.show.explanations import explain
from dragoman.show.selections import one_line
from dragoman.show.web.pages.articles import Resolved
from dragoman.show.web.views import View


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence with the passage in it: `before`, `words`, `after`; `href` leads to it in the reader."""

    evidence: Evidence
    before: str
    words: str
    after: str
    cue: str | None
    resolved: tuple[Resolved, ...]
    href: str


@dataclass(frozen=True, slots=True)
class ExplanationPage:
    """`layer` is that of the entry; `title` its words where it is a meeting, a dispute or an expectation."""

    id: str
    layer: str
    title: str | None
    proofs: tuple[Proof, ...]


def gather(view: View, name: str) -> ExplanationPage | None:
    """The page; None where there is no such entry."""
    with view.open() as record:
        try:
            told = explain(record, name, story=view.whole.story)
        except UsageError:
            return None
    noun = told.noun
    title = None if noun is None else next(
        (getattr(noun, n) for n in ("label", "matter", "what") if hasattr(noun, n)), None
    )  # fmt: skip
    known = [e for e in told.evidence if e.article.article_id in view.whole.texts]
    return ExplanationPage(told.id, told.layer, title, tuple(_proof(view, e) for e in known))


def _proof(view: View, e: Evidence) -> Proof:
    text, claim = e.article.text, e.claim
    path = f"/articles/{quote(e.article.article_id)}"
    return Proof(
        e,
        text[e.sentence.start : claim.start],
        e.surface,
        text[claim.end : e.sentence.end],
        claim.cue and one_line(claim.cue.of(text)),
        tuple((one_line(r.span.of(text)), ", ".join(r.actors), r.how) for r in claim.resolved),
        f"{view.asked.link(path, claim=claim.id)}#{e.article.article_id}-{e.sentence.start}",
    )
