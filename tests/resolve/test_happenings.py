from __future__ import annotations

from tests.resolve.told import Coverage

from dragoman.model.stories import StoryClaims
from dragoman.resolve.cast import Cast
from dragoman.resolve.happenings import find_act_leads, tell_acts
from dragoman.resolve.sources import Sources
from dragoman.resolve.tellings import Tellings


def coverage() -> Coverage:
    c = Coverage()
    c.article(
        "a1",
        "2030-05-04",
        "La Bordurie a libéré douze soldats ruritains samedi à Klow. Elle a libéré un espion.",
    )
    c.event(
        "a libéré douze", "RETREAT", ("Bordurie",), recipients=("Ruritanie",), date="2030-05-03", place="Klow"
    )
    c.article(
        "a2",
        "2030-05-06",
        "La libération des soldats par la Bordurie, le 2 ou le 3 mai, a détendu le climat.",
    )
    c.event("libération", "RETREAT", ("Bordurie",), date="2030-05-02/2030-05-03")
    c.article("a3", "2030-06-06", "La Bordurie a libéré d'autres soldats jeudi.")
    c.event("a libéré", "RETREAT", ("Bordurie",), recipients=("Ruritanie",), date="2030-06-05")
    return c


def test_an_act_told_twice_is_one_with_its_tellings() -> None:
    first, second = coverage().story().happenings
    assert (len(first.tellings), first.sources, first.date, first.place) == (2, 2, "2030-05-03", "Klow")
    assert first.recipients == ("Ruritanie",)
    assert [(d.field, d.value) for d in first.differing] == [
        ("date", "2030-05-02/2030-05-03"),
        ("date", "2030-05-03"),
    ]
    assert (len(second.tellings), second.date) == (1, "2030-06-05")


def test_what_is_to_come_is_not_what_was_done() -> None:
    c = coverage()
    c.article("a4", "2030-05-01", "La Bordurie va libérer douze soldats le 3 mai.")
    c.event("libérer", "RETREAT", ("Bordurie",), date="2030-05-03", status="planned")
    assert len(c.story().happenings) == 3


def test_two_acts_of_one_day_that_share_no_word_are_two() -> None:
    c = coverage()
    c.article("a4", "2030-05-04", "La Bordurie a libéré douze soldats. Klow a retiré ses blindés du fleuve.")
    c.event("a retiré", "RETREAT", ("Bordurie",), date="2030-05-03")
    assert len(c.story().happenings) == 3


def test_acts_of_two_persons_of_one_side_are_two() -> None:
    c = Coverage()
    c.article("a1", "2030-05-04", "Anna Kovar accuse la Bordurie. La Ruritanie accuse la Bordurie.")
    c.event("Kovar accuse", "ACCUSE", ("Anna Kovar",), recipients=("Bordurie",), date="2030-05-03")
    c.event("Ruritanie accuse", "ACCUSE", ("Ruritanie",), recipients=("Bordurie",), date="2030-05-03")
    assert len(c.story().happenings) == 2


def test_the_order_of_reading_plays_no_part() -> None:
    assert coverage().story().happenings == coverage().story(reverse=True).happenings


def test_the_order_of_a_leads_keys_plays_no_part() -> None:
    """An act by two, which fits an act of the one as well as an act of the other."""
    c = Coverage()
    c.article("a1", "2030-05-04", "La Bordurie a libéré douze soldats. La Syldavie a libéré douze soldats.")
    c.event("Bordurie a libéré", "RETREAT", ("Bordurie",), date="2030-05-03")
    c.event("Syldavie a libéré", "RETREAT", ("Syldavie",), date="2030-05-03")
    c.article("a2", "2030-05-06", "Les deux voisins ont libéré douze soldats.")
    c.event("ont libéré", "RETREAT", ("Syldavie", "Bordurie"), date="2030-05-03")
    claims = StoryClaims(events=tuple(c.claims["events"]), actors=tuple(c.actors))
    tellings = Tellings(c.articles, claims, Cast(claims.actors), Sources())
    leads = [lead for article in tellings.articles for lead in find_act_leads(tellings, article)]
    turned = [lead._replace(keys=lead.keys[::-1]) for lead in leads]
    assert len(leads[-1].keys) > 1
    assert tell_acts(tuple(leads), tellings) == tell_acts(tuple(turned), tellings)
