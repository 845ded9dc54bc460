from __future__ import annotations

from tests.resolve.told import Coverage

from dragoman.model.actors import Actor
from dragoman.model.deadlocks import Deadlock
from dragoman.resolve.subjects import issue_of

ISSUES = {"troupes": "troops", "prisonniers": "detainees", "sanctions": "sanctions", "réacteur": "arms"}


def told(*stands: tuple[str, str, str, str, str | None], day: str = "2030-05-03") -> Coverage:
    """Each stand: party, what it would do, stance, connective, condition (None: none)."""
    c = Coverage()
    for n, (party, move, stance, connective, condition) in enumerate(stands):
        text = f"{party}: {move} {connective} {condition or ''}."
        c.article(f"a{n}", day, text)
        c.actors.append((f"a{n}", Actor(name=party, kind="state")))
        issue = next(i for word, i in ISSUES.items() if word in move)
        c.position(
            move, party, stance, issue, condition, toward=("Norvège",) if party == "Iran" else ("Iran",)
        )
    return c


def kinds(c: Coverage, as_of: str | None = None) -> list[str]:
    return [d.kind for d in c.story(as_of).deadlocks]


def only(c: Coverage) -> Deadlock:
    (deadlock,) = c.story().deadlocks
    return deadlock


def test_each_waits_for_the_other_to_go_first() -> None:
    c = told(
        ("Iran", "retirer ses troupes", "offer", "une fois", "les prisonniers libérés par la Norvège"),
        (
            "Norvège",
            "aucun des prisonniers ne sortira",
            "refusal",
            "tant que",
            "les troupes de l'Iran restent",
        ),
    )
    deadlock = only(c)
    assert deadlock.kind == "circle"
    assert deadlock.parties == ("Iran", "Norvège")
    assert [(a.issue, a.wants, a.of) for a in deadlock.arcs] == [
        ("troops", "detainees", "Norvège"),
        ("detainees", "troops", "Iran"),
    ]


def test_what_each_would_give_for_what_the_other_would_is_an_exchange() -> None:
    c = told(
        ("Iran", "fermer son réacteur", "offer", "en échange de", "la levée des sanctions par la Norvège"),
        ("Norvège", "lever les sanctions", "offer", "contre", "l'arrêt du programme nucléaire de l'Iran"),
    )
    assert only(c).kind == "exchange"


def test_a_condition_that_the_other_offers_freely_is_met() -> None:
    c = told(
        ("Iran", "fermer son réacteur", "offer", "en échange de", "la levée des sanctions par la Norvège"),
        ("Norvège", "lever les sanctions", "commitment", "", None),
    )
    deadlock = only(c)
    assert deadlock.kind == "exchange"
    assert deadlock.arcs[0].met == deadlock.arcs[1].claim


def test_a_move_is_blocked_by_what_the_other_refuses() -> None:
    c = told(
        ("Iran", "fermer son réacteur", "offer", "en échange de", "la levée des sanctions par la Norvège"),
        ("Norvège", "lever les sanctions", "refusal", "", None),
    )
    deadlock = only(c)
    assert (deadlock.kind, len(deadlock.arcs)) == ("blocked", 2)


def test_a_move_that_nobody_speaks_of_blocks_too() -> None:
    c = told(("Iran", "fermer son réacteur", "offer", "si", "la Norvège lève les sanctions"))
    assert (only(c).kind, len(only(c).arcs)) == ("blocked", 1)


def test_a_move_without_condition_is_free() -> None:
    assert only(told(("Iran", "retirer ses troupes", "commitment", "", None))).kind == "free"


def test_three_may_wait_for_each_other() -> None:
    c = told(
        ("Iran", "retirer ses troupes", "refusal", "tant que", "les sanctions de la Norvège demeurent"),
        ("Norvège", "lever les sanctions", "refusal", "tant que", "les prisonniers de la Suède restent"),
        ("Suède", "libérer les prisonniers", "refusal", "tant que", "les troupes de l'Iran restent"),
    )
    assert only(c).kind == "circle"
    assert len(only(c).arcs) == 3


def test_the_coverage_states_no_such_condition() -> None:
    assert kinds(told(("Iran", "retirer ses troupes", "demand", "", None))) == []
    assert kinds(told(("Iran", "retirer ses troupes", "offer", "si", "tout va bien"))) == []


def test_a_side_that_waits_for_itself_waits_for_nobody() -> None:
    c = told(("Iran", "retirer ses troupes", "refusal", "tant que", "l'Iran n'aura pas ses prisonniers"))
    assert kinds(c) == []


def test_what_was_not_said_yet_or_stands_no_more_is_left_out() -> None:
    c = told(("Iran", "fermer son réacteur", "offer", "si", "la Norvège lève les sanctions"))
    assert kinds(c, "2030-05-02") == []
    assert kinds(c, "2030-06") == ["blocked"]
    assert kinds(c, "2032") == []


def test_a_later_refusal_takes_the_offer_back() -> None:
    c = told(("Iran", "fermer son réacteur", "offer", "si", "la Norvège lève les sanctions"))
    c.article("b", "2030-06-01", "L'Iran: fermer son réacteur, jamais.")
    c.position("fermer son réacteur", "Iran", "refusal", "arms")
    assert kinds(c) == []


def test_what_a_passage_is_about() -> None:
    assert issue_of("la levée partielle des sanctions") == "sanctions"
    assert issue_of("le retrait des soldats") == "troops"
    assert issue_of("il fait beau") is None
