"""One saying that something is to come is one expectation, however often an article or its copies tell it."""

from __future__ import annotations

import pytest
from tests.resolve.told import Coverage

BOTH = ("Anna Kovar", "Milan Sotek")


def told(c: Coverage) -> list[tuple[str | None, str]]:
    return [(e.by, e.what) for e in c.story().expectations]


def test_an_act_that_is_the_meeting_to_come_is_told_by_the_meeting() -> None:
    c = Coverage()
    c.article("a1", "2030-02-13", "Anna Kovar doit revoir Milan Sotek le 27 mars à Klow.")
    c.meeting("revoir Milan Sotek", "planned", BOTH, date="2030-03-27", place="Klow")
    c.event("doit", "AGREE", ("Anna Kovar",), status="planned", date="2030-03-27")
    c.article("a2", "2030-03-28", "Kovar et Sotek se sont vus à Klow.")
    c.meeting("se sont vus", "held", BOTH, date="2030-03-27", place="Klow")
    (e,) = c.story().expectations
    assert (e.state, e.met_by) == ("met", c.story().meetings[0].id)


def test_another_act_of_the_clause_is_a_promise_of_its_own() -> None:
    c = Coverage()
    c.article(
        "a1", "2030-02-13", "Anna Kovar libérera les otages avant de revoir Milan Sotek le 27 mars à Klow."
    )
    c.meeting("revoir Milan Sotek", "planned", BOTH, date="2030-03-27", place="Klow")
    c.event("libérera", "CONCEDE", ("Anna Kovar",), status="planned")
    assert len(told(c)) == 2


def test_a_statement_and_the_act_inside_it_are_one_traced_to_the_statement() -> None:
    c = Coverage()
    c.article(
        "a1",
        "2030-01-19",
        "Un sommet Kovar-Sotek annoncé\n\nKovar et Sotek se retrouveront en mars, dit la Ruritanie.",
    )
    c.meeting("Un sommet Kovar-Sotek", "planned", BOTH, date="2030-03")
    c.statement("Kovar et Sotek se retrouveront en mars", "Ruritanie")
    c.event("se retrouveront", "AGREE", BOTH, status="planned", date="2030-03")
    (e,) = c.story().expectations
    assert (e.by, e.claim) == ("Ruritanie", c.claims["statements"][0].id)


@pytest.mark.parametrize(("term", "many"), [("2030-03", 1), ("2030-05", 2)])
def test_a_title_that_sums_up_what_a_speaker_says_is_no_saying_of_its_own(term: str, many: int) -> None:
    """It has another term, or the same one."""
    c = Coverage()
    title = "Un sommet prévu pour mars"
    c.article("a1", "2030-01-19", f"{title}\n\nLe sommet aura lieu alors, dit Anna Kovar.", title=title)
    c.meeting("Un sommet", "planned", BOTH, mentions=(c.span("Un sommet"), c.span("Le sommet")))
    c.statement("Le sommet aura lieu alors", "Anna Kovar")
    c.time("mars", "2030-03", "2030-03")
    c.time("alors", term, term)
    assert len(told(c)) == many


@pytest.mark.parametrize(
    ("mentions", "by", "what"),
    [
        (("un sommet",), None, "Anna Kovar propose un sommet"),
        (("un sommet", "le voir"), "Anna Kovar", "le voir en mars"),
    ],
)
def test_what_leads_to_the_words_of_a_speaker_is_theirs(
    mentions: tuple[str, ...], by: str | None, what: str
) -> None:
    """Where the article's words and the speaker's are of one meeting."""
    c = Coverage()
    c.article("a1", "2030-01-19", "Anna Kovar propose un sommet, Milan Sotek, à le voir en mars.")
    c.meeting("un sommet", "proposed", BOTH, date="2030-03", mentions=tuple(map(c.span, mentions)))
    c.statement("le voir en mars", "Anna Kovar", cue_class="propose")
    assert told(c) == [(by, what)]


def test_of_a_statement_within_a_statement_the_inner_one_says_it() -> None:
    c = Coverage()
    inner = "le comité se réunira le 28 mars"
    c.article("a1", "2030-03-01", f"La Ruritanie a fait savoir que {inner}, selon la Bordurie.")
    c.statement(inner, "Ruritanie")
    c.statement(f"La Ruritanie a fait savoir que {inner}", "Bordurie")
    c.time("le 28 mars", "2030-03-28", "2030-03-28")
    assert told(c) == [("Ruritanie", inner)]


def test_the_same_words_of_one_speaker_are_one_saying_of_an_article_and_of_its_copies() -> None:
    c = Coverage()
    body = "La réunion de Klow a duré deux jours et a porté sur les otages, les frontières et le blé. " * 3
    own = (
        "Devant la presse de Szohôd, venue en nombre malgré la neige, elle a repris ce qui avait été dit la veille. "
        * 3
    )
    promise = "libérer « tous » les otages"
    for name, lead, said in (
        ("a1", body, (promise,)),
        ("a2", body, ('libérer "tous" les otages',)),
        ("a3", own, (promise, "libérer les navires")),
    ):
        c.article(name, "2030-03-01", lead + " ".join(f"Kovar promet de {words}." for words in said))
        for words in said:
            c.statement(words, "Anna Kovar", cue_class="promise")
            c.event(words, "CONCEDE", ("Ruritanie",), status="planned")
    assert len(told(c)) == 3


def test_what_an_article_says_of_a_meeting_told_before_is_traced_to_where_it_says_so() -> None:
    c = Coverage()
    c.article(
        "a1", "2030-02-13", "Le dossier des otages divise Kovar et Sotek. Kovar doit revoir Sotek le 27 mars."
    )
    c.meeting(
        "Le dossier",
        "planned",
        BOTH,
        date="2030-03-27",
        mentions=(c.span("Le dossier"), c.span("revoir Sotek")),
    )
    c.event("doit", "AGREE", ("Anna Kovar",), status="planned", date="2030-03-27")
    (e,) = c.story().expectations
    assert (e.claim, e.what) == (c.claims["events"][0].id, "Kovar doit revoir Sotek le 27 mars")


@pytest.mark.parametrize(
    "text",
    [
        "Les débats animeront toute la semaine ; Milan Sotek sera absent du sommet de Klow.",
        "Des gardes logeront ici pendant le sommet de Klow.",
        "Anna Kovar séjournera à Klow pour préparer le sommet de Klow.",
        "Ce sont des débats qui animeront le sommet de Klow.",
    ],
)
def test_what_is_to_come_at_a_meeting_is_not_that_it_comes(text: str) -> None:
    c = Coverage()
    c.article("a1", "2030-02-13", text)
    c.meeting("sommet de Klow", "planned", BOTH, date="2030-03-27", place="Klow")
    assert told(c) == []


def test_a_clause_that_begins_with_qui_is_told_with_whom_it_is_said_of() -> None:
    c = Coverage()
    c.article("a1", "2030-02-13", "Anna Kovar, qui doit revoir Milan Sotek à Klow, a souri.")
    c.meeting("revoir Milan Sotek", "planned", BOTH, date="2030-03-27", place="Klow")
    assert told(c) == [(None, "Anna Kovar, qui doit revoir Milan Sotek à Klow")]
