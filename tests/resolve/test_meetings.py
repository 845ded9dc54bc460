from __future__ import annotations

import pytest
from tests.resolve.told import Coverage

from dragoman.model.actors import Actor
from dragoman.resolve.places import state_of

BOTH = ("Anna Kovar", "Milan Sotek")


def coverage() -> Coverage:
    c = Coverage()
    c.article("a1", "2030-01-10", "Anna Kovar espère un sommet avec Milan Sotek au printemps.")
    c.meeting("sommet", "proposed", BOTH, date="2030-03/2030-05")
    c.article("a2", "2030-04-20", "Le sommet de Klow aura lieu les 2 et 3 mai.")
    c.meeting("sommet de Klow", "planned", BOTH, date="2030-05-02/2030-05-03", place="Klow")
    c.article("a3", "2030-05-03", "Le sommet de Klow s'est achevé ; le déjeuner a été annulé.")
    c.meeting("sommet de Klow", "held", BOTH, date="2030-05-02/2030-05-03", place="Klow")
    c.meeting("déjeuner", "cancelled", BOTH, date="2030-05-03")
    c.article("a4", "2030-06-01", "Un mois après Klow, les deux dirigeants envisagent un nouveau sommet.")
    c.meeting("nouveau sommet", "proposed", BOTH)
    return c


def test_a_meeting_is_one_object_with_a_life() -> None:
    story = coverage().story()
    summit = next(m for m in story.meetings if m.place == "Klow")
    assert [(p.on, p.status) for p in summit.life] == [
        ("2030-01-10", "proposed"),
        ("2030-04-20", "planned"),
        ("2030-05-03", "held"),
    ]
    assert summit.status == "held"
    assert summit.date == "2030-05-02/2030-05-03"
    assert summit.sources == 3


def test_a_lunch_is_a_part_of_its_summit_with_a_status_of_its_own() -> None:
    story = coverage().story()
    summit = next(m for m in story.meetings if m.place == "Klow")
    lunch = next(m for m in story.meetings if m.label.startswith("déjeuner"))
    assert lunch.part_of == summit.id
    assert lunch.status == "cancelled"


def test_what_is_still_to_come_is_not_what_was_held() -> None:
    story = coverage().story()
    assert [m.status for m in story.meetings if not m.date] == ["proposed"]


def test_two_places_are_two_meetings() -> None:
    c = Coverage()
    c.article("a1", "2030-05-03", "Ils se sont vus à Klow puis à Szohôd.")
    c.meeting("Klow", "held", BOTH, date="2030-05", place="Klow")
    c.meeting("Szohôd", "held", BOTH, date="2030-05", place="Szohôd")
    assert len(c.story().meetings) == 2


def test_the_order_of_reading_plays_no_part() -> None:
    assert coverage().story() == coverage().story(reverse=True)


def test_a_meeting_has_the_name_that_tells_it() -> None:
    labels = {m.label for m in coverage().story().meetings}
    assert labels == {
        "sommet de Klow",
        "déjeuner Anna Kovar–Milan Sotek",
        "sommet Anna Kovar–Milan Sotek",
    }


def test_a_visit_is_named_after_the_visitor_and_the_place() -> None:
    c = Coverage()
    c.article("a1", "2030-05-03", "Anna Kovar s'est rendue en Iran, puis au Caire, puis aux Philippines.")
    c.meeting("Iran", "held", ("Anna Kovar",), kind="visit", place="Iran", date="2030-05-01")
    c.meeting("Caire", "held", ("Anna Kovar",), kind="visit", place="Le Caire", date="2030-05-02")
    c.meeting("Philippines", "held", ("Anna Kovar",), kind="visit", place="Philippines", date="2030-05-03")
    assert [m.label.removeprefix("visite d'Anna Kovar ") for m in c.story().meetings] == [
        "en Iran",
        "au Caire",
        "aux Philippines",
    ]


