"""What the brief says of a meeting whose day went by, and of what is due."""

from __future__ import annotations

import pytest

from dragoman.model.expectations import Expectation
from dragoman.model.meetings import Meeting
from dragoman.model.stories import Sourced, Story
from dragoman.record import Scope
from dragoman.show.briefs import brief_of, has_passed, today_of


@pytest.mark.parametrize(
    ("status", "day", "as_of", "passed"),
    [
        ("planned", "2021-03-12", None, True),
        ("proposed", "2021-03", None, True),
        ("planned", "2021-04-02", None, False),
        ("planned", "2021-04-02", "2021-04-30", True),
        ("planned", None, None, False),
        ("held", "2021-03-12", None, False),
    ],
)
def test_a_meeting_to_come_has_passed_when_later_articles_say_nothing_of_it(
    status: str, day: str | None, as_of: str | None, passed: bool
) -> None:
    article = Sourced(
        article_id="a1", name="un", outlet=None, agency=(), published="2021-04-01", title=None, digest="",
        text="", url=None,
    )  # fmt: skip
    meeting = Meeting(
        id="m1", label="rencontre d'Oslo", kind="talks", participants=(), date=day, place="Oslo",
        status=status, life=(), reports=(),
    )  # fmt: skip
    assert has_passed(meeting, today_of(Scope(as_of=as_of), [article])) is passed


def test_what_is_due_stands_once_for_one_person_in_the_same_words() -> None:
    def due(
        id_: str, by: str | None = "Iran", horizon: str | None = None, state: str = "open"
    ) -> Expectation:
        return Expectation(
            id=id_, claim=id_, what="Rouvrir le site", by=by, kind="promised", made_on="2021-03-01",
            horizon=horizon, state=state,
        )  # fmt: skip

    told = (
        due("x1"), due("x2"), due("x3", by="Norvège"), due("x4", horizon="2021-05"), due("x5", state="lapsed"),
        due("x6", horizon="2021-05-01/2021-05-07"),
    )  # fmt: skip
    made = brief_of(Story(expectations=told), [], [], [], Scope())
    assert [e.id for e in made.expectations] == ["x4", "x1", "x3", "x5"]
