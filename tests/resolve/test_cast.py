from __future__ import annotations

from dragoman.model.actors import Actor
from dragoman.resolve.cast import Cast, fold


def test_spellings_of_one_name_are_one_actor() -> None:
    cast = Cast(
        [
            ("a1", Actor(name="Ivo Jan-Per", kind="person", side="Bordurie")),
            ("a2", Actor(name="Ivo Jan Per", kind="person")),
            ("a3", Actor(name="Ivo Jan-Per", kind="person")),
        ]
    )
    assert cast.name("Ivo Jan Per") == "Ivo Jan-Per"
    assert cast.actors()[0].aliases == ("Ivo Jan Per",)
    assert cast.actors()[0].articles == ("a1", "a2", "a3")


def test_a_surname_joins_its_only_bearer() -> None:
    cast = Cast([("a1", Actor(name="Anna Kovar", kind="person")), ("a2", Actor(name="Kovar", kind="person"))])
    assert cast.name("Kovar") == "Anna Kovar"


def test_a_surname_that_two_bear_stays_apart() -> None:
    people = ["Anna Kovar", "Josef Kovar", "Kovar"]
    cast = Cast([(f"a{n}", Actor(name=name, kind="person")) for n, name in enumerate(people)])
    assert cast.name("Kovar") == "Kovar"


def test_sides() -> None:
    cast = Cast(
        [
            ("a1", Actor(name="Anna Kovar", kind="person", side="Ruritanie")),
            ("a1", Actor(name="Ruritanie", kind="state")),
            ("a1", Actor(name="Paul Alone", kind="person")),
        ]
    )
    assert cast.side("Anna Kovar") == cast.side("Ruritanie") == "Ruritanie"
    assert cast.side("Paul Alone") == "Paul Alone"
    assert cast.side(None) is None


def test_fold() -> None:
    assert fold("L'Élysée") == "l elysee"