def test_talks_that_go_on_are_not_the_round_held_on_a_day() -> None:
    sides = ("Ruritanie", "Bordurie")
    c = Coverage()
    c.article("a1", "2030-03-01", "Les négociations continuent.")
    c.meeting("négociations", "ongoing", sides, kind="talks")
    c.article("a2", "2030-03-05", "Les deux pays se sont vus à Klow.")
    c.meeting("se sont vus", "held", sides, kind="talks", date="2030-03-04", place="Klow")
    c.article("a3", "2030-03-20", "Les négociations sont au point mort.")
    c.meeting("négociations", "ongoing", sides, kind="talks")
    assert sorted(len(m.life) for m in c.story().meetings) == [1, 2]


def test_a_meeting_put_off_may_be_held_elsewhere() -> None:
    c = Coverage()
    c.article("a1", "2030-03-01", "Le rendez-vous de Klow est reporté.")
    c.meeting("rendez-vous", "postponed", BOTH, kind="talks", date="2030-03-02", place="Klow")
    c.article("a2", "2030-04-11", "Ils se sont vus à Szohôd.")
    c.meeting("se sont vus", "held", BOTH, kind="talks", date="2030-04-10", place="Szohôd")
    (meeting,) = c.story().meetings
    assert (meeting.status, meeting.place) == ("held", "Szohôd")


def test_a_plan_whose_day_has_passed_is_not_the_next_one() -> None:
    sides = ("Ruritanie", "Bordurie")
    c = Coverage()
    c.article("a1", "2030-03-01", "Ils se verront le 12 mars à Klow.")
    c.meeting("se verront", "planned", sides, kind="talks", date="2030-03-12", place="Klow")
    c.article("a2", "2030-05-01", "De nouvelles discussions sont prévues.")
    c.meeting("discussions", "planned", sides, kind="talks")
    assert len(c.story().meetings) == 2


def test_the_state_of_the_place_does_not_sit_at_the_table_of_two_others() -> None:
    c = Coverage()
    c.article("a1", "2030-05-03", "Sommet de Hanoï, au Vietnam.")
    c.meeting("Sommet", "held", ("Ruritanie", "Bordurie", "Vietnam"), date="2030-05-02", place="Hanoï")
    (meeting,) = c.story().meetings
    assert meeting.participants == ("Ruritanie", "Bordurie")


def test_a_summit_is_one_though_each_article_names_another_of_its_days() -> None:
    c = Coverage()
    for n, day in enumerate((24, 25, 26)):
        c.article(f"a{n}", f"2030-08-{day}", "Le sommet de Klow se poursuit.")
        c.meeting("sommet de Klow", "held", BOTH, date=f"2030-08-{day}", place="Klow")
    assert [len(m.life) for m in c.story().meetings] == [3]


def test_what_was_held_before_a_plan_was_told_is_not_that_plan() -> None:
    c = Coverage()
    c.article("a1", "2030-03-02", "Un nouveau sommet est proposé.")
    c.meeting("sommet", "proposed", BOTH)
    c.article("a2", "2030-05-14", "En février, ils s'étaient vus à Klow.")
    c.meeting("s'étaient vus", "held", BOTH, date="2030-02", place="Klow")
    assert sorted(m.status for m in c.story().meetings) == ["held", "proposed"]


def test_meetings_that_nobody_could_tell_from_others_are_none() -> None:
    c = Coverage()
    c.article("a1", "2030-03-02", "Les négociations continuent.")
    c.meeting("négociations", "ongoing", (), kind="talks")
    assert c.story().meetings == ()


def test_a_summit_of_a_body_is_one_whoever_else_each_article_names() -> None:
    c = Coverage()
    c.body("G9")
    c.article("a1", "2030-08-20", "Anna Kovar sera au sommet du G9.")
    c.meeting("sommet du G9", "planned", ("G9", "Anna Kovar"))
    c.article("a2", "2030-08-24", "Milan Sotek est arrivé au sommet du G9.")
    c.meeting("sommet du G9", "held", ("G9", "Milan Sotek"))
    assert [len(m.life) for m in c.story().meetings] == [2]


