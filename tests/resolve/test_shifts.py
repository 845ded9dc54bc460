from __future__ import annotations

from tests.resolve.told import Coverage


def test_a_refusal_that_becomes_an_offer_on_a_later_day_is_a_shift() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "La Bordurie refuse toute visite de ses sites.")
    c.position("toute visite", "Bordurie", "refusal", "verification")
    c.article("a2", "2030-03-10", "La Bordurie offre une visite de ses sites.")
    c.position("une visite", "Bordurie", "offer", "verification")
    (shift,) = c.story().shifts
    assert (shift.party, shift.issue) == ("Bordurie", "verification")


def test_a_day_that_says_both_tells_nothing() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Elle refuse la visite mais offre un registre.")
    c.position("la visite", "Bordurie", "refusal", "verification")
    c.position("un registre", "Bordurie", "offer", "verification")
    c.article("a2", "2030-03-10", "La Bordurie offre une visite de ses sites.")
    c.position("une visite", "Bordurie", "offer", "verification")
    assert c.story().shifts == ()
