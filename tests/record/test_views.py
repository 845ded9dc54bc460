from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.record.samples import TEXT, sample

from dragoman.model.claims import Claim
from dragoman.model.errors import DateError, UsageError
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
    open_record,
    story_claims,
    write_article,
)

DAYS = {"un": "2021-03-05", "deux": "2021-03-20", "trois": "2021-04", "sans": None}


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "r.db", write=True) as opened:
        for name, day in DAYS.items():
            write_article(opened, *sample(name, day))
        yield opened


def names(record: Record, scope: Scope, noun: type[Claim] = Event) -> list[str]:
    return [t.article.name for t in find_claims(record, noun, scope)]


def test_claims_come_by_day_the_undated_last(record: Record) -> None:
    assert names(record, Scope()) == ["un", "deux", "trois", "sans"]


@pytest.mark.parametrize(
    ("day", "known"),
    [
        ("2021-03-04", []),
        ("2021-03", ["un", "deux"]),
        ("2021-04-15", ["un", "deux"]),
        ("2021", list(DAYS)[:3]),
    ],
)
def test_known_by_keeps_what_was_surely_published(record: Record, day: str, known: list[str]) -> None:
    assert names(record, Scope(known_by=day)) == known
    assert [a.name for a in find_articles(record, Scope(known_by=day))] == known
    assert len(story_claims(record, Scope(known_by=day)).events) == len(known)


def test_as_of_keeps_facts_up_to_a_day(record: Record) -> None:
    # the meeting of 12 March counts as a fact from the day it is announced, or from its own day
    assert names(record, Scope(as_of="2021-03-10"), MeetingReport) == ["un"]
    assert names(record, Scope(as_of="2021-03-12"), MeetingReport) == ["un", "deux", "trois", "sans"]
    assert names(record, Scope(as_of="2021-03-12"), Event) == ["un"]


def test_since_and_until_keep_what_may_lie_between(record: Record) -> None:
    assert names(record, Scope(since="2021-03-10", until="2021-04-02")) == ["deux", "trois"]
    assert names(record, Scope(since="2021-03-12", until="2021-03-12"), MeetingReport) == list(DAYS)


def test_an_actor_is_asked_for_by_part_of_the_name(record: Record) -> None:
    assert len(names(record, Scope(actor="moen"), Statement)) == 4
    assert len(names(record, Scope(actor="erythrie"), Event)) == 4
    assert len(names(record, Scope(actor="ntb"), Statement)) == 4
    assert len(names(record, Scope(actor="onu"), Position)) == 4
    assert names(record, Scope(actor="Danemark"), Event) == []


def test_fields_keep_what_has_that_value(record: Record) -> None:
    assert len(find_claims(record, Statement, speaker="kari", kind="mixed")) == 4
    assert find_claims(record, Statement, speaker="kari", kind="direct") == []
    assert len(find_claims(record, Position, party="Erythrie", issue="verification", stance=None)) == 4
    with pytest.raises(UsageError, match="no field"):
        find_claims(record, Position, colour="red")


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(DateError):
        Scope(as_of="demain")


@pytest.mark.parametrize("noun", [Statement, Event, MeetingReport, Position])
def test_evidence_is_the_claim_in_its_sentence(record: Record, noun: type[Claim]) -> None:
    told = find_claims(record, noun)[0]
    evidence = find_evidence(record, told.claim.id)
    assert evidence is not None
    assert evidence.claim == told.claim
    assert evidence.article.text == TEXT
    sentence = evidence.sentence.of(TEXT)
    assert evidence.surface in sentence
    assert sentence.endswith(".")
    assert sentence.count(".") == 1


def test_an_unknown_claim_has_no_evidence(record: Record) -> None:
    assert find_evidence(record, "e000") is None


def test_story_claims_have_the_actors_of_each_article(record: Record) -> None:
    claims = story_claims(record, Scope(known_by="2021-03-05"))
    assert [a.name for _, a in claims.actors] == ["Kari Moen", "Érythrie"]
    assert claims.actors[0][1].roles == ("ministre",)


def test_resolution_gets_the_times_too(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", write=True) as record:
        document, claims = sample()
        write_article(record, document, claims)
        assert story_claims(record).times == tuple((document.article.id, t) for t in document.times)
