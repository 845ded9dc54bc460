"""What is said to come within a term."""

from __future__ import annotations

from tests.resolve.told import Coverage


def test_a_speaker_sets_a_term() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Les pourparlers doivent aboutir d'ici mars, dit Anna Kovar.")
    c.statement("Les pourparlers doivent aboutir d'ici mars", "Anna Kovar")
    c.time("mars", "2030-03", "2030-03")
    (e,) = c.story().expectations
    assert (e.by, e.horizon, e.state) == ("Anna Kovar", "2030-03", "open")
    c.article("a2", "2030-05-01", "La Ruritanie a critiqué la Bordurie.")
    c.event("a critiqué", "ACCUSE", ("Ruritanie",), recipients=("Bordurie",))
    assert [e.state for e in c.story().expectations] == ["lapsed"]


def test_the_article_sets_one() -> None:
    c = Coverage()
    c.article("a1", "2030-02-28", "Anna Kovar séjournera jusqu'au 2 mars à Klow, pour sa visite.")
    c.event("visite", "CONSULT", ("Anna Kovar",), status="ongoing")
    c.time("2 mars", "2030-03-02", "2030-03-02")
    (e,) = c.story().expectations
    assert (e.by, e.horizon) == (None, "2030-03-02")


def test_a_term_that_has_passed_sets_nothing() -> None:
    c = Coverage()
    c.article("a1", "2030-01-10", "Les dernières semaines pèseront sur nous, dit Anna Kovar.")
    c.statement("Les dernières semaines pèseront sur nous", "Anna Kovar")
    c.time("Les dernières semaines", "PXW")
    assert c.story().expectations == ()


def test_a_term_runs_from_the_day_on_which_it_was_set() -> None:
    c = Coverage()
    c.article(
        "a1", "2030-12-31", "La Ruritanie a dit en octobre : les délégations se verront dans deux semaines."
    )
    c.statement("les délégations se verront dans deux semaines", "Ruritanie", said_on="2030-10-05")
    c.time("deux semaines", "P2W")
    (e,) = c.story().expectations
    assert e.horizon == "2030-10-05/2030-10-19"
