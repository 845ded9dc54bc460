"""Statements beside two public tools: `python bench/compare.py --set articles --gendergap FOLDER`.

GenderGapTracker is the extractor of the Radar de Parité: FOLDER is `nlp/french` of a clone of
github.com/sfu-discourse-lab/GenderGapTracker (its database is not needed; the spaCy model is `--model`). textacy finds
direct quotations; it is compared with where it is installed. All are scored by the project's scorer; a speaker is
taken as the tool names him. GenderGapTracker reads « » only: straight and curly marks are mended for it. What is absent
is skipped with a word.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import logging
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import spacy
from bench.accuracy import percent, predict
from bench.goldsets import gold_sets, load_gold, load_texts, score_module
from spacy.language import Language
from spacy.tokens import Doc

from bench import scoring

Statements = list[dict[str, Any]]
Finder = Callable[[str], Statements]
FIGURES = (
    "statements.content@0.8.f1",
    "statements.content@0.5.f1",
    "statements.attributed.f1",
    "statements.kind.acc",
)
OPENING, CLOSING, STRAIGHT = "«“„", "»”", '"'
MARKS = OPENING + CLOSING + STRAIGHT
EDGES = MARKS + " \u00a0\u202f\n"


def mend(text: str) -> str:
    """The text with « » for every kind of quotation mark, each where it stood; a line opens none anew."""
    out = []
    inside = False
    for c in text:
        if c == "\n":
            inside = False
        elif c in OPENING or (c == STRAIGHT and not inside):
            inside, c = True, "«"
        elif c in CLOSING or c == STRAIGHT:
            inside, c = False, "»"
        out.append(c)
    return "".join(out)


def statement(text: str, start: int, end: int, speaker: str | None) -> dict[str, Any]:
    """A tool's quotation in our form: the marks at its edges are no part of it and tell its kind."""
    quoted = text[start:end]
    direct = quoted[:1] in MARKS and quoted[-1:] in MARKS
    marked = any(c in MARKS for c in quoted)
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES + ".,":
        end -= 1
    kind = "direct" if direct else "mixed" if marked else "indirect"
    return {"span": [start, end], "kind": kind, "fragments": [], "cue": None, "speaker": speaker or None}


def gendergap(folder: Path, nlp: Language) -> Finder:
    """The rule-based extractor in `folder`. What it only needs for its database is not loaded."""
    plain: Any = types.ModuleType("utils")
    plain.create_logger = lambda name, **_: logging.getLogger(name)
    database: Any = types.ModuleType("bson")
    database.ObjectId = str
    sys.modules |= {"utils": plain, "bson": database}
    sys.path.insert(0, str(folder))
    extractor = importlib.import_module("quote_extractor").QuoteExtractor(
        {
            "NLP": {"QUOTE_VERBS": str(folder / "rules" / "quote_verb_list.txt")},
            "spacy_lang": nlp,
            "out_dir": "",
        }
    )

    def find(text: str) -> Statements:
        mended = mend(text)
        told = []
        for quote in extractor.extract_quotes(nlp(mended)):
            start, end = (int(n) for n in quote["quote_index"].strip("()").split(","))
            told.append(statement(mended, start, end, quote["speaker"]))
        return told

    return find


def textacy(nlp: Language) -> Finder | None:
    """The direct quotations of textacy; None where it is not installed."""
    if importlib.util.find_spec("textacy") is None:
        return None
    triples = importlib.import_module("textacy.extract.triples")

    def read(doc: Doc) -> Statements:
        try:
            found = list(triples.direct_quotations(doc))
        except ValueError:  # it refuses a text with an odd number of marks
            return []
        return [
            statement(doc.text, f.content.start_char, f.content.end_char, " ".join(t.text for t in f.speaker))
            for f in found
        ]

    # Line by line: one unclosed quotation would lose it the whole article.
    def find(text: str) -> Statements:
        told, at = [], 0
        for line in text.splitlines(keepends=True):
            found = read(nlp(line)) if line.strip() else []
            told += [{**s, "span": [s["span"][0] + at, s["span"][1] + at]} for s in found]
            at += len(line)
        return told

    return find


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--set", default="articles", help="articles, dev, held or own")
    options.add_argument("--gendergap", type=Path, help="nlp/french of GenderGapTracker")
    options.add_argument("--model", default="fr_core_news_md", help="the spaCy model of the other tools")
    args = options.parse_args()
    scorer = score_module()
    pairs = gold_sets().get(args.set)
    if pairs is None or (scorer is None and args.set != "own"):
        print(f"../shared has no {args.set}: nothing to score against, skipped")
        return 0
    gold = load_gold(pairs)
    texts = {a.name: a.text for a in load_texts(pairs)}
    print(
        f"{args.set}: {len(gold)} articles\n{'tool':18}"
        + "".join(f"{f.split('.', 1)[1]:>18}" for f in FIGURES)
    )

    def report(tool: str, found: dict[str, dict[str, Any]]) -> None:
        if scorer is not None and args.set != "own":
            figures = scorer.score(gold, found, rounds=0)
        else:
            figures = scoring.score(gold, found)
        cells = (f"{percent(figures[f]):.1f}" if f in figures else "" for f in FIGURES)
        print(f"{tool:18}" + "".join(f"{c:>18}" for c in cells))

    ours = predict(pairs)
    report("dragoman", ours)
    nlp = spacy.load(args.model)
    tools: dict[str, Finder | None] = {"GenderGapTracker": None, "textacy": textacy(nlp)}
    if args.gendergap is not None and (args.gendergap / "quote_extractor.py").exists():
        tools["GenderGapTracker"] = gendergap(args.gendergap.resolve(), nlp)
    empty: dict[str, Any] = {"times": [], "events": [], "meetings": [], "positions": []}
    for tool, find in tools.items():
        if find is None:
            print(f"{tool}: absent, skipped")
            continue
        report(
            tool,
            {n: {"article": ours[n]["article"], **empty, "statements": find(t)} for n, t in texts.items()},
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
