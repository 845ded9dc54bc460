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


def people(*names: str, sides: dict[str, str] | None = None) -> Cast:
    told = sides or {}
    return Cast([(f"a{n}", Actor(name=x, kind="person", side=told.get(x))) for n, x in enumerate(names)])


def test_transliterations_of_one_name_are_one_actor() -> None:
    for a, b in (
        ("Abdallah Karim", "Abdullah Karim"),
        ("Ivan Poutine", "Ivan Putin"),
        ("Oleg Zelenski", "Oleg Zelensky"),
        ("Mohamed Sissi", "Mohammed Sisi"),
        ("Jon Yong-chol", "Jon Yong Tchol"),
    ):
        assert people(a, b).name(b) == people(a, b).name(a), (a, b)


def test_names_that_only_look_alike_stay_apart() -> None:
    for a, b in (
        ("Jon Rok Un", "Jon Rok Il"),
        ("Anna Kovar", "Anna Kovir Lem"),
        ("Paul Maron", "Jean Maron"),
    ):
        assert people(a, b).name(b) == b
    apart = people(
        "Abdallah Karim",
        "Abdullah Karim",
        sides={"Abdallah Karim": "Ruritanie", "Abdullah Karim": "Bordurie"},
    )
    assert apart.name("Abdullah Karim") == "Abdullah Karim"


def test_a_title_before_the_name_is_no_other_actor() -> None:
    cast = people("chef de l'État Anna Kovar", "Anna Kovar")
    assert cast.name("chef de l'État Anna Kovar") == "Anna Kovar"
    assert len(cast.actors()) == 1


def test_those_who_are_told_by_a_name_are_not_the_one_who_bears_it() -> None:
    for others in ("alliés d'Anna Kovar", "prédécesseurs de Anna Kovar", "avocat du Paul Maron"):
        assert people(others, "Anna Kovar", "Paul Maron").name(others) == others
