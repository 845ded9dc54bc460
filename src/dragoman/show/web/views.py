"""What every page is made from: the selection that its address asks for, the words of its language, its links.

view.ref("s3f…") → where that entry stands: outlet, day, the address of its sentence in the reader.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar
from urllib.parse import quote

from dragoman.model.disputes import Version
from dragoman.model.edtf import bounds, is_edtf
from dragoman.model.spans import Span
from dragoman.record import Record, Scope
from dragoman.show.cues import cue_of_version
from dragoman.show.marks import one_line
from dragoman.show.selections import Selection, Source, place_of, sentence_of
from dragoman.show.web.asked import Asked
from dragoman.show.web.shelves import Shelf
from dragoman.show.words import Words

LINES = 50  # of a long list on one page
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ref:
    """Where an entry stands: `href` leads to its sentence, `why` to its explanation, empty where there is none.

    `at` is where the quote begins in the sentence, `cue` the words that are to be read with a statement's own.
    """

    claim: str
    href: str
    why: str
    outlet: str
    day: str | None
    quote: str
    sentence: str
    at: int
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Pager:
    """A long list in parts: `number` of `last`, `total` lines, the first here being the `first`, from 1.

    `before` and `after` are addresses or None.
    """

    number: int
    last: int
    total: int
    first: int
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter: its `name` in the address, and the values that it may have, each with its word and how many."""

    name: str
    chosen: str | None
    options: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class View:
    """One request: `path` is that of the screen, `who` the reviewer where one has told a name."""

    shelf: Shelf
    asked: Asked
    path: str
    words: Words = field(default_factory=Words)
    who: str = ""
    _actors: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def selection(self) -> Selection:
        """What is asked for, filters and all."""
        return self.shelf.selection(self.asked.scope)

    @cached_property
    def whole(self) -> Selection:
        """The same by the two dates alone."""
        scope = self.asked.scope
        return self.shelf.selection(Scope(as_of=scope.as_of, known_by=scope.known_by))

    def open(self, *, write: bool = False) -> Record:
        """The record, for what no selection has."""
        return self.shelf.open(write=write)

    def ref(self, claim: str | None) -> Ref | None:
        """Where a claim stands; None where the view has it not."""
        source = self.selection.source_of(claim)
        return None if source is None else self._ref(source)

    def refs(self, claims: Iterable[str]) -> tuple[Ref, ...]:
        """Where several stand."""
        return tuple(self._ref(s) for s in self.selection.sources_of(tuple(claims)))

    def version(self, version: Version) -> tuple[Version, str, tuple[Ref, ...]]:
        """A dispute's version with the cue that its words need and the sentences that it rests on."""
        refs = self.refs(version.claims)
        return version, cue_of_version(version, refs), refs

    def ref_at(self, article: str, start: int, end: int) -> Ref | None:
        """Where a passage stands that is no claim; it has no explanation."""
        held = self.selection.texts.get(article)
        if held is None:
            return None
        sentence = sentence_of(self.selection.sentences.get(article, []), Span(start, end))
        href = f"{self.asked.link(f'/articles/{quote(article)}')}#{article}-{sentence.start}"
        said, whole = one_line(held.text[start:end]), one_line(sentence.of(held.text))
        at = place_of(held.text, sentence, start)
        return Ref("", href, "", held.outlet or held.name, held.published, said, whole, at)

    def _ref(self, source: Source) -> Ref:
        a = source.article
        path = f"/articles/{quote(a.article_id)}"
        return Ref(
            source.claim,
            f"{self.asked.link(path, claim=source.claim)}#{a.article_id}-{source.sentence_start}",
            self.why(source.claim),
            a.outlet or a.name,
            a.published,
            source.quote,
            source.sentence,
            source.at,
            source.cue,
        )

    def why(self, name: str) -> str:
        """The address of the explanation of a claim or of a noun of the story."""
        return self.asked.link(f"/why/{quote(name)}")

    def part(self, lines: Sequence[T], size: int = LINES) -> tuple[tuple[T, ...], Pager]:
        """The lines of the page that is asked for, `size` on each."""
        last = max(1, -(-len(lines) // size))
        number = min(self.asked.number, last)
        first = (number - 1) * size
        pager = Pager(
            number,
            last,
            len(lines),
            first + 1,
            self.asked.here(self.path, page=number - 1) if number > 1 else None,
            self.asked.here(self.path, page=number + 1) if number < last else None,
        )
        return tuple(lines[first : first + size]), pager

    def facet(
        self,
        name: str,
        values: Iterable[str | None] | Counter[str],
        group: str | None = None,
        most: int = 200,
    ) -> Facet:
        """A filter over the values that there are, the most frequent first; `group` names the words of codes.

        `values` may be counted already.
        """
        counts = dict(values if isinstance(values, Counter) else Counter(v for v in values if v))
        chosen = self.asked.get(name)
        if chosen and chosen not in counts:
            counts[chosen] = 0
        order = sorted(counts, key=lambda v: (-counts[v], v))[:most]
        if chosen and chosen not in order:
            order.append(chosen)
        options = tuple((v, self.words.label(group, v) if group else v, counts[v]) for v in order)
        return Facet(name, chosen, options)

    def actor(self, name: str) -> str:
        """The address of an actor's page."""
        if name not in self._actors:
            self._actors[name] = self.asked.link("/actor", about=name)
        return self._actors[name]


def latest_first(lines: Sequence[T], day: Callable[[T], str | None]) -> list[T]:
    """The lines by their day (EDTF), the latest first; of one day the last first; what has no day last."""

    def number(line: T) -> int:
        told = day(line)
        return bounds(told)[0].toordinal() if told and is_edtf(told) else 0

    out = list(lines)
    out.reverse()
    out.sort(key=number, reverse=True)
    return out
