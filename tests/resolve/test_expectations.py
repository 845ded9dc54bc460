from __future__ import annotations

import pytest
from tests.resolve.told import Coverage

from dragoman.model.actors import Actor
from dragoman.model.spans import Span

BOTH = ("Anna Kovar", "Milan Sotek")


def hoped() -> Coverage:
    c = Coverage()
    c.article("a1", "2030-01-10", "Anna Kovar espère qu'un sommet se tienne en février.")
    c.statement("un sommet se tienne en février", "Anna Kovar", cue_class="hope")
    c.meeting("sommet", "proposed", BOTH, date="2030-02")
    return c


def test_met_late() -> None:
    c = hoped()
    c.article("a2", "2030-03-15", "Le sommet de Klow s'est tenu le 14 mars.")
    c.meeting("sommet de Klow", "held", BOTH, date="2030-03-14", place="Klow")
    (e,) = c.story().expectations
    assert (e.state, e.by, e.kind, e.met_on) == ("met late", "Anna Kovar", "hoped", "2030-03-14")


def test_open_before_its_term_and_unknown_after_it_without_coverage() -> None:
    assert [e.state for e in hoped().story(as_of="2030-02-01").expectations] == ["open"]
    assert [e.state for e in hoped().story(as_of="2030-04-01").expectations] == ["unknown"]


def test_lapsed_where_later_coverage_tells_nothing_of_it() -> None:
    c = hoped()
    c.article("a2", "2030-04-15", "La Ruritanie a critiqué la Bordurie.")
    c.event("a critiqué", "ACCUSE", ("Ruritanie",), recipients=("Bordurie",))
    assert [e.state for e in c.story().expectations] == ["lapsed"]


def test_overtaken_by_a_cancellation() -> None:
    c = hoped()
    c.article("a2", "2030-01-20", "Le sommet de février est annulé.")
    c.meeting("sommet de février", "cancelled", BOTH, date="2030-02")
    assert [e.state for e in c.story().expectations] == ["overtaken"]


def test_a_vague_term_runs_out() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Anna Kovar espère que les deux pays signent d'ici quelques semaines.")
    c.statement("les deux pays signent d'ici quelques semaines", "Anna Kovar", cue_class="hope")
    c.event("signent", "SUPPORT", ("Ruritanie", "Bordurie"), status="proposed", according_to="Anna Kovar")
    c.time("quelques semaines", "PXW")
    c.article("a2", "2030-04-15", "La Ruritanie a critiqué la Bordurie.")
    c.event("a critiqué", "ACCUSE", ("Ruritanie",), recipients=("Bordurie",))
    (e,) = c.story().expectations
    assert (e.state, e.horizon) == ("lapsed", "2030-01-10/2030-02-24")


def test_what_is_asked_of_another_is_no_expectation() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Anna Kovar demande que la Bordurie lève ses sanctions.")
    c.statement("la Bordurie lève ses sanctions", "Anna Kovar", cue_class="ask")
    c.event("lève", "CONCEDE", ("Bordurie",), status="proposed", according_to="Anna Kovar")
    assert c.story().expectations == ()


def test_what_was_set_for_a_day_that_nothing_tells_of_is_unknown() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "La Ruritanie verra la Bordurie le 20 janvier à Klow.")
    c.meeting("verra", "planned", ("Ruritanie", "Bordurie"), date="2030-01-20", place="Klow")
    c.article("a2", "2030-03-10", "La Ruritanie accuse la Bordurie.")
    c.event("accuse", "ACCUSE", ("Ruritanie",), mode=None, recipients=("Bordurie",), status="occurred")
    assert [e.state for e in c.story().expectations] == ["unknown"]


def test_that_it_will_be_held_takes_up_the_meeting_told_before() -> None:
    c = Coverage()
    c.article(
        "a1", "2030-01-10", "La rencontre de Klow est reportée. Elle aura lieu en mars, dit Anna Kovar."
    )
    c.meeting("rencontre de Klow", "postponed", BOTH, kind="talks", place="Klow")
    c.statement("Elle aura lieu en mars", "Anna Kovar")
    c.article("a2", "2030-03-15", "Kovar et Sotek se sont vus à Klow.")
    c.meeting("se sont vus", "held", BOTH, kind="talks", date="2030-03-14", place="Klow")
    (e,) = c.story().expectations
    assert (e.by, e.state, e.what) == ("Anna Kovar", "met", "Elle aura lieu en mars")


def test_a_word_on_a_meeting_to_come_that_looks_back_is_no_expectation() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Ce sommet est une bonne idée, dit Anna Kovar.")
    c.statement("Ce sommet est une bonne idée", "Anna Kovar")
    c.meeting("Ce sommet", "planned", BOTH, date="2030-03")
    assert c.story().expectations == ()


def test_what_was_put_off_in_the_same_breath_is_none() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Le sommet, qui devait se tenir en mars à Klow, a été reporté.")
    c.meeting("se tenir en mars", "planned", BOTH, date="2030-03", place="Klow")
    assert c.story().expectations == ()


