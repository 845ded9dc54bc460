"""The annotated articles, by set: where they lie and how they are loaded.

gold_sets()["dev"] → (folder, article) pairs; load_texts and load_gold of them → articles and gold. Sets: `own`
(bench/gold/hanoi), `fresh` (bench/gold/fresh: written after the weights were made), `written` (bench/gold/written: our
own too, but to learn from), `corpus` (our annotation of articles of ../shared/corpus, as spans alone), and of
../shared/gold `articles`, `dev`, `held`; only those present.
"""

from __future__ import annotations

import csv
import hashlib
import importlib.util
import json
import pickle
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.gold.build import gold_of

from dragoman.annotate.parser import Job, parse
from dragoman.model.articles import Article
from dragoman.model.documents import Token

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
GOLD = ROOT / "bench" / "gold"
OWN, FRESH, WRITTEN, CORPUS = (GOLD / name for name in ("hanoi", "fresh", "written", "corpus"))
# Our own gold is kept apart from its texts where these have a home of their own.
OWN_TEXTS, CORPUS_TEXTS = ROOT / "examples" / "hanoi", SHARED / "corpus" / "negotiations.jsonl"
CACHE = ROOT / ".cache" / "parses"
# The folder of the gold, the article.
Pair = tuple[Path, str]


def remembering(jobs: Iterable[Job]) -> Iterator[list[Token]]:
    """A parser that keeps what it parsed in .cache/, so that a change after the parse is measured in seconds."""
    CACHE.mkdir(parents=True, exist_ok=True)
    for job in jobs:
        path = CACHE / (hashlib.sha256(repr(job).encode()).hexdigest()[:24] + ".pickle")
        if path.exists():
            yield pickle.loads(path.read_bytes())
            continue
        tokens = next(iter(parse([job])))
        part = path.with_suffix(f".{hash(path) & 0xFFFF:x}.part")
        part.write_bytes(pickle.dumps(tokens))
        part.replace(path)
        yield tokens


def load_articles(folder: Path, names: set[str]) -> list[Article]:
    """The texts of the gold in `folder`, dated by its metadata.csv; those of CORPUS come from the shared corpus."""
    if folder == CORPUS:
        return _from_corpus(names)
    folder = OWN_TEXTS if folder == OWN else folder
    with (folder / "metadata.csv").open(encoding="utf-8", newline="") as f:
        rows = {row["file"]: row for row in csv.DictReader(f)}
    return [
        Article(
            name=path.stem,
            text=path.read_bytes().decode("utf-8"),
            published=rows.get(path.name, {}).get("date") or None,
            agency=tuple(filter(None, [rows.get(path.name, {}).get("agency")])),
        )
        for path in sorted(folder.glob("*.txt"))
        if path.stem in names
    ]


def _from_corpus(names: set[str]) -> list[Article]:
    rows = map(json.loads, CORPUS_TEXTS.read_text(encoding="utf-8").splitlines())
    return [
        Article(
            name=row["doc_id"],
            text="\n\n".join([row["title"], *row["paragraphs"]]) + "\n",
            published=row["date"][:10],
        )
        for row in sorted(rows, key=lambda row: str(row["doc_id"]))
        if row["doc_id"] in names
    ]


def load_texts(pairs: Iterable[Pair]) -> list[Article]:
    """The texts of a set, folder by folder."""
    folders: dict[Path, set[str]] = {}
    for folder, name in pairs:
        folders.setdefault(folder, set()).add(name)
    return [a for folder, names in folders.items() for a in load_articles(folder, names)]


def load_gold(pairs: Iterable[Pair]) -> dict[str, dict[str, Any]]:
    """The article's name → its gold."""
    return {n: _gold(folder, n) for folder, n in pairs}


def _gold(folder: Path, name: str) -> dict[str, Any]:
    if folder.parent == WRITTEN or folder == FRESH:
        return gold_of(folder, folder, name)
    told: dict[str, Any] = json.loads((folder / f"{name}.gold").read_text(encoding="utf-8"))
    return told


def held_out(name: str) -> bool:
    """Whether an article of gold/more belongs to the third that nobody reads."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 3 == 0


def gold_sets() -> dict[str, list[Pair]]:
    """Name of the set → (folder, article) pairs; only sets that are present."""
    sets: dict[str, list[Pair]] = {}

    def stems(folder: Path, kind: str = "gold") -> list[Pair]:
        return [(folder, p.stem) for p in sorted(folder.glob(f"*.{kind}"))]

    sets["own"] = stems(OWN)
    sets["fresh"] = stems(FRESH, "yaml")
    sets["written"] = [pair for f in sorted(WRITTEN.glob("*/")) for pair in stems(f, "yaml")]
    sets["corpus"] = stems(CORPUS) if CORPUS_TEXTS.exists() else []
    reviewed, more = stems(SHARED / "gold" / "articles"), stems(SHARED / "gold" / "more")
    sets["articles"] = reviewed
    sets["dev"] = reviewed + [(f, n) for f, n in more if not held_out(n)]
    sets["held"] = [(f, n) for f, n in more if held_out(n)]
    return {k: v for k, v in sets.items() if v}


def learned_from() -> list[Pair]:
    """What the weights are learned from: dev first, then what we annotated ourselves; figures are those of dev."""
    sets = gold_sets()
    return [pair for name in ("dev", "corpus", "written") for pair in sets.get(name, [])]


def measured() -> int:
    """How many of them figures are told of: dev."""
    return len(gold_sets().get("dev", []))


def score_module() -> ModuleType | None:
    """shared/score/score.py, or None where it is absent."""
    path = SHARED / "score" / "score.py"
    if not path.exists():
        return None
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
