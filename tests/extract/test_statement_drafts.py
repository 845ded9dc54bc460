"""Each content below is among the drafts, whatever the weights choose of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.extract.statements.candidates import find_drafts
from dragoman.extract.statements.drafts import Draft
from dragoman.extract.statements.quoted import _is_conditional
from dragoman.extract.statements.spoken import open_story
from dragoman.extract.statements.tails import is_tail
from dragoman.extract.statements.voices import find_options
from dragoman.model.documents import Document

Annotate = Callable[..., Document]


def drafts(annotate_text: Annotate, text: str) -> list[Draft]:
    return find_drafts(annotate_text(text, published="2021-03-10"))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("La Norvège presse ses voisins de rouvrir le port.", "rouvrir le port"),
        ("Tripoli, de son côté, compte reprendre la main sur les ports.", "reprendre la main sur les ports"),
        ("Le Mali promet, si la trêve tient, de rouvrir le port.", "rouvrir le port"),
        (
            "La Norvège plaide pour que le port soit rouvert avant l'été.",
            "le port soit rouvert avant l'été",
        ),
        ("Le Mali s'est engagé à ce que le port soit rouvert.", "le port soit rouvert"),
        ("Le ministre a demandé si le port serait rouvert.", "le port serait rouvert"),
        ("Le ministre a demandé comment le port serait rouvert.", "comment le port serait rouvert"),
        ("Oslo redoute des « pannes » cet hiver.", "des « pannes » cet hiver"),
        ("Le Japon estime la question réglée par le traité.", "la question réglée par le traité"),
        ("Le député s'est quant à lui déclaré prêt à voter le texte.", "prêt à voter le texte"),
        ("Ses proches affirment ne pas l'avoir revu depuis.", "ne pas l'avoir revu depuis"),
        ("Trop tard, a répondu le ministre norvégien.", "Trop tard"),
        ("Il défend un accord qui, dit-il, rouvrira le port.", "rouvrira le port"),
        (
            "Selon un marin qui l'a croisé au port, le ministre voyageait seul.",
            "le ministre voyageait seul",
        ),
        (
            "Pour Ola Berg, chercheur à l'université de Bergen, le port restera fermé.",
            "le port restera fermé",
        ),
        ("À ses yeux, le port restera fermé.", "le port restera fermé"),
        ("Un comité conjoint superviserait la vente du port.", "Un comité conjoint superviserait la vente du port"),
        ("Une rançon aurait été versée, ce que nie la Norvège.", "Une rançon aurait été versée"),
        (
            "La Norvège a appelé le Mali à rouvrir le port lors d'un entretien à Bergen.",
            "rouvrir le port",
        ),
    ],
)  # fmt: skip
def test_the_content_is_among_the_drafts(annotate_text: Annotate, text: str, content: str) -> None:
    assert content in [d.span.of(text) for d in drafts(annotate_text, text)]


def test_an_incise_inside_the_marks_parts_the_quotation(annotate_text: Annotate) -> None:
    text = "« Le port restera fermé, a dit le ministre Ola Berg. Nous verrons cet été. »"
    found = {d.span.of(text): d.source for d in drafts(annotate_text, text)}
    assert found["Le port restera fermé"] == "incise"
    assert found["Nous verrons cet été"] == "carry"


@pytest.mark.parametrize(
    ("form", "lemma", "told"),
    [("rouvrirait", "rouvrir", True), ("montrait", "montrer", False), ("offraient", "offrir", False)],
)
def test_a_conditional_is_known_by_its_form(form: str, lemma: str, told: bool) -> None:
    assert _is_conditional(form, lemma) is told


def test_a_tail_is_known_by_its_first_words() -> None:
    assert is_tail(["en", "marge", "du", "sommet"], 0)
    assert not is_tail(["en", "marche"], 0)


def test_whoever_accuses_may_be_left_unsaid(annotate_text: Annotate) -> None:
    document = annotate_text("Ola Berg est accusé d'avoir vendu le port.", published="2021-03-10")
    (draft,) = [d for d in find_drafts(document) if d.frame == "inf"]
    assert None in [o.name for o in find_options(open_story(document), draft, {})]


def test_a_possessive_in_the_preposition_speaks(annotate_text: Annotate) -> None:
    text = "Le ministre Ola Berg est parti. À ses yeux, le port restera fermé."
    document = annotate_text(text, published="2021-03-10")
    draft = next(d for d in find_drafts(document) if d.frame == "preposition")
    options = find_options(open_story(document), draft, {})
    assert "Ola Berg" in [o.name for o in options if "who" in o.signs]
