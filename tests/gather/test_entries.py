"""What of a story told again is written, and what stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dragoman.gather.entries import rewrite_entries
from dragoman.model.meetings import Meeting
from dragoman.model.stories import Story
from dragoman.record import open_record, read_story
from dragoman.record.packing import pack_story

SUMMIT = Meeting(
    id="m1", label="sommet d'Oslo", kind="summit", participants=("Kari Moen",), date="2021-03-12", place="Oslo",
    status="planned", life=(), reports=(),
)  # fmt: skip
MEAL = replace(SUMMIT, id="m2", label="dîner", kind="other", part_of="m1")
TOAST = replace(SUMMIT, id="m3", label="toast", kind="other", part_of="m2")
OTHER = replace(SUMMIT, id="m4", label="sommet de Bergen", place="Bergen")


def test_what_is_told_as_before_stays_and_a_meal_comes_back_with_its_summit(tmp_path: Path) -> None:
    before = pack_story(Story(meetings=(SUMMIT, MEAL, TOAST, OTHER)))
    with open_record(tmp_path / "r.db", write=True) as record:
        rewrite_entries(record, (), (), before)
        rows = dict(record.ask("SELECT id, rowid FROM meetings"))
        now = Story(meetings=(replace(SUMMIT, status="held"), MEAL, TOAST, OTHER))
        rewrite_entries(record, before, before, pack_story(now))
        assert set(read_story(record).meetings) == set(now.meetings)
        assert dict(record.ask("SELECT id, rowid FROM meetings"))["m4"] == rows["m4"]


def test_what_rested_on_an_article_that_was_read_again_is_written_anew(tmp_path: Path) -> None:
    before = pack_story(Story(meetings=(SUMMIT,)))
    with open_record(tmp_path / "r.db", write=True) as record:
        rewrite_entries(record, before, (), before)
        assert read_story(record).meetings == (SUMMIT,)
