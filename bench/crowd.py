"""A record of many articles to look at: `python -m bench.crowd big.db [--articles 5000]`.

The dispatches of examples/hanoi are read once and told over and over of other parties, on other days, in other words
of the same length, so that every offset holds: "Pyongyang a exigé" → "Pyengyeng a exigé", three days later.
"""

from __future__ import annotations

import argparse
import copy
import dataclasses
import hashlib
import re
import time
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from bench.resolve import ROOT, later
from bench.resolve import retell as retell_claim

from dragoman.analysis import analyse
from dragoman.gather import refresh_story
from dragoman.model.actors import Actor
from dragoman.model.articles import Article
from dragoman.model.claims import Claim
from dragoman.model.documents import Document
from dragoman.read import read_articles
from dragoman.record import open_record, write_article

WORLDS = 25  # so many casts of actors take turns
DAYS = 5  # from one turn to the next
OUTLETS = (
    "Le Courrier du Soir",
    "La Gazette du Léman",
    "L'Observateur",
    "Agence du Nord",
    "Radio Plein Large",
)
VOWELS = "aeiou"
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-ZÉÎÔ][\w-]{3,}", re.M)
_LONG = re.compile(r"\b[a-zà-ÿ]{7,}\b")


@cache
def _turned(word: str, turn: int) -> str:
    """The word with other vowels: the same length, and still a word that one could say."""
    return "".join(VOWELS[(VOWELS.index(c) + turn) % 5] if c in VOWELS else c for c in word)


@cache
def _rare(word: str, turn: int) -> str:
    """The word, or, once in a few turns, one like it: no two turns are reprints of each other."""
    seed = hashlib.sha256(f"{word}|{turn}".encode()).digest()[0]
    return _turned(word, seed % 5) if seed % 3 == 0 else word


@cache
def _renamed(name: str | None, world: int) -> str | None:
    """An actor's name in another world."""
    if not name or not world:
        return name
    return re.sub(r"[A-ZÉÎÔ][\w-]{3,}", lambda m: _other(m[0], world), name)


def _other(word: str, world: int) -> str:
    told = _turned(word, world % 5)
    k = len(told) // 2
    return told[:k] + _turned(told[k:], world // 5) if world // 5 else told


def retold(text: str, turn: int) -> str:
    """The text of other names, one long word in three another: of the same length."""
    if not turn:
        return text
    named = _NAME.sub(lambda m: _other(m[0], turn % WORLDS), text)
    return _LONG.sub(lambda m: _rare(m[0], turn), named)


def retell(document: Document, claims: Iterable[Claim], turn: int) -> tuple[Document, list[Claim]]:
    """One article told of others, some days later."""
    world, days = turn % WORLDS, DAYS * turn
    a = document.article
    other = copy.copy(document)
    other.article = dataclasses.replace(
        a,
        name=f"{a.name}-{turn}" if turn else a.name,
        text=retold(a.text, turn),
        title=a.title and retold(a.title, turn),
        outlet=OUTLETS[turn % len(OUTLETS)] if turn else a.outlet,
        published=later(a.published, days),
        path=None,
        url=None,
    )
    other.published = later(document.published, days)
    other.times = [dataclasses.replace(t, edtf=later(t.edtf, days)) for t in document.times]
    other.mentions = [
        dataclasses.replace(m, actors=tuple(_renamed(n, world) or n for n in m.actors))
        for m in document.mentions
    ]
    other.actors = {
        _renamed(n, world) or n: Actor(
            name=_renamed(n, world) or n, kind=x.kind, side=_renamed(x.side, world), roles=x.roles
        )
        for n, x in document.actors.items()
    }
    return other, [_retold(c, other.article.id, world, days) for c in claims]


def _retold(claim: Claim, article: str, world: int, days: int) -> Claim:
    told: dict[str, Any] = {"article": article}
    told["resolved"] = tuple(
        dataclasses.replace(r, actors=tuple(_renamed(n, world) or n for n in r.actors))
        for r in claim.resolved
    )
    if hasattr(claim, "label"):
        told["label"] = _renamed(claim.label, world)
    return retell_claim(claim, lambda name: _renamed(name, world), days, **told)


def main() -> None:
    """Write the record."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("record", type=Path)
    options.add_argument("--articles", type=int, default=5000)
    asked = options.parse_args()
    found = [a for a in read_articles([ROOT / "examples" / "hanoi"]) if isinstance(a, Article)]
    told = [
        (document, [*c.statements, *c.events, *c.meetings, *c.positions])
        for document, c in analyse(found, lambda _: None)
    ]
    start = time.perf_counter()
    with open_record(asked.record, write=True) as record:
        for n in range(asked.articles):
            write_article(record, *retell(*told[n % len(told)], n // len(told)))
        print(f"{asked.articles} articles written in {time.perf_counter() - start:.0f} s")
        start = time.perf_counter()
        refresh_story(record)
        print(f"the story told in {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
