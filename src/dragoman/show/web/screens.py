"""The screens in the order of the menu: each a path, a template and the function that fills its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dragoman.show.web.pages import (
    actors,
    articles,
    briefings,
    disputes,
    explanations,
    exports,
    ledgers,
    meetings,
    positions,
    reviews,
    statements,
    timelines,
)
from dragoman.show.web.views import View


@dataclass(frozen=True, slots=True)
class Screen:
    """`name` is that of its messages and its template; `page` the dataclass that the template shows.

    `gather` takes the view, and for a screen `of` one thing its name; it gives None where there is no such thing.
    `filtered` screens have the filters of days and actor.
    """

    name: str
    path: str
    page: type
    gather: Callable[..., Any]
    menu: bool = True
    of: str | None = None
    filtered: bool = True


SCREENS = (
    Screen("briefing", "/", briefings.BriefingPage, briefings.gather),
    Screen("timeline", "/timeline", timelines.TimelinePage, timelines.gather),
    Screen("articles", "/articles", articles.ArticlesPage, articles.gather_list),
    Screen("statements", "/statements", statements.StatementsPage, statements.gather),
    Screen("positions", "/positions", positions.PositionsPage, positions.gather),
    Screen("meetings", "/meetings", meetings.MeetingsPage, meetings.gather),
    Screen("ledgers", "/ledgers", ledgers.LedgersPage, ledgers.gather),
    Screen("disputes", "/disputes", disputes.DisputesPage, disputes.gather),
    Screen("actors", "/actors", actors.ActorsPage, actors.gather_list),
    Screen("review", "/review", reviews.ReviewPage, reviews.gather),
    Screen("exports", "/exports", exports.ExportsPage, exports.gather, menu=False),
    Screen("actor", "/actor", actors.ActorPage, actors.gather, menu=False, of="about"),
    Screen(
        "reader", "/articles/{name}", articles.ReaderPage, articles.gather, menu=False, of="name", filtered=False
    ),
    Screen(
        "explanation", "/why/{name}", explanations.ExplanationPage, explanations.gather, menu=False, of="name",
        filtered=False,
    ),
)  # fmt: skip


def find_page(screen: Screen, view: View, name: str | None) -> Any:
    """The page; None where the screen is of one thing and there is no such thing."""
    if screen.of is None:
        return screen.gather(view)
    return screen.gather(view, name) if name else None
