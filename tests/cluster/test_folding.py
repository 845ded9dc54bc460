"""What lands on the way to the record: in any order, more than once, in part."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from tests.cluster.presses import dispatch
from tests.record.dumps import rows

from dragoman.cluster.analysts import Analyst
from dragoman.cluster.folding import Fold
from dragoman.cluster.landings import Landed, Landing, Stretch
from dragoman.cluster.rows import to_json
from dragoman.model.articles import Article, SetAside
from dragoman.model.errors import ClusterError
from dragoman.model.statements import Statement
from dragoman.model.tallies import Tally
from dragoman.pipeline import read_found
from dragoman.record import find_articles, find_claims, open_record
from dragoman.version import __version__
from dragoman.workers import KILLED, Crew, analyse_chunk

pyarrow = pytest.importorskip("pyarrow")

ARTICLES = [Article(name=f"d{n}", text=dispatch(n), path=f"d{n}.txt") for n in range(4)]
FOUND: list[Article | SetAside] = [*ARTICLES[:2], SetAside("x.txt", "vide"), *ARTICLES[2:]]


@pytest.fixture(scope="module")
def landed() -> list[Landed]:
    analysed = iter(analyse_chunk(ARTICLES))
    told = [
        Landed(n, one, next(analysed) if isinstance(one, Article) else None) for n, one in enumerate(FOUND)
    ]
    return [*told, Landed(len(told), None, None)]


def fold(landing: Landing, file: Path, coming: Iterator[Stretch], keys: list[str]) -> Tally:
    told = Fold(landing, keys, landing.whole(), coming)
    with open_record(file, write=True) as record:
        return read_found(record, told.found(), Tally(), analysis=told.analysis)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    file = tmp_path_factory.mktemp("record") / "r.db"
    with open_record(file, write=True) as record:
        read_found(record, FOUND, Tally())
    return rows(file)


def test_stretches_land_in_any_order(tmp_path: Path, landed: list[Landed], alone: list[str]) -> None:
    landing = Landing(str(tmp_path / "claims"))
    pieces = [
        landing.write("ab", landed[4:]),
        landing.write("ab", landed[:1]),
        landing.write("ab", landed[1:4]),
    ]
    assert pieces[0] == Stretch("ab", 4, 5, True)
    assert landing.whole() == {}
    assert fold(landing, tmp_path / "r.db", iter(pieces), ["ab"]).read == 4
    assert rows(tmp_path / "r.db") == alone
    assert sorted(s.first for s in landing.whole()["ab"]) == [0, 1, 4]
    # now it is there, and nothing comes any more
    assert fold(landing, tmp_path / "again.db", iter(()), ["ab"]).read == 4
    assert rows(tmp_path / "again.db") == alone


def test_rows_that_landed_twice_are_taken_once(
    tmp_path: Path, landed: list[Landed], alone: list[str]
) -> None:
    landing = Landing(str(tmp_path / "claims"))
    for first, last in ((0, 3), (2, 4), (1, 2), (3, 6), (5, 6)):
        landing.write("ab", landed[first:last])
    landing.finish("ab")
    assert fold(landing, tmp_path / "r.db", iter(()), ["ab"]).read == 4
    assert rows(tmp_path / "r.db") == alone


def test_partitions_are_folded_in_their_order(tmp_path: Path, landed: list[Landed], alone: list[str]) -> None:
    landing = Landing(str(tmp_path / "claims"))
    first = [*landed[:2], Landed(2, None, None)]
    second = [replace(row, nth=row.nth - 2) for row in landed[2:]]
    coming = iter([landing.write("bb", second), landing.write("aa", first)])
    fold(landing, tmp_path / "r.db", coming, ["aa", "bb"])
    assert rows(tmp_path / "r.db") == alone
    assert set(landing.whole()) == {"aa", "bb"}


def test_what_is_not_whole_is_told(tmp_path: Path, landed: list[Landed]) -> None:
    landing = Landing(str(tmp_path / "claims"))
    with pytest.raises(ClusterError, match="run the same command again"):
        fold(landing, tmp_path / "r.db", iter([landing.write("ab", landed[:2])]), ["ab"])
    assert landing.whole() == {}


def test_what_is_not_to_be_seen_from_here_is_told(tmp_path: Path) -> None:
    landing = Landing(str(tmp_path / "claims"))
    with pytest.raises(ClusterError, match=r"--claims .*name a folder that all its machines share"):
        fold(landing, tmp_path / "r.db", iter([Stretch("ab", 0, 3)]), ["ab"])


def test_a_date_that_the_record_knows_is_kept(tmp_path: Path, landed: list[Landed]) -> None:
    """As in a local reading: rules of another version read the article with the date that was told before."""
    landing = Landing(str(tmp_path / "claims"))
    file = tmp_path / "r.db"
    with open_record(file, write=True) as record:
        read_found(record, [replace(ARTICLES[0], published="2021-03-05")], Tally())
        with record.transaction() as db:
            db.execute("UPDATE articles SET version = '0'")
    fold(landing, file, iter([landing.write("ab", [landed[0], Landed(1, None, None)])]), ["ab"])
    with open_record(file) as record:
        assert [a.published for a in find_articles(record)] == ["2021-03-05"]
        assert {t.claim.version for t in find_claims(record, Statement)} == {__version__}
        assert {t.claim.said_on for t in find_claims(record, Statement)} != {None}


# --- the analysts ---------------------------------------------------------------------------------


def table(partition: str, found: list[Article | SetAside | None]) -> object:
    return pyarrow.Table.from_pylist(
        [
            {
                "partition": partition,
                "nth": n,
                "article": to_json(one) if isinstance(one, Article) else None,
                "aside": to_json(one) if isinstance(one, SetAside) else None,
            }
            for n, one in enumerate(found)
        ]
    )


@pytest.fixture
def strange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """Work that kills its process, in a module that a worker can import."""
    code = (
        "import os\nfrom dragoman.model.articles import SetAside\n\n"
        "def fatal(articles):\n    if any(a.name == 'd1' for a in articles):\n        os._exit(9)\n"
        "    return [SetAside(a.path, 'vu') for a in articles]\n"
    )
    (tmp_path / "strange_analysis.py").write_text(code, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield import_module("strange_analysis")
    sys.modules.pop("strange_analysis", None)


def test_an_article_that_kills_its_worker_is_set_aside(tmp_path: Path, strange: ModuleType) -> None:
    analyst = Analyst(str(tmp_path / "claims"), __version__)
    analyst.crew.dismiss()
    analyst.crew = Crew(1, strange.fatal)
    try:
        told = analyst(table("ab", [*FOUND, None]))
    finally:
        analyst.crew.dismiss()
    assert told == {"partition": ["ab"], "first": [0], "last": [5], "last_one": [True]}
    tally = fold(analyst.landing, tmp_path / "r.db", iter([Stretch("ab", 0, 5, True)]), ["ab"])
    assert [a.path for a in tally.aside] == ["d0.txt", "d1.txt", "x.txt", "d2.txt", "d3.txt"]
    assert [a.reason for a in tally.aside] == ["vu", KILLED, "vide", "vu", "vu"]


def test_another_dragoman_on_the_cluster_is_told(tmp_path: Path) -> None:
    with pytest.raises(ClusterError, match="install the same on both"):
        Analyst(str(tmp_path), "0.0")
