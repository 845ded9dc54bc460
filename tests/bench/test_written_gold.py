"""The articles that we annotated to learn from: every passage is in its text, every label one of the codebook's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.bench.test_gold import build

from dragoman.model.edtf import is_edtf
from dragoman.model.events import EVENT_STATUSES, PLOVER_TYPES
from dragoman.model.meetings import MEETING_KINDS, MEETING_STATUSES
from dragoman.model.positions import ISSUES, STANCES

GOLD = Path(__file__).parent.parent.parent / "bench" / "gold"
FOLDERS = [*sorted((GOLD / "written").glob("*/")), GOLD / "fresh"]


def labels_are_known(name: str, gold: dict[str, Any]) -> None:
    for e in gold["events"]:
        assert e["type"] in PLOVER_TYPES and e["status"] in EVENT_STATUSES, f"{name}: {e}"
        assert e["date"] is None or is_edtf(e["date"]), f"{name}: {e}"
    for m in gold["meetings"]:
        assert m["kind"] in MEETING_KINDS and m["status"] in MEETING_STATUSES, f"{name}: {m}"
        assert m["mentions"], f"{name}: {m}"
    for p in gold["positions"]:
        assert p["stance"] in STANCES and p["issue"] in ISSUES and p["party"], f"{name}: {p}"
    for s in gold["statements"]:
        assert s["kind"] in ("direct", "indirect", "mixed"), f"{name}: {s}"
    for t in gold["times"]:
        assert t["type"] in ("DATE", "TIME", "DURATION", "SET"), f"{name}: {t}"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)
def test_articles_of_our_own(folder: Path) -> None:
    names = sorted(p.stem for p in folder.glob("*.yaml"))
    assert names and names == sorted(p.stem for p in folder.glob("*.txt"))
    for name in names:
        try:
            labels_are_known(name, build.gold_of(folder, folder, name))
        except yaml.YAMLError as e:
            raise AssertionError(f"{name}.yaml: {e}") from e


def test_articles_of_the_corpus_are_told_by_spans_alone() -> None:
    golds = sorted((GOLD / "corpus").glob("*.gold"))
    assert len(golds) == 50
    for path in golds:
        gold = json.loads(path.read_text(encoding="utf-8"))
        labels_are_known(path.stem, gold)
        assert all(len(s["span"]) == 2 for layer in ("statements", "events") for s in gold[layer])
