"""Gold in the form of docs/codebook.md from YAML that quotes the passages, so that nobody counts offsets.

`python bench/gold/build.py` writes bench/gold/hanoi/*.gold; `python bench/gold/build.py --check FOLDER` says which
passages of the YAML of another folder are not found.

Goes in: `<id>.yaml`, which quotes the passages, and `<id>.txt` with its metadata.csv.
Comes out: `<id>.gold`, spans as [start, end] code points.

A passage is quoted as it stands. Where the quotation occurs more than once, context tells which: the passage stands
then in square brackets (`leur premier [sommet]`), or a number says which occurrence (`sommet #2`). ` … ` skips the
middle of a long passage (`Les deux … centrales`).
"""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
TEXTS = ROOT / "examples" / "hanoi"
GOLD = Path(__file__).resolve().parent / "hanoi"

Pair = list[int]
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # dates stay text
OPENING, CLOSING = "«“", "»”"


class Unfound(ValueError):
    """A passage that the text does not have, or has more than once."""


def locate(text: str, passage: str) -> Pair:
    """The span of `passage`: ("Le [sommet] de Hanoï") → [start, end] of "sommet"."""
    quoted, number = passage, 1
    if m := re.search(r" #(\d+)$", passage):
        quoted, number = passage[: m.start()], int(m[1])
    before, bracketed, after = re.fullmatch(r"(?s)([^\[]*)(?:\[([^\]]*)\])?(.*)", quoted).groups()  # type: ignore[union-attr]
    inner = before if bracketed is None else bracketed
    pattern = "(" + r"[^\n]*?".join(map(re.escape, inner.split(" … "))) + ")"
    # a passage is made of whole words; one writes a plain space for the no-break one inside « »
    pattern = (r"\b" if inner[0].isalnum() else "") + pattern + (r"\b" if inner[-1].isalnum() else "")
    if bracketed is not None:
        pattern = re.escape(before) + pattern + re.escape(after)
    found = list(re.finditer(pattern.replace(r"\ ", "[ \u00a0\u202f]"), text))
    if len(found) < number or (len(found) > 1 and number == 1 and not passage.endswith(" #1")):
        raise Unfound(f"{passage!r} occurs {len(found)} times")
    return [found[number - 1].start(1), found[number - 1].end(1)]


def quotations(text: str) -> list[Pair]:
    """The outermost pieces inside quote marks, marks and inner spaces excluded."""
    pieces: list[Pair] = []
    stack: list[tuple[str, int]] = []
    for i, char in enumerate(text):
        if char in CLOSING or (char == '"' and stack and stack[-1][0] == '"'):
            _, start = stack.pop()
            if not stack:
                pieces.append([start, i])
        elif char in OPENING or char == '"':
            stack.append((char, i + 1))
    trimmed = []
    for start, end in pieces:
        inside = text[start:end]
        start += len(inside) - len(inside.lstrip())
        trimmed.append([start, start + len(inside.strip())])
    return trimmed


