from __future__ import annotations

from tests.resolve.told import Coverage

TO = ("Ruritanie",)


def turn(
    words: str = "une visite de ses sites", toward: tuple[str, ...] = TO, by: str | None = None
) -> Coverage:
    c = Coverage()
    c.article("a1", "2030-01-10", "La Bordurie refuse à la Ruritanie toute visite de ses sites.")
    c.position("toute visite de ses sites", "Bordurie", "refusal", "verification", toward=TO)
    c.article("a2", "2030-03-10", "La Bordurie offre à la Ruritanie une visite de ses sites et un registre.")
    c.position(words, "Bordurie", "offer", "verification", toward=toward, by=by)
    return c


def test_a_refusal_that_becomes_an_offer_on_a_later_day_is_a_shift() -> None:
    (shift,) = turn().story().shifts
    assert (shift.party, shift.issue) == ("Bordurie", "verification")


def test_what_is_offered_in_other_words_is_another_matter() -> None:
    assert turn(words="un registre").story().shifts == ()


def test_what_is_offered_to_nobody_named_is_not_surely_the_same() -> None:
    assert turn(toward=()).story().shifts == ()


def test_some_of_a_side_do_not_turn_it() -> None:
    c = turn(by="députés bordures")
    assert len(c.story().shifts) == 1  # nobody tells who they are: the party itself may be meant
    c.group("députés bordures")
    assert c.story().shifts == ()


def test_a_day_that_says_both_tells_nothing() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Elle refuse la visite mais offre un registre.")
    c.position("la visite", "Bordurie", "refusal", "verification")
    c.position("un registre", "Bordurie", "offer", "verification")
    c.article("a2", "2030-03-10", "La Bordurie offre une visite de ses sites.")
    c.position("une visite", "Bordurie", "offer", "verification")
    assert c.story().shifts == ()
