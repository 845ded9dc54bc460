from __future__ import annotations

import re

import pytest
from tests.resolve.told import Coverage

from dragoman.lexicon import load_yaml
from dragoman.model.spans import Span
from dragoman.resolve.wordings import Wordings

BOTH = ("Anna Kovar", "Milan Sotek")


def test_all_against_part_is_a_dispute_of_scope() -> None:
    c = Coverage()
    c.article(
        "a1",
        "2030-05-03",
        "Anna Kovar affirme que la Bordurie exigeait le retrait de toutes les troupes. "
        "La Bordurie répond qu'elle n'a demandé qu'un retrait partiel des troupes.",
    )
    c.statement("la Bordurie exigeait le retrait de toutes les troupes", "Anna Kovar")
    c.event("exigeait", "REQUEST", ("Bordurie",), according_to="Anna Kovar")
    c.statement("elle n'a demandé qu'un retrait partiel des troupes", "Bordurie")
    c.event("a demandé", "REQUEST", ("Bordurie",), according_to="Bordurie")
    (dispute,) = c.story().disputes
    assert dispute.kind == "scope"
    assert {v.party for v in dispute.versions} == {"Ruritanie", "Bordurie"}


def test_one_side_that_says_both_is_no_dispute() -> None:
    c = Coverage()
    c.article(
        "a1",
        "2030-05-03",
        "Ils voulaient toutes les troupes dehors. Ils voulaient un retrait partiel des troupes.",
    )
    c.statement("Ils voulaient toutes les troupes dehors", "Anna Kovar")
    c.event("voulaient toutes", "REQUEST", ("Bordurie",))
    c.statement("Ils voulaient un retrait partiel des troupes", "Ruritanie")
    c.event("voulaient un", "REQUEST", ("Bordurie",))
    assert c.story().disputes == ()


def test_success_for_one_failure_for_the_press() -> None:
    c = Coverage()
    c.article(
        "a1",
        "2030-05-03",
        "Le sommet de Klow a tourné court. Le sommet de Klow fut une réussite, dit Milan Sotek.",
    )
    c.statement("Le sommet de Klow fut une réussite", "Milan Sotek")
    text = c.articles[-1].text
    mentions = tuple(Span(i, i + 14) for i in (3, text.index("sommet", 10)))
    c.meeting("sommet de Klow", "held", BOTH, date="2030-05-02", place="Klow", mentions=mentions)
    (dispute,) = c.story().disputes
    assert dispute.kind == "outcome"
    assert [v.party for v in dispute.versions] == [None, "Bordurie"]


def test_a_denied_charge_is_a_dispute_of_occurrence() -> None:
    c = Coverage()
    c.article(
        "a1",
        "2030-05-03",
        "Anna Kovar dit que la Bordurie a franchi la frontière orientale avec ses blindés. "
        "Milan Sotek dément que ses blindés aient franchi la frontière orientale.",
    )
    c.statement("la Bordurie a franchi la frontière orientale avec ses blindés", "Anna Kovar")
    c.statement(
        "ses blindés aient franchi la frontière orientale", "Milan Sotek", negative=True, cue_class="deny"
    )
    (dispute,) = c.story().disputes
    assert dispute.kind == "occurrence"


def test_an_unanswered_charge_is_none() -> None:
    c = Coverage()
    c.article("a1", "2030-05-03", "Anna Kovar dit que la Bordurie a franchi la frontière.")
    c.statement("la Bordurie a franchi la frontière", "Anna Kovar")
    assert c.story().disputes == ()


def test_two_figures_for_one_thing() -> None:
    c = Coverage()
    c.article(
        "a1",
        "2030-05-03",
        "La Ruritanie affirme avoir libéré 120 prisonniers capturés au printemps. "
        "La Bordurie affirme que 45 prisonniers capturés au printemps ont été libérés.",
    )
    c.statement("avoir libéré 120 prisonniers capturés au printemps", "Ruritanie")
    c.statement("45 prisonniers capturés au printemps ont été libérés", "Bordurie")
    (dispute,) = c.story().disputes
    assert dispute.kind == "figure"


@pytest.mark.parametrize(
    ("idea", "entry"),
    [(idea, e) for idea, entries in load_yaml("fr/wordings")["patterns"].items() for e in entries],
)
def test_every_wording_finds_its_example(idea: str, entry: dict[str, str]) -> None:
    assert re.search(entry["pattern"], entry["example"], re.IGNORECASE)
    assert Wordings.load().find(idea, entry["example"])
