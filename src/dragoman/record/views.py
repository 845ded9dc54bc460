"""What the record tells within a scope: its articles, its claims, one claim with its sentence.

find_claims(record, Statement, Scope(actor="trump")) → each Statement of his with its words and its article.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count, islice
from typing import Any, Generic, TypeVar

from dragoman.model.actors import Actor
from dragoman.model.articles import SetAside
from dragoman.model.claims import Claim
from dragoman.model.errors import UsageError
from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.positions import Position
from dragoman.model.spans import Span
from dragoman.model.statements import Statement
from dragoman.model.stories import Sourced, StoryClaims
from dragoman.model.times import Time
from dragoman.record.cells import from_list
from dragoman.record.claims import claim_of, select
from dragoman.record.filters import Few, Filters
from dragoman.record.judgements import Rulings, find_rulings
from dragoman.record.layers import LAYERS, NOUNS, Layer
from dragoman.record.names import named
from dragoman.record.records import Record
from dragoman.record.scopes import Scope

C = TypeVar("C", bound=Claim)

# Always the same order, whatever the order of reading: by day, the undated last, then by id.
BY_ARTICLE = "a.published_from IS NULL, a.published_from, a.published_to, a.id"


@dataclass(frozen=True, slots=True)
class Told(Generic[C]):
    """A claim with its words (`surface`) and the article that holds it (without its text)."""

    claim: C
    surface: str
    article: Sourced

    @property
    def day(self) -> str | None:
        """EDTF: the day that the claim is about, the article's where it tells none."""
        field = LAYERS[type(self.claim)].day
        told: str | None = getattr(self.claim, field) if field else None
        return told or self.article.published


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim with the sentence that holds it: `sentence` is a span of `article.text`."""

    claim: Claim
    surface: str
    article: Sourced
    sentence: Span


def find_articles(
    record: Record,
    scope: Scope | None = None,
    *,
    text: bool = False,
    articles: Collection[str] | None = None,
    first: int = 0,
    most: int | None = None,
) -> list[Sourced]:
    """The articles within `scope` (of `articles` alone, where told), by day; with `text`, their text too.

    With `most`, so many of them from the one at `first` on.
    """
    where, parameters = (scope or Scope()).on_articles()
    if articles is not None:
        where += " AND a.id IN (SELECT value FROM json_each(:articles))"
        parameters["articles"] = json.dumps(list(articles))
    rows = record.ask(
        f"SELECT {_article_columns(text)} FROM articles a WHERE {where} ORDER BY {BY_ARTICLE} "
        "LIMIT :most OFFSET :first",
        {**parameters, "most": -1 if most is None else most, "first": first},
    )
    return [_sourced(row) for row in rows]


def find_days(record: Record, scope: Scope | None = None) -> dict[str, str | None]:
    """The articles within `scope`, each with its day (EDTF)."""
    where, parameters = (scope or Scope()).on_articles()
    return dict(record.ask(f"SELECT a.id, a.published FROM articles a WHERE {where}", parameters))


def find_claims(
    record: Record,
    noun: type[C],
    scope: Scope | None = None,
    *,
    least: float = 0.0,
    first: int = 0,
    most: int | None = None,
    **fields: str | None,
) -> list[Told[C]]:
    """The claims of one layer within `scope`, by day of the article, then in text order; none less sure than `least`.

    `fields` keep what has that value (`status="planned"`); fields that hold an actor take part of a name. With
    `most`, so many of them from the one at `first` on, without reading the others.
    Raises UsageError for a field that the layer has not got.
    """
    scope = scope or Scope()
    layer = LAYERS[noun]
    rulings = find_rulings(record)
    judged: list[Callable[[C], bool]] = []  # names that people corrected are only known once that is done
    where, parameters = scope.on_claims()
    filters = Filters(layer, [where, "t.confidence >= :least"], {**parameters, "least": least})
    filters.within(scope, noun.layer)
    if scope.actor and rulings.rename:
        judged.append(partial(_is_about, layer, scope.actor))
    elif scope.actor:
        filters.about(record, scope.actor)
    for name, value in fields.items():
        if name not in layer.columns:
            raise UsageError(f"{layer.table} have no field '{name}': they have {', '.join(layer.columns)}")
        column = layer.columns[name]
        if value is None:
            continue
        if column not in layer.actors:
            filters.equal(column, value)
        elif rulings.rename:
            judged.append(partial(_is_named, name, value))
        else:
            filters.named(record, column, value)
    with record.snapshot():
        if most is None:
            found = _all_told(record, noun, filters, scope)
            return list(_ruled(found, rulings, judged))[first:]
        found = _told_in_order(record, noun, filters, first + most)
        return list(islice(_ruled(found, rulings, judged), first, first + most))


def _ruled(
    found: Iterable[Told[C]], rulings: Rulings, judged: list[Callable[[C], bool]]
) -> Iterator[Told[C]]:
    """As people judged the claims."""
    if not rulings.changes:
        yield from found
        return
    for told in found:
        claim = rulings.apply(told.claim)
        if claim is not None and all(keeps(claim) for keeps in judged):
            yield Told(claim, told.surface, told.article)


def _all_told(record: Record, noun: type[C], filters: Filters, scope: Scope) -> Iterator[Told[C]]:
    articles = {a.article_id: a for a in find_articles(record, scope)}
    rows = record.ask(
        f"""SELECT t.surface, {select(noun)} FROM {filters.layer.table} t
        JOIN claims c ON c.id = t.id JOIN articles a ON a.id = t.article
        WHERE {" AND ".join(filters.parts)} ORDER BY {BY_ARTICLE}, t.start, t.end, t.id""",
        filters.parameters,
    )
    return (Told(claim_of(noun, row[1:]), row[0], articles[row[1]]) for row in rows)


def _told_in_order(record: Record, noun: type[C], filters: Filters, size: int) -> Iterator[Told[C]]:
    """The same, `size` at a time: from the few rows that a key gives, else along the articles in their order."""
    table = filters.layer.table
    few = filters.few(record)
    if few is not None and few.column == "id":
        origin = f"{table} t CROSS JOIN claims c ON c.id = t.id CROSS JOIN articles a ON a.id = t.article"
    else:
        # The index is named: by the value of another column each article would be sought among all that have it.
        origin = (
            f"articles a CROSS JOIN {table} t INDEXED BY {table}_by_article ON t.article = a.id "
            "CROSS JOIN claims c ON c.id = t.id"
        )
    articles: dict[str, Sourced] = {}
    for place, told in _portions(record, few, size):
        parts, parameters = [*place, *filters.parts], filters.parameters | told
        for start in count(0, size):
            rows = record.ask(
                f"""SELECT t.surface, {select(noun)} FROM {origin} WHERE {" AND ".join(parts)}
                ORDER BY {BY_ARTICLE}, t.start, t.end, t.id LIMIT {size} OFFSET {start}""",
                parameters,
            )
            for row in rows:
                if row[1] not in articles:
                    question = f"SELECT {_article_columns(False)} FROM articles a WHERE a.id = ?"
                    articles[row[1]] = _sourced(record.ask(question, (row[1],))[0])
                yield Told(claim_of(noun, row[1:]), row[0], articles[row[1]])
            if len(rows) < size:
                break


def _portions(record: Record, few: Few | None, size: int) -> Iterator[tuple[list[str], dict[str, str]]]:
    """Where the rows are that `few` tells of, as conditions with their parameters: in portions that follow each other.

    All at once by their ids; by their articles, so many of these at a time, in their order.
    """
    if few is None:
        yield [], {}
    elif few.column == "id":
        yield ["t.id IN (SELECT value FROM json_each(:few))"], {"few": json.dumps(few.values)}
    else:
        among = "a.id IN (SELECT value FROM json_each(:few))"
        question = f"SELECT a.id FROM articles a WHERE {among} ORDER BY {BY_ARTICLE}"
        ordered = [name for (name,) in record.ask(question, {"few": json.dumps(few.values)})]
        for n in range(0, len(ordered), size):
            yield [among], {"few": json.dumps(ordered[n : n + size])}


def _is_about(layer: Layer, actor: str, claim: Claim) -> bool:
    own = (getattr(claim, field) for field, column in layer.columns.items() if column in layer.actors)
    others = (name for field in layer.names for name in getattr(claim, field))
    return any(named(name, actor) for name in (*own, *others))


def _is_named(field: str, wanted: str, claim: Claim) -> bool:
    return named(getattr(claim, field), wanted)


def find_evidence(record: Record, claim_id: str) -> Evidence | None:
    """One claim, whichever its layer, with its sentence; None where the record has no such claim."""
    with record.snapshot():
        layers = record.ask("SELECT layer FROM claims WHERE id = ?", (claim_id,))
        if not layers:
            return None
        noun = NOUNS[layers[0][0]]
        question = f"SELECT t.surface, {select(noun)} FROM {LAYERS[noun].table} t WHERE t.id = ?"
        ((surface, *row),) = record.ask(question, (claim_id,))
        claim = claim_of(noun, row)
        (article,) = record.ask(
            f"SELECT {_article_columns(True)} FROM articles a WHERE a.id = ?", (claim.article,)
        )
        ((first, last),) = record.ask(
            "SELECT min(start), max(end) FROM sentences WHERE article = ? AND start < ? AND end > ?",
            (claim.article, claim.end, claim.start),
        )
    sentence = Span(min(first, claim.start), max(last, claim.end)) if first is not None else claim.span
    return Evidence(claim, surface, _sourced(article), sentence)


def find_set_aside(record: Record) -> list[SetAside]:
    """The inputs that could not be read, by path."""
    rows = record.ask("SELECT path, reason FROM set_aside ORDER BY path")
    return [SetAside(*row) for row in rows]


STORIED: dict[str, type[Claim]] = {
    "statements": Statement, "events": Event, "meetings": MeetingReport, "positions": Position,
}  # fmt: skip


def story_claims(
    record: Record,
    scope: Scope | None = None,
    *,
    articles: Collection[str] | None = None,
    layers: Collection[str] = (*STORIED, "actors", "times"),
) -> StoryClaims:
    """All that resolution needs of the claims within `scope`, or of some articles; of some `layers` alone.

    How phrases were resolved is not told.
    """
    scope = Scope(
        known_by=scope.known_by if scope else None
    )  # what is to come by `as_of` is for resolution to tell
    where, parameters = scope.on_articles()
    if articles is not None:
        where += " AND a.id IN (SELECT value FROM json_each(:articles))"
        parameters["articles"] = json.dumps(list(articles))

    def ask(columns: str, table: str, order: str) -> list[Any]:
        return record.ask(
            f"SELECT {columns} FROM articles a JOIN {table} t ON t.article = a.id "
            f"WHERE {where} ORDER BY {BY_ARTICLE}, {order}",
            parameters,
        )

    told: dict[str, tuple[Any, ...]] = {}
    with record.snapshot():
        rulings = find_rulings(record)
        for layer, noun in STORIED.items():
            if layer in layers:
                rows = ask(select(noun, resolved=False), LAYERS[noun].table, "t.start, t.end, t.id")
                claims = (claim_of(noun, row) for row in rows)
                told[layer] = tuple(
                    filter(None, (rulings.apply(c) for c in claims)) if rulings.changes else claims
                )
        if "actors" in layers:
            told["actors"] = tuple(
                (article, rulings.actor(Actor(name=name, kind=kind, side=side, roles=from_list(roles))))
                for article, name, kind, side, roles in ask(
                    "t.article, t.name, t.kind, t.side, t.roles", "article_actors", "t.rowid"
                )
            )
        if "times" in layers:
            told["times"] = tuple(
                (article, Time(span=Span(start, end), type=kind, value=value, edtf=edtf, rule=rule))
                for article, start, end, kind, value, edtf, rule in ask(
                    "t.article, t.start, t.end, t.type, t.value, t.edtf, t.rule", "times", "t.nth"
                )
            )
    return StoryClaims(
        **told,
        same=rulings.same,
        apart=rulings.apart,
        statuses=rulings.statuses,
        accepted=rulings.accepted,
    )


def _article_columns(text: bool) -> str:
    return "a.id, a.name, a.outlet, a.agency, a.published, a.title, a.digest, a.url, " + (
        "a.text" if text else "''"
    )


def _sourced(row: Any) -> Sourced:
    article_id, name, outlet, agency, published, title, digest, url, text = row
    return Sourced(
        article_id=article_id,
        name=name,
        outlet=outlet,
        agency=from_list(agency),
        published=published,
        title=title,
        digest=digest,
        text=text,
        url=url,
    )
