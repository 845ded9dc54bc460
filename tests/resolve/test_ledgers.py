from __future__ import annotations

import re
from typing import Any

import pytest
from tests.resolve.told import Coverage

from dragoman.lexicon import load_yaml
from dragoman.model.actors import Actor

ENTRIES: list[Any] = [
    pytest.param(entry, id=f"{name}: {entry['example']}")
    for name in ("agreements", "measures", "channels")
    for group in load_yaml(f"fr/{name}").values()
    for entries in (group.values() if isinstance(group, dict) else [group])
    for entry in entries
    if "example" in entry
]


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_pattern_finds_its_example(entry: dict[str, str]) -> None:
    assert re.search(entry["pattern"], entry["example"], re.IGNORECASE)


def coverage() -> Coverage:
    c = Coverage()
    c.article(
        "a1",
        "2030-05-04",
        "La déclaration de Lima, signée le 2 mai par l'Iran et la Norvège, prévoit un retrait des troupes. "
        "Téhéran et Oslo ont ouvert un bureau de liaison. L'embargo imposé par la Norvège à l'Iran demeure.",
    )
    c.actors += [("a1", Actor(name=n, kind="state")) for n in ("Iran", "Norvège")]
    c.event("signée", "SUPPORT", ("Iran", "Norvège"))
    c.event("ont ouvert", "COOPERATE", ("Iran", "Norvège"))
    c.event("imposé", "SANCTION", ("Norvège",), recipients=("Iran",), status="ongoing")
    c.time("2 mai", "2030-05-02", "2030-05-02")
    c.article(
        "a2",
        "2031-01-10",
        "L'Iran juge caduque la déclaration de Lima. Téhéran a fermé le bureau de liaison avec la Norvège. "
        "L'embargo de la Norvège contre l'Iran a été levé. Oslo accuse Téhéran d'avoir violé l'embargo de la "
        "Norvège contre l'Iran.",
    )
    c.statement("caduque la déclaration de Lima", "Iran")
    c.event("a fermé", "SANCTION", ("Iran",), recipients=("Norvège",))
    return c


def test_an_agreement_has_parties_a_date_terms_and_a_life() -> None:
    (agreement,) = coverage().story().agreements
    assert agreement.label == "déclaration de Lima"
    assert agreement.parties == ("Iran", "Norvège")
    assert agreement.date == "2030-05-02"
    assert agreement.terms == ("prévoit un retrait des troupes.",)
    assert [(e.on, e.state, e.by) for e in agreement.life] == [
        ("2030-05-04", "signed", None),
        ("2031-01-10", "dead", "Iran"),
    ]
    assert agreement.state == "dead"


def test_a_measure_tells_by_whom_on_whom_and_how_it_stands() -> None:
    (measure,) = coverage().story().measures
    assert (measure.kind, measure.by, measure.on) == ("embargo", ("Norvège",), ("Iran",))
    assert [e.state for e in measure.life] == ["in force", "lifted", "violation alleged"]
    assert (measure.since, measure.state) == ("2030-05-04", "lifted")


def test_a_measure_is_not_of_whoever_stands_near_it() -> None:
    c = Coverage()
    c.article(
        "a1", "2030-05-04", "Sanctions : Oslo s'explique. L'Iran a demandé à Lima la levée des sanctions."
    )
    c.actors += [("a1", Actor(name=n, kind="state")) for n in ("Iran", "Norvège", "Pérou")]
    c.event("a demandé", "REQUEST", ("Iran",), recipients=("Pérou",))
    c.event("levée", "CONCEDE", ("Pérou",), recipients=("Iran",), status="proposed")
    assert c.story().measures == ()
    c.article("a2", "2030-05-05", "Les sanctions de l'ONU contre l'Iran demeurent.")
    c.actors += [("a2", Actor(name="ONU", kind="organisation")), ("a2", Actor(name="Iran", kind="state"))]
    assert [(m.label, m.by, m.on) for m in c.story().measures] == [
        ("sanctions de l'ONU contre l'Iran", ("ONU",), ("Iran",))
    ]


def test_a_channel_is_opened_and_cut() -> None:
    (channel,) = coverage().story().channels
    assert (channel.kind, channel.between) == ("liaison office", ("Iran", "Norvège"))
    assert [e.state for e in channel.life] == ["opened", "cut"]


def named(text: str, **persons: str) -> list[str]:
    c = Coverage()
    c.article("a1", "2030-05-04", text)
    c.article("a2", "2030-06-04", f"On en parle encore. {text}")
    c.actors += [("a1", Actor(name=n.replace("_", " "), kind=k)) for n, k in persons.items()]
    return [a.label for a in c.story().agreements]


def test_an_agreement_is_called_by_a_place_a_matter_whom_it_joins_or_its_own_name() -> None:
    assert named("L'Accord de Lima demeure.") == ["accord de Lima"]
    assert named("Klow rejette l'accord de divorce avec l'Union.") == ["accord de retrait"]
    assert named("Un accord interbordure conclu en 2018.") == []
    assert named("Un accord intercoréen conclu en 2018 vacille.") == ["accord intercoréen"]
    assert named("Le traité russo-américain Blue Sky vacille.") == ["traité Blue Sky"]
    assert named("La déclaration commune signée le 2 mai 2030 à Lima vacille.") == ["déclaration de Lima"]
    assert named("Les ministres ont signé un accord militaire.") == ["accord militaire"]
    assert named("Le traité de libre-échange UE-Ruritanie vacille.") == [
        "traité de libre-échange UE-Ruritanie"
    ]


