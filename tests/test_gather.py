from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.samples import sample

from dragoman.gather import refresh_story, tell_story
from dragoman.model.claims import Claim
from dragoman.model.edtf import by_then
from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.positions import Position
from dragoman.model.statements import Statement
from dragoman.record import (
    Record,
    Scope,
    find_articles,
    find_claims,
    is_story_stale,
    open_record,
    read_story,
    write_article,
)
from dragoman.show.briefs import make_brief
from dragoman.show.chronologies import make_chronology

NOUNS: tuple[type[Claim], ...] = (Statement, Event, MeetingReport, Position)
DAYS = (None, "2021-03-05", "2021-03-20", "2021-03", "2021-04-02/2021-04-04", "2021-05-01?", "2021")
STATUSES = ("proposed", "planned", "held", "cancelled", "postponed")
STANCES = ("refusal", "offer", "concession")

# one article: its day, the status that it gives to the meeting, the stand that it reports
articles = st.tuples(st.sampled_from(DAYS), st.sampled_from(STATUSES), st.sampled_from(STANCES))
Telling = tuple[str | None, str, str]


@contextmanager
def record_of(told: Sequence[tuple[int, Telling]]) -> Iterator[Record]:
    with (
        tempfile.TemporaryDirectory() as folder,
        open_record(Path(folder) / "r.db", write=True) as record,
    ):
        for n, (day, status, stance) in told:
            document, claims = sample(f"article{n}", day)
            changed = [
                replace(c, status=status) if isinstance(c, MeetingReport)
                else replace(c, stance=stance) if isinstance(c, Position)
                else c
                for c in claims
            ]  # fmt: skip
            write_article(record, document, changed)
        yield record


def views(record: Record, as_of: str | None, known_by: str | None) -> dict[str, Any]:
    """All that a user can see of a record."""
    scope = Scope(as_of=as_of, known_by=known_by)
    story = tell_story(record, as_of=as_of, known_by=known_by)
    return {
        "articles": find_articles(record, scope, text=True),
        "claims": [find_claims(record, noun, scope) for noun in NOUNS],
        "story": story,
        "brief": make_brief(record, scope),
        "chronology": make_chronology(find_claims(record, Event, scope), story.meetings),
    }


@settings(deadline=None, max_examples=40)
@given(
    st.lists(articles, max_size=6),
    st.sampled_from(("2021-03-05", "2021-03", "2021-04-03", "2021-12")),
    st.sampled_from((None, "2021-03-10", "2021-04")),
)
def test_known_by_is_the_record_of_what_was_published_by_then(
    told: list[Telling], known_by: str, as_of: str | None
) -> None:
    everything = list(enumerate(told))
    early = [(n, telling) for n, telling in everything if by_then(telling[0], known_by)]
    with record_of(everything) as all_of_it, record_of(early) as part:
        assert views(all_of_it, as_of, known_by) == views(part, as_of, None) | {
            "brief": make_brief(part, Scope(as_of=as_of, known_by=known_by))
        }


@settings(deadline=None, max_examples=20)
@given(st.lists(articles, max_size=5), st.randoms())
def test_the_order_of_reading_does_not_matter(told: list[Telling], chance: Any) -> None:
    everything = list(enumerate(told))
    shuffled = list(everything)
    chance.shuffle(shuffled)
    with record_of(everything) as one, record_of(shuffled) as other:
        assert views(one, None, None) == views(other, None, None)


def test_the_story_is_written_where_it_is_stale() -> None:
    with record_of([(1, DAYS_HELD), (2, DAYS_PLANNED)]) as record:
        assert is_story_stale(record)
        refresh_story(record)
        assert not is_story_stale(record)
        db = record.connection
        story = tell_story(record)
        assert db.execute("SELECT count(*) FROM meetings").fetchone()[0] == len(story.meetings) == 1
        assert db.execute("SELECT status FROM meetings").fetchone()[0] == "held"
        assert db.execute("SELECT count(*) FROM meeting_life").fetchone()[0] == 2
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        write_article(record, *sample("another", "2021-03-25"))
        assert is_story_stale(record)


@settings(deadline=None, max_examples=30)
@given(st.lists(articles, max_size=6))
def test_the_story_comes_back_as_it_was_told(told: list[Telling]) -> None:
    with record_of(list(enumerate(told))) as record:
        computed = tell_story(record)
        refresh_story(record)
        assert read_story(record) == computed == tell_story(record)


DAYS_PLANNED: Telling = ("2021-03-05", "planned", "refusal")
DAYS_HELD: Telling = ("2021-03-20", "held", "offer")
