from __future__ import annotations

from dataclasses import replace

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


def test_to_shut_somebody_out_of_talks_that_one_offered_is_a_shift() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "La Bordurie offre à la Ruritanie une rencontre.")
    c.position("une rencontre", "Bordurie", "offer", "format", toward=TO)
    c.article("a2", "2030-03-10", "La Bordurie exige que le ministre ne participe plus aux discussions.")
    c.position("le ministre ne participe plus aux discussions", "Bordurie", "demand", "format", toward=TO)
    assert [(s.party, s.issue) for s in c.story().shifts] == [("Bordurie", "format")]


def test_what_is_asked_no_longer_is_a_shift() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "La Bordurie demande la levée des sanctions.")
    c.position("la levée des sanctions", "Bordurie", "demand", "sanctions")
    c.article("a2", "2030-03-10", "Elle ne réclame plus la levée des sanctions.")
    c.position("ne réclame plus la levée des sanctions", "Bordurie", "commitment", "sanctions")
    assert [(s.party, s.issue) for s in c.story().shifts] == [("Bordurie", "sanctions")]


def test_from_blame_to_a_deal_is_a_shift() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Les sanctions mettent en péril le désarmement nucléaire, dit la Bordurie.")
    c.position("Les sanctions mettent en péril le désarmement nucléaire", "Bordurie", "opposition", "arms")
    c.article("a2", "2030-03-10", "Pour une levée des sanctions, elle rendrait ses sites.")
    c.position("une levée des sanctions", "Bordurie", "demand", "sanctions", once="rendrait ses sites")
    assert [(s.party, s.issue) for s in c.story().shifts] == [("Bordurie", "sanctions")]


def test_words_that_are_more_surely_another_party_s_turn_nobody() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "La Bordurie offre à la Ruritanie une rencontre.")
    c.position("une rencontre", "Bordurie", "offer", "format", toward=TO)
    c.article("a2", "2030-03-10", "Elle exige que le ministre soit remplacé.")
    c.position("le ministre soit remplacé", "Bordurie", "demand", "format", toward=TO)
    c.position("le ministre soit remplacé", "Ruritanie", "demand", "format", toward=("Bordurie",))
    weak, strong = c.claims["positions"][1], c.claims["positions"][2]
    c.claims["positions"][1:] = [replace(weak, confidence=0.5), replace(strong, confidence=0.9)]
    assert c.story().shifts == ()
