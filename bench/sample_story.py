"""Prints a sample of a story with its evidence, for a person to judge: `python bench/sample_story.py PATHS --seed 7`.

Each entry comes with the sentences that it rests on. A meeting is judged right where it is one real meeting, nothing
told of it is wrong (who, when, where) and its status is the one that its last article leaves. The held-out gold
(bench/accuracy.py) is left out by its name, so that the corpus it came from may be given as it is.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.goldsets import gold_sets, remembering

from dragoman.annotate import annotate_articles
from dragoman.extract import Claims, extract_claims
from dragoman.model.actors import Actor
from dragoman.model.articles import Article
from dragoman.model.claims import Claim
from dragoman.model.stories import Sourced, Story, StoryClaims
from dragoman.model.times import Time
from dragoman.read import read_articles
from dragoman.resolve import resolve_story

LAYERS = ("meetings", "disputes", "shifts", "expectations")
Told = tuple[list[Sourced], StoryClaims]


def read_claims(paths: Sequence[Path]) -> Told:
    """The articles under `paths` that are not held out, and what they claim."""
    held = {name for _, name in gold_sets().get("held", [])}
    found = [a for a in read_articles(list(paths)) if isinstance(a, Article) and a.name not in held]
    articles: list[Sourced] = []
    actors: list[tuple[str, Actor]] = []
    times: list[tuple[str, Time]] = []
    claims: list[Claims] = []
    for document in annotate_articles(found, remembering):
        a = document.article
        claims.append(extract_claims(document))
        actors.extend((a.id, actor) for actor in document.actors.values())
        times.extend((a.id, time) for time in document.times)
        articles.append(
            Sourced(
                article_id=a.id,
                name=a.name,
                outlet=a.outlet,
                agency=document.agency or a.agency,
                published=document.published or a.published,
                title=a.title,
                digest=hashlib.sha256(a.text.encode()).hexdigest(),
                text=a.text,
                url=a.url,
            )
        )
    return articles, StoryClaims(
        statements=tuple(s for c in claims for s in c.statements),
        events=tuple(e for c in claims for e in c.events),
        meetings=tuple(m for c in claims for m in c.meetings),
        positions=tuple(p for c in claims for p in c.positions),
        actors=tuple(actors),
        times=tuple(times),
    )


class Evidence:
    """The claims by id and the articles that hold them."""

    def __init__(self, told: Told) -> None:
        articles, claims = told
        self._articles = {a.article_id: a for a in articles}
        every: tuple[Claim, ...] = (*claims.statements, *claims.events, *claims.meetings, *claims.positions)
        self._claims = {c.id: c for c in every}

    def lines(self, claim: str, spans: Sequence[tuple[int, int]] = (), about: str = "") -> Iterator[str]:
        """The claim's article and the text around each span, marked."""
        c = self._claims[claim]
        article = self._articles[c.article]
        yield f"    {(article.published or 'undated')[:10]} {article.name} {c.rule} {about}"
        for start, end in spans or [(c.start, c.end)]:
            before, after = article.text[max(0, start - 160) : start], article.text[end : end + 160]
            yield "      … " + " ".join(f"{before}[{article.text[start:end]}]{after}".split()) + " …"

    def mentions(self, claim: str) -> Sequence[tuple[int, int]]:
        """Where a meeting's report names it."""
        return getattr(self._claims[claim], "mentions", ())[:4]


def show(story: Story, layer: str, evidence: Evidence) -> list[str]:
    """Each entry of a layer as a paragraph."""
    out = []
    for m in story.meetings if layer == "meetings" else ():
        rows = [f"{m.label} | {m.kind} | {', '.join(m.participants)} | {m.date} | {m.place} | {m.status}"]
        for point in m.life:
            rows += evidence.lines(point.claim, evidence.mentions(point.claim), point.status)
        out.append("\n".join(rows))
    for d in (d for d in story.disputes if d.sure) if layer == "disputes" else ():
        rows = [f"{d.kind}: {d.matter}"]
        for v in d.versions:
            rows.append(f"  {v.party} ({v.by}):")
            rows += [line for c in v.claims[:3] for line in evidence.lines(c)]
        out.append("\n".join(rows))
    for s in story.shifts if layer == "shifts" else ():
        sides = [line for c in (s.before, s.after) for line in evidence.lines(c)]
        out.append("\n".join([f"{s.party} | {s.issue}", *sides]))
    for e in story.expectations if layer == "expectations" else ():
        head = f"{e.by} | {e.kind} | by {e.horizon} | {e.state} {e.met_on or ''} {e.met_by or ''} | {e.what}"
        out.append("\n".join([head, *evidence.lines(e.claim)]))
    return out


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("paths", nargs="+", type=Path)
    options.add_argument("--layer", choices=LAYERS, action="append", help="by default all of them")
    options.add_argument("--number", type=int, default=50, help="how many of each; all disputes are printed")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--as-of", help="EDTF; by default the last article's day")
    options.add_argument("--all", action="store_true", help="also what the story is less sure of")
    asked = options.parse_args()
    told = read_claims(asked.paths)
    story, evidence = resolve_story(*told, asked.as_of), Evidence(told)
    if not asked.all:
        story = replace(story, meetings=tuple(m for m in story.meetings if m.sure))
    for layer in asked.layer or LAYERS:
        entries = show(story, layer, evidence)
        number = len(entries) if layer == "disputes" else min(asked.number, len(entries))
        print(f"\n=== {layer}: {number} of {len(entries)}\n")
        for n, entry in enumerate(random.Random(asked.seed).sample(entries, number), 1):
            print(f"{n}. {entry}\n")


if __name__ == "__main__":
    main()
