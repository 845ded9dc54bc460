"""`entre X et Y`: Y is coordinated with X, whatever the parser says, and the noun keeps its verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.model.documents import Document

Annotate = Callable[[str], Document]


@pytest.mark.parametrize(
    ("text", "noun", "verb"),
    [
        ("La rencontre entre Jeanne Roux et Ali Sant s'est tenue jeudi à Lima.", "rencontre", "tenue"),
        ("Le sommet entre Jeanne Roux et Ali Sant a eu lieu à Lima.", "sommet", "eu"),
        ("Le dialogue entre Lima et Quito a échoué.", "dialogue", "échoué"),
        ("Les relations entre Lima et Quito sont exécrables.", "relations", "exécrables"),
    ],
)
def test_the_noun_is_the_subject(text: str, noun: str, verb: str, annotate_text: Annotate) -> None:
    document = annotate_text(text)
    by_text = {t.text: t for t in document.tokens}
    assert by_text[verb].i == document.head_of(by_text[noun].i).i
    assert by_text[noun].dep.startswith("nsubj")
    entre = by_text["entre"]
    one = document.head_of(entre.i)
    assert [t.text for t in document.children(one.i, "conj")] in (["Ali Sant"], ["Quito"])


def test_of_two_subjects_the_second_is_coordinated(annotate_text: Annotate) -> None:
    document = annotate_text("Le déjeuner qui devait réunir Jeanne Roux et Ali Sant a été annulé.")
    by_text = {t.text: t for t in document.tokens}
    assert document.head_of(by_text["Ali Sant"].i).text == "Jeanne Roux"
    assert document.head_of(by_text["déjeuner"].i).text == "annulé"


def test_another_coordination_is_left_alone(annotate_text: Annotate) -> None:
    document = annotate_text("Une visite est prévue entre le 3 et le 5 mai, et Quito attend.")
    quito = next(t for t in document.tokens if t.text == "Quito")
    assert document.head_of(quito.i).text == "attend"


def test_a_table_s_name_with_a_hyphen_is_one_word(annotate_text: Annotate) -> None:
    words = [
        t.text
        for t in annotate_text("Le Royaume-Uni veut le libre-échange avec l'UE-Mercosur, dis-le.").tokens
    ]
    assert {"Royaume-Uni", "libre-échange", "UE", "Mercosur", "dis", "le"} <= set(words)


@pytest.mark.parametrize(
    ("text", "first", "second", "verb"),
    [
        (
            "Jeanne Roux et Ali Sant se sont rencontrés dimanche à Lima.",
            "Jeanne Roux",
            "Ali Sant",
            "rencontrés",
        ),
        ("Lima et Quito ont conclu une trêve.", "Lima", "Quito", "conclu"),
    ],
)
def test_two_who_act_together_are_one_subject(
    text: str, first: str, second: str, verb: str, annotate_text: Annotate
) -> None:
    document = annotate_text(text)
    by_text = {t.text: t for t in document.tokens}
    assert document.head_of(by_text[first].i).text == verb
    assert by_text[first].dep.startswith("nsubj")
    assert document.head_of(by_text[second].i).text == first
    assert document.head_of(by_text[verb].i).text == verb
