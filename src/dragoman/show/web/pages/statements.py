"""Who said what: statements by speaker, issue, outlet and day, with who relays them; a search that ignores accents.

"/statements?q=denucl&speaker=Donald Trump" → his statements on it, the words marked.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.statements import Statement
from dragoman.record import Told, search_statements
from dragoman.show.marks import bound, legible, one_line, quoted
from dragoman.show.selections import Selection
from dragoman.show.web.views import Facet, Pager, Ref, View, latest_first


@dataclass(frozen=True, slots=True)
class SaidLine:
    """`pieces` are the words in order, each with whether it was searched for; `issues` those of the positions in it."""

    told: Told[Statement]
    pieces: tuple[tuple[str, bool], ...]
    issues: tuple[str, ...]
    ref: Ref | None


@dataclass(frozen=True, slots=True)
class StatementsPage:
    """`search` is what was looked for; `facets` are speaker, issue, kind, outlet."""

    search: str
    lines: tuple[SaidLine, ...]
    pager: Pager
    facets: tuple[Facet, ...]


def gather(view: View) -> StatementsPage:
    """The page."""
    held, asked = view.selection, view.asked
    search = asked.get("q") or ""
    found: dict[str, tuple[tuple[str, bool], ...]] | None = None
    if search:
        with view.open() as record:
            found = search_statements(record, search)
    issues = issues_of(held)
    told = [t for t in held.statements if found is None or t.claim.id in found]
    facets = (
        view.facet("speaker", (t.claim.speaker for t in told)),
        view.facet("issue", (i for t in told for i in issues.get(t.claim.id, ())), "issue"),
        view.facet("kind", (t.claim.kind for t in told), "kind"),
        view.facet("outlet", (t.article.outlet for t in told)),
    )
    kept = [
        t
        for t in told
        if asked.get("speaker") in (None, t.claim.speaker)
        and asked.get("kind") in (None, t.claim.kind)
        and asked.get("outlet") in (None, t.article.outlet)
        and (asked.get("issue") is None or asked.get("issue") in issues.get(t.claim.id, ()))
    ]
    lines, pager = view.part(latest_first(kept, lambda t: t.day))
    return StatementsPage(
        search,
        tuple(
            SaidLine(
                t,
                _pieces(t, found[t.claim.id]) if found else ((_words(t), False),),
                issues.get(t.claim.id, ()),
                view.ref(t.claim.id),
            )
            for t in lines
        ),
        pager,
        facets,
    )


def _words(told: Told[Statement]) -> str:
    return quoted(told.surface) if told.claim.kind == "direct" else legible(told.surface)


def _pieces(told: Told[Statement], found: tuple[tuple[str, bool], ...]) -> tuple[tuple[str, bool], ...]:
    """What was found in the words, with the marks that make them whole."""
    words, plain = _words(told), bound(one_line("".join(piece for piece, _ in found)))
    before, held, after = words.partition(plain)
    return ((before, False), *found, (after, False)) if held else found


def issues_of(held: Selection) -> dict[str, tuple[str, ...]]:
    """The issues of each statement: those of the positions that touch its passage."""
    return held.once("issues", _issues)


def _issues(held: Selection) -> dict[str, tuple[str, ...]]:
    stands: dict[str, list[tuple[int, int, str]]] = {}
    for told in held.every_claim.values():
        p = told.claim
        if p.layer == "position":
            stands.setdefault(p.article, []).append((p.start, p.end, p.issue))
    out: dict[str, tuple[str, ...]] = {}
    for s in (t.claim for t in held.statements):
        found = [i for start, end, i in stands.get(s.article, ()) if start < s.end and s.start < end]
        if found:
            out[s.id] = tuple(dict.fromkeys(found))
    return out
