"""A story that grows: whatever comes when, it is the one that all of its articles tell at once."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.samples import TEXT, sample, span

from dragoman.gather import refresh_story, tell_story
from dragoman.model.actors import Actor
from dragoman.model.claims import Claim
from dragoman.model.documents import Document
from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.positions import Position
from dragoman.model.statements import Statement
from dragoman.model.times import Time
from dragoman.record import (
    Record,
    Scope,
    find_articles,
    open_record,
    read_story,
    story_claims,
    write_article,
    write_judgement,
)
from dragoman.resolve import resolve_story

DAYS = (None, "2021-03-05", "2021-03-06", "2021-03-20", "2021-03", "2021-05-02", "2022-06-01")
PEOPLE = ("Kari Moen", "Moen", "Ola Moen", "Kari Møen", "Per Dal")
STATUSES = ("proposed", "planned", "held", "cancelled", "postponed")
STANCES = ("refusal", "offer", "concession")
ACTS = ("REQUEST", "CONSULT", "AGREE", "RETREAT")
PLACES = ("Oslo", "Bergen", None)

# What a text tells of a measure, an agreement and a channel; three copies of it are one dispatch.
LEDGERS = (
    "Les sanctions imposées par Washington contre l'Iran ont été levées.",
    "Les sanctions imposées par Washington contre l'Iran restent en vigueur, la déclaration de Singapour est caduque.",
    "Pyongyang a coupé la ligne directe avec Séoul, la déclaration de Singapour a été signée.",
)

# one article: its day, who speaks, the meeting's status and place, the stand, the act and whether it is to come
Telling = tuple[str | None, str, str, str | None, str, str, bool, int]
tellings = st.tuples(
    st.sampled_from(DAYS), st.sampled_from(PEOPLE), st.sampled_from(STATUSES), st.sampled_from(PLACES),
    st.sampled_from(STANCES), st.sampled_from(ACTS), st.booleans(), st.integers(0, 2),
)  # fmt: skip


def article(n: int, told: Telling) -> tuple[Document, list[Claim]]:
    day, who, status, place, stance, act, ahead, copy = told
    # some are copies of one text, others are texts of their own
    text = f"{TEXT} {LEDGERS[copy]}"
    if copy:
        text += f" Lu dans le journal {n}, {' '.join(f'mot{n}x{k}' for k in range(60))}."
    document, claims = sample(f"article{n}", day, text)
    vague = Time(span=span(text, "des troupes"), type="DURATION", value="PXW", edtf=None, rule="amount")
    document.times.append(vague)  # the term of what is to come
    document.actors[who] = Actor(name=who, kind="person", side="Norvège" if copy else None)
    changed: list[Claim] = []
    for c in claims:
        if isinstance(c, MeetingReport):
            c = replace(c, status=status, place=place, participants=("Érythrie", who))
        elif isinstance(c, Position):
            c = replace(
                c, stance=stance, conditional_on=c.conditional_on if ahead else None, toward=("Norvège",)
            )
        elif isinstance(c, Event):
            c = replace(c, type=act, actors=("Érythrie", who), status="planned" if ahead else "occurred",
                        date="2021-03-12" if copy == 1 else None)  # fmt: skip
        elif isinstance(c, Statement):
            c = replace(c, speaker=who, negative=ahead)
        changed.append(c)
    return document, changed


def whole(record: Record) -> Any:
    """The story of the record told from scratch, by resolution alone."""
    return resolve_story(find_articles(record, text=True), story_claims(record))


@settings(deadline=None, max_examples=40)
@given(
    st.lists(tellings, min_size=1, max_size=8),
    st.randoms(),
    st.integers(1, 4),
    st.sampled_from((*DAYS[1:], None)),
)
def test_a_record_that_grows_tells_what_it_would_tell_from_scratch(
    told: Sequence[Telling], chance: random.Random, size: int, day: str | None
) -> None:
    articles = [article(n, telling) for n, telling in enumerate(told)]
    stories = []
    for _ in range(2):
        chance.shuffle(articles)
        with tempfile.TemporaryDirectory() as place, open_record(Path(place) / "r.db", write=True) as record:
            for k in range(0, len(articles), size):
                for document, claims in articles[k : k + size]:
                    write_article(record, document, claims)
                refresh_story(record)
                assert read_story(record) == whole(record)
            document, claims = articles[0]
            write_article(record, document, claims[:2])  # read again, with less in it
            refresh_story(record)
            assert read_story(record) == whole(record)
            write_article(record, document, claims)
            refresh_story(record)
            assert record.ask("PRAGMA foreign_key_check") == []
            stories.append(read_story(record))
            if day:
                for as_of, known_by in ((day, None), (None, day), (day, day)):
                    again = tell_story(record, as_of=as_of, known_by=known_by)
                    with record.transaction() as db:
                        db.execute(
                            "UPDATE record_state SET value = 'stale'"
                        )  # so that all of it is told at once
                    assert again == tell_story(record, as_of=as_of, known_by=known_by)
                    refresh_story(record)
    assert stories[0] == stories[1]


@pytest.mark.parametrize(
    ("kind", "about", "value"),
    [("rename", "Moen", "Per Dal"), ("apart", "Kari Moen", "Moen"), ("same", "Per Dal", "Kari Moen")],
)
def test_a_judgement_is_told_like_a_reading(tmp_path: Path, kind: str, about: str, value: str) -> None:
    told: list[Telling] = [
        ("2021-03-05", "Kari Moen", "planned", "Oslo", "offer", "AGREE", True, 1),
        ("2021-03-20", "Moen", "held", "Oslo", "refusal", "AGREE", False, 2),
        ("2021-03-20", "Per Dal", "held", None, "refusal", "CONSULT", False, 0),
    ]
    with open_record(tmp_path / "r.db", write=True) as record:
        for n, telling in enumerate(told):
            write_article(record, *article(n, telling))
        refresh_story(record)
        before = read_story(record)
        write_judgement(record, kind=kind, about=about, value=value, who="ana")
        refresh_story(record)
        assert read_story(record) == whole(record) != before
        claim = next(c for c in story_claims(record).meetings)
        write_judgement(record, kind="reject", about=claim.id, who="ana")
        refresh_story(record)
        assert read_story(record) == whole(record)


def test_a_view_tells_ledgers_and_deadlocks_of_what_was_known_alone(tmp_path: Path) -> None:
    told: list[Telling] = [
        ("2021-03-05", "Kari Moen", "planned", "Oslo", "refusal", "AGREE", True, 1),
        ("2021-03-20", "Moen", "held", "Oslo", "refusal", "AGREE", True, 2),
        ("2021-05-02", "Per Dal", "held", None, "offer", "CONSULT", False, 0),
    ]
    with open_record(tmp_path / "r.db", write=True) as record:
        for n, telling in enumerate(told):
            write_article(record, *article(n, telling))
        refresh_story(record)
        known = {a.article_id: a.published for a in find_articles(record)}
        now, early = tell_story(record), tell_story(record, known_by="2021-03-05")
        assert now.measures and early.measures
        assert [(a.state, b.state) for a, b in zip(now.agreements, early.agreements, strict=True)] == [
            ("signed", "dead")
        ]
        for life in (*(m.life for m in early.measures), *(a.life for a in early.agreements)):
            assert {known[entry.article] for entry in life} == {"2021-03-05"}
            assert all(entry.on and entry.on <= "2021-03-05" for entry in life)
        assert all(arc.on == "2021-03-05" for d in early.deadlocks for arc in d.arcs)


def test_a_view_tells_what_no_longer_stood_when_the_story_was_told(tmp_path: Path) -> None:
    told: list[Telling] = [
        ("2021-03-05", "Kari Moen", "planned", "Oslo", "refusal", "AGREE", True, 1),
        ("2021-03-20", "Moen", "held", "Oslo", "offer", "AGREE", False, 2),
        ("2023-06-01", "Per Dal", "held", None, "support", "CONSULT", False, 0),
    ]
    with open_record(tmp_path / "r.db", write=True) as record:
        for n, telling in enumerate(told):
            write_article(record, *article(n, telling))
        refresh_story(record)
        assert not tell_story(record).deadlocks
        early = tell_story(record, known_by="2021-03-20")
        assert early.deadlocks
        assert early == resolve_story(
            find_articles(record, Scope(known_by="2021-03-20"), text=True),
            story_claims(record, Scope(known_by="2021-03-20")),
        )


def test_a_later_article_on_the_same_sides_lets_a_promise_lapse(tmp_path: Path) -> None:
    told: list[Telling] = [
        ("2021-03-05", "Kari Moen", "planned", "Oslo", "refusal", "AGREE", True, 0),
        ("2021-05-02", "Per Dal", "held", None, "offer", "CONSULT", False, 0),
        ("2021-05-02", "Kari Moen", "held", None, "offer", "REQUEST", False, 0),
    ]
    states = []
    with open_record(tmp_path / "r.db", write=True) as record:
        for n, telling in enumerate(told):
            document, claims = article(n, telling)
            wide = [replace(c, date="2021-03") if isinstance(c, MeetingReport) else c for c in claims]
            # the second tells of no act, the third of no meeting
            write_article(record, document, wide[: n or None])
            refresh_story(record)
            assert read_story(record) == whole(record)
            states.append({e.state for e in read_story(record).expectations if e.made_on == "2021-03-05"})
    assert states == [{"open"}, {"unknown"}, {"lapsed"}]
