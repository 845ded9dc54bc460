"""The cue that is to be read with the words of a statement, where these alone would say something else.

"Pyongyang a nié y avoir pris part" → "a nié" with "y avoir pris part": what is denied, asked, hoped or blamed is not
what the speaker says to be so.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol, TypeAlias

from dragoman.model.claims import Claim
from dragoman.model.disputes import Dispute, Version
from dragoman.model.statements import Statement
from dragoman.record import Record, Told, find_articles, find_evidence
from dragoman.show.marks import one_line

Cues: TypeAlias = dict[Version, str]
DOUBTED = 0.5  # a statement of less confidence is shown as less sure
ASSERTED = ("say", "claim", "write", "relay")  # classes of cues whose content the speaker says to be so


class Quoted(Protocol):
    """Where something stands: its words on one line, and the cue that is to be read with them."""

    @property
    def quote(self) -> str: ...
    @property
    def cue(self) -> str: ...


class _Said(NamedTuple):
    quote: str
    cue: str


def cue_of(claim: Claim, text: str) -> str:
    """The cue's words where the content needs them; empty for what stands by itself. `text` is the article's."""
    if not isinstance(claim, Statement) or claim.cue is None or claim.cue.end > claim.start:
        return ""  # an incise ("…", a-t-il nié) follows a whole sentence of the speaker's own
    if claim.cue_class in (*ASSERTED, None) and not claim.negative:
        return ""
    return one_line(claim.cue.of(text))


def find_cues(record: Record, told: Iterable[Told[Statement]]) -> dict[str, str]:
    """The cue of each statement that needs it, by the statement's id."""
    needing = [t.claim for t in told if t.claim.cue is not None]
    articles = find_articles(record, text=True, articles={c.article for c in needing})
    texts = {a.article_id: a.text for a in articles}
    cues = {c.id: cue_of(c, texts[c.article]) for c in needing if c.article in texts}
    return {claim: cue for claim, cue in cues.items() if cue}


def with_cue(words: str, cue: str | None) -> str:
    """The words on one line, what is ours in square brackets: `[a nié] y avoir pris part`."""
    return f"[{cue}] {words}" if cue else words


def cue_of_version(version: Version, sources: Iterable[Quoted]) -> str:
    """The cue of a dispute's version: that of the statement whose words it has."""
    says = one_line(version.says)
    return next((s.cue for s in sources if s.cue and s.quote == says), "")


def find_version_cues(record: Record, disputes: Iterable[Dispute]) -> Cues:
    """The cue of each version that needs it."""
    cues: Cues = {}
    for version in (v for d in disputes for v in d.versions):
        found = (find_evidence(record, claim) for claim in version.claims)
        sources = [_Said(one_line(e.surface), cue_of(e.claim, e.article.text)) for e in found if e]
        if cue := cue_of_version(version, sources):
            cues[version] = cue
    return cues