def test_words_a_consent_and_an_agreement_still_sought_are_none() -> None:
    assert named("La déclaration d'Anna Kovar a surpris.", Anna_Kovar="person") == []
    assert named("Avec l'accord de la Ruritanie, il est parti.", Ruritanie="state") == []
    assert named("Les deux camps cherchent un accord de paix.") == []


def test_who_leaves_an_agreement_does_not_end_it() -> None:
    c = Coverage()
    c.article(
        "a1", "2030-05-04", "La Norvège s'est retirée de l'accord de Lima, qui règle le retrait des troupes."
    )
    c.article(
        "a2",
        "2030-06-04",
        "Le retrait de la Norvège inquiète, mais l'accord de Lima entre l'Iran et Oslo vit.",
    )
    c.actors += [("a2", Actor(name=n, kind="state")) for n in ("Iran", "Norvège")]
    (agreement,) = c.story().agreements
    assert [e.state for e in agreement.life] == ["left", "told"]
    assert agreement.parties == ("Iran", "Norvège")


def test_no_agreement_is_none() -> None:
    c = Coverage()
    c.article("a1", "2030-05-04", "Aucun accord de Lima n'a été signé.")
    assert all(a.state == "told" for a in c.story().agreements)


def test_the_order_of_reading_plays_no_part() -> None:
    one, other = coverage().story(), coverage().story(reverse=True)
    assert (one.agreements, one.measures, one.channels) == (other.agreements, other.measures, other.channels)


def test_trade_agreements_are_told_from_each_other_by_those_between_whom_they_are() -> None:
    c = Coverage()
    c.article(
        "a1", "2030-05-04",
        "L'accord de libre-échange entre l'Union européenne et le Canada demeure. Le traité de libre-échange "
        "Canada/UE vacille. Cet accord commercial vacille.",
    )  # fmt: skip
    c.article("a2", "2030-05-05", "L'accord commercial conclu vacille.")
    c.article(
        "a3", "2030-05-06", "L'accord commercial avec le Mercosur, conclu par l'Union européenne, vacille."
    )
    c.article("a4", "2030-05-07", "L'accord commercial entre l'UE et le Mercosur demeure.")
    told = sorted(c.story().agreements, key=lambda a: a.parties)
    assert [a.parties for a in told] == [("Canada", "Union européenne"), ("Mercosur", "Union européenne")]
    assert [len(a.life) for a in told] == [3, 2]


def test_parties_sign_or_conclude_and_nobody_else_is_one() -> None:
    c = Coverage()
    c.article("a1", "2030-05-04", "Anna Kovar soutient l'accord de Lima. L'Iran a signé l'accord de Lima.")
    c.actors += [("a1", Actor(name="Iran", kind="state"))]
    c.event("soutient", "SUPPORT", ("Anna Kovar",))
    c.event("a signé", "SUPPORT", ("Iran", "DMZ"))
    (agreement,) = c.story().agreements
    assert agreement.parties == ("Iran",)
    assert _parties_of("Un accord intercoréen conclu en 2018 vacille.") == [("Corée du Nord", "Corée du Sud")]


def _parties_of(text: str) -> list[tuple[str, ...]]:
    c = Coverage()
    c.article("a1", "2030-05-04", text)
    return [a.parties for a in c.story().agreements]


def test_who_only_threatens_to_end_an_agreement_has_not_ended_it() -> None:
    assert _parties_of("Klow a menacé de rendre caduc l'accord militaire entre les deux pays.") == []


def test_measures_that_are_only_possible_are_threatened() -> None:
    c = Coverage()
    c.article(
        "a1", "2030-05-04", "Oslo n'exclut pas des sanctions de la Norvège contre l'Iran, visant la banque."
    )
    c.article("a2", "2030-05-05", "Avant de possibles sanctions norvégiennes contre l'Iran, Lima parle.")
    c.actors += [(a, Actor(name=n, kind="state")) for a in ("a1", "a2") for n in ("Iran", "Norvège")]
    (measure,) = c.story().measures
    assert (measure.state, {e.state for e in measure.life}) == ("threatened", {"threatened"})


def test_the_name_of_a_measure_ends_with_a_word_that_can_end_it() -> None:
    c = Coverage()
    c.article("a1", "2030-05-04", "Les sanctions de l'ONU contre l'Iran se précisent.")
    c.actors += [("a1", Actor(name="ONU", kind="organisation")), ("a1", Actor(name="Iran", kind="state"))]
    assert [m.label for m in c.story().measures] == ["sanctions de l'ONU contre l'Iran"]


def test_a_letter_still_to_be_sent_was_not_used() -> None:
    for words, number in (("doit encore envoyer", 0), ("a envoyé", 1)):
        c = Coverage()
        c.article("a1", "2030-05-04", f"L'Iran {words} une lettre à la Norvège.")
        c.actors += [("a1", Actor(name=n, kind="state")) for n in ("Iran", "Norvège")]
        c.event(words, "CONSULT", ("Iran",), recipients=("Norvège",))
        assert len(c.story().channels) == number
