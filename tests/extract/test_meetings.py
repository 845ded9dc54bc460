"""Meetings of one article: what counts as one, what is one and the same, and how it stands at the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.extract.meetings import find_meetings
from dragoman.extract.meetings.objects import gather
from dragoman.extract.meetings.parties import party_features
from dragoman.extract.meetings.reports import status_of
from dragoman.extract.meetings.tellings import find_tellings
from dragoman.extract.meetings.words import names, words
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document
from dragoman.model.meetings import MEETING_KINDS, MEETING_STATUSES, MeetingReport

Annotate = Callable[..., Document]
NOUNS = load_yaml("fr/meeting_nouns")
VERBS = load_yaml("fr/meeting_verbs")
NAMES = load_yaml("fr/meeting_names")
STATUSES = load_yaml("fr/meeting_statuses")
GRAMMAR = load_yaml("fr/meeting_grammar")


def meetings(annotate: Annotate, text: str, published: str = "2019-03-05") -> list[MeetingReport]:
    return find_meetings(annotate(text, published=published), [], [])


@pytest.mark.parametrize("entry", [*NOUNS, *VERBS, *NAMES], ids=lambda e: e.get("lemma") or e.get("form"))
def test_each_word_is_found_in_its_example(entry: dict[str, Any], annotate_text: Annotate) -> None:
    assert entry.get("kind") in MEETING_KINDS
    found = find_tellings(annotate_text(entry["example"], published="2019-03-05"))
    told = {t.lemma for t in found}
    if "form" in entry:
        assert any(t.how == "name" for t in found) or names().search(entry["example"])
    elif entry.get("sure") != 0 or "with" in entry or "of" in entry:
        assert entry["lemma"] in told or entry["kind"] in {t.kind for t in found}


@pytest.mark.parametrize("status", list(STATUSES))
def test_each_status_is_told_by_its_example(status: str, annotate_text: Annotate) -> None:
    assert status in MEETING_STATUSES
    found = find_tellings(annotate_text(STATUSES[status]["example"], published="2019-03-05"))
    assert status in {t.status for t in found}


@pytest.mark.parametrize("kind", list(GRAMMAR))
def test_each_class_of_words_has_its_example(kind: str, annotate_text: Annotate) -> None:
    found = find_tellings(annotate_text(GRAMMAR[kind]["example"], published="2019-03-05"))
    assert bool(found) == (kind != "foreign")
    if kind != "foreign":
        assert words(kind)


def test_a_meeting_told_twice_is_one(annotate_text: Annotate) -> None:
    text = "Le sommet entre Moscou et Kiev s'est tenu mardi à Genève.\n\nLe sommet a duré deux heures."
    found = meetings(annotate_text, text)
    assert [m.kind for m in found] == ["summit"]
    assert len(found[0].mentions) == 2
    assert (found[0].start, found[0].end) == tuple(found[0].mentions[0])


def test_two_days_are_two_meetings(annotate_text: Annotate) -> None:
    text = (
        "Le sommet du 12 juin 2018 à Singapour entre Moscou et Kiev a été bref. "
        "Le sommet du 27 février 2019 à Hanoï entre Moscou et Kiev a échoué."
    )
    document = annotate_text(text, published="2019-03-05")
    assert len(gather(document, find_tellings(document))) == 2


def test_the_last_outright_word_wins(annotate_text: Annotate) -> None:
    text = (
        "Le sommet entre Moscou et Kiev était prévu mardi à Genève.\n\n"
        "Le sommet entre Moscou et Kiev a finalement été annulé."
    )
    assert [m.status for m in meetings(annotate_text, text)] == ["cancelled"]


def test_who_called_it_off_and_how_it_ended(annotate_text: Annotate) -> None:
    text = "Moscou a annulé le sommet avec Kiev prévu mardi à Genève."
    assert [m.cancelled_by for m in meetings(annotate_text, text)] == ["Russie"]
    text = "Le sommet entre Moscou et Kiev s'est achevé mardi à Genève sans accord."
    assert [m.outcome for m in meetings(annotate_text, text)] == ["sans accord"]


def test_a_press_conference_is_none(annotate_text: Annotate) -> None:
    assert not meetings(annotate_text, "Le ministre a parlé lors d'une conférence de presse à Genève.")


def test_an_interview_and_free_trade_are_none(annotate_text: Annotate) -> None:
    text = "Il l'a dit dans un entretien accordé à un quotidien. Le traité de libre-échange a été ratifié."
    assert not meetings(annotate_text, text)


def test_a_summit_to_come_is_planned(annotate_text: Annotate) -> None:
    found = meetings(annotate_text, "Un sommet entre Moscou et Kiev est prévu en mai 2019 à Genève.")
    assert [m.status for m in found] == ["planned"]
    assert found[0].place == "Genève"


@pytest.mark.parametrize("text", ["", "\n\n", "sommet", "🙂 Le sommet \u200b du G7…", "Sommet " * 300])
def test_odd_texts_do_no_harm(text: str, annotate_text: Annotate) -> None:
    for m in meetings(annotate_text, text):
        assert all(0 <= s.start < s.end <= len(text) for s in m.mentions)


MEMBERS = [*load_yaml("fr/meeting_members")["adjectives"], *load_yaml("fr/half_demonyms")]


@pytest.mark.parametrize("entry", MEMBERS, ids=lambda e: e["form"])
def test_each_adjective_of_members_names_them(entry: dict[str, Any], annotate_text: Annotate) -> None:
    found = find_tellings(annotate_text(entry["example"], published="2019-03-05"))
    wanted = set(entry.get("members") or [entry["member"]])
    assert any(wanted <= set(t.participants) for t in found)


def test_who_carries_a_meeting_takes_part(annotate_text: Annotate) -> None:
    text = "L'Otan, inquiète de ces manœuvres, tiendra vendredi une réunion d'urgence à Bruxelles."
    assert meetings(annotate_text, text)[0].participants == ("OTAN",)


def test_who_is_met_far_behind_the_noun_takes_part(annotate_text: Annotate) -> None:
    text = "Angela Merkel a eu lundi un entretien téléphonique avec Boris Johnson."
    assert set(meetings(annotate_text, text)[0].participants) == {"Angela Merkel", "Boris Johnson"}


def test_what_there_is_not_is_no_meeting(annotate_text: Annotate) -> None:
    assert not meetings(annotate_text, "Aucun troisième sommet entre Moscou et Kiev n'est prévu.")


def test_a_day_that_is_counted_from_a_meeting_is_not_its_own(annotate_text: Annotate) -> None:
    text = "Au lendemain de l'échec du sommet de Genève entre Moscou et Kiev, le ministre a parlé jeudi."
    assert meetings(annotate_text, text)[0].date is None


def test_the_day_of_what_is_said_is_not_the_meeting_s(annotate_text: Annotate) -> None:
    text = "Le Caire a demandé mardi la suspension des pourparlers avec Addis-Abeba."
    assert all(m.date is None for m in meetings(annotate_text, text))


def test_a_question_calls_nothing_off(annotate_text: Annotate) -> None:
    text = "Le sommet entre Moscou et Kiev prévu samedi à Genève sera-t-il annulé ?"
    assert meetings(annotate_text, text)[0].status == "planned"


def test_who_is_asked_to_do_something_else_is_not_invited(annotate_text: Annotate) -> None:
    text = "À Séoul, le porte-parole a invité les journalistes à ne pas y voir une rupture."
    assert not meetings(annotate_text, text)


def test_a_relative_clause_tells_when_and_where(annotate_text: Annotate) -> None:
    text = "Le sommet entre Moscou et Kiev qui se tient samedi à Genève s'annonce tendu."
    found = meetings(annotate_text, text)[0]
    assert (found.date, found.place) == ("2019-03-09", "Genève")


def test_who_was_not_received_met_nobody(annotate_text: Annotate) -> None:
    assert not meetings(annotate_text, "Le ministre Igor Ivanov n'a pas été reçu par Anna Kovar à Genève.")


def test_what_calls_off_outweighs_what_was_planned(annotate_text: Annotate) -> None:
    text = "Le déjeuner qui devait réunir Donald Trump et Kim Jong-un a été annulé."
    assert meetings(annotate_text, text)[0].status == "cancelled"


def test_who_invites_is_the_host(annotate_text: Annotate) -> None:
    text = "Kim Jong-un a invité Vladimir Poutine en Corée du Nord."
    assert meetings(annotate_text, text)[0].host == "Kim Jong-un"


def test_a_place_that_something_else_is_in_is_not_the_meeting_s(annotate_text: Annotate) -> None:
    text = "L'inquiétude monte en Ruritanie deux ans après un sommet entre Donald Trump et Kim Jong-un."
    assert all(m.place is None for m in meetings(annotate_text, text))


def test_who_goes_from_a_place_visits_the_other(annotate_text: Annotate) -> None:
    document = annotate_text(
        "Le ministre Paul Duval s'est rendu lundi de Tomsk, en Sibérie, à Moscou en avion."
    )
    assert [m.place for m in find_meetings(document, [], [])] == ["Moscou"]


def test_two_places_told_of_one_meeting_leave_it_without(annotate_text: Annotate) -> None:
    text = "Le sommet de Genève entre Moscou et Kiev a échoué mardi.\n\nLe sommet de Vienne a échoué."
    assert all(m.place is None or len(m.mentions) == 1 for m in meetings(annotate_text, text))


def test_what_is_told_in_full_is_surer(annotate_text: Annotate) -> None:
    full = meetings(annotate_text, "Le sommet entre Moscou et Kiev s'est tenu mardi à Genève.")[0]
    bare = meetings(annotate_text, "Des discussions pourraient reprendre, selon les ministres de Moscou.")
    assert all(m.confidence < full.confidence for m in bare)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Le président kényan William Ruto s'est engagé à se rendre à Kigali.", "planned"),
        ("Le président kényan William Ruto a pu rencontrer Paul Kagame à Kigali.", "held"),
    ],
)
def test_what_somebody_has_undertaken_to_do_is_still_to_come(
    text: str, status: str, annotate_text: Annotate
) -> None:
    (found,) = find_tellings(annotate_text(text, published="2019-03-05"))
    assert found.status == status


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Le sommet du G7 se tient du 24 au 26 mai à Genève.", "2019-05-24/2019-05-26"),
        (
            "Anna Kovar l'a dit en marge du sommet du G7 qui se tient jeudi et vendredi à Genève.",
            "2019-03-07/2019-03-08",
        ),
        (
            "Le sommet entre Moscou et Kiev s'ouvre jeudi à Genève.\n\nLe sommet des 7 et 8 mars sera bref.",
            "2019-03-07/2019-03-08",
        ),
    ],
)
def test_a_meeting_of_several_days_is_dated_from_its_first_to_its_last(
    text: str, date: str, annotate_text: Annotate
) -> None:
    assert [m.date for m in meetings(annotate_text, text)] == [date]


@pytest.mark.parametrize("until", sorted(words("until")))
def test_a_meeting_lasts_until_its_last_day(annotate_text: Annotate, until: str) -> None:
    text = f"Le sommet entre Moscou et Kiev se tient de jeudi {until} samedi à Genève."
    [meeting] = meetings(annotate_text, text)
    assert meeting.date is not None and meeting.date.endswith("/2019-03-09")


def test_two_names_of_gatherings_are_two_meetings(annotate_text: Annotate) -> None:
    text = (
        "Le Conseil de défense se réunit jeudi à Paris. "
        "Le président se rendra ensuite au Conseil européen, à Bruxelles."
    )
    document = annotate_text(text, published="2019-03-05")
    told = gather(document, find_tellings(document))
    assert not any({"conseildedéfense", "conseileuropéen"} <= {t.lemma for t in m.tellings} for m in told)


def test_a_gathering_that_is_named_takes_no_part_in_itself(annotate_text: Annotate) -> None:
    text = "Anna Kovar et Igor Ivanov ont participé au Climate Action Summit de Genève, mardi."
    document = annotate_text(text, published="2019-03-05")
    who = {p for m in find_meetings(document, [], []) for p in m.participants}
    assert not any("Summit" in p for p in who)


def test_who_only_sets_a_term_by_a_summit_is_weighed_as_such(annotate_text: Annotate) -> None:
    text = "Faute de compromis d'ici au sommet européen du 15 avril, Anna Kovar quittera la table."
    document = annotate_text(text, published="2019-03-05")
    [summit] = find_tellings(document)
    assert summit.edge
    [told] = gather(document, [summit])
    assert "party subject of edge" in party_features(document, told)["Anna Kovar"]


def test_the_next_one_with_a_day_is_not_the_one_with_a_place(annotate_text: Annotate) -> None:
    text = (
        "Moscou et Kiev se parleront lors d'un sommet à Genève.\n\n"
        "Le prochain sommet européen des 24 et 25 avril traitera des sanctions."
    )
    assert [(m.place, m.date) for m in meetings(annotate_text, text) if m.kind == "summit"] == [
        ("Genève", None),
        (None, "2019-04-24/2019-04-25"),
    ]


def test_two_who_met_each_other_are_told_by_one_verb(annotate_text: Annotate) -> None:
    [meeting] = meetings(annotate_text, "Anna Kovar et Igor Ivanov se sont rencontrés dimanche à Genève.")
    assert meeting.participants == ("Anna Kovar", "Igor Ivanov")


def test_a_second_verb_calls_off_what_the_first_had_planned(annotate_text: Annotate) -> None:
    text = (
        "Le forum de l'Union internationale pour le soin de la mer (UISM), qui devait se tenir à Klow du 3 au 5 mai, a "
        "lui été décalé."
    )
    assert [m.status for m in meetings(annotate_text, text)] == ["postponed"]


def test_nobody_is_visited_where_the_visit_is_only_spoken_of(annotate_text: Annotate) -> None:
    document = annotate_text(
        "Paul Duval a défendu dimanche à Tokyo sa visite à Lima.", published="2019-03-05"
    )
    told = gather(document, find_tellings(document))[0]
    features = party_features(document, told)
    assert "Japon" not in features and "Pérou" in features


def test_who_meets_beside_another_meeting_is_not_of_that_one(annotate_text: Annotate) -> None:
    text = "Une rencontre entre Anna Kovar et Igor Ivanov avant le sommet de l'Otan est prévue mardi."
    [told] = [m for m in meetings(annotate_text, text) if m.kind == "talks"]
    assert told.participants == ("Anna Kovar", "Igor Ivanov")


def test_what_is_done_at_a_meeting_may_still_be_due(annotate_text: Annotate) -> None:
    text = (
        "Rencontre entre Anna Kovar et Igor Ivanov\n\nAnna Kovar reçoit mardi Igor Ivanov à Genève. Lors de cette "
        "rencontre, ils doivent parler de paix. Leur première rencontre, à Versailles en 2017, avait duré une heure."
    )
    found = find_tellings(annotate_text(text, published="2019-03-05"))
    assert [t.status for t in found if t.determiner == "demonstrative"] == ["planned"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Anna Kovar a rencontré Igor Ivanov lundi au fort de Tarvik.", "fort de Tarvik"),
        ("La visite de William Ruto dans la capitale rwandaise a duré deux jours.", "capitale rwandaise"),
        ("La visite de William Ruto à Cuba a duré deux jours.", "Cuba"),
        (
            "Emmanuel Macron recevra William Ruto mardi à l'Élysée.\n\nLa visite de William Ruto à Paris "
            "durera deux jours.",
            "Élysée",
        ),
    ],
)
def test_where_a_meeting_is(text: str, place: str, annotate_text: Annotate) -> None:
    assert place in {m.place for m in meetings(annotate_text, text)}


@pytest.mark.parametrize(
    "text",
    [
        "Le président russe Vladimir Poutine sera absent du sommet des Brics qui s'ouvre mardi à Johannesburg.",
        "Le Premier ministre irakien Adel Mahdi boycottera le sommet arabe de Tunis, prévu le 31 mars.",
        "Le chancelier allemand Olaf Scholz ne participera pas au sommet du G20 prévu mardi à New Delhi.",
        "Le président turc Recep Tayyip Erdogan a annulé sa participation au sommet du G20 prévu vendredi à Rome.",
        "Le président turc Recep Tayyip Erdogan a renoncé à se rendre au sommet du G20, prévu jeudi à Grenade.",
        "Le président turc Recep Tayyip Erdogan a interrompu son voyage à Bruxelles où il était attendu à un "
        "sommet prévu pour samedi avec le Cameroun.",
    ],
)
def test_who_stays_away_takes_no_part_and_calls_nothing_off(text: str, annotate_text: Annotate) -> None:
    (summit,) = [m for m in meetings(annotate_text, text) if m.kind == "summit"]
    assert not {"Vladimir Poutine", "Adel Mahdi", "Olaf Scholz", "Recep Tayyip Erdogan"} & {
        *summit.participants
    }
    assert summit.status not in ("cancelled", "postponed", "refused")


def test_who_was_on_the_way_when_something_happened_visited_nobody(annotate_text: Annotate) -> None:
    text = "Le président tchadien Mahamat Déby se rendait mercredi à Libreville en avion quand il a fait un malaise."
    assert meetings(annotate_text, text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "Le congrès de l'Union africaine, qui devait se dérouler à Nairobi du 11 au 15 juin, a été repoussé à "
            "janvier 2020.",
            "2020-01",
        ),
        ("Le sommet de l'Otan prévu mercredi à Vilnius a été décalé au 14 mai.", "2019-05-14"),
        ("Le sommet de l'Otan prévu mercredi à Vilnius a été reporté.", "2019-03-06"),
    ],
)
def test_what_is_put_off_has_its_new_date(text: str, date: str, annotate_text: Annotate) -> None:
    assert [(m.status, m.date) for m in meetings(annotate_text, text)] == [("postponed", date)]


def test_who_meets_beside_a_summit_is_there(annotate_text: Annotate) -> None:
    text = "Emmanuel Macron s'est entretenu samedi avec Narendra Modi en marge du sommet du G20 à Osaka."
    talks, summit = meetings(annotate_text, text)
    assert (talks.kind, talks.place) == ("talks", "Osaka")
    assert {"Emmanuel Macron", "Narendra Modi"} <= set(summit.participants)


def test_both_between_whom_talks_are_taken_up_take_part(annotate_text: Annotate) -> None:
    text = "Les pourparlers ont repris mardi à Genève entre le président malien Assimi Goïta et Ali Lamine Zeine."
    (talks,) = meetings(annotate_text, text)
    assert set(talks.participants) == {"Assimi Goïta", "Ali Lamine Zeine"}


def test_a_summit_that_is_kept_up_is_planned(annotate_text: Annotate) -> None:
    text = "Le sommet entre Moscou et Kiev est maintenu, a assuré Minsk."
    assert [m.status for m in meetings(annotate_text, text)] == ["planned"]


def test_summits_of_two_bodies_are_two(annotate_text: Annotate) -> None:
    text = (
        "Lors du récent sommet du G7 au Canada, Donald Trump a critiqué ses alliés.\n\n"
        "Donald Trump doit participer à un sommet de l'Otan, les 11 et 12 mars à Bruxelles."
    )
    document = annotate_text(text, published="2019-03-05")
    told = gather(document, find_tellings(document))
    assert not any({"G7", "OTAN"} <= set(m.participants) for m in told)


def test_who_chairs_a_summit_takes_part(annotate_text: Annotate) -> None:
    text = "Le sommet du G20 s'est tenu en 2016 à Hangzhou sous la présidence de Xi Jinping."
    (summit,) = meetings(annotate_text, text)
    assert "Xi Jinping" in summit.participants


def test_where_a_summit_is_organised_is_its_place(annotate_text: Annotate) -> None:
    text = "Le dernier G7 organisé aux États-Unis, en 2012 sous la présidence de Barack Obama, a été bref."
    assert [m.place for m in meetings(annotate_text, text)] == ["États-Unis"]


def test_of_a_summit_to_come_who_is_named_with_it_may_stay_away(annotate_text: Annotate) -> None:
    text = "Le sommet du G7 aura lieu en mai à Klow, sur quoi la chancelière Angela Merkel n'a rien dit."
    (summit,) = [m for m in meetings(annotate_text, text) if m.kind == "summit"]
    assert "Angela Merkel" not in summit.participants


TOLD = [
    ("Moscou a menacé d'annuler le sommet avec Kiev.", "planned"),
    ("Moscou n'a pas exclu une rencontre avec Kiev.", "proposed"),
    ("Paris a exigé la reprise des pourparlers entre Moscou et Kiev.", "proposed"),
    ("Le sommet entre Moscou et Kiev, préparé depuis des mois, s'est tenu mardi à Genève.", "held"),
    ("La visite avait été annulée, au terme d'une semaine de pourparlers entre Moscou et Kiev.", "held"),
    (
        "L'avenir des négociations entre Moscou et Kiev, au point mort depuis un an, inquiète Paris.",
        "postponed",
    ),
    ("Moscou décidera après le prochain sommet de Genève avec Kiev.", "planned"),
    ("Le sommet entre Moscou et Kiev n'a pas eu lieu.", "cancelled"),
    ("Les pourparlers entre Moscou et Kiev n'ont débouché sur aucun accord.", "held"),
]


@pytest.mark.parametrize(("text", "status"), TOLD, ids=lambda x: x[:40])
def test_how_a_meeting_stands_by_what_governs_it(text: str, status: str, annotate_text: Annotate) -> None:
    found = find_tellings(annotate_text(text, published="2019-03-05"))
    assert status in {t.status for t in found}


def test_what_had_been_put_off_and_was_held_after_all_is_held(annotate_text: Annotate) -> None:
    text = (
        "Le sommet entre Moscou et Kiev s'est tenu à Genève.\n\n"
        "Le sommet entre Moscou et Kiev avait été reporté à deux reprises."
    )
    document = annotate_text(text, published="2019-03-05")
    told = gather(document, find_tellings(document))
    assert "postponed" not in {status_of(document, t) for t in told}


MET = [
    ("Vladimir Poutine, avec lequel Emmanuel Macron s'est entretenu mardi, a promis de céder.", 2),
    ("Emmanuel Macron a appelé Vladimir Poutine mardi pour l'inviter à la retenue.", 2),
    ("Emmanuel Macron est attendu mardi à Moscou.", 1),
    ("Vladimir Poutine a reçu des familles de disparus à Moscou.", 2),
    ("Antony Blinken, de passage à Vienne, a averti Moscou.", 1),
]


@pytest.mark.parametrize(("text", "parties"), MET, ids=lambda x: str(x)[:40])
def test_who_meets_by_phone_on_the_way_or_whom_nobody_names(
    text: str, parties: int, annotate_text: Annotate
) -> None:
    found = find_tellings(annotate_text(text, published="2019-03-05"))
    assert [len(t.participants) for t in found] == [parties]


def test_to_go_and_do_something_is_no_visit(annotate_text: Annotate) -> None:
    assert not find_tellings(annotate_text("La France ne va pas transiger à Genève.", published="2019-03-05"))


def test_a_call_by_a_newspaper_is_none(annotate_text: Annotate) -> None:
    text = "Emmanuel Macron, joint par téléphone par l'AFP, a refusé de répondre."
    assert not find_tellings(annotate_text(text, published="2019-03-05"))
