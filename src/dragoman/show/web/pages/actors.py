"""Cast and network: who is in the record, who meets, accuses, supports whom; a page for each actor.

"/actor?about=Donald Trump" → his roles, his last words, his meetings, whom he is tied to.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.model.edtf import earliest
from dragoman.model.judgements import Judgement
from dragoman.model.meetings import Meeting
from dragoman.model.stories import ResolvedActor
from dragoman.record import Role, Scope, find_judgements, find_roles
from dragoman.show.briefs import is_telling, last_told
from dragoman.show.networks import Tie, make_ties
from dragoman.show.selections import Selection
from dragoman.show.web.pictures.networks import Network, draw_network
from dragoman.show.web.views import Facet, Pager, Ref, View, latest_first

SHOWN = 12
MORE = 200  # of the ties, where all are asked for
NAMES = 2000  # to choose from; any other may be typed
ABOUT_NAMES = ("rename", "same", "apart")


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor with its roles, the address of its page and how many claims name it."""

    actor: ResolvedActor
    roles: tuple[str, ...]
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class TieLine:
    """Who does what to whom how often; `other` is the address of the one at the other end."""

    tie: Tie
    ref: Ref | None


@dataclass(frozen=True, slots=True)
class ActorsPage:
    """`picture` is the network of those most tied, `ties` the strongest as a table, `more` how many are not shown."""

    lines: tuple[ActorLine, ...]
    pager: Pager
    picture: Network | None
    ties: tuple[TieLine, ...]
    more: int
    facets: tuple[Facet, ...]


def gather_list(view: View) -> ActorsPage:
    """The page of all actors."""
    held, asked = view.selection, view.asked
    counts = held.once("counts", _counts)
    kept = [a for a in held.actors if asked.get("kind") in (None, a.kind)]
    kept.sort(key=lambda a: (-counts.get(a.name, 0), -len(a.articles), a.name))
    lines, pager = view.part(kept)
    ties = held.once("ties", make_ties)
    chosen = [t for t in ties if asked.get("type") in (None, t.kind)]
    shown = chosen[: MORE if asked.get("all") else SHOWN]
    return ActorsPage(
        tuple(ActorLine(a, _roles(a), view.actor(a.name), counts.get(a.name, 0)) for a in lines),
        pager,
        draw_network(chosen, held.sides, held.kinds, view.actor),
        tuple(TieLine(t, view.ref(t.claims[0])) for t in shown),
        len(chosen) - len(shown),
        (
            view.facet("kind", (a.kind for a in held.actors), "kind"),
            view.facet("type", (t.kind for t in ties), "type"),
        ),
    )


def _roles(actor: ResolvedActor) -> tuple[str, ...]:
    """Its roles, each once: `ministre` is told by `ministre (Norvège)`."""
    return tuple(r for r in actor.roles if not any(other.startswith(f"{r} (") for other in actor.roles))


def _counts(held: Selection) -> dict[str, int]:
    counts: dict[str, int] = {}
    names = [
        *([t.claim.speaker] for t in held.statements),
        *((*t.claim.actors, *t.claim.recipients) for t in held.events),
        *([t.claim.party] for t in held.positions),
        *(m.participants for m in held.meetings),
    ]
    for group in names:
        for name in group:
            if name:
                counts[name] = counts.get(name, 0) + 1
    return counts


@dataclass(frozen=True, slots=True)
class ActorPage:
    """`said` and `acts` are the latest with their words; `roles` those that articles give it, each with its days.

    `judgements` are those that renamed, merged or split it; `aliases` are its other names, which may be split off.
    `names` are all actors, to choose from when it is another's name; `counts` how much there is of each part.
    """

    actor: ResolvedActor
    roles: tuple[Role, ...]
    said: tuple[tuple[str | None, Ref | None], ...]
    acts: tuple[TieLine, ...]
    stands: tuple[tuple[str | None, str, str, Ref | None], ...]
    meetings: tuple[tuple[Meeting, str], ...]
    judgements: tuple[Judgement, ...]
    names: tuple[str, ...]
    counts: dict[str, int]


def gather(view: View, name: str) -> ActorPage | None:
    """The page of one actor; None where the view has no such name."""
    whole = view.whole
    actor = next((a for a in whole.actors if a.name == name or name in a.aliases), None)
    if actor is None and name in whole.cast:
        actor = ResolvedActor(name=name, kind=whole.cast[name])
    if actor is None:
        return None
    own = {name, actor.name, *actor.aliases}
    with view.open() as record:
        judged = tuple(
            j for j in find_judgements(record) if j.kind in ABOUT_NAMES and own & {j.about, j.value}
        )
        before = {j.about for j in judged if j.kind == "rename" and not j.undone_at}
        roles = find_roles(record, [*own, *before], Scope(known_by=whole.scope.known_by))
    scope = Scope(since=view.asked.get("from"), until=view.asked.get("to"), as_of=whole.scope.as_of,
                  known_by=whole.scope.known_by)  # fmt: skip
    held = view.shelf.selection(scope)
    said = latest_first([t for t in held.statements if t.claim.speaker == actor.name], lambda t: t.day)
    ties = [t for t in held.once("ties", make_ties) if actor.name in (t.source, t.target)]
    stands = latest_first(
        [t for t in held.positions if actor.name in (t.claim.party, t.claim.by)], lambda t: t.day
    )
    meetings = sorted(
        (m for m in held.meetings if is_telling(m) and actor.name in m.participants),
        key=lambda m: earliest(m.date or last_told(m)) or date.min,
        reverse=True,
    )
    return ActorPage(
        actor,
        tuple(roles),
        tuple((t.day, view.ref(t.claim.id)) for t in said[:SHOWN]),
        tuple(TieLine(t, view.ref(t.claims[-1])) for t in ties[:SHOWN]),
        tuple((t.day, t.claim.stance, t.claim.issue, view.ref(t.claim.id)) for t in stands[:SHOWN]),
        tuple((m, view.why(m.id)) for m in meetings[:SHOWN]),
        judged,
        tuple(list(whole.cast)[:NAMES]),
        {"said": len(said), "acts": len(ties), "stands": len(stands), "meetings": len(meetings)},
    )
