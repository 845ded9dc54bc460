"""Who is meant without a name: the same source, pronouns, the regime, heads of states, places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.lexicon import load_rows
from dragoman.lexicon.origins import fits_state
from dragoman.lexicon.phrases import load_class
from dragoman.lexicon.sides import load_sides
from dragoman.model.actors import Mention
from dragoman.model.documents import Document

Annotate = Callable[..., Document]


def mention_at(document: Document, phrase: str) -> Mention:
    """The first mention that begins inside the phrase."""
    at = document.text.index(phrase)
    return next(m for m in document.mentions if at <= m.span.start < at + len(phrase))


@pytest.mark.parametrize(
    ("text", "phrase", "actor"),
    [
        ("L'agence Xinhua annonce un accord. Il sera signé, dit la même source.", "la même source", "Xinhua"),
        (
            "Selon un diplomate norvégien, la trêve tient. Le même diplomate évoque une visite.",
            "Le même diplomate",
            "diplomate norvégien",
        ),
        (
            "Selon une source proche du dossier, tout est prêt. Cette source se tait sur la date.",
            "Cette source",
            "source proche du dossier",
        ),
        (
            "Après son retour dans l'hôtel de Nairobi où il logeait, le président suédois Erik Lind a parlé.",
            "il logeait",
            "Erik Lind",
        ),
        ("Dans sa lettre, la chancelière Helga Moser demande un délai.", "sa lettre", "Helga Moser"),
        (
            "« Rien n'est signé », a déclaré la négociatrice Clara Vidal. L'accord avec Eva Lind reste "
            "possible. « Nous verrons », a-t-elle ajouté.",
            "-t-elle",
            "Clara Vidal",
        ),
        (
            "Caracas a menacé ses voisins. Après les sanctions décrétées par Bogota, le régime reclus a fermé "
            "la frontière.",
            "le régime reclus",
            "Venezuela",
        ),
        (
            "La Suède a demandé l'arrêt des ventes vers le Tchad, un rapport suédois affirmant que ce pays "
            "a dépassé ses quotas.",
            "ce pays",
            "Tchad",
        ),
        (
            "Le sommet a réuni Nguyen Van Hai et Anders Lindqvist. Le dirigeant vietnamien a parlé.",
            "Le dirigeant vietnamien",
            "Nguyen Van Hai",
        ),
        (
            "Séoul a protesté. La Corée du Sud attend. Les autorités du Sud exigent des excuses.",
            "Les autorités du Sud",
            "Corée du Sud",
        ),
    ],
)
def test_who_is_meant(annotate_text: Annotate, text: str, phrase: str, actor: str) -> None:
    assert mention_at(annotate_text(text), phrase).actors == (actor,)


def test_the_states_of_one_name_are_two(annotate_text: Annotate) -> None:
    d = annotate_text("Lima s'inquiète. Les deux Corées ont signé un accord.")
    assert mention_at(d, "Les deux Corées").actors == ("Corée du Nord", "Corée du Sud")


def test_a_group_does_not_take_the_full_name_behind_it(annotate_text: Annotate) -> None:
    d = annotate_text(
        "Le ministre avait présenté à la presse Anne Durand, une cadre. Le camp Durand se tait."
    )
    assert mention_at(d, "la presse").actors == ("presse",)
    assert mention_at(d, "Le camp Durand").actors == ("camp Durand",)


def test_the_first_and_the_second_are_the_two_of_the_sentence_before(annotate_text: Annotate) -> None:
    d = annotate_text(
        "Erik Lind et Paul Duval se sont vus. Le premier a promis de retirer ses troupes ; le second a refusé."
    )
    assert mention_at(d, "Le premier").actors == ("Erik Lind",)
    assert mention_at(d, "le second").actors == ("Paul Duval",)
    d = annotate_text("Erik Lind a vu Paul Duval. Le premier à partir fut le roi.")
    assert not any(m.span.of(d.text) == "Le premier" for m in d.mentions)


def test_a_verb_that_the_tagger_takes_for_a_participle_is_not_of_the_name(annotate_text: Annotate) -> None:
    d = annotate_text("L'opposition crie au scandale et dénonce un déni.")
    assert mention_at(d, "L'opposition").actors == ("opposition",)


def test_who_is_named_beside_is_somebody_else(annotate_text: Annotate) -> None:
    d = annotate_text(
        "Erik Lind quitte la table. L'eurodéputé vert a critiqué Paul Duval. « C'est trop », a-t-il dit."
    )
    assert mention_at(d, "L'eurodéputé").actors == ("Erik Lind",)
    assert mention_at(d, "-t-il").actors == ("Erik Lind",)


def test_an_inverted_pronoun_repeats_its_subject(annotate_text: Annotate) -> None:
    d = annotate_text("Le président Paul Duval attend Erik Lind. La ministre Clara Vidal signera-t-elle ?")
    assert mention_at(d, "-t-elle").actors == ("Clara Vidal",)


def test_the_head_of_a_firm_leads_no_state(annotate_text: Annotate) -> None:
    d = annotate_text("Le président Paul Mbeki est venu. Le dirigeant d'un cabinet de conseil a ri.")
    assert mention_at(d, "Le dirigeant").actors != ("Paul Mbeki",)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("La rencontre aura lieu à Port Tarvik lundi.", "Port Tarvik"),
        ("La ministre Kaja Tamm a quitté Tarvik (sud de la Norvège).", "Tarvik"),
        ("L'engagement de Singapour n'a pas été tenu.", "Singapour"),
        ("La déclaration signée à Singapour tient.", "Singapour"),
        ("La délégation loge à l'hôtel Bristol.", "Bristol"),
    ],
)
def test_a_place_is_one_place(annotate_text: Annotate, text: str, phrase: str) -> None:
    d = annotate_text(text)
    found = [m for m in d.mentions if m.span.of(d.text) == phrase]
    assert [m.place for m in found] == [True]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A Lima, la foule attend.", "A"),
        ("Le pays sort de la Guerre froide.", "Guerre"),
        ("Le ministre a passé le Nouvel An à Oslo.", "Nouvel An"),
        ("Empoisonné, Paul Duval a survécu.", "Empoisonné"),
        ("Le pétrole est une source de revenus.", "une source"),
    ],
)
def test_no_actor(annotate_text: Annotate, text: str, words: str) -> None:
    d = annotate_text(text)
    assert not [m for m in d.mentions if m.span.of(d.text).startswith(words) and m.actors and not m.place]


def test_names_point_to_states() -> None:
    assert fits_state(("nguyen", "van", "hai"), "Vietnam") == 1
    assert fits_state(("oleg", "baranov"), "Russie") == 1
    assert fits_state(("kim", "chol"), "États-Unis") == -1
    assert fits_state(("xyz",), "Chili") == 0


def test_the_table_of_names_knows_its_states() -> None:
    told = {state for row in load_rows("name_origins") for state in row["states"].split("|")}
    assert told <= set(load_sides())


@pytest.mark.parametrize(
    ("text", "phrase", "actor"),
    [
        (
            "Un conseiller politique du général Duval, Hugo Blanc, a protesté.",
            "Un conseiller",
            "Hugo Blanc",
        ),
        (
            "Le chef de la mission, l'ancien président chilien Paul Ruiz, a signé.",
            "Le chef de la mission",
            "Paul Ruiz",
        ),
        ("« Non », a tranché leur rapporteur, le libéral belge Guy Morin.", "leur rapporteur", "Guy Morin"),
        ("« Non », a dit l'un de ses députés, Marc Blanc.", "un de ses députés", "Marc Blanc"),
    ],
)
def test_a_name_put_after_an_office_is_its_holders(
    annotate_text: Annotate, text: str, phrase: str, actor: str
) -> None:
    assert mention_at(annotate_text(text), phrase).actors == (actor,)


@pytest.mark.parametrize(
    ("text", "phrase", "other"),
    [
        (
            "Le président, la ministre des Finances Eva Lind et Paul Duval ont signé.",
            "Le président",
            "Eva Lind",
        ),
        ("« Non », a dit la porte-parole, le député belge Guy Morin.", "la porte-parole", "Guy Morin"),
    ],
)
def test_who_comes_next_in_a_list_or_is_of_another_gender_is_somebody_else(
    annotate_text: Annotate, text: str, phrase: str, other: str
) -> None:
    assert other not in mention_at(annotate_text(text), phrase).actors


@pytest.mark.parametrize(
    ("text", "phrase", "actor"),
    [
        ("Un ancien négociateur belge a démenti.", "Un ancien", "ancien négociateur belge"),
        ("Un porte-parole du ministre Paul Duval a démenti.", "Un porte", "porte-parole de Paul Duval"),
        ("L'opposition reproche au gouvernement sa lenteur.", "L'opposition", "opposition"),
        ("« Non », a écrit un député de la majorité sur Twitter.", "un député", "député de la majorité"),
    ],
)
def test_the_description_of_the_nameless(annotate_text: Annotate, text: str, phrase: str, actor: str) -> None:
    assert mention_at(annotate_text(text), phrase).actors == (actor,)


@pytest.mark.parametrize("where", sorted(load_class("fr/determiners", "aired")))
def test_where_it_is_said_is_no_part_of_who_says_it(annotate_text: Annotate, where: str) -> None:
    d = annotate_text(f"« Non », a dit un député de la majorité sur {where}.")
    assert mention_at(d, "un député").actors == ("député de la majorité",)


def test_a_title_announces_whom_the_article_brings_in(annotate_text: Annotate) -> None:
    d = annotate_text("Un sénateur chilien proteste\n\nPaul Ruiz, sénateur de Lota, a publié une image.")
    assert mention_at(d, "Un sénateur").actors == ("Paul Ruiz",)


def test_who_is_said_to_become_president_is_the_president(annotate_text: Annotate) -> None:
    d = annotate_text(
        "Walter Duran et Petr Novak se sont vus dimanche à Klow, où M. Duran est devenu le premier président chilien à "
        "venir. L'équipe chilienne suivra Janos Kiss. « Ce n'est pas un but », a ajouté le président chilien."
    )
    assert mention_at(d, "le président chilien").actors == ("Walter Duran",)


def test_the_head_of_a_state_may_be_named_in_what_is_reported(annotate_text: Annotate) -> None:
    d = annotate_text(
        "Donald Foster et Petr Novak se reverront en mai, a annoncé vendredi le gouvernement à l'issue d'un entretien "
        "entre le président américain et Janos Kiss. Mike Lewis avait été reçu le matin."
    )
    assert mention_at(d, "le président américain").actors == ("Donald Foster",)


def test_the_president_alone_is_the_one_who_was_called_so(annotate_text: Annotate) -> None:
    d = annotate_text(
        "Donald Foster et Kim Sung-ho se sont quittés jeudi. « Il faut partir », a dit le président américain. Aucun "
        "sommet n'est prévu, a reconnu le président. Le dirigeant nord-coréen s'est tu."
    )
    assert mention_at(d, "le président. Le").actors == ("Donald Foster",)
    assert mention_at(d, "Le dirigeant").actors == ("Kim Sung-ho",)


def test_an_envoy_to_a_body_is_not_of_the_body(annotate_text: Annotate) -> None:
    d = annotate_text("Berne proteste. Son ambassadeur à l'ONU Urs Keller a rejeté ces accusations.")
    assert d.actors["Urs Keller"].side != "ONU"
    d = annotate_text("L'émissaire de l'ONU au Soudan, Urs Keller, a rejeté ces accusations.")
    assert d.actors["Urs Keller"].side == "ONU"
