"""Where the articles speak of an agreement, a measure or a channel: the noun, its sentence, whom it names.

"Washington a levé l'embargo sur les armes." → Sighting(kind="embargo", noun=…, sides=(États-Unis,), state="lifted").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.model.ledgers import LedgerEntry
from dragoman.model.spans import Span
from dragoman.resolve.leads import Block, Lead
from dragoman.resolve.named import sides_in
from dragoman.resolve.tellings import Tellings

# A sentence that is longer is cut around the noun, in characters.
LONGEST = 400
# How far from the noun its words may tell what becomes of it, in characters.
AROUND = 80
# An act this near to the noun is evidence of what becomes of it.
EVIDENCE = 120
# What stands right before the noun where a pattern of a state is looked for.
NOUN = "§"
_NONE = re.compile(r"\b(?:aucune?s?|sans|pas d['’e]|absence d['’e]|non-)\s*$", re.IGNORECASE)

Patterns = Mapping[str, re.Pattern[str]]
Nouns = tuple[Patterns, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Sighting:
    """`sides` are those named in the sentence with where each is named; `state` the first whose pattern is there."""

    article: str
    kind: str
    noun: Span
    sentence: Span
    state: str
    sides: tuple[tuple[str, Span], ...]
    voice: str | None

    def named(self) -> tuple[str, ...]:
        """The sides, each once, in the order of the text."""
        return tuple(dict.fromkeys(name for name, _ in self.sides))


def one_of(entries: Sequence[Mapping[str, str]]) -> str:
    """The patterns of the entries, any of which may fit."""
    return "|".join(e["pattern"] for e in entries)


def compile_nouns(entries: Mapping[str, Sequence[Mapping[str, str]]]) -> Nouns:
    """The kinds with the pattern of each one's nouns in lower case, and one for the nouns of all of them."""
    kinds = {name: one_of(told) for name, told in entries.items()}
    every = re.compile(rf"\b(?:{'|'.join(kinds.values())})\b")
    return {name: re.compile(rf"\b(?:{nouns})\b") for name, nouns in kinds.items()}, every


def compile_kinds(
    entries: Mapping[str, Sequence[Mapping[str, str]]], *, words: bool = False
) -> dict[str, re.Pattern[str]]:
    """One pattern for each name; with `words`, whole words only."""
    edge = r"\b" if words else ""
    return {
        name: re.compile(edge + f"(?:{one_of(told)})" + edge, re.IGNORECASE) for name, told in entries.items()
    }


def find_sightings(
    tellings: Tellings,
    article: str,
    nouns: Nouns,
    states: Patterns,
    around: int = AROUND,
) -> Iterator[Sighting]:
    """The article's sentences with one of the nouns; a repeated sentence once.

    A state counts where its words stand at most `around` characters from the noun.
    """
    kinds, pattern = nouns
    text = tellings.text(article)
    searched = tellings.lowered(article) if len(kinds) > 1 else text
    seen: set[str] = set()
    for found in pattern.finditer(searched):
        kind = next(name for name, own in kinds.items() if own.match(searched, found.start()))
        noun = Span(*found.span())
        whole = tellings.sentence(article, noun.start)
        sentence = Span(max(whole.start, noun.start - LONGEST), min(whole.end, noun.end + LONGEST))
        said = sentence.of(text).strip()
        if f"{kind}|{said}" in seen:
            continue
        seen.add(f"{kind}|{said}")
        yield Sighting(
            article,
            kind,
            noun,
            sentence,
            _state(text, noun, sentence, states, around),
            sides_in(text, sentence),
            tellings.voice(article, noun),
        )


def _state(text: str, noun: Span, sentence: Span, states: Patterns, around: int) -> str:
    """The first state of which a word stands near the noun (behind NOUN in the patterns), in its sentence.

    None where there is no such thing.
    """
    if _NONE.search(text[max(sentence.start, noun.start - 20) : noun.start]):
        return "told"
    before, after = (
        text[max(sentence.start, noun.start - around) : noun.start],
        text[noun.end : noun.end + around],
    )
    window = f"{before}{NOUN}{noun.of(text)}{after[: sentence.end - noun.end]}"
    return next((state for state, pattern in states.items() if pattern.search(window)), "told")


def lead_of(
    tellings: Tellings, s: Sighting, family: str, key: str, more: Sequence[Any] = (), **told: Any
) -> Lead:
    """A sighting as a lead to one ledger: the entry of its life, and `more` that its telling needs."""
    text = tellings.text(s.article)
    start, end = s.sentence
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    day = tellings.day(s.article)
    entry = {"on": day, "state": s.state, "by": s.voice} | told
    says, claims = " ".join(text[start:end].split()), _evidence(tellings, s)
    row = (entry["on"], entry["state"], entry["by"], says, start, end, claims, *more)
    return Lead(family, (f"{family}|{key}",), s.article, day, s.noun.start, told=row)


def _evidence(tellings: Tellings, s: Sighting) -> list[str]:
    """The claims that speak of it: the statement that holds the noun, the acts and stands around it."""
    holder = tellings.holder(s.article, s.noun)
    events = [e for e in tellings.events_in(s.article, s.sentence) if abs(e.start - s.noun.start) <= EVIDENCE]
    stands = [p for p in tellings.positions_of(s.article) if p.span.touches(s.noun)]
    return list(dict.fromkeys(tellings.id_of(c) for c in (*filter(None, [holder]), *events, *stands)))


def entries_of(block: Block, tellings: Tellings) -> list[tuple[LedgerEntry, Sequence[Any]]]:
    """The leads of a block as entries of a life, each with what else its lead told; those told by now alone."""
    out: list[tuple[LedgerEntry, Sequence[Any]]] = []
    for lead in block:
        if tellings.is_by_now(lead.article):
            on, state, by, says, start, end, claims, *more = lead.told
            entry = LedgerEntry(
                on=on, state=state, by=by, says=says, article=lead.article, start=start, end=end,
                claims=tuple(claims),
            )  # fmt: skip
            out.append((entry, more))
    return out