def test_a_body_that_meets_often_meets_twice() -> None:
    c = Coverage()
    c.body("Diète")
    c.article("a1", "2030-06-29", "Anna Kovar ira au sommet de la Diète.")
    c.meeting("sommet de la Diète", "planned", ("Diète", "Anna Kovar"))
    c.article("a2", "2030-09-08", "Anna Kovar préside le sommet de la Diète.")
    c.meeting("sommet de la Diète", "held", ("Diète", "Anna Kovar"))
    assert [len(m.life) for m in c.story().meetings] == [1, 1]


def test_what_was_held_another_year_is_another_meeting() -> None:
    c = Coverage()
    c.body("G9")
    c.article("a1", "2030-05-20", "Le G9 de juin pourrait se tenir à Klow, comme le G9 de 2022.")
    c.meeting("G9 de juin", "proposed", ("G9",), date="2030-06", place="Klow")
    c.meeting("G9 de 2022", "held", ("G9",), date="2022", place="Klow")
    assert sorted(len(m.life) for m in c.story().meetings) == [1, 1]


def test_who_is_told_by_most_makes_out_whose_meeting_it_is() -> None:
    c = Coverage()
    c.person("Ivo Ban")
    for n in (1, 2, 3):
        c.article(f"a{n}", f"2030-01-{n:02}", "Anna Kovar souhaite revoir Milan Sotek.")
        c.meeting("revoir Milan Sotek", "proposed", (*BOTH, *(["Ivo Ban"] if n == 1 else [])))
    c.article("a4", "2030-02-01", "Anna Kovar a reçu Ivo Ban à Klow.")
    c.meeting("a reçu Ivo Ban", "held", ("Anna Kovar", "Ivo Ban"), date="2030-02-01", place="Klow")
    assert all(m.place is None or "Milan Sotek" not in m.participants for m in c.story().meetings)


def test_an_article_before_the_day_cannot_tell_that_it_was_held() -> None:
    c = Coverage()
    c.article("a1", "2030-05-01", "Le sommet de Klow.")
    c.meeting("sommet de Klow", "held", BOTH, date="2030-05-02/2030-05-03", place="Klow")
    assert [m.status for m in c.story().meetings] == ["planned"]


def test_a_visit_is_named_after_the_visitor_not_the_host() -> None:
    c = Coverage()
    c.article("a1", "2030-05-03", "Anna Kovar a reçu Milan Sotek à Klow.")
    c.meeting("a reçu Milan Sotek", "held", BOTH, kind="visit", place="Klow", host="Anna Kovar")
    assert c.story().meetings[0].label == "visite de Milan Sotek à Klow"


def test_a_meeting_is_sure_where_it_can_be_told_from_any_other() -> None:
    c = Coverage()
    c.article("a1", "2030-05-03", "Anna Kovar et Milan Sotek à Klow ; des discussions.")
    c.meeting("Anna Kovar et Milan Sotek", "held", BOTH, date="2030-05-03", place="Klow")
    c.meeting("des discussions", "ongoing", ("négociateurs", "Bordurie"))
    assert sorted(m.sure for m in c.story().meetings) == [False, True]


@pytest.mark.parametrize(("people", "sure"), [((), True), (("Anna Kovar",), False), (BOTH, True)])
def test_a_summit_of_one_person_alone_is_not_sure(people: tuple[str, ...], sure: bool) -> None:
    c = Coverage()
    c.article("a1", "2030-03-01", "Le sommet de Klow s'est tenu hier.")
    c.meeting("Le sommet de Klow", "held", people, date="2030-02-28", place="Klow", confidence=0.9)
    assert [m.sure for m in c.story().meetings] == [sure]


