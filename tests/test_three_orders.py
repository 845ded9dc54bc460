"""Dispatches read in three orders, and in batches of several sizes, leave one and the same record."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from bench.goldsets import held_out

from dragoman.analysis import analyse
from dragoman.gather import refresh_story, tell_story
from dragoman.model.articles import Article
from dragoman.model.claims import Claim
from dragoman.model.documents import Document
from dragoman.read import read_articles
from dragoman.record import open_record, read_story, write_article

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "negotiations.jsonl"
# So many articles of the corpus, which is no part of the repository, stand for all of it.
SOME = 24
# Tables of what is found once the articles are there; numbers of leads and blocks are in the order of reading.
TOLD = (
    "actors", "actor_articles", "meetings", "meeting_participants", "meeting_evidence", "meeting_life", "disputes",
    "dispute_versions", "dispute_evidence", "expectations", "happenings", "happening_tellings",
    "happening_details", "agreements", "measures", "channels", "ledger_entries", "deadlocks", "deadlock_arcs",
    "names", "strange_names", "article_runs", "copies", "claims", "statements", "events", "meeting_reports",
    "positions",
)  # fmt: skip

Analysed = tuple[Document, list[Claim]]


def analysed(articles: Sequence[Article]) -> list[Analysed]:
    return [
        (document, [*claims.statements, *claims.events, *claims.meetings, *claims.positions])
        for document, claims in analyse(articles, lambda _: None)
    ]


def corpus() -> Iterator[Article]:
    """The articles of the corpus, without those that are kept unseen."""
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        d = json.loads(line)
        if held_out(d["doc_id"]):
            continue
        text = "\n".join([d["title"], d["chapo"] or "", *d["paragraphs"]])
        yield Article(name=d["doc_id"], text=text, published=d["date"][:10], title=d["title"])


def record_of(file: Path, told: Sequence[Analysed], size: int) -> tuple[Any, Any, dict[str, list[Any]]]:
    """The story, a view of it, and all tables, of a record into which the articles come in batches of a size."""
    with open_record(file, write=True) as record:
        for n in range(0, len(told), size):
            for document, claims in told[n : n + size]:
                write_article(record, document, claims)
            refresh_story(record)
        tables = {name: sorted(record.ask(f"SELECT * FROM {name}"), key=repr) for name in TOLD}
        return read_story(record), tell_story(record, as_of="2019-02-28", known_by="2019-02-28"), tables


@pytest.mark.parametrize("source", ["examples", "corpus"])
def test_three_orders_of_reading_leave_one_record(source: str, tmp_path: Path) -> None:
    if source == "corpus":
        if not CORPUS.exists():
            pytest.skip("the corpus is not here")
        every = list(corpus())
        articles = every[:: max(1, len(every) // SOME)][:SOME]
    else:
        articles = [a for a in read_articles([ROOT / "examples" / "hanoi"]) if isinstance(a, Article)]
    told = analysed(articles)
    assert told
    shuffled = list(told)
    random.Random(7).shuffle(shuffled)
    first = record_of(tmp_path / "one.db", told, len(told))
    assert record_of(tmp_path / "two.db", told[::-1], 5) == first
    assert record_of(tmp_path / "three.db", shuffled, 9) == first
