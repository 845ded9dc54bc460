"""A small coverage made by hand: texts and the claims that they hold, for the tests of resolution."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dragoman.model.actors import Actor
from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.positions import Position
from dragoman.model.spans import Span
from dragoman.model.statements import Statement
from dragoman.model.stories import Sourced, Story, StoryClaims
from dragoman.model.times import Time
from dragoman.resolve import resolve_story

ACTORS = {
    "Ruritanie": Actor(name="Ruritanie", kind="state"),
    "Bordurie": Actor(name="Bordurie", kind="state"),
    "Anna Kovar": Actor(name="Anna Kovar", kind="person", side="Ruritanie"),
    "Milan Sotek": Actor(name="Milan Sotek", kind="person", side="Bordurie"),
}


@dataclass
class Coverage:
    """Articles and claims; a claim's place is given by its words in the article's text."""

    articles: list[Sourced] = field(default_factory=list)
    claims: dict[str, list[Any]] = field(
        default_factory=lambda: {k: [] for k in ("statements", "events", "meetings", "positions")}
    )
    known: dict[str, Actor] = field(default_factory=lambda: dict(ACTORS))
    actors: list[tuple[str, Actor]] = field(default_factory=list)
    times: list[tuple[str, Time]] = field(default_factory=list)

    def article(self, name: str, published: str | None, text: str, **more: Any) -> None:
        self.articles.append(Sourced(article_id=name, name=name, published=published, text=text, **more))

    def _place(self, words: str) -> dict[str, Any]:
        text = self.articles[-1].text
        start = text.index(words)
        return {
            "article": self.articles[-1].article_id,
            "start": start,
            "end": start + len(words),
            "rule": "test",
        }

    def span(self, words: str) -> Span:
        place = self._place(words)
        return Span(place["start"], place["end"])

    def _present(self, *names: str | None) -> None:
        for name in names:
            if name in self.known:
                self.actors.append((self.articles[-1].article_id, self.known[name]))

    def body(self, name: str) -> None:
        """An organisation that the articles to come know."""
        self.known[name] = Actor(name=name, kind="organisation")

    def group(self, name: str) -> None:
        """A group that the last article knows."""
        self.actors.append((self.articles[-1].article_id, Actor(name=name, kind="group")))

    def person(self, name: str) -> None:
        """Somebody whom the articles to come know."""
        self.known[name] = Actor(name=name, kind="person")

    def statement(self, words: str, speaker: str | None, **more: Any) -> None:
        self._present(speaker)
        self.claims["statements"].append(
            Statement(**self._place(words), kind=more.pop("kind", "indirect"), speaker=speaker, **more)
        )

    def event(self, words: str, type: str, actors: tuple[str, ...], **more: Any) -> None:
        self._present(*actors, *more.get("recipients", ()))
        self.claims["events"].append(Event(**self._place(words), type=type, actors=actors, **more))

    def meeting(self, words: str, status: str, participants: tuple[str, ...], **more: Any) -> None:
        self._present(*participants)
        place = self._place(words)
        more.setdefault("kind", "summit")
        more.setdefault("label", words)
        more.setdefault("mentions", (Span(place["start"], place["end"]),))
        self.claims["meetings"].append(
            MeetingReport(**place, status=status, participants=participants, **more)
        )

    def position(
        self,
        words: str,
        party: str,
        stance: str,
        issue: str,
        once: str | None = None,
        toward: tuple[str, ...] = (),
        by: str | None = None,
    ) -> None:
        """`once` are the words of its condition."""
        self._present(party)
        condition = self.span(once) if once else None
        self.claims["positions"].append(
            Position(
                **self._place(words),
                party=party,
                stance=stance,
                issue=issue,
                conditional_on=condition,
                toward=toward,
                by=by,
            )
        )

    def time(self, words: str, value: str, edtf: str | None = None, type: str = "DATE") -> None:
        place = self._place(words)
        span = Span(place["start"], place["end"])
        self.times.append((place["article"], Time(span=span, type=type, value=value, edtf=edtf)))

    def story(self, as_of: str | None = None, reverse: bool = False) -> Story:
        turn = -1 if reverse else 1
        claims = {k: tuple(v[::turn]) for k, v in self.claims.items()}
        told = StoryClaims(
            **claims,
            actors=tuple(self.actors[::turn]),
            times=tuple(self.times[::turn]),
        )
        return resolve_story(self.articles[::turn], told, as_of)