def test_what_no_report_is_sure_of_is_not_sure() -> None:
    c = Coverage()
    c.article("a1", "2030-05-03", "Anna Kovar et Milan Sotek à Klow.")
    c.meeting("Anna Kovar et Milan Sotek", "held", BOTH, date="2030-05-03", place="Klow", confidence=0.1)
    assert [m.sure for m in c.story().meetings] == [False]


def test_what_one_of_many_articles_tells_alone_is_left_out() -> None:
    c = Coverage()
    for n in range(1, 6):
        c.article(f"a{n}", f"2030-05-0{n}", "Anna Kovar verra Milan Sotek.")
        c.meeting("verra Milan Sotek", "planned", BOTH, place="Klow" if n == 1 else None)
    assert [m.place for m in c.story().meetings] == [None]


def test_their_second_summit_is_no_other_than_their_second() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Leur deuxième sommet est prévu en mars. Le premier sommet fut un succès.")
    c.meeting("deuxième sommet", "planned", BOTH)
    c.article("a2", "2030-03-02", "Le deuxième sommet s'est ouvert à Klow.")
    c.meeting("deuxième sommet", "held", BOTH, date="2030-03-02", place="Klow")
    c.article("a3", "2030-03-20", "Un troisième sommet est envisagé.")
    c.meeting("troisième sommet", "proposed", BOTH)
    assert sorted(m.status for m in c.story().meetings) == ["held", "proposed"]


def test_several_meetings_told_as_one_are_not_sure() -> None:
    c = Coverage()
    c.article("a1", "2030-05-03", "Malgré trois sommets à Klow en 2029, rien n'avance.")
    c.meeting("trois sommets", "held", BOTH, date="2029", place="Klow")
    assert [m.sure for m in c.story().meetings] == [False]


def test_an_article_that_calls_off_a_visit_tells_of_one_visit() -> None:
    c = Coverage()
    c.article("a1", "2030-05-03", "Kovar annule son voyage à Klow. La visite à Klow était prévue le 8 mai.")
    c.meeting("voyage à Klow", "cancelled", BOTH, kind="visit", place="Klow")
    c.meeting("visite à Klow", "planned", BOTH, kind="visit", place="Klow", date="2030-05-08")
    (visit,) = c.story().meetings
    assert (visit.status, visit.date) == ("cancelled", "2030-05-08")


def test_an_invitation_is_no_plan_for_a_summit_elsewhere() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Kovar a invité Sotek à Klow.")
    c.meeting("a invité Sotek", "proposed", BOTH, kind="visit", place="Klow")
    c.article("a2", "2030-02-10", "Kovar et Sotek se verront en mars.")
    c.meeting("se verront", "planned", BOTH, kind="talks", date="2030-03")
    assert len(c.story().meetings) == 2


def test_talks_where_a_visit_was_to_lead_carry_it_out() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Anna Kovar se rendra en Russie.")
    c.meeting("se rendra en Russie", "planned", ("Anna Kovar", "Bordurie"), kind="visit", place="Russie")
    c.article("a2", "2030-01-20", "Anna Kovar et Milan Sotek se sont vus à Vladivostok.")
    c.meeting("se sont vus", "held", BOTH, kind="talks", place="Vladivostok", date="2030-01-19")
    (met,) = c.story().meetings
    assert (met.status, met.date) == ("held", "2030-01-19")


def test_what_is_put_off_is_not_dated_by_a_day_long_past() -> None:
    c = Coverage()
    c.article("a1", "2030-11-07", "La rencontre de Klow est reportée ; ils s'étaient vus en mai.")
    c.meeting("rencontre de Klow", "postponed", BOTH, kind="talks", place="Klow", date="2030-05")
    assert [m.date for m in c.story().meetings] == [None]


