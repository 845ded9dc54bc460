"""The dispatches in examples/hanoi keep their form: length, title, metadata, and each sort of date."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dragoman.model.edtf import is_edtf

HANOI = Path(__file__).parent.parent / "examples" / "hanoi"
TEXTS = sorted(HANOI.glob("*.txt"))
COLUMNS = ["file", "date", "outlet", "agency", "title", "url"]


def rows() -> list[dict[str, str]]:
    with (HANOI / "metadata.csv").open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def test_there_are_at_least_twenty() -> None:
    assert len(TEXTS) >= 20


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_a_dispatch_has_a_title_and_a_body_of_fair_length(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    title, blank, *body = text.split("\n")
    assert title.strip() and blank == "" and body
    assert 120 <= len(text.split()) <= 350
    assert text.endswith("\n") and "\r" not in text and "  " not in text


def test_each_dispatch_has_its_row_and_each_row_its_dispatch() -> None:
    assert list(rows()[0]) == COLUMNS
    assert sorted(row["file"] for row in rows()) == [path.name for path in TEXTS]


@pytest.mark.parametrize("row", rows(), ids=lambda r: r["file"])
def test_a_row_tells_outlet_title_and_an_address_on_example_org(row: dict[str, str]) -> None:
    assert row["outlet"] and ".example.org/" in row["url"]
    assert row["title"] == (HANOI / row["file"]).read_text(encoding="utf-8").split("\n")[0]
    assert not row["date"] or is_edtf(row["date"])


def test_dates_of_every_sort() -> None:
    lengths = [len(row["date"]) for row in rows()]
    assert lengths.count(7) >= 1, "a month alone"
    assert lengths.count(0) >= 2, "none, and one that stands in the text only"
    assert any(row["agency"] for row in rows())
