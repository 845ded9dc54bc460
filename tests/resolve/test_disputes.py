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


def test_a_figure_given_in_answer_to_another_is_disputed() -> None:
    c = Coverage()
    c.article(
        "a1",
        "2030-05-03",
        "« Ils paieront 500 millions de couronnes », a dit Anna Kovar. "
        "La hausse n'est que de 70 millions de couronnes, a rétorqué Milan Sotek.",
    )
    c.statement("Ils paieront 500 millions de couronnes", "Anna Kovar")
    c.statement("La hausse n'est que de 70 millions de couronnes", "Milan Sotek", cue=c.span("a rétorqué"))
    (dispute,) = c.story().disputes
    assert (dispute.kind, dispute.matter) == (
        "figure",
        "500 millions de couronnes / 70 millions de couronnes",
    )


def test_a_rounded_figure_is_the_same_one() -> None:
    c = Coverage()
    c.article(
        "a1",
        "2030-05-03",
        "500 soldats partis vers le nord, dit Kovar. 498 soldats partis vers le nord, dit Sotek.",
    )
    c.statement("500 soldats partis vers le nord", "Anna Kovar")
    c.statement("498 soldats partis vers le nord", "Milan Sotek")
    assert c.story().disputes == ()


def test_a_charge_that_the_other_side_denies_is_a_dispute_of_blame() -> None:
    c = Coverage()
    c.article(
        "a1", "2030-05-03",
        "La Ruritanie accuse la Bordurie d'avoir coulé un navire. La Bordurie nie y avoir pris part.",
    )  # fmt: skip
    c.statement("avoir coulé un navire", "Ruritanie", cue_class="accuse")
    c.event("avoir coulé", "ASSAULT", ("Bordurie",), recipients=("Ruritanie",))
    c.statement("y avoir pris part", "Bordurie", cue_class="deny", negative=True)
    (dispute,) = c.story().disputes
    assert (dispute.kind, [v.party for v in dispute.versions]) == ("blame", ["Ruritanie", "Bordurie"])


def test_a_failure_that_is_only_feared_is_no_judgement() -> None:
    c = Coverage()
    c.article(
        "a1", "2030-05-03", "En cas d'échec, le sommet serait oublié. Le sommet fut un succès, dit Sotek."
    )
    c.statement("Le sommet fut un succès", "Milan Sotek")
    text = c.articles[-1].text
    spans = tuple(Span(i, i + 6) for i in (text.index("sommet"), text.rindex("sommet")))
    c.meeting("sommet", "held", BOTH, date="2030-05-02", place="Klow", mentions=spans)
    assert c.story().disputes == ()


def test_charges_over_a_meeting_that_an_article_begins_with() -> None:
    c = Coverage()
    c.article(
        "a1", "2030-05-03",
        "Le sommet de Klow a pris fin. Il a duré un jour. On a mangé. On a bu. "
        "« La Bordurie a refusé nos offres », a dit Anna Kovar.",
    )  # fmt: skip
    c.meeting("sommet de Klow", "held", BOTH, date="2030-05-02", place="Klow")
    c.statement("La Bordurie a refusé nos offres", "Anna Kovar")
    c.event("a refusé", "ACCUSE", ("Anna Kovar",), recipients=("Bordurie",))
    c.article("a2", "2030-06-01", "La Ruritanie était de mauvaise foi à Klow, selon Milan Sotek.")
    c.statement("La Ruritanie était de mauvaise foi à Klow", "Milan Sotek")
    c.event("mauvaise foi", "ACCUSE", ("Milan Sotek",), recipients=("Ruritanie",))
    (dispute,) = c.story().disputes
    assert (dispute.kind, dispute.matter) == ("blame", "sommet de Klow")


@pytest.mark.parametrize(
    ("idea", "entry"),
    [(idea, e) for idea, entries in load_yaml("fr/wordings")["patterns"].items() for e in entries],
)
def test_every_wording_finds_its_example(idea: str, entry: dict[str, str]) -> None:
    assert re.search(entry["pattern"], entry["example"], re.IGNORECASE)
    assert Wordings.load().find(idea, entry["example"])


def charges(text: str) -> Coverage:
    c = Coverage()
    c.article("a1", "2030-05-03", text)
    return c


