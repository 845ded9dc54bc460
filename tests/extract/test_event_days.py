"""The days that an act may have, and the network that chooses its type."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from dragoman.extract.events.accounts import Accounts
from dragoman.extract.events.calendars import Calendar
from dragoman.extract.events.choices import add_typed, typed
from dragoman.extract.events.days import NONE, Day, weigh
from dragoman.extract.events.features import Observer
from dragoman.extract.events.model import Gate, Head, Net, add_all, load_weights, softmax
from dragoman.extract.events.pairs import crossed
from dragoman.extract.events.paths import climb, path_between
from dragoman.extract.events.triggers import Trigger, find_triggers
from dragoman.extract.events.vectors import SIZE, Vectors
from dragoman.extract.statements import find_statements
from dragoman.model.documents import Document

Annotate = Callable[..., Document]
TEXT = (
    "Le Chili a rejeté mardi l'offre du Pérou, qui avait proposé le 3 mai une médiation. "
    "Lima a de nouveau rejeté le texte."
)


def triggers(document: Document, word: str) -> list[Trigger]:
    return [t for t in find_triggers(document) if document.tokens[t.head].lower == word]


def by_kind(days: list[Day]) -> dict[str, str | None]:
    return {kind: day.edtf for day in days for kind in day.kinds}


def test_the_days_of_an_act_come_from_its_sentence_the_article_and_the_acts_before(
    annotate_text: Annotate,
) -> None:
    document = annotate_text(TEXT, published="2019-05-15")
    calendar = Calendar(document, Accounts([]))
    first, second = triggers(document, "rejeté")
    days = calendar.days(first, "REJECT", [])
    told = by_kind(days)
    assert {d.edtf for d in days if "time" in d.kinds} == {"2019-05-14", "2019-05-03"}
    assert (told["day"], told[NONE]) == ("2019-05-15", None)
    calendar.keep(days[0].act, "2019-05-14")
    later = by_kind(calendar.days(second, "REJECT", []))
    assert later["same"] == later["last"] == "2019-05-14"
    assert later["before"] == "2019-05-03"


def test_a_day_that_comes_from_several_places_is_one(annotate_text: Annotate) -> None:
    document = annotate_text(TEXT, published="2019-05-14")
    (trigger, _) = triggers(document, "rejeté")
    (day,) = [d for d in Calendar(document, Accounts([])).days(trigger, "REJECT", []) if "day" in d.kinds]
    assert {"time", "day", "first"} <= set(day.kinds)


def test_an_act_may_have_the_day_of_the_saying_that_tells_it(annotate_text: Annotate) -> None:
    document = annotate_text(
        "Le 3 mai, Lima a protesté. Jeudi dernier, Quito a affirmé que Lima avait rejeté le texte.",
        published="2019-05-15",
    )
    calendar = Calendar(document, Accounts(find_statements(document)))
    (trigger,) = triggers(document, "rejeté")
    assert by_kind(calendar.days(trigger, "REJECT", []))["said"] == "2019-05-09"


def test_days_weighed_by_the_parts_of_what_is_told_have_the_same_shares(annotate_text: Annotate) -> None:
    document = annotate_text(TEXT, published="2019-05-15")
    calendar, head = Calendar(document, Accounts([])), load_weights().days
    for trigger in find_triggers(document):
        told = [
            "t=PartPast",
            "t=PartPast",
            "t=PartPast/REJECT",
            "vt=FinPresInd/none",
            "det=none/REJECT",
            "l=x",
            "st=occurred",
            "dg=root/x",
        ]
        days = calendar.days(trigger, "REJECT", told)
        sums = head.add([d.told for d in days])
        shares = softmax((sums[:, 1] - sums[:, 0])[None, :])[0]
        assert weigh(days, head) == pytest.approx(shares.tolist(), abs=1e-5)
        calendar.keep(days[0].act, "2019-05-14")


def test_what_is_added_up_for_all_heads_at_once_is_what_each_adds_up(annotate_text: Annotate) -> None:
    document = annotate_text(TEXT, published="2019-05-15")
    accounts, weights = Accounts([]), load_weights()
    found = find_triggers(document)
    observer = Observer(document, accounts, {t.head: t for t in found})
    told = [observer.observe(t) for t in found]
    heads = weights.types.straight, weights.statuses, crossed(weights.days).beside
    for head, sums in zip(heads, add_all(heads, told), strict=True):
        assert sums == pytest.approx(head.add(told), abs=1e-4)
    acts = [(seen, type_) for seen in told for type_ in ("REJECT", "AGREE", "no type")]
    plain = weights.statuses.add([typed(*act) for act in acts])
    assert add_typed(weights.statuses, acts) == pytest.approx(plain, abs=1e-4)
    besides = crossed(weights.days).beside.add(told).tolist()
    for trigger, seen, beside in zip(found, told, besides, strict=True):
        days = Calendar(document, accounts).days(trigger, "REJECT", seen)
        assert weigh(days, weights.days, beside) == pytest.approx(weigh(days, weights.days), abs=1e-5)


def test_no_day_is_the_last_one_offered(annotate_text: Annotate) -> None:
    document = annotate_text(TEXT, published=None)
    calendar = Calendar(document, Accounts([]))
    for trigger in find_triggers(document):
        days = calendar.days(trigger, "REJECT", [])
        assert days[-1].kinds == [NONE]
        assert all(d.edtf for d in days[:-1])


def test_a_day_is_taken_unless_none_is_surer(annotate_text: Annotate) -> None:
    document = annotate_text(TEXT, published="2019-05-15")
    (trigger, _) = triggers(document, "rejeté")

    def head(kind: str) -> Head:
        table = np.array([[4.0, 0.0], [0.0, 9.0], [0.0, 0.0]], dtype=np.float32)
        return Head({"bias": 0, f"K={kind}": 1}, table, ("no", "yes"))

    calendar = Calendar(document, Accounts([]))
    assert calendar.choose(trigger, "REJECT", [], head("day")) == "2019-05-15"
    assert calendar.choose(trigger, "REJECT", [], head(NONE)) is None


def test_the_way_from_an_act_to_a_word(annotate_text: Annotate) -> None:
    document = annotate_text("Les rebelles ont été accusés par Moscou.")
    verb = next(t.i for t in document.tokens if t.lower == "accusés")
    word = next(t.i for t in document.tokens if t.lower == "moscou")
    assert path_between(document, climb(document, verb), word).endswith(".par")


def test_a_candidate_has_a_row_of_numbers(annotate_text: Annotate) -> None:
    document = annotate_text(TEXT)
    found = find_triggers(document)
    rows = Vectors(document).around(found, Accounts([]))
    assert rows.shape == (len(found), SIZE)
    assert np.isfinite(rows).all()
    assert Vectors(document).around([], Accounts([])).shape == (0, SIZE)


def test_a_word_passes_the_gate_by_its_vector_and_its_part_of_speech() -> None:
    gate = Gate(np.array([1.0, -1.0], dtype=np.float32), {"VERB": 0.5}, 1.0)
    rows = np.array([[1.0, 0.0], [0.0, 1.0], [5.0, 0.0]], dtype=np.float32)
    assert gate.let(rows, ["VERB", "VERB", "DET"]).tolist() == [True, False, False]


@pytest.mark.parametrize(("straight", "expected"), [(0.0, 0), (9.0, 1)])
def test_the_network_and_the_softmax_agree_on_a_mean(straight: float, expected: int) -> None:
    def array(*rows: list[float]) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return np.array(rows, dtype=np.float32)

    empty = Head({}, np.zeros((1, 2), dtype=np.float32), ("", "ACCUSE"))
    net = Net(empty, empty, array([1.0], [0.0]), array([0.0])[0], array([4.0, 0.0]), array([0.0, 0.0])[0])
    chances = net.judge(array([0.0, straight]), array([0.0]), array([1.0, 0.0]))
    assert chances[0].argmax() == expected
    assert chances.sum() == pytest.approx(1.0)
