"""Where a speaker's phrase may stand to a cue, and who was named last before a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.extract.statements.cues import find_cues
from dragoman.extract.statements.grammar import words
from dragoman.extract.statements.incises import incise_subject
from dragoman.extract.statements.standing import above, before_put_in, before_relative, beside
from dragoman.extract.statements.trails import FAR, FAR_BLOCKS, Trail
from dragoman.extract.statements.zones import Zone
from dragoman.model.documents import Document

Annotate = Callable[..., Document]


def whole(document: Document) -> Zone:
    return Zone(document, 0, len(document.tokens), 0, document.quotes)


def place(document: Document, text: str) -> int:
    return next(t.i for t in document.tokens if t.text == text)


@pytest.mark.parametrize(
    ("text", "put_in", "before"),
    [
        ("Lima, qui a reçu la note, a démenti.", "note", "Lima"),
        ("Eva Lind (droite) a démenti.", "droite", "Lind"),
        ("Hier, Lima a démenti.", "Hier", None),
    ],
)
def test_what_stands_before_a_put_in(
    annotate_text: Annotate, text: str, put_in: str, before: str | None
) -> None:
    """`put_in` is the last word before the mark that closes what may be put in."""
    d = annotate_text(text)
    found = before_put_in(whole(d), place(d, put_in) + 1)
    assert (d.tokens[found].text.split(" ")[-1] if found >= 0 else None) == before


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lima leur a ensuite dit que la trêve tenait.", "Lima"),
        ("Lima, hier, a dit que la trêve tenait.", ","),
        ("A dit que la trêve tenait le général.", None),
    ],
)
def test_what_stands_beside_a_cue(annotate_text: Annotate, text: str, expected: str | None) -> None:
    d = annotate_text(text)
    zone = whole(d)
    cue = next(c for c in find_cues(d, zone.lows, 0, len(d.tokens)) if d.tokens[c.anchor].text == "dit")
    found = beside(zone, cue)
    assert (d.tokens[found].text if found >= 0 else None) == expected


def test_the_subject_above_a_participle(annotate_text: Annotate) -> None:
    d = annotate_text("Lima a rappelé son envoyé, accusant Quito de mentir.")
    subject = above(d, place(d, "accusant"))
    assert subject is not None and subject.text == "Lima"


def test_what_a_relative_pronoun_takes_up(annotate_text: Annotate) -> None:
    d = annotate_text("La note irrite Lima, qui a dénoncé une manœuvre.")
    assert d.tokens[before_relative(d, place(d, "dénoncé"), None)].text == "Lima"
    assert before_relative(d, place(d, "irrite"), None) == -1


@pytest.mark.parametrize("pronoun", sorted(words("relatives")))
def test_a_relative_pronoun_stands_for_who_is_named_before_it(annotate_text: Annotate, pronoun: str) -> None:
    d = annotate_text(f"La note irrite Lima, selon {pronoun} la trêve tient.")
    assert d.tokens[before_relative(d, place(d, "tient"), place(d, pronoun))].text == "Lima"


def test_the_trail_of_the_named(annotate_text: Annotate) -> None:
    d = annotate_text("Paul Duval est parti.\n\nEva Lind a salué Paul Duval. Elle attend.\n\nLima se tait.")
    trail = Trail(d)
    trail.reach(2)
    assert (trail.lead, trail.opens) == ("Eva Lind", "Eva Lind")
    assert trail.back(trail.named, "Paul Duval") == 1 and trail.back(trail.acted, "Paul Duval") == 2
    trail.reach(3)
    assert trail.opens is None and trail.blocks_back("Eva Lind") == 1
    assert trail.back(trail.named, "Pérou") == FAR and trail.blocks_back("Pérou") == FAR_BLOCKS


def test_a_time_is_no_subject_of_an_incise(annotate_text: Annotate) -> None:
    text = "La trêve tient toujours, avait indiqué la veille l'équipe qui la surveille."
    d = annotate_text(text, published="2021-03-10")
    zone = whole(d)
    (cue,) = [c for c in find_cues(d, zone.lows, 0, len(d.tokens)) if c.entry.lemma == "indiquer"]
    who = incise_subject(zone, cue)
    assert who is not None and d.tokens[who].text == "équipe"
