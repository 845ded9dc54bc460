"""The first pass of `--about`: what part of the articles that the analysis finds relevant it lets through, how fast.

    python bench/about.py

Relevant to two parties is an article in which the claims (statements, events, meetings, positions) have both, or
somebody who speaks for them. Every pair of states that some article of the development set is relevant to is asked.
"""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.goldsets import gold_sets, load_texts, remembering

from dragoman.annotate import annotate_articles
from dragoman.extract import extract_claims
from dragoman.lexicon.sides import load_sides
from dragoman.read.topics import find_topic

SPEED_MB = 40


def main() -> None:
    pairs = gold_sets()["dev"]
    articles = load_texts(pairs)
    states = {name for name, side in load_sides().items() if side.kind == "state"}
    wanted: dict[tuple[str, str], list[str]] = defaultdict(list)
    for document in annotate_articles(articles, remembering):
        claims = extract_claims(document)
        names = {s.speaker for s in claims.statements} | {s.on_behalf_of for s in claims.statements}
        names |= {a for e in claims.events for a in (*e.actors, *e.recipients)}
        names |= {p.party for p in claims.positions} | {a for m in claims.meetings for a in m.participants}
        sides = {document.actors[n].side or n if n in document.actors else n for n in names if n}
        for pair in combinations(sorted(sides & states), 2):
            wanted[pair].append(document.text)
    counts: Counter[str] = Counter()
    for pair, texts in wanted.items():
        topic = find_topic(", ".join(pair))
        counts["relevant"] += len(texts)
        missed = [t for t in texts if not topic.is_in(t)]
        counts["missed"] += len(missed)
        counts["passed"] += sum(topic.is_in(a.text) for a in articles)
        for text in missed:
            print(f"missed {', '.join(pair)}: {text[:70]!r}")
    relevant, missed_n = counts["relevant"], counts["missed"]
    print(f"{len(articles)} articles, {len(wanted)} pairs of parties, {relevant} relevant, {missed_n} missed")
    print(f"recall {100 * (1 - missed_n / relevant):.2f}, let through {counts['passed']} in all")
    texts = [a.text for a in articles]
    size = sum(len(t.encode("utf-8", "replace")) for t in texts) / 1e6
    rounds = int(SPEED_MB / size) + 1
    topic = find_topic("Corée du Nord, États-Unis, Corée du Sud")
    began = time.process_time()
    for _ in range(rounds):
        for text in texts:
            topic.is_in(text)
    print(f"{rounds * size / (time.process_time() - began):.0f} MB/s")


if __name__ == "__main__":
    main()
