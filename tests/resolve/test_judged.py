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
