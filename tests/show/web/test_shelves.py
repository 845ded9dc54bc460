from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.record.samples import sample

from dragoman.model.errors import RecordError
from dragoman.record import Scope, open_record, write_article
from dragoman.show.web.shelves import KEPT, NARROWED, Shelf


def test_a_view_is_read_once_until_the_record_changes(served: Path) -> None:
    shelf = Shelf(served)
    first = shelf.selection(Scope())
    assert shelf.selection(Scope()) is first
    part = shelf.selection(Scope(actor="moen"))
    assert part.every_claim is first.every_claim
    assert shelf.selection(Scope(actor="moen")) is part
    with open_record(served, write=True) as record:
        write_article(record, *sample("quatre", "2021-04-01"))
    assert len(shelf.selection(Scope()).articles) == len(first.articles) + 1
    assert len(shelf.selection(Scope(actor="moen")).statements) == len(part.statements) + 1


def test_those_who_ask_at_once_wait_for_one_reading(served: Path) -> None:
    shelf = Shelf(served)
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda _: shelf.selection(Scope()), range(16)))
    assert len({id(s.every_claim) for s in got}) == 1


def test_little_is_kept(served: Path) -> None:
    shelf = Shelf(served)
    for day in range(1, 20):
        shelf.selection(Scope(known_by=f"2021-03-{day:02d}", actor="moen"))
    assert len(shelf._whole) <= KEPT
    assert len(shelf._narrow) <= NARROWED


def test_a_record_that_cannot_be_read_is_tried_again(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "r.db")
    for _ in range(2):
        with pytest.raises(RecordError):
            shelf.selection(Scope())
    with open_record(shelf.path, write=True) as record:
        write_article(record, *sample())
    assert len(shelf.selection(Scope()).articles) == 1
