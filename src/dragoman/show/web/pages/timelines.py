"""Timeline: what happened day by day, a lane for each party; the list first, the picture beside it.

"/timeline?type=REQUEST&by=published" → the demands, by the day that they were told.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dragoman.model.edtf import Day, bounds, is_edtf
from dragoman.show.chronologies import MEETING, Entry
from dragoman.show.selections import Selection
from dragoman.show.web.pictures.timelines import Dot, Timeline, draw_timeline, windows
from dragoman.show.web.sieves import is_on, issues_of_sentences, printed_by
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
    """`by` is `event` or `published`: which day places an act; `order` is `latest` or `first`: how the list begins.

    `picture` is None where nothing has a day, `undated` counts what it has no place for. `moves` pairs a way to look
    elsewhere (earlier, later, closer, wider) with its address.
    """

    by: str
    order: str
    lines: tuple[EventLine, ...]
    pager: Pager
    undated: int
    picture: Timeline | None
    moves: tuple[tuple[str, str], ...]
    facets: tuple[Facet, ...]


def gather(view: View) -> TimelinePage:
    """The page."""
    held, asked = view.selection, view.asked
    by = "published" if asked.get("by") == "published" else "event"
    order = "first" if asked.get("order") == "first" else "latest"
    entries = held.chronology
    on = issues_of_sentences(view.whole)
    prints = printed_by(held)
    kept = [
        e
        for e in entries
        if asked.get("type") in (None, e.type)
        and asked.get("status") in (None, e.status)
        and is_on(e.claims, asked.get("issue"), on)
        and (asked.get("outlet") is None or asked.get("outlet") in prints.get(e.id, ()))
    ]
    counts = held.once("timeline", lambda h: _counts(h, on))
    told_on = held.once("told_on", _told_on) if by == "published" else {}

    def day(entry: Entry) -> str | None:
        found = told_on.get(entry.id) if by == "published" else entry.day
        return found if found and is_edtf(found) else None

    days = {e.id: day(e) for e in kept}
    dated = [e for e in kept if days[e.id]]
    lanes = _lanes(view, dated)
    dots = [_dot(view, e, days[e.id] or "", lanes) for e in dated]
    if by == "published":
        dated.sort(key=lambda e: (bounds(days[e.id] or "")[0], e.id))
    undated = [e for e in kept if not days[e.id]]
    lines, pager = view.part([*(dated if order == "first" else dated[::-1]), *undated])
    names = [*dict.fromkeys(lanes.values()), OTHERS]
    picture = draw_timeline(
        dots, names, lambda dot: _told(view, dot.entry), lambda a, b: asked.here(view.path, from_=a, to=b)
    )
    return TimelinePage(
        by,
        order,
        tuple(EventLine(e, next(iter(view.refs(e.claims[:1])), None)) for e in lines),
        pager,
        len(undated),
        picture,
        tuple((how, asked.here(view.path, from_=a, to=b)) for how, a, b in windows(picture))
        if picture
        else (),
        (
            view.facet("type", counts["type"], "type"),
            view.facet("status", counts["status"], "status"),
            view.facet("issue", counts["issue"], "issue"),
            view.facet("outlet", counts["outlet"]),
        ),
    )


def _counts(held: Selection, on: dict[str, tuple[str, ...]]) -> dict[str, Counter[str]]:
    """How many entries of the chronology each filter would keep."""
    entries, prints = held.chronology, printed_by(held)
    return {
        "type": Counter(e.type for e in entries),
        "status": Counter(e.status for e in entries),
        "issue": Counter(i for e in entries for i in {i for c in e.claims for i in on.get(c, ())}),
        "outlet": Counter(o for e in entries for o in prints.get(e.id, ())),
    }


def _told_on(held: Selection) -> dict[str, str | None]:
    """The day of the first article that tells of each act or meeting."""
    found: dict[str, str | None] = {}
    for e in held.chronology:
        days = [
            d
            for c in e.claims
            if (t := held.every_claim.get(c)) and (d := t.article.published) and is_edtf(d)
        ]
        found[e.id] = min(days, key=bounds, default=None)
    return found


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
    if entry.type == MEETING:
        told = f"{entry.what_happened} ({words.label('status', entry.status)})"
        return f"{words.date(entry.day)} · {told}", view.why(entry.id)
    whom = f" → {', '.join(entry.recipients)}" if entry.recipients else ""
    title = (
        f"{words.date(entry.day)} · {words.label('type', entry.type)} ({words.label('status', entry.status)}) · "
        f"{', '.join(entry.actors)}{whom}"
    )
    ref = view.ref(entry.claims[0])
    return title, ref.href if ref else view.why(entry.id)
