"""The .gold files are those that the YAML gives, and every passage is what the YAML quotes."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dragoman.model.disputes import DISPUTE_KINDS
from dragoman.model.edtf import is_edtf
from dragoman.model.expectations import EXPECTATION_STATES
from dragoman.model.meetings import MEETING_KINDS, MEETING_STATUSES

ROOT = Path(__file__).parent.parent.parent
GOLD = ROOT / "bench" / "gold"
STORY = json.loads((GOLD / "story" / "hanoi.json").read_text(encoding="utf-8"))
NAMES = sorted(p.stem for p in (GOLD / "hanoi").glob("*.yaml"))


def load_build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build", GOLD / "build.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


build = load_build()


def read(name: str) -> tuple[str, dict[str, Any]]:
    text = (ROOT / "examples" / "hanoi" / f"{name}.txt").read_bytes().decode("utf-8")
    return text, json.loads((GOLD / "hanoi" / f"{name}.gold").read_text(encoding="utf-8"))


def test_the_gold_files_are_what_the_yaml_gives() -> None:
    built = build.all_gold()
    written = {p.stem: p.read_text(encoding="utf-8") for p in (GOLD / "hanoi").glob("*.gold")}
    assert built == written, "run `python bench/gold/build.py`"
    assert len(built) >= 8


@pytest.mark.parametrize(
    ("passage", "surface"),
    [
        ("sommet #1", "sommet"),
        ("ce [sommet]", "sommet"),
        ("Le sommet … court", "Le sommet de Hanoï a tourné court"),
        ("« [tourné court] »", None),
        ("sommet", None),
    ],
)
def test_a_passage_is_found_once_or_refused(passage: str, surface: str | None) -> None:
    text = "Le sommet de Hanoï a tourné court. Après ce sommet, rien."
    if surface is None:
        with pytest.raises(build.Unfound):
            build.locate(text, passage)
    else:
        start, end = build.locate(text, passage)
        assert text[start:end] == surface


def test_quotations_are_the_outer_ones_without_marks() -> None:
    text = 'Il a dit « oui, “peut-être” » puis "non" et “jamais”.'
    assert [text[a:b] for a, b in build.quotations(text)] == ["oui, “peut-être”", "non", "jamais"]


@pytest.mark.parametrize("name", NAMES)
def test_every_passage_is_made_of_whole_words(name: str) -> None:
    text, gold = read(name)
    spans = [c["span"] for layer in ("times", "statements", "events", "positions") for c in gold[layer]]
    spans += [m for meeting in gold["meetings"] for m in meeting["mentions"]]
    spans += [c["cue"] for c in gold["statements"] if c["cue"]]
    spans += [p["conditional_on"] for p in gold["positions"] if p["conditional_on"]]
    for start, end in spans:
        surface = text[start:end]
        assert surface and surface == surface.strip()
        assert not (text[start - 1 : start].isalnum() and surface[0].isalnum())
        assert not (text[end : end + 1].isalnum() and surface[-1].isalnum())


@pytest.mark.parametrize("name", NAMES)
def test_kinds_fragments_and_names_agree(name: str) -> None:
    text, gold = read(name)
    for s in gold["statements"]:
        start, end = s["span"]
        assert all(start <= a < b <= end for a, b in s["fragments"])
        assert bool(s["fragments"]) == (s["kind"] != "indirect"), text[start:end]
    for e in gold["events"]:
        named = [*e["actors"], *e["recipients"], *filter(None, [e["according_to"]])]
        assert not (missing := set(named) - set(gold["aliases"])), missing
        assert e["date"] is None or is_edtf(e["date"])
    for m in gold["meetings"]:
        assert m["kind"] in MEETING_KINDS and m["status"] in MEETING_STATUSES
        assert set(m["participants"]) <= set(gold["aliases"])
    speakers = {s["speaker"] for s in gold["statements"]} - {None}
    parties = {p["party"] for p in gold["positions"]}
    assert speakers | parties <= set(gold["aliases"])


def test_the_story_speaks_of_the_dispatches_in_the_words_of_the_model() -> None:
    known = {p.stem for p in (ROOT / "examples" / "hanoi").glob("*.txt")}
    told = set(STORY["articles"])
    assert told == known
    short = {name[:2] for name in known}
    for meeting in STORY["meetings"]:
        assert set(meeting["told_in"]) <= short
        assert meeting["date"] is None or is_edtf(meeting["date"])
    for dispute in STORY["disputes"]:
        assert dispute["kind"] in DISPUTE_KINDS and len(dispute["versions"]) >= 2
        for version in dispute["versions"]:
            text = next((ROOT / "examples" / "hanoi").glob(f"{version['article']}-*.txt")).read_text("utf-8")
            assert version["says"] in text
    assert {e["state"] for e in STORY["expectations"]} <= set(EXPECTATION_STATES)
