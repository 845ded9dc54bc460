from __future__ import annotations

from pathlib import Path

from tests.record.samples import sample

from dragoman.gather import tell_story
from dragoman.model.events import Event
from dragoman.record import find_claims, open_record, write_article
from dragoman.show.chronologies import MEETING, make_chronology


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
