"""Who is who in a record or in a part of it, and which articles name somebody who is now another.

An article on "Josef Kovar" comes into a record of Anna Kovar → "Kovar" is nobody's alone: who says so is told anew.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dragoman.model.stories import ResolvedActor, Story
from dragoman.record import Record, Scope
from dragoman.record.judgements import Rulings
from dragoman.record.namings import (
    NameRow,
    count_presented,
    find_binds,
    find_presented,
    naming_articles,
    write_names,
)
from dragoman.record.stories import delete_actors, write_entries
from dragoman.resolve.cast import Cast, Presented, fold


@dataclass(frozen=True, slots=True)
class Casting:
    """The cast of a scope; `names` is its table.

    `given` are pairs of a folded name and a name that articles give for it, unjudged.
    """

    cast: Cast
    given: tuple[tuple[str, str], ...]
    names: dict[str, NameRow]

    def given_for(self, folded: Collection[str]) -> set[str]:
        """The names that articles give for the folded ones."""
        return {name for own, name in self.given if own in folded}

    def changed_from(self, known: dict[str, NameRow]) -> set[str]:
        """The folded names of which the table says something else than `known`, or one alone says anything."""
        return {folded for folded, _ in self.names.items() ^ known.items()}


def find_casting(record: Record, rulings: Rulings, scope: Scope | None = None) -> Casting:
    """Who is who in the articles within `scope`."""
    counts: dict[Presented, int] = {}
    given: list[tuple[str, str]] = []
    articles: dict[str, int] = {}
    for name, kind, side, n in count_presented(record, scope):
        if rulings.names:
            judged = rulings.name(name) or name
            presented = judged, kind, rulings.name(side)
        else:
            judged, presented = name, (name, kind, side)
        folded = fold(judged)
        counts[presented] = counts.get(presented, 0) + n
        given.append((folded, name))
        articles[folded] = articles.get(folded, 0) + n
    cast = Cast((), find_binds(record, rulings, scope), rulings.same, rulings.apart, counts=counts)
    names = {folded: (*naming, articles[folded]) for folded, naming in cast.namings().items()}
    return Casting(cast, tuple(given), names)


def changed_articles(record: Record, casting: Casting, known: dict[str, NameRow]) -> set[str]:
    """The articles that give a name behind which somebody else stands than `known` says."""
    changed = {
        folded
        for folded in casting.changed_from(known)
        if casting.names.get(folded, ())[:3] != known.get(folded, ())[:3]
    }
    return naming_articles(record, casting.given_for(changed), changed) if changed else set()


def write_cast(
    record: Record, casting: Casting, rulings: Rulings, read: Collection[str], known: dict[str, NameRow]
) -> None:
    """Write who is who: the names and actors that changed from the `known`, and those whom articles `read` present."""
    changed = casting.changed_from(known)
    again = changed | _presented_by(record, rulings, read)
    rows = [
        (folded, table[folded]) for table in (known, casting.names) for folded in again if folded in table
    ]
    actors = {actor for _, (actor, *_) in rows}
    own = {folded for folded, row in casting.names.items() if row[0] in actors}
    told = casting.cast.actors(find_presented(record, rulings, names=casting.given_for(own)))
    with record.transaction() as db:
        write_names(
            db,
            known.keys() - casting.names.keys(),
            {f: casting.names[f] for f in changed & casting.names.keys()},
        )
        delete_actors(db, actors)
        write_entries(db, Story(actors=told))


def _presented_by(record: Record, rulings: Rulings, articles: Collection[str]) -> set[str]:
    return {fold(actor.name) for _, actor in find_presented(record, rulings, articles=articles)}


def present_cast(
    record: Record, casting: Casting, rulings: Rulings, scope: Scope
) -> tuple[ResolvedActor, ...]:
    """Everybody in the articles within `scope`."""
    return casting.cast.actors(find_presented(record, rulings, scope))