def test_what_an_incise_breaks_off_is_one_promise() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Cela devrait permettre, dit Anna Kovar, une nouvelle rencontre.")
    c.statement("Cela devrait permettre", "Anna Kovar", cue=c.span("dit"))
    c.event("rencontre", "AGREE", ("Anna Kovar",), recipients=("Milan Sotek",), status="proposed")
    (e,) = c.story().expectations
    assert (e.by, e.what) == ("Anna Kovar", "Cela devrait permettre, dit Anna Kovar, une nouvelle rencontre")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Cela devrait permettre, dit Anna Kovar, une nouvelle rencontre après celle de mars", 1),
        ("Une nouvelle rencontre, dit Anna Kovar, devrait se tenir après celle de mars", 1),
        ("Cela exigeait, dit Anna Kovar, une nouvelle rencontre après celle de mars", 0),
        ("Cela exigeait, dit Anna Kovar, une nouvelle rencontre, et Milan Sotek signera", 0),
    ],
)
def test_a_meeting_foreseen_around_an_incise_is_to_come_one_only_asked_for_is_not(
    words: str, told: int
) -> None:
    c = Coverage()
    c.article("a1", "2030-06-10", words + ".")
    c.statement(words, "Anna Kovar", cue=c.span("dit"))
    c.event(
        "rencontre", "AGREE", ("Anna Kovar",), recipients=("Milan Sotek",), status="proposed", date="2030-03"
    )
    assert len(c.story().expectations) == told


def test_that_two_will_meet_is_carried_out_by_their_meeting_not_by_another_plan() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Anna Kovar espère une rencontre avec Sotek.")
    c.statement("une rencontre avec Sotek", "Anna Kovar", cue_class="hope")
    c.event("rencontre", "AGREE", ("Anna Kovar",), recipients=("Milan Sotek",), status="proposed")
    c.article("a2", "2030-02-10", "Ils sont convenus d'une rencontre.")
    c.event("sont convenus d'une rencontre", "AGREE", BOTH)
    assert [e.state for e in c.story().expectations] == ["open"]
    c.article("a3", "2030-03-10", "La rencontre a duré une heure.")
    c.event("rencontre", "CONSULT", BOTH)
    assert [e.state for e in c.story().expectations] == ["met"]


@pytest.mark.parametrize(
    ("participants", "by"),
    [(BOTH, "Anna Kovar"), (("Ruritanie", "Milan Sotek"), "Ruritanie")],
)
def test_a_meeting_that_an_agency_says_its_state_proposes_is_of_the_one_who_would_meet(
    participants: tuple[str, ...], by: str
) -> None:
    c = Coverage()
    c.known["Agence ruritane"] = Actor(name="Agence ruritane", kind="media", side="Ruritanie")
    c.article(
        "a1", "2030-01-10", "La dirigeante avait proposé une nouvelle rencontre, selon l'Agence ruritane."
    )
    c.statement("La dirigeante avait proposé une nouvelle rencontre", "Agence ruritane")
    c.event("avait proposé", "AGREE", ("Ruritanie",), recipients=("Milan Sotek",), status="proposed")
    c.meeting("rencontre", "proposed", participants)
    assert [e.by for e in c.story().expectations] == [by]


def test_what_an_article_or_a_speaker_says_was_called_off_is_no_expectation() -> None:
    c = Coverage()
    words = "Le déjeuner qui devait réunir Kovar et Sotek le 12 mars a été annulé"
    c.article("a1", "2030-03-10", f"{words}.")
    c.event("devait réunir", "AGREE", BOTH, status="planned", date="2030-03-12")
    c.article("a2", "2030-03-10", f"{words}, dit la Ruritanie.")
    c.statement(words, "Ruritanie")
    c.time("le 12 mars", "2030-03-12", "2030-03-12")
    assert c.story().expectations == ()


def test_a_promise_is_kept_by_an_act_told_in_its_words_not_by_one_that_shares_a_name() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Milan Sotek promet le démantèlement du site atomique de Klow.")
    c.statement("le démantèlement du site atomique de Klow", "Milan Sotek", cue_class="promise")
    c.event("démantèlement", "CONCEDE", ("Bordurie",), status="planned")
    c.article("a2", "2030-02-10", "La Bordurie a retiré ses soldats de Klow.")
    c.event("a retiré", "RETREAT", ("Bordurie",))
    assert [e.state for e in c.story().expectations] == ["open"]
    c.article("a3", "2030-03-10", "La Bordurie a achevé le démantèlement du site de Klow.")
    c.event("démantèlement", "RETREAT", ("Bordurie",))
    assert [e.state for e in c.story().expectations] == ["met"]