def test_a_word_of_blame_charges_the_side_it_is_said_of() -> None:
    c = charges(
        "Le sommet de Klow a pris fin. Kovar a dit : ils voulaient toutes les terres. "
        "La Ruritanie a été de mauvaise foi, a dit Sotek."
    )
    c.meeting("sommet de Klow", "held", BOTH, date="2030-05-02", place="Klow")
    c.statement("ils voulaient toutes les terres", "Anna Kovar")
    c.event("voulaient", "REQUEST", ("Bordurie",), recipients=("Ruritanie",))
    c.statement("La Ruritanie a été de mauvaise foi", "Milan Sotek")
    (dispute,) = c.story().disputes
    assert (dispute.kind, {v.party for v in dispute.versions}) == ("blame", {"Ruritanie", "Bordurie"})


def test_two_sides_that_each_asked_for_all_blame_nobody() -> None:
    c = charges("Le sommet de Klow a pris fin. Ils voulaient toutes les terres. Elle voulait tout le blé.")
    c.meeting("sommet de Klow", "held", BOTH, date="2030-05-02", place="Klow")
    c.statement("Ils voulaient toutes les terres", "Anna Kovar")
    c.event("voulaient", "REQUEST", ("Bordurie",))
    c.statement("Elle voulait tout le blé", "Milan Sotek")
    c.event("voulait tout", "REQUEST", ("Ruritanie",))
    assert [d for d in c.story().disputes if d.kind == "blame"] == []


def test_a_denial_that_the_article_tells_answers_the_charge_before() -> None:
    c = charges("La Ruritanie accuse la Bordurie d'avoir armé des rebelles, ce que la Bordurie conteste.")
    c.statement("avoir armé des rebelles", "Ruritanie", cue_class="accuse", cue=c.span("accuse"))
    c.event("conteste", "REJECT", ("Bordurie",))
    (dispute,) = c.story().disputes
    assert [v.party for v in dispute.versions] == ["Ruritanie", "Bordurie"]
    assert dispute.matter.startswith("La Ruritanie accuse la Bordurie")


def test_accusations_called_unfounded_are_those_of_whom_they_name() -> None:
    c = charges("La Bordurie a dénoncé des accusations infondées de la Ruritanie.")
    c.statement("des accusations infondées de la Ruritanie", "Bordurie", cue_class="judge")
    c.event("accusations", "ACCUSE", ("Ruritanie",), recipients=("Bordurie",))
    (dispute,) = c.story().disputes
    assert [v.party for v in dispute.versions] == ["Ruritanie", "Bordurie"]


def test_who_repeats_an_accusation_of_its_own_denies_nothing() -> None:
    c = charges("La Ruritanie maintient ses accusations infondées, dit-on, de la Ruritanie.")
    c.statement("ses accusations infondées, dit-on, de la Ruritanie", "Ruritanie")
    c.event("accusations", "ACCUSE", ("Ruritanie",), recipients=("Bordurie",))
    assert c.story().disputes == ()


def test_whom_a_pronoun_accuses_is_who_denies_right_after() -> None:
    c = charges("La Ruritanie l'accuse d'avoir coulé un navire. La Bordurie a toujours nié.")
    c.statement("avoir coulé un navire", "Ruritanie", cue_class="accuse", cue=c.span("accuse"))
    c.event("accuse", "ACCUSE", ("Ruritanie",), recipients=("Milan Sotek",))
    c.event("a toujours nié", "REJECT", ("Bordurie",))
    (dispute,) = c.story().disputes
    assert (dispute.kind, [v.party for v in dispute.versions]) == ("blame", ["Ruritanie", "Bordurie"])


def test_old_news_is_not_what_a_denial_of_today_answers() -> None:
    c = charges("La Ruritanie avait accusé la Bordurie de vol en 2020. La Bordurie dément tout piratage.")
    c.statement("vol en 2020", "Ruritanie", cue_class="accuse", cue=c.span("avait accusé"))
    c.event("dément", "REJECT", ("Bordurie",))
    assert c.story().disputes == ()