def test_talks_that_an_article_tells_of_a_visit_are_part_of_it() -> None:
    c = Coverage()
    c.article("a1", "2030-05-03", "Lors de sa visite à Klow, Kovar s'est entretenue avec Sotek le 2 mai.")
    c.meeting("visite à Klow", "held", ("Anna Kovar", "Bordurie"), kind="visit", place="Klow")
    c.meeting("s'est entretenue", "held", BOTH, kind="talks", date="2030-05-02")
    told = {m.kind: m for m in c.story().meetings}
    assert told["talks"].part_of == told["visit"].id


def test_a_lunch_without_a_day_has_that_of_its_summit() -> None:
    c = Coverage()
    c.article("a1", "2030-05-03", "Le sommet de Klow a pris fin. Le déjeuner a été annulé.")
    c.meeting("sommet de Klow", "held", BOTH, date="2030-05-02", place="Klow")
    c.meeting("déjeuner", "cancelled", BOTH, kind="other")
    lunch = next(m for m in c.story().meetings if m.label.startswith("déjeuner"))
    assert (lunch.date, lunch.place, lunch.status) == ("2030-05-02", "Klow", "cancelled")


def test_what_went_on_on_a_day_that_has_passed_was_held() -> None:
    c = Coverage()
    c.article("a1", "2030-05-07", "Les discussions de samedi ont été rompues.")
    c.meeting("discussions de samedi", "ongoing", BOTH, kind="talks", date="2030-05-04")
    assert [m.status for m in c.story().meetings] == ["held"]


def test_a_plan_that_falls_due_is_what_was_held_then() -> None:
    c = Coverage()
    c.article("a1", "2030-11-07", "Un sommet aura lieu à Klow début décembre.")
    c.meeting("sommet", "planned", ("Anna Kovar",), date="2030-12", place="Klow")
    c.article("a2", "2030-12-04", "Le sommet de Klow a été utile, dit Anna Kovar.")
    c.meeting("sommet de Klow", "held", ("Anna Kovar",), place="Klow")
    assert [m.status for m in c.story().meetings] == ["held"]


def test_a_visit_of_one_person_to_a_place_is_sure() -> None:
    c = Coverage()
    c.article("a1", "2030-05-03", "Anna Kovar, en visite à Klow, a dit son espoir.")
    c.meeting("visite à Klow", "held", ("Anna Kovar",), kind="visit", place="Klow")
    assert [m.sure for m in c.story().meetings] == [True]


def test_a_phrase_that_breaks_off_is_no_name() -> None:
    c = Coverage()
    c.article("a1", "2030-05-03", "La rencontre de Klow entre Kovar a duré.")
    c.meeting("La rencontre de Klow entre Kovar", "held", BOTH, kind="talks", place="Klow", date="2030-05-02")
    assert [m.label for m in c.story().meetings] == ["rencontre de Klow"]


def test_a_summit_of_a_body_is_named_after_it() -> None:
    c = Coverage()
    c.body("G7")
    c.article("a1", "2030-05-03", "Au G7, Anna Kovar a parlé.")
    c.meeting("G7", "held", ("G7", "Anna Kovar"), date="2030-05-02", label="g7")
    assert [m.label for m in c.story().meetings] == ["sommet du G7"]


def test_who_met_since_a_plan_plans_anew() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Une rencontre à Klow est prévue.")
    c.meeting("rencontre à Klow", "planned", BOTH, kind="talks", place="Klow")
    c.article("a2", "2030-02-10", "Kovar et Sotek se sont vus à Szohôd.")
    c.meeting("se sont vus", "held", BOTH, kind="talks", date="2030-02-09", place="Szohôd")
    c.article("a3", "2030-03-10", "Une nouvelle rencontre est possible.")
    c.meeting("nouvelle rencontre", "proposed", BOTH, kind="talks")
    assert sorted(m.status for m in c.story().meetings) == ["held", "planned", "proposed"]


def test_what_is_said_to_go_on_and_lies_ahead_is_planned() -> None:
    c = Coverage()
    c.article("a1", "2030-05-07", "La réunion de lundi à Klow.")
    c.meeting("réunion de lundi", "ongoing", BOTH, kind="talks", date="2030-05-13", place="Klow")
    assert [m.status for m in c.story().meetings] == ["planned"]


