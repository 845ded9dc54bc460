"""Timeline: what happened day by day, a lane for each party; the list first, the picture beside it.

"/timeline?type=REQUEST&by=published" → the demands, by the day that they were told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
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

    `picture` is None where nothing has a day, `undated` counts what it has no place for, `vague` the meetings that are
    only shown when all are asked for. `moves` pairs a way to look elsewhere (earlier, later, closer, wider) with its
    address.
    """

    by: str
    order: str
    lines: tuple[EventLine, ...]
    pager: Pager
    undated: int
    vague: int
    picture: Timeline | None
    moves: tuple[tuple[str, str], ...]
    facets: tuple[Facet, ...]


def gather(view: View) -> TimelinePage:
    """The page."""
    held, asked = view.selection, view.asked
    by = "published" if asked.get("by") == "published" else "event"
    order = "first" if asked.get("order") == "first" else "latest"
    entries = held.full_chronology if asked.get("all") else held.chronology
    on = issues_of_sentences(view.whole)
    prints = printed_by(held)
    counts = held.once(f"timeline of {len(entries)}", lambda _: _counts(entries, prints, on))
    kept = entries
    if wanted := asked.get("type"):
        kept = [e for e in kept if e.type == wanted]
    if wanted := asked.get("status"):
        kept = [e for e in kept if e.status == wanted]
    if wanted := asked.get("issue"):
        kept = [e for e in kept if is_on(e.claims, wanted, on)]
    if wanted := asked.get("outlet"):
        kept = [e for e in kept if wanted in prints.get(e.id, ())]
    sides = view.whole.sides
    placed = held.once(f"placed by {by}", lambda h: {d.entry.id: d for d in _dots(h, by, sides)})
    dots = [d for e in kept if (d := placed.get(e.id))]
    if by == "published":
        dots.sort(key=lambda d: (d.first, d.entry.id))
    dated = [d.entry for d in dots]
    lanes = _lanes(dots)
    undated = [e for e in kept if e.id not in placed]
    lines, pager = view.part([*(dated if order == "first" else dated[::-1]), *undated])
    picture = draw_timeline(
        dots,
        [*lanes, OTHERS],
        lambda dot: _told(view, dot.entry),
        lambda dot: _where(view, dot.entry),
        lambda a, b: asked.here(view.path, from_=a, to=b),
    )
    return TimelinePage(
        by,
        order,
        tuple(EventLine(e, next(iter(view.refs(e.claims[:1])), None)) for e in lines),
        pager,
        len(undated),
        len(held.full_chronology) - len(entries),
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


def _counts(
    entries: list[Entry], prints: dict[str, tuple[str, ...]], on: dict[str, tuple[str, ...]]
) -> dict[str, Counter[str]]:
    """How many entries of the chronology each filter would keep."""
    return {
        "type": Counter(e.type for e in entries),
        "status": Counter(e.status for e in entries),
        "issue": Counter(i for e in entries for i in {i for c in e.claims for i in on.get(c, ())}),
        "outlet": Counter(o for e in entries for o in prints.get(e.id, ())),
    }


def _told_on(held: Selection) -> dict[str, str | None]:
    """The day of the first article that tells of each act or meeting."""
    found: dict[str, str | None] = {}
    for e in held.full_chronology:
        days = [
            d
            for c in e.claims
            if (t := held.every_claim.get(c)) and (d := t.article.published) and is_edtf(d)
        ]
        found[e.id] = min(days, key=bounds, default=None)
    return found


def _dots(held: Selection, by: str, sides: dict[str, str]) -> Iterator[Dot]:
    """Each act and meeting that has a day, in the lane of the side that acts."""
    told_on = held.once("told_on", _told_on) if by == "published" else {}
    for e in held.full_chronology:
        day = told_on.get(e.id) if by == "published" else e.day
        if not day or not is_edtf(day):
            continue
        who = sides.get(e.actors[0], e.actors[0]) if e.actors else OTHERS
        first, last = bounds(day)
        yield Dot(
            MEETING if e.type == MEETING else who,
            max(first, Day(1000, 1, 1)),
            last,
            first == Day.min,
            last == Day.max,
            e.status,
            e,
        )


def _lanes(dots: list[Dot]) -> list[str]:
    """The sides that act most, each with its lane; meetings have their own, the first."""
    counts = Counter(d.lane for d in dots)
    others = sorted(counts.keys() - {MEETING, OTHERS}, key=lambda n: (-counts[n], n))
    return [MEETING, *others[:LANES]]


def _told(view: View, entry: Entry) -> str:
    """What a mark says."""
    words = view.words
    status = words.label("status", entry.status)
    if entry.type == MEETING:
        return f"{words.date(entry.day)} · {entry.what_happened} ({status})"
    whom = f" → {', '.join(entry.recipients)}" if entry.recipients else ""
    what = f"{words.label('type', entry.type)} ({status})"
    return f"{words.date(entry.day)} · {what} · {', '.join(entry.actors)}{whom}"


def _where(view: View, entry: Entry) -> str:
    """Where a mark leads."""
    ref = None if entry.type == MEETING else view.ref(entry.claims[0])
    return ref.href if ref else view.why(entry.id)
