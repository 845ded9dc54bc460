from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest
from tests.record.samples import sample

from dragoman.gather import refresh_story, tell_story
from dragoman.model.errors import UsageError
from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.positions import Position
from dragoman.model.statements import Statement
from dragoman.record import (
    Scope,
    find_claims,
    find_judgements,
    find_rulings,
    import_judgements,
    is_story_stale,
    open_record,
    undo_judgement,
    write_article,
    write_judgement,
)
from dragoman.record.records import Record


@pytest.fixture
def record(tmp_path: Path) -> Record:
    opened = open_record(tmp_path / "r.db", write=True)
    write_article(opened, *sample())
    refresh_story(opened)
    return opened


def test_a_rejected_entry_is_gone_until_undone(record: Record) -> None:
    (told,) = find_claims(record, Event)
    number = write_judgement(record, kind="reject", about=told.claim.id, who="ana", why="no act")
    assert find_claims(record, Event) == []
    assert is_story_stale(record)
    undo_judgement(record, number, "boris")
    assert find_claims(record, Event) == [told]
    (row,) = find_judgements(record)
    assert (row.who, row.why, row.undone_by) == ("ana", "no act", "boris")
    assert find_judgements(record, standing=True) == []


def test_a_judgement_survives_a_new_reading(record: Record) -> None:
    (told,) = find_claims(record, Statement)
    write_judgement(record, kind="speaker", about=told.claim.id, value="Ola Berg", who="ana")
    write_article(record, *sample())
    assert [t.claim.speaker for t in find_claims(record, Statement)] == ["Ola Berg"]
    assert len(find_claims(record, Statement, speaker="berg")) == 1
    assert find_claims(record, Statement, speaker="moen") == []
    assert len(find_claims(record, Statement, Scope(actor="berg"))) == 1


def test_an_actor_is_renamed_everywhere(record: Record) -> None:
    write_judgement(record, kind="rename", about="Érythrie", value="Érythrée", who="ana")
    (event,), (position,) = find_claims(record, Event), find_claims(record, Position)
    assert event.claim.actors == ("Érythrée",)
    assert (position.claim.party, position.claim.by) == ("Érythrée", "Érythrée")
    story = tell_story(record)
    assert "Érythrie" not in {a.name for a in story.actors}
    assert "Érythrée" in story.meetings[0].participants


def test_renamings_that_turn_in_a_circle_end(record: Record) -> None:
    write_judgement(record, kind="rename", about="Érythrie", value="Norvège", who="ana")
    write_judgement(record, kind="rename", about="Norvège", value="Érythrie", who="ana")
    assert find_claims(record, Event)


def test_of_two_judgements_the_last_wins(record: Record) -> None:
    (told,) = find_claims(record, Event)
    write_judgement(record, kind="reject", about=told.claim.id, who="ana")
    write_judgement(record, kind="accept", about=told.claim.id, who="boris")
    assert find_claims(record, Event) == [told]
    write_judgement(record, kind="reject", about=told.claim.id, who="boris")
    assert find_claims(record, Event) == []
    assert [j.kind for j in find_judgements(record, standing=True)] == ["reject", "reject"]


def test_what_cannot_be_judged_is_told(record: Record) -> None:
    with pytest.raises(UsageError, match="no such kind"):
        write_judgement(record, kind="burn", about="x", who="ana")
    with pytest.raises(UsageError, match="needs the right name"):
        write_judgement(record, kind="rename", about="Norvège", value=" ", who="ana")
    with pytest.raises(UsageError, match="none that stands"):
        undo_judgement(record, 7, "ana")


def test_of_same_apart_and_unsure_one_stands(record: Record) -> None:
    write_judgement(record, kind="same", about="m2", value="m1", who="ana")
    assert find_rulings(record).same == (("m1", "m2"),)
    write_judgement(record, kind="apart", about="m1", value="m2", who="ana")
    write_judgement(record, kind="same", about="m1", value="m3", who="ana")
    assert find_rulings(record).same == (("m1", "m3"),)
    assert find_rulings(record).apart == (("m1", "m2"),)
    write_judgement(record, kind="unsure", about="m2", value="m1", who="ana")
    assert find_rulings(record).apart == ()


def test_a_status_is_one_that_a_meeting_has(record: Record) -> None:
    with pytest.raises(UsageError):
        write_judgement(record, kind="status", about="m1", value="eaten", who="ana")
    write_judgement(record, kind="status", about="m1", value="held", who="ana")
    assert find_rulings(record).statuses == (("m1", "held"),)


def test_notes_pile_up_and_change_nothing(record: Record) -> None:
    for why in ("one", "two"):
        write_judgement(record, kind="note", about="m1", why=why, who="ana")
    assert [j.why for j in find_judgements(record, standing=True)] == ["two", "one"]
    assert not is_story_stale(record)


def test_judgements_are_taken_over_once(record: Record, tmp_path: Path) -> None:
    write_judgement(record, kind="rename", about="Érythrie", value="Érythrée", who="ana", why="so called")
    undo_judgement(record, write_judgement(record, kind="note", about="m1", why="?", who="ana"), "boris")
    told = [asdict(j) for j in find_judgements(record)]
    with open_record(tmp_path / "other.db", write=True) as other:
        write_article(other, *sample())
        assert import_judgements(other, told) == 2
        assert import_judgements(other, told) == 0
        assert [asdict(j) for j in find_judgements(other)] == told
        assert find_claims(other, Event)[0].claim.actors == ("Érythrée",)
        with pytest.raises(UsageError):
            import_judgements(other, [{"kind": "eat"}])


def test_a_meeting_that_a_person_found_right_is_sure(record: Record) -> None:
    (report,) = find_claims(record, MeetingReport)
    write_judgement(record, kind="accept", about=report.claim.id, who="ana")
    assert is_story_stale(record)
    assert find_rulings(record).accepted == (report.claim.id,)
    assert [m.sure for m in tell_story(record).meetings] == [True]


def test_that_another_entry_is_right_leaves_the_story_as_it_is(record: Record) -> None:
    (told,) = find_claims(record, Event)
    write_judgement(record, kind="accept", about=told.claim.id, who="ana")
    assert not is_story_stale(record)
    write_judgement(record, kind="reject", about=told.claim.id, who="ana")
    refresh_story(record)
    write_judgement(record, kind="accept", about=told.claim.id, who="boris")
    assert is_story_stale(record)