def mutual(title: str, a: str = "avoir rompu la trêve", b: str = "l'avoir violée") -> Coverage:
    c = charges(
        f"{title}\n\nLa Ruritanie accuse la Bordurie d'{a}. On a mangé. On a bu. On a dormi. "
        f"La Bordurie accuse la Ruritanie de {b}."
    )
    for words, who in ((a, "Ruritanie"), (b, "Bordurie")):
        other = "Bordurie" if who == "Ruritanie" else "Ruritanie"
        c.statement(words, who, cue_class="accuse", cue=c.span(f"accuse la {other}"))
        c.event(f"accuse la {other}", "ACCUSE", (who,), recipients=(other,))
    return c


def in_one_breath(a: str, b: str) -> Coverage:
    c = charges(f"La Ruritanie accuse la Bordurie de {a}, la Bordurie accuse la Ruritanie de {b}.")
    c.statement(a, "Ruritanie", cue_class="accuse", cue=c.span("accuse la Bordurie"))
    c.event("accuse la Bordurie", "ACCUSE", ("Ruritanie",), recipients=("Bordurie",))
    c.statement(b, "Bordurie", cue_class="accuse", cue=c.span("accuse la Ruritanie"))
    c.event("accuse la Ruritanie", "ACCUSE", ("Bordurie",), recipients=("Ruritanie",))
    return c


def test_sides_that_accuse_each_other_far_apart_are_not_surely_at_odds_over_one_matter() -> None:
    assert [d.sure for d in mutual("Deux voisins se parlent").story().disputes] == [False]


def test_sides_that_accuse_each_other_in_one_breath_of_breaking_the_truce_are() -> None:
    told = in_one_breath("avoir rompu la trêve", "l'avoir violée").story().disputes
    assert [(d.kind, d.sure) for d in told] == [("blame", True)]


def test_charges_that_may_both_be_true_are_not_surely_a_dispute() -> None:
    told = in_one_breath("vol", "fraude").story().disputes
    assert [(d.kind, d.sure) for d in told] == [("blame", False)]


def test_who_says_to_be_in_its_right_answers_a_charge_of_having_broken_the_law() -> None:
    c = charges(
        "Oslo estime que la Bordurie viole sa souveraineté en forant. La Bordurie dit être dans son bon droit."
    )
    c.statement("la Bordurie viole sa souveraineté en forant", "Ruritanie")
    c.statement("être dans son bon droit", "Bordurie")
    (dispute,) = c.story().disputes
    assert (dispute.kind, [v.party for v in dispute.versions]) == ("blame", ["Ruritanie", "Bordurie"])


def test_who_says_to_have_rights_answers_no_charge_of_something_else() -> None:
    c = charges("La Ruritanie accuse la Bordurie de lenteur. La Bordurie dit avoir des droits sur la mer.")
    c.statement("lenteur", "Ruritanie", cue_class="accuse", cue=c.span("accuse"))
    c.event("accuse", "ACCUSE", ("Ruritanie",), recipients=("Bordurie",))
    c.statement("avoir des droits sur la mer", "Bordurie")
    assert c.story().disputes == ()


def test_what_one_calls_so_called_is_denied_however_far_from_the_charge() -> None:
    c = charges(
        "La Ruritanie accuse la Bordurie d'avoir violé le traité. " + "On a mangé. " * 60 + "La France "
        "parle de prétendues violations, a dit Sotek. La Ruritanie parle de prétendues violations, a dit Sotek."
    )
    c.statement("avoir violé le traité", "Ruritanie", cue_class="accuse", cue=c.span("accuse"))
    c.event("accuse", "ACCUSE", ("Ruritanie",), recipients=("Bordurie",))
    c.statement("La Ruritanie parle de prétendues violations", "Milan Sotek")
    (dispute,) = c.story().disputes
    assert [v.party for v in dispute.versions] == ["Ruritanie", "Bordurie"]


def test_news_that_another_denies_in_the_same_breath_is_disputed() -> None:
    c = charges("La Turquie dit avoir pris dix villages, des informations démenties par la France.")
    c.statement("avoir pris dix villages, des informations démenties par la France", "Turquie")
    c.event("démenties", "REJECT", ("France",))
    (dispute,) = c.story().disputes
    assert (dispute.kind, [v.party for v in dispute.versions]) == ("occurrence", ["Turquie", "France"])


