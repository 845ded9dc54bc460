"""The claims that a person annotated, as if extraction had found them: what resolution makes of them is its own doing.

10-hanoi.gold with 10-hanoi.txt → Sourced and StoryClaims. Persons' sides come from bench/gold/story/sides.json.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

from dragoman.lexicon import load_yaml
from dragoman.lexicon.sides import find_side, fold
from dragoman.model.actors import Actor
from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.positions import Position
from dragoman.model.spans import Span
from dragoman.model.statements import Statement
from dragoman.model.stories import Sourced, StoryClaims
from dragoman.model.times import Time

SIDES = json.loads((Path(__file__).parent / "gold" / "story" / "sides.json").read_text(encoding="utf-8"))


def load_gold(golds: Path, texts: Path, only: set[str] | None = None) -> tuple[list[Sourced], StoryClaims]:
    """The annotated articles of `golds` (those named in `only`); their texts and metadata.csv lie in `texts`."""
    with (texts / "metadata.csv").open(encoding="utf-8", newline="") as f:
        told = {Path(row["file"]).stem: row for row in csv.DictReader(f)}
    articles: list[Sourced] = []
    layers: dict[str, list[Any]] = {
        k: [] for k in ("statements", "events", "meetings", "positions", "actors", "times")
    }
    for path in sorted(golds.glob("*.gold")):
        if only is not None and path.stem not in only:
            continue
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (texts / f"{path.stem}.txt").read_bytes().decode("utf-8")
        row = told.get(path.stem, {})
        articles.append(
            Sourced(
                article_id=path.stem,
                name=path.stem,
                published=gold["article"]["published"] or row.get("date"),
                outlet=row.get("outlet"),
                text=text,
            )
        )
        _add(layers, path.stem, gold, text)
    return articles, StoryClaims(**{k: tuple(v) for k, v in layers.items()})


def _add(layers: dict[str, list[Any]], article: str, gold: dict[str, Any], text: str) -> None:
    def at(span: list[int]) -> dict[str, Any]:
        return {"article": article, "start": span[0], "end": span[1], "rule": "gold"}

    names: set[str | None] = set()
    for t in gold["times"]:
        layers["times"].append((article, Time(span=Span(*t["span"]), type=t["type"], value=t["value"])))
    for s in gold["statements"]:
        cue = Span(*s["cue"]) if s["cue"] else None
        layers["statements"].append(
            Statement(
                **at(s["span"]),
                kind=s["kind"],
                speaker=s["speaker"],
                relayed_by=tuple(s["relayed_by"]),
                cue=cue,
                cue_class=cue_class(cue.of(text)) if cue else None,
                negative=bool(cue) and cue_class(cue.of(text)) == "deny",  # type: ignore[union-attr]
            )
        )
        names |= {s["speaker"], *s["relayed_by"]}
    for e in gold["events"]:
        told = {k: e[k] for k in ("type", "mode", "status", "date", "place", "according_to")}
        layers["events"].append(
            Event(**at(e["span"]), **told, actors=tuple(e["actors"]), recipients=tuple(e["recipients"]))
        )
        names |= {*e["actors"], *e["recipients"], e["according_to"]}
    for m in gold["meetings"]:
        told = {k: m[k] for k in ("label", "kind", "date", "place", "status")}
        mentions = tuple(Span(*x) for x in m["mentions"])
        layers["meetings"].append(
            MeetingReport(
                **at(m["mentions"][0]), **told, participants=tuple(m["participants"]), mentions=mentions
            )
        )
        names |= set(m["participants"])
    for p in gold["positions"]:
        layers["positions"].append(
            Position(
                **at(p["span"]),
                party=p["party"],
                stance=p["stance"],
                toward=tuple(p["toward"]),
                issue=p["issue"],
                conditional_on=Span(*p["conditional_on"]) if p["conditional_on"] else None,
            )
        )
        names.add(p["party"])
    layers["actors"].extend((article, _actor(n)) for n in sorted(x for x in names if x))


def cue_class(cue: str) -> str:
    """The class of the speech verb that the cue holds, by its first letters."""
    words = re.findall(r"[a-z]+", fold(cue))
    for word in reversed(words):
        for stem, named in _stems():
            if len(word) >= 4 and word.startswith(stem):
                return named
    return "say"


def _stems() -> list[tuple[str, str]]:
    if not _STEMS:
        for entry in load_yaml("fr/speech_verbs"):
            lemma = fold(str(entry["lemma"])).removeprefix("se ").removeprefix("s'")
            _STEMS.append((lemma[: max(4, len(lemma) - 3)], str(entry["class"])))
        _STEMS.sort(key=lambda x: -len(x[0]))
    return _STEMS


_STEMS: list[tuple[str, str]] = []


def _actor(name: str) -> Actor:
    side = find_side(name)
    if side is not None and side.name == name:
        return Actor(name=name, kind=side.kind, side=side.side)
    return Actor(name=name, kind="person" if name in SIDES else "group", side=SIDES.get(name))
