"""Reader: an article with what was found in it marked, the entries beside it, both linked both ways.

"/articles/a1f…?claim=s3f…#a1f…-120" → the article at that sentence, that entry chosen; versions of it compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from dragoman.model.claims import Claim
from dragoman.model.stories import Sourced
from dragoman.record import Mark, Passages, find_marks, find_passages
from dragoman.show.cues import cue_of
from dragoman.show.dossier.passages import Passage, lay_out, sentence_anchor
from dragoman.show.explanations import in_words
from dragoman.show.marks import one_line
from dragoman.show.web.pages.comparisons import SAME, Row, compare
from dragoman.show.web.views import Facet, Pager, View, latest_first

Resolved = tuple[str, str, str]  # the phrase, whom it was taken for, and how


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article of the list with how many claims it has."""

    article: Sourced
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class ArticlesPage:
    """The articles, the latest first."""

    lines: tuple[ArticleLine, ...]
    pager: Pager
    facets: tuple[Facet, ...]


def gather_list(view: View) -> ArticlesPage:
    """The page of all articles."""
    held, asked = view.selection, view.asked
    counts: dict[str, int] = {}
    for told in held.every_claim.values():
        counts[told.claim.article] = counts.get(told.claim.article, 0) + 1
    kept = [a for a in held.articles if asked.get("outlet") in (None, a.outlet)]
    lines, pager = view.part(latest_first(kept, lambda a: a.published))
    return ArticlesPage(
        tuple(ArticleLine(a, address(view, a.article_id), counts.get(a.article_id, 0)) for a in lines),
        pager,
        (view.facet("outlet", (a.outlet for a in held.articles)),),
    )


def address(view: View, article: str) -> str:
    """The address of an article in the reader."""
    return view.asked.link(f"/articles/{quote(article)}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim of the article: `anchor` is its sentence, `resolved` whom its phrases mean.

    `verb` is the cue where a statement's words need it.
    """

    claim: Claim
    verb: str
    words: str
    anchor: str
    cue: str | None
    condition: str | None
    resolved: tuple[Resolved, ...]
    why: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Version:
    """Another article that tells the same dispatch: `later` where this one follows it.

    `rows` are the paragraphs of both, from the earlier to the later; `same` counts those that are alike.
    """

    article: Sourced
    href: str
    kind: str
    later: bool
    percent: int
    rows: tuple[Row, ...]
    same: int


@dataclass(frozen=True, slots=True)
class ReaderPage:
    """`passages` are the whole text; `notes` what the times and actors in it were taken for, by the mark's id.

    `before` and `after` are the addresses of its neighbours by day; `taken` lists each phrase that was taken for a
    time or an actor, with what it was taken for.
    """

    article: Sourced
    passages: tuple[Passage, ...]
    notes: dict[str, str]
    taken: tuple[tuple[str, str], ...]
    entries: tuple[Entry, ...]
    versions: tuple[Version, ...]
    before: str | None
    after: str | None


def gather(view: View, article_id: str) -> ReaderPage | None:
    """The page of one article; None where the view has no such article."""
    held = view.whole
    article = held.texts.get(article_id)
    if article is None:
        return None
    with view.open() as record:
        passages = find_passages(record, article_id)
        marks = find_marks(record, article_id)
    claims = sorted(
        (t.claim for t in held.every_claim.values() if t.claim.article == article_id),
        key=lambda c: (c.start, c.end, c.layer),
    )
    places = [a.article_id for a in held.articles]
    n = places.index(article_id)
    return ReaderPage(
        article,
        lay_out(article, passages, [*claims, *marks]),
        {m.id: _told(view, m) for m in marks},
        tuple(dict.fromkeys((one_line(m.span.of(article.text)), _told(view, m)) for m in marks)),
        tuple(_entry(view, article, passages, c) for c in claims),
        _versions(view, article_id),
        address(view, places[n - 1]) if n else None,
        address(view, places[n + 1]) if n + 1 < len(places) else None,
    )


def _told(view: View, mark: Mark) -> str:
    """What a phrase was taken for, in words."""
    return mark.told if mark.layer == "actor" else view.words.date(view.words.label("time", mark.told))


def _entry(view: View, article: Sourced, passages: Passages, claim: Claim) -> Entry:
    text = article.text
    condition = getattr(claim, "conditional_on", None)
    return Entry(
        claim,
        cue_of(claim, text),
        one_line(claim.span.of(text)),
        sentence_anchor(article.article_id, passages, claim.start),
        claim.cue and one_line(claim.cue.of(text)),
        condition and one_line(condition.of(text)),
        tuple(in_words(r, text, view.words.label, view.words.lang) for r in claim.resolved),
        view.asked.link(f"/why/{quote(claim.id)}"),
        view.asked.get("claim") == claim.id,
    )


def _versions(view: View, article: str) -> tuple[Version, ...]:
    texts = view.whole.texts
    out = []
    for r in view.whole.reprints_of(texts[article]):
        later = r.article == article
        other = texts[r.of if later else r.article]
        rows = compare(texts[r.of].text, texts[r.article].text)
        same = sum(row.kind == SAME for row in rows)
        out.append(
            Version(other, address(view, other.article_id), r.kind, later, round(100 * r.shared), rows, same)
        )
    return tuple(out)
