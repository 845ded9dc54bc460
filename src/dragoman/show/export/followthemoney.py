"""FollowTheMoney entities, one JSON object a line, as Aleph, OpenAleph and nomenklatura load them.

Donald Trump → Person; Corée du Nord → PublicBody; a summit → Event with those involved; a tie → UnknownLink.
"""

from __future__ import annotations

import hashlib
import json

from dragoman.model.edtf import Day, bounds
from dragoman.model.stories import ResolvedActor
from dragoman.show.export.tables import source_of_meeting
from dragoman.show.messages import word_for
from dragoman.show.networks import MEETS, make_ties
from dragoman.show.selections import Selection, Source

SCHEMAS = {"person": "Person", "official": "Person", "state": "PublicBody", "media": "Organization"}
OTHERS = "Organization"  # organisations, armed groups, groups
Properties = dict[str, list[str]]


def write(selection: Selection, table: str | None = None) -> bytes:  # noqa: ARG001
    """Articles, actors, meetings and ties; every id is the same on each export."""
    lines = [*_articles(selection), *_actors(selection), *_meetings(selection), *_ties(selection)]
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines).encode()


def _entity(name: str, schema: str, properties: Properties) -> dict[str, object]:
    told = {key: [v for v in values if v] for key, values in properties.items()}
    return {"id": name, "schema": schema, "properties": {k: v for k, v in told.items() if v}}


def _id(kind: str, *parts: str) -> str:
    return f"dragoman-{kind}-" + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _articles(selection: Selection) -> list[dict[str, object]]:
    return [
        _entity(
            f"dragoman-{a.article_id}",
            "Article",
            {
                "title": [a.title or a.name],
                "fileName": [a.name],
                "publisher": [a.outlet or ""],
                "publishedAt": [_day(a.published)],
                "sourceUrl": [_address(a.url)],
                "bodyText": [a.text],
                "language": ["fra"],
            },
        )
        for a in selection.articles
    ]


def _actors(selection: Selection) -> list[dict[str, object]]:
    out = []
    known = {a.name: a for a in selection.actors}
    for name, kind in selection.cast.items():
        a = known.get(name) or ResolvedActor(name=name, kind=kind)
        schema = SCHEMAS.get(kind, OTHERS)
        roles = {"position": list(a.roles)} if schema == "Person" else {}
        out.append(
            _entity(
                _id("actor", a.name),
                schema,
                {"name": [a.name], "alias": list(a.aliases), "description": [a.side or ""], **roles},
            )
        )
    return out


def _meetings(selection: Selection) -> list[dict[str, object]]:
    out = []
    for m in selection.meetings:
        source = source_of_meeting(selection, m)
        out.append(
            _entity(
                f"dragoman-{m.id}",
                "Event",
                {
                    "name": [m.label],
                    "location": [m.place or ""],
                    "summary": [word_for("status", m.status)],
                    "involved": [_id("actor", p) for p in m.participants],
                    **_days(m.date),
                    **_proof(source),
                },
            )
        )
    return out


def _ties(selection: Selection) -> list[dict[str, object]]:
    return [
        _entity(
            _id("tie", t.source, t.target, t.kind),
            "UnknownLink",
            {
                "subject": [_id("actor", t.source)],
                "object": [_id("actor", t.target)],
                "role": [word_for("type", t.kind)],
                "startDate": [t.first or ""],
                "endDate": [t.last or ""],
                **_proof(selection.source_of(t.claims[0])),
            },
        )
        for t in make_ties(selection)
        if t.kind != MEETS
    ]


def _proof(source: Source | None) -> Properties:
    if source is None:
        return {}
    return {
        "description": [source.sentence],
        "sourceUrl": [_address(source.url)],
        "publisher": [source.article.outlet or ""],
        "proof": [f"dragoman-{source.article.article_id}"],
    }


def _address(url: str | None) -> str:
    return url if url and url.startswith(("http://", "https://")) else ""


def _day(edtf: str | None) -> str:
    """FollowTheMoney knows days, months and years; of an interval it gets the first day."""
    return _days(edtf)["startDate"][0]


def _days(edtf: str | None) -> Properties:
    first, last = bounds(edtf) if edtf else (Day.min, Day.max)
    return {
        "startDate": [first.isoformat() if first > Day.min else ""],
        "endDate": [last.isoformat() if last < Day.max else ""],
    }
