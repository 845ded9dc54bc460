"""The filters of all screens laid over a selection, for the timeline and for "export this view".

"/export/csv?speaker=Donald Trump&issue=sanctions" → his statements, the positions and the acts on sanctions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from dragoman.record import Told, search_statements
from dragoman.show.selections import Selection
from dragoman.show.web.pages.statements import issues_of
from dragoman.show.web.views import View

FILTERS = ("q", "speaker", "type", "kind", "status", "issue", "stance", "party", "outlet")


def sift(view: View) -> Selection:
    """What the address asks for, filters of every screen and all."""
    asked, held = view.asked, view.selection
    wanted = {name: value for name in FILTERS if (value := asked.get(name))}
    if not wanted:
        return held
    issue, outlet = wanted.get("issue"), wanted.get("outlet")
    said_on = issues_of(held) if issue else {}
    done_on = issues_of_sentences(view.whole) if issue else {}
    found = None
    if "q" in wanted:
        with view.open() as record:
            found = search_statements(record, wanted["q"])

    def keeps(noun: Any, *names: str) -> bool:
        return all(getattr(noun, n) == wanted[n] for n in names if n in wanted)

    def printed(told: Told[Any]) -> bool:
        return outlet in (None, told.article.outlet)

    def told_by(reports: Iterable[str]) -> bool:
        return outlet is None or any(r in held.every_claim and printed(held.every_claim[r]) for r in reports)

    return replace(
        held,
        filters=wanted,
        made={},
        statements=tuple(
            t
            for t in held.statements
            if printed(t)
            and keeps(t.claim, "speaker", "kind")
            and (found is None or t.claim.id in found)
            and (issue is None or issue in said_on.get(t.claim.id, ()))
        ),
        events=tuple(
            t
            for t in held.events
            if printed(t) and keeps(t.claim, "type", "status") and is_on((t.claim.id,), issue, done_on)
        ),
        positions=tuple(
            t for t in held.positions if printed(t) and keeps(t.claim, "party", "issue", "stance")
        ),
        story=replace(
            held.story,
            meetings=tuple(
                m
                for m in held.meetings
                if keeps(m, "kind", "status") and told_by(m.reports) and is_on(m.reports, issue, done_on)
            ),
            disputes=tuple(d for d in held.disputes if keeps(d, "kind")),
        ),
    )


def is_on(claims: Iterable[str], issue: str | None, on: dict[str, tuple[str, ...]]) -> bool:
    """Whether any of the claims is on that issue; None is any issue."""
    return issue is None or any(issue in on.get(c, ()) for c in claims)


def issues_of_sentences(whole: Selection) -> dict[str, tuple[str, ...]]:
    """The issues of each act and meeting report: those of the positions that its sentence holds."""
    return whole.once("issues_of_sentences", _issues_of_sentences)


def _issues_of_sentences(whole: Selection) -> dict[str, tuple[str, ...]]:
    stands: dict[tuple[str, int], list[str]] = {}
    for t in whole.positions:
        stands.setdefault((t.claim.article, whole.sentence_start(t.claim)), []).append(t.claim.issue)
    out: dict[str, tuple[str, ...]] = {}
    claims: tuple[Told[Any], ...] = (*whole.events, *whole.reports)
    for told in claims:
        found = stands.get((told.claim.article, whole.sentence_start(told.claim)))
        if found:
            out[told.claim.id] = tuple(dict.fromkeys(found))
    return out


def printed_by(held: Selection) -> dict[str, tuple[str, ...]]:
    """Which outlets tell of each act and meeting of the chronology, by its id."""
    return held.once("printed_by", _printed_by)


def _printed_by(held: Selection) -> dict[str, tuple[str, ...]]:
    claims = held.every_claim
    return {
        e.id: tuple(dict.fromkeys(o for c in e.claims if (t := claims.get(c)) and (o := t.article.outlet)))
        for e in held.full_chronology
    }
