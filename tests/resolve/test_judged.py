from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.resolve.told import Coverage

from dragoman.model.actors import Actor
from dragoman.model.stories import Story, StoryClaims
from dragoman.resolve import resolve_story
from dragoman.resolve.cast import Cast

BOTH = ("Anna Kovar", "Milan Sotek")


def coverage() -> Coverage:
    c = Coverage()
    c.article("a1", "2030-03-01", "Un sommet aura lieu à Klow.")
    c.meeting("sommet", "planned", BOTH, date="2030-05-02", place="Klow")
    c.article("a2", "2030-05-03", "Le sommet de Klow s'est tenu.")
    c.meeting("sommet de Klow", "held", BOTH, date="2030-05-02", place="Klow")
    c.article("a3", "2030-08-01", "Ils se sont vus à Szohôd.")
    c.meeting("se sont vus", "held", BOTH, date="2030-07-30", place="Szohôd")
    return c


def judged(c: Coverage, **told: Any) -> Story:
    claims = StoryClaims(meetings=tuple(c.claims["meetings"]), actors=tuple(c.actors))
    return resolve_story(c.articles, replace(claims, **told))


def test_what_a_person_judged_to_be_one_is_one() -> None:
    c = coverage()
    first, _, third = (r.id for r in c.claims["meetings"])
    assert len(judged(c).meetings) == 2
    assert len(judged(c, same=((first, third),)).meetings) == 1
    assert len(judged(c, same=((third, first),)).meetings) == 1


def test_what_a_person_judged_to_be_two_is_two() -> None:
    c = coverage()
    first, second, _ = (r.id for r in c.claims["meetings"])
    assert len(judged(c, apart=((first, second),)).meetings) == 3


def test_a_status_that_a_person_gave_stands() -> None:
    c = coverage()
    second = c.claims["meetings"][1].id
    summit = next(m for m in judged(c, statuses=((second, "cancelled"),)).meetings if m.place == "Klow")
    assert summit.status == "cancelled"
    assert [p.status for p in summit.life] == ["planned", "held"]


def test_actors_are_one_or_two_as_judged() -> None:
    names = ("Anna Kovar", "Kovar", "Anne Kovarova")
    told = [(f"a{n}", Actor(name=name, kind="person")) for n, name in enumerate(names)]
    assert Cast(told).name("Kovar") == "Anna Kovar"
    assert Cast(told, apart=[("Anna Kovar", "Kovar")]).name("Kovar") == "Kovar"
    one = Cast(told, same=[("Anne Kovarova", "Anna Kovar")])
    assert one.name("Anne Kovarova") == one.name("Kovar") == one.name("Anna Kovar")


def visit_and_talks() -> tuple[Coverage, list[str]]:
    """A visit of which one article tells, and talks of which two do, each with somebody whom it alone names."""
    c = Coverage()
    c.person("Ivo Marek")
    c.person("Petra Holm")
    c.article("a1", "2030-06-12", "Kovar et un responsable bordure négocieront.")
    c.meeting("négocieront", "planned", ("Anna Kovar", "Ivo Marek"), kind="talks", confidence=0.2)
    c.article("a2", "2030-07-08", "Kovar est allée à Klow. Les entretiens avec Marek ont duré deux jours.")
    c.meeting(
        "est allée à Klow", "held", ("Anna Kovar", "Petra Holm"),
        kind="visit", place="Klow", host="Petra Holm",
    )  # fmt: skip
    c.meeting("entretiens", "held", ("Anna Kovar", "Ivo Marek"), kind="talks", date="2030-07-06/2030-07-07")
    return c, [r.id for r in c.claims["meetings"]]


def test_two_sure_meetings_judged_to_be_one_are_sure_and_keep_whoever_was_there() -> None:
    c, (_, visit, talks) = visit_and_talks()
    assert [m.sure for m in judged(c).meetings] == [True, True]
    for pair in ((visit, talks), (talks, visit)):
        (one,) = judged(c, same=(pair,)).meetings
        assert one.sure
        assert set(one.participants) == {"Anna Kovar", "Ivo Marek", "Petra Holm"}
        assert (one.place, one.date, one.status) == ("Klow", "2030-07-06/2030-07-07", "held")


def test_whole_meetings_are_joined_whichever_report_is_named() -> None:
    c, (first, visit, _) = visit_and_talks()
    (one,) = judged(c, same=((first, visit),)).meetings
    assert len(one.reports) == 3
    assert one.id == judged(c).meetings[0].id


def test_what_a_person_judged_is_shown_though_no_report_is_sure() -> None:
    c = coverage()
    c.claims["meetings"] = [replace(r, confidence=0.1) for r in c.claims["meetings"]]
    first, second, third = (r.id for r in c.claims["meetings"])
    assert not any(m.sure for m in judged(c).meetings)
    assert [m.sure for m in judged(c, same=((first, third),)).meetings] == [True]
    assert [m.sure for m in judged(c, accepted=frozenset({second})).meetings] == [True, False]
    assert [m.sure for m in judged(c, statuses=((second, "cancelled"),)).meetings] == [True, False]
    assert [m.sure for m in judged(c, apart=((first, second),)).meetings] == [True, True, False]


def test_what_is_one_with_another_is_apart_from_what_that_is_apart_from() -> None:
    c = coverage()
    first, second, third = (r.id for r in c.claims["meetings"])
    found = judged(c, same=((second, third),), apart=((first, third),)).meetings
    assert sorted(len(m.reports) for m in found) == [1, 2]
