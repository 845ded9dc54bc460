from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from tests.show.web.test_guards import OURS, form

from dragoman.model.judgements import Judgement
from dragoman.model.meetings import MeetingReport
from dragoman.record import find_claims, open_record
from dragoman.show.web.pages.reviews import agreement_of, votes_of


def judged(told: dict[str, str]) -> list[Judgement]:
    """{"e1": "ar"} → e1 accepted by the first reviewer, rejected by the second; the last first, as a record gives."""
    made: list[Judgement] = []
    for about, letters in told.items():
        for who, letter in zip(("ana", "boris"), letters, strict=True):
            kind = {"a": "accept", "r": "reject"}[letter]
            made.append(
                Judgement(number=len(made), kind=kind, about=about, value=None, why=None, who=who, made_at="")
            )
    return made[::-1]


def test_agreement_is_told_beyond_chance() -> None:
    """Cohen's own measure: 20 and 15 of 50 alike, 5 and 10 not, is 0.4."""
    told = {f"e{n}": "aa" for n in range(20)} | {f"f{n}": "rr" for n in range(15)}
    told |= {f"g{n}": "ar" for n in range(5)} | {f"h{n}": "ra" for n in range(10)}
    (pair,) = agreement_of(votes_of(judged(told)))
    assert (pair.one, pair.other, pair.shared, pair.percent, pair.kappa) == ("ana", "boris", 50, 70, 0.4)


def test_reviewers_who_always_say_the_same_have_no_kappa() -> None:
    (pair,) = agreement_of(votes_of(judged({"e1": "aa", "e2": "aa"})))
    assert (pair.percent, pair.kappa) == (100, None)


def test_the_last_word_of_a_reviewer_counts() -> None:
    first = judged({"e1": "aa"})
    changed = Judgement(number=9, kind="reject", about="e1", value=None, why=None, who="ana", made_at="")
    assert votes_of([changed, *first])["e1"]["ana"].kind == "reject"


def test_the_least_sure_come_first(client: Any) -> None:
    sure = [float(x) for x in re.findall(r'<meter [^>]*value="([\d.]+)"', client.get("/review").text)]
    assert sure == sorted(sure)
    assert len(sure) > 5


def test_a_reviewer_is_remembered(client: Any) -> None:
    client.post("/reviewer", data={**form(client), "who": "  Ana  María "}, headers=OURS)
    page = client.get("/review").text
    assert 'name="who" value="Ana María"' in page
    assert client.post("/reviewer", data={"token": "0" * 64, "who": "x"}, headers=OURS).status_code == 403


def test_the_status_of_a_meeting_is_corrected(client: Any, served: Path) -> None:
    with open_record(served) as record:
        report = find_claims(record, MeetingReport)[0].claim
    values = form(client, kind="status", about=report.id, value="cancelled")
    assert client.post("/judgements", data=values, headers=OURS, follow_redirects=False).status_code == 303
    assert 'class="cancelled"' in client.get("/meetings").text


@pytest.mark.parametrize("kind", ["statement", "event", "meeting", "position"])
def test_the_queue_is_filtered(client: Any, kind: str) -> None:
    assert client.get(f"/review?kind={kind}").text.count("data-review") == 3
