"""Two named as one, links between them, and one office for each of two states."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.model.actors import Mention
from dragoman.model.documents import Document

Annotate = Callable[..., Document]


def mention_at(document: Document, phrase: str) -> Mention:
    """The first mention that begins inside the phrase."""
    at = document.text.index(phrase)
    return next(m for m in document.mentions if at <= m.span.start < at + len(phrase))


HEADS = (
    "Le président kényan Samuel Otieno a rencontré à Nairobi le président ougandais Moses Kato. "
    "La ministre kényane Grace Wanjiru était présente. "
)


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        (HEADS + "Les deux dirigeants ont ri.", "Les deux dirigeants", ("Samuel Otieno", "Moses Kato")),
        (HEADS + "Les deux chefs d'État ont ri.", "Les deux chefs", ("Samuel Otieno", "Moses Kato")),
        (
            "Les pourparlers entre Lima et Quito ont repris. Oslo s'en réjouit. Les deux capitales attendent.",
            "Les deux capitales",
            ("Pérou", "Équateur"),
        ),
        (
            "La Norvège et le Chili ont signé sur le dossier argentin. Les deux pays s'en félicitent.",
            "Les deux pays",
            ("Norvège", "Chili"),
        ),
        ("Les gouvernements kényan et ougandais ont signé.", "Les gouvernements", ("Kenya", "Ouganda")),
        ("Les présidents français et suédois ont signé.", "Les présidents", ("France", "Suède")),
    ],
)
def test_two_as_one(annotate_text: Annotate, text: str, phrase: str, actors: tuple[str, ...]) -> None:
    assert mention_at(annotate_text(text), phrase).actors == actors


def test_one_office_for_each_of_two_states(annotate_text: Annotate) -> None:
    d = annotate_text(
        "Les dirigeants péruvien et chilien se sont vus mercredi. "
        "Le président péruvien Julio Paredes a reçu à Lima le président chilien Tomas Vidal."
    )
    mention = mention_at(d, "Les dirigeants")
    assert mention.actors == ("Julio Paredes", "Tomas Vidal")
    assert mention.span.of(d.text) == "Les dirigeants péruvien et chilien"


def test_one_office_with_two_names(annotate_text: Annotate) -> None:
    d = annotate_text(
        "Les présidents Paredes et Vidal ont signé. Julio Paredes est parti, Tomas Vidal aussi."
    )
    assert mention_at(d, "Les présidents").actors == ("Julio Paredes", "Tomas Vidal")


def test_two_that_are_not_known_keep_their_words(annotate_text: Annotate) -> None:
    d = annotate_text("Anne Durand et Paul Duval se sont vus. Le quotidien cite deux responsables suédois.")
    assert "Anne Durand" not in mention_at(d, "deux responsables").actors


def test_joined_names_are_one_mention(annotate_text: Annotate) -> None:
    d = annotate_text("Samuel Otieno et Moses Kato sont venus. Le sommet Otieno-Kato a duré une heure.")
    joined = [m for m in d.mentions if m.span.of(d.text) == "Otieno-Kato"]
    assert [m.actors for m in joined] == [("Samuel Otieno", "Moses Kato")]


def test_the_two_of_whom_the_article_spoke_before_are_meant_again(annotate_text: Annotate) -> None:
    d = annotate_text(
        "Lima et Quito négocient. Les deux parties ont progressé. Le ministre péruvien parlait aux côtés de ses "
        "homologues chilien et bolivien, Tomas Vidal et Julio Paredes. Les deux camps se reverront mardi."
    )
    assert mention_at(d, "Les deux camps").actors == ("Pérou", "Équateur")


@pytest.mark.parametrize("text", ["La rencontre des deux Corées a plu.", "Les deux Corées se parlent."])
def test_two_states_of_one_name(annotate_text: Annotate, text: str) -> None:
    actors = {m.actors for m in annotate_text(text).mentions}
    assert actors == {("Corée du Nord", "Corée du Sud")}
