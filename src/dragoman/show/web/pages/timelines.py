"""Timeline: what happened day by day, a lane for each party; the list first, the picture beside it.

"/timeline?type=REQUEST&by=published" → the demands, by the day that they were told.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dragoman.model.edtf import Day, bounds, is_edtf
from dragoman.show.chronologies import MEETING, Entry, make_chronology
from dragoman.show.selections import Selection
from dragoman.show.web.pictures.timelines import Dot, Timeline, draw_timeline
from dragoman.show.web.views import Facet, Pager, Ref, View

LANES = 5
OTHERS = "others"


@dataclass(frozen=True, slots=True)
class EventLine:
    """One act or meeting, told by `entry.tellings` articles."""

    entry: Entry
    ref: Ref | None


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """`by` is `event` or `published`: which day places an act. `picture` is None where nothing has a day.

    `undated` counts what the picture has no place for.
    """

    by: str
    lines: tuple[EventLine, ...]
    pager: Pager
    undated: int
    picture: Timeline | None
    facets: tuple[Facet, ...]


def gather(view: View) -> TimelinePage:
    """The page."""
    held, asked = view.selection, view.asked
    by = "published" if asked.get("by") == "published" else "event"
    on_issue = _sentences_on(view, asked.get("issue"))
    part = bool(asked.get("outlet") or asked.get("issue"))
    events = (
        []
        if not part
        else [
            t
            for t in held.events
            if asked.get("outlet") in (None, t.article.outlet)
            and (on_issue is None or (t.claim.article, held.source(t).sentence_start) in on_issue)
        ]
    )
    told_on = {t.claim.id: t.article.published for t in held.events} if by == "published" else {}
    entries = make_chronology(events, ()) if part else held.once("chronology", _chronology)
    facets = (
        view.facet("type", (e.type for e in entries), "type"),
        view.facet("status", (e.status for e in entries), "status"),
        view.facet("issue", (t.claim.issue for t in held.positions), "issue"),
        view.facet("outlet", (t.article.outlet for t in held.events)),
    )
    kept = [
        e for e in entries if asked.get("type") in (None, e.type) and asked.get("status") in (None, e.status)
    ]

    def day(entry: Entry) -> str | None:
        found = told_on.get(entry.id, entry.day) if by == "published" else entry.day
        return found if found and is_edtf(found) else None

    dated = [e for e in kept if day(e)]
    lanes = _lanes(view, dated)
    dots = [_dot(view, e, day(e) or "", lanes) for e in dated]

    def tell(dot: Dot) -> tuple[str, str]:
        return _told(view, dot.entry)

    if by == "published":
        kept.sort(key=lambda e: (day(e) is None, bounds(day(e) or "9999")[0], e.id))
    lines, pager = view.part(kept)
    names = [*dict.fromkeys(lanes.values()), OTHERS]
    return TimelinePage(
        by,
        tuple(EventLine(e, next(iter(view.refs(e.claims[:1])), None)) for e in lines),
        pager,
        len(kept) - len(dated),
        draw_timeline(dots, names, tell, lambda a, b: asked.here(view.path, from_=a, to=b)),
        facets,
    )


def _chronology(held: Selection) -> list[Entry]:
    return make_chronology(held.events, held.meetings)


def _sentences_on(view: View, issue: str | None) -> set[tuple[str, int]] | None:
    """Where a position on that issue stands: article and sentence; None where no issue is asked for."""
    if issue is None:
        return None
    whole = view.whole
    return {
        (t.claim.article, whole.source(t).sentence_start) for t in whole.positions if t.claim.issue == issue
    }


def _lanes(view: View, entries: list[Entry]) -> dict[str, str]:
    """The sides that act most, each with its lane; meetings have their own."""
    sides = view.whole.sides
    counts = Counter(sides.get(n, n) for e in entries if e.type != MEETING for n in e.actors[:1])
    most = sorted(counts, key=lambda n: (-counts[n], n))[:LANES]
    return {MEETING: MEETING, **{n: n for n in most}}


def _dot(view: View, entry: Entry, day: str, lanes: dict[str, str]) -> Dot:
    who = view.whole.sides.get(entry.actors[0], entry.actors[0]) if entry.actors else OTHERS
    lane = MEETING if entry.type == MEETING else lanes.get(who, OTHERS)
    first, last = bounds(day)
    return Dot(
        lane, max(first, Day(1000, 1, 1)), last, first == Day.min, last == Day.max, entry.status, entry
    )


def _told(view: View, entry: Entry) -> tuple[str, str]:
    """What a mark says, and where it leads."""
    words = view.words
    whom = f" → {', '.join(entry.recipients)}" if entry.recipients else ""
    title = (
        f"{words.date(entry.day)} · {words.label('type', entry.type)} ({words.label('status', entry.status)}) · "
        f"{', '.join(entry.actors)}{whom}"
    )
    ref = None if entry.type == MEETING else view.ref(entry.claims[0])
    return title, ref.href if ref else view.asked.link("/meetings") + f"#{entry.id}"