def test_where_each_article_says_another_day_plans_have_a_say() -> None:
    c = Coverage()
    c.body("G7")
    c.article("a1", "2030-08-19", "Le sommet du G7 s'ouvrira le 24.")
    c.meeting("sommet du G7", "planned", ("G7",), date="2030-08-24", place="Klow")
    c.article("a2", "2030-08-26", "Le sommet du G7 s'est ouvert le 24 et fini le 26.")
    c.meeting("sommet du G7", "held", ("G7",), date="2030-08-26", place="Klow")
    c.article("a3", "2030-08-27", "Le sommet du G7 du 24 a été bref.")
    c.meeting("sommet du G7", "held", ("G7",), date="2030-08-24", place="Klow")
    assert [m.date for m in c.story().meetings] == ["2030-08-24"]


def test_a_day_is_told_before_the_month_that_more_reports_tell() -> None:
    c = Coverage()
    for n, date in enumerate(("2030-05", "2030-05-02/2030-05-04", "2030-05", "2030-05-03", "2030-05-02")):
        c.article(f"a{n}", f"2030-06-0{n + 1}", "Le sommet de Klow a échoué.")
        c.meeting("sommet de Klow", "held", BOTH, date=date, place="Klow")
    assert [m.date for m in c.story().meetings] == ["2030-05-02/2030-05-04"]


def test_what_tells_of_one_meeting_after_all_is_joined() -> None:
    c = Coverage()
    c.article("a1", "2030-05-01", "La séance de Klow aura lieu en mai ; le sommet est fixé au 3 mai.")
    c.meeting("séance de Klow", "planned", BOTH, date="2030-05", place="Klow", kind="session")
    c.meeting("sommet", "planned", BOTH, date="2030-05-03")
    c.article("a2", "2030-05-04", "Le sommet de Klow s'est achevé vendredi.")
    c.meeting("sommet de Klow", "held", BOTH, date="2030-05-03", place="Klow")
    assert [(m.date, m.place, len(m.reports)) for m in c.story().meetings] == [("2030-05-03", "Klow", 3)]
    assert c.story() == c.story(reverse=True)


def test_who_is_named_by_few_of_many_reports_was_not_there() -> None:
    c = Coverage()
    for n in range(30):
        who = (*BOTH, "Klow") if n % 10 == 0 else BOTH
        c.article(f"a{n}", f"2030-05-{n + 1:02}", "Le sommet de Szohôd, Klow en parle.")
        c.meeting("sommet de Szohôd", "held", who, date="2030-05-01", place="Szohôd")
    [summit] = c.story().meetings
    assert set(summit.participants) == set(BOTH)


def test_a_visit_to_ones_own_capital_is_not_shown_unasked() -> None:
    c = Coverage()
    c.article("a1", "2030-05-03", "Shinzo Ito s'est rendu à Tokyo, puis à Oslo.")
    c.known["Shinzo Ito"] = Actor(name="Shinzo Ito", kind="person", side="Japon")
    c.meeting("s'est rendu à Tokyo", "held", ("Shinzo Ito",), date="2030-05-02", place="Tokyo", kind="visit")
    c.meeting("à Oslo", "held", ("Shinzo Ito",), date="2030-05-03", place="Oslo", kind="visit")
    assert [(m.place, m.sure) for m in c.story().meetings] == [("Tokyo", False), ("Oslo", True)]


def test_ministers_of_two_portfolios_of_one_body_meet_apart() -> None:
    c = Coverage()
    c.body("Pacte")
    finance, defence = (
        "conseil (ministres des Finances du Pacte)",
        "réunion (ministres de la Défense du Pacte)",
    )
    c.article("a1", "2030-08-26", "Un conseil se tiendra jeudi à Klow.")
    c.meeting(
        "conseil", "planned", ("Pacte",), date="2030-08-29", place="Klow", kind="session", label=finance
    )
    c.article("a2", "2030-08-26", "La réunion des autres a pris fin à Klow.")
    c.meeting("réunion", "held", ("Pacte",), place="Klow", kind="session", label=defence)
    assert sorted(m.status for m in c.story().meetings) == ["held", "planned"]


