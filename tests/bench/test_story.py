"""The story of the annotated dispatches: the same in whatever order they were read, and never from a later one."""

from __future__ import annotations

import importlib.util
import random
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dragoman.model.edtf import by_then
from dragoman.model.stories import Sourced, StoryClaims
from dragoman.resolve import resolve_story

ROOT = Path(__file__).parents[2]


def load() -> tuple[list[Sourced], StoryClaims]:
    spec = importlib.util.spec_from_file_location("gold_claims", ROOT / "bench" / "gold_claims.py")
    assert spec and spec.loader
    module: Any = importlib.util.module_from_spec(spec)
    sys.modules["gold_claims"] = module
    spec.loader.exec_module(module)
    told: tuple[list[Sourced], StoryClaims] = module.load_gold(
        ROOT / "bench" / "gold" / "hanoi", ROOT / "examples" / "hanoi"
    )
    return told


ARTICLES, CLAIMS = load()
LAYERS = ("statements", "events", "meetings", "positions", "actors", "times")


def reordered(order: Callable[[list[Any]], list[Any]]) -> tuple[list[Sourced], StoryClaims]:
    """The articles and their claims as another order of reading gives them."""
    articles = order(list(ARTICLES))
    rank = {a.article_id: n for n, a in enumerate(articles)}

    def article(claim: Any) -> int:
        return rank[claim[0] if isinstance(claim, tuple) else claim.article]

    return articles, replace(CLAIMS, **{k: tuple(sorted(getattr(CLAIMS, k), key=article)) for k in LAYERS})


def shuffled(rows: list[Any]) -> list[Any]:
    random.Random(3).shuffle(rows)
    return rows


@pytest.mark.parametrize("order", [lambda x: x[::-1], shuffled, lambda x: x[5:] + x[:5]])
def test_three_orders_of_reading_tell_one_story(order: Callable[[list[Any]], list[Any]]) -> None:
    assert resolve_story(*reordered(order)) == resolve_story(ARTICLES, CLAIMS)


@pytest.mark.parametrize("day", ["2018-09-30", "2019-02-28", "2019-07"])
def test_a_story_as_of_a_day_speaks_of_nothing_later(day: str) -> None:
    story = resolve_story(ARTICLES, CLAIMS, day)
    early = {a.article_id for a in ARTICLES if a.published and by_then(a.published, day)}
    assert {
        point.article for m in story.meetings for point in m.life if point.status in ("planned", "proposed")
    } <= early
    assert all(
        e.article in early
        for ledger in (story.agreements, story.measures, story.channels)
        for x in ledger
        for e in x.life
    )
    assert all(e.made_on is None or by_then(e.made_on, day) for e in story.expectations)


def test_a_later_article_changes_no_id() -> None:
    early = [a for a in ARTICLES if by_then(a.published or "9999", "2019-03-31")]
    ids = {a.article_id for a in early}
    part = replace(
        CLAIMS,
        **{
            k: tuple(c for c in getattr(CLAIMS, k) if (c[0] if isinstance(c, tuple) else c.article) in ids)
            for k in LAYERS
        },
    )
    before, now = resolve_story(early, part), resolve_story(ARTICLES, CLAIMS)
    assert {m.id for m in before.meetings} <= {m.id for m in now.meetings}
