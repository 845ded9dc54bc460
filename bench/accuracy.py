"""Scores `dragoman annotate` against gold and holds the floors: `make accuracy`.

Gold: bench/gold/hanoi (ours, always) and ../shared/gold where it is present, with its score.py. A third of
shared/gold/more (by the hash of the name) is the held-out set, never read, only scored.
`--only LAYER` narrows the table, `--set dev|held|articles|own` the sets, `--raise` lifts the floors to what stands
now, `--lower REASON` lets one go down (say so in the CHANGELOG), `--table` prints the README's table, `--out FILE`
keeps the predictions.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import importlib.util
import json
import pickle
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.scoring import score

from dragoman.annotate import annotate_articles
from dragoman.annotate.parser import Job, parse
from dragoman.extract import extract_claims
from dragoman.extract.layers import to_layers
from dragoman.model.articles import Article
from dragoman.model.documents import Token

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "bench" / "gold" / "hanoi"
OWN_TEXTS = ROOT / "examples" / "hanoi"
Pair = tuple[Path, str]  # the folder of the gold, the article
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "bench" / "floors.json"
AGREEMENT = ROOT / "bench" / "agreement.json"
CACHE = ROOT / ".cache" / "parses"
# A figure may wobble by this much (in points) before its floor breaks.
SLACK = 0.05


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
    """The texts of the gold in `folder`, dated by its metadata.csv. Our own texts lie in examples/."""
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


def load_texts(pairs: Iterable[Pair]) -> list[Article]:
    """The texts of a set, folder by folder."""
    folders: dict[Path, set[str]] = {}
    for folder, name in pairs:
        folders.setdefault(folder, set()).add(name)
    return [a for folder, names in folders.items() for a in load_articles(folder, names)]


def load_gold(pairs: Iterable[Pair]) -> dict[str, dict[str, Any]]:
    """The article's name → its gold."""
    return {n: json.loads((f / f"{n}.gold").read_text(encoding="utf-8")) for f, n in pairs}


def held_out(name: str) -> bool:
    """Whether an article of gold/more belongs to the third that nobody reads."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 3 == 0


def gold_sets() -> dict[str, list[Pair]]:
    """Name of the set → (folder, article) pairs; only sets that are present."""
    sets: dict[str, list[Pair]] = {}

    def stems(folder: Path) -> list[Pair]:
        return [(folder, p.stem) for p in sorted(folder.glob("*.gold"))]

    sets["own"] = stems(OWN)
    reviewed, more = stems(SHARED / "gold" / "articles"), stems(SHARED / "gold" / "more")
    sets["articles"] = reviewed
    sets["dev"] = reviewed + [(f, n) for f, n in more if not held_out(n)]
    sets["held"] = [(f, n) for f, n in more if held_out(n)]
    return {k: v for k, v in sets.items() if v}


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


def predict(pairs: list[Pair]) -> dict[str, dict[str, Any]]:
    """Our layers for each article."""
    documents = annotate_articles(load_texts(pairs), remembering)
    return {d.article.name: to_layers(d, extract_claims(d)) for d in documents}


def tables(names: list[str], out: Path | None = None) -> Iterator[tuple[str, list[str], dict[str, Any]]]:
    """(set, its articles, its figures) for each gold set that is asked for and present.

    Our own set is scored by bench/scoring.py, the shared ones by their own score.py.
    """
    scorer = score_module()
    for name, pairs in gold_sets().items():
        if (names and name not in names) or (name != "own" and scorer is None):
            continue
        gold = load_gold(pairs)
        predicted = predict(pairs)
        if out:
            out.write_text("".join(json.dumps(p, ensure_ascii=False) + "\n" for p in predicted.values()))
        if name == "own" or scorer is None:
            yield name, sorted(gold), score(gold, predicted)
        else:
            yield name, sorted(gold), scorer.score(gold, predicted, rounds=0)


def percent(cell: dict[str, Any]) -> float:
    """A figure's value in percent, to one decimal."""
    return round(100 * (cell["value"] or 0), 1)


def print_table(names: list[str]) -> None:
    """The README's table: held out, our own, the reviewed articles learned from, beside annotators' agreement."""
    agreement = json.loads(AGREEMENT.read_text(encoding="utf-8"))
    columns = {name: figures for name, _, figures in tables(names)}
    heads = {"held": "held out", "own": "our own", "articles": "learned from"}
    shown = [name for name in heads if name in columns]
    print("| figure | " + " | ".join(heads[n] for n in shown) + " | two annotators |")
    print("|---|" + "---:|" * (len(shown) + 1))
    for figure, agreed in agreement.items():
        cells = " | ".join(f"{percent(columns[n][figure]):.1f}" for n in shown)
        print(f"| `{figure}` | {cells} | {agreed} |")


def hold(
    name: str, articles: list[str], figures: dict[str, Any], floors: dict[str, Any], args: Any
) -> list[str]:
    """Print one set's figures with their floors, lift the floors where asked; the figures that fell below."""
    corpus = hashlib.sha256("".join(articles).encode()).hexdigest()[:12]
    floor = floors.get(name)
    if floor is None or floor["corpus"] != corpus:
        if floor is not None:
            print(f"{name}: another corpus ({corpus}) than the floors were set on ({floor['corpus']})")
        floor = floors[name] = {"corpus": corpus, "figures": {}}
    fallen = []
    print(f"\n{name}: {len(articles)} articles\n{'figure':34} value     P     R      n  floor")
    for key, cell in figures.items():
        if args.only and not key.startswith(args.only):
            continue
        value, low = percent(cell), floor["figures"].get(key)
        broken = low is not None and value < low - SLACK
        if broken:
            fallen.append(f"{name} {key}: {value} < {low}")
        if args.lift and (low is None or value > low or args.lower):
            floor["figures"][key] = value
        parts = "".join(
            f" {100 * (cell.get(k) or 0):5.1f}" if k in cell else "      " for k in ("precision", "recall")
        )
        mark = "  FALLEN" if broken else ""
        print(f"{key:34} {value:5.1f} {parts} {cell['n']:6}  {'' if low is None else low}{mark}")
    return fallen


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--only", default="")
    options.add_argument("--set", default="")
    options.add_argument("--raise", dest="lift", action="store_true")
    options.add_argument("--lower", default="")
    options.add_argument("--table", action="store_true")
    options.add_argument("--out", type=Path)
    args = options.parse_args()
    names = args.set.split(",") if args.set else []
    if args.table:
        print_table(names)
        return 0
    if score_module() is None:
        print("../shared/score/score.py is absent: only our own gold is scored")
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    fallen: list[str] = []
    for name, articles, figures in tables(names, args.out):
        fallen += hold(name, articles, figures, floors, args)
    if args.lift:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    if fallen and not args.lower:
        print("\nbelow the floor:\n  " + "\n  ".join(fallen))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