def build(name: str, told: dict[str, Any], text: str, row: dict[str, str]) -> dict[str, Any]:
    """One article's gold: the YAML as `told`, its text, its row of the metadata. Raises Unfound with all passages."""
    pieces = quotations(text)
    unfound: list[str] = []

    def span(passage: str) -> Pair:
        try:
            return locate(text, passage)
        except Unfound as e:
            unfound.append(str(e))
            return [0, 0]

    def at(passage: str | None) -> Pair | None:
        return None if passage is None else span(passage)

    def fragments(s: dict[str, Any]) -> list[Pair]:
        if s["kind"] == "indirect":
            return []
        start, end = span(s["says"])
        cut = [[max(start, a), min(end, b)] for a, b in pieces]
        return [f for f in cut if f[0] < f[1]]

    def event(e: dict[str, Any]) -> dict[str, Any]:
        kind, _, mode = e["is"].partition(" ")
        return {
            "span": span(e["at"]),
            "type": kind,
            "mode": mode or None,
            "actors": e.get("actors", []),
            "recipients": e.get("to", []),
            "status": e.get("status", "occurred"),
            "date": e.get("date"),
            "place": e.get("place"),
            "according_to": e.get("after"),
        }

    gold = {
        "article": {
            "id": name,
            "published": told.get("published", row["date"] or None),
            "dateline": told.get("dateline"),
            "agency": [row["agency"]] if row["agency"] else [],
            "language": "fr",
        },
        "aliases": told["aliases"],
        "times": sorted(
            ({"span": span(p), "type": kind, "value": value} for p, kind, value in told["times"]),
            key=lambda t: t["span"],
        ),
        "statements": sorted(
            (
                {
                    "span": span(s["says"]),
                    "kind": s["kind"],
                    "fragments": fragments(s),
                    "cue": at(s.get("cue")),
                    "speaker": s.get("speaker"),  # none where the text names nobody
                    "relayed_by": s.get("relayed_by", []),
                }
                for s in told["statements"]
            ),
            key=lambda s: s["span"],
        ),
        "events": sorted(map(event, told["events"]), key=lambda e: e["span"]),
        "meetings": [
            {
                "label": m["label"],
                "kind": m["kind"],
                "participants": m["participants"],
                "date": m.get("date"),
                "place": m.get("place"),
                "status": m["status"],
                "mentions": [span(p) for p in m["mentions"]],
            }
            for m in told["meetings"]
        ],
        "positions": sorted(
            (
                {
                    "span": span(p["says"]),
                    "party": p["party"],
                    "stance": p["stance"],
                    "toward": p.get("toward", []),
                    "issue": p["issue"],
                    "conditional_on": at(p.get("if")),
                }
                for p in told["positions"]
            ),
            key=lambda p: p["span"],
        ),
    }
    if unfound:
        raise Unfound("; ".join(unfound))
    return gold


def as_text(gold: dict[str, Any]) -> str:
    """One claim a line, so that a change reads well in a diff."""

    def line(value: object) -> str:
        return json.dumps(value, ensure_ascii=False)

    layers = []
    for key, value in gold.items():
        if isinstance(value, list):
            rows = ",\n".join("  " + line(v) for v in value)
            layers.append(f' "{key}": [\n{rows}\n ]' if value else f' "{key}": []')
        else:
            layers.append(f' "{key}": {line(value)}')
    return "{\n" + ",\n".join(layers) + "\n}\n"


def _plain(told: Any) -> Any:
    """The YAML without the fields that hold nothing: the loader keeps dates as text, and with them `null`."""
    if isinstance(told, dict):
        return {k: _plain(v) for k, v in told.items() if v not in ("", "null", "~")}
    return [_plain(v) for v in told] if isinstance(told, list) else told


def gold_of(yamls: Path, texts: Path, name: str) -> dict[str, Any]:
    """The gold of article `name`, whose YAML lies in `yamls`, its text and metadata.csv in `texts`.

    Raises ValueError, naming the file, where a passage is not found or a field is missing.
    """
    with (texts / "metadata.csv").open(encoding="utf-8", newline="") as f:
        rows = {row["file"]: row for row in csv.DictReader(f)}
    told = _plain(yaml.load((yamls / f"{name}.yaml").read_text(encoding="utf-8"), Loader=LOADER))
    text = (texts / f"{name}.txt").read_bytes().decode("utf-8")
    try:
        return build(name, told, text, rows[f"{name}.txt"])
    except (Unfound, KeyError) as e:
        raise ValueError(f"{name}.yaml: {e}") from e


def all_gold() -> dict[str, str]:
    """Name of the article → the text of its .gold, for every YAML of bench/gold/hanoi."""
    return {p.stem: as_text(gold_of(GOLD, TEXTS, p.stem)) for p in sorted(GOLD.glob("*.yaml"))}


def check(folder: Path) -> int:
    """Prints what is wrong with the YAML of `folder`; 1 if anything is."""
    wrong = 0
    for path in sorted(folder.glob("*.yaml")):
        try:
            gold_of(folder, folder, path.stem)
        except (ValueError, yaml.YAMLError) as e:
            print(e)
            wrong = 1
    return wrong


def main(arguments: list[str]) -> int:
    if arguments:
        return check(Path(arguments[-1]))
    for name, gold in all_gold().items():
        (GOLD / f"{name}.gold").write_text(gold, encoding="utf-8", newline="\n")
        print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
