"""Sentences: where they end, and where they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.blocks import find_blocks
from dragoman.annotate.quotes import find_quotes
from dragoman.annotate.sentences import find_sentences
from dragoman.lexicon import load_yaml


def sentences(text: str) -> list[str]:
    blocks = find_blocks(text)
    return [s.of(text) for s, _ in find_sentences(text, blocks, find_quotes(text, blocks))]


@pytest.mark.parametrize(
    "text",
    [
        "M. Arnaud et Mme. Roux ont vu le Dr. Petit et J.-P. Morel à St. Gallen.",
        "La résolution n°. 12 et l'art. 5 datent du 3 janv. 2021 selon R. I. Morel.",
        "Il y a 1.200 soldats et 3.5 millions d'euros, soit 12. juillet ou 2.5 %.",
        "Elle regrette « Un départ ! Quel dommage » sans rien ajouter.",
        '"Nous partons." a-t-elle dit.',
        '"Pourquoi partir ?", a demandé la ministre.',
        "La Pologne, les Baltes, etc. ont signé.",
        "Le plan (voir chap. IV. Annexe) est prêt.",
        "Il accuse le... Parlement de Bergame.",
        "« C'est bien (...) pour nous tous », dit-elle.",
    ],
)
def test_one_sentence(text: str) -> None:
    if "Quel dommage" in text:  # two sentences inside, each keeps its side of the marks
        assert sentences(text) == ["Elle regrette « Un départ !", "Quel dommage » sans rien ajouter."]
    else:
        assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("La séance est levée. Elle reprendra lundi.", 2),
        ("La séance piétine à nouveau.Les ministres sont partis.Elle reprendra.", 3),
        ("Elle a dit « non ». La séance est levée.", 2),
        ("« Nous partons. » La séance est levée.", 2),
        ('Elle dit : "Nous partons. Nous ne reviendrons pas", avant de sortir. Rien de plus.', 3),
        ('"Nous partons"."Adieu", dit-elle.', 2),
        ("Elle part en 2019. Il reste.", 2),
        ("La Pologne, les Baltes, etc. Tous ont signé.", 2),
        ("Elle hésite… Puis elle signe.", 2),
        ("Le siège de l'O.N.U. Il est vide.", 2),
        ("Partir ? Jamais ! Elle reste.", 3),
        ("Nous voulons (...) La paix est possible.", 2),
    ],
)
def test_count(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_the_incise_goes_with_the_last_words() -> None:
    text = "« Nous partons. Nous ne reviendrons pas », a dit la ministre à Genève."
    assert sentences(text) == ["« Nous partons.", "Nous ne reviendrons pas », a dit la ministre à Genève."]


def test_blocks_always_break() -> None:
    assert len(sentences("Genève : la reprise\n\nLa ministre est arrivée\n\nUn silence\n\nElle attend.")) == 4


@pytest.mark.parametrize("entry", load_yaml("fr/abbreviations")["before_name"], ids=lambda e: e["form"])
def test_abbreviations_before_a_name(entry: dict[str, str]) -> None:
    assert sentences(entry["example"]) == [entry["example"]]


@pytest.mark.parametrize("entry", load_yaml("fr/abbreviations")["may_end"], ids=lambda e: e["form"])
def test_abbreviations_that_may_end(entry: dict[str, str]) -> None:
    assert len(sentences(entry["example"])) == (2 if entry["form"] == "etc" else 1)


@given(st.text(max_size=300) | st.text(alphabet='aA.!? "«»()M\n1,…', max_size=200))
def test_sentences_are_ordered_stripped_and_inside_their_block(text: str) -> None:
    blocks = find_blocks(text)
    end = 0
    for span, block in find_sentences(text, blocks, find_quotes(text, blocks)):
        assert end <= span.start < span.end and blocks[block].span.holds(span)
        assert span.of(text) == span.of(text).strip()
        end = span.end