def test_an_hour_of_the_day_itself_is_a_term() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Le Parlement bordure votera jeudi à 16 heures, promet Milan Sotek.")
    c.statement("Le Parlement bordure votera jeudi à 16 heures", "Milan Sotek", cue_class="promise")
    c.event("votera", "SUPPORT", ("Bordurie",), status="planned")
    c.time("jeudi à 16 heures", "2030-01-10T16:00", type="TIME")
    assert [(e.horizon, e.state) for e in c.story(as_of="2030-03-01").expectations] == [
        ("2030-01-10", "unknown")
    ]


def test_who_is_said_to_wish_hopes() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Anna Kovar a dit qu'elle souhaitait revoir Milan Sotek en mars.")
    c.statement("elle souhaitait revoir Milan Sotek en mars", "Anna Kovar", cue_class="say")
    c.event(
        "revoir", "AGREE", ("Anna Kovar",), recipients=("Milan Sotek",), status="proposed", date="2030-03"
    )
    assert [(e.by, e.kind) for e in c.story().expectations] == [("Anna Kovar", "hoped")]


def test_a_clause_of_the_article_is_one_expectation() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Les ambassadeurs des deux pays doivent se retrouver dimanche à Klow.")
    c.event("doivent", "AGREE", ("Ruritanie",), recipients=("Bordurie",), status="planned", date="2030-01-13")
    c.meeting("se retrouver dimanche", "planned", ("Ruritanie", "Bordurie"), date="2030-01-13", place="Klow")
    c.time("dimanche", "2030-01-13", "2030-01-13")
    (e,) = c.story().expectations
    assert (e.what, e.horizon) == (
        "Les ambassadeurs des deux pays doivent se retrouver dimanche à Klow",
        "2030-01-13",
    )


@pytest.mark.parametrize(("day", "state"), [("2030-05-09", "met"), ("2032-05-09", "open")])
def test_what_no_term_was_set_for_is_kept_while_it_is_news(day: str, state: str) -> None:
    c = Coverage()
    c.article("a1", "2030-03-03", "La Bordurie va libérer douze soldats.")
    c.event("libérer", "CONCEDE", ("Bordurie",), status="planned")
    c.article("a2", day, "La Bordurie a libéré douze soldats.")
    c.event("libéré", "RETREAT", ("Bordurie",), status="occurred")
    assert [e.state for e in c.story().expectations] == [state]


def test_what_somebody_says_should_be_is_not_to_come_but_with_a_day_it_is() -> None:
    for words, number in (
        ("la Bordurie doit libérer ses otages", 0),
        ("la Bordurie doit libérer ses otages mardi", 1),
    ):
        c = Coverage()
        c.article("a1", "2030-01-10", f"Anna Kovar estime que {words}.")
        c.statement(words, "Anna Kovar", cue_class="judge")
        c.event("libérer", "RETREAT", ("Bordurie",), status="planned")
        if "mardi" in words:
            c.time("mardi", "2030-01-15", "2030-01-15")
        assert len(c.story().expectations) == number


def test_another_promise_keeps_none() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "« Nous allons signer le traité de Klow », a dit Anna Kovar.")
    c.statement("Nous allons signer le traité de Klow", "Anna Kovar")
    c.event("allons signer", "AGREE", ("Ruritanie",), status="planned")
    c.article("a2", "2030-02-15", "La Ruritanie a réitéré sa promesse de signer le traité de Klow.")
    c.event("promesse", "AGREE", ("Ruritanie",))
    assert [e.met_by for e in c.story().expectations] == [None]


def test_whom_one_was_to_meet_tells_that_they_met() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Anna Kovar promet de rencontrer les syndicats.")
    c.statement("rencontrer les syndicats", "Anna Kovar", cue_class="promise")
    c.event("rencontrer", "CONSULT", ("Anna Kovar",), status="planned")
    c.article("a2", "2030-02-15", "Une rencontre entre la Ruritanie et la Bordurie a eu lieu.")
    c.event("rencontre", "CONSULT", ("Ruritanie", "Bordurie"))
    assert [e.met_by for e in c.story().expectations] == [None]


def test_a_clause_that_cannot_stand_alone_is_told_with_what_stands_before_it() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Milan Sotek est parti pour Klow, où il doit être soigné.")
    c.event("être soigné", "AID", ("Bordurie",), status="planned")
    assert [e.what for e in c.story().expectations] == [
        "Milan Sotek est parti pour Klow, où il doit être soigné"
    ]


def test_who_is_to_receive_a_body_tells_of_its_summit() -> None:
    c = Coverage()
    c.body("G7")
    c.article(
        "a1", "2030-01-10", "Le sommet du G7 aura lieu à Klow. La Ruritanie doit accueillir le G7 en mai."
    )
    text = c.articles[-1].text
    spans = (Span(3, 15), Span(text.rindex("G7"), text.rindex("G7") + 2))
    c.meeting("sommet du G7", "planned", ("G7",), date="2030-05", place="Klow", mentions=spans)
    c.event("doit", "AGREE", ("Ruritanie",), status="planned")
    assert [e.what for e in c.story().expectations] == ["Le sommet du G7 aura lieu à Klow"]
