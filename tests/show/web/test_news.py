"""What changed since a day is the same on the page and at the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.show.conftest import Ask


def test_the_briefing_tells_what_the_command_tells(client: Any, ask: Ask) -> None:
    told = json.loads(ask("brief", "--since", "2021-03-06", "--json").out)
    page = client.get("/?since=2021-03-06").text
    news = page.partition('id="news"')[2].partition("</section>\n<div")[0]
    assert told["articles"] == 1
    assert "1 article de plus" in news
    for row in told["positions"]:
        assert row["id"] in news
    assert len(told["positions"]) == 1


def test_nothing_new_is_said(client: Any) -> None:
    assert "Rien n&#39;a changé." in client.get("/?since=2030").text


def test_days_before_the_last_article_are_a_click_away(client: Any) -> None:
    page = client.get("/").text
    assert "since=2021-03-13" in page
    assert client.get("/?since=demain").text.count('role="alert"') == 1


def test_news_are_of_the_actor_asked_for(client: Any, served: Path) -> None:
    assert served.exists()
    page = client.get("/?since=2021-03-06&actor=moen").text
    assert "Nouvelles positions" not in page
