"""The lexicon of PLOVER triggers, one file per type, indexed by the lemma of each entry's first word.

`{lemma: claquer la porte, pos: verb, mode: withdraw}` in sanction.yaml → Entry(type="SANCTION", …).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from dragoman.lexicon import load_yaml
from dragoman.model.errors import LexiconError
from dragoman.model.events import PLOVER_TYPES

# The tokenizer's words: "d'accord" is two, "volte-face" one.
WORD = re.compile(r"[^\s']+'?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One trigger. `lemma` is its head, `rest` the words that must follow it (lemma or form, gaps allowed).

    `having` are lemmas one of which must depend on the trigger, `lacking` those that must not; `reflexive`
    and `negated` are None where they do not matter. `actor` and `recipient` are role paths, best first:
    subject, object, agent, possessive, demonym, all, or a preposition (`à`, `contre`, `de`, …). `name` is the rule that
    claims name (`accuse/mettre en cause`), `weight` how much the entry asks for: the most demanding one that fits wins.
    """

    type: str
    lemma: str
    pos: str
    rest: tuple[str, ...] = ()
    mode: str | None = None
    having: frozenset[str] = frozenset()
    lacking: frozenset[str] = frozenset()
    reflexive: bool | None = None
    negated: bool | None = None
    meeting: bool = False
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    example: str = ""
    name: str = field(init=False)
    weight: int = field(init=False)

    def __post_init__(self) -> None:
        told = (self.having, self.lacking, self.reflexive is not None, self.negated is not None)
        weight = 2 * len(self.rest) + sum(map(bool, told)) + bool(self.having)
        object.__setattr__(self, "name", f"{self.type.lower()}/{' '.join((self.lemma, *self.rest))}")
        object.__setattr__(self, "weight", weight)


@cache
def load_entries() -> dict[str, tuple[Entry, ...]]:
    """Every entry of lexicon/fr/plover by the lemma of its head. Raises LexiconError on a malformed one."""
    found: dict[str, list[Entry]] = {}
    for type_ in PLOVER_TYPES:
        name = f"fr/plover/{type_.lower()}"
        told = load_yaml(name)
        for row in _rows(told):
            entry = _entry(name, type_, told.get("roles", {}), row)
            found.setdefault(entry.lemma, []).append(entry)
    return {lemma: tuple(sorted(rows, key=lambda e: -e.weight)) for lemma, rows in found.items()}


def _rows(told: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The entries written out, then those of the groups: `words` maps lemma to example, the rest is shared."""
    yield from told["entries"]
    for group in told.get("groups", ()):
        shared = {k: v for k, v in group.items() if k != "words"}
        for lemma, example in group["words"].items():
            yield {**shared, "lemma": lemma, "example": example}


def _entry(name: str, type_: str, roles: dict[str, Any], row: dict[str, Any]) -> Entry:
    try:
        pos = row.get("pos", "verb")
        lemma, *rest = WORD.findall(str(row["lemma"]).lower())
        default = roles.get(pos, {})
        return Entry(
            type=type_,
            lemma=lemma,
            pos=pos,
            rest=tuple(rest),
            mode=row.get("mode"),
            having=frozenset(row.get("having", ())),
            lacking=frozenset(row.get("lacking", ())),
            reflexive=row.get("reflexive"),
            negated=row.get("negated"),
            meeting=bool(row.get("meeting")),
            actor=tuple(row.get("actor", default.get("actor", ()))),
            recipient=tuple(row.get("recipient", default.get("recipient", ()))),
            example=row["example"],
        )
    except (KeyError, TypeError) as e:
        raise LexiconError(f"lexicon {name}.yaml: entry {row!r} lacks {e}") from e
