from __future__ import annotations

from tests.resolve.told import Coverage

BOTH = ("Anna Kovar", "Milan Sotek")


def coverage() -> Coverage:
    c = Coverage()
    c.article("a1", "2030-01-10", "Anna Kovar espère un sommet avec Milan Sotek au printemps.")
    c.meeting("sommet", "proposed", BOTH, date="2030-03/2030-05")
    c.article("a2", "2030-04-20", "Le sommet de Klow aura lieu les 2 et 3 mai.")
    c.meeting("sommet de Klow", "planned", BOTH, date="2030-05-02/2030-05-03", place="Klow")
    c.article("a3", "2030-05-03", "Le sommet de Klow s'est achevé ; le déjeuner a été annulé.")
    c.meeting("sommet de Klow", "held", BOTH, date="2030-05-02/2030-05-03", place="Klow")
    c.meeting("déjeuner", "cancelled", BOTH, date="2030-05-03")
    c.article("a4", "2030-06-01", "Un mois après Klow, les deux dirigeants envisagent un nouveau sommet.")
    c.meeting("nouveau sommet", "proposed", BOTH)
    return c


def test_a_meeting_is_one_object_with_a_life() -> None:
    story = coverage().story()
    summit = next(m for m in story.meetings if m.place == "Klow")
    assert [(p.on, p.status) for p in summit.life] == [
        ("2030-01-10", "proposed"),
        ("2030-04-20", "planned"),
        ("2030-05-03", "held"),
    ]
    assert summit.status == "held"
    assert summit.date == "2030-05-02/2030-05-03"
    assert summit.sources == 3


def test_a_lunch_is_a_part_of_its_summit_with_a_status_of_its_own() -> None:
    story = coverage().story()
    summit = next(m for m in story.meetings if m.place == "Klow")
    lunch = next(m for m in story.meetings if m.label == "déjeuner")
    assert lunch.part_of == summit.id
    assert lunch.status == "cancelled"


def test_what_is_still_to_come_is_not_what_was_held() -> None:
    story = coverage().story()
    assert [m.status for m in story.meetings if m.label == "nouveau sommet"] == ["proposed"]


def test_two_places_are_two_meetings() -> None:
    c = Coverage()
    c.article("a1", "2030-05-03", "Ils se sont vus à Klow puis à Szohôd.")
    c.meeting("Klow", "held", BOTH, date="2030-05", place="Klow")
    c.meeting("Szohôd", "held", BOTH, date="2030-05", place="Szohôd")
    assert len(c.story().meetings) == 2


def test_the_order_of_reading_plays_no_part() -> None:
    assert coverage().story() == coverage().story(reverse=True)
