"""Who follows whom, and what changed between the two."""

from __future__ import annotations

from dragoman.model.stories import Sourced
from dragoman.resolve.reprints import find_reprints

LINES = (
    "Les deux délégations se sont quittées sans accord mardi soir à Klow après six heures d'entretiens tendus.",
    "La Bordurie exige le retrait préalable des troupes syldaves de la vallée du Wladir, ce que Klow refuse.",
    "« Nous reviendrons quand on nous écoutera », a lancé le chef de la délégation bordure en quittant le palais.",
)
NEW = "Un nouveau rendez-vous a été fixé au 12 mai, a annoncé dans la nuit le ministère."


def told(key: str, *lines: str, at: str = "2021-05-03", outlet: str | None = "Le Courrier") -> Sourced:
    return Sourced(article_id=key, name=key, text="\n\n".join(lines), published=at, outlet=outlet)


def test_an_update_supersedes_and_tells_what_changed() -> None:
    (found,) = find_reprints(
        [told("b", NEW, *LINES[:2], at="2021-05-03T20:00:00"), told("a", *LINES, at="2021-05-03T10:00:00")]
    )
    assert (found.article, found.of, found.kind) == ("b", "a", "update")
    assert found.added == (NEW,) and found.dropped == (LINES[2],)


def test_another_house_reprints_or_rewrites() -> None:
    first = told("a", *LINES)
    (reprint,) = find_reprints([first, told("b", *LINES, at="2021-05-04", outlet="L'Écho")])
    assert reprint.kind == "reprint" and not reprint.added and reprint.shared == 1.0
    (rewrite,) = find_reprints([first, told("b", NEW, *LINES[1:], at="2021-05-04", outlet="L'Écho")])
    assert rewrite.kind == "rewrite" and rewrite.added == (NEW,)


def test_a_word_changed_is_the_same_paragraph() -> None:
    changed = LINES[0].replace("mardi soir", "mardi")
    (found,) = find_reprints([told("a", *LINES), told("b", changed, *LINES[1:], at="2021-05-04")])
    assert found.kind == "update" and found.added == found.dropped == ()


def test_articles_apart_follow_nobody() -> None:
    assert (
        find_reprints(
            [told("a", *LINES), told("b", NEW, "Rien de plus n'a été dit à ce stade par le palais.")]
        )
        == []
    )