def test_the_doctors_of_a_state_are_not_the_state() -> None:
    c = charges("Anna Kovar dénonce un poison, ce que récusent les médecins turcs.")
    c.statement("un poison", "Anna Kovar", cue_class="accuse")
    c.group("médecins turcs")
    c.event("récusent", "REJECT", ("médecins turcs",))
    (dispute,) = c.story().disputes
    assert [v.party for v in dispute.versions] == ["Ruritanie", "médecins turcs"]


def test_who_lays_the_blame_for_a_crisis_on_another_denies_no_other_charge() -> None:
    c = charges(
        "La Turquie accuse la France de forages. La France a rejeté la responsabilité de la crise sur la Turquie."
    )
    c.statement("forages", "Turquie", cue_class="accuse", cue=c.span("accuse"))
    c.event("accuse", "ACCUSE", ("Turquie",), recipients=("France",))
    c.event("a rejeté", "ACCUSE", ("France",), recipients=("Turquie",))
    assert [d for d in c.story().disputes if d.sure] == []


def test_those_who_hold_each_other_responsible_are_at_odds() -> None:
    c = charges("La France et la Turquie se rejettent la responsabilité de l'incident.")
    c.event("se rejettent la responsabilité", "ACCUSE", ("France",), recipients=("Turquie",))
    (dispute,) = c.story().disputes
    assert {v.party for v in dispute.versions} == {"France", "Turquie"}


def test_of_all_who_are_taken_for_the_accuser_the_one_named_nearest_is() -> None:
    c = charges("La Bordurie écoute. La Ruritanie accuse la Bordurie de vol, ce que la Bordurie conteste.")
    c.event("accuse", "ACCUSE", ("Bordurie", "Ruritanie"), recipients=("Bordurie",))
    c.event("conteste", "REJECT", ("Bordurie",))
    (dispute,) = c.story().disputes
    assert [v.party for v in dispute.versions] == ["Ruritanie", "Bordurie"]


def test_of_those_taken_for_the_accused_the_words_tell_who_is() -> None:
    c = charges(
        "La Turquie est venue « les mains vides », a accusé Kim. La Bordurie dément être convenue d'un rendez-vous."
    )
    c.person("Kim")
    c.statement("La Turquie est venue « les mains vides", "Kim", cue_class="accuse", cue=c.span("a accusé"))
    c.event("a accusé", "ACCUSE", ("Kim",), recipients=("Turquie", "Bordurie"))
    c.statement("être convenue d'un rendez-vous", "Bordurie", cue_class="deny", negative=True)
    assert c.story().disputes == ()


def test_an_accord_that_one_side_tells_and_the_other_denies_is_disputed() -> None:
    c = charges(
        "La Ruritanie a accepté de revoir la Bordurie, dit Kovar. Oslo les invite à revenir. "
        "La Bordurie dément être convenue d'un rendez-vous."
    )
    c.statement("La Ruritanie a accepté de revoir la Bordurie", "Anna Kovar")
    c.event("a accepté", "AGREE", ("Ruritanie", "Bordurie"))
    c.statement("revenir", "Turquie", cue_class="ask")
    c.event("revenir", "AGREE", ("Ruritanie", "Bordurie"), status="proposed")
    c.statement("être convenue d'un rendez-vous", "Bordurie", cue_class="deny", negative=True)
    c.event("être convenue", "AGREE", ("Bordurie",), recipients=("Ruritanie",))
    (dispute,) = c.story().disputes
    assert (dispute.kind, [v.party for v in dispute.versions]) == ("occurrence", ["Ruritanie", "Bordurie"])


def test_the_failure_of_an_earlier_summit_judges_no_other_talks() -> None:
    c = charges(
        "Les discussions, les premières depuis l'échec du sommet de Klow, ont pris fin. "
        "De bonnes discussions, dit Milan Sotek."
    )
    c.statement("De bonnes discussions", "Milan Sotek")
    text = c.articles[-1].text
    spans = (Span(4, 15), Span(text.index("bonnes") + 7, text.index(", dit")))
    c.meeting("discussions", "held", BOTH, kind="talks", date="2030-05-02", place="Klow", mentions=spans)
    assert c.story().disputes == ()
