"""Where a speaker's phrase may stand to a cue, and who was named last before a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.extract.statements.standing import above, before_put_in, before_relative
from dragoman.extract.statements.trails import FAR, FAR_BLOCKS, Trail
from dragoman.extract.statements.zones import Zone
from dragoman.model.documents import Document

Annotate = Callable[..., Document]


def place(document: Document, text: str) -> int:
    return next(t.i for t in document.tokens if t.text == text)


@pytest.mark.parametrize(
    ("text", "mark", "before"),
    [
        ("Lima, qui a reçu la note, a démenti.", "a", "Lima"),
        ("Eva Lind (droite) a démenti.", ")", "Lind"),
        ("Hier, Lima a démenti.", ",", None),
    ],
)
def test_what_stands_before_a_put_in(
    annotate_text: Annotate, text: str, mark: str, before: str | None
) -> None:
    d = annotate_text(text)
    zone = Zone(d, 0, len(d.tokens), 0, d.quotes)
    last = next(t.i for t in d.tokens if t.text == mark) if mark != "a" else place(d, "note") + 1
    found = before_put_in(zone, last)
    assert (d.tokens[found].text.split(" ")[-1] if found >= 0 else None) == before


def test_the_subject_above_a_participle(annotate_text: Annotate) -> None:
    d = annotate_text("Lima a rappelé son envoyé, accusant Quito de mentir.")
    subject = above(d, place(d, "accusant"))
    assert subject is not None and subject.text == "Lima"


def test_what_a_relative_pronoun_takes_up(annotate_text: Annotate) -> None:
    d = annotate_text("La note irrite Lima, qui a dénoncé une manœuvre.")
    assert d.tokens[before_relative(d, place(d, "dénoncé"), None)].text == "Lima"
    assert before_relative(d, place(d, "irrite"), None) == -1


def test_the_trail_of_the_named(annotate_text: Annotate) -> None:
    d = annotate_text("Paul Duval est parti.\n\nEva Lind a salué Paul Duval. Elle attend.\n\nLima se tait.")
    trail = Trail(d)
    trail.reach(2)
    assert (trail.lead, trail.opens) == ("Eva Lind", "Eva Lind")
    assert trail.back(trail.named, "Paul Duval") == 1 and trail.back(trail.acted, "Paul Duval") == 2
    trail.reach(3)
    assert trail.opens is None and trail.blocks_back("Eva Lind") == 1
    assert trail.back(trail.named, "Pérou") == FAR and trail.blocks_back("Pérou") == FAR_BLOCKS
