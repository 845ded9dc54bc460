"""Measures the mentions layer on the dev set and on bench/gold/mentions.jsonl: `python bench/actors.py`.

Dev: for each actor that the gold's statements and events name, whether the article's actors hold it; the share
is by naming. `--misses` lists what is missed, `--speakers` narrows to statements' speakers.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.goldsets import ROOT, gold_sets, load_gold, load_texts, remembering, score_module

from dragoman.annotate import annotate_articles
from dragoman.annotate.mentions import find_mentions
from dragoman.model.articles import Article
from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span


def gold_names(gold: dict[str, Any], speakers_only: bool) -> list[str]:
    """Every naming of an actor in the gold's statements and events."""
    out = [s["speaker"] for s in gold["statements"] if s["speaker"]]
    if not speakers_only:
        for event in gold["events"]:
            out += [*event["actors"], *event["recipients"]]
    return out


def annotate_set(name: str) -> tuple[dict[str, dict[str, Any]], list[Document]]:
    """The gold and our documents of one set."""
    pairs = gold_sets().get(name, [])
    return load_gold(pairs), list(annotate_articles(load_texts(pairs), remembering))


def measure_set(name: str, speakers_only: bool, misses: bool) -> None:
    scorer = score_module()
    if scorer is None:
        print("shared/score/score.py is absent: only our own gold is scored")
        return
    gold, documents = annotate_set(name)
    right = total = 0
    missed: Counter[str] = Counter()
    for document in documents:
        names = scorer.Names(gold[document.article.name].get("aliases", {}))
        known: dict[str, bool] = {}
        for told in gold_names(gold[document.article.name], speakers_only):
            if told not in known:
                known[told] = any(names.same(told, ours) for ours in document.actors)
            total += 1
            right += known[told]
            if not known[told]:
                missed[f"{told} [{document.article.name}]"] += 1
    started = time.perf_counter()
    for document in documents:
        find_mentions(document)
    cost = 1000 * (time.perf_counter() - started) / max(1, len(documents))
    print(
        f"{name}: {right}/{total} = {100 * right / max(1, total):.1f} % of namings; {cost:.2f} ms per article"
    )
    measure_cues(documents, gold, misses)
    if misses:
        for told, n in missed.most_common():
            print(f"{n:4} {told}")


def at_cue(document: Document, start: int, end: int) -> Token | None:
    """The token that the parse gives as the speaker of a gold cue: the verb's subject, or *selon*'s noun."""
    tokens = document.tokens_in(Span(start, end))
    for token in tokens:
        if token.pos == "ADP" and token.lower in ("selon", "après", "pour"):
            governor = document.head_of(token.i)
            return governor if governor.pos in ("NOUN", "PROPN", "PRON", "X") else None
    for token in reversed(tokens):
        inverted = token.text.startswith("-") and token.lower.lstrip("-") in ("il", "elle", "ils", "elles")
        if inverted:
            return token
    for token in reversed(tokens):
        for kid in document.children(token.i, "nsubj"):
            if kid.lower == "qui":
                return document.head_of(token.i)
            return kid
    return None


def measure_cues(documents: list[Document], gold: dict[str, dict[str, Any]], misses: bool) -> None:
    """Whether the phrase that the parse gives as a cue's subject resolves to the gold's speaker, by its kind."""
    scorer = score_module()
    assert scorer is not None
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for document in documents:
        names = scorer.Names(gold[document.article.name].get("aliases", {}))
        for statement in gold[document.article.name]["statements"]:
            if not statement["speaker"] or not statement["cue"]:
                continue
            token = at_cue(document, *statement["cue"])
            if token is None:
                continue
            mention = document.mention_of(token.i)
            kind = mention.kind if mention else "nothing"
            total[kind] += 1
            if any(names.same(statement["speaker"], a) for a in document.actors_of(token.i)):
                right[kind] += 1
            elif misses:
                around = document.text[max(0, token.start - 60) : token.end + 60].replace("\n", " ")
                found = f"{mention.actors} {mention.how}" if mention else "nothing"
                print(
                    f"[{document.article.name}] {token.text}: {found} | {statement['speaker']} | …{around}…"
                )
    for kind, n in total.most_common():
        print(f"{kind:14} {right[kind]:5}/{n:5} = {100 * right[kind] / n:5.1f} %")
    print(
        f"{'all at cues':14} {right.total():5}/{total.total():5} = {100 * right.total() / max(1, total.total()):5.1f} %"
    )


def measure_own(path: Path) -> None:
    """Our own items: a text, a phrase of it (its nth occurrence), the actors it refers to, or a place."""
    items = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    right = 0
    articles = [Article(name=str(n), text=item["text"]) for n, item in enumerate(items)]
    for item, document in zip(items, annotate_articles(articles, remembering), strict=True):
        found = actors_at(document, item["phrase"], item.get("nth", 1))
        if sorted(found) == sorted(item["actors"]):
            right += 1
        else:
            print(f"  {item['phrase']!r} in {item['text']!r}: {found}, expected {item['actors']}")
    print(f"own: {right}/{len(items)} = {100 * right / max(1, len(items)):.1f} %")


def actors_at(document: Document, phrase: str, nth: int) -> list[str]:
    """The actors of the first mention that begins inside the nth occurrence of `phrase`."""
    at = -1
    for _ in range(nth):
        at = document.text.index(phrase, at + 1)
    inside = [m for m in document.mentions if at <= m.span.start < at + len(phrase)]
    return list(inside[0].actors) if inside and not inside[0].place else []


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--set", default="dev")
    options.add_argument("--speakers", action="store_true")
    options.add_argument("--misses", action="store_true")
    args = options.parse_args()
    own = ROOT / "bench" / "gold" / "mentions.jsonl"
    if own.exists():
        measure_own(own)
    measure_set(args.set, args.speakers, args.misses and args.set != "held")


if __name__ == "__main__":
    main()
