from __future__ import annotations

from dragoman.show.web.pages.comparisons import ADDED, CHANGED, DROPPED, SAME, compare


def test_a_word_that_changed_stands_beside_the_one_it_replaced() -> None:
    (row,) = compare("Les pourparlers de Klow sont suspendus.", "Les pourparlers de Klow sont rompus.")
    assert row.kind == CHANGED
    assert row.pieces == (
        ("Les pourparlers de Klow sont", SAME),
        (" suspendus.", DROPPED),
        (" rompus.", ADDED),
    )


def test_quotation_marks_and_apostrophes_are_no_difference() -> None:
    rows = compare('L\'accord est "mort", dit-on.', "L’accord est « mort », dit-on.")
    assert [r.kind for r in rows] == [SAME]


def test_paragraphs_of_one_version_alone_are_told() -> None:
    rows = compare(
        "Titre un\n\nLe sommet a eu lieu.\n\nFin.", "Le sommet a eu lieu.\n\nUn accord est signé à Klow."
    )
    assert [r.kind for r in rows] == [DROPPED, SAME, DROPPED, ADDED] or [r.kind for r in rows] == [
        DROPPED,
        SAME,
        ADDED,
        DROPPED,
    ]
    assert compare("", "") == ()
