"""Partitions: the order of a local reading, and keys that change with all that the claims hang on."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cluster.presses import make_press

from dragoman.cluster import partitions
from dragoman.cluster.partitions import Partition, find_partitions
from dragoman.cluster.reading import read_partition
from dragoman.cluster.rows import from_json
from dragoman.model.articles import Article, SetAside
from dragoman.model.errors import ClusterError, UsageError
from dragoman.read import Reading, read_articles

HOW: Reading = {"date": "2021"}


@pytest.fixture
def press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(partitions, "FILES", 3)
    return make_press(tmp_path / "presse")


def found(parts: list[Partition]) -> list[Article | SetAside]:
    out: list[Article | SetAside] = []
    for part in parts:
        *told, end = read_partition(part)
        assert (end["article"], end["aside"]) == (None, None)
        assert [row["nth"] for row in (*told, end)] == list(range(len(told) + 1))
        assert {row["partition"] for row in (*told, end)} == {part.key}
        for row in told:
            if row["article"] is not None:
                out.append(from_json(Article, row["article"]))
            else:
                out.append(from_json(SetAside, row["aside"]))
    return out


def keys(*inputs: str, how: Reading = HOW) -> list[str]:
    return [part.key for part in find_partitions(inputs, how)]


def test_what_is_read_is_what_a_local_reading_reads(press: Path) -> None:
    parts = list(find_partitions([str(press), str(press / "absent")], HOW))
    assert len(parts) >= 4
    assert found(parts) == list(read_articles([press, press / "absent"], date="2021"))


def test_relative_paths_are_told_as_they_were_named(press: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(press.parent)
    parts = list(find_partitions(["presse"], HOW))
    here = list(read_articles([Path("presse")], date="2021"))
    monkeypatch.chdir("/")  # the folder of a machine of the cluster
    assert found(parts) == here
    assert Path.cwd() == Path("/")


def test_an_object_store_is_walked_as_a_folder(press: Path) -> None:
    pytest.importorskip("pyarrow")
    (press / ".cache").mkdir()
    (press / ".cache" / "x.txt").write_text("caché")
    (press / "r.claims").mkdir()
    (press / "r.claims" / "x.parquet").write_bytes(b"PAR1")
    local = list(read_articles([press], date="2021"))
    stored = found(list(find_partitions([press.as_uri()], HOW)))
    assert [a.path for a in stored] == [f"file://{a.path}" for a in local]
    assert [a.text for a in stored if isinstance(a, Article)] == [
        a.text for a in local if isinstance(a, Article)
    ]
    assert next(a.published for a in stored if isinstance(a, Article)) == "2021-03-05"  # of its metadata.csv
    assert [a.reason for a in stored if isinstance(a, SetAside)] == [
        a.reason for a in local if isinstance(a, SetAside)
    ]
    (one,) = found(list(find_partitions([(press / "d0.txt").as_uri()], HOW)))
    assert isinstance(one, Article) and one.outlet == "Le Courrier"
    (none,) = found(list(find_partitions([(press / "absent").as_uri()], HOW)))
    assert none == SetAside(f"file://{press}/absent", "no such file or folder: check the path")


def test_a_key_is_that_of_the_files_as_they_are(press: Path) -> None:
    before = keys(str(press))
    assert keys(str(press)) == before and len(set(before)) == len(before)
    assert set(keys(str(press), how={"date": "2022"})).isdisjoint(before)
    (press / "web.warc.gz").write_bytes(b"WARC/1.0 autre")
    after = keys(str(press))
    assert after[:-1] == before[:-1] and after[-1] != before[-1]
    (press / "metadata.csv").write_text("file,date\nd0.txt,2020\n", encoding="utf-8")
    assert set(keys(str(press))).isdisjoint(after)  # it tells of every file


def test_a_file_that_a_machine_has_not_got_ends_the_run(press: Path) -> None:
    part = next(find_partitions([str(press)], HOW))
    (press / "d0.txt").unlink()
    with pytest.raises(ClusterError, match="name a folder that all its machines share"):
        list(read_partition(part))


def test_an_address_that_nothing_answers_to() -> None:
    pytest.importorskip("pyarrow")
    with pytest.raises(UsageError, match="check the address"):
        list(find_partitions(["nothing://x/y"], HOW))
