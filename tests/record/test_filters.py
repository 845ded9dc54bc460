"""The first lines of a view: the same as all of them cut short, and found without reading the others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.record.samples import TEXT, sample

from dragoman.model.claims import Claim
from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.positions import Position
from dragoman.model.statements import Statement
from dragoman.record import (
    Record,
    Scope,
    find_articles,
    find_claims,
    find_evidence,
    find_marks,
    find_passages,
    open_record,
    search_statements,
    write_article,
    write_judgement,
)

NOUNS: tuple[type[Claim], ...] = (Statement, Event, MeetingReport, Position)
SCOPES = (
    Scope(),
    Scope(actor="moen"),
    Scope(actor="érythrie"),
    Scope(actor="nobody"),
    Scope(since="2021-03-10"),
    Scope(until="2021-03-08", actor="moen"),
    Scope(since="2021-03-08", until="2021-03-12"),
    Scope(as_of="2021-03-09"),
    Scope(known_by="2021-03-09"),
)


@pytest.fixture(scope="module")
def record_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("record") / "r.db"
    with open_record(file, write=True) as record:
        for n in range(24):
            day = (dt.date(2021, 3, 1) + dt.timedelta(days=n * 7 % 20)).isoformat()
            document, claims = sample(f"d{n}", None if n == 5 else day, text=f"{TEXT} Dépêche {n}.")
            if n % 4 == 0:
                claims = [replace(c, speaker="Kari Berg") if isinstance(c, Statement) else c for c in claims]
            write_article(record, document, claims)
    return file


@pytest.mark.parametrize("few", [0, 20_000], ids=["in order", "by key"])
@pytest.mark.parametrize("scope", SCOPES, ids=str)
def test_a_page_is_a_piece_of_the_whole(
    record_file: Path, scope: Scope, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.record.filters.FEW", few)
    with open_record(record_file) as record:
        assert find_articles(record, scope, first=2, most=5) == find_articles(record, scope)[2:7]
        for noun in NOUNS:
            whole = find_claims(record, noun, scope)
            for first, most in ((0, 4), (3, 5), (20, 10)):
                assert find_claims(record, noun, scope, first=first, most=most) == whole[first : first + most]
        whole = find_claims(record, Statement, scope, speaker="berg")
        assert find_claims(record, Statement, scope, speaker="berg", most=3) == whole[:3]


def test_a_page_is_full_though_some_claims_were_rejected(record_file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "r.db"
    copy.write_bytes(record_file.read_bytes())
    with open_record(copy, write=True) as record:
        for told in find_claims(record, Statement)[1:6]:
            write_judgement(record, kind="reject", about=told.claim.id, value="", why="", who="A")
        write_judgement(record, kind="rename", about="Kari Berg", value="Kari Holm", why="", who="A")
        for scope in (Scope(), Scope(actor="holm")):
            assert find_claims(record, Statement, scope, most=4) == find_claims(record, Statement, scope)[:4]


def asked(record: Record, view: Callable[[Record], object], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The plans of all that a view asks the record."""
    questions: list[tuple[str, Any]] = []
    ask = Record.ask

    def listen(self: Record, question: str, parameters: Any = ()) -> list[Any]:
        questions.append((question, parameters))
        return ask(self, question, parameters)

    with monkeypatch.context() as patched:
        patched.setattr(Record, "ask", listen)
        view(record)
    return [
        row[3]
        for question, parameters in questions
        for row in ask(record, f"EXPLAIN QUERY PLAN {question}", parameters)
    ]


FIRST: dict[str, Callable[[Record], object]] = {
    "articles": lambda r: find_articles(r, most=50),
    "articles known by": lambda r: find_articles(r, Scope(known_by="2021-03-09"), most=50),
    **{noun.layer: partial(find_claims, noun=noun, most=50) for noun in NOUNS},
    **{
        f"{noun.layer} of an actor": partial(find_claims, noun=noun, scope=Scope(actor="moen"), most=50)
        for noun in NOUNS
    },
    "statement of a speaker": lambda r: find_claims(r, Statement, speaker="moen", most=50),
    "position of a party": lambda r: find_claims(r, Position, party="érythrie", most=50),
    "event of a month": lambda r: find_claims(
        r, Event, Scope(since="2021-03-10", until="2021-03-12"), most=50
    ),
    "event as of": lambda r: find_claims(r, Event, Scope(as_of="2021-03-09"), most=50),
    "search": lambda r: search_statements(r, "troupes"),
    "evidence": lambda r: find_evidence(r, find_claims(r, Statement, most=1)[0].claim.id),
    "passages": lambda r: (find_passages(r, "a1"), find_marks(r, "a1")),
}


@pytest.mark.parametrize("few", [0, 20_000], ids=["in order", "by key"])
@pytest.mark.parametrize("name", FIRST)
def test_every_view_goes_by_an_index(
    record_file: Path, name: str, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No table is read from end to end, and nothing is put in order that an index has in order already."""
    monkeypatch.setattr("dragoman.record.filters.FEW", few)
    with open_record(record_file) as record:
        plans = asked(record, FIRST[name], monkeypatch)
    assert plans
    own = (
        "each",
        "judgements",
        "json_each",
        "statement_search",
        "(subquery",
        "(",
    )  # small, or no table of ours
    for plan in plans:
        if plan.startswith("SCAN"):
            what = plan.split()[1]
            ordered = plan.startswith("SCAN a ") and plan.endswith("INDEX articles_in_order")
            assert ordered or what.startswith(own) or "CONSTANT" in plan, plan
        if few == 0 and "actor" not in name:
            assert plan != "USE TEMP B-TREE FOR ORDER BY", plan


def test_a_month_asks_no_claim_for_its_article(record_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where nothing is told of the tables' sizes, claims that last are not sought among all of an earlier day."""
    month = Scope(since="2021-03", until="2021-03")
    with open_record(record_file) as record:
        plans = asked(record, lambda r: find_claims(r, Event, month, most=5), monkeypatch)
    for index in ("claims_by_day", "claims_that_last"):
        assert any(f"claims USING COVERING INDEX {index} (layer=? AND day_from" in plan for plan in plans), (
            plans
        )