def test_a_town_that_nobody_knows_is_not_in_the_state_of_another_summit() -> None:
    c = Coverage()
    c.body("G9")
    c.article("a1", "2030-07-26", "Le sommet du G9 s'est tenu en France.")
    c.meeting("sommet du G9", "held", ("G9",), date="2030-07-08/2030-07-14", place="France")
    c.article("a2", "2030-08-23", "Cela avait été dit au sommet de Szohôd.")
    c.meeting("sommet de Szohôd", "held", ("G9",), place="Szohôd")
    assert len(c.story().meetings) == 2


def test_whom_somebody_met_on_a_visit_is_told_with_it() -> None:
    c = Coverage()
    c.article("a1", "2030-05-03", "En visite en Bordurie, Anna Kovar s'est entretenue avec Milan Sotek.")
    c.meeting("visite", "held", ("Anna Kovar", "Bordurie"), kind="visit", date="2030-05-03", confidence=0.9)
    c.meeting("s'est entretenue", "held", BOTH, kind="talks", confidence=0.9)
    visit = next(m for m in c.story().meetings if m.kind == "visit")
    assert set(visit.participants) == set(BOTH)


def test_at_the_summit_of_a_body_one_report_is_enough_for_who_heads_a_member() -> None:
    c = Coverage()
    c.body("G7")
    c.known |= {
        "Karl Otto": Actor(name="Karl Otto", kind="person", side="Allemagne"),
        "Jo Lenz": Actor(name="Jo Lenz", kind="person", side="Allemagne"),
    }
    told = [
        ("G7",),
        ("G7", "Milan Sotek"),
        ("G7", "Karl Otto"),
        ("G7", "Karl Otto"),
        ("G7", "Jo Lenz"),
        *[("G7",)] * 25,
    ]
    for n, people in enumerate(told):
        c.article(f"a{n}", "2030-05-03", "Le sommet du G7 à Klow.")
        c.meeting("sommet du G7", "held", people, date="2030-05-03", place="Klow")
    (summit,) = c.story().meetings
    assert set(summit.participants) == {"G7", "Karl Otto"}


def test_two_summits_in_one_state_in_one_month_are_not_one() -> None:
    c = Coverage()
    c.body("G7")
    c.article("a1", "2030-05-03", "Le sommet du G7 aura lieu en juin à Paris.")
    c.meeting("sommet du G7", "planned", ("G7",), date="2030-06", place="Paris")
    c.article("a2", "2030-05-20", "La Bordurie est attendue le 27 juin à un sommet à Paris.")
    c.meeting("sommet", "planned", ("Bordurie",), date="2030-06-27", place="Paris")
    assert len(c.story().meetings) == 2


def test_what_was_held_is_not_called_off_later() -> None:
    c = Coverage()
    c.body("Otan")
    c.article("a1", "2030-05-03", "Le sommet de l'Otan s'est tenu à Klow.")
    c.meeting("sommet de l'Otan", "held", ("Otan",), date="2030-05-02/2030-05-03", place="Klow")
    c.article("a2", "2030-05-04", "La séance de l'Otan prévue vendredi à Klow a été annulée.")
    c.meeting("séance", "cancelled", ("Otan",), kind="session", date="2030-05-03", place="Klow")
    (summit,) = [m for m in c.story().meetings if m.kind == "summit"]
    assert [p.status for p in summit.life] == ["held"]


def test_the_capital_of_a_state_is_known_by_what_is_said_of_it() -> None:
    assert state_of("capitale kényane") == state_of("Nairobi")
