from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.record.samples import sample
from tests.show.conftest import Ask

from dragoman.gather import refresh_story, tell_story
from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.record import Scope, find_claims, open_record, write_article
from dragoman.show.chronologies import MEETING, make_chronology
from dragoman.show.selections import select


def test_two_articles_of_one_day_tell_one_act(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", write=True) as record:
        for name, day in (
            ("un", "2021-03-05"),
            ("deux", "2021-03-05"),
            ("trois", "2021-03-07"),
            ("sans", None),
        ):
            write_article(record, *sample(name, day))
        told = find_claims(record, Event)
        entries = make_chronology(told, tell_story(record).meetings)
    acts = [(e.day, e.tellings) for e in entries if e.type != MEETING]
    assert acts == [("2021-03-05", 2), ("2021-03-07", 1), (None, 1)]
    assert [e.day for e in entries if e.type == MEETING] == ["2021-03-12"]
    assert entries[0].id == entries[0].claims[0]
    assert sum(len(e.claims) for e in entries if e.type != MEETING) == len(told)


@pytest.fixture
def unsure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record of whose one meeting nobody is sure."""
    file = tmp_path / "unsure.db"
    document, claims = sample()
    claims = [replace(c, confidence=0.1) if isinstance(c, MeetingReport) else c for c in claims]
    with open_record(file, write=True) as record:
        write_article(record, document, claims)
        refresh_story(record)
    monkeypatch.setenv("DRAGOMAN_RECORD", str(file))
    return file


def test_an_unsure_meeting_is_there_for_who_asks_for_all(ask: Ask, unsure: Path) -> None:
    assert all(row["type"] != MEETING for row in json.loads(ask("chronology", "--json").out))
    assert [row["type"] for row in json.loads(ask("chronology", "--all", "--json").out)].count(MEETING) == 1
    assert "--all" in ask("chronology").err
    assert "--all" not in ask("chronology", "--all").err
    assert "--all" not in ask("chronology", "--type", "REQUEST").err
    with open_record(unsure) as record:
        held = select(record, Scope())
    assert [e.type for e in held.full_chronology if e not in held.chronology] == [MEETING]
