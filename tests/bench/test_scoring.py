from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from bench.goldsets import OWN, score_module
from bench.scoring import overlap, score

EMPTY: dict[str, Any] = {
    "times": [], "statements": [], "events": [], "meetings": [], "positions": [], "aliases": {},
}  # fmt: skip


def own_gold() -> dict[str, Any]:
    return {p.stem: json.loads(p.read_text(encoding="utf-8")) for p in sorted(Path(OWN).glob("*.gold"))}


def test_gold_against_itself_is_perfect() -> None:
    gold = own_gold()
    figures = score(gold, gold)
    assert {cell["value"] for cell in figures.values()} == {1.0}


def test_nothing_told_is_no_recall() -> None:
    gold = own_gold()
    figures = score(gold, dict.fromkeys(gold, EMPTY))
    assert figures["events.type.f1"]["recall"] == 0.0
    assert figures["events.type.f1"]["precision"] is None


def test_overlap() -> None:
    assert overlap([0, 10], [5, 15]) == pytest.approx(5 / 15)
    assert overlap([0, 5], [5, 9]) == 0.0


def test_a_wrong_speaker_is_found_but_not_attributed() -> None:
    statement = {"span": [0, 10], "kind": "direct", "speaker": "Anna Kovar"}
    gold = {**EMPTY, "statements": [statement], "aliases": {"Anna Kovar": ["Mme Kovar"]}}
    told = {**EMPTY, "statements": [{**statement, "speaker": "Milan Sotek"}]}
    alias = {**EMPTY, "statements": [{**statement, "speaker": "mme kovar"}]}
    assert score({"a": gold}, {"a": told})["statements.attributed.f1"]["value"] == 0.0
    assert score({"a": gold}, {"a": alias})["statements.attributed.f1"]["value"] == 1.0


def test_the_other_scorer_agrees_where_it_is_present() -> None:
    other = score_module()
    if other is None:
        pytest.skip("../shared/score/score.py is absent")
    gold = own_gold()
    told = {}
    for name, entry in gold.items():  # every third entry lost, every label of the second changed
        told[name] = {
            layer: [
                {**e, **({"status": "other", "speaker": "X", "type": "Y"} if n % 3 == 1 else {})}
                for n, e in enumerate(entry[layer])
                if n % 3
            ]
            for layer in ("times", "statements", "events", "meetings", "positions")
        }
    theirs = other.score(gold, told, rounds=0)
    for figure, cell in score(gold, told).items():
        if (
            figure != "events.type.f1"
        ):  # ours pairs a wrong type with nothing, as theirs does; ties may fall apart
            assert cell["value"] == pytest.approx(theirs[figure]["value"]), figure
