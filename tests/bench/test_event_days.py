"""What the days of acts are learned from."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from bench.event_days import choose_days, day_examples
from bench.event_rows import Row

from dragoman.extract.events.days import NONE
from dragoman.extract.events.model import Head
from dragoman.extract.events.triggers import find_triggers
from dragoman.model.documents import Document

Annotate = Callable[..., Document]
STATUSES = ("occurred", "negated")


@pytest.fixture
def row(annotate_text: Annotate) -> Row:
    """Two acts of gold, one with a day and one without."""
    document = annotate_text(
        "Le Chili a rejeté mardi l'offre. Lima a rejeté le texte.", published="2019-05-15"
    )
    triggers = [t for t in find_triggers(document) if document.tokens[t.head].lower == "rejeté"]
    acts = [{"type": "REJECT", "date": "2019-05-14"}, {"type": "REJECT"}]
    return Row(document, [], {}, triggers, [[], []], np.zeros((2, 0), np.float32), ["REJECT"] * 2, list(acts))


def test_the_right_days_are_those_that_gold_tells(row: Row) -> None:
    (first, right), (_, none_is_right) = day_examples(row, STATUSES, [None, None])
    assert ["K=time" in options for options in first] == right
    assert none_is_right == [False] * (len(none_is_right) - 1) + [True]
    assert any("K=day&st=occurred" in options for options in first)


def test_an_act_is_seen_beside_the_days_that_are_kept_of_those_before(row: Row) -> None:
    alone, after = (day_examples(row, STATUSES, [kept, None])[1][0] for kept in (None, "2019-05-14"))
    assert not any("K=last" in options for options in alone)
    assert any("K=last" in options for options in after)


def test_days_are_chosen_for_the_acts_of_gold(row: Row) -> None:
    def head(kind: str) -> Head:
        return Head({f"K={kind}": 0}, np.array([[0.0, 9.0], [0.0, 0.0]], np.float32), ("no", "yes"))

    assert choose_days(row, STATUSES, head("time"))[0] == "2019-05-14"
    assert choose_days(row, STATUSES, head(NONE)) == [None, None]
